"""Teams apart and pooled: by hand, against scipy's binomial distribution, and what must hold for any region."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from scoring.teams import nobody_present, too_few_present, vulnerability

SIZES = st.lists(st.integers(0, 30), min_size=1, max_size=8)
SHARES = st.floats(0, 1)


def test_nobody_is_present_when_everyone_is_absent_at_once() -> None:
    # a person who is absent a fifth of the time: 0.2, 0.2 * 0.2 and 0.2 * 0.2 * 0.2; a team without anyone: always
    np.testing.assert_allclose(nobody_present([1, 2, 3, 0], 0.2), [0.2, 0.04, 0.008, 1], rtol=0, atol=1e-15)


def test_fewer_than_two_of_three_by_hand() -> None:
    # none present: 0.2^3 = 0.008; exactly one: 3 * 0.8 * 0.2^2 = 0.096; together 0.104. Two people: 0.04 + 0.32.
    chances = too_few_present([3, 2, 1, 0], 0.2, needed=2)
    np.testing.assert_allclose(chances, [0.104, 0.36, 1, 1], rtol=0, atol=1e-15)


def test_a_region_by_hand() -> None:
    # Teams of 2, 1 and 3 at 20%: 0.04, 0.2 and 0.008. Pooled 0.2^6 = 0.000064. On average 0.248 teams without anyone.
    # None of them without: 0.96 * 0.8 * 0.992 = 0.761856, so at least one without: 0.238144.
    found = vulnerability([2, 1, 3], 0.2)
    np.testing.assert_allclose(found.apart, [0.04, 0.2, 0.008], rtol=0, atol=1e-15)
    assert found.pooled == pytest.approx(0.000064, abs=1e-18)
    assert found.expected == pytest.approx(0.248, abs=1e-15)
    assert found.at_least_one == pytest.approx(0.238144, abs=1e-15)


@pytest.mark.parametrize(("absence", "apart", "at_least_one"), [(0.0, [0, 0], 0), (1.0, [1, 1], 1)])
def test_never_and_always_absent(absence: float, apart: list[float], at_least_one: float) -> None:
    found = vulnerability([1, 4], absence)
    assert (found.apart.tolist(), found.at_least_one, found.pooled) == (apart, at_least_one, at_least_one)


def test_a_team_without_anyone_makes_it_certain() -> None:
    assert vulnerability([0, 5], 0.1).at_least_one == 1


def test_tiny_chances_are_not_lost() -> None:
    # two teams of 20 at 10%: 2e-20 - 1e-40; 1 - (1 - 1e-20)^2 in plain arithmetic is 0
    assert vulnerability([20, 20], 0.1).at_least_one == pytest.approx(2e-20, rel=1e-12)


@given(SIZES, SHARES, st.integers(1, 5))
def test_the_chances_are_those_of_the_binomial_distribution(sizes: list[int], absence: float, needed: int) -> None:
    expected = binom.cdf(needed - 1, sizes, 1 - absence)
    np.testing.assert_allclose(too_few_present(sizes, absence, needed=needed), expected, rtol=1e-9, atol=1e-12)


@given(SIZES, SHARES, st.integers(1, 5), st.integers(0, 7))
def test_one_more_person_never_makes_it_worse(sizes: list[int], absence: float, needed: int, team: int) -> None:
    more = [size + (i == team % len(sizes)) for i, size in enumerate(sizes)]
    before, after = (vulnerability(people, absence, needed=needed) for people in (sizes, more))
    assert (after.apart <= before.apart + 1e-12).all()
    assert after.pooled <= before.pooled + 1e-12
    assert after.at_least_one <= before.at_least_one + 1e-12


@given(SIZES, SHARES, st.integers(1, 5))
def test_pooled_is_never_worse_than_the_best_team_alone(sizes: list[int], absence: float, needed: int) -> None:
    found = vulnerability(sizes, absence, needed=needed)
    assert found.pooled <= found.apart.min() + 1e-12


@given(SIZES, SHARES)
def test_at_least_one_lies_between_the_worst_team_and_the_sum(sizes: list[int], absence: float) -> None:
    found = vulnerability(sizes, absence)
    assert found.apart.max() - 1e-12 <= found.at_least_one <= min(1, found.expected) + 1e-12


@given(SIZES, SHARES, SHARES)
def test_more_absence_never_makes_it_better(sizes: list[int], one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert (nobody_present(sizes, less) <= nobody_present(sizes, more) + 1e-15).all()


@pytest.mark.parametrize(
    ("people", "absence", "needed", "message"),
    [
        ([2, -1], 0.2, 1, r"people\[1\] is negative"),
        ([2.5], 0.2, 1, "people: expected a non-empty list of whole numbers"),
        ([], 0.2, 1, "people: expected a non-empty list of whole numbers"),
        ([[1]], 0.2, 1, "people: expected a non-empty list of whole numbers"),
        ([2], 1.2, 1, "absence: expected a share from 0 to 1, got 1.2"),
        ([2], float("nan"), 1, "absence: expected a share from 0 to 1, got nan"),
        ([2], 0.2, 0, "needed: expected at least 1, got 0"),
    ],
)
def test_bad_input_is_refused(people: Any, absence: float, needed: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        vulnerability(people, absence, needed=needed)
