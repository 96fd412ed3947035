"""What it takes to change the winner: another weight, or another score.

The winner is the option with the highest additive value; with groups, the group of that option. Totals within
1e-9 of each other are equal, and of equal ones the first in order wins.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring._check import TIE, Floats, Ints, finite, group_of, like, refuse, weights_for
from scoring.smaa import SmaaResult, WeightModel, smaa
from scoring.weights import normalised

__all__ = [
    "ScoreFlip",
    "SmaaResult",
    "TippingPoint",
    "WeightModel",
    "pairwise_win_share",
    "score_flips",
    "smaa",
    "stability_intervals",
    "tipping_points",
]


@dataclass(frozen=True)
class TippingPoint:
    """A weight at which the winner changes."""

    #: Column of the criterion whose weight moves.
    criterion: int
    #: From 0 to 1.
    weight: float
    #: The option, or the group, that wins beyond this weight, seen from the present one.
    new_winner: int


@dataclass(frozen=True)
class ScoreFlip:
    """The smallest change of a score, or of a block of scores, that changes the winner."""

    #: Rows whose score moves.
    options: tuple[int, ...]
    criterion: int
    #: Added to each of those scores, in their unit. Here the new winner draws level; beyond it, it leads.
    change: float
    #: An option, or a group.
    new_winner: int


def tipping_points(scores: ArrayLike, weights: ArrayLike, groups: ArrayLike | None = None) -> list[TippingPoint]:
    """Every weight from 0 to 1 at which the winner changes, one criterion at a time.

    Parameters
    ----------
    scores : (m, n) array
        More is better.
    weights : (n,) array
        Non-negative, not all zero; only their proportions count.
    groups : (m,) array of int, optional
        The group of every option, 0 to g - 1; a group is as good as its best option, and `new_winner` is a
        group. A change of the best option within a group is no tipping point.

    Returns
    -------
    list of TippingPoint
        Nearest to the present weight first. Beyond a first change a criterion can have more.

    Notes
    -----
    The weight of criterion k goes from 0 to 1 while the others keep their proportions. With D the present lead
    of a over b and d_k their difference on k, b draws level when the weight changes by
    ``D * (1 - w_k) / (D - d_k)``. Every total is a line in that weight, so the best of them is a chain of line
    pieces, and the winner can change only where two pieces meet.

    - ``D = d_k``: the lines are parallel and never meet.
    - ``w_k = 1``: the others have no proportions to keep and share equally what k gives up.
    - One criterion only: its weight is always 1, so nothing can change.
    - A rival that draws level only at 0 or at 1 leads nowhere, so that is no tipping point.
    - When options tie now and the winner trails on one side, the present weight itself is the tipping point.

    References
    ----------
    Triantaphyllou & Sanchez (1997), Decision Sciences 28(1):151-194.
    """
    case = _Case.of(scores, weights, groups)
    tips = [tip for k in range(len(case.weights)) for side in (-1, 1) for tip in _tips(case, k, side)]
    return sorted(tips, key=lambda tip: abs(tip.weight - case.weights[tip.criterion]))


def stability_intervals(scores: ArrayLike, weights: ArrayLike, groups: ArrayLike | None = None) -> Floats:
    """The range of every weight in which the present winner keeps winning.

    Parameters
    ----------
    scores, weights, groups
        As in `tipping_points`.

    Returns
    -------
    (n, 2) array
        Lowest and highest weight, around the present one: the nearest tipping points, else 0 and 1.
    """
    case = _Case.of(scores, weights, groups)
    return np.array(
        [
            [next((tip.weight for tip in _tips(case, k, side)), end) for side, end in ((-1, 0.0), (1, 1.0))]
            for k in range(len(case.weights))
        ]
    )


def score_flips(
    scores: ArrayLike,
    weights: ArrayLike,
    low: ArrayLike,
    high: ArrayLike,
    groups: ArrayLike | None = None,
    blocks: ArrayLike | None = None,
) -> list[ScoreFlip]:
    """The smallest change of each score, within its own range, that changes the winner.

    Parameters
    ----------
    scores : (m, n) array
        More is better.
    weights : (n,) array
        Non-negative, not all zero; only their proportions count.
    low, high : (m, n) arrays
        How far each score can go; ``low <= scores <= high``.
    groups : (m,) array of int, optional
        As in `tipping_points`; the winner is then a group.
    blocks : (m, n) array of int, optional
        Scores of one criterion with the same number move together, all by the same change, until one of them
        comes to the end of its range. Without blocks every score moves by itself.

    Returns
    -------
    list of ScoreFlip
        Smallest change first; at most one per block. A block that can only bring a rival level, at the very
        end of its range, is not among them.

    Notes
    -----
    The totals of the options in a block shift all alike, by weight times change, and the others stand still. So
    the winner can change only where the best inside the block and the best outside it are level.
    """
    case = _Case.of(scores, weights, groups)
    low_, high_ = like("low", low, case.scores), like("high", high, case.scores)
    refuse("low", low_ > case.scores + TIE, "is above its score")
    refuse("high", high_ < case.scores - TIE, "is below its score")
    m, n = case.scores.shape
    labels = np.arange(m * n).reshape(m, n) if blocks is None else np.asarray(blocks)
    if labels.shape != (m, n):
        raise ValueError(f"blocks: expected shape {(m, n)}, got {labels.shape}")
    flips = [
        flip
        for k in np.flatnonzero(case.weights)
        for label in np.unique(labels[:, k])
        if (flip := _flip(case, int(k), labels[:, k] == label, low_, high_))
    ]
    return sorted(flips, key=lambda flip: abs(flip.change))


def pairwise_win_share(difference: ArrayLike) -> float:
    """Share of all weights (non-negative, sum 1) at which one option has the higher total.

    Parameters
    ----------
    difference : (n,) array
        Score of the one option less that of the other, per criterion.

    Returns
    -------
    float
        Volume of the part of the simplex where ``weights @ difference > 0``, as a share from 0 to 1.

    Notes
    -----
    For differences that are all unlike this is the sum over positive d_k of
    ``d_k ** (n - 1) / prod(d_k - d_l for l != k)``, which breaks down when two are nearly alike. Used instead is
    the recurrence of divided differences between a positive and a negative element: it only takes weighted
    means, so it is exact to rounding whatever coincides.

    References
    ----------
    Varsi (1973), Pacific Journal of Mathematics 46(1):303-314; Ali (1973), idem 48(2):313-322.
    """
    d = finite("difference", difference, ndim=1)
    gains, losses = d[d > 0], -d[d < 0]
    # share[j]: for the gains so far and the first j losses. Zeros drop out: they favour neither.
    share = np.zeros(1 + len(losses))
    for gain in gains:
        share[0] = 1.0
        for j, loss in enumerate(losses, start=1):
            share[j] = (gain * share[j - 1] + loss * share[j]) / (gain + loss)
    return float(share[-1])


@dataclass(frozen=True, eq=False)
class _Case:
    """Checked input, with the winner at the weights as they are."""

    scores: Floats
    weights: Floats
    group: Ints
    winner: int

    @classmethod
    def of(cls, scores: ArrayLike, weights: ArrayLike, groups: ArrayLike | None) -> "_Case":
        scores_ = finite("scores", scores, ndim=2)
        weights_ = normalised(weights_for(weights, scores_.shape[1]))
        group = group_of(groups, len(scores_))
        return cls(scores_, weights_, group, _leaders(scores_ @ weights_, group)[0])


def _leaders(totals: Floats, group: Ints) -> list[int]:
    """The groups whose best option is level with the best of all, in the order of the options."""
    return list(dict.fromkeys(group[totals >= totals.max() - TIE].tolist()))


def _tips(case: _Case, k: int, side: int) -> Iterator[TippingPoint]:
    """Tipping points of one criterion, going down (-1) or up (1) from its present weight."""
    n = len(case.weights)
    if n == 1:
        return
    present = case.weights[k]
    others = np.delete(case.weights, k)
    others = others / others.sum() if others.any() else np.full(n - 1, 1 / (n - 1))
    # The line of every option: its total at weight 0 and at weight 1.
    at_zero, at_one = np.delete(case.scores, k, axis=1) @ others, case.scores[:, k]

    end = 0.0 if side < 0 else 1.0
    knots = _meeting_weights(at_zero, at_one)
    # A crossing that rounding puts just beside the present weight is at it.
    ahead = (knots - present) * side
    knots = knots[(ahead > TIE) & (ahead < abs(end - present))]
    knots = np.concatenate([[present], np.sort(knots)[::side], [end]])
    totals = np.outer(at_zero, 1 - knots) + np.outer(at_one, knots)
    behind = totals.max(axis=0) - totals
    # Between two knots no lines cross, so a line that is on top at both is on top all the way.
    behind = np.maximum(behind[:, :-1], behind[:, 1:])
    winner = case.winner
    for piece, start in zip(behind.T, knots, strict=False):
        on_top = case.group[piece <= max(TIE, piece.min())]
        if winner not in on_top:
            winner = int(on_top[0])
            yield TippingPoint(k, float(start), winner)


def _meeting_weights(at_zero: Floats, at_one: Floats) -> Floats:
    """The weights between 0 and 1 at which two of the lines cross."""
    a, b = np.triu_indices(len(at_zero), 1)
    lead_at_zero, lead_at_one = at_zero[a] - at_zero[b], at_one[a] - at_one[b]
    crosses = lead_at_zero * lead_at_one < 0
    return np.asarray(lead_at_zero[crosses] / (lead_at_zero - lead_at_one)[crosses])


def _flip(case: _Case, k: int, block: NDArray[np.bool_], low: Floats, high: Floats) -> ScoreFlip | None:
    """The flip of one block of scores of criterion k, given as a mask of the options; None when there is none."""
    if block.all():
        return None
    weight, totals = case.weights[k], case.scores @ case.weights
    inside, outside = _leaders(totals[block], case.group[block]), _leaders(totals[~block], case.group[~block])
    if case.winner in inside and case.winner in outside:
        return None
    change = (totals[~block].max() - totals[block].max()) / weight
    if case.winner in inside:
        room, new_winner = (case.scores - low)[block, k].min(), outside[0]
    else:
        room, new_winner = (high - case.scores)[block, k].min(), inside[0]
    if weight * (room - abs(change)) <= TIE:
        return None
    return ScoreFlip(tuple(np.flatnonzero(block).tolist()), k, float(change), new_winner)
