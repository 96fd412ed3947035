"""Undo reverts one's own last change as a new version, and asks before it touches what someone else did since."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.model import Dossier
from dossier.parts import Clash, change_between
from dossier.store import Asks, Store, Undone
from tests.dossier.strategies import DOSSIERS

# The store is shared by all examples of a test; each has a dossier of its own in it.
on_one_store = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def weights(**weights: float) -> Dossier:
    return Dossier.model_validate({"weging": {"invoer": {"schuiven": weights}}})


@on_one_store
@given(st.data(), st.lists(DOSSIERS, min_size=1, max_size=5))
def test_alone_undo_walks_back_and_redo_forth_over_any_steps(
    store: Store, data: st.DataObject, dossiers: list[Dossier]
) -> None:
    token = str(store.create(dossiers[0], naam="", by="a").bewerk_token)
    steps, at = [dossiers[0]], 0
    moves: st.SearchStrategy[str] = st.sampled_from(["undo", "redo", "back"])
    for new in dossiers[1:] + [None] * 6:
        move = "change" if new else data.draw(moves)
        if move == "undo":
            undone = store.undo(token, by="a")
            assert isinstance(undone, Undone) == (at > 0)
            at = max(at - 1, 0)
        elif move == "redo":
            redone = store.redo(token, by="a")
            assert isinstance(redone, Undone) == (at < len(steps) - 1)
            at = min(at + 1, len(steps) - 1)
        else:
            head = store.head(token)
            saved = store.save(token, head, new, by="a") if new else store.back_to(token, 1, by="a")
            if saved.versie > head:
                steps, at = [*steps[: at + 1], saved.dossier], at + 1
        assert store.open(token).dossier == steps[at]
        assert store.can_undo(token, by="a") == (at > 0, at < len(steps) - 1)
    while at:
        at -= 1
        assert isinstance(store.undo(token, by="a"), Undone)
        assert store.open(token).dossier == steps[at]
    assert store.undo(token, by="a") is None


@on_one_store
@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_undo_asks_when_the_other_changed_a_part_of_it_and_only_then(
    store: Store, begin: Dossier, mine: Dossier, theirs: Dossier
) -> None:
    token = str(store.create(begin, naam="", by="a").bewerk_token)
    store.save(token, 1, mine, by="a")
    store.save(token, store.head(token), theirs, by="b")
    before = store.open(token)
    changed, other = change_between(begin, mine), change_between(mine, theirs)
    in_the_way = {
        part for part, (old, _) in changed.items() if part in other and other[part][1] != old
    }  # set back by the other is undone already
    answer = store.undo(token, by="a")
    if not changed:
        assert answer is None
    elif in_the_way:
        assert isinstance(answer, Asks)
        assert {clash.part for clash in answer.clashes} == in_the_way
        assert store.open(token) == before
    else:
        assert isinstance(answer, Undone)
        assert not change_between(begin, store.open(token).dossier).keys() & changed.keys()
        assert change_between(before.dossier, store.open(token).dossier).keys() <= changed.keys()


def test_a_question_shows_both_values_and_can_be_answered_either_way(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=35), by="a")
    store.save(token, 2, weights(kosten=50), by="b")
    asked = store.undo(token, by="a")
    assert asked == Asks((Clash("weging.invoer.schuiven.kosten", 35.0, 20.0, 50.0),))
    assert store.open(token).dossier == weights(kosten=50)
    assert store.can_undo(token, by="a") == (True, False)
    undone = store.undo(token, by="a", anyway=True)
    assert isinstance(undone, Undone)
    assert undone.dossier == weights(kosten=20) == store.open(token).dossier


def test_undo_passes_by_what_others_did_elsewhere(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=35), by="a")
    store.save(token, 2, weights(kosten=35, uniformiteit=10), by="b")
    undone = store.undo(token, by="a")
    assert isinstance(undone, Undone)
    assert (undone.dossier, undone.van) == (weights(kosten=20, uniformiteit=10), 2)
    assert store.history(token)[0].soort == "ongedaan"
    assert store.undo(token, by="a") is None
    assert isinstance(store.undo(token, by="b"), Undone)


def test_a_new_change_leaves_nothing_to_do_again(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=35), by="a")
    store.undo(token, by="a")
    store.save(token, 3, weights(kosten=60), by="a")
    assert store.redo(token, by="a") is None
    assert store.open(token).dossier == weights(kosten=60)


def test_what_the_other_built_on_is_not_undone_in_silence(store: Store) -> None:
    inrichting = {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"}
    vorm = {"id": "EV-1", "naam": "Twee subregio's", "hoofdvariant": "hybride", "inrichting": inrichting}
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    store.save(token, 1, Dossier.model_validate({"eigen_vormen": [vorm]}), by="a")
    chosen = Dossier.model_validate({"eigen_vormen": [vorm], "gekozen_vorm": "EV-1"})
    store.save(token, 2, chosen, by="b")
    asked = store.undo(token, by="a")
    assert isinstance(asked, Asks)
    assert {clash.part for clash in asked.clashes} == {"eigen_vormen.EV-1", "gekozen_vorm"}
    assert store.open(token).dossier == chosen
    store.undo(token, by="a", anyway=True)
    assert store.open(token).dossier == Dossier()
