"""Verantwoording: method, thresholds, gaps and dates, taken from where they are used."""

import re

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
    """C-A1 on deskundigheid: (4 + 5 + 5) / 3 = 4,67; 100 * 3,67 / 4 = 91,67 points; times 85% is 77,92.

    On aansluiting (1 + 2 + 3) / 3 = 2, so 25 points, times 15% is 3,75; together 81,67. H-TA has (3 + 4 + 5) / 3 = 4,
    so 75 points, and 91,67: 63,75 + 13,75 = 77,50. With weight w on deskundigheid they are level where
    (91,67 - 75) w = (91,67 - 25) (1 - w): 16,67 w = 66,67 (1 - w), so w = 80%, with 75 * 0,8 + 91,67 * 0,2 = 78,33.
    """
    said = words(open_page("verantwoording.py"))
    row = said.partition("Centrale toegang (C-A1), deskundigheid")[2].partition("</tr>")[0]
    assert [cell in row for cell in (">4<", ">5<", ">4,67<", ">91,67<", ">77,92<")] == [True] * 5
    assert "De laatste kolom opgeteld geeft het totaal: centrale toegang 81,67, hybride toegang 77,50" in said
    assert "De voorsprong is 4,17 punten. Daarom zegt de uitkomst: “Centrale toegang past het best, maar nipt”." in said
    assert (
        "Weegt deskundigheid minder, dan weegt de rest meer. Bij 80,0% hebben centrale toegang en hybride toegang "
        "allebei 78,33 punten. Weegt deskundigheid nog minder, dan staat hybride toegang bovenaan."
    ) in said


def test_what_is_printed_there_adds_up_as_printed(open_page: OpenPage) -> None:
    """Every row: points times weight; every variant: its rows added; and the lead: the first two totals."""
    said = words(open_page("verantwoording.py"))
    told = said.partition("De laatste kolom opgeteld geeft het totaal: ")[2]
    totals = {name: cents(number) for name, number in re.findall(r"(\w+ toegang) (\d+,\d\d)", told.partition("\n")[0])}
    weights = {"deskundigheid": 85, "aansluiting bij lokaal beleid": 15}
    added = dict.fromkeys(totals, 0)
    table = said.partition("<span>Van score naar punten</span>")[2].partition("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[2:]]
    for name, *_, points, weighed in rows:
        variant, kenmerk = re.sub(r" \(.*?\)", "", name).lower().split(", ")
        assert cents(weighed) == round(cents(points) * weights[kenmerk] / 100)
        added[variant] += cents(weighed)
    assert len(rows) == 2 * len(totals) == 6
    assert added == totals
    first, second, _ = totals.values()
    assert f"De voorsprong is {(first - second) / 100:.2f} punten".replace(".", ",") in said
    assert "(H-IR)" not in said  # of which the guide says too little


def cents(shown: str) -> int:
    return int(shown.replace(",", ""))


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
