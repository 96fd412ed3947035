"""The exact share of all weights at which one option beats another."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.robustness import pairwise_win_share
from tests.scoring.cases import case, numbers


def closed_form(d: list[int]) -> Fraction:
    """Sum over positive d_k of d_k^(n-1) / prod(d_k - d_l), in exact fractions, for differences all unlike."""
    return sum((Fraction(a ** (len(d) - 1), prod(a - b for b in d if b != a)) for a in d if a > 0), start=Fraction(0))


def test_published_shares() -> None:
    published = case("pwi-exact-simplex")
    for given_, expected in zip(published["input"]["cases"], published["expected"]["p"], strict=True):
        assert pairwise_win_share(given_["d"]) == pytest.approx(expected, abs=published["tol"])


def test_weights_in_a_given_order() -> None:
    # Weights with w_1 >= ... >= w_n are uniform weights of the corners (1/k, ..., 1/k, 0, ...) of their simplex.
    published = case("regime-ordinal-exact")
    for signs, expected in zip(
        published["input"]["sign_vectors"], numbers(published["expected"]["p_positive"]), strict=True
    ):
        corners = np.cumsum(signs) / np.arange(1, len(signs) + 1)
        assert pairwise_win_share(corners) == pytest.approx(expected, abs=published["tol"])


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=9, unique=True))
def test_equals_the_closed_form_when_differences_are_unlike(d: list[int]) -> None:
    assert pairwise_win_share(d) == pytest.approx(float(closed_form(d)), abs=1e-12)


@given(st.lists(st.integers(-3, 3), min_size=2, max_size=8))
def test_differences_that_coincide_are_the_limit_of_unlike_ones(d: list[int]) -> None:
    # The closed form in exact fractions, for differences that lie 1 in 10**12 apart.
    apart = [difference * 10**12 + i for i, difference in enumerate(d, start=1) if difference]
    expected = closed_form(apart) if apart else 0
    assert pairwise_win_share(d) == pytest.approx(float(expected), abs=1e-9)


@pytest.mark.parametrize(
    ("d", "share"),
    [
        ([0, 0], 0),  # never strictly higher
        ([1, 0], 1),  # always, but for one corner
        ([-1, 0], 0),
        ([5], 1),
        ([1, 1, -1], 3 / 4),  # w_3 < 1/2: all but a corner of (1/2)^2
        ([1, -3], 1 / 4),  # w_1 > 3/4
        ([1, 0, 0, -1], 1 / 2),
    ],
)
def test_shares_worked_out_by_hand(d: list[float], share: float) -> None:
    assert pairwise_win_share(d) == pytest.approx(share, abs=1e-15)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12))
def test_share_and_its_mirror_are_shares(d: list[float]) -> None:
    share, mirror = pairwise_win_share(d), pairwise_win_share(-np.array(d))
    assert 0 <= share <= 1
    assert share + mirror == pytest.approx(1 if any(d) else 0, abs=1e-12)


def test_nan_is_refused() -> None:
    with pytest.raises(ValueError, match=r"difference\[1\] is not a finite number"):
        pairwise_win_share([1, np.nan])
