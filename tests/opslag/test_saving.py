"""A dossier is kept, opened by its links only, and two people can work on it."""

from typing import Any

import pytest
from sqlalchemy import text

from dossier.model import Dossier
from dossier.parts import Clash
from dossier.store import MayNotEdit, NamedOtherwise, NoSuchDossier, NotSaved, Store, open_store


def weights(**weights: float) -> Dossier:
    return Dossier.model_validate({"weging": {"invoer": {"schuiven": weights}}})


def everything_in(store: Store) -> str:
    """All rows of all tables, as text."""
    with store.database.reading() as connection:
        tables = ("families", "sleutels", "dossiers", "versies")
        return "\n".join(str(row) for name in tables for row in connection.execute(text(f"SELECT * FROM {name}")))


def test_what_was_kept_is_there_for_the_next_server(store: Store, database_url: str) -> None:
    made = store.create(weights(kosten=20), naam="Rijnstreek", by="a")
    store.close()
    again = open_store(database_url)
    assert again.open(str(made.bewerk_token)) == made
    assert (made.dossier, made.naam, made.versie) == (weights(kosten=20), "Rijnstreek", 1)
    again.close()


def test_the_read_link_shows_the_same_and_changes_nothing(store: Store) -> None:
    made = store.create(weights(kosten=20), naam="", by="a")
    seen = store.open(made.lees_token)
    assert seen.dossier == made.dossier
    assert not seen.mag_bewerken
    assert seen.bewerk_token is None
    assert seen.lees_token == made.lees_token
    attempts: list[Any] = [
        lambda token: store.save(token, 1, Dossier(), by="b"),
        lambda token: store.back_to(token, 1, by="b"),
        lambda token: store.undo(token, by="a"),
        lambda token: store.redo(token, by="a"),
        lambda token: store.copy(token, "Kopie", by="b"),
        lambda token: store.rename(token, "Anders"),
        lambda token: store.keep_until(token, None),
        lambda token: store.delete(token),
        lambda token: store.delete_family(token),
    ]
    for attempt in attempts:
        with pytest.raises(MayNotEdit):
            attempt(made.lees_token)
    assert store.open(str(made.bewerk_token)) == made


def test_a_token_that_is_wrong_opens_nothing(store: Store) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    swapped = token[:-1] + ("A" if token[-1] != "A" else "B")
    wrong = ["", "x", token[:-1], token + "A", swapped, f"{token}.2", f"{token}.x", f"{token}.01", "\0" * 32, "é" * 32]
    for attempt in [*wrong, "\ud800" * 32, "A" * 100_000]:
        with pytest.raises(NoSuchDossier):
            store.open(attempt)
        with pytest.raises(NoSuchDossier):
            store.head(attempt)


def test_a_change_makes_a_version_and_no_change_makes_none(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    saved = store.save(token, 1, weights(kosten=35), by="a")
    assert (saved.versie, saved.van_anderen, saved.clashes) == (2, {}, ())
    again = store.save(token, 2, weights(kosten=35), by="a")
    assert (again.versie, again.gewijzigd_op) == (2, saved.gewijzigd_op)
    # Whoever did not hear that it was saved tries again.
    assert store.save(token, 1, weights(kosten=35), by="a").versie == 2
    assert store.head(token) == 2


def test_a_change_on_an_older_version_is_put_together_with_what_came_after(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=20, deskundigheid=50), by="b")
    saved = store.save(token, 1, weights(kosten=35), by="a")
    assert saved.dossier == weights(kosten=35, deskundigheid=50) == store.open(token).dossier
    assert saved.van_anderen == {"weging.invoer.schuiven.deskundigheid": (None, 50.0)}
    assert saved.clashes == ()


def test_a_clash_saves_the_rest_and_returns_what_it_left_out(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=40), by="b")
    saved = store.save(token, 1, weights(kosten=35, uniformiteit=10), by="a")
    assert saved.clashes == (Clash("weging.invoer.schuiven.kosten", 20.0, 35.0, 40.0),)
    assert saved.dossier == weights(kosten=40, uniformiteit=10) == store.open(token).dossier
    # Decided for one's own: on the version that showed the other's.
    decided = store.save(token, saved.versie, weights(kosten=35, uniformiteit=10), by="a")
    assert decided.clashes == ()
    assert store.open(token).dossier == weights(kosten=35, uniformiteit=10)


def test_the_history_tells_what_changed_and_gives_every_moment_back(store: Store) -> None:
    steps = [weights(kosten=20), weights(kosten=35), weights(), Dossier(huidige_vorm="L")]
    token = str(store.create(steps[0], naam="", by="a", wat="Voorbeeld geopend").bewerk_token)
    for versie, step in enumerate(steps[1:], start=1):
        store.save(token, versie, step, by="b")
    history = store.history(token)
    assert [version.nummer for version in history] == [4, 3, 2, 1]
    assert [version.by for version in history] == ["b", "b", "b", "a"]
    assert (history[-1].soort, history[-1].wat) == ("nieuw", "Voorbeeld geopend")
    assert history[2].change == {"weging.invoer.schuiven.kosten": (20.0, 35.0)}
    assert history[0].op >= history[1].op
    assert history[0].op.utcoffset() is not None
    assert store.history(token, limit=2) == history[:2]
    assert store.since(token, 2) == (history[1], history[0])
    assert [store.at(token, versie) for versie in (1, 2, 3, 4)] == steps
    with pytest.raises(NotSaved):
        store.at(token, 5)


def test_going_back_is_a_new_version(store: Store) -> None:
    token = str(store.create(weights(kosten=20), naam="", by="a").bewerk_token)
    store.save(token, 1, weights(kosten=35), by="a")
    back = store.back_to(token, 1, by="a")
    assert (back.versie, back.dossier) == (3, weights(kosten=20))
    assert (store.history(token)[0].soort, store.history(token)[0].van) == ("terug", 1)
    assert store.at(token, 2) == weights(kosten=35)


def test_a_first_change_can_be_undone_to_what_it_began_as(store: Store) -> None:
    made = store.create(weights(kosten=35), naam="", by="a", begin=weights(kosten=20))
    assert (made.dossier, made.versie) == (weights(kosten=35), 2)
    store.undo(str(made.bewerk_token), by="a")
    assert store.open(made.lees_token).dossier == weights(kosten=20)


def test_a_link_holds_at_least_128_random_bits_and_only_its_hash_is_stored(store: Store) -> None:
    made = [store.create(Dossier(), naam="", by="a") for _ in range(20)]
    tokens = [token for opened in made for token in (str(opened.bewerk_token), opened.lees_token)]
    assert len(set(tokens)) == 40
    assert min(map(len, tokens)) * 6 >= 128
    stored = everything_in(store)
    assert not any(token[:12] in stored for token in tokens)


def test_any_text_survives(store: Store) -> None:
    naam = "“'; DROP TABLE dossiers; -- Ü 😀 <script>"
    held = Dossier.model_validate({"regio": {"naam": naam}, "omstandigheden": {"nul\0\ud800": "\0"}})
    made = store.create(held, naam=naam, by="a\0".replace("\0", "x"))
    assert store.open(made.lees_token).dossier == held
    assert store.open(made.lees_token).naam == naam


def test_scenarios_lead_to_each_other_and_change_apart(store: Store) -> None:
    first = store.create(weights(kosten=20), naam="Nu", by="a")
    token = str(first.bewerk_token)
    second = store.copy(token, "Straks", by="a")
    assert (second.dossier, second.naam, second.versie) == (first.dossier, "Straks", 1)
    assert second.bewerk_token not in (None, token)
    store.save(str(second.bewerk_token), 1, weights(kosten=90), by="a")
    assert store.open(token).dossier == weights(kosten=20)

    for opened in (first, second):
        family = store.family(str(opened.bewerk_token))
        assert [member.naam for member in family] == ["Nu", "Straks"]
        assert [member.bewerk_token for member in family] == [first.bewerk_token, second.bewerk_token]
        readers = store.family(opened.lees_token)
        assert [member.bewerk_token for member in readers] == [None, None]
        assert [member.lees_token for member in readers] == [first.lees_token, second.lees_token]
    assert not store.open(second.lees_token).mag_bewerken

    store.rename(token, "Vandaag")
    assert [member.naam for member in store.family(second.lees_token)] == ["Vandaag", "Straks"]


def test_an_outdated_name_does_not_replace_another_one(store: Store) -> None:
    token = str(store.create(Dossier(), naam="Nu", by="a").bewerk_token)
    store.rename(token, "Vandaag", was="Nu")
    with pytest.raises(NamedOtherwise) as refused:
        store.rename(token, "Heden", was="Nu")
    assert refused.value.naam == store.open(token).naam == "Vandaag"
    store.rename(token, "Vandaag", was="Nu")  # sent again, since nobody heard that it arrived
    store.rename(token, "Heden", was="Vandaag")
    assert store.open(token).naam == "Heden"


def test_the_link_of_a_scenario_that_was_deleted_never_opens_a_later_one(store: Store) -> None:
    token = str(store.create(Dossier(), naam="Nu", by="a").bewerk_token)
    second = str(store.copy(token, "Straks", by="a").bewerk_token)
    store.delete(second)
    third = str(store.copy(token, "Later", by="a").bewerk_token)
    assert third != second
    with pytest.raises(NoSuchDossier):
        store.open(second)
    assert [member.naam for member in store.family(token)] == ["Nu", "Later"]
