"""All 11 x 11 changes of vorm against the grids of tests/gevallen/overgangen.txt, and what holds for all of them."""

import itertools
from pathlib import Path

import pytest

from advies.aandachtspunten import Toepassing, divide, transition
from advies.matrix import matrix_for
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.test_aandachtspunten_of_a_transition import ALTIJD, ELKE

VORMEN = ["C-A1", "C-A2", "C-B1", "C-B2", "L", "H-IR", "H-GM", "H-TA", "H-TA-S", "H-TB", "H-TB-S"]
PAIRS = list(itertools.product(VORMEN, repeat=2))
#: Only this one asks where the beschikking will be issued.
BESCHIKKING = "WP-03"


def read_grids() -> dict[tuple[str, str, str], str]:
    """(aandachtspunt, now, then) -> x, ~, = or a dot."""
    cells = {}
    text = (Path(__file__).parent.parent / "gevallen" / "overgangen.txt").read_text(encoding="utf-8")
    _, *grids = text.strip().split("\n\n")  # the first block tells how to read the others
    for grid in grids:
        title, columns, *rows = grid.splitlines()
        assert columns.split() == VORMEN
        assert [row.split()[0] for row in rows] == VORMEN
        for row in rows:
            nu, *marks = row.split()
            for id, (straks, mark) in itertools.product(
                title.partition(":")[0].split(), zip(VORMEN, marks, strict=True)
            ):
                cells[id, nu, straks] = mark
    return cells


GRIDS = read_grids()
ASKED = {id for id, _, _ in GRIDS}


def applying(guide: Handreiking, nu: str, straks: str, beschikking: str | None = None) -> dict[str, Toepassing]:
    dossier = Dossier.model_validate({"beschikking": {"straks": beschikking}})
    matrix = matrix_for(guide, dossier)
    return {item.id: item for item in transition(guide, dossier, matrix.optie(nu), matrix.optie(straks))}


def test_every_aandachtspunt_is_in_a_grid_or_always_there(guide: Handreiking) -> None:
    assert set(guide.aandachtspunten.aandachtspunten) == ALTIJD | ELKE | ASKED
    assert len(ALTIJD) + len(ELKE) + len(ASKED) == 44


@pytest.mark.parametrize(("nu", "straks"), PAIRS)
def test_exactly_what_the_grids_say(guide: Handreiking, nu: str, straks: str) -> None:
    found = applying(guide, nu, straks)
    marks = {id: GRIDS[id, nu, straks] for id in ASKED - {BESCHIKKING}}
    expected = {id for id, mark in marks.items() if mark in "x~"}
    assert set(found) == ALTIJD | expected | (ELKE if nu != straks else set())
    assert {id for id, item in found.items() if item.zwak} == {id for id, mark in marks.items() if mark == "~"}


@pytest.mark.parametrize("beschikking", [None, "lokaal", "regionaal", "per_gemeente"])
def test_the_beschikking_adds_one_item_and_only_where_municipalities_decide(
    guide: Handreiking, beschikking: str | None
) -> None:
    for nu, straks in PAIRS:
        added = set(applying(guide, nu, straks, beschikking)) - set(applying(guide, nu, straks))
        wanted = beschikking == "regionaal" and GRIDS[BESCHIKKING, nu, straks] == "x"
        assert added == ({BESCHIKKING} if wanted else set()), (nu, straks)


def test_what_holds_for_all_changes(guide: Handreiking) -> None:
    for nu, straks in PAIRS:
        found, before, after = set(applying(guide, nu, straks)), guide.vormen[nu], guide.vormen[straks]
        if nu == straks:
            assert found == ALTIJD
            continue
        assert found >= ALTIJD | ELKE
        team = after.inrichting.expertiseteam != "geen"
        assert found & {"WP-04", "WP-05", "WP-06"} == ({"WP-04", "WP-05", "WP-06"} if team else set())
        crosses = (before.hoofdvariant == "centraal") != (after.hoofdvariant == "centraal")
        assert ("BG-03" in found) == crosses
        assert not crosses or {"BG-01", "BG-02"} <= found
        assert ("CB-05" in found) == (straks == "L")
        # To more teams that decide, or back: never both ways.
        assert not ("UP-02" in found and "UP-02" in applying(guide, straks, nu))


def test_each_item_applies_or_says_why_not(guide: Handreiking) -> None:
    for (nu, straks), answer in itertools.product(PAIRS, [None, "regionaal"]):
        dossier = Dossier.model_validate({"beschikking": {"straks": answer}})
        matrix = matrix_for(guide, dossier)
        found = divide(guide, dossier, matrix.optie(nu), matrix.optie(straks))
        ids = {item.id for item in found.spelen}
        others = {item.id for item in found.buiten}
        assert ids | others == set(guide.aandachtspunten.aandachtspunten)
        assert not ids & others
        for item in found.spelen:
            assert item.reden.startswith("Omdat ")
            assert "{" not in item.reden
        for other in found.buiten:
            assert other.reden.startswith(("Speelt niet: ", "Nog niet te zeggen: ")), other
            assert other.reden.endswith(".")


def test_reasons_name_what_changes(guide: Handreiking) -> None:
    """A reason is true of the change it is given for: nothing new that was there already, nothing gone that stays."""
    for nu, straks in PAIRS:
        before, after = guide.vormen[nu].inrichting, guide.vormen[straks].inrichting
        reasons = " ".join(item.reden for item in applying(guide, nu, straks).values())
        had, has = (side.expertiseteam != "geen" for side in (before, after))
        assert ("er straks een expertiseteam bij komt" in reasons) == (has and not had)
        assert ("het expertiseteam straks niet meer meedoet" in reasons) == (had and not has)
        role = nu != straks and had and has
        assert ("een andere rol heeft dan nu" in reasons) == role
        decides = before.besluit != after.besluit
        assert ("gemeenten straks zelf beslissen" in reasons) == (decides and after.besluit == "lokaal")
        assert ("het besluit straks in de regio valt" in reasons) == (decides and after.besluit == "regionaal")
        within = nu != straks and guide.vormen[nu].hoofdvariant == guide.vormen[straks].hoofdvariant
        assert ("van vorm verandert" in reasons) == within
