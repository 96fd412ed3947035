"""How vulnerable the teams of a region are, by what it entered itself: people per gemeente, and absence."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dossier.model import Dossier
from scoring.teams import vulnerability


@dataclass(frozen=True)
class Kwetsbaarheid:
    """The chance that nobody with the expertise is there, in each gemeente apart and for all together."""

    apart: Mapping[str, float]
    samen: float
    #: In how many gemeenten nobody is there, on average.
    gemiddeld: float
    #: The chance that in at least one gemeente nobody is there.
    ergens: float


@dataclass(frozen=True)
class Teamgroottes:
    """What was entered per gemeente; None where it was not. And of gemeenten not in the region any more."""

    mensen: Mapping[str, int | None]
    geparkeerd: Mapping[str, int]

    @property
    def bekend(self) -> dict[str, int]:
        return {naam: people for naam, people in self.mensen.items() if people is not None}

    @property
    def open(self) -> list[str]:
        return [naam for naam, people in self.mensen.items() if people is None]


def teams_for(dossier: Dossier) -> Teamgroottes:
    entered = {team.gemeente.casefold(): team for team in dossier.teams.mensen}
    names = {gemeente.naam.casefold(): gemeente.naam for gemeente in dossier.regio.gemeenten}
    return Teamgroottes(
        mensen={naam: entered[id].mensen if id in entered else None for id, naam in names.items()},
        geparkeerd={team.gemeente: team.mensen for id, team in entered.items() if id not in names},
    )


def kwetsbaarheid(dossier: Dossier) -> Kwetsbaarheid | None:
    """The chances for the gemeenten that were filled in; None without any, or without the share of absence."""
    sizes, afwezig = teams_for(dossier).bekend, dossier.teams.afwezig
    if not sizes or afwezig is None:
        return None
    found = vulnerability(np.array(list(sizes.values())), afwezig / 100)
    return Kwetsbaarheid(
        apart=dict(zip(sizes, found.apart.tolist(), strict=True)),
        samen=found.pooled,
        gemiddeld=found.expected,
        ergens=found.at_least_one,
    )
