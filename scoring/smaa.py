"""SMAA-2: how often every option takes every rank when scores and weights are uncertain."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring._check import Floats, Ints, finite, group_of, triangular
from scoring.weights import normalised

#: Draws that are worked out at a time. Each block has its own random streams, so this number is part of what
#: a seed means: another one gives other draws. At this size the scores of a block stay in the cache.
BLOCK = 4096
#: Blocks are worked out in this many threads: numpy lets go of the interpreter in the long loops. Fixed, so that
#: sums are added in the same order on every machine.
LANES = 2

#: Scores are drawn and added in float32, twice as fast as float64, on 0 to 1 of their own range. The totals are
#: then off by less than this, so totals nearer than this tie. A pair of options with uncertain scores comes
#: that near in a few draws in a million, far below the noise of sampling.
_TIE = np.float32(1e-6)

_Singles = NDArray[np.float32]


@dataclass(frozen=True)
class WeightModel:
    """How weights are drawn; made by `uniform`, `dirichlet` or `sample`."""

    criteria: int
    #: (generator, count) -> (n, count) array, every column a set of weights with sum 1.
    draw: Callable[[np.random.Generator, int], Floats]

    @classmethod
    def uniform(cls, criteria: int) -> Self:
        """Every set of non-negative weights with sum 1 is equally likely.

        Drawn as normalised Exp(1), which is Dirichlet(1, ..., 1); normalising U(0, 1) would favour the middle.
        """
        if criteria < 1:
            raise ValueError(f"criteria: expected at least 1, got {criteria}")
        return cls.dirichlet(np.ones(criteria), criteria)

    @classmethod
    def dirichlet(cls, mean: ArrayLike, concentration: float) -> Self:
        """Weights around a mean.

        Parameters
        ----------
        mean : (n,) array
            Non-negative, not all zero, in any scale; a zero stays zero in every draw.
        concentration : float
            At least 1; higher is nearer to the mean. A weight with mean p has variance
            ``p * (1 - p) / (concentration + 1)``.
        """
        shape = normalised(finite("mean", mean, ndim=1))
        # Below 1 nearly all draws lie in the corners, and all gammas of a draw can underflow to zero together.
        if not 1 <= concentration < np.inf:
            raise ValueError(f"concentration: expected a number from 1 up, got {concentration}")
        shape = shape * concentration

        def draw(rng: np.random.Generator, count: int) -> Floats:
            gammas = np.stack([rng.standard_gamma(a, count) for a in shape])
            return np.asarray(gammas / gammas.sum(axis=0))

        return cls(len(shape), draw)

    @classmethod
    def sample(cls, rows: ArrayLike) -> Self:
        """Every draw takes one of the rows, with equal chances.

        Parameters
        ----------
        rows : (p, n) array
            Weights per person; each row counts once, whatever its scale.
        """
        columns = normalised(finite("weights", rows, ndim=2)).T
        n, people = columns.shape

        def draw(rng: np.random.Generator, count: int) -> Floats:
            if people == 1:
                return np.broadcast_to(columns, (n, count))
            return np.asarray(columns[:, rng.integers(people, size=count)])

        return cls(n, draw)


@dataclass(frozen=True, eq=False)
class SmaaResult:
    """What `smaa` found; shares are from 0 to 1.

    Attributes
    ----------
    rank_acceptability : (m, m) array
        Share of the draws in which the option of the row takes the rank of the column (0 is first). The rank is
        the number of options that are strictly better, so options that tie share a rank and leave the next
        empty: rows sum to 1, columns need not.
    central_weights : tuple of (n,) array or None, one per option
        Mean weights over the draws in which the option comes first; None when it never does.
    confidence : tuple of float or None, one per option
        Share of the draws of the scores in which the option comes first at its own central weights.
    group_acceptability : (g, g) array
    group_central_weights, group_confidence : tuples, one per group
        The same for groups, ranked by their best option.
    """

    rank_acceptability: Floats
    central_weights: tuple[Floats | None, ...]
    group_acceptability: Floats
    group_central_weights: tuple[Floats | None, ...]
    #: Draws everything once more, which takes as long as the ranks; so only when it is asked for.
    _confidence: Callable[[], tuple[tuple[float | None, ...], tuple[float | None, ...]]]

    @property
    def confidence(self) -> tuple[float | None, ...]:
        return self._both[0]

    @property
    def group_confidence(self) -> tuple[float | None, ...]:
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
        return self._confidence()


def smaa(
    low: ArrayLike,
    mode: ArrayLike,
    high: ArrayLike,
    weights: ArrayLike | WeightModel,
    *,
    draws: int,
    seed: int,
    groups: ArrayLike | None = None,
) -> SmaaResult:
    """Rank options by additive value while scores and weights are drawn.

    Parameters
    ----------
    low, mode, high : (m, n) arrays
        Triangular distribution of every score, in one linear unit where more is better.
        ``low = mode = high`` is a score that is certain.
    weights : (n,) array, (p, n) array or WeightModel
        Weights that are certain, a sample of which each draw takes a row, or a distribution.
    draws : int
        At least 1. The standard error of a share p is ``sqrt(p * (1 - p) / draws)``.
    seed : int
        Not negative. The same seed gives the same bits; the scores drawn do not depend on `weights`, so runs
        that differ in weights only can be compared without the noise of the scores.
    groups : (m,) array of int, optional
        The group of every option, 0 to g - 1. Options of one group share the quantile of their score on a
        criterion: they rest on one reading. Without groups every option is its own.

    Returns
    -------
    SmaaResult
        The central weights belong to the distribution of the weights that was given.

    Raises
    ------
    ValueError
        NaN, ``low <= mode <= high`` that does not hold, shapes that do not fit, negative or all-zero weights,
        ``draws < 1`` or a negative seed.

    Notes
    -----
    A part of the totals that does not depend on the weights drawn can be added to all scores of an option: the
    weights sum to 1, so it comes out once.

    References
    ----------
    Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3):444-454.
    Tervonen & Lahdelma (2007), Implementing SMAA, EJOR 178(2):500-513.
    """
    triangles = triangular(low, mode, high)
    m, n = triangles[1].shape
    model = weights if isinstance(weights, WeightModel) else WeightModel.sample(np.atleast_2d(weights))
    if model.criteria != n:
        raise ValueError(f"weights: expected {n}, one per criterion, got {model.criteria}")
    for name, number, least in (("draws", draws, 1), ("seed", seed, 0)):
        if number < least:
            raise ValueError(f"{name}: expected at least {least}, got {number}")
    group = group_of(groups, m)

    sides = [[np.array([i]) for i in range(m)]]
    if groups is not None:
        sides.append([np.flatnonzero(group == i) for i in range(group.max() + 1)])
    run = _Run(triangles, group, sides, model, seed, draws)
    acceptability, central = run.ranks()
    option, team = 0, len(sides) - 1

    def confidence() -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
        found = run.confidence(central)
        return found[option], found[team]

    return SmaaResult(acceptability[option], central[option], acceptability[team], central[team], confidence)


@dataclass(frozen=True, eq=False)
class _Run:
    """One run over all draws, divided over lanes that each take their own blocks."""

    triangles: tuple[Floats, Floats, Floats]
    group: Ints
    #: Who is ranked against each other: the options, then the groups if any, each as the options it holds.
    sides: list[list[Ints]]
    model: WeightModel
    seed: int
    draws: int

    def ranks(self) -> tuple[list[Floats], list[tuple[Floats | None, ...]]]:
        """Rank acceptability and central weights, per side."""
        acceptability, central = [], []
        for side, tally in zip(self.sides, self._in_lanes(self._tally), strict=True):
            counts, weights = np.split(tally, [len(side)], axis=1)
            firsts = counts[:, 0]
            acceptability.append(counts / self.draws)
            central.append(tuple(w / first if first else None for w, first in zip(weights, firsts, strict=True)))
        return acceptability, central

    def _tally(self, blocks: range) -> list[Floats]:
        """Per side: how often each rank was taken, and beside it the sum of the weights of every first place."""
        scores = _Scores(*self.triangles, self.group)
        tallies = [np.zeros((len(side), len(side) + self.model.criteria)) for side in self.sides]
        for block in blocks:
            size = self._size(block)
            weights = self.model.draw(self._stream(block, 1), BLOCK)[:, :size]
            totals = scores.totals(self._stream(block, 0), weights)
            for side, tally in zip(self.sides, tallies, strict=True):
                rank = _ranks(totals, side)
                firsts = (rank == 0).astype(np.float64)
                tally += np.hstack([_counts(rank), firsts @ weights.T])
        return tallies

    def confidence(self, central: list[tuple[Floats | None, ...]]) -> list[tuple[float | None, ...]]:
        """How often everyone is first at its own central weights, per side.

        Over the same scores, drawn once more: kept from `ranks`, a million draws would not fit in memory.
        """
        entries = [
            (members, weights)
            for side, found in zip(self.sides, central, strict=True)
            for members, weights in zip(side, found, strict=True)
            if weights is not None
        ]
        weightings = np.stack([weights for _, weights in entries]).astype(np.float32)
        entries_of = [
            [i for i, (members, _) in enumerate(entries) if option in members] for option in range(len(self.group))
        ]

        def firsts(blocks: range) -> list[Floats]:
            scores = _Scores(*self.triangles, self.group)
            count = np.zeros(len(entries))
            for block in blocks:
                own, best = np.full((2, len(entries), self._size(block)), -np.inf, dtype=np.float32)
                for option, totals in scores.totals_at(self._stream(block, 0), weightings):
                    totals = totals[:, : self._size(block)]
                    np.maximum(best, totals, out=best)
                    for i in entries_of[option]:
                        np.maximum(own[i], totals[i], out=own[i])
                count += np.count_nonzero(own >= best - _TIE, axis=1)
            return [count]

        (count,) = self._in_lanes(firsts)
        shares = iter((count / self.draws).tolist())
        return [tuple(None if weights is None else next(shares) for weights in found) for found in central]

    def _in_lanes(self, work: Callable[[range], list[Floats]]) -> list[Floats]:
        """Sums over all blocks of the arrays that the work makes of some of them."""
        blocks = range(-(-self.draws // BLOCK))
        with ThreadPoolExecutor(LANES) as pool:
            lanes = list(pool.map(work, [blocks[lane::LANES] for lane in range(LANES)]))
        return [np.sum(parts, axis=0) for parts in zip(*lanes, strict=True)]

    def _stream(self, block: int, part: int) -> np.random.Generator:
        """The random stream of a block for its scores (part 0) or its weights (part 1); SFC64 is the quickest."""
        return np.random.Generator(np.random.SFC64(np.random.SeedSequence(self.seed, spawn_key=(block, part))))

    def _size(self, block: int) -> int:
        return min(BLOCK, self.draws - block * BLOCK)


class _Scores:
    """Draws of the scores, on 0 to 1 of their own range.

    The quantile function of a triangle is ``low + sqrt(u * (high - low) * (mode - low))`` up to the mode and
    ``high - sqrt((1 - u) * (high - low) * (high - mode))`` beyond it. Here both parts are always added, and
    each stands still where the other applies, so that no draw has to be sorted to one side.
    """

    def __init__(self, low: Floats, mode: Floats, high: Floats, group: Ints) -> None:
        start, width = low.min(), float(high.max() - low.min()) or 1.0
        low, mode, high = ((array - start) / width for array in (low, mode, high))
        spread = np.where(high > low, high - low, 1.0)
        turn = (mode - low) / spread
        # Per criterion, option and draw: the order in which memory is walked through.
        self._rise, self._fall, self._turn, self._rest, self._base = (
            array.T[:, :, None].astype(np.float32)
            for array in (
                np.sqrt(spread * (mode - low)),
                np.sqrt(spread * (high - mode)),
                np.sqrt(turn),
                np.sqrt(1 - turn),
                low + high - mode,
            )
        )
        self._group = group
        m, n = low.shape
        # Written over by every block: memory that is new each time costs more than the arithmetic.
        self._up, self._down = np.empty((2, group.max() + 1, BLOCK), dtype=np.float32)
        self._scores = np.empty((n, m, BLOCK), dtype=np.float32)
        self._falling = np.empty((m, BLOCK), dtype=np.float32)

    def totals(self, rng: np.random.Generator, weights: Floats) -> _Singles:
        """(options, draws), for weights (criteria, draws)."""
        scores = self._draw(rng)[..., : weights.shape[1]]
        scores *= weights.astype(np.float32)[:, None, :]
        return np.asarray(scores.sum(axis=0))

    def totals_at(self, rng: np.random.Generator, weightings: _Singles) -> Iterator[tuple[int, _Singles]]:
        """Per option (weightings, draws), for weightings (weightings, criteria)."""
        scores = self._draw(rng)
        for option in range(len(self._group)):
            yield option, np.asarray(weightings @ scores[:, option])

    def _draw(self, rng: np.random.Generator) -> _Singles:
        """(criteria, options, BLOCK), to be used before the next call."""
        up, down, falling = self._up, self._down, self._falling
        for k, scores in enumerate(self._scores):
            rng.random(dtype=np.float32, out=up)
            np.subtract(1, up, out=down)
            for root, wide, stop, height in (
                (up, scores, self._turn[k], self._rise[k]),
                (down, falling, self._rest[k], self._fall[k]),
            ):
                np.sqrt(root, out=root)
                if len(root) < len(wide):
                    # Options share quantiles. "clip" only spares take() a copy, which it otherwise makes to leave
                    # `out` alone should an index be out of range.
                    root = np.take(root, self._group, axis=0, out=wide, mode="clip")
                np.minimum(root, stop, out=wide)
                wide *= height
            scores -= falling
            scores += self._base[k]
        return self._scores


def _ranks(totals: _Singles, side: list[Ints]) -> NDArray[np.int16]:
    """The number of others that are strictly better, (len(side), draws)."""
    best = np.stack([totals[members].max(axis=0) for members in side])
    return np.stack([(best > own).sum(axis=0, dtype=np.int16) for own in best + _TIE])


def _counts(rank: NDArray[np.int16]) -> Ints:
    """How often each row takes each rank."""
    size = len(rank)
    places = rank + size * np.arange(size)[:, None]
    return np.bincount(places.ravel(), minlength=size * size).reshape(size, size)
