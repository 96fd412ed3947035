"""How firm the ranking is: what comes first how often, and which weight would tip it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dossier.model import Zekerheid
from scoring.robustness import WeightModel, smaa, tipping_points

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

#: Concentration of the Dirichlet distribution around the stated weights. Said as a range (90%) for a weight of 17%:
#: 12 to 22, 8 to 28 and 3 to 39.
CONCENTRATIE: Mapping[Zekerheid, float] = {"hoog": 200, "midden": 50, "laag": 15}


@dataclass(frozen=True)
class Plaatsen:
    """How often each option takes each place (0 is first) when readings and weights are drawn; shares from 0 to 1."""

    vormen: Mapping[str, tuple[float, ...]]
    hoofdvarianten: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Kantelpunt:
    """A weight at which another hoofdvariant, or within the first one another vorm, comes first."""

    niveau: Literal["hoofdvariant", "vorm"]
    criterium: str
    gewicht_nu: float
    gewicht: float
    nieuwe_winnaar: str


@dataclass(frozen=True)
class Veld:
    """The options in play as arrays: rows are vormen, columns kenmerken and then soft randvoorwaarden."""

    vormen: tuple[str, ...]
    hoofdvarianten: tuple[str, ...]  # of each row
    criteria: tuple[str, ...]
    laag: Floats
    punt: Floats
    hoog: Floats
    waarden: Floats
    gewichten: Floats
    kenmerken: int  # how many of the columns are kenmerken

    @property
    def groepen(self) -> tuple[str, ...]:
        """The hoofdvarianten in play, in the order of the guide."""
        return tuple(dict.fromkeys(self.hoofdvarianten))

    @property
    def groep(self) -> Ints:
        return np.array([self.groepen.index(naam) for naam in self.hoofdvarianten])


def plaatsen(veld: Veld, zekerheid: Zekerheid, *, trekkingen: int, zaad: int) -> Plaatsen:
    """Draw readings and weights, and count places.

    Readings are triangular; vormen of one hoofdvariant share the quantile per kenmerk, since they read the same
    sentence. Soft randvoorwaarden keep their share: what they bring a vorm is added to every one of its scores,
    which comes out once because the weights of the kenmerken sum to 1.
    """
    n = veld.kenmerken
    share = float(veld.gewichten[n:].sum())
    fixed = (veld.waarden[:, n:] @ veld.gewichten[n:])[:, None]
    low, mode, high = ((1 - share) * part + fixed for part in (veld.laag, veld.punt, veld.hoog))
    result = smaa(
        low, mode, high, _model(veld.gewichten[:n], zekerheid), draws=trekkingen, seed=zaad, groups=veld.groep
    )
    return Plaatsen(
        {id: tuple(row) for id, row in zip(veld.vormen, result.rank_acceptability.tolist(), strict=True)},
        {id: tuple(row) for id, row in zip(veld.groepen, result.group_acceptability.tolist(), strict=True)},
    )


def kantelpunten(veld: Veld, winnaar: str) -> tuple[Kantelpunt, ...]:
    """Every weight that changes the first hoofdvariant, or the first vorm within it; nearest first."""
    inside = np.array([naam == winnaar for naam in veld.hoofdvarianten])
    names = [id for id, own in zip(veld.vormen, inside, strict=True) if own]
    found = [
        Kantelpunt("hoofdvariant", veld.criteria[tip.criterion], float(veld.gewichten[tip.criterion]), tip.weight, id)
        for tip in tipping_points(veld.waarden, veld.gewichten, veld.groep)
        if (id := veld.groepen[tip.new_winner])
    ]
    found += [
        Kantelpunt("vorm", veld.criteria[tip.criterion], float(veld.gewichten[tip.criterion]), tip.weight, id)
        for tip in tipping_points(veld.waarden[inside], veld.gewichten)
        if (id := names[tip.new_winner])
    ]
    return tuple(found)


def _model(weights: Floats, zekerheid: Zekerheid) -> WeightModel:
    if zekerheid == "onbekend":
        return WeightModel.uniform(len(weights))
    return WeightModel.dirichlet(weights, CONCENTRATIE[zekerheid])
