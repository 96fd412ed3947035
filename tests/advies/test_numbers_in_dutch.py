"""Numbers as people in the Netherlands write and round them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.taal import getal, procent


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (6.25, 1, "6,3"),  # 25,0 x 25%; to the nearest even digit it would be 6,2
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (2.675, 2, "2,68"),  # in binary just below the half
        (-0.4, 0, "0"),
        (1234.5, 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (1e-07, 1, "0,0"),
    ],
)
def test_a_half_goes_away_from_zero(value: float, decimals: int, shown: str) -> None:
    assert getal(value, decimals) == shown


@pytest.mark.parametrize(("share", "shown"), [(0.145, "15%"), (0.285, "29%"), (0.005, "1%"), (1.0, "100%")])
def test_a_share_is_rounded_as_it_is_written_down(share: float, shown: str) -> None:
    """0.145 * 100 is 14.499999999999998 in binary, though 29 of 200 is 14,5%."""
    assert procent(share) == shown


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_what_is_shown_is_within_half_a_step(value: float, decimals: int) -> None:
    shown = float(getal(value, decimals).replace(".", "").replace(",", "."))
    assert abs(shown - value) <= 0.5 * 10**-decimals + 1e-9
