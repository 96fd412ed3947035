"""What one session works on, and how that stands to what is stored."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from dossier import werk as steps
from dossier.model import Dossier
from dossier.store import NoSuchDossier, NotSaved, Store, Undone, open_store
from dossier.werk import Werk

NAAM = Dossier.model_validate({"regio": {"naam": "Regio Test"}})
VORM = Dossier.model_validate({"regio": {"naam": "Regio Test"}, "huidige_vorm": "L"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'test.db'}")
    yield store
    store.close()


def test_who_only_looks_leaves_nothing_behind() -> None:
    assert Werk().token is None
    assert steps.example("1-een", NAAM).token is None


def test_the_first_change_stores_and_gives_a_token(store: Store) -> None:
    werk = steps.changed(store, steps.example("1-een", NAAM), VORM, by="ik")
    assert werk.token is not None
    assert werk.voorbeeld is None
    assert store.open(werk.token).dossier == VORM


def test_the_first_change_of_an_example_can_be_undone(store: Store) -> None:
    werk = steps.changed(store, steps.example("1-een", NAAM), VORM, by="ik")
    assert werk.token is not None
    undone = store.undo(werk.token, by="ik")
    assert isinstance(undone, Undone)
    assert steps.reverted(werk, undone).dossier == NAAM


def test_what_is_opened_by_its_token_is_what_was_stored(store: Store) -> None:
    werk = steps.changed(store, Werk(), NAAM, by="ik")
    assert werk.token is not None
    assert steps.opened(store, werk.token).dossier == NAAM


def test_who_may_only_read_changes_nothing(store: Store) -> None:
    werk = steps.changed(store, Werk(), NAAM, by="ik")
    assert werk.opgeslagen is not None
    reader = steps.opened(store, werk.opgeslagen.lees_token)
    assert not reader.mag_bewerken
    assert steps.changed(store, reader, VORM, by="ander") == reader


def test_a_failed_save_keeps_the_screen_and_goes_along_with_the_next(store: Store) -> None:
    werk = steps.changed(store, Werk(), NAAM, by="ik")
    with patch.object(store, "save", side_effect=NotSaved("De schijf is vol.")):
        werk = steps.changed(store, werk, VORM, by="ik")
    assert werk.dossier == VORM
    assert werk.niet_opgeslagen == "De schijf is vol."
    werk = steps.retried(store, werk, by="ik")
    assert werk.niet_opgeslagen == ""
    assert werk.token is not None
    assert store.open(werk.token).dossier == VORM


def test_a_dossier_that_was_deleted_meanwhile_is_not_silently_lost(store: Store) -> None:
    werk = steps.changed(store, Werk(), NAAM, by="ik")
    assert werk.token is not None
    store.delete(werk.token)
    after = steps.changed(store, werk, VORM, by="ik")
    assert after.dossier == VORM
    assert "bestaat niet meer" in after.niet_opgeslagen
    with pytest.raises(NoSuchDossier):
        steps.refreshed(store, werk)


def test_what_others_changed_comes_in_and_is_told_once(store: Store) -> None:
    mine = steps.changed(store, Werk(), NAAM, by="ik")
    assert mine.token is not None
    other = steps.changed(store, steps.opened(store, mine.token), VORM, by="ander")
    mine = steps.refreshed(store, mine)
    assert mine.dossier == VORM == other.dossier
    assert mine.van_anderen == {"huidige_vorm": (None, "L")}
    assert steps.told(mine).van_anderen == {}
    assert steps.refreshed(store, mine) == mine


@pytest.mark.parametrize(("mine_counts", "expected"), [(True, "Van mij"), (False, "Van de ander")])
def test_a_clash_is_asked_and_settled(store: Store, mine_counts: bool, expected: str) -> None:
    mine = steps.changed(store, Werk(), NAAM, by="ik")
    assert mine.token is not None
    theirs = Dossier.model_validate({"regio": {"naam": "Van de ander"}})
    steps.changed(store, steps.opened(store, mine.token), theirs, by="ander")
    mine = steps.changed(store, mine, Dossier.model_validate({"regio": {"naam": "Van mij"}}), by="ik")
    (clash,) = mine.botsingen
    assert mine.van_anderen == {}, "the question tells it"
    assert mine.dossier.regio.naam == "Van de ander"
    mine = steps.decided(store, mine, clash, mine=mine_counts, by="ik")
    assert mine.botsingen == ()
    assert mine.dossier.regio.naam == expected
    assert mine.token is not None
    assert store.open(mine.token).dossier.regio.naam == expected


def test_going_back_renaming_and_keeping_longer(store: Store) -> None:
    werk = steps.changed(store, steps.changed(store, Werk(), NAAM, by="ik"), VORM, by="ik")
    assert steps.gone_back(store, werk, 1, by="ik").dossier == Dossier()
    named = steps.renamed(store, werk, " Plan A ", was="")
    assert named.opgeslagen is not None
    assert named.opgeslagen.naam == "Plan A"
    later = named.opgeslagen.verwijderd_na + timedelta(days=100)
    kept = steps.kept(store, named, later)
    assert kept.opgeslagen is not None
    assert kept.opgeslagen.verwijderd_na == later
