"""Scenarios side by side: every thing that a region enters and that the answer hangs on has its row."""

from typing import Any

import pytest

from advies.rangorde import GeenGewicht, advise
from advies.scenarios import Groep, Rij, Scenario, side_by_side
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

WEGING = {"uniformiteit": 75.0, "betrokkenheid": 25.0}
SCORE = {"kenmerk": "kosten", "vorm": "L", "punt": 4, "laag": 3.5, "hoog": 5, "motivering": "Gemeten."}
KENMERK = {
    "id": "EK-1",
    "naam": "Draagvlak",
    "schaal": {1: "Geen", 5: "Veel"},
    "scores": {"L": {"punt": 2, "laag": 1, "hoog": 3}},
}
VORM = {
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


def shown(guide: Handreiking, *dossiers: Dossier) -> tuple[Groep, ...]:
    def scenario(dossier: Dossier) -> Scenario:
        try:
            return Scenario(dossier, advise(guide, dossier))
        except GeenGewicht:
            return Scenario(dossier, None)

    return side_by_side(guide, [scenario(dossier) for dossier in dossiers])


def rows(guide: Handreiking, *dossiers: Dossier) -> dict[str, Rij]:
    found = [rij for groep in shown(guide, *dossiers) for rij in groep.rijen]
    assert len({rij.onderdeel for rij in found}) == len(found)
    return {rij.onderdeel: rij for rij in found}


def test_what_nobody_touched_is_left_out(guide: Handreiking, dossier: MakeDossier) -> None:
    groups = shown(guide, dossier(WEGING), dossier(WEGING))
    assert [groep.titel for groep in groups] == ["De uitkomst", "De rangorde", "De weging"]
    assert not any(rij.verschilt for groep in groups for rij in groep.rijen)
    assert [rij.onderdeel for rij in groups[0].rijen] == ["Uitkomst"]


@pytest.mark.parametrize(
    ("parts", "what", "values"),
    [
        ({"aanpassingen": [SCORE]}, "Hoeveel eigen scores", ("0", "1")),
        (
            {"aanpassingen": [SCORE]},
            "Kostenbeheersing: een eigen lokaal team in elke gemeente",
            ("geen", "4 (van 3,5 tot 5)"),
        ),
        ({"eigen_vormen": [VORM]}, "Eigen vorm: samen", ("nee", "ja, bij hybride toegang")),
        ({"eigen_kenmerken": [KENMERK]}, "Eigen kenmerk: draagvlak", ("nee", "ja")),
        (
            {"eigen_kenmerken": [KENMERK]},
            "Draagvlak: een eigen lokaal team in elke gemeente",
            ("geen", "2 (van 1 tot 3)"),
        ),
        ({"weging": {"methode": "rangorde"}}, "Manier van wegen", ("Schuiven", "Rangorde")),
        ({"weging": {"zekerheid": "laag"}}, "Hoe zeker van de weging", ("redelijk zeker", "niet zo zeker")),
        (
            {"randvoorwaarden": [{"id": "RV-02", "status": "zacht", "gewicht": 80}]},
            "Deel voor de zachte eisen samen",
            ("geen zachte eisen", "20%"),
        ),
        (
            {"randvoorwaarden": [{"id": "RV-02", "status": "zacht", "gewicht": 0}]},
            "Deel voor de zachte eisen samen",
            ("geen zachte eisen", "0%"),
        ),
        (
            {"randvoorwaarden": [{"id": "ER-1", "naam": "Dichtbij", "status": "zacht", "gewicht": 80}]},
            "Eis: dichtbij",
            ("geen eis", "zacht, gewicht 80"),
        ),
        (
            {
                "randvoorwaarden": [
                    {"id": "ER-1", "naam": "Dichtbij", "status": "hard", "oordelen": {"C-A1": "voldoet_niet"}}
                ]
            },
            "Eigen oordeel bij de eis “dichtbij”: centraal bij een kassiersgemeente, melden bij het centrale team",
            ("nog niet bekend", "voldoet niet"),
        ),
        ({"lezing": "strikt"}, "Lezing", ("gewone lezing", "strikte lezing")),
        (
            {"dubbele_bewering": "een_keer"},
            "Bewering die bij twee kenmerken staat",
            ("telt twee keer", "telt één keer"),
        ),
        ({"trekkingen": 20_000}, "Aantal trekkingen", ("10.000", "20.000")),
        ({"zaad": 2}, "Startgetal van de trekkingen", ("1", "2")),
        ({"huidige_vorm": "L"}, "Huidige vorm", ("niet ingevuld", "Een eigen lokaal team in elke gemeente")),
        ({"gekozen_vorm": "L"}, "Gekozen vorm", ("niet ingevuld", "Een eigen lokaal team in elke gemeente")),
        ({"omstandigheden": {"horizon": "kort"}}, "Antwoord: termijn", ("niet beantwoord", "Vooral de eerste tijd")),
    ],
)
def test_each_thing_that_is_entered_has_a_row(
    guide: Handreiking, dossier: MakeDossier, parts: dict[str, Any], what: str, values: tuple[str, ...]
) -> None:
    rij = rows(guide, dossier(WEGING), dossier(WEGING, **parts))[what]
    assert rij.waarden == values
    assert rij.verschilt


def test_the_ranking_gives_place_points_vorm_and_how_often(guide: Handreiking, dossier: MakeDossier) -> None:
    """C-A1: 0.75 * 91.667 + 0.25 * 25 = 75; H-IR: 0.75 * 66.667 + 0.25 * 58.333 = 64.6."""
    out = {id: "voldoet_niet" for id, vorm in guide.vormen.items() if vorm.hoofdvariant == "centraal"}
    no_central = [{"id": "ER-1", "naam": "Niet centraal", "status": "hard", "oordelen": out}]
    found = rows(guide, dossier(WEGING), dossier(WEGING, randvoorwaarden=no_central))
    assert found["Centrale toegang: plaats"].waarden == ("1", "valt af")
    assert found["Centrale toegang: punten"].waarden == ("75", "valt af")
    assert found["Hybride toegang: plaats"].waarden == ("2", "1")
    assert found["Hybride toegang: punten"].waarden == ("65", "65")
    assert found["Hybride toegang: beste vorm"].waarden == ("regionale indicering met een lokale regisseur",) * 2
    variants = guide.varianten.hoofdvarianten.values()
    often = [found[f"{variant.naam}: hoe vaak bovenaan (van de 100)"].waarden for variant in variants]
    assert all(share.removeprefix("minder dan ").removeprefix("meer dan ").isdigit() for share in often[1])


def test_what_falls_everywhere_is_said_once(guide: Handreiking, dossier: MakeDossier) -> None:
    out = {id: "voldoet_niet" for id, vorm in guide.vormen.items() if vorm.hoofdvariant == "centraal"}
    region = dossier(WEGING, randvoorwaarden=[{"id": "ER-1", "naam": "Nee", "status": "hard", "oordelen": out}])
    found = [rij for name, rij in rows(guide, region, region).items() if name.startswith("Centrale toegang: ")]
    assert found == [Rij("Centrale toegang: plaats", ("valt af", "valt af"))]


def test_two_copies_may_each_add_something_by_the_same_id(guide: Handreiking, dossier: MakeDossier) -> None:
    first = dossier({**WEGING, "EK-1": 100.0}, eigen_kenmerken=[KENMERK])
    second = dossier({**WEGING, "EK-1": 100.0}, eigen_kenmerken=[KENMERK | {"naam": "Rust"}])
    found = rows(guide, first, second)
    assert found["Gewicht: draagvlak"].waarden == ("50%", "0%")
    assert found["Gewicht: rust"].waarden == ("0%", "50%")


@pytest.mark.parametrize(
    ("naam", "row"), [("kosten", "Gewicht: kosten"), ("Kostenbeheersing", "Gewicht: kostenbeheersing (eigen kenmerk)")]
)
def test_an_own_kenmerk_may_be_called_like_one_of_the_guide(
    guide: Handreiking, dossier: MakeDossier, naam: str, row: str
) -> None:
    """Of 150 in all: 75 on uniformiteit, 25 on betrokkenheid and 50 on the region's own; nothing on the guide's."""
    own = KENMERK | {"naam": naam}
    weighed = dossier({**WEGING, "kosten": 0.0, "EK-1": 50.0}, eigen_kenmerken=[own], aanpassingen=[SCORE])
    found = rows(guide, dossier(WEGING), weighed)
    assert found["Gewicht: kostenbeheersing"].waarden == ("0%", "0%")
    assert found["Gewicht: uniformiteit"].waarden == ("75%", "50%")
    assert found[row].waarden == ("0%", "33%")
    assert found["Hoeveel eigen scores"].waarden == ("0", "2")


def test_without_any_weight_there_is_no_ranking(guide: Handreiking, dossier: MakeDossier) -> None:
    found = rows(guide, dossier(WEGING), dossier(dict.fromkeys(guide.kenmerken, 0.0)))
    assert found["Uitkomst"].waarden[1] == found["Centrale toegang: plaats"].waarden[1] == "alle gewichten zijn 0"
    assert found["Gewicht: uniformiteit"].waarden == ("75%", "0%")
