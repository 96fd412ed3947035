"""How firm the ranking is: what comes first how often, at which weighting, and which weight would tip it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dossier.model import Zekerheid
from scoring.robustness import SmaaResult, WeightModel, smaa, tipping_points

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
    #: Hoofdvarianten and vormen of which no draw whatever can put any first: another is as good at its lowest.
    nooit_eerste: frozenset[str]


@dataclass(frozen=True)
class Past:
    """At which weighting an option comes first, when every weighting is as likely."""

    #: Share of all weightings and readings in which it comes first.
    eerste: float
    #: Mean weight per kenmerk where it comes first; None when it never does.
    gewichten: Mapping[str, float] | None


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
    result = _drawn(veld, _model(veld.gewichten[: veld.kenmerken], zekerheid), trekkingen, zaad)
    return Plaatsen(
        {id: tuple(row) for id, row in zip(veld.vormen, result.rank_acceptability.tolist(), strict=True)},
        {id: tuple(row) for id, row in zip(veld.groepen, result.group_acceptability.tolist(), strict=True)},
        _never_first(veld),
    )


def passend(veld: Veld, *, trekkingen: int, zaad: int) -> dict[str, Past]:
    """Per hoofdvariant the weighting at which it comes first (the central weights of SMAA-2).

    Over all weightings alike, whatever the region's own: only then does it say what an option needs.
    """
    result = _drawn(veld, WeightModel.uniform(veld.kenmerken), trekkingen, zaad)
    return {
        id: Past(
            float(result.group_acceptability[g, 0]),
            None if central is None else dict(zip(veld.criteria, central.tolist(), strict=False)),
        )
        for g, (id, central) in enumerate(zip(veld.groepen, result.group_central_weights, strict=True))
    }


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


def _drawn(veld: Veld, model: WeightModel, draws: int, seed: int) -> SmaaResult:
    """One run over readings and weights of the kenmerken, with the soft randvoorwaarden at their fixed share."""
    n = veld.kenmerken
    share = float(veld.gewichten[n:].sum())
    fixed = (veld.waarden[:, n:] @ veld.gewichten[n:])[:, None]
    low, mode, high = ((1 - share) * part + fixed for part in (veld.laag, veld.punt, veld.hoog))
    return smaa(low, mode, high, model, draws=draws, seed=seed, groups=veld.groep)


def _never_first(veld: Veld) -> frozenset[str]:
    """Options that another beats whatever is drawn; a hoofdvariant when each of its vormen is beaten by another's.

    A vorm of another hoofdvariant has to be as good at its lowest as this one at its highest. One of the same
    hoofdvariant shares the draw, so there it is enough that both ends are as good and the point is better.
    """
    counts = veld.gewichten > 0
    fixed = veld.waarden[:, veld.kenmerken :]
    low, mode, high = (np.hstack([part, fixed])[:, counts] for part in (veld.laag, veld.punt, veld.hoog))
    related = veld.groep[:, None] == veld.groep

    def as_good(one: Floats, other: Floats) -> NDArray[np.bool_]:
        """[a, b]: a is as good as b everywhere."""
        return np.asarray((one[:, None, :] >= other).all(axis=2))

    together = as_good(low, low) & as_good(mode, mode) & as_good(high, high)
    better = (mode[:, None, :] > mode).any(axis=2)
    beats = better & np.where(related, together, as_good(low, high))
    beaten_by_other = (beats & ~related).any(axis=0)
    groups = {naam for g, naam in enumerate(veld.groepen) if beaten_by_other[veld.groep == g].all()}
    return frozenset(groups | {veld.vormen[i] for i in np.flatnonzero(beats.any(axis=0))})


def _model(weights: Floats, zekerheid: Zekerheid) -> WeightModel:
    if zekerheid == "onbekend":
        return WeightModel.uniform(len(weights))
    return WeightModel.dirichlet(weights, CONCENTRATIE[zekerheid])
