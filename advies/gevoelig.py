"""What would change the answer: another weight, followed from 0 to 100%, or another reading of one score."""

from dataclasses import dataclass

import numpy as np

from advies.matrix import Matrix
from advies.oordeel import GELIJK
from advies.zekerheid import Floats, Ints, Veld
from handreiking.model import SCHAAL_HOOG, SCHAAL_LAAG
from scoring.robustness import score_flips, tipping_points
from scoring.weights import normalised

#: Points on a line of the chart; between crossings a hoofdvariant can change its best vorm, so it may bend anywhere.
STAPPEN = 101


@dataclass(frozen=True)
class Kruising:
    """Where another hoofdvariant takes the lead: the weight, and the points of both there."""

    gewicht: float
    waarde: float
    nieuwe_winnaar: str


@dataclass(frozen=True)
class Lijnen:
    """The points of every hoofdvariant while one criterium weighs from 0 to 1 and the others keep their proportions."""

    criterium: str
    gewicht_nu: float
    hoofdvarianten: tuple[str, ...]
    gewichten: tuple[float, ...]
    #: Per hoofdvariant its points at each of those weights.
    totalen: tuple[tuple[float, ...], ...]
    #: By weight, the lowest first.
    kantelpunten: tuple[Kruising, ...]


@dataclass(frozen=True)
class Omslag:
    """The smallest change of one reading that changes the first hoofdvariant.

    Vormen whose scores rest on the same claims move together: who reads the sentence otherwise, does so for all.
    """

    kenmerk: str
    vormen: tuple[str, ...]
    #: The mean of the reading per vorm, from 1 to 5, as it is and as it would have to be.
    nu: tuple[float, ...]
    straks: tuple[float, ...]
    nieuwe_winnaar: str
    beweringen: tuple[str, ...]

    @property
    def verschil(self) -> float:
        """Added to each of those scores, on the scale from 1 to 5."""
        return self.straks[0] - self.nu[0]


def lijnen(veld: Veld, criterium: str) -> Lijnen:
    """The points of every hoofdvariant over the weight of one criterium."""
    k = veld.criteria.index(criterium)
    crossings = [tip for tip in tipping_points(veld.waarden, veld.gewichten, veld.groep) if tip.criterion == k]
    grid = np.unique([*np.linspace(0, 1, STAPPEN), veld.gewichten[k], *(tip.weight for tip in crossings)])
    totals = np.stack([veld.waarden @ _with(veld.gewichten, k, weight) for weight in grid], axis=1)
    best = np.stack([totals[veld.groep == g].max(axis=0) for g in range(len(veld.groepen))])
    return Lijnen(
        criterium,
        float(veld.gewichten[k]),
        veld.groepen,
        tuple(grid.tolist()),
        tuple(tuple(row) for row in best.tolist()),
        tuple(
            Kruising(
                tip.weight,
                float((veld.waarden @ _with(veld.gewichten, k, tip.weight)).max()),
                veld.groepen[tip.new_winner],
            )
            for tip in sorted(crossings, key=lambda tip: tip.weight)
        ),
    )


def omslagen(veld: Veld, matrix: Matrix) -> tuple[Omslag, ...]:
    """Every reading that can change the first hoofdvariant by itself, within its interval; smallest change first.

    Where the first two are level any change does, however small, and no reading is named.
    """
    found = score_flips(veld.waarden, veld.gewichten, *_reach(veld), veld.groep, _blocks(veld, matrix))
    return tuple(
        Omslag(
            kenmerk,
            tuple(veld.vormen[i] for i in flip.options),
            tuple(_on_scale(veld.waarden[i, flip.criterion]) for i in flip.options),
            tuple(_on_scale(veld.waarden[i, flip.criterion] + flip.change) for i in flip.options),
            veld.groepen[flip.new_winner],
            matrix.cellen[veld.vormen[flip.options[0]], kenmerk].op_grond_van,
        )
        for flip in found
        if abs(flip.change) > GELIJK and (kenmerk := veld.criteria[flip.criterion])
    )


def _with(weights: Floats, k: int, weight: float) -> Floats:
    """The weights with that of criterium k replaced; the others keep their proportions, as in `tipping_points`."""
    if len(weights) == 1:
        return weights
    others = np.delete(weights, k)
    others = normalised(others if others.any() else np.ones_like(others))
    return np.insert(others * (1 - weight), k, weight)


def _reach(veld: Veld) -> tuple[Floats, Floats]:
    """How far every value can go: a reading within its interval, a soft randvoorwaarde nowhere."""
    fixed = veld.waarden[:, veld.kenmerken :]
    return np.hstack([veld.laag, fixed]), np.hstack([veld.hoog, fixed])


def _blocks(veld: Veld, matrix: Matrix) -> Ints:
    """The same number for scores of one criterium that rest on the same claims; all others move by themselves."""
    labels: dict[tuple[str, ...], int] = {}
    blocks = np.arange(veld.waarden.size).reshape(veld.waarden.shape)
    for k, kenmerk in enumerate(veld.criteria[: veld.kenmerken]):
        for i, vorm in enumerate(veld.vormen):
            cel = matrix.cellen[vorm, kenmerk]
            if cel.op_grond_van and not cel.is_eigen:
                blocks[i, k] = labels.setdefault((kenmerk, *cel.op_grond_van), blocks[i, k])
    return blocks


def _on_scale(value: float) -> float:
    """Points from 0 to 100 as a score from 1 to 5."""
    return float(SCHAAL_LAAG + value * (SCHAAL_HOOG - SCHAAL_LAAG) / 100)
