"""The plan as a file for a spreadsheet."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Final

from advies.plan import Plan, Planregel
from dossier.uitvoering import Voortgang
from dossier.words_uitvoering import VOORTGANG

SOORTEN: Mapping[str, str] = {
    "vraag": "Vraag",
    "actie": "Actie",
    "let_op": "Let op",
    "maatregel": "Maatregel",
    "eigen": "Eigen actie",
}
KOLOMMEN: Final = (
    *("Nummer", "Onderwerp", "Soort", "Punt", "Waarom", "Eigenaar", "Begin", "Eind", "Status", "Notitie"),
    "Geldt nu",
)
#: With one of these in front a spreadsheet takes a text for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(plan: Plan) -> bytes:
    """One line per point, what is parked last.

    Semicolons, since Excel in Dutch takes a comma for a decimal, and a byte order mark, without which it takes
    UTF-8 for something else. Dates as 2027-02-03, which every spreadsheet takes for that day, whatever its language.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    for regels, applies in ((plan.regels, "ja"), (plan.geparkeerd, "nee, geparkeerd")):
        writer.writerows([_safe(cell) for cell in _row(plan, regel, applies)] for regel in regels)
    return out.getvalue().encode("utf-8-sig")


def _row(plan: Plan, regel: Planregel, applies: str) -> list[str]:
    punt = regel.punt
    return [
        regel.id,
        plan.groepen[regel.groep],
        SOORTEN[regel.soort],
        regel.tekst,
        regel.reden,
        punt.eigenaar,
        _day(punt.begin),
        _day(punt.eind),
        _status(punt.status),
        punt.notitie,
        applies,
    ]


def _safe(cell: str) -> str:
    """With an apostrophe in front it stays text, also when it looks like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _status(status: Voortgang) -> str:
    return VOORTGANG[status]
