"""Faults in a file, each said in one Dutch line with file, line, field and what to do about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

Path = tuple[str | int, ...]
Lines = Mapping[Path, int]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands and how to mend it."""

    file: str
    line: int | None
    field: str
    message: str

    def __str__(self) -> str:
        place = [self.file] + ([f"regel {self.line}"] if self.line else [])
        place += [self.field] if self.field else []
        return f"{', '.join(place)}: {self.message}"


class InvalidFile(Exception):
    """A file that is refused, with every fault that was found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def fault_at(file: str, lines: Lines, path: Path, message: str) -> Fault:
    """A fault at a path inside a file; the line is that of the nearest part that exists."""
    nearest = path
    while nearest and nearest not in lines:
        nearest = nearest[:-1]
    return Fault(file, lines.get(nearest), shown_path(path), " ".join(message.split()))


def shown_path(path: Path) -> str:
    """`scores.L.punt`, and `regels[2]` for the second of a list, counted from one."""
    text = ""
    for before, step in zip(("", *path), path, strict=False):
        in_list = isinstance(step, int) and before != "schaal"  # the ends of a scale are names, though numbers
        text += f"[{int(step) + 1}]" if in_list and text else f".{step}" if text else str(step)
    return text if len(text) <= 120 else text[:117] + "..."


def faults_from(error: ValidationError, file: str, lines: Lines) -> tuple[Fault, ...]:
    """Pydantic's errors as Dutch faults, in the order in which they stand in the file."""
    found = []
    items = error.errors(include_url=False)
    for item in items:
        if item["type"] == "too_short" and any(_within(other["loc"], item["loc"]) for other in items):
            continue  # pydantic does not count a part that was refused, so it seems too few
        path = tuple(step for step in item["loc"] if step != "[key]")
        found.append(fault_at(file, lines, path, _in_dutch(item["type"], item.get("ctx", {}), item["input"])))
    return tuple(sorted(set(found), key=lambda fault: (fault.line or 0, fault.field)))


def _within(path: Path, outer: Path) -> bool:
    return len(path) > len(outer) and path[: len(outer)] == outer


_MESSAGES: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "missing": lambda _: "dit veld ontbreekt; vul het in",
    "extra_forbidden": lambda _: "onbekend veld; controleer de spelling of haal het weg",
    "literal_error": lambda ctx: f"kies een van: {_options(ctx['expected'])}",
    "enum": lambda ctx: f"kies een van: {_options(ctx['expected'])}",
    "greater_than_equal": lambda ctx: f"te laag; het minste is {_number(ctx['ge'])}",
    "greater_than": lambda ctx: f"te laag; kies meer dan {_number(ctx['gt'])}",
    "less_than_equal": lambda ctx: f"te hoog; het meeste is {_number(ctx['le'])}",
    "less_than": lambda ctx: f"te hoog; kies minder dan {_number(ctx['lt'])}",
    "too_short": lambda ctx: f"te weinig onderdelen; geef er ten minste {ctx['min_length']}",
    "too_long": lambda ctx: f"te veel onderdelen; geef er hoogstens {ctx['max_length']}",
    "string_too_long": lambda ctx: f"te lange tekst; gebruik hoogstens {ctx['max_length']} tekens",
    "string_too_short": lambda _: "deze tekst is leeg; vul hem in",
    "string_pattern_mismatch": lambda _: "deze tekst heeft niet de goede vorm; kijk naar een ander voorbeeld",
    "finite_number": lambda _: "geen gewoon getal; geef een getal met een einde",
    "value_error": lambda ctx: str(ctx["error"]),
}
_KINDS = {
    "string": "een tekst (zet aanhalingstekens als het een getal of datum lijkt)",
    "int": "een heel getal",
    "float": "een getal",
    "bool": "ja of nee, geschreven als true of false",
    "tuple": "een lijst",
    "list": "een lijst",
    "dict": "een blok met namen en waarden",
    "mapping": "een blok met namen en waarden",
    "model": "een blok met namen en waarden",
}


def _in_dutch(kind: str, context: Mapping[str, object], value: object) -> str:
    if kind in _MESSAGES:
        return _MESSAGES[kind](context)
    expected = _KINDS.get(kind.split("_")[0], "iets anders")
    return f"hier staat {_short(value)}, maar hier hoort {expected}"


def _number(bound: object) -> str:
    """A bound as one would type it: 5, and not 5.0."""
    return str(bound).removesuffix(".0")


def _options(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", " of ")


def _short(value: object) -> str:
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return "een blok"
    if isinstance(value, list | tuple):
        return "een lijst"
    text = " ".join(str(value).split())
    return f"'{text[:40]}...'" if len(text) > 40 else f"'{text}'"
