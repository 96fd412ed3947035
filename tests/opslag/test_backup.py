"""A backup holds everything as it was at one moment, goes back into any database, and only when it is whole."""

import gzip
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier.backup import FORMAAT
from dossier.model import Dossier
from dossier.store import NoSuchDossier, NotSaved, Store, open_store
from handreiking.faults import InvalidFile
from tests.postgres import Cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A second store, of the same kind and of the other."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'andere.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        url = cluster.new_database()
    store = open_store(url)
    yield store
    store.close()


def seen(store: Store, token: str) -> tuple[Any, ...]:
    return store.open(token), store.history(token), store.family(token)


def test_a_backup_goes_into_either_database(store: Store, other: Store, tmp_path: Path) -> None:
    made = store.create(Dossier(zaad=5), naam="Ü “nu”", by="a", wat="Voorbeeld")
    token = str(made.bewerk_token)
    store.save(token, 1, Dossier.model_validate({"motivering_keuze": "é\n\t😀"}), by="b")
    store.undo(token, by="b")
    second = str(store.copy(token, "Straks", by="a").bewerk_token)
    store.keep_until(second, made.verwijderd_na.replace(year=made.verwijderd_na.year + 1))
    replaced = other.create(Dossier(), naam="Was er al", by="c").lees_token

    assert store.backup(tmp_path / "alles.gz") == 2
    assert other.restore(tmp_path / "alles.gz") == 2
    for link in (token, second, made.lees_token):
        assert seen(other, link) == seen(store, link)
    with pytest.raises(NoSuchDossier):
        other.open(replaced)
    # What comes after gets numbers of its own.
    assert other.create(Dossier(), naam="Nieuw", by="a").versie == 1
    assert other.copy(token, "Later", by="a").versie == 1
    assert (tmp_path / "alles.gz").stat().st_mode & 0o077 == 0


def test_a_backup_is_of_one_moment_while_others_write(store: Store, other: Store, tmp_path: Path) -> None:
    made = [store.create(Dossier(), naam="", by="a") for _ in range(3)]
    tokens = [str(opened.bewerk_token) for opened in made]
    stop = threading.Event()

    def write() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            for token in tokens:  # the first is always as far as the others, or one ahead
                store.save(token, number - 1, Dossier(zaad=number), by="a")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for attempt in range(4):
            path = tmp_path / f"{attempt}.gz"
            store.backup(path)
            other.restore(path)
            heads = [other.head(token) for token in tokens]
            assert heads == sorted(heads, reverse=True)
            assert heads[0] - heads[-1] <= 1
            for token, head in zip(tokens, heads, strict=True):
                assert len(other.history(token)) == head
                assert other.open(token).dossier.zaad == head
                assert other.at(token, 1) == Dossier()
    finally:
        stop.set()
        writer.join()


def test_who_goes_on_working_while_a_backup_is_put_back_loses_nothing(database_url: str, tmp_path: Path) -> None:
    store = open_store(database_url)
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    store.backup(tmp_path / "alles.gz")
    stop = threading.Event()
    faults: list[BaseException] = []
    saved = [Dossier()]

    def write() -> None:
        versie = 1
        while not stop.wait(0.005):  # faster than anyone works, and slow enough to let the other have a turn
            changed = Dossier(zaad=len(saved) + 1)
            try:
                versie = store.save(token, versie, changed, by="a").versie
                saved.append(changed)
            except NotSaved:
                pass  # busy: the next try is the same change
            except BaseException as fault:
                faults.append(fault)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            store.restore(tmp_path / "alles.gz")
    finally:
        stop.set()
        writer.join()
    assert not faults
    store.save(token, 10_000, saved[-1], by="a")
    assert store.open(token).dossier == saved[-1]
    store.close()


def rewritten(path: Path, change: Callable[[list[str]], list[str]], *, honest: bool) -> None:
    """A changed backup; an honest one has a checksum that fits what it holds."""
    lines = change(gzip.decompress(path.read_bytes()).decode().splitlines())
    if honest:
        held = "".join(f"{line}\n" for line in lines[:-1]).encode()
        lines[-1] = json.dumps({"rijen": len(lines) - 2, "sha256": hashlib.sha256(held).hexdigest()})
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode()))


def swapped(old: str, new: str) -> Callable[[list[str]], list[str]]:
    def swap(lines: list[str]) -> list[str]:
        assert any(old in line for line in lines)
        return [line.replace(old, new) for line in lines]

    return swap


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "not there": (lambda path: path.unlink(), "is er niet"),
    "empty": (lambda path: path.write_bytes(b""), "niet compleet"),
    "not gzip": (lambda path: path.write_bytes(b"PK\x03\x04 iets anders"), "geen hele backup"),
    "another gzip": (lambda path: path.write_bytes(gzip.compress(b"hallo\n")), "geen hele backup"),
    "another JSON": (lambda path: path.write_bytes(gzip.compress(b"[1]\n")), FORMAAT),
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:-30]), "geen hele backup"),
    "a line gone": (lambda path: rewritten(path, lambda lines: lines[:3] + lines[4:], honest=False), "niet compleet"),
    "no end": (lambda path: rewritten(path, lambda lines: lines[:-1], honest=False), "niet compleet"),
    "altered": (lambda path: rewritten(path, swapped("Rijnstreek", "Maasstreek"), honest=False), "is gewijzigd"),
    "newer": (lambda path: rewritten(path, swapped(FORMAAT, "toegangswijzer-backup/2"), honest=True), "kan lezen"),
    "other table": (lambda path: rewritten(path, swapped('"versies"', '"users"'), honest=True), "regel"),
    "wrong type": (lambda path: rewritten(path, swapped('"Rijnstreek"', "17"), honest=True), "regel"),
    "no dossier": (lambda path: rewritten(path, swapped("zaad", "kleur"), honest=True), "regel"),
    "twice": (
        lambda path: rewritten(path, lambda lines: [*lines[:2], lines[1], *lines[2:]], honest=True),
        "spreekt zichzelf tegen",
    ),
    "more behind": (
        lambda path: rewritten(path, lambda lines: [*lines, "{}"], honest=False),
        "staat nog iets",
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_file_that_is_no_whole_backup_is_refused_and_nothing_changes(store: Store, tmp_path: Path, name: str) -> None:
    spoil, reason = SPOILED[name]
    path = tmp_path / "alles.gz"
    token = str(store.create(Dossier(zaad=5), naam="Rijnstreek", by="a").bewerk_token)
    store.backup(path)
    store.save(token, 1, Dossier(zaad=6), by="a")
    before = seen(store, token)
    spoil(path)
    with pytest.raises(InvalidFile) as refused:
        store.restore(path)
    assert reason in str(refused.value)
    assert seen(store, token) == before


@pytest.mark.parametrize("place", ["weg/alles.gz", "map"])
def test_a_backup_in_a_place_where_none_can_be_is_refused(store: Store, tmp_path: Path, place: str) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(InvalidFile, match="kies een andere plek"):
        store.backup(tmp_path / place)
    assert not list(tmp_path.rglob("*.deel"))
