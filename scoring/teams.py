"""How often a team is without the people it needs, apart and pooled, when each person is absent by chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtr

from scoring._check import Floats, Ints, refuse


@dataclass(frozen=True)
class Vulnerability:
    """How vulnerable the teams of a region are, each by itself and put together.

    Attributes
    ----------
    apart : (g,) array
        Per team the chance that too few are present.
    pooled : float
        The same chance for one team of all these people.
    expected : float
        How many teams have too few present, on average.
    at_least_one : float
        The chance that at least one team has too few present.
    """

    apart: Floats
    pooled: float
    expected: float
    at_least_one: float


def nobody_present(people: ArrayLike, absence: float) -> Floats:
    """Chance that nobody of a team is present.

    Parameters
    ----------
    people : (g,) array of int
        The number of people in each team; 0 is a team without anyone.
    absence : float
        The share of the time that one person is absent, 0 to 1.

    Returns
    -------
    (g,) array
        ``absence ** people``; 1 for a team without anyone.

    Raises
    ------
    ValueError
        A number of people that is negative or not whole, or a share outside 0 to 1.
    """
    return too_few_present(people, absence, needed=1)


def too_few_present(people: ArrayLike, absence: float, *, needed: int = 1) -> Floats:
    """Chance that fewer than `needed` people of a team are present.

    Parameters
    ----------
    people : (g,) array of int
        The number of people in each team.
    absence : float
        The share of the time that one person is absent, 0 to 1, the same for everyone.
    needed : int
        How many must be present, at least 1.

    Returns
    -------
    (g,) array
        ``P(X < needed)`` for the number present ``X ~ Binomial(people, 1 - absence)``.

    Raises
    ------
    ValueError
        A number of people that is negative or not whole, a share outside 0 to 1, or `needed` below 1.

    Notes
    -----
    Exact when people are absent independently of each other. Flu and holidays come together, so a real team is
    without its people more often than this says.

    References
    ----------
    Feller (1968), An Introduction to Probability Theory and Its Applications I, chapter VI.2.
    """
    size = _team_sizes(people)
    if not 0 <= absence <= 1:  # also refuses NaN
        raise ValueError(f"absence: expected a share from 0 to 1, got {absence}")
    if needed < 1:
        raise ValueError(f"needed: expected at least 1, got {needed}")
    if needed == 1:
        return np.asarray(np.float64(absence) ** size)
    chance = bdtr(needed - 1, np.maximum(size, needed), 1 - absence)
    return np.where(size < needed, 1.0, chance)


def vulnerability(people: ArrayLike, absence: float, *, needed: int = 1) -> Vulnerability:
    """Teams apart against the same people in one team.

    Parameters
    ----------
    people : (g,) array of int
        The number of people in each team; at least one team.
    absence : float
        The share of the time that one person is absent, 0 to 1.
    needed : int
        How many must be present in each team, and in the team that is pooled.

    Returns
    -------
    Vulnerability

    Raises
    ------
    ValueError
        As `too_few_present`.
    """
    size = _team_sizes(people)
    apart = too_few_present(size, absence, needed=needed)
    pooled = too_few_present(size.sum(keepdims=True), absence, needed=needed)
    with np.errstate(divide="ignore"):  # a team that always has too few: the sum is -inf, and the chance 1
        at_least_one = -np.expm1(np.log1p(-apart).sum())  # 1 - prod(1 - apart), without losing chances that are tiny
    return Vulnerability(apart, float(pooled[0]), float(apart.sum()), float(at_least_one))


def _team_sizes(people: ArrayLike) -> Ints:
    array = np.asarray(people)
    if array.ndim != 1 or array.size == 0 or not np.issubdtype(array.dtype, np.integer):
        raise ValueError(f"people: expected a non-empty list of whole numbers, got {people!r}")
    refuse("people", array < 0, "is negative")
    return array.astype(np.intp)
