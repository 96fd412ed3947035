"""Weights from comparisons of all pairs, by the principal eigenvector (AHP), and how consistent those are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from scoring._check import Floats, finite, refuse

#: The mean consistency index of random matrices of this order, as Saaty (1980) published it. Other tables exist
#: (0.52 or 0.525 for three criteria, 0.882 for four): a consistency ratio says little without its table.
RANDOM_INDEX = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
#: What can be said of a pair: equal, or one of the two 2 to 9 times as important.
JUDGEMENTS = (*(1 / n for n in range(9, 1, -1)), *map(float, range(1, 10)))
#: Room for a reciprocal that was written in decimals.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class AhpResult:
    """Weights of one comparison matrix, with its consistency."""

    #: (n,), sums to 1.
    weights: Floats
    lambda_max: float
    #: ``(lambda_max - n) / (n - 1)``; 0 for one criterion.
    consistency_index: float
    #: The index over Saaty's random index; 0 for one or two criteria, which cannot contradict each other. Above 0.10
    #: the judgements are to be looked at again.
    consistency_ratio: float


@dataclass(frozen=True)
class Repair:
    """The judgement that fits the others least, and what would make it fit better."""

    #: Row and column of the judgement, row before column.
    row: int
    column: int
    #: The whole judgement of Saaty's scale that gives the lowest consistency ratio, and that ratio.
    value: float
    consistency_ratio: float


def ahp_weights(matrix: ArrayLike) -> AhpResult:
    """Weights from a matrix of pairwise comparisons.

    Parameters
    ----------
    matrix : (n, n) array
        ``matrix[i, j]`` says how many times as important i is as j, from 1/9 to 9; reciprocal, with ones on the
        diagonal; at most 15 criteria, as far as the random indices go.

    Returns
    -------
    AhpResult

    Raises
    ------
    ValueError
        No square matrix, too many criteria, a judgement outside 1/9 to 9, a diagonal that is not 1, or
        ``matrix[i, j] * matrix[j, i]`` that is not 1.

    References
    ----------
    Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill.
    """
    array = finite("matrix", matrix, ndim=2)
    n = len(array)
    if array.shape != (n, n):
        raise ValueError(f"matrix: expected as many rows as columns, got shape {array.shape}")
    if n >= len(RANDOM_INDEX):
        raise ValueError(f"matrix: expected at most {len(RANDOM_INDEX) - 1} criteria, got {n}")
    refuse("matrix", (array < 1 / 9 - _ROUNDING) | (array > 9 + _ROUNDING), "is outside 1/9 to 9")
    refuse("matrix", np.eye(n, dtype=bool) & (np.abs(array - 1) > _ROUNDING), "is not 1, on the diagonal")
    refuse("matrix", np.abs(array * array.T - 1) > _ROUNDING, "is not the reciprocal of its opposite")
    return _solve(array)


def ahp_repair(matrix: ArrayLike) -> Repair | None:
    """Which judgement to look at first, and which other one would mend most.

    Parameters
    ----------
    matrix : (n, n) array
        As in `ahp_weights`.

    Returns
    -------
    Repair or None
        Judgements are tried in the order in which they deviate from the weights, by ``a_ij w_j / w_i``. For the
        first that can be bettered, the best of all other judgements, found by trying each. None when no single
        judgement can be bettered.

    Raises
    ------
    ValueError
        As `ahp_weights`.
    """
    result = ahp_weights(matrix)
    array = np.array(matrix, dtype=np.float64)
    rows, columns = np.triu_indices(len(array), k=1)
    fit = array[rows, columns] * result.weights[columns] / result.weights[rows]
    for pair in np.argsort(-np.abs(np.log(fit)), kind="stable"):
        row, column = int(rows[pair]), int(columns[pair])
        ratio, value = min((_ratio_with(array, row, column, value), value) for value in JUDGEMENTS)
        if ratio < result.consistency_ratio - _ROUNDING:
            return Repair(row, column, value, ratio)
    return None


def _solve(array: Floats) -> AhpResult:
    n = len(array)
    values, vectors = np.linalg.eig(array)
    principal = int(values.real.argmax())
    weights = np.abs(vectors[:, principal].real)
    lambda_max = float(values[principal].real)
    # The largest eigenvalue of a reciprocal matrix is never below n; what is, is rounding.
    index = max(0.0, lambda_max - n) / (n - 1) if n > 1 else 0.0
    return AhpResult(weights / weights.sum(), lambda_max, index, index / RANDOM_INDEX[n] if n > 2 else 0.0)


def _ratio_with(array: Floats, row: int, column: int, value: float) -> float:
    tried = array.copy()
    tried[row, column], tried[column, row] = value, 1 / value
    return _solve(tried).consistency_ratio
