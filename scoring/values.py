"""Values on fixed anchors, their weighted total, and which options can ever win."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linprog

from scoring._check import TIE, Floats, finite, group_of, triangular, weights_for

#: The ends of the scale on which scores are read. They stand still whatever the options at hand score:
#: anchors taken from the options themselves let a new option turn two others round (Belton & Gear, 1983).
WORST, BEST = 1.0, 5.0


def interval_values(
    low: ArrayLike, mode: ArrayLike, high: ArrayLike, *, worst: float = WORST, best: float = BEST
) -> Floats:
    """Values of scores that are known as an interval with a most likely point.

    Parameters
    ----------
    low, mode, high : (m, n) arrays
        Lowest, most likely and highest score, on the scale of the anchors.
    worst, best : float
        The scores that are worth 0 and 100.

    Returns
    -------
    (m, n) array
        ``100 * (mean - worst) / (best - worst)`` with the mean of the triangular distribution,
        ``(low + mode + high) / 3``. The mean and not the mode, so that the highest total agrees with what
        comes out on top most often when scores are drawn.

    Raises
    ------
    ValueError
        NaN, shapes that differ, or ``low <= mode <= high`` that does not hold.
    """
    low_, mode_, high_ = triangular(low, mode, high)
    return 100 * ((low_ + mode_ + high_) / 3 - worst) / (best - worst)


def additive_values(scores: ArrayLike, weights: ArrayLike) -> Floats:
    """Total of every option: the sum over the criteria of weight times score.

    Parameters
    ----------
    scores : (m, n) array
        One row per option, one column per criterion; more is better.
    weights : (n,) array
        Non-negative, not all zero; used as they are, so the total is in the unit of the scores when they
        sum to 1.

    Returns
    -------
    (m,) array

    Raises
    ------
    ValueError
        NaN, shapes that do not fit, negative or all-zero weights.

    References
    ----------
    Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
    """
    scores_ = finite("scores", scores, ndim=2)
    return scores_ @ weights_for(weights, scores_.shape[1])


def dominated(scores: ArrayLike) -> NDArray[np.bool_]:
    """Whether another option is at least as good on every criterion and better on some.

    Parameters
    ----------
    scores : (m, n) array
        More is better; scores within 1e-9 are equal.

    Returns
    -------
    (m,) array of bool
    """
    scores_ = finite("scores", scores, ndim=2)
    lead = scores_[:, None, :] - scores_[None, :, :]
    dominates = (lead >= -TIE).all(axis=2) & (lead > TIE).any(axis=2)
    return np.asarray(dominates.any(axis=0))


def can_win(scores: ArrayLike, groups: ArrayLike | None = None) -> NDArray[np.bool_]:
    """Whether some weights put an option alone on top, by more than 1e-9.

    Parameters
    ----------
    scores : (m, n) array
        More is better.
    groups : (m,) array of int, optional
        The group of every option. An option then competes with those of other groups only: a group can win
        when one of its options can.

    Returns
    -------
    (m,) array of bool
        Equal rows count once: an option does not have to beat its own copy.

    Notes
    -----
    Per option the largest lead over all rivals, by linear programming over the simplex of weights. The lead
    is worked out again from the weights found, so the tolerance of the solver makes no winner.
    """
    scores_ = finite("scores", scores, ndim=2)
    group = group_of(groups, scores_.shape[0])
    return np.array([_largest_lead(scores_, group, i) > TIE for i in range(scores_.shape[0])])


def _largest_lead(scores: Floats, group: NDArray[np.intp], option: int) -> float:
    lead = scores[option] - scores
    lead = lead[(group != group[option]) & (np.abs(lead) > TIE).any(axis=1)]
    if not lead.size:
        return np.inf
    n = scores.shape[1]
    # Variables: n weights and t, the smallest lead; maximise t while every lead is at least t.
    found = linprog(
        c=np.r_[np.zeros(n), -1.0],
        A_ub=np.c_[-lead, np.ones(len(lead))],
        b_ub=np.zeros(len(lead)),
        A_eq=np.r_[np.ones(n), 0.0][None],
        b_eq=[1.0],
        bounds=[(0.0, 1.0)] * n + [(None, None)],
    )
    weights = np.clip(found.x[:n], 0.0, None)
    return float((lead @ (weights / weights.sum())).min())
