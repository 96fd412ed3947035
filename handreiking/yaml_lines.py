"""YAML as plain values, with the line of every part, safe for files from strangers.

PyYAML alone expands aliases without end, lets the last of two equal keys win in silence and recurses
as deep as a file asks. This reader refuses all three before a value is built. JSON is YAML too, so
uploaded dossiers take the same road.
"""

import re
from typing import Any

import yaml

from handreiking.faults import Fault, InvalidFile, Lines, Path, fault_at

MAX_CHARACTERS = 2_000_000
#: The deepest file of ours nests eight levels.
MAX_DEPTH = 30


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen at run time
    """The safe loader, that also reads every number of JSON: to YAML 1.1 1e-05 and 1.5e3 are text."""


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+$"), list("-+0123456789")
)
_LOADER: type[Any] = _Loader


def read_yaml(text: str, file: str) -> tuple[Any, Lines]:
    """Values and line numbers of a YAML or JSON document.

    Parameters
    ----------
    text : str
        The document.
    file : str
        The name to use in faults.

    Raises
    ------
    InvalidFile
        For a syntax error, an anchor or alias, a duplicate key, a tag, or a file that is too long or too deep.
    """
    if len(text) > MAX_CHARACTERS:
        raise InvalidFile([Fault(file, None, "", "dit bestand is te groot; gebruik hoogstens 2 MB")])
    try:
        _refuse_dangerous(text, file)
        loader = _LOADER(text)
        try:
            root = loader.get_single_node()
            lines: dict[Path, int] = {}
            return _value(loader, root, (), lines, file), lines
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InvalidFile([_syntax_fault(file, mark.line + 1 if mark is not None else None)]) from None
    except (yaml.YAMLError, ValueError):
        raise InvalidFile([_syntax_fault(file, None)]) from None


def _syntax_fault(file: str, line: int | None) -> Fault:
    return Fault(
        file,
        line,
        "",
        "hier klopt de schrijfwijze van het bestand niet; kijk op deze regel en de regel erboven naar "
        "inspringen, dubbele punten, haakjes en aanhalingstekens",
    )


def _refuse_dangerous(text: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else None
        if getattr(event, "anchor", None):
            message = "ankers en verwijzingen (& en *) mogen niet; schrijf de waarde voluit"
            raise InvalidFile([Fault(file, line, "", message)])
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise InvalidFile([Fault(file, line, "", "een soortnaam (!) mag niet; haal hem weg")])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            message = f"meer dan {MAX_DEPTH} lagen diep; maak het bestand platter"
            raise InvalidFile([Fault(file, line, "", message)])


def _value(loader: Any, node: yaml.Node | None, path: Path, lines: dict[Path, int], file: str) -> Any:
    if node is None:
        raise InvalidFile([Fault(file, None, "", "dit bestand is leeg")])
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, (*path, i), lines, file) for i, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return loader.construct_object(node)
    values: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            message = "een naam moet een woord of getal zijn; hier staat een lijst of blok"
            raise InvalidFile([Fault(file, key_node.start_mark.line + 1, "", message)])
        key = loader.construct_object(key_node)
        lines[(*path, key)] = key_node.start_mark.line + 1
        if key in values:
            raise InvalidFile(
                [fault_at(file, lines, (*path, key), "deze naam staat hier twee keer; laat er een staan")]
            )
        values[key] = _value(loader, value_node, (*path, key), lines, file)
    return values
