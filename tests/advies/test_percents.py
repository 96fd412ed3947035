"""What is shown of a whole adds up to it, whatever was rounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.taal import getal, plaatsen_van_100, procenten, verdeeld


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


def test_parts_add_up_to_a_total_that_is_not_a_hundred() -> None:
    # 50.25 + 30.25 = 80.5; rounded each on its own that would be 50.3 + 30.3 = 80.6.
    assert verdeeld({"a": 50.25, "b": 30.25}, 80.5) == {"a": "50,3", "b": "30,2"}
    # 26.84 + 26.83 + 26.81 = 80.48; each on its own 26.8, together 80.4 beside a total of 80.5.
    assert verdeeld({"a": 26.84, "b": 26.83, "c": 26.81}, 80.48) == {"a": "26,9", "b": "26,8", "c": "26,8"}
    assert verdeeld({"a": 1.005, "b": 2.0}, 3.005, 2) == {"a": "1,01", "b": "2,00"}
    assert verdeeld({"a": 0.0}, 0.0) == {"a": "0,0"}


@given(st.lists(st.floats(0, 20), min_size=1, max_size=20))
def test_parts_add_up_and_none_is_a_whole_tenth_off(parts: list[float]) -> None:
    total = sum(parts)
    shown = list(verdeeld(dict(zip(map(str, range(20)), parts, strict=False)), total).values())
    tenths = [int(text.replace(",", "")) for text in shown]
    assert sum(tenths) == int(getal(total, 1).replace(",", ""))
    for part, tenth in zip(parts, tenths, strict=True):
        assert tenth == pytest.approx(10 * part, abs=1 + 1e-6)


def test_places_add_up_with_the_first_as_it_was_rounded() -> None:
    # 12.6, 43.7 and 43.7: each on its own 13 + 44 + 44 = 101.
    assert plaatsen_van_100([0.126, 0.437, 0.437], 13) == ["13", "44", "43"]
    # The first place got one more among its rivals, so the others have one less to share.
    assert plaatsen_van_100([0.334, 0.333, 0.333], 34) == ["34", "33", "33"]


def test_places_say_no_more_than_a_count_can() -> None:
    assert plaatsen_van_100([0.0, 0.003, 0.997], 0) == ["minder dan 1", "minder dan 1", "meer dan 99"]
    assert plaatsen_van_100([1.0, 0.0], 100, kort=True) == [">99", "<1"]
    assert plaatsen_van_100([0.9, 0.094, 0.006], 90) == ["90", "9", "1"]


@given(st.lists(st.integers(60, 1000), min_size=2, max_size=3))
def test_places_add_up_to_a_hundred(draws: list[int]) -> None:
    shares = [number / sum(draws) for number in draws]
    assert sum(map(int, plaatsen_van_100(shares, round(100 * shares[0])))) == 100
