"""Percents of a whole add up to a hundred, whatever was rounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.taal import procenten


def test_what_is_left_goes_to_what_lost_most() -> None:
    # 28.57 and five times 14.29: rounded down 98, and the first two of the largest remainders get one more.
    shares = {"a": 100 / 350} | dict.fromkeys("bcdef", 50 / 350)
    assert procenten(shares) == {"a": "29%", "b": "15%", "c": "14%", "d": "14%", "e": "14%", "f": "14%"}


def test_of_equals_the_first_get_one_more() -> None:
    assert list(procenten(dict.fromkeys("abcdef", 1 / 6)).values()) == ["17%"] * 4 + ["16%"] * 2


def test_whole_percents_stay_as_they_are() -> None:
    assert procenten({"a": 0.29, "b": 0.57, "c": 0.14}) == {"a": "29%", "b": "57%", "c": "14%"}
    assert procenten({"a": 0.0, "b": 1.0}) == {"a": "0%", "b": "100%"}
    assert procenten({"a": 0.0}) == {"a": "0%"}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30).filter(lambda shares: sum(shares) > 1e-6))
def test_they_add_up_and_none_is_a_whole_percent_off(shares: list[float]) -> None:
    total = sum(shares)
    shown = [int(text.rstrip("%")) for text in procenten(dict(zip(map(str, range(30)), shares, strict=False))).values()]
    assert sum(shown) == 100
    for share, percent in zip(shares, shown, strict=True):
        assert percent == pytest.approx(100 * share / total, abs=1)
