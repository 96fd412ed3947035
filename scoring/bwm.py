"""Weights from comparisons with the best and the worst criterion only (BWM, the linear model)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import linprog

from scoring._check import Floats, finite, refuse


@dataclass(frozen=True)
class BwmResult:
    """Weights of one set of comparisons, with two measures of how well these fit together."""

    #: (n,), sums to 1.
    weights: Floats
    #: The largest deviation that is left; 0 when all comparisons agree. In the linear model this is itself the
    #: measure of consistency.
    xi: float
    #: Known before solving: 0 when all comparisons agree, 1 when they could not agree less.
    input_consistency_ratio: float


def bwm_weights(best_to_others: ArrayLike, others_to_worst: ArrayLike, best: int, worst: int) -> BwmResult:
    """Weights by the linear best-worst method.

    Parameters
    ----------
    best_to_others : (n,) array
        How many times as important the best criterion is as each one, from 1 to 9; 1 for itself.
    others_to_worst : (n,) array
        How many times as important each criterion is as the worst one, from 1 to 9; 1 for the worst itself.
    best, worst : int
        Positions of the most and the least important criterion; the same only when there is just one.

    Returns
    -------
    BwmResult
        Of one criterion: weight 1, with xi and ratio 0. Of two: xi is 0 too.

    Raises
    ------
    ValueError
        Different lengths, a position that does not exist, the same criterion as best and worst, a comparison outside
        1 to 9, of a criterion with itself that is not 1, or best to worst that is not the same in both arrays.

    Notes
    -----
    Minimises xi with ``|w_best - a_best,j w_j| <= xi`` and ``|w_j - a_j,worst w_worst| <= xi`` for every j, weights
    non-negative with sum 1: a linear programme with one solution.

    References
    ----------
    Rezaei (2016), Omega 64:126-130. Liang, Brunelli & Rezaei (2020), Omega 96:102175, for the ratio.
    """
    over, under = _compared(best_to_others, others_to_worst, best, worst)
    n = len(over)
    if n == 1:
        return BwmResult(np.ones(1), 0.0, 0.0)
    to_others, to_worst = (np.zeros((n, n + 1)) for _ in range(2))
    to_others[:, best] = 1
    to_others[np.arange(n), np.arange(n)] -= over
    to_worst[np.arange(n), np.arange(n)] = 1
    to_worst[:, worst] -= under
    # A criterion compared with itself says nothing.
    deviations = np.vstack([np.delete(to_others, best, axis=0), np.delete(to_worst, [best, worst], axis=0)])
    bounds = np.vstack([deviations, -deviations])
    bounds[:, n] = -1
    solved = linprog(
        np.eye(n + 1)[n],
        A_ub=bounds,
        b_ub=np.zeros(len(bounds)),
        A_eq=[[1.0] * n + [0.0]],
        b_eq=[1.0],
        method="highs",
    )
    weights = np.clip(solved.x[:n], 0, None)
    ratio = bwm_input_ratios(over, under, best, worst).max()
    return BwmResult(weights / weights.sum(), max(0.0, float(solved.x[n])), float(ratio))


def bwm_input_ratios(best_to_others: ArrayLike, others_to_worst: ArrayLike, best: int, worst: int) -> Floats:
    """How far the comparisons by way of each criterion are from the direct one of best to worst.

    Parameters
    ----------
    best_to_others, others_to_worst, best, worst
        As in `bwm_weights`.

    Returns
    -------
    (n,) array
        ``|a_best,j a_j,worst - a_best,worst| / (a_best,worst^2 - a_best,worst)``; the largest is the input-based
        consistency ratio. When best and worst are equal, that is 0 for what is equal too and infinite for the rest.

    Raises
    ------
    ValueError
        As `bwm_weights`.

    References
    ----------
    Liang, Brunelli & Rezaei (2020), Omega 96:102175.
    """
    over, under = _compared(best_to_others, others_to_worst, best, worst)
    direct = over[worst]
    apart = np.abs(over * under - direct)
    apart[[best, worst]] = 0.0
    if direct > 1:
        return np.asarray(apart / (direct**2 - direct))
    return np.where(apart > 0, np.inf, 0.0)


def _compared(best_to_others: ArrayLike, others_to_worst: ArrayLike, best: int, worst: int) -> tuple[Floats, Floats]:
    over = finite("best_to_others", best_to_others, ndim=1)
    under = finite("others_to_worst", others_to_worst, ndim=1)
    n = len(over)
    if under.shape != over.shape:
        raise ValueError(f"others_to_worst: expected {n}, as many as best_to_others, got {len(under)}")
    for name, position in (("best", best), ("worst", worst)):
        if not 0 <= position < n:
            raise ValueError(f"{name}: expected a position from 0 to {n - 1}, got {position}")
    if best == worst and n > 1:
        raise ValueError(f"best and worst are both {best}; expected two different criteria")
    for name, array, itself in (("best_to_others", over, best), ("others_to_worst", under, worst)):
        refuse(name, (array < 1) | (array > 9), "is outside 1 to 9")
        if array[itself] != 1:
            raise ValueError(f"{name}[{itself}] compares a criterion with itself; expected 1, got {array[itself]:g}")
    if over[worst] != under[best]:
        raise ValueError(f"best to worst is {over[worst]:g} in best_to_others and {under[best]:g} in others_to_worst")
    return over, under
