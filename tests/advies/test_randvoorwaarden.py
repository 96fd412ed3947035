"""Hard, soft and own randvoorwaarden beyond what the cases of the ranking show."""

from advies.randvoorwaarden import about_to, eisen_for, emptied
from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier


def hard(*ids: str) -> list[dict[str, str]]:
    return [{"id": id, "status": "hard"} for id in ids]


def test_an_announced_combination_does_what_it_says(guide: Handreiking, dossier: MakeDossier) -> None:
    left: dict[tuple[str, ...], set[str]] = {
        ("RV-02", "RV-03"): {"L", "H-IR", "H-GM", "H-TA", "H-TA-S", "H-TB", "H-TB-S"},
        ("RV-09", "RV-10"): {"L", "H-IR", "H-GM", "H-TA", "H-TA-S", "H-TB", "H-TB-S"},
        ("RV-04", "RV-06"): {"H-TA", "H-TA-S", "H-GM"},
        ("RV-04", "RV-07"): {"H-GM"},
    }
    assert {combinatie.hard for combinatie in guide.randvoorwaarden.combinaties} == set(left)
    for combinatie in guide.randvoorwaarden.combinaties:
        region = dossier({"kosten": 1}, randvoorwaarden=hard(*combinatie.hard), omstandigheden=dict(combinatie.als))
        *others, last = combinatie.hard
        before = dossier(randvoorwaarden=hard(*others), omstandigheden=dict(combinatie.als))
        assert about_to(guide, before, last) == (combinatie.gevolg,)
        assert {v.optie.id for v in advise(guide, region).vormen if v.doet_mee} == left[combinatie.hard]


def test_what_one_more_hard_demand_would_do_is_announced_before(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier(randvoorwaarden=hard("RV-02"))
    assert len(about_to(guide, region, "RV-03")) == 1
    assert about_to(guide, region, "RV-05") == ()


def test_a_hoofdvariant_without_vormen_names_the_demands_that_did_it(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier(randvoorwaarden=hard("RV-02", "RV-03", "RV-05"))
    advies = advise(guide, region)
    gone = emptied(advies.eisen, advies.matrix.opties)
    assert {id: [eis.id for eis in eisen] for id, eisen in gone.items()} == {"centraal": ["RV-02", "RV-03"]}


def test_measures_of_every_demand_in_use_come_along(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier(randvoorwaarden=[{"id": "RV-06", "status": "zacht"}, {"id": "RV-11", "status": "hard"}])
    assert advise(guide, region).vorm("L").maatregelen == ("M-05", "M-10", "M-01")


def test_a_demand_that_was_left_out_does_nothing(guide: Handreiking, dossier: MakeDossier) -> None:
    region = dossier(randvoorwaarden=[{"id": "RV-04", "status": "nvt"}])
    assert eisen_for(guide, region, advise(guide, region).matrix.opties) == ()


def test_an_own_vorm_is_judged_by_the_region(guide: Handreiking) -> None:
    own = {
        "id": "EV-1",
        "naam": "Twee subregio's",
        "hoofdvariant": "centraal",
        "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
        "oordelen": {"RV-04": "voldoet", "RV-09": "voldoet_niet"},
    }
    region = Dossier.model_validate({"eigen_vormen": [own], "randvoorwaarden": hard("RV-04", "RV-09", "RV-02")})
    toetsen = {eis.id: eis.toetsen["EV-1"] for eis in advise(guide, region).eisen}
    assert [(id, toets.oordeel, toets.sluit_uit) for id, toets in toetsen.items()] == [
        ("RV-02", "onbekend", False),
        ("RV-04", "voldoet", False),
        ("RV-09", "voldoet_niet", True),
    ]
