"""Weights of a ranking: published values, ties, and what any ranking must give."""

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.weights import rank_weights
from tests.scoring.cases import case

Method = Literal["roc", "rs", "rr"]
METHODS: list[Method] = ["roc", "rs", "rr"]
RANKS = st.lists(st.integers(1, 9), min_size=1, max_size=9)


@pytest.mark.parametrize("method", METHODS)
def test_published_weights_of_four_criteria(method: Method) -> None:
    found = case("rank-weights-n4")
    result = rank_weights(found["input"]["ranks"], method)
    np.testing.assert_allclose(result, found["expected"][method], rtol=0, atol=found["tol"])


def test_ties_share_the_mean_weight_of_the_positions_they_take() -> None:
    # ROC of three: 11/18, 5/18 and 2/18; the last two share (5 + 2) / 36.
    np.testing.assert_allclose(rank_weights([1, 2, 2]), [11 / 18, 7 / 36, 7 / 36], rtol=0, atol=1e-15)
    # The first two share (11 + 5) / 36, whatever number comes after them.
    for last in (2, 3, 9):
        np.testing.assert_allclose(rank_weights([1, 1, last]), [8 / 18, 8 / 18, 2 / 18], rtol=0, atol=1e-15)


@pytest.mark.parametrize("method", METHODS)
def test_one_criterion_takes_all_and_equal_ones_share(method: Method) -> None:
    np.testing.assert_allclose(rank_weights([3], method), [1])
    np.testing.assert_allclose(rank_weights([2, 2, 2, 2], method), [0.25] * 4)


@given(RANKS, st.sampled_from(METHODS), st.randoms())
def test_a_ranking_gives_weights_in_its_order_whoever_stands_where(ranks: list[int], method: Method, dice: Any) -> None:
    weights = rank_weights(ranks, method)
    assert weights.sum() == pytest.approx(1, abs=1e-12)
    for one, weight in zip(ranks, weights, strict=True):
        for other, less in zip(ranks, weights, strict=True):
            assert (one < other) == (weight > less + 1e-12)
            if one == other:
                assert weight == less
    order = list(range(len(ranks)))
    dice.shuffle(order)
    np.testing.assert_array_equal(rank_weights(np.array(ranks)[order], method), weights[order])


@pytest.mark.parametrize(
    ("ranks", "message"),
    [
        ([0, 0, 0], r"ranks\[0\] is not a whole number from 1"),
        ([1, 2.5], r"ranks\[1\] is not a whole number from 1"),
        ([1, np.nan], r"ranks\[1\] is not a finite number"),
        ([], "non-empty"),
        ([[1, 2]], "1 axes"),
    ],
)
def test_refusal_says_which_rank_is_wrong(ranks: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rank_weights(ranks)


def test_an_unknown_method_is_refused() -> None:
    unknown: Any = "gut"
    with pytest.raises(ValueError, match='expected "roc", "rs" or "rr"'):
        rank_weights([1, 2], unknown)
