"""Verantwoording: method, thresholds, gaps and dates, taken from where they are used."""

from advies.oordeel import VOORSPRONG_DUIDELIJK
from advies.rangorde import advise
from advies.uitleg import explain
from dossier.model import Dossier
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


def test_one_answer_is_worked_out_on_the_real_matrix(open_page: OpenPage) -> None:
    """C-A1 on uniformiteit: (4 + 5 + 5) / 3 = 4,67; 100 * 3,67 / 4 = 91,7 points; times 75% is 68,8.

    On betrokkenheid (1 + 2 + 3) / 3 = 2, so 25 points, times 25% is 6,3; together 75. The tipping point of the two,
    4/7 with 63,1 points, is worked out beside the test of the lines.
    """
    said = words(open_page("verantwoording.py"))
    row = said.partition("Centrale toegang (C-A1), uniformiteit")[2].partition("</tr>")[0]
    assert [cell in row for cell in (">4<", ">5<", ">4,67<", ">91,7<", ">68,8<")] == [True] * 5
    assert "De laatste kolom opgeteld geeft het totaal: centrale toegang 75,0" in said
    assert "Bij 57,1% hebben centrale toegang en hybride toegang allebei 63,1 punten." in said


def test_the_words_of_the_answer_are_explained(open_page: OpenPage) -> None:
    said = words(open_page("verantwoording.py"))
    for word in ("**interval**", "**gewicht**", "**kantelpunt**", "SMAA-2", "strikte lezing", "doorschuiven"):
        assert word in said


def test_the_words_for_what_has_no_place_are_those_of_the_answer(open_page: OpenPage, guide: Handreiking) -> None:
    """All is excluded but what the strict reading does not rank."""
    strict = {"lezing": "strikt", "weging": {"invoer": {"schuiven": {"kosten": 100.0}}}}
    unranked = advise(guide, Dossier.model_validate(strict)).matrix.niet_in_strikte_lezing
    out = {id: "voldoet_niet" for id in guide.vormen if id not in unranked}
    demand = {"id": "ER-1", "naam": "Nee", "status": "hard", "oordelen": out}
    kop = explain(guide, advise(guide, Dossier.model_validate(strict | {"randvoorwaarden": [demand]}))).kop
    assert kop.endswith("is niets te rangschikken")
    assert f">{kop}<" in words(open_page("verantwoording.py"))


def test_it_tells_the_background_and_names_every_verdict(open_page: OpenPage, guide: Handreiking) -> None:
    said = words(open_page("verantwoording.py"))
    assert [text for text in guide.document.achtergrond.values() if text not in said] == []
    assert f"Plaats in de handreiking: {guide.document.achtergrond_bron}." in said
    assert "schuif aangeraakt" not in said
    assert ">Alleen deze is te rangschikken<" in said
    assert "van het Transitieteam Beschermd Thuis" in said
    assert "Geen enkele vorm voldoet aan al uw harde eisen" in said
    assert said.index("Bronnen") < said.index("De aantallen inwoners komen uit")
    assert ">6,3<" in said  # 25,0 points times 25%
