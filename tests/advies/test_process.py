"""Who does which step and who pays what, now and then; checked by hand against the inventory of the guide."""

import itertools

import pytest

from advies.matrix import Optie, matrix_for
from advies.proces import NIET_GENOEMD, NIET_INGEVULD, Deel, Regel, Vergelijking, compare, te_vullen
from dossier.model import Dossier
from handreiking.model import Handreiking


def compared(guide: Handreiking, nu: str | None, straks: str, **parts: object) -> Vergelijking:
    dossier = Dossier.model_validate(parts)
    matrix = matrix_for(guide, dossier)

    def optie(id: str) -> Optie:
        return matrix.optie(id)

    return compare(guide, dossier, optie(nu) if nu else None, optie(straks))


def steps(found: Vergelijking) -> dict[str, Regel]:
    return {line.id: line for line in found.stappen}


def changes(lines: tuple[Regel, ...]) -> dict[str, str]:
    return {line.id: line.verandering for line in lines}


def test_from_central_to_local(guide: Handreiking) -> None:
    """C-A2: one reports at the own gemeente, which refers; a central team does 2 to 4. L: one local team does all."""
    found = compared(guide, "C-A2", "L")
    assert changes(found.stappen) == {
        "1": "misschien",  # the own gemeente in both; which team there is not said
        "1b": "vervalt",
        "2": "verandert",
        "3": "verandert",
        "4": "verandert",
        "5": "misschien",  # the back office may do it, in both
        "6": "misschien",
        "7": "onbekend",  # the guide does not say who evaluates
    }
    assert found.kop == (
        "Bij 3 van de 8 stappen verandert wie het werk doet. 1 stap vervalt. Bij 4 stappen is dat nog niet te zeggen."
    )


def test_from_local_to_an_expert_team(guide: Handreiking) -> None:
    found = steps(compared(guide, "L", "H-TB"))
    assert list(found) == ["1", "2", "2b", "3a", "3", "4", "5", "6", "7"]
    assert [found[id].verandering for id in ("1", "2", "2b", "3a", "3", "4")] == [
        *("gelijk", "gelijk", "nieuw", "nieuw", "verandert", "onbekend")
    ]
    assert found["2b"].nu is None
    assert found["3a"].straks is not None
    assert found["3a"].straks.banen == ("inwoner", "lokaal", "expertiseteam")


def test_another_body_for_the_same_team_is_a_change(guide: Handreiking) -> None:
    assert changes(compared(guide, "C-A1", "C-B1").stappen)["3"] == "verandert"
    assert changes(compared(guide, "C-A1", "C-A2").stappen)["3"] == "gelijk"


def test_the_same_vorm_changes_nothing(guide: Handreiking) -> None:
    for id in guide.vormen:
        found = compared(guide, id, id)
        assert set(changes(found.stappen + found.kosten).values()) == {"gelijk"}
        assert found.kop == "Bij elke stap blijft gelijk wie het werk doet."


def test_both_ways_agree(guide: Handreiking) -> None:
    """What is new one way goes away the other way; all else is the same."""
    turned = {"nieuw": "vervalt", "vervalt": "nieuw"}
    for nu, straks in itertools.permutations(guide.vormen, 2):
        there, back = compared(guide, nu, straks), compared(guide, straks, nu)
        for one, other in ((there.stappen, back.stappen), (there.kosten, back.kosten)):
            assert {id: turned.get(kind, kind) for id, kind in changes(one).items()} == changes(other)


def test_what_the_guide_does_not_say_is_never_called_a_change(guide: Handreiking) -> None:
    for nu, straks in itertools.permutations(guide.vormen, 2):
        found = compared(guide, nu, straks)
        for line in found.stappen + found.kosten:
            if line.verandering in ("gelijk", "verandert"):
                assert line.nu is not None
                assert line.straks is not None
                assert line.nu.bekend
                assert line.straks.bekend


def test_without_a_present_vorm_nothing_is_known_of_now(guide: Handreiking) -> None:
    found = compared(guide, None, "H-TA")
    assert {line.nu for line in found.stappen + found.kosten} == {NIET_INGEVULD}
    assert set(changes(found.stappen + found.kosten).values()) == {"onbekend"}
    assert found.kop.startswith("U vulde bij Regio nog niet in")


def test_step_five_follows_what_the_region_said_of_the_beschikking(guide: Handreiking) -> None:
    found = steps(compared(guide, "C-A1", "H-TA", beschikking={"nu": "regionaal", "straks": "lokaal"}))["5"]
    assert found.nu == Deel("één plek in de regio", "ingevuld", ("regio",))
    assert found.straks == Deel("de gemeente zelf", "ingevuld", ("lokaal",))
    assert found.verandering == "verandert"


def test_the_region_fills_in_what_the_guide_leaves_open(guide: Handreiking) -> None:
    proces = {
        "nu": {"7": {"wie": "Zorgregisseur", "baan": "regio"}},
        "straks": {"7": {"wie": "Wijkteam", "baan": "lokaal"}, "5": {"wie": "Afdeling Wmo", "baan": "lokaal"}},
    }
    found = steps(compared(guide, "C-A1", "L", proces=proces, beschikking={"straks": "regionaal"}))
    assert found["7"].nu == Deel("Zorgregisseur", "ingevuld", ("regio",))
    assert found["7"].straks == Deel("Wijkteam", "ingevuld", ("lokaal",))
    assert found["7"].verandering == "verandert"
    assert found["5"].straks is not None
    assert found["5"].straks.wie == "Afdeling Wmo"  # what was said of this step itself goes first


def test_the_region_does_not_overrule_what_the_guide_says(guide: Handreiking) -> None:
    found = steps(compared(guide, "C-A1", "L", proces={"straks": {"2": {"wie": "De buurman"}}}))
    assert found["2"].straks is not None
    assert found["2"].straks.wie == "lokaal team"


@pytest.mark.parametrize(
    ("nu", "straks", "change"),
    [
        ({"wie": "Wijkteam", "baan": "lokaal"}, {"wie": "wijkteam", "baan": "lokaal"}, "gelijk"),
        ({"wie": "Wijkteam", "baan": "lokaal"}, {"wie": "Wmo-team", "baan": "lokaal"}, "misschien"),
        ({"wie": "Wijkteam", "baan": "lokaal"}, {"wie": "GGD", "baan": "regio"}, "verandert"),
        ({"wie": "Wijkteam"}, {"wie": "GGD", "baan": "regio"}, "misschien"),
    ],
)
def test_the_regions_own_words_are_compared_by_lane(
    guide: Handreiking, nu: dict[str, str], straks: dict[str, str], change: str
) -> None:
    found = steps(compared(guide, "C-A1", "L", proces={"nu": {"7": nu}, "straks": {"7": straks}}))
    assert found["7"].verandering == change


def test_what_can_be_filled_in(guide: Handreiking) -> None:
    matrix = matrix_for(guide, Dossier())
    assert te_vullen(guide, matrix.optie("C-A1")) == ("5", "6", "7")
    assert te_vullen(guide, matrix.optie("H-TA")) == ("3", "4", "5", "6", "7")
    assert te_vullen(guide, matrix.optie("H-IR")) == ("1", "2", "4", "5", "6", "7")


def test_an_own_vorm_leaves_all_to_the_region(guide: Handreiking) -> None:
    own = {
        "id": "EV-1",
        "naam": "Subregio's",
        "hoofdvariant": "hybride",
        "inrichting": {
            "besluit": "lokaal",
            "expertiseteam": "adviserend",
            "lokale_teams": "alle",
            "beslissende_teams": "elke_gemeente",
        },
    }
    found = compared(guide, "L", "EV-1", eigen_vormen=[own])
    assert list(steps(found)) == ["1", "2", "3", "4", "5", "6", "7"]
    assert {line.straks for line in found.stappen} == {NIET_GENOEMD}
    assert [line.id for line in found.kosten] == [
        *("toegangsteam", "expertiseteam", "overige kosten", "ingezette ondersteuning")
    ]
    dossier = Dossier.model_validate({"eigen_vormen": [own]})
    assert len(te_vullen(guide, matrix_for(guide, dossier).optie("EV-1"))) == 7


def test_who_pays_what(guide: Handreiking) -> None:
    """Centraal: joint money of the region. L: the gemeente. Expert team: the region. The rest: its role decides."""
    found = {line.id: line for line in compared(guide, "L", "H-TA").kosten}
    assert changes(tuple(found.values())) == {
        "toegangsteam": "misschien",
        "expertiseteam": "nieuw",
        "overige kosten": "onbekend",
        "ingezette ondersteuning": "onbekend",
    }
    assert found["expertiseteam"].straks == Deel("regio", "genoemd")
    assert found["overige kosten"].nu is not None
    assert found["overige kosten"].nu.wie == "niet apart genoemd"
    assert changes(compared(guide, "C-A1", "L").kosten)["toegangsteam"] == "verandert"
    assert changes(compared(guide, "C-A1", "C-B2").kosten)["toegangsteam"] == "gelijk"
    assert changes(compared(guide, "H-TA", "H-TB").kosten)["overige kosten"] == "misschien"
    assert changes(compared(guide, "L", "H-IR").kosten)["toegangsteam"] == "onbekend"


def test_every_lane_of_a_step_has_a_name(guide: Handreiking) -> None:
    used = {baan for vorm in guide.vormen.values() for stap in vorm.stappen.values() for baan in stap.banen}
    assert used <= set(guide.varianten.banen)
