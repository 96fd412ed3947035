"""The migrations lead to the tables that the code works with."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from dossier.store import Store, open_store
from dossier.tables import metadata


def test_a_migrated_database_has_the_tables_as_they_are_described(store: Store) -> None:
    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_sqlite_keeps_what_was_acknowledged_and_refuses_what_hangs_loose(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'opslag.db'}")
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    with store.database.reading() as connection:
        held = [connection.scalar(text(f"PRAGMA {name}")) for name in names]
    assert held == ["wal", 2, 1, 1]  # 2 is FULL
    store.close()
