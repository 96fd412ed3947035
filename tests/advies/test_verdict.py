"""The verdict, at and around its thresholds."""

import pytest

from advies.oordeel import Stand, verdict, voorsprong


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ([], "geen_toegestaan"),
        ([(40, 1.0)], "enige"),
        ([(40, 0.60), (35, 0.40)], "duidelijk"),
        ([(40, 0.60), (35.1, 0.40)], "nipt"),
        ([(40, 0.59), (35, 0.41)], "nipt"),
        ([(40, 0.40), (30, 0.30), (20, 0.30)], "nipt"),
        ([(60, 0.5), (50, 0.4), (40, 0.1)], "nipt"),  # 0.5 - 0.4 is a hair less than 0.1 in binary
        ([(40, 0.39), (30, 0.29), (20, 0.32)], "geen_duidelijke_winnaar"),
        ([(40, 0.54), (30, 0.46)], "geen_duidelijke_winnaar"),
        ([(40, 0.45), (39, 0.55)], "geen_duidelijke_winnaar"),
        ([(40, 0.80), (40, 0.20)], "geen_duidelijke_winnaar"),
        ([(40, 0.80), (40 + 1e-12, 0.20)], "geen_duidelijke_winnaar"),
    ],
)
def test_verdict(standing: list[tuple[float, float]], expected: str) -> None:
    named = {str(n): Stand(*stand) for n, stand in enumerate(standing)}
    assert verdict(named, weighed=True) == expected


@pytest.mark.parametrize(
    ("standing", "expected"),
    [([], "geen_toegestaan"), ([(40, 1.0)], "enige"), ([(40, 0.9), (20, 0.1)], "nog_niet_gewogen")],
)
def test_without_weighing_there_is_no_verdict(standing: list[tuple[float, float]], expected: str) -> None:
    named = {str(n): Stand(*stand) for n, stand in enumerate(standing)}
    assert verdict(named, weighed=False) == expected


def test_lead_is_between_the_first_two() -> None:
    assert voorsprong({"a": Stand(10, 0.1), "b": Stand(30, 0.6), "c": Stand(25, 0.3)}) == 5
    assert voorsprong({"a": Stand(10, 1.0)}) == 0
    assert voorsprong({}) == 0
