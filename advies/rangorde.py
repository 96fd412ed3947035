"""The advice: what a region entered, laid over the guide, as one ranked and explained result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from advies.gevoelig import Lijnen, Omslag, lijnen, omslagen
from advies.matrix import Matrix, Optie, matrix_for
from advies.oordeel import GELIJK, Oordeelscode, Stand, verdict, voorsprong
from advies.randvoorwaarden import TELT, Eis, eisen_for
from advies.taal import procenten, van_100
from advies.weging import weegwijze
from advies.zekerheid import Floats, Kantelpunt, Past, Plaatsen, Veld, kantelpunten, passend, plaatsen
from dossier.model import Dossier
from handreiking.model import SCHAAL_HOOG, SCHAAL_LAAG, Handreiking, Hoofdvariant
from scoring.values import additive_values, interval_values
from scoring.weights import normalised


class GeenGewicht(ValueError):
    """Every weight is zero, so there is nothing to rank by."""

    def __init__(self) -> None:
        super().__init__("alle kenmerken wegen nu 0; geef ten minste één kenmerk gewicht")


@dataclass(frozen=True)
class VormUitkomst:
    """One vorm: its points, where they come from, and what keeps it out."""

    optie: Optie
    waarde: float
    rang: int | None
    #: Points per kenmerk and per soft randvoorwaarde; together they are `waarde`.
    bijdragen: Mapping[str, float]
    uitgesloten_door: tuple[Eis, ...]
    maatregelen: tuple[str, ...]
    #: A vorm that is at least as good on everything and better on something.
    gedomineerd_door: Optie | None
    #: Share of the draws in which it comes first; None when it does not take part.
    eerste: float | None
    #: That share is 0 whatever is drawn.
    nooit_eerste: bool

    @property
    def doet_mee(self) -> bool:
        return self.rang is not None


@dataclass(frozen=True)
class HoofdvariantUitkomst:
    """One hoofdvariant: as good as its best admissible vorm, with the spread over the others."""

    id: Hoofdvariant
    naam: str
    beste_vorm: VormUitkomst | None
    rang: int | None
    laagste: float | None
    #: Share of the draws in which it takes each place, the first place first; empty when no vorm is left.
    plaatsen: tuple[float, ...]
    #: The share of first places in whole hundredths, which add up over the hoofdvarianten.
    eerste_van_100: int
    #: The share of first places is 0 or 1 whatever is drawn.
    eerste_staat_vast: bool

    @property
    def waarde(self) -> float | None:
        return self.beste_vorm.waarde if self.beste_vorm else None

    @property
    def eerste(self) -> float | None:
        return self.plaatsen[0] if self.plaatsen else None


@dataclass(frozen=True)
class Advies:
    """The whole result for one dossier."""

    matrix: Matrix
    eisen: tuple[Eis, ...]
    #: Of kenmerken and soft randvoorwaarden; together 1.
    gewichten: Mapping[str, float]
    #: Points from 0 to 100 per (vorm, kenmerk or soft randvoorwaarde).
    waarden: Mapping[tuple[str, str], float]
    #: Best first; then those that were excluded or not ranked, in the order of the guide.
    vormen: tuple[VormUitkomst, ...]
    #: Best first; then those of which no vorm is left.
    hoofdvarianten: tuple[HoofdvariantUitkomst, ...]
    oordeel: Oordeelscode
    voorsprong: float
    #: The region said it cannot weigh, so every weighting counts alike.
    zonder_weging: bool
    strikt: bool
    #: Whether the region said anything about weights, be it that it cannot weigh.
    gewogen: bool
    trekkingen: int
    zaad: int
    _veld: Veld = field(repr=False, compare=False)

    @cached_property
    def aandelen(self) -> Mapping[str, str]:
        """The weights as percents that add up, as every table and sentence has them."""
        return procenten(self.gewichten)

    # What only some readers ask for is worked out when they do.

    @cached_property
    def kantelpunten(self) -> tuple[Kantelpunt, ...]:
        """Weights that would change the answer, nearest first per level."""
        return kantelpunten(self._veld, self.hoofdvarianten[0].id) if self.beste else ()

    @cached_property
    def omslagen(self) -> tuple[Omslag, ...]:
        """Readings that would change the first hoofdvariant, the smallest change first."""
        return omslagen(self._veld, self.matrix) if self.beste else ()

    @cached_property
    def passend(self) -> Mapping[str, Past]:
        """Per hoofdvariant that is left, the weighting at which it comes first."""
        return passend(self._veld, trekkingen=self.trekkingen, zaad=self.zaad) if self.beste else {}

    def lijnen(self, criterium: str) -> Lijnen:
        """The points of every hoofdvariant over the weight of one kenmerk or soft randvoorwaarde."""
        return lijnen(self._veld, criterium)

    @property
    def beste(self) -> VormUitkomst | None:
        return next((vorm for vorm in self.vormen if vorm.doet_mee), None)

    def vorm(self, id: str) -> VormUitkomst:
        return next(vorm for vorm in self.vormen if vorm.optie.id == id)

    def naam_van(self, criterium: str) -> str:
        """The name of a kenmerk or randvoorwaarde."""
        names = {kenmerk.id: kenmerk.naam for kenmerk in self.matrix.kenmerken}
        return (names | {eis.id: eis.naam for eis in self.eisen})[criterium]


def advise(handreiking: Handreiking, dossier: Dossier) -> Advies:
    """Rank every vorm and hoofdvariant for a region.

    Raises
    ------
    GeenGewicht
        When the region set every weight to zero.
    """
    matrix = matrix_for(handreiking, dossier)
    eisen = eisen_for(handreiking, dossier, matrix.opties)
    weights = weights_of(dossier, matrix, eisen)
    low, mode, high = _readings(matrix)
    values = np.hstack([interval_values(low, mode, high), _met(matrix, eisen, weights)])
    w = np.array(list(weights.values()))
    totals = additive_values(values, w)

    excluded = {optie.id: tuple(eis for eis in eisen if eis.toetsen[optie.id].sluit_uit) for optie in matrix.opties}
    in_play = np.array([not excluded[o.id] and o.id not in matrix.niet_gerangschikt for o in matrix.opties])
    rows = np.flatnonzero(in_play)
    low, mode, high = (100 * (part[rows] - SCHAAL_LAAG) / (SCHAAL_HOOG - SCHAAL_LAAG) for part in (low, mode, high))
    veld = Veld(
        vormen=tuple(matrix.opties[i].id for i in rows),
        hoofdvarianten=tuple(matrix.opties[i].hoofdvariant for i in rows),
        criteria=tuple(weights),
        laag=low,
        punt=mode,
        hoog=high,
        waarden=values[rows],
        gewichten=w,
        kenmerken=len(matrix.kenmerken),
    )
    places = _places(veld, dossier)
    better = _dominators(values, in_play)
    outcomes = [
        VormUitkomst(
            optie,
            float(totals[i]),
            1 + int(np.sum(totals[in_play] > totals[i] + GELIJK)) if in_play[i] else None,
            dict(zip(weights, (values[i] * w).tolist(), strict=True)),
            excluded[optie.id],
            tuple(dict.fromkeys(m for eis in eisen for m in eis.toetsen[optie.id].maatregelen)),
            matrix.opties[better[i]] if i in better else None,
            places.vormen[optie.id][0] if in_play[i] else None,
            optie.id in places.nooit_eerste,
        )
        for i, optie in enumerate(matrix.opties)
    ]
    ranked = sorted(outcomes, key=lambda vorm: vorm.rang or len(outcomes) + 1)
    hoofdvarianten = _hoofdvarianten(handreiking, ranked, places)
    left: dict[str, Stand] = {h.id: Stand(h.beste_vorm.waarde, h.plaatsen[0]) for h in hoofdvarianten if h.beste_vorm}
    weighed = is_weighed(dossier, matrix)
    return Advies(
        matrix,
        eisen,
        weights,
        {
            (optie.id, criterium): float(values[i, k])
            for i, optie in enumerate(matrix.opties)
            for k, criterium in enumerate(weights)
        },
        tuple(ranked),
        hoofdvarianten,
        verdict(left, weighed=weighed),
        voorsprong(left),
        dossier.weging.zekerheid == "onbekend",
        dossier.lezing == "strikt",
        weighed,
        dossier.trekkingen,
        dossier.zaad,
        veld,
    )


def without_soft_demands(dossier: Dossier) -> Dossier:
    """The same dossier when soft randvoorwaarden weigh nothing."""
    weging = dossier.weging.model_copy(update={"aandeel_randvoorwaarden": 0.0})
    return dossier.model_copy(update={"weging": weging})


def is_weighed(dossier: Dossier, matrix: Matrix) -> bool:
    """Are there weights by the way of weighing that counts, or did the region say that it cannot weigh?"""
    if dossier.weging.zekerheid == "onbekend":
        return True
    return weegwijze(dossier.weging, matrix.kenmerken).gewichten is not None


def weights_of(dossier: Dossier, matrix: Matrix, eisen: tuple[Eis, ...]) -> dict[str, float]:
    """Weights of kenmerken and soft randvoorwaarden, together 1.

    Soft randvoorwaarden together take their one share, divided by their weights; without any of weight
    the kenmerken take all. Not weighed, or unknown weights, means equal weights.
    """
    wijze = weegwijze(dossier.weging, matrix.kenmerken)
    equal = np.full(len(matrix.kenmerken), 1 / len(matrix.kenmerken))
    if dossier.weging.zekerheid == "onbekend":
        inside_kenmerken = equal
    elif wijze.stand == "nul":
        raise GeenGewicht
    else:
        inside_kenmerken = np.array(list(wijze.gewichten.values())) if wijze.gewichten else equal
    soft = [eis for eis in eisen if not eis.hard and eis.gewicht > 0]
    share = dossier.weging.aandeel_randvoorwaarden if soft else 0.0
    weights = dict(
        zip(
            (kenmerk.id for kenmerk in matrix.kenmerken),
            (inside_kenmerken * (1 - share)).tolist(),
            strict=True,
        )
    )
    if soft:
        inside = normalised(np.array([eis.gewicht for eis in soft])) * share
        weights |= dict(zip((eis.id for eis in soft), inside.tolist(), strict=True))
    return weights


def _readings(matrix: Matrix) -> tuple[Floats, Floats, Floats]:
    """Lowest, most likely and highest score, each (vormen, kenmerken)."""
    cells = [[matrix.cellen[optie.id, kenmerk.id] for kenmerk in matrix.kenmerken] for optie in matrix.opties]
    low, mode, high = np.array([[[c.laag, c.punt, c.hoog] for c in row] for row in cells]).transpose(2, 0, 1)
    return low, mode, high


def _met(matrix: Matrix, eisen: tuple[Eis, ...], weights: Mapping[str, float]) -> Floats:
    """(vormen, soft randvoorwaarden) in points from 0 to 100."""
    soft = [eis for eis in eisen if eis.id in weights]
    met = [[TELT[eis.toetsen[optie.id].oordeel] for eis in soft] for optie in matrix.opties]
    return np.array(met, dtype=np.float64).reshape(len(matrix.opties), len(soft))


def _places(veld: Veld, dossier: Dossier) -> Plaatsen:
    if not veld.vormen:
        return Plaatsen({}, {}, frozenset())
    return plaatsen(veld, dossier.weging.zekerheid, trekkingen=dossier.trekkingen, zaad=dossier.zaad)


def _dominators(values: NDArray[np.float64], in_play: NDArray[np.bool_]) -> dict[int, int]:
    """For every dominated option in play, the one with the highest sum of those that dominate it."""
    rows = np.flatnonzero(in_play)
    lead = values[rows, None, :] - values[None, rows, :]
    dominates = (lead >= -GELIJK).all(axis=2) & (lead > GELIJK).any(axis=2)
    sums = np.where(dominates, values[rows].sum(axis=1)[:, None], -np.inf)
    return {int(rows[i]): int(rows[sums[:, i].argmax()]) for i in np.flatnonzero(dominates.any(axis=0))}


def _hoofdvarianten(
    handreiking: Handreiking, ranked: list[VormUitkomst], places: Plaatsen
) -> tuple[HoofdvariantUitkomst, ...]:
    best = {}
    for id in handreiking.varianten.hoofdvarianten:
        members = [vorm for vorm in ranked if vorm.optie.hoofdvariant == id and vorm.doet_mee]
        best[id] = (members[0], members[-1].waarde) if members else (None, None)
    totals = [vorm.waarde for vorm, _ in best.values() if vorm]
    left = {id for id, (vorm, _) in best.items() if vorm}
    hundredths = van_100({id: shares[0] for id, shares in places.hoofdvarianten.items()})
    outcomes = [
        HoofdvariantUitkomst(
            id,
            handreiking.varianten.hoofdvarianten[id].naam,
            vorm,
            1 + sum(total > vorm.waarde + GELIJK for total in totals) if vorm else None,
            lowest,
            places.hoofdvarianten.get(id, ()),
            hundredths.get(id, 0),
            id in places.nooit_eerste or left - {id} <= places.nooit_eerste,
        )
        for id, (vorm, lowest) in best.items()
    ]
    return tuple(sorted(outcomes, key=lambda h: h.rang or len(outcomes) + 1))
