"""The list of municipalities to pick from; origin in gegevens/README.md."""

import csv
from dataclasses import dataclass
from pathlib import Path

_LIST = Path(__file__).resolve().parent.parent / "gegevens" / "gemeenten.csv"

#: To be shown wherever the numbers are.
HERKOMST = (
    "De aantallen inwoners komen uit een openbare lijst, niet van het CBS zelf, en de peildatum is niet vermeld. "
    "Controleer ze dus. Lijst: Gijs6/gemeentle (Unlicense), versie van 28 mei 2026."
)


@dataclass(frozen=True)
class GemeenteInfo:
    code: str
    naam: str
    provincie: str
    inwoners: int


def read_gemeenten() -> tuple[GemeenteInfo, ...]:
    """Every municipality, by name."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        rows = [
            GemeenteInfo(row["code"], row["naam"], row["provincie"], int(row["inwoners"]))
            for row in csv.DictReader(file)
        ]
    return tuple(sorted(rows, key=lambda gemeente: gemeente.naam.casefold()))
