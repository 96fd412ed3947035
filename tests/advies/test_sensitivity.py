"""What would change the answer: a weight followed from 0 to 100%, a reading, another way to read or weigh."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advies.anders import otherwise
from advies.rangorde import Advies, advise
from advies.uitleg import explain
from advies.uitleg_zekerheid import (
    effect,
    first_share,
    fitting,
    how_often,
    no_reading,
    over_one_weight,
    readings,
    tipping,
)
from dossier.model import Dossier
from handreiking.load import load_handreiking
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

GUIDE = load_handreiking()
KENMERKEN = list(GUIDE.kenmerken)
WEIGHTS = st.fixed_dictionaries({id: st.integers(0, 20) for id in KENMERKEN}).filter(lambda w: any(w.values()))
SOFT = st.sampled_from([[], [{"id": "RV-03", "status": "zacht"}], [{"id": "RV-04", "status": "zacht"}]])


def region(weights: dict[str, int], **parts: Any) -> Dossier:
    return Dossier.model_validate({"weging": {"invoer": {"schuiven": weights}}} | parts)


def test_lines_over_a_weight_worked_out_by_hand(guide: Handreiking, dossier: MakeDossier) -> None:
    """Uniformiteit and betrokkenheid: C-A1 91,667 and 25; L 25 and 91,667; H-IR 66,667 and 58,333; H-TB 50 and 75.

    C-A1 and H-IR are level where 25 w = 33,333 (1 - w): w = 4/7, with 91,667 * 4/7 + 25 * 3/7 = 63,095 points.
    H-TB and L where 25 w = 16,667 (1 - w): w = 2/5, with 50 * 2/5 + 75 * 3/5 = 65 points. The change from H-IR to
    H-TB in between is within hybride.
    """
    verloop = advise(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25})).lijnen("uniformiteit")
    at = {weight: i for i, weight in enumerate(verloop.gewichten)}
    totals = dict(zip(verloop.hoofdvarianten, verloop.totalen, strict=True))
    assert totals["centraal"][at[0.0]] == pytest.approx(25)
    assert totals["centraal"][at[1.0]] == pytest.approx(91.6667, abs=1e-4)
    assert totals["lokaal"][at[0.0]] == pytest.approx(91.6667, abs=1e-4)
    assert totals["centraal"][at[0.75]] == pytest.approx(75)
    assert [k.nieuwe_winnaar for k in verloop.kantelpunten] == ["lokaal", "hybride"]
    assert [k.gewicht for k in verloop.kantelpunten] == pytest.approx([2 / 5, 4 / 7])
    assert [k.waarde for k in verloop.kantelpunten] == pytest.approx([65, 63.0952], abs=1e-3)


@settings(max_examples=30)
@given(WEIGHTS, SOFT, st.sampled_from(KENMERKEN))
def test_lines_pass_through_the_points_of_now(
    weights: dict[str, int], soft: list[dict[str, str]], kenmerk: str
) -> None:
    advies = advise(GUIDE, region(weights, randvoorwaarden=soft))
    verloop = advies.lijnen(kenmerk)
    now = verloop.gewichten.index(verloop.gewicht_nu)
    for id, totals in zip(verloop.hoofdvarianten, verloop.totalen, strict=True):
        assert totals[now] == pytest.approx(next(h.waarde for h in advies.hoofdvarianten if h.id == id))


def test_lines_in_words(guide: Handreiking, dossier: MakeDossier) -> None:
    advies = advise(guide, dossier({"uniformiteit": 75, "betrokkenheid": 25}))
    assert over_one_weight(guide, advies, advies.lijnen("uniformiteit")) == (
        "Uniformiteit weegt nu 75%. Nu staat centrale toegang bovenaan; tussen 40% en 57% staat hybride toegang "
        "bovenaan."
    )
    only = advise(guide, dossier({"uniformiteit": 100}))
    assert over_one_weight(guide, only, only.lijnen("uniformiteit")).startswith("Uniformiteit weegt nu 100%.")


@settings(max_examples=40)
@given(WEIGHTS, SOFT)
def test_a_reading_that_changes_the_answer_does_so_as_an_own_score(
    weights: dict[str, int], soft: list[dict[str, str]]
) -> None:
    """The changed reading entered as a score of the region's own, a hair further: then the other one is on top."""
    dossier = region(weights, randvoorwaarden=soft)
    for omslag in advise(GUIDE, dossier).omslagen[:3]:
        hair = 1e-6 if omslag.verschil > 0 else -1e-6
        own = [
            {
                "kenmerk": omslag.kenmerk,
                "vorm": vorm,
                "motivering": "Wij lezen dit anders.",
                **dict.fromkeys(("punt", "laag", "hoog"), min(5.0, max(1.0, mean + hair))),
            }
            for vorm, mean in zip(omslag.vormen, omslag.straks, strict=True)
        ]
        changed = advise(GUIDE, region(weights, randvoorwaarden=soft, aanpassingen=own))
        assert changed.hoofdvarianten[0].id == omslag.nieuwe_winnaar


@settings(max_examples=40)
@given(WEIGHTS)
def test_readings_stay_within_their_interval_and_on_their_claims(weights: dict[str, int]) -> None:
    advies = advise(GUIDE, region(weights))
    for omslag in advies.omslagen:
        cells = [advies.matrix.cellen[vorm, omslag.kenmerk] for vorm in omslag.vormen]
        assert {cel.op_grond_van for cel in cells} == {omslag.beweringen}
        assert all(cel.laag <= mean <= cel.hoog for cel, mean in zip(cells, omslag.straks, strict=True))


def test_a_reading_in_words_names_the_score_the_winner_and_the_room(guide: Handreiking, dossier: MakeDossier) -> None:
    """Aansluiting 100, uniformiteit 20: L has 5/6 * 91,667 + 1/6 * 25 = 80,6; H-TA 5/6 * 91,667 + 1/6 * 33,333 = 81,9.

    They are level when L on uniformiteit is worth 33,333, so is read as 2,33 instead of 2, and when H-TA is read there
    as 2 instead of 2,33; but H-TA is 2 at its lowest, so that would only bring lokaal level.
    """
    advies = advise(guide, dossier({"aansluiting": 100, "uniformiteit": 20}))
    told = [sentence for sentence, _ in readings(guide, advies)]
    assert (
        "Leest u uniformiteit bij “een eigen lokaal team in elke gemeente” gemiddeld als 2,3 in plaats van 2,0, dan "
        "staat lokale toegang bovenaan. Dat past in het interval, van 1 tot 3."
    ) in told


def test_when_the_first_two_are_level_any_reading_decides(guide: Handreiking, dossier: MakeDossier) -> None:
    """Kosten and continuiteit alike, and RV-03 for a fifth: C-A1 (75 + 50) / 2, L (33,333 + 91,667) / 2, both 62,5;
    both meet RV-03. So 0,8 * 62,5 + 0,2 * 100 = 70 for each.
    """
    soft = [{"id": "RV-03", "status": "zacht"}]
    advies = advise(guide, dossier({"kosten": 1, "continuiteit": 1}, randvoorwaarden=soft))
    assert [h.waarde for h in advies.hoofdvarianten][:2] == pytest.approx([70, 70])
    assert readings(guide, advies) == ()
    assert no_reading(advies).startswith("De eerste twee hebben precies evenveel punten.")


@settings(max_examples=30)
@given(WEIGHTS)
def test_hundredths_of_first_places_add_up(weights: dict[str, int]) -> None:
    assert sum(h.eerste_van_100 for h in advise(GUIDE, region(weights)).hoofdvarianten) == 100


def test_without_weighing_no_reading_is_told(guide: Handreiking) -> None:
    assert readings(guide, advise(guide, Dossier())) == ()


def test_which_weighting_fits_is_found_over_all_weightings(guide: Handreiking, dossier: MakeDossier) -> None:
    """It does not depend on what the region weighs, and grip and kennis go with centraal."""
    one, other = (advise(guide, dossier(weights)) for weights in ({"kosten": 100}, {"aansluiting": 100}))
    assert one.passend == other.passend
    heaviest = max((one.passend["lokaal"].gewichten or {}).items(), key=lambda item: item[1])[0]
    assert heaviest in ("aansluiting", "betrokkenheid", "continuiteit")
    assert sum(past.eerste for past in one.passend.values()) == pytest.approx(1, abs=1e-3)


def test_what_no_weighting_puts_first_is_told_as_that(guide: Handreiking, dossier: MakeDossier) -> None:
    lowest = [
        {"kenmerk": id, "vorm": "L", "punt": 1, "laag": 1, "hoog": 1, "motivering": "Kan hier niet."}
        for id in KENMERKEN
    ]
    advies = advise(guide, dossier({"kosten": 100}, aanpassingen=lowest))
    assert advies.passend["lokaal"].gewichten is None
    assert "Lokale toegang staat bij geen enkele weging die wij trokken bovenaan." in fitting(guide, advies)


def test_a_share_is_none_or_all_only_when_nothing_drawn_can_say_otherwise(
    guide: Handreiking, dossier: MakeDossier
) -> None:
    """On uniformiteit alone lokaal is 3 at its highest and C-A1 4 at its lowest; hybride can be 5."""
    advies = advise(guide, dossier({"uniformiteit": 100}))
    shares = {h.id: first_share(h) for h in advies.hoofdvarianten}
    assert shares["lokaal"] == "0"
    assert shares["hybride"] not in ("0", "100")
    # With a weight on anything else lokaal can come first again, however seldom.
    mixed = advise(guide, dossier({"uniformiteit": 100, "betrokkenheid": 5}))
    assert {h.id: first_share(h) for h in mixed.hoofdvarianten}["lokaal"] == "minder dan 1"


def test_the_only_one_that_can_come_first_does_so_in_all_readings(guide: Handreiking, dossier: MakeDossier) -> None:
    sure = [
        {"kenmerk": "uniformiteit", "vorm": vorm, "punt": 1, "laag": 1, "hoog": 2, "motivering": "Gemeten."}
        for vorm in guide.vormen
        if guide.vormen[vorm].hoofdvariant == "hybride"
    ]
    advies = advise(guide, dossier({"uniformiteit": 100}, aanpassingen=sure))
    assert how_often(advies).startswith("In 100 van de 100 redelijke lezingen staat centrale toegang bovenaan")


def test_other_ways_are_offered_when_they_make_sense(guide: Handreiking, dossier: MakeDossier) -> None:
    topics = [(way.onderwerp, way.waarde) for way in otherwise(dossier({"kosten": 1}))]
    assert topics == [
        ("lezing", "strikt"),
        ("dubbele_bewering", "een_keer"),
        ("zekerheid", "hoog"),
        ("zekerheid", "laag"),
        ("zekerheid", "onbekend"),
    ]
    own = {"kenmerk": "kosten", "vorm": "L", "punt": 5, "laag": 5, "hoog": 5, "motivering": "Gemeten."}
    full = dossier(
        {"kosten": 1}, lezing="strikt", aanpassingen=[own], randvoorwaarden=[{"id": "RV-03", "status": "zacht"}]
    )
    ways = {way.onderwerp: way for way in otherwise(full)}
    assert ways["lezing"].dossier.lezing == "gewoon"
    assert ways["eigen_scores"].dossier.aanpassingen == ()
    assert ways["zachte_eisen"].dossier.weging.aandeel_randvoorwaarden == 0


def told(guide: Handreiking, dossier: Dossier, topic: str) -> tuple[Advies, Advies, str]:
    way = next(way for way in otherwise(dossier) if way.onderwerp == topic)
    now, then = advise(guide, dossier), advise(guide, way.dossier)
    return now, then, effect(now, then, way.opening)


def test_another_way_with_the_same_answer_says_how_often(guide: Handreiking, dossier: MakeDossier) -> None:
    now, then, line = told(guide, dossier({"aansluiting": 100, "betrokkenheid": 60, "kosten": 10}), "lezing")
    assert now.hoofdvarianten[0].id == then.hoofdvarianten[0].id
    share, before = (first_share(advies.hoofdvarianten[0]) for advies in (then, now))
    assert line.startswith(f"In de strikte lezing staat ook {now.hoofdvarianten[0].naam[0].lower()}")
    assert f"in {share} van de 100 lezingen" in line
    assert f"nu is dat {before}." in line or "evenveel als nu" in line


def test_own_scores_that_decide_are_called_that(guide: Handreiking, dossier: MakeDossier) -> None:
    own = {"kenmerk": "uniformiteit", "vorm": "L", "punt": 5, "laag": 5, "hoog": 5, "motivering": "Wij kunnen dit."}
    _, then, line = told(guide, dossier({"uniformiteit": 100}, aanpassingen=[own]), "eigen_scores")
    assert line.startswith("Zonder uw eigen scores staat centrale toegang bovenaan in plaats van lokale toegang, in ")
    assert f"in {first_share(then.hoofdvarianten[0])} van de 100 lezingen." in line


def test_a_way_that_leaves_nothing_says_so(guide: Handreiking, dossier: MakeDossier) -> None:
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-07", "status": "hard"}]
    # Only H-GM is left, and the strict reading does not rank that.
    _, _, line = told(guide, dossier({"kosten": 1}, randvoorwaarden=demands), "lezing")
    assert line == "In de strikte lezing blijft er niets over om te rangschikken."


@settings(max_examples=40)
@given(WEIGHTS, SOFT)
def test_what_can_never_come_first_does_not_in_any_draw(weights: dict[str, int], soft: list[dict[str, str]]) -> None:
    """But for a draw in which both come so near that they count as a tie: a share of one draw, far below a percent."""
    advies = advise(GUIDE, region(weights, randvoorwaarden=soft, trekkingen=2000))
    for vorm in advies.vormen:
        assert not vorm.nooit_eerste or (vorm.eerste or 0) < 0.005
    for hoofdvariant in advies.hoofdvarianten:
        assert (
            not hoofdvariant.eerste_staat_vast or min(hoofdvariant.eerste or 0, 1 - (hoofdvariant.eerste or 0)) < 0.005
        )


@settings(max_examples=60)
@given(WEIGHTS)
def test_every_tip_and_reading_tells_a_change(weights: dict[str, int]) -> None:
    """ "Van 13% naar 13%" and "3,0 in plaats van 3,0" say nothing; less than 0% is no weight."""
    advies = advise(GUIDE, region(weights))
    for line in (*tipping(GUIDE, advies), *(sentence for sentence, _ in readings(GUIDE, advies))):
        for before, after in re.findall(r"(\S+) (?:naar|in plaats van) (\S+?)[ ,]", line):
            assert before != after, line
    for kenmerk in KENMERKEN:
        assert " 0% " not in over_one_weight(GUIDE, advies, advies.lijnen(kenmerk)).partition(". ")[2]


def test_where_the_strict_reading_leaves_nothing_the_other_one_is_told(
    guide: Handreiking, dossier: MakeDossier
) -> None:
    """Only H-GM is left, and the strict reading does not rank that."""
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-07", "status": "hard"}]
    strict = dossier({"kosten": 1}, randvoorwaarden=demands, lezing="strikt")
    _, _, line = told(guide, strict, "lezing")
    assert line == "In onze gewone lezing staat hybride toegang bovenaan, in 100 van de 100 lezingen."
    uitleg = explain(guide, advise(guide, strict))
    assert "Kies hieronder bij “Anders lezen of wegen” de gewone lezing" in uitleg.kern
    assert "Van hybride toegang is niets te rangschikken." in uitleg.afgevallen
