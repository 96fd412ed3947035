"""A change of the plan, of an amount or of a team, in one plain Dutch sentence."""

from collections.abc import Callable, Mapping

from dossier.parts import Json
from dossier.uitvoering import Kostensoort, Voortgang

VOORTGANG: Mapping[Voortgang, str] = {"te_doen": "te doen", "bezig": "bezig", "klaar": "klaar", "vervalt": "vervalt"}
KOSTEN: Mapping[Kostensoort, str] = {
    "team_nu": "Kosten van de toegang nu",
    "team_straks": "Kosten van de toegang straks",
    "doorlopend": "Doorlopende kosten",
    "overgang": "Overgangskosten",
    "desintegratie": "Desintegratiekosten",
}
#: So long that one knows which it is.
_LENGTH = 60


def say_planpunt(tekst: str, old: Json, new: Json) -> str:
    """What changed about a point; `tekst` is what the guide calls it, unless it is an own action."""
    own = (new or old).get("tekst")
    if own and (old is None or new is None):
        return f"Eigen actie “{_start(own)}” {'weggehaald' if new is None else 'toegevoegd'}"
    said = [
        sentence
        for field, say in _FIELDS.items()
        if (sentence := say((old or {}).get(field), (new or {}).get(field))) is not None
    ]
    return (
        f"{f'Eigen actie “{_start(own)}”' if own else f'Plan bij “{_start(tekst)}”'}: {', '.join(said) or 'gewijzigd'}"
    )


def say_bedrag(old: Json, new: Json) -> str:
    item = new or old
    about = f"{KOSTEN[item['soort']]} van {item['gemeente']}"
    return f"{about}: {_step(*(_euro(side['euro']) if side else None for side in (old, new)))}"


def say_team(old: Json, new: Json) -> str:
    about = f"Mensen met de kennis in {(new or old)['gemeente']}"
    return f"{about}: {_step(*(str(side['mensen']) if side else None for side in (old, new)))}"


def _step(before: str | None, after: str | None) -> str:
    if before is None or after is None:
        return f"niet meer {before}" if after is None else after
    # The same, when only the capitals of the name changed.
    return f"van {before} naar {after}" if before != after else after


def _changed(what: str, shown: Callable[[str], str]) -> Callable[[Json, Json], str | None]:
    def say(old: Json, new: Json) -> str | None:
        if (old or None) == (new or None):
            return None
        return f"{what} {shown(new)}" if new else f"{what} leeggemaakt"

    return say


def _status(old: Json, new: Json) -> str | None:
    before, after = (VOORTGANG[value or "te_doen"] for value in (old, new))
    return None if before == after else f"status van {before} naar {after}"


def _said_once(what: str) -> Callable[[Json, Json], str | None]:
    return lambda old, new: None if (old or None) == (new or None) else what


_FIELDS: Mapping[str, Callable[[Json, Json], str | None]] = {
    "tekst": _said_once("tekst gewijzigd"),
    "groep": _said_once("ander onderwerp"),
    "volgorde": _said_once("verplaatst"),
    "eigenaar": _changed("eigenaar", lambda value: f"“{value}”"),
    "begin": _changed("begin", lambda iso: _day(iso)),
    "eind": _changed("eind", lambda iso: _day(iso)),
    "status": _status,
    "notitie": _said_once("notitie gewijzigd"),
}


def _day(iso: str) -> str:
    return "-".join(reversed(iso.split("-")))


def _euro(value: int) -> str:
    return f"€ {value:,}".replace(",", ".")


def _start(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH].rstrip()}..."
