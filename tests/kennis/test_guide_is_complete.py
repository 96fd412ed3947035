"""The knowledge files hold the whole guide, and nothing that the guide does not give."""

from collections import Counter
from itertools import pairwise

import pytest

from handreiking.model import Handreiking

VORMEN = ["C-A1", "C-A2", "C-B1", "C-B2", "L", "H-IR", "H-GM", "H-TA", "H-TA-S", "H-TB", "H-TB-S"]
KENMERKEN = ["deskundigheid", "kosten", "uniformiteit", "continuiteit", "aansluiting", "betrokkenheid"]

# Part A of the addition to the inventory of the guide (November 2026): punt, laag, hoog, steun (s, z or g), by kenmerk.
UITGANGSMATRIX = {
    "C-A1": "545s 435s 545s 324s 213s 213s",
    "C-A2": "545s 435s 545s 213s 213s 213s",
    "C-B1": "545s 435s 545s 324s 213s 113s",
    "C-B2": "545s 435s 545s 213s 213s 113s",
    "L": "214s 214s 213s 545s 545s 545s",
    "H-IR": "425z 315g 425z 325z 324z 325z",
    "H-GM": "325z 314g 213z 315g 325g 214z",
    "H-TA": "435s 224z 223s 445s 545s 435s",
    "H-TA-S": "435s 324z 324z 445s 435z 435s",
    "H-TB": "435s 324z 324z 445s 424z 435s",
    "H-TB-S": "435s 424z 324z 445s 324z 435s",
}


def test_six_kenmerken_in_the_order_of_the_guide(guide: Handreiking) -> None:
    assert list(guide.kenmerken) == KENMERKEN


def test_eleven_vormen(guide: Handreiking) -> None:
    assert list(guide.vormen) == VORMEN
    assert Counter(vorm.hoofdvariant for vorm in guide.vormen.values()) == {
        "centraal": 4,
        "lokaal": 1,
        "hybride": 6,
    }


@pytest.mark.parametrize("vorm", VORMEN)
def test_scores_are_those_of_the_matrix(guide: Handreiking, vorm: str) -> None:
    cells = [guide.kenmerken[kenmerk].scores[vorm] for kenmerk in KENMERKEN]
    found = " ".join(f"{cel.punt:g}{cel.laag:g}{cel.hoog:g}{cel.steun[0]}" for cel in cells)
    assert found == UITGANGSMATRIX[vorm]


def test_seventy_three_claims(guide: Handreiking) -> None:
    counts = {id: len(kenmerk.beweringen) for id, kenmerk in guide.kenmerken.items()}
    assert list(counts.values()) == [18, 17, 8, 10, 12, 8]
    assert sum(counts.values()) == 73


def test_every_claim_carries_a_score(guide: Handreiking) -> None:
    for kenmerk in guide.kenmerken.values():
        used = {claim for score in kenmerk.scores.values() for claim in score.op_grond_van}
        assert used == set(kenmerk.beweringen)


def test_a_weaker_support_never_has_a_narrower_interval_than_it_may(guide: Handreiking) -> None:
    """Strong: at most 2 wide, or 3 where answers explain the spread (L on two kenmerken); weak 2 or 3; none 3 or 4."""
    for kenmerk in guide.kenmerken.values():
        for vorm, score in kenmerk.scores.items():
            width = score.hoog - score.laag
            wide = vorm == "L" and kenmerk.id in {"deskundigheid", "kosten"}
            allowed = {"sterk": {1, 2, 3} if wide else {1, 2}, "zwak": {2, 3}, "geen": {3, 4}}[score.steun]
            assert width in allowed, (kenmerk.id, vorm)


def test_shifting_responsibility_is_one_claim_at_two_kenmerken(guide: Handreiking) -> None:
    twins = [
        (id, claim.zelfde_als)
        for kenmerk in guide.kenmerken.values()
        for id, claim in kenmerk.beweringen.items()
        if claim.zelfde_als
    ]
    assert twins == [("KO-03", "BE-02"), ("BE-02", "KO-03")]


def test_two_rows_without_text_are_links_and_have_no_scores(guide: Handreiking) -> None:
    names = [rij.naam for rij in guide.varianten.rijen_zonder_tekst]
    assert len(names) == 2
    assert not set(names) & {kenmerk.naam for kenmerk in guide.kenmerken.values()}


def test_eleven_omstandigheden_each_of_which_changes_something(guide: Handreiking) -> None:
    asked = {
        id
        for kenmerk in guide.kenmerken.values()
        for lijst in kenmerk.beslislijsten
        for regel in lijst.regels
        for id in regel.als
    }
    assert len(guide.omstandigheden) == 11
    assert asked == set(guide.omstandigheden)


def test_forty_four_aandachtspunten_in_nine_groups(guide: Handreiking) -> None:
    items = guide.aandachtspunten.aandachtspunten
    assert len(items) == 44
    assert {item.groep for item in items.values()} == set(guide.aandachtspunten.groepen)
    assert len(guide.aandachtspunten.groepen) == 9
    assert {item.soort for item in items.values()} == {"vraag", "actie", "let_op"}


def test_the_rule_that_expired_says_so_and_so_do_those_that_hung_on_it(guide: Handreiking) -> None:
    items = guide.aandachtspunten.aandachtspunten
    expired = [id for id, item in items.items() if item.tijd and item.tijd.status == "verlopen"]
    assert expired == ["CB-06"]
    assert {id for id, item in items.items() if item.hangt_aan == "CB-06"} == {"CB-07", "CB-08"}
    for id in ("CB-06", "CB-07", "CB-08"):
        assert items[id].tijd is not None


def test_fourteen_randvoorwaarden_of_which_eleven_are_a_choice(guide: Handreiking) -> None:
    usage = {id: r.gebruik for id, r in guide.randvoorwaarden.randvoorwaarden.items()}
    assert list(usage) == [f"RV-{n:02}" for n in range(1, 15)]
    others = {id: use for id, use in usage.items() if use != "keuze"}
    assert others == {"RV-01": "omstandigheid", "RV-12": "bemensing", "RV-14": "altijd"}


# The overview of part C: v = voldoet, m = met maatregel, n = voldoet niet, in the order of VORMEN.
OORDELEN = {
    "RV-01": "vvvvmmvmmmm",
    "RV-02": "nvnvvmmvvvv",
    "RV-03": "vmvmvmmmmmm",
    "RV-04": "nnnnvnmvvnn",
    "RV-05": "vvvvmmmmmmm",
    "RV-06": "vvvvmmmmvmv",
    "RV-07": "vvvvmmmmmmm",
    "RV-08": "vvvvmmmmmmm",
    "RV-09": "nnvvvmmmmmm",
    "RV-10": "vvmmvmmvvvv",
    "RV-11": "vvvvmmmmmmm",
    "RV-12": "vvvvvvvvvvv",
    "RV-13": "mmmmmmmmmmm",
    "RV-14": "mmmmmmmmmmm",
}
LETTER = {"voldoet": "v", "met_maatregel": "m", "voldoet_niet": "n"}


@pytest.mark.parametrize("id", OORDELEN)
def test_judgements_are_those_of_the_overview(guide: Handreiking, id: str) -> None:
    judged = {
        vorm: LETTER[oordeel.oordeel]
        for oordeel in guide.randvoorwaarden.randvoorwaarden[id].oordelen
        for vorm in oordeel.vormen
    }
    assert "".join(judged[vorm] for vorm in VORMEN) == OORDELEN[id]


def test_hard_excludes_more_where_a_measure_is_not_enough(guide: Handreiking) -> None:
    found = {
        id: set(r.hard_niet_genoeg) for id, r in guide.randvoorwaarden.randvoorwaarden.items() if r.hard_niet_genoeg
    }
    assert found == {
        "RV-03": {"C-A2", "C-B2"},
        "RV-06": {"L"},
        "RV-07": {"L", "H-TA", "H-TA-S", "H-TB", "H-TB-S"},
    }


def test_two_obligations_always_hold(guide: Handreiking) -> None:
    assert set(guide.randvoorwaarden.verplichtingen) == {"VP-01", "VP-02"}


def test_every_vorm_says_who_does_the_seven_steps_and_who_pays(guide: Handreiking) -> None:
    for id, vorm in guide.vormen.items():
        assert {str(n) for n in range(1, 8)} <= set(vorm.stappen), id
        assert any("team" in betaling.wat.lower() for betaling in vorm.betaling), id
        for stap in vorm.stappen.values():
            assert (stap.status == "niet_genoemd") == (stap.wie == "niet genoemd"), (id, stap)


def test_only_vormen_with_an_expert_team_say_how_it_can_be_staffed(guide: Handreiking) -> None:
    for id, vorm in guide.vormen.items():
        assert bool(vorm.bemensing) == (vorm.inrichting.expertiseteam != "geen"), id


def test_extra_steps_only_where_the_guide_has_them(guide: Handreiking) -> None:
    extra = {id: set(vorm.stappen) - {str(n) for n in range(1, 8)} for id, vorm in guide.vormen.items()}
    assert {id for id, steps in extra.items() if "1b" in steps} == {"C-A2", "C-B2"}
    teams = {"H-TA", "H-TA-S", "H-TB", "H-TB-S"}
    assert {id for id, steps in extra.items() if {"2b", "3a"} <= steps} == teams


def test_a_mixed_vorm_knows_no_more_of_a_step_than_what_it_is_mixed_of(guide: Handreiking) -> None:
    """Its local part works as L and its central part as a central vorm; what neither says, it does not say either."""
    mixed, local, central = (guide.vormen[id].stappen for id in ("H-GM", "L", "C-A1"))
    for id, step in mixed.items():
        assert (step.status == "niet_genoemd") == (local[id].status == central[id].status == "niet_genoemd"), id
        assert set(step.banen) == {*local[id].banen, *central[id].banen}


def test_an_expert_team_brings_its_measure_of_independence(guide: Handreiking) -> None:
    extra = {
        id: (set(found.vormen), found.maatregel)
        for id, eis in guide.randvoorwaarden.randvoorwaarden.items()
        if (found := eis.maatregel_bij_gekozen_vorm)
    }
    assert extra == {"RV-12": ({"H-TA", "H-TA-S", "H-TB", "H-TB-S"}, "M-27")}


def test_process_steps_are_in_the_order_of_the_process(guide: Handreiking) -> None:
    assert list(guide.varianten.processtappen) == ["1", "1b", "2", "2b", "3a", "3", "4", "5", "6", "7"]


def test_a_longer_list_of_answers_comes_before_a_shorter_one_that_it_contains(guide: Handreiking) -> None:
    for kenmerk in guide.kenmerken.values():
        for lijst in kenmerk.beslislijsten:
            for earlier, later in pairwise(lijst.regels):
                assert not earlier.als.items() <= later.als.items()


def test_a_combination_of_demands_is_our_own_working_out(guide: Handreiking) -> None:
    assert {combinatie.basis for combinatie in guide.randvoorwaarden.combinaties} == {"eigen kennis"}
