"""Verantwoording: method, thresholds, gaps and dates, taken from where they are used."""

from advies.oordeel import VOORSPRONG_DUIDELIJK
from handreiking.model import Handreiking
from tests.pages.conftest import OpenPage, words


def test_it_names_the_threshold_that_the_verdict_uses(open_page: OpenPage) -> None:
    assert f"ten minste {VOORSPRONG_DUIDELIJK:g} punten voor" in words(open_page("verantwoording.py"))


def test_it_lists_gaps_time_bound_facts_and_terms(open_page: OpenPage, guide: Handreiking) -> None:
    said = words(open_page("verantwoording.py"))
    assert all(item.uitspraak in said for item in guide.varianten.tijdgebonden.values())
    assert "22 november 2026" in said
    assert "kassiersgemeente" in said
    assert guide.versie in said
