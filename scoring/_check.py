"""Checks of what comes into this package; each refusal says which argument, what is wrong and where."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

#: Totals or scores nearer than this are equal: what is left between them is rounding.
TIE = 1e-9


def finite(name: str, value: ArrayLike, *, ndim: int) -> Floats:
    """The argument as floats with this many axes, none of them empty, without NaN or infinity."""
    array = np.asarray(value, dtype=np.float64)
    if array.ndim != ndim or array.size == 0:
        raise ValueError(f"{name}: expected a non-empty array with {ndim} axes, got shape {array.shape}")
    refuse(name, ~np.isfinite(array), "is not a finite number")
    return array


def like(name: str, value: ArrayLike, scores: Floats) -> Floats:
    """The argument as a finite array of the same shape as the scores."""
    array = finite(name, value, ndim=scores.ndim)
    if array.shape != scores.shape:
        raise ValueError(f"{name}: expected shape {scores.shape}, got {array.shape}")
    return array


def triangular(low: ArrayLike, mode: ArrayLike, high: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """The three arrays as floats of one shape, with ``low <= mode <= high``."""
    mode_ = finite("mode", mode, ndim=2)
    low_, high_ = like("low", low, mode_), like("high", high, mode_)
    refuse("low", low_ > mode_, "is above mode")
    refuse("high", high_ < mode_, "is below mode")
    return low_, mode_, high_


def weights_for(weights: ArrayLike, criteria: int) -> Floats:
    """Weights for this many criteria: non-negative and not all zero, otherwise as they came."""
    array = finite("weights", weights, ndim=1)
    if array.shape != (criteria,):
        raise ValueError(f"weights: expected {criteria}, one per criterion, got {array.size}")
    non_negative_rows("weights", array)
    return array


def non_negative_rows(name: str, array: Floats) -> None:
    """Refuse a negative weight, and a row of weights that are all zero."""
    refuse(name, array < 0, "is negative")
    refuse(name, ~np.asarray(array.any(axis=-1)), "is all zero")


def group_of(groups: ArrayLike | None, options: int) -> Ints:
    """The group of every option; without groups each option is its own."""
    if groups is None:
        return np.arange(options)
    array = np.asarray(groups)
    if array.shape != (options,) or not np.issubdtype(array.dtype, np.integer):
        raise ValueError(f"groups: expected {options} integers, one per option, got {array!r}")
    # A gap would make "group 2" mean one thing in the input and another as a row of the result.
    if not np.array_equal(np.unique(array), np.arange(array.max() + 1)):
        raise ValueError(f"groups: expected every number from 0 up to the highest, got {np.unique(array)}")
    return array.astype(np.intp)


def refuse(name: str, wrong: NDArray[np.bool_], what: str) -> None:
    """Raise for the first element that is wrong, with its place."""
    if wrong.any():
        place = "".join(f"[{i}]" for i in np.argwhere(wrong)[0])
        raise ValueError(f"{name}{place} {what}")
