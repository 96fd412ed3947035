"""What a region adds of its own can be taken away again, with everything that referred to it."""

from dossier.model import Dossier, EigenKenmerk, EigenVorm
from dossier.own import free_id, with_kenmerk, with_vorm, without_kenmerk, without_randvoorwaarde, without_vorm

DRAAGVLAK = EigenKenmerk.model_validate({"id": "EK-1", "naam": "Draagvlak", "schaal": {1: "Geen", 5: "Veel"}})
SUBREGIO = EigenVorm.model_validate(
    {
        "id": "EV-1",
        "naam": "Subregio's",
        "hoofdvariant": "centraal",
        "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
    }
)


def test_a_free_id_is_the_first_that_is_not_taken() -> None:
    assert free_id("EK", []) == "EK-1"
    assert free_id("EK", ["EK-1", "EK-3"]) == "EK-2"


def test_a_new_kenmerk_weighs_along_once_the_region_has_weighed() -> None:
    weighed = Dossier.model_validate({"weging": {"invoer": {"schuiven": {"kosten": 80}}}})
    assert with_kenmerk(weighed, DRAAGVLAK).weging.invoer.schuiven == {"kosten": 80, "EK-1": 50}
    assert with_kenmerk(Dossier(), DRAAGVLAK).weging.invoer.schuiven == {}


def test_a_kenmerk_leaves_nothing_behind() -> None:
    before = Dossier.model_validate({"weging": {"invoer": {"schuiven": {"kosten": 80}}}})
    own = {"kenmerk": "EK-1", "vorm": "L", "punt": 4, "laag": 4, "hoog": 4, "motivering": "Gemeten."}
    held = Dossier.model_validate(dict(with_kenmerk(before, DRAAGVLAK)) | {"aanpassingen": [own]})
    assert without_kenmerk(held, "EK-1") == before


def test_a_vorm_leaves_nothing_behind() -> None:
    demand = {"id": "ER-1", "naam": "Mooi", "status": "hard"}
    before = Dossier.model_validate({"randvoorwaarden": [demand | {"oordelen": {"L": "voldoet"}}]})
    held = Dossier.model_validate(
        dict(with_vorm(before, SUBREGIO))
        | {
            "huidige_vorm": "EV-1",
            "gekozen_vorm": "EV-1",
            "randvoorwaarden": [demand | {"oordelen": {"L": "voldoet", "EV-1": "voldoet"}}],
            "aanpassingen": [
                {"kenmerk": "kosten", "vorm": "EV-1", "punt": 4, "laag": 4, "hoog": 4, "motivering": "Gemeten."}
            ],
        }
    )
    assert without_vorm(held, "EV-1") == before


def test_an_own_demand_leaves_nothing_behind() -> None:
    judged = SUBREGIO.model_copy(update={"oordelen": {"ER-1": "voldoet"}})
    before = Dossier.model_validate({"eigen_vormen": [SUBREGIO]})
    held = Dossier.model_validate(
        {"eigen_vormen": [judged], "randvoorwaarden": [{"id": "ER-1", "naam": "Mooi", "status": "hard"}]}
    )
    assert without_randvoorwaarde(held, "ER-1") == before
