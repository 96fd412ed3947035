"""Weights of criteria."""

import numpy as np
from numpy.typing import ArrayLike

from scoring._check import Floats, finite, non_negative_rows


def normalised(weights: ArrayLike) -> Floats:
    """Weights that sum to 1, in the same proportions.

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
    """
    array = finite("weights", weights, ndim=max(1, min(2, np.ndim(weights))))
    non_negative_rows("weights", array)
    # By the largest first, so that very large or very small weights do not overflow or vanish in the sum.
    array = array / array.max(axis=-1, keepdims=True)
    return np.asarray(array / array.sum(axis=-1, keepdims=True))
