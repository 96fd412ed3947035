"""Weights of criteria: from numbers on a scale, from a ranking, and from comparisons of two at a time."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from scoring._check import Floats, finite, non_negative_rows, refuse
from scoring.ahp import AhpResult, Repair, ahp_repair, ahp_weights
from scoring.bwm import BwmResult, bwm_input_ratios, bwm_weights

__all__ = [
    "AhpResult",
    "BwmResult",
    "Repair",
    "ahp_repair",
    "ahp_weights",
    "bwm_input_ratios",
    "bwm_weights",
    "normalised",
    "rank_weights",
]


def normalised(weights: ArrayLike) -> Floats:
    """Weights that sum to 1, in the same proportions.

    This is all that swing weights (the most important swing is 100, the others relative to it) and points
    that are divided (100 in all, or as many as were given so far) need.

    Parameters
    ----------
    weights : (n,) or (p, n) array
        Non-negative, one per criterion; or one row of those per person.

    Returns
    -------
    (n,) or (p, n) array
        Every row sums to 1.

    Raises
    ------
    ValueError
        A weight that is negative or NaN, or a row that is all zero: there is no proportion to keep, and an
        equal split would be an answer that nobody gave.

    References
    ----------
    Von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research, Cambridge University Press.
    """
    array = finite("weights", weights, ndim=max(1, min(2, np.ndim(weights))))
    non_negative_rows("weights", array)
    # By the largest first, so that very large or very small weights do not overflow or vanish in the sum.
    array = array / array.max(axis=-1, keepdims=True)
    return np.asarray(array / array.sum(axis=-1, keepdims=True))


def rank_weights(ranks: ArrayLike, method: Literal["roc", "rs", "rr"] = "roc") -> Floats:
    """Weights from a ranking of criteria.

    Parameters
    ----------
    ranks : (n,) array of int
        1 is the most important. Only the order counts, so 1, 1, 2 and 1, 1, 3 say the same. Equal ranks share
        the mean weight of the positions they take.
    method : {"roc", "rs", "rr"}
        With i the position: rank order centroid ``(1/i + 1/(i+1) + ... + 1/n) / n``, the mean of all weights
        in that order; rank sum ``2 (n + 1 - i) / (n (n + 1))``; rank reciprocal ``(1/i) / (1/1 + ... + 1/n)``.

    Returns
    -------
    (n,) array
        Sums to 1. One criterion has weight 1.

    Raises
    ------
    ValueError
        A rank that is no whole number from 1, or an unknown method.

    References
    ----------
    Barron & Barrett (1996), Management Science 42(11):1515-1523, for ROC. Stillwell, Seaver & Edwards (1981),
    Organizational Behavior and Human Performance 28(1):62-77, for rank sum and rank reciprocal.
    """
    array = finite("ranks", ranks, ndim=1)
    refuse("ranks", (array < 1) | (array != np.floor(array)), "is not a whole number from 1")
    n = len(array)
    position = np.arange(1, n + 1)
    if method == "roc":
        by_position = np.cumsum(1 / position[::-1])[::-1] / n
    elif method == "rs":
        by_position = 2 * (n + 1 - position) / (n * (n + 1))
    elif method == "rr":
        by_position = 1 / position / (1 / position).sum()
    else:
        raise ValueError(f'method: expected "roc", "rs" or "rr", got {method!r}')
    _, place, count = np.unique(array, return_inverse=True, return_counts=True)
    shared = np.add.reduceat(by_position, np.cumsum(count) - count) / count
    return np.asarray(shared[place])
