"""Why two dossiers have different answers, found by putting the parts of one into the other."""

import random

import pytest

from advies.rangorde import advise
from advies.uitleg import explain
from advies.vergelijk import why_different
from dossier.file import from_bytes
from dossier.model import Dossier
from handreiking.load import ROOT
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

LOKAAL = {"aansluiting": 100.0, "betrokkenheid": 100.0}
CENTRAAL = {"uniformiteit": 100.0, "kosten": 100.0}


def test_another_weighting(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Nu", dossier(LOKAAL)), ("Grip", dossier(CENTRAAL)))
    assert said == (
        "“Nu” geeft lokale toegang en “Grip” centrale toegang. "
        "Dat komt door de weging: met die van “Grip” geeft “Nu” hetzelfde."
    )


def test_another_demand_and_not_another_name(guide: Handreiking, dossier: MakeDossier) -> None:
    hard = [{"id": "RV-06", "status": "hard"}]
    strict = dossier(LOKAAL, randvoorwaarden=hard, regio={"naam": "Anders"})
    said = why_different(guide, ("Nu", dossier(LOKAAL)), ("Streng", strict))
    assert "“Streng” hybride toegang. Dat komt door de eisen:" in said


def test_two_things_together(guide: Handreiking, dossier: MakeDossier) -> None:
    """Neither the weighting nor the demand alone changes the answer; both do."""
    first = dossier({"uniformiteit": 60, "aansluiting": 40}, randvoorwaarden=[{"id": "RV-02", "status": "hard"}])
    second = dossier({"uniformiteit": 100}, randvoorwaarden=[{"id": "RV-04", "status": "hard"}])
    said = why_different(guide, ("Een", first), ("Twee", second))
    assert "Dat komt door" in said


def test_the_same_answer_names_what_differs_all_the_same(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Twee", dossier({"aansluiting": 100, "betrokkenheid": 90})))
    assert said == "“Een” en “Twee” geven dezelfde uitkomst: lokale toegang. Zij verschillen wel in de weging."


def test_equal_dossiers_have_no_difference(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Twee", dossier(LOKAAL)))
    assert said == "“Een” en “Twee” geven dezelfde uitkomst: lokale toegang."


def test_nothing_left_and_nothing_weighed_are_answers_too(guide: Handreiking, dossier: MakeDossier) -> None:
    zero = dossier(dict.fromkeys(guide.kenmerken, 0.0))
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Nul", zero))
    assert "“Nul” geen enkele variant, want alle gewichten zijn 0. Dat komt door de weging" in said
    turned = why_different(guide, ("Nul", zero), ("Een", dossier(LOKAAL)))
    assert "want alle gewichten zijn 0; “Een” geeft lokale toegang." in turned
    unweighed = why_different(guide, ("Een", dossier()), ("Twee", dossier(regio={"naam": "Anders"})))
    assert unweighed == "“Een” en “Twee” geven allebei nog geen uitkomst, want er is niet gewogen."


#: C-A1, the best of the centralised ones, is at 75 points and the best hybrid at 64.6: a clear answer.
DUIDELIJK = {"uniformiteit": 75.0, "betrokkenheid": 25.0}


def own_score(vorm: str, punt: float) -> dict[str, object]:
    return {
        "kenmerk": "uniformiteit",
        "vorm": vorm,
        "punt": punt,
        "laag": punt,
        "hoog": punt,
        "motivering": "Zo is het.",
    }


def test_the_same_variant_but_less_firm(guide: Handreiking, dossier: MakeDossier) -> None:
    """At 4.1 H-IR gets 0.75 * 77.5 + 0.25 * 58.333 = 72.7 points, 2.3 behind the 75 of C-A1: under 5 is nipt."""
    first, second = dossier(DUIDELIJK), dossier(DUIDELIJK, aanpassingen=[own_score("H-IR", 4.1)])
    assert explain(guide, advise(guide, first)).kop == "Centrale toegang past het best bij uw weging"
    assert why_different(guide, ("Nu", first), ("Anders", second)) == (
        "“Nu” en “Anders” geven allebei centrale toegang, maar “Anders” minder stevig: bij “Nu” is dat duidelijk, "
        "bij “Anders” is dat nipt. Dat komt door de eigen scores en vormen: met die van “Anders” "
        "geeft “Nu” hetzelfde."
    )
    assert "maar “Nu” steviger" in why_different(guide, ("Anders", second), ("Nu", first))


#: Betrokkenheid decides between C-A1 and H-TB-S: at 25 they have 65 points each, at 26 hybrid is just ahead.
GELIJKSPEL, KRAP, NIPT = ({"kosten": 60.0, "betrokkenheid": b, "deskundigheid": 15.0} for b in (25.0, 26.0, 30.0))
KRAP_WOORDEN = "geen duidelijke winnaar, met hybride toegang op de meeste punten"


def test_what_is_on_top_without_winning_is_not_told_as_a_winner(guide: Handreiking, dossier: MakeDossier) -> None:
    assert advise(guide, dossier(KRAP)).oordeel == "geen_duidelijke_winnaar"
    because = "Dat komt door de weging: met die van"
    for first, second, name, other in ((NIPT, KRAP, "A", "B"), (KRAP, NIPT, "B", "A")):
        assert why_different(guide, (name, dossier(first)), (other, dossier(second))) == (
            f"“A” geeft hybride toegang; bij “B” is er {KRAP_WOORDEN}. {because} “{other}” geeft “{name}” hetzelfde."
        )
    same = why_different(guide, ("A", dossier(KRAP)), ("B", dossier(KRAP)))
    assert same == f"“A” en “B” geven dezelfde uitkomst: {KRAP_WOORDEN}."
    variants = why_different(guide, ("A", dossier(KRAP)), ("B", dossier(LOKAAL)))
    assert variants.startswith(f"“A” geeft {KRAP_WOORDEN}; “B” geeft lokale toegang. Bij “B” is dat duidelijk. Dat")


def test_variants_with_equal_points_are_both_named(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("A", dossier(LOKAAL)), ("B", dossier(GELIJKSPEL)))
    assert "“B” geen duidelijke winnaar, met centrale toegang en hybride toegang op de meeste punten." in said


def test_the_same_variant_with_another_best_vorm(guide: Handreiking, dossier: MakeDossier) -> None:
    other = dossier(DUIDELIJK, aanpassingen=[own_score("C-B1", 5)])
    said = why_different(guide, ("Nu", dossier(DUIDELIJK)), ("Anders", other))
    a, b = (guide.vormen[id].naam for id in ("C-A1", "C-B1"))
    assert said.startswith(
        "“Nu” en “Anders” geven allebei centrale toegang, maar niet dezelfde beste vorm: "
        f"bij “Nu” is dat “{a[0].lower()}{a[1:]}”, bij “Anders” “{b[0].lower()}{b[1:]}”. Dat komt door de eigen scores"
    )


def test_the_same_answer_by_any_weighing(guide: Handreiking, dossier: MakeDossier) -> None:
    """What is on top of Uitkomst differs, so the sentence does not say that the answer is the same."""
    first, second = dossier(LOKAAL), dossier(LOKAAL, weging={"zekerheid": "onbekend", "invoer": {"schuiven": LOKAAL}})
    said = why_different(guide, ("Nu", first), ("Elke", second))
    assert "dezelfde uitkomst" not in said
    assert "Dat komt door de weging" in said


@pytest.mark.parametrize("naam", ["1-duinstreek", "2-vierstromen", "3-heuvelrand"])
@pytest.mark.parametrize("zaad", range(4))
def test_the_sentence_and_the_table_agree(guide: Handreiking, naam: str, zaad: int) -> None:
    """Whatever one own score does: the same answer is told exactly when Uitkomst and the best vorm are the same."""
    first = from_bytes((ROOT / "voorbeelden" / f"{naam}.yaml").read_bytes(), naam + ".yaml", guide)
    chance = random.Random(f"{naam}{zaad}")
    vorm, kenmerk = chance.choice(list(guide.vormen)), chance.choice(list(guide.kenmerken))
    score = own_score(vorm, float(chance.choice((1, 5)))) | {"kenmerk": kenmerk}
    second = Dossier.model_validate(dict(first) | {"aanpassingen": [score]})
    shown = [(explain(guide, a).kop, a.beste and a.beste.optie) for a in (advise(guide, d) for d in (first, second))]
    said = why_different(guide, ("Een", first), ("Twee", second))
    assert ("geven dezelfde uitkomst" in said) == (shown[0] == shown[1])
