"""The explanation: whole Dutch sentences with the region's own numbers."""

import re
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advies.rangorde import Advies, advise, without_soft_demands
from advies.uitleg import Uitleg, explain, now_stands
from advies.uitleg_zekerheid import tipping, without_soft
from dossier.model import Dossier
from handreiking.load import load_handreiking
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

EIGEN_VORM = {
    "id": "EV-1",
    "naam": "Samen",
    "hoofdvariant": "hybride",
    "inrichting": {
        "besluit": "lokaal",
        "expertiseteam": "geen",
        "stuurt": False,
        "lokale_teams": "alle",
        "beslissende_teams": "elke_gemeente",
    },
}


def told(guide: Handreiking, dossier: Dossier) -> tuple[Advies, Uitleg]:
    advies = advise(guide, dossier)
    return advies, explain(guide, advies)


def test_the_answer_names_the_winner_with_its_points_and_those_of_the_next(
    guide: Handreiking, dossier: MakeDossier
) -> None:
    _, uitleg = told(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    assert uitleg.kop == "Centrale toegang past het best bij uw weging"
    # C-A1: 0,75 * 91,667 + 0,25 * 25 = 75; best hybrid H-IR: 0,75 * 66,667 + 0,25 * 58,333 = 64,6.
    assert "Centrale toegang krijgt 75 van de 100 punten, hybride toegang 65." in uitleg.kern
    assert "centraal bij een kassiersgemeente" in uitleg.kern


def test_the_answer_says_how_often_each_comes_first(guide: Handreiking, dossier: MakeDossier) -> None:
    advies, uitleg = told(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    first, second, third = (h.eerste or 0 for h in advies.hoofdvarianten)
    assert third < 0.005
    said = re.match(
        r"In (\d+) van de 100 redelijke lezingen staat centrale toegang bovenaan, hybride toegang in (\d+)\.",
        uitleg.kern,
    )
    assert said
    assert [int(number) for number in said.groups()] == pytest.approx([100 * first, 100 * second], abs=1)
    assert sum(int(number) for number in said.groups()) == 100


def test_more_points_but_less_often_first_is_said(guide: Handreiking) -> None:
    """Centraal one point ahead of lokaal, which is first in more of the draws."""
    advies = advise(guide, Dossier())
    centraal, lokaal = (
        replace(next(h for h in advies.hoofdvarianten if h.id == id), plaatsen=places)
        for id, places in (("centraal", (0.45, 0.55)), ("lokaal", (0.55, 0.45)))
    )
    turned = replace(advies, hoofdvarianten=(centraal, lokaal), oordeel="geen_duidelijke_winnaar", voorsprong=1.0)
    uitleg = explain(guide, turned)
    assert uitleg.kop == "Er is geen duidelijke winnaar"
    assert "Centrale toegang heeft de meeste punten, maar lokale toegang staat vaker bovenaan." in uitleg.kern


def test_why_names_the_kenmerk_its_weight_and_both_positions(guide: Handreiking, dossier: MakeDossier) -> None:
    _, uitleg = told(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    assert uitleg.waarom[0].startswith(
        "Op uniformiteit (weegt 75%) staat centrale toegang op 92 van de 100, hybride toegang op 67. "
        "Dat scheelt 19 punten."
    )


def test_what_the_runner_up_does_better(guide: Handreiking, dossier: MakeDossier) -> None:
    _, uitleg = told(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    assert uitleg.daartegenover[0] == (
        "Hybride toegang doet het beter op betrokkenheid regiogemeenten (weegt 25%, scheelt 8 punten)."
    )


def test_what_speaks_against_the_winner_beyond_the_runner_up(guide: Handreiking, dossier: MakeDossier) -> None:
    _, uitleg = told(guide, dossier({"aansluiting": 60, "betrokkenheid": 60, "uniformiteit": 40}))
    assert uitleg.kop.startswith("Lokale toegang")
    weakest = next(line for line in uitleg.daartegenover if line.startswith("De zwakste plek van lokale toegang"))
    assert "uniformiteit (weegt 25%)" in weakest
    assert "daar haalt centrale toegang 17 punten meer" in weakest


def test_a_small_lead_is_said_to_be_small(guide: Handreiking, dossier: MakeDossier) -> None:
    _, uitleg = told(guide, dossier({"aansluiting": 100, "uniformiteit": 20}))
    assert uitleg.kop.endswith("past het best, maar nipt")
    assert "onder 5 punten noemen wij het nipt" in uitleg.kern


def test_not_weighed_is_no_advice(guide: Handreiking) -> None:
    _, uitleg = told(guide, Dossier())
    assert uitleg.kop == "U hebt nog niet gewogen"
    assert "Dit is dus nog geen advies." in uitleg.kern


def test_equal_weights_on_everything_are_told_for_what_they_are(guide: Handreiking, dossier: MakeDossier) -> None:
    equal = dict.fromkeys(guide.kenmerken, 50.0)
    line = "U weegt alle 6 kenmerken even zwaar. Dat is ook een keuze."
    _, meant = told(guide, dossier(equal))
    assert meant.let_op[0].startswith(line)
    _, unequal = told(guide, dossier(equal | {"kosten": 55.0}))
    _, untouched = told(guide, Dossier())
    assert not any(line in told for told in (*unequal.let_op, *untouched.let_op))


def test_why_vormen_fall_out_and_what_was_lost(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier({"deskundigheid": 100, "kosten": 100}, randvoorwaarden=[{"id": "RV-04", "status": "hard"}])
    _, uitleg = told(guide, region)
    assert uitleg.afgevallen == (
        "Centrale toegang valt helemaal af. Zonder harde eisen kreeg zij 83 punten.",
        "Door uw harde eis “de eigen gemeente beslist over de indicatie” vallen 7 van de 11 vormen af. "
        "Zonder die eis stond bovenaan: centraal bij een kassiersgemeente, melden bij het centrale team, "
        "met 83 punten.",
    )


def test_a_hard_demand_that_excludes_nothing_says_so(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier({"uniformiteit": 100}, randvoorwaarden=[{"id": "RV-05", "status": "hard"}])
    _, uitleg = told(guide, region)
    assert any("sluit geen enkele vorm uit" in line for line in uitleg.let_op)


def test_nothing_left_says_what_to_do(guide: Handreiking, dossier: MakeDossier) -> None:
    own = {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}}
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-07", "status": "hard"}, own]
    _, uitleg = told(guide, dossier({"kosten": 1}, randvoorwaarden=demands))
    assert uitleg.kop == "Geen enkele vorm voldoet aan al uw harde eisen"
    assert "Maak een van uw harde eisen zacht" in uitleg.kern


@pytest.mark.parametrize(
    ("demands", "warning"),
    [
        ([], "Over de rol van het expertiseteam"),
        ([{"id": "RV-04", "status": "hard"}, {"id": "RV-07", "status": "hard"}], "maar één zin aan deze vorm"),
    ],
)
def test_where_the_guide_says_little_the_advice_says_that(
    guide: Handreiking, dossier: MakeDossier, demands: list[dict[str, str]], warning: str
) -> None:
    mixed = {"deskundigheid": 70.0, "continuiteit": 60.0, "aansluiting": 60.0, "betrokkenheid": 50.0}
    _, uitleg = told(guide, dossier(mixed, randvoorwaarden=demands))
    assert any(warning in line for line in uitleg.let_op)


def test_an_own_score_is_called_that(guide: Handreiking, dossier: MakeDossier) -> None:
    own = {"kenmerk": "deskundigheid", "vorm": "L", "punt": 5, "laag": 5, "hoog": 5, "motivering": "Wij kunnen dit."}
    _, uitleg = told(guide, dossier({"deskundigheid": 100}, aanpassingen=[own]))
    assert uitleg.waarom[0].endswith("Dat is een eigen score van de regio.")


def test_every_line_is_a_sentence_and_names_no_ids(guide: Handreiking, dossier: MakeDossier) -> None:
    for kenmerk in guide.kenmerken:
        demands = [{"id": "RV-03", "status": "hard"}, {"id": "RV-08", "status": "zacht"}]
        _, uitleg = told(guide, dossier({kenmerk: 80, "kosten": 20}, randvoorwaarden=demands))
        for line in chain([uitleg.kern], uitleg.waarom, uitleg.daartegenover, uitleg.afgevallen, uitleg.let_op):
            assert line[0].isupper()
            assert line.endswith(".")
            assert not any(id in line for id in ("RV-", "C-A", "H-T", "KO-", "  "))


def test_a_soft_demand_is_told_as_met_or_not_and_as_counting_double(guide: Handreiking, dossier: MakeDossier) -> None:
    soft = [{"id": "RV-03", "status": "zacht"}]
    weging = {"aandeel_randvoorwaarden": 0.5}
    _, uitleg = told(guide, dossier({"aansluiting": 100}, randvoorwaarden=soft, weging=weging))
    assert uitleg.waarom[0] == (
        "Aan uw zachte eis “een inwoner vertelt het verhaal één keer” (weegt 50%): lokale toegang voldoet helemaal en "
        "hybride toegang voldoet alleen met een maatregel. Dat scheelt 25 punten."
    )
    double = "lijkt op het kenmerk continuïteit voor de inwoner. Zo telt dat dubbel."
    assert not any(double in line for line in uitleg.let_op), "that kenmerk weighs nothing here"
    _, both = told(guide, dossier({"aansluiting": 100, "continuiteit": 20}, randvoorwaarden=soft, weging=weging))
    assert any(double in line for line in both.let_op)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"aansluiting": 100}, "Let op: zonder uw zachte eisen is er geen duidelijke winnaar."),
        ({"uniformiteit": 100, "aansluiting": 10}, "Ook zonder uw zachte eisen staat centrale toegang bovenaan."),
        ({"aansluiting": 60, "uniformiteit": 60}, "Let op: zonder uw zachte eisen"),
    ],
)
def test_what_the_soft_demands_change(
    guide: Handreiking, dossier: MakeDossier, weights: dict[str, float], expected: str
) -> None:
    region = dossier(weights, randvoorwaarden=[{"id": "RV-03", "status": "zacht"}])
    assert without_soft(advise(guide, region), advise(guide, without_soft_demands(region))).startswith(expected)


def test_where_the_present_vorm_stands(guide: Handreiking, dossier: MakeDossier) -> None:
    advies = advise(guide, dossier({"uniformiteit": 100}))
    assert now_stands(advies, None) == ""
    assert now_stands(advies, "L") == (
        "Wat u nu doet (“een eigen lokaal team in elke gemeente”) staat op plaats 10 van de vormen, met 25 punten."
    )


@pytest.mark.parametrize(
    ("parts", "now", "said"),
    [
        (
            {
                "randvoorwaarden": [
                    {"id": "ER-1", "naam": "Dichtbij", "status": "hard", "oordelen": {"L": "voldoet_niet"}}
                ]
            },
            "L",
            "valt af door uw harde eis “dichtbij”.",
        ),
        (
            {
                "randvoorwaarden": [
                    {"id": f"ER-{n}", "naam": naam, "status": "hard", "oordelen": {"L": "voldoet_niet"}}
                    for n, naam in enumerate(("Dichtbij", "Snel"), start=1)
                ]
            },
            "L",
            "valt af door uw harde eisen “dichtbij” en “snel”.",
        ),
        ({"lezing": "strikt"}, "H-IR", "doet niet mee in de strikte lezing: de matrix van de handreiking zegt daar "),
        (
            {"eigen_vormen": [EIGEN_VORM]},
            "EV-1",
            "doet nog niet mee, want zij heeft nog niet op elk kenmerk een score.",
        ),
    ],
)
def test_why_the_present_vorm_has_no_place(
    guide: Handreiking, dossier: MakeDossier, parts: dict[str, Any], now: str, said: str
) -> None:
    assert said in now_stands(advise(guide, dossier({"uniformiteit": 100}, **parts)), now)


def test_tipping_points_in_words_with_both_weights(guide: Handreiking, dossier: MakeDossier) -> None:
    """Uniformiteit against betrokkenheid: C-A1 has 91,667 and 25, L has 25 and 91,667, H-IR 66,667 and 58,333.

    C-A1 and H-IR are level where 25 (w) = 33,333 (1 - w), so at uniformiteit 57% and betrokkenheid 43%.
    """
    advies = advise(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    assert tipping(guide, advies)[:2] == (
        "Hybride toegang haalt centrale toegang in als uniformiteit van 75% naar 57% gaat.",
        "Hybride toegang haalt centrale toegang in als betrokkenheid regiogemeenten van 25% naar 43% gaat.",
    )


def test_an_answer_that_no_weight_can_tip_says_so(guide: Handreiking, dossier: MakeDossier) -> None:
    advies = advise(guide, dossier({"uniformiteit": 100}, randvoorwaarden=[{"id": "RV-04", "status": "hard"}]))
    one_left = advise(
        guide,
        dossier(
            {"uniformiteit": 100},
            randvoorwaarden=[{"id": "RV-04", "status": "hard"}, {"id": "RV-06", "status": "hard"}],
        ),
    )
    assert tipping(guide, advies)
    assert tipping(guide, one_left) == ("Geen enkel gewicht verandert op zichzelf dat hybride toegang bovenaan staat.",)


def test_without_weighing_nothing_tips(guide: Handreiking) -> None:
    assert tipping(guide, advise(guide, Dossier())) == ()


GUIDE = load_handreiking()
ANSWERS = st.fixed_dictionaries({id: st.sampled_from([*o.antwoorden]) for id, o in GUIDE.omstandigheden.items()})
WEIGHTS = st.fixed_dictionaries({id: st.integers(0, 20) for id in GUIDE.kenmerken}).filter(lambda w: any(w.values()))


@settings(max_examples=60)
@given(ANSWERS, WEIGHTS)
def test_what_an_answer_changed_is_a_reason_for_only_when_it_helped(
    answers: dict[str, str], weights: dict[str, int]
) -> None:
    """ "In the first years teams cost more" is nothing to say in favour of the variant that has those teams."""
    region = Dossier.model_validate(
        {"omstandigheden": answers, "weging": {"invoer": {"schuiven": weights}}, "trekkingen": 100}
    )
    advies, uitleg = told(GUIDE, region)
    assert advies.beste is not None
    for kenmerk in GUIDE.kenmerken:
        cel = advies.matrix.cellen[advies.beste.optie.id, kenmerk]
        if cel.waarom and cel.uitgangspunt:
            before = cel.uitgangspunt.laag + cel.uitgangspunt.punt + cel.uitgangspunt.hoog
            now = cel.laag + cel.punt + cel.hoog
            assert now > before or not any(line.endswith(cel.waarom) for line in uitleg.waarom)
            assert now < before or not any(line.endswith(cel.waarom) for line in uitleg.daartegenover)
