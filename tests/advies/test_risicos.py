"""What the weighting adds: heavy and low is a risk, a demand that needs a measure brings it, and each says whence."""

import pytest

from advies.rangorde import advise
from advies.risicos import Risico, heavy, risicos_for
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

OWN = {"id": "EK-1", "naam": "Draagvlak", "schaal": {1: "Geen", 5: "Veel"}}


def found(guide: Handreiking, dossier: Dossier, soort: str = "kenmerk") -> dict[str, Risico]:
    return {r.id: r for r in risicos_for(guide, dossier, advise(guide, dossier)) if r.soort == soort}


def test_heavy_and_low_is_a_risk_with_the_measures_of_the_guide(guide: Handreiking, dossier: MakeDossier) -> None:
    """L: deskundigheid (1 + 2 + 4) / 3 = 2.33, uniformiteit (1 + 2 + 3) / 3 = 2, aansluiting (4 + 5 + 5) / 3 = 4.67.

    The weights are 100, 60, 90 of 250, the other three weigh nothing: 40%, 24% and 36%, each above 1/6.
    """
    chosen = dossier({"deskundigheid": 100, "uniformiteit": 60, "aansluiting": 90}, gekozen_vorm="L")
    risks = found(guide, chosen)
    assert list(risks) == ["deskundigheid", "uniformiteit"]
    first, second = risks.values()
    assert first.zinnen == (
        "Dit kenmerk weegt bij u voor 40% mee.",
        "Uw keuze krijgt er gemiddeld 2,3 op een schaal van 1 tot 5.",
    )
    assert first.beweringen == ("DE-05", "DE-06", "DE-07", "DE-13", "DE-16")
    assert first.maatregelen == ("M-03", "M-04", "M-08")
    assert second.maatregelen == ("M-01",)
    assert {middel.genoemd_bij for middel in second.middelen} == {("UN-02", "UN-03")}
    assert first.herkomst == "Dit volgt uit uw weging."
    assert not first.slot


def test_a_measure_against_it_counts_though_it_stands_in_a_claim_of_its_own(
    guide: Handreiking, dossier: MakeDossier
) -> None:
    """H-TA: uniformiteit (2 + 2 + 3) / 3 = 2.33; that the expert team can watch over the kader is claim UN-04."""
    risks = found(guide, dossier({"uniformiteit": 100}, gekozen_vorm="H-TA"))
    assert risks["uniformiteit"].maatregelen == ("M-01", "M-02")


def test_without_a_measure_in_the_guide_it_says_so(guide: Handreiking, dossier: MakeDossier) -> None:
    risk = found(guide, dossier({"betrokkenheid": 100}, gekozen_vorm="C-A1"))["betrokkenheid"]
    assert risk.maatregelen == ()
    assert risk.slot == "De handreiking noemt hiervoor geen maatregel."


def test_a_measure_that_is_our_own_does_not_pass_for_the_guides(guide: Handreiking, dossier: MakeDossier) -> None:
    """C-A2 on continuiteit: a warm handover is our own idea."""
    risk = found(guide, dossier({"continuiteit": 100}, gekozen_vorm="C-A2"))["continuiteit"]
    assert risk.maatregelen == ("M-15",)
    assert [middel.basis for middel in risk.middelen] == ["eigen kennis"]
    assert risk.slot == "De handreiking noemt hiervoor geen maatregel."


def test_equal_weights_make_nothing_heavy(guide: Handreiking, dossier: MakeDossier) -> None:
    even = dict.fromkeys(guide.kenmerken, 40.0)
    for made in (dossier(gekozen_vorm="L"), dossier(even, gekozen_vorm="L")):
        assert heavy(advise(guide, made)) == ()
        assert not found(guide, made)


def test_heavy_is_a_share_among_kenmerken_whatever_soft_demands_take(guide: Handreiking, dossier: MakeDossier) -> None:
    """100 of 200 on one kenmerk, 20 on each of the others: 50% and 10%; 20% for demands leaves 40% and 8%."""
    weights = dict.fromkeys(guide.kenmerken, 20.0) | {"uniformiteit": 100.0}
    soft = [{"id": "RV-11", "status": "zacht"}]
    advies = advise(guide, dossier(weights, gekozen_vorm="L", randvoorwaarden=soft))
    assert advies.gewichten["uniformiteit"] == pytest.approx(0.4)
    assert heavy(advies) == ("uniformiteit",)


def test_the_middle_of_the_scale_is_not_low(guide: Handreiking, dossier: MakeDossier) -> None:
    def with_score(punt: float) -> Dossier:
        score = {"kenmerk": "kosten", "vorm": "L", "punt": punt, "laag": punt, "hoog": punt, "motivering": "Gemeten."}
        return dossier({"kosten": 100}, gekozen_vorm="L", aanpassingen=[score])

    assert not found(guide, with_score(3))
    low = found(guide, with_score(2.9))["kosten"]
    assert low.zinnen[-1] == "Dat is uw eigen score. Gemeten."


def test_a_kenmerk_of_the_region_itself_has_no_claims(guide: Handreiking, dossier: MakeDossier) -> None:
    scored = OWN | {"scores": {"L": {"punt": 1, "laag": 1, "hoog": 2}}}
    risk = found(guide, dossier({"EK-1": 100}, gekozen_vorm="L", eigen_kenmerken=[scored]))["EK-1"]
    assert risk.kop == "Draagvlak weegt zwaar, en juist daar scoort uw keuze laag"
    assert risk.beweringen == risk.maatregelen == ()
    unscored = dossier({"EK-1": 100}, gekozen_vorm="L", eigen_kenmerken=[OWN])
    assert not found(guide, unscored)  # not known is not low


@pytest.mark.parametrize(("status", "kind"), [("hard", "harde"), ("zacht", "zachte")])
def test_a_demand_met_with_a_measure_brings_it(
    guide: Handreiking, dossier: MakeDossier, status: str, kind: str
) -> None:
    demands = [{"id": "RV-05", "status": status}, {"id": "RV-02", "status": status}]
    made = dossier({"kosten": 50}, gekozen_vorm="L", randvoorwaarden=demands)
    brought = found(guide, made, "eis")
    assert list(brought) == ["RV-05"]  # RV-02 is met as it is
    assert brought["RV-05"].maatregelen == ("M-13", "M-19")
    assert brought["RV-05"].herkomst == f"Dit volgt uit uw {kind} eis."


def test_a_soft_demand_that_is_not_met_at_all_is_named_too(guide: Handreiking, dossier: MakeDossier) -> None:
    made = dossier({"kosten": 50}, gekozen_vorm="C-A1", randvoorwaarden=[{"id": "RV-04", "status": "zacht"}])
    risk = found(guide, made, "eis")["RV-04"]
    assert risk.zinnen == ("Uw keuze voldoet hier niet aan.",)
    assert risk.slot == "Er is hiervoor geen maatregel genoemd. Bedenk zelf wat nodig is."


def test_a_measure_that_is_not_enough_for_a_hard_demand_is_brought_and_says_so(
    guide: Handreiking, dossier: MakeDossier
) -> None:
    made = dossier({"kosten": 50}, gekozen_vorm="L", randvoorwaarden=[{"id": "RV-06", "status": "hard"}])
    risk = found(guide, made, "eis")["RV-06"]
    assert risk.maatregelen == ("M-05", "M-10")
    assert "bij een harde eis niet genoeg" in risk.waarom[0]


def test_who_staffs_an_expert_team_is_asked_attention_for(guide: Handreiking, dossier: MakeDossier) -> None:
    made = dossier(gekozen_vorm="H-TB", bemensing=["ingeleend"])
    risk = found(guide, made, "bemensing")["RV-12"]
    assert risk.maatregelen == ("M-27",)
    assert "Dat past hier niet bij" in risk.zinnen[0]
    assert "Dat past" not in found(guide, dossier(gekozen_vorm="H-TB"), "bemensing")["RV-12"].zinnen[0]
    assert not found(guide, dossier(gekozen_vorm="L"), "bemensing")


@pytest.mark.parametrize("team", ["geen", "adviserend", "besluitvormend"])
def test_a_vorm_of_the_region_itself_is_judged_by_its_expert_team(
    guide: Handreiking, dossier: MakeDossier, team: str
) -> None:
    """Our files name the vormen of the guide only, and the screen asks who staffs the team of any vorm that has one."""
    rules = {"besluit": "lokaal", "expertiseteam": team, "lokale_teams": "alle", "beslissende_teams": "elke_gemeente"}
    own = {"id": "EV-1", "naam": "Subregio's", "hoofdvariant": "hybride", "inrichting": rules}
    made = dossier(eigen_vormen=[own], gekozen_vorm="EV-1", bemensing=["ingeleend"])
    risks = {**found(guide, made, "bemensing"), **found(guide, made, "altijd")}
    assert risks["RV-14"].maatregelen == ("M-26",)
    assert risks["RV-14"].waarom
    assert ("RV-12" in risks) == (team != "geen")
    if team != "geen":
        assert risks["RV-12"].maatregelen == ("M-27",)
        assert "Dat past hier niet bij" in risks["RV-12"].zinnen[0]


def test_what_always_holds_is_always_there(guide: Handreiking, dossier: MakeDossier) -> None:
    assert found(guide, dossier(gekozen_vorm="C-A1"), "altijd")["RV-14"].maatregelen == ("M-11", "M-26")


def test_without_a_choice_it_is_about_the_vorm_that_ranks_first(guide: Handreiking, dossier: MakeDossier) -> None:
    demand = [{"id": "RV-11", "status": "zacht"}]
    made = dossier({"aansluiting": 100, "betrokkenheid": 100}, randvoorwaarden=demand)
    best = advise(guide, made).beste
    assert best is not None
    chosen = made.model_copy(update={"gekozen_vorm": best.optie.id})
    assert found(guide, made, "eis") == found(guide, chosen, "eis") != {}


def test_without_any_vorm_there_are_no_risks(guide: Handreiking, dossier: MakeDossier) -> None:
    demands = [
        {"id": "RV-04", "status": "hard"},
        {"id": "RV-07", "status": "hard"},
        {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}},
    ]
    made = dossier({"kosten": 50}, randvoorwaarden=demands)
    assert risicos_for(guide, made, advise(guide, made)) == ()
