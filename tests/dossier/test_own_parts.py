"""What a region adds of its own can be taken away again, with everything that referred to it."""

from typing import Any

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


def test_a_kenmerk_leaves_nothing_behind_in_any_way_of_weighing() -> None:
    kept: dict[str, dict[str, Any]] = {
        "schuiven": {"kosten": 80},
        "punten": {"kosten": 40},
        "rangorde": {"kosten": 1},
        "paarsgewijs": {"deskundigheid|kosten": 3},
        "beste_slechtste": {"slechtste": "kosten", "boven_slechtste": {"deskundigheid": 4}},
        "snelle_start": {
            "stellingen": {"kosten": {"keuze": "eens"}},
            "doorvragen": {"deskundigheid|kosten": "gelijk"},
        },
    }
    more: dict[str, dict[str, Any]] = {
        "schuiven": {"EK-1": 50},
        "punten": {"EK-1": 20},
        "rangorde": {"EK-1": 2},
        "paarsgewijs": {"EK-1|kosten": -2},
        "beste_slechtste": {
            "beste": "EK-1",
            "beste_boven": {"kosten": 5, "deskundigheid": 2},
            "slechtste": "kosten",
            "boven_slechtste": {"deskundigheid": 4, "EK-1": 5},
        },
        "snelle_start": {
            "stellingen": {"kosten": {"keuze": "eens"}, "EK-1": {"keuze": "eens"}},
            "doorvragen": {"deskundigheid|kosten": "gelijk", "EK-1|kosten": "EK-1"},
        },
    }
    before = Dossier.model_validate({"weging": {"methode": "punten", "invoer": kept}})
    entered = {way: value | more[way] for way, value in kept.items()}
    held = Dossier.model_validate(
        {"weging": {"methode": "punten", "invoer": entered}, "eigen_kenmerken": [DRAAGVLAK.model_dump()]}
    )
    assert without_kenmerk(held, "EK-1") == before


def test_the_least_important_kenmerk_can_be_taken_away_too() -> None:
    ends = {"beste": "kosten", "slechtste": "EK-1", "beste_boven": {"EK-1": 5, "uniformiteit": 2}}
    held = Dossier.model_validate(
        {
            "weging": {"invoer": {"beste_slechtste": ends | {"boven_slechtste": {"uniformiteit": 3}}}},
            "eigen_kenmerken": [DRAAGVLAK.model_dump()],
        }
    )
    left = without_kenmerk(held, "EK-1").weging.invoer.beste_slechtste
    assert (left.beste, left.slechtste) == ("kosten", None)
    assert (left.beste_boven, left.boven_slechtste) == ({"uniformiteit": 2}, {})


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
