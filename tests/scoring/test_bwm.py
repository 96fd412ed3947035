"""Best and worst: the published weights, and how far comparisons contradict each other."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.weights import bwm_input_ratios, bwm_weights
from tests.scoring.cases import case

#: best_to_others, others_to_worst, best and worst
Comparisons = tuple[list[int], list[int], int, int]


@st.composite
def comparisons(draw: st.DrawFn) -> Comparisons:
    n = draw(st.integers(2, 7))
    best, worst = draw(st.permutations(range(n)))[:2]
    over, under = (draw(st.lists(st.integers(1, 9), min_size=n, max_size=n)) for _ in range(2))
    over[best] = under[worst] = 1
    under[best] = over[worst]
    return over, under, best, worst


def test_published_weights_of_a_car() -> None:
    found = case("bwm-rezaei2016-ex2")
    asked = found["input"]
    best, worst = (asked["criteria"].index(asked[end]) for end in ("best", "worst"))
    result = bwm_weights(asked["best_to_others"], asked["others_to_worst"], best, worst)
    np.testing.assert_allclose(result.weights, found["expected"]["weights"], rtol=0, atol=found["tol"])
    assert result.xi == pytest.approx(found["expected"]["xi_L"], abs=found["tol"])
    # By way of safety 3 * 3 = 9 against 8 direct: 1 / (64 - 8).
    assert result.input_consistency_ratio == pytest.approx(found["derived"]["CR_input_Liang2020"], abs=found["tol"])


@given(st.lists(st.sampled_from([1, 2, 4, 8]), min_size=2, max_size=7).filter(lambda w: len(set(w)) > 1))
def test_comparisons_that_agree_give_back_their_weights(weights: list[int]) -> None:
    given_ = np.array(weights, dtype=float)
    best, worst = int(given_.argmax()), int(given_.argmin())
    result = bwm_weights(given_[best] / given_, given_ / given_[worst], best, worst)
    np.testing.assert_allclose(result.weights, given_ / given_.sum(), rtol=0, atol=1e-7)
    assert result.xi == pytest.approx(0, abs=1e-7)
    assert result.input_consistency_ratio == 0


@given(comparisons(), st.randoms())
def test_weights_sum_to_one_whoever_stands_where(asked: Comparisons, dice: Any) -> None:
    over, under, best, worst = asked
    result = bwm_weights(over, under, best, worst)
    assert result.weights.sum() == pytest.approx(1, abs=1e-12)
    assert (result.weights >= 0).all()
    # xi is the largest deviation that is left.
    left = [abs(result.weights[best] - a * w) for a, w in zip(over, result.weights, strict=True)]
    left += [abs(w - a * result.weights[worst]) for a, w in zip(under, result.weights, strict=True)]
    assert max(left) == pytest.approx(result.xi, abs=1e-6)
    order = list(range(len(over)))
    dice.shuffle(order)
    moved = bwm_weights(np.array(over)[order], np.array(under)[order], best=order.index(best), worst=order.index(worst))
    np.testing.assert_allclose(moved.weights, result.weights[order], rtol=0, atol=1e-6)
    assert moved.xi == pytest.approx(result.xi, abs=1e-6)
    assert moved.input_consistency_ratio == result.input_consistency_ratio


def test_one_and_two_criteria() -> None:
    one = bwm_weights([1], [1], 0, 0)
    assert (one.weights.tolist(), one.xi, one.input_consistency_ratio) == ([1.0], 0.0, 0.0)
    two = bwm_weights([4, 1], [1, 4], best=1, worst=0)
    np.testing.assert_allclose(two.weights, [0.2, 0.8], rtol=0, atol=1e-9)
    assert two.xi == pytest.approx(0, abs=1e-9)


def test_the_ratio_says_by_way_of_which_criterion_it_goes_wrong() -> None:
    # Direct 4. By way of the third 2 * 2 = 4; by way of the fourth 3 * 3 = 9, which is 5 off, of at most 4 * 4 - 4.
    ratios = bwm_input_ratios([1, 4, 2, 3], [4, 1, 2, 3], best=0, worst=1)
    np.testing.assert_allclose(ratios, [0, 0, 0, 5 / 12], rtol=0, atol=1e-12)


def test_where_best_and_worst_are_equal_everything_must_be() -> None:
    assert bwm_weights([1, 1, 1], [1, 1, 1], 0, 2).input_consistency_ratio == 0
    assert bwm_input_ratios([1, 3, 1], [1, 1, 1], 0, 2).tolist() == [0, np.inf, 0]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (([1, 2, 10], [10, 2, 1], 0, 2), r"best_to_others\[2\] is outside 1 to 9"),
        (([1, 0, 4], [4, 2, 1], 0, 2), r"best_to_others\[1\] is outside 1 to 9"),
        (([1, 2, 4], [4, 0.5, 1], 0, 2), r"others_to_worst\[1\] is outside 1 to 9"),
        (([0, 0, 0], [0, 0, 0], 0, 2), r"best_to_others\[0\] is outside 1 to 9"),
        (([1, 2, 4], [4, 2, 1], 1, 1), "best and worst are both 1"),
        (([1, 2, 4], [4, 2, 1], 0, 3), "worst: expected a position from 0 to 2, got 3"),
        (([2, 2, 4], [4, 2, 1], 0, 2), r"best_to_others\[0\] compares a criterion with itself"),
        (([1, 2, 4], [4, 2, 2], 0, 2), r"others_to_worst\[2\] compares a criterion with itself"),
        (([1, 2, 4], [5, 2, 1], 0, 2), "best to worst is 4 in best_to_others and 5 in others_to_worst"),
        (([1, 2], [4, 2, 1], 0, 1), "as many as best_to_others"),
        (([1, np.nan, 4], [4, 2, 1], 0, 2), r"best_to_others\[1\] is not a finite number"),
    ],
)
def test_refusal_says_what_is_wrong_and_where(asked: Any, message: str) -> None:
    for use in (bwm_weights, bwm_input_ratios):
        with pytest.raises(ValueError, match=message):
            use(*asked)
