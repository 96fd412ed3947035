"""When the database fails, the reason is said in words, nothing half stays behind, and the next try succeeds."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import Pool

from dossier import database
from dossier.model import Dossier
from dossier.store import NotSaved, Store, open_store
from tests.postgres import Cluster

Fault = Callable[[str], AbstractContextManager[None]]

#: Too large for what is left of a page.
LARGE = Dossier.model_validate({"motivering_keuze": "x" * 2000, "zaad": 2})


@contextmanager
def held_by_another(url: str) -> Iterator[None]:
    """Another program that is busy writing."""
    if url.startswith("sqlite"):
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
    else:
        with psycopg.connect(url) as connection:
            connection.execute("SELECT * FROM dossiers FOR UPDATE")
            yield


@contextmanager
def full_disk(url: str) -> Iterator[None]:
    """SQLite may not grow; PostgreSQL says what it says when it cannot."""
    if url.startswith("sqlite"):

        def stop_growing(connection: DBAPIConnection, *_: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA max_page_count = 1")  # SQLite makes of that what the file has now
            cursor.close()

        def grow(connection: DBAPIConnection, *_: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA max_page_count = 1000000")
            cursor.close()

        event.listen(Pool, "checkout", stop_growing)
        yield
        event.remove(Pool, "checkout", stop_growing)
        event.listen(Pool, "checkout", grow, once=True)
    else:
        full = "RAISE EXCEPTION 'could not extend file \"base/1\": No space left on device' USING ERRCODE = '53100'"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                f"CREATE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {full}; END $$".encode()
            )
            connection.execute("CREATE TRIGGER vol BEFORE UPDATE ON dossiers EXECUTE FUNCTION vol()")
            yield
            connection.execute("DROP FUNCTION vol CASCADE")


@contextmanager
def lost_table(url: str) -> Iterator[None]:
    renames = ("ALTER TABLE versies RENAME TO weg", "ALTER TABLE weg RENAME TO versies")
    connection = (
        sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        if url.startswith("sqlite")
        else psycopg.connect(url, autocommit=True)
    )
    connection.execute(renames[0])
    yield
    connection.execute(renames[1])
    connection.close()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(held_by_another, "even bezet"), (full_disk, "schijf van de server is vol"), (lost_table, "niet goed bijgewerkt")],
)
def test_a_fault_says_its_reason_and_the_next_try_saves(
    store: Store, database_url: str, fault: Fault, reason: str
) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    with fault(database_url):
        for _ in range(2):
            with pytest.raises(NotSaved, match=reason):
                store.save(token, 1, LARGE, by="a")
    assert store.head(token) == 1
    assert store.save(token, 1, LARGE, by="a").versie == 2
    assert store.open(token).dossier == LARGE
    assert len(store.history(token)) == 2


def test_who_only_looks_does_not_wait_for_a_writer(store: Store, database_url: str) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    with held_by_another(database_url):
        assert store.head(token) == 1
        assert store.open(token).dossier == Dossier()


def test_a_database_that_went_away_and_came_back(cluster: Cluster) -> None:
    store = open_store(cluster.new_database(), patience=2)
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    cluster.stop()
    try:
        for attempt in (lambda: store.save(token, 1, LARGE, by="a"), lambda: store.head(token)):
            with pytest.raises(NotSaved, match="De verbinding met de database is weg"):
                attempt()
    finally:
        cluster.start()
    assert store.save(token, 1, LARGE, by="a").versie == 2
    store.close()


def test_a_connection_that_breaks_halfway_saves_nothing_and_the_next_try_does(cluster: Cluster) -> None:
    url = cluster.new_database()
    store = open_store(url)
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    with psycopg.connect(url, autocommit=True) as connection:
        killer = "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL"
        connection.execute(
            f"CREATE FUNCTION weg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {killer}; END $$".encode()
        )
        connection.execute("CREATE TRIGGER weg AFTER UPDATE ON dossiers EXECUTE FUNCTION weg()")
        with pytest.raises(NotSaved, match="De verbinding met de database is weg"):
            store.save(token, 1, LARGE, by="a")
        connection.execute("DROP FUNCTION weg CASCADE")
    assert store.save(token, 1, LARGE, by="a").versie == 2
    store.close()


def test_a_place_where_nothing_can_be_written_is_said_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("een bestand, geen map")
    url = f"sqlite:///{tmp_path / 'var' / 'opslag.db'}"
    with pytest.raises(NotSaved, match="mag niet schrijven"):
        open_store(url)
    (tmp_path / "var").unlink()
    open_store(url).close()


def test_a_file_that_is_no_database_is_said_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "opslag.db").write_bytes(b"iets heel anders " * 1000)
    with pytest.raises(NotSaved, match="beschadigd"):
        open_store(f"sqlite:///{tmp_path / 'opslag.db'}")


FIRST_HALF = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.create_table("halverwege", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE dossiers SET naam = 'half'")
"""


@pytest.mark.parametrize("failure", ["raise RuntimeError('stroom weg')", "op.execute('SELECT * FROM er_niet')"])
def test_a_migration_that_fails_changes_nothing_and_the_next_start_finishes_it(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    store = open_store(database_url)
    made = store.create(Dossier(zaad=5), naam="Rijnstreek", by="a")
    store.close()

    steps = tmp_path / "migrations"
    shutil.copytree(Path(database.__file__).parent / "migrations", steps)
    monkeypatch.setattr(database, "_MIGRATIONS", steps)
    broken = steps / "versions" / "v0002_broken.py"
    broken.write_text(f"{FIRST_HALF}    {failure}\n")
    with pytest.raises(NotSaved, match="niet goed bijgewerkt"):
        open_store(database_url)
    broken.unlink()

    monkeypatch.undo()
    store = open_store(database_url)  # the version before still works on it
    assert store.open(str(made.bewerk_token)) == made
    store.close()

    monkeypatch.setattr(database, "_MIGRATIONS", steps)
    (steps / "versions" / "v0002_mended.py").write_text(FIRST_HALF)
    store = open_store(database_url)
    assert store.open(made.lees_token).naam == "half"
    with store.database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM halverwege")) == 0
    store.close()

    monkeypatch.undo()
    with pytest.raises(NotSaved, match="nieuwere Toegangswijzer"):
        open_store(database_url)
