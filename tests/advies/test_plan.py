"""The plan of a region: what is in it now, how far it is, and what is parked."""

from datetime import date
from typing import Any

from advies.plan import Plan, plan_for
from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

TODAY = date(2027, 3, 1)


def plan_of(guide: Handreiking, dossier: Dossier) -> Plan:
    return plan_for(guide, dossier, advise(guide, dossier))


def own(id: str, groep: str, volgorde: float, **fields: Any) -> dict[str, Any]:
    return {"id": id, "tekst": f"Actie {id}", "groep": groep, "volgorde": volgorde, **fields}


def test_every_point_that_applies_is_in_it_with_what_was_agreed(guide: Handreiking, dossier: MakeDossier) -> None:
    agreed = [{"id": "WP-01", "eigenaar": "projectleider"}]
    plan = plan_of(guide, dossier(huidige_vorm="C-A2", gekozen_vorm="L", plan=agreed))
    assert len(plan.regels) == 41
    held = {regel.id: regel for regel in plan.regels}
    assert held["WP-01"].punt.eigenaar == "projectleider"
    assert held["WP-02"].punt.is_leeg
    assert held["WP-01"].reden.startswith("Omdat ")


def test_own_actions_come_last_in_their_group_in_their_own_order(guide: Handreiking, dossier: MakeDossier) -> None:
    actions = [own("EA-1", "begroting", 3), own("EA-2", "algemeen", 2), own("EA-3", "begroting", 1)]
    plan = plan_of(guide, dossier(huidige_vorm="C-A2", gekozen_vorm="L", plan=actions))
    assert [regel.id for regel in plan.eigen] == ["EA-3", "EA-2", "EA-1"]
    assert [regel.id for regel in plan.in_groep("begroting")] == ["BG-01", "BG-02", "BG-03", "BG-04", "EA-3", "EA-1"]
    assert [regel.id for regel in plan.regels[:3]] == ["AL-01", "AL-02", "EA-2"]


def test_another_vorm_parks_what_falls_away_and_brings_it_back(guide: Handreiking, dossier: MakeDossier) -> None:
    agreed = [{"id": "WP-05", "eigenaar": "kwartiermaker"}, {"id": "UP-09", "notitie": "Samen met de buren"}]
    team = dossier(huidige_vorm="C-A2", gekozen_vorm="H-TA", plan=agreed)
    local = team.model_copy(update={"gekozen_vorm": "L"})
    central = team.model_copy(update={"gekozen_vorm": "C-B1"})
    assert [regel.id for regel in plan_of(guide, team).geparkeerd] == []
    assert [regel.id for regel in plan_of(guide, local).geparkeerd] == ["WP-05"]
    assert [regel.id for regel in plan_of(guide, central).geparkeerd] == ["WP-05", "UP-09"]
    assert {regel.id for regel in plan_of(guide, team).regels} >= {"WP-05", "UP-09"}


def test_without_any_advice_all_that_was_agreed_is_parked_and_own_actions_stay(guide: Handreiking) -> None:
    dossier = Dossier.model_validate({"plan": [{"id": "WP-01", "eigenaar": "x"}, own("EA-1", "begroting", 1)]})
    plan = plan_for(guide, dossier, None)
    assert [regel.id for regel in plan.regels] == ["EA-1"]
    assert [regel.id for regel in plan.geparkeerd] == ["WP-01"]


def test_how_far_it_is(guide: Handreiking, dossier: MakeDossier) -> None:
    agreed = [
        {"id": "WP-01", "eigenaar": "projectleider", "begin": "2027-02-01", "status": "klaar"},
        {"id": "WP-02", "eigenaar": "projectleider"},  # no date
        {"id": "BG-01", "eind": "2027-02-28"},  # late, and no owner
        {"id": "BG-02", "eind": "2027-03-01"},  # today is not late
        {"id": "BG-03", "eind": "2027-01-01", "status": "klaar"},  # ready is not late
        {"id": "BG-04", "eigenaar": "controller", "eind": "2027-01-01", "status": "vervalt"},  # counts apart
    ]
    stand = plan_of(guide, dossier(huidige_vorm="C-A2", gekozen_vorm="L", plan=agreed)).stand(TODAY)
    assert (stand.punten, stand.verdeeld, stand.klaar, stand.te_laat, stand.vervallen) == (40, 1, 2, 1, 1)


def test_the_timeline_has_what_has_a_date_in_order_of_beginning(guide: Handreiking, dossier: MakeDossier) -> None:
    agreed = [
        {"id": "WP-01", "begin": "2027-02-01", "eind": "2027-06-01"},
        {"id": "WP-02", "eind": "2027-01-15"},
        {"id": "BG-01", "begin": "2027-02-01", "eind": "2027-03-01"},
        {"id": "BG-02", "eind": "2027-01-01", "status": "vervalt"},
        {"id": "WP-05", "eind": "2027-01-01"},  # parked: there is no expert team
    ]
    lines = plan_of(guide, dossier(huidige_vorm="C-A2", gekozen_vorm="L", plan=agreed)).tijdlijn()
    assert [(line.nummer, line.regel.id) for line in lines] == [(1, "WP-02"), (2, "BG-01"), (3, "WP-01")]
    assert (lines[0].begin, lines[0].eind) == (date(2027, 1, 15), date(2027, 1, 15))


def test_what_the_weighting_and_the_demands_ask_is_in_it_as_measures(guide: Handreiking, dossier: MakeDossier) -> None:
    """L on uniformiteit is 2, below the middle, and weighs all: the claim against it names M-01, and so does RV-11."""
    soft = [{"id": "RV-11", "status": "zacht"}]
    agreed = [{"id": "M-01", "eigenaar": "beleidsadviseur"}]
    region = dossier({"uniformiteit": 100}, huidige_vorm="C-A2", gekozen_vorm="L", randvoorwaarden=soft, plan=agreed)
    plan = plan_of(guide, region)
    measure = next(regel for regel in plan.in_groep("maatregelen") if regel.id == "M-01")
    assert measure.tekst == "Een gezamenlijk afwegingskader maken."
    assert measure.punt.eigenaar == "beleidsadviseur"
    assert measure.reden.startswith("Dit hoort bij “uniformiteit weegt zwaar")
    assert "“uw zachte eis: " in measure.reden
    # Central access scores well on it and meets the demand: then what was agreed is parked, with its words.
    parked = plan_of(guide, region.model_copy(update={"gekozen_vorm": "C-A1"})).geparkeerd
    assert [(regel.id, regel.punt.eigenaar) for regel in parked] == [("M-01", "beleidsadviseur")]


def test_an_own_action_is_not_among_the_measures(guide: Handreiking, dossier: MakeDossier) -> None:
    plan = plan_of(guide, dossier(huidige_vorm="C-A2", gekozen_vorm="L"))
    assert set(plan.groepen) - set(plan.groepen_voor_eigen) == {"maatregelen"}
