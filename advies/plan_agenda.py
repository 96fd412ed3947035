"""The plan as a calendar: every point with a date a whole day in any agenda (iCalendar, RFC 5545)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from advies.plan import Plan, Planregel
from advies.plan_bestand import SOORTEN
from dossier.words_uitvoering import VOORTGANG

#: The most octets on a line, without its end (section 3.1).
LINE = 75
_ESCAPES: Mapping[str, str] = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def in_agenda(plan: Plan) -> tuple[Planregel, ...]:
    """The points that have a date. A calendar without any is not valid (section 3.6)."""
    return tuple(regel for regel in plan.regels if _day(regel))


def _day(regel: Planregel) -> date | None:
    return regel.punt.eind or regel.punt.begin


def to_ical(plan: Plan, *, regio: str, bron: str, versie: int, gewijzigd: datetime) -> bytes:
    """An event of a whole day for every point with a date, on the day that it ends.

    An event and not a to-do, since many agendas leave to-dos out. What was dropped (vervalt) is in it as cancelled,
    so that it goes from an agenda that had it.

    Parameters
    ----------
    bron : str
        Names the dossier. With the id of a point it makes the name of the event, which stays the same however often
        the file is read in: the agenda then changes what it has, and adds nothing twice.
    versie : int
        Goes up with every change of the dossier, so that an agenda knows which of two files is the newer.
    gewijzigd : datetime
        When the dossier last changed.
    """
    stamp = f"{gewijzigd.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Toegangswijzer//Plan//NL", "METHOD:PUBLISH"]
    for regel in plan.regels:
        if day := _day(regel):
            lines += _event(
                plan, regel, day, regio, [f"UID:{regel.id}.{bron}@toegangswijzer", f"DTSTAMP:{stamp}"], versie
            )
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(plan: Plan, regel: Planregel, day: date, regio: str, name: list[str], versie: int) -> list[str]:
    cancelled = regel.punt.status == "vervalt"
    return [
        "BEGIN:VEVENT",
        *name,
        f"SEQUENCE:{versie}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",  # the first day after it
        f"SUMMARY:{escaped(regel.tekst)}",
        f"DESCRIPTION:{escaped(_description(plan, regel, regio))}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",  # it takes nobody's time on that day
        "END:VEVENT",
    ]


def _description(plan: Plan, regel: Planregel, regio: str) -> str:
    punt = regel.punt
    lines = [
        f"{plan.groepen[regel.groep]} ({SOORTEN[regel.soort].lower()})",
        f"Regio: {regio}" if regio else "",
        f"Eigenaar: {punt.eigenaar}" if punt.eigenaar else "Nog geen eigenaar",
        f"Status: {VOORTGANG[punt.status]}",
        punt.notitie,
    ]
    return "\n".join(line for line in lines if line)


def escaped(text: str) -> str:
    """A text as the value of a property (section 3.3.11)."""
    return "".join(_ESCAPES.get(character, character) for character in text)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, the later ones after a space; no character is cut through."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LINE:
            yield piece
            piece, octets = " ", 1
        piece += character
        octets += size
    yield piece
