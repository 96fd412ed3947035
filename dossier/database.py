"""The database itself: connecting, transactions, migrations, and its faults in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import alembic.command
import psycopg
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from handreiking.load import ROOT

VAR = ROOT / "var"
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
#: Any number will do, as long as it is always the same: two servers that start at once migrate one after the other.
_MIGRATION_LOCK = 7_465_001
NOT_MIGRATED = "De database is niet goed bijgewerkt; start de Toegangswijzer opnieuw."


class NotSaved(Exception):
    """What was asked of the database did not happen, and nothing of it stays behind; it may be tried again."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Database:
    """A migrated database. Each use is one transaction; any number of threads may use it at once."""

    def __init__(self, url: str, *, patience: float) -> None:
        self._engine = _engine(url, patience)
        self.is_sqlite = self._engine.dialect.name == "sqlite"
        with _in_words():
            self._migrate()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, whole or not at all."""
        with _in_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the database as it is at its first look, and never waits for a writer."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with _in_words(), self._engine.connect().execution_options(reading=True, **options) as connection:
            yield connection

    def wipe_traces(self) -> None:
        """Have SQLite drop what was deleted from its log as well; what others still read goes the next time."""
        if not self.is_sqlite:
            return
        with suppress(NotSaved), self.reading() as connection:
            # On the driver's own connection: within a transaction it would be refused.
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        self._engine.dispose()

    def _migrate(self) -> None:
        if self.is_sqlite and (file := self._engine.url.database):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        with self._engine.begin() as connection:
            if not self.is_sqlite:  # on SQLite, a transaction that writes is alone as it is
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
            config.attributes["connection"] = connection
            try:
                alembic.command.upgrade(config, "head")
            except CommandError as error:
                raise NotSaved("De database is van een nieuwere Toegangswijzer; werk deze eerst bij.") from error
            except Exception as error:
                raise NotSaved(_reason(error, NOT_MIGRATED)) from error


def _engine(url: str, patience: float) -> Engine:
    target = database_url(url)
    if target.get_backend_name() == "sqlite":
        engine = create_engine(
            target,
            pool_pre_ping=True,
            pool_timeout=patience,
            connect_args={"timeout": patience, "isolation_level": None},
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(
        target,
        pool_pre_ping=True,
        pool_timeout=patience,
        connect_args={"connect_timeout": max(2, round(patience))},
    )
    event.listen(engine, "connect", partial(_set_up_postgresql, patience=patience))
    return engine


def database_url(url: str) -> URL:
    """The address of a database; a relative one of SQLite lies in `var/`.

    Raises
    ------
    ValueError
        In Dutch, when it is of a kind that does not work here.
    """
    try:
        target = make_url(url)
    except ArgumentError:
        raise ValueError("dit is geen adres van een database; kijk in docs/instellingen.md voor de vorm") from None
    kind = target.drivername.partition("+")[0]
    if kind in ("postgres", "postgresql"):
        return target.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise ValueError("dit soort database kan niet; gebruik sqlite:// of postgresql://")
    if target.database in (None, "", ":memory:"):
        raise ValueError("deze database onthoudt niets; geef een bestand, zoals sqlite:///toegangswijzer.db")
    return target.set(drivername="sqlite", database=str(VAR / str(target.database)))


def _set_up_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _set_up_postgresql(connection: DBAPIConnection, _entry: ConnectionPoolEntry, *, patience: float) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = {round(patience * 1000)}")
    cursor.close()
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    # The driver's own way begins too late: a writer then finds out halfway that another was first.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    # What a driver raises while a connection is set up does not pass through SQLAlchemy.
    except (SQLAlchemyError, sqlite3.Error, psycopg.Error, OSError) as error:
        raise NotSaved(_reason(error)) from error


#: What the messages of SQLite, PostgreSQL and the operating system say, and what that means here.
_REASONS = (
    (("is locked", "lock timeout", "deadlock", "queuepool limit"), "De database is even bezet."),
    (("disk is full", "no space left", "could not extend file"), "De schijf van de server is vol."),
    (
        ("readonly database", "unable to open database", "read-only", "permission denied", "not a directory",
         "file exists"),
        "De server mag niet schrijven op de plek waar de gegevens staan.",
    ),
    (("no such table", "no such column", "undefinedtable", "undefinedcolumn"), NOT_MIGRATED),
    (("malformed", "not a database", "disk i/o error"), "Het bestand met de gegevens is beschadigd of niet te lezen."),
    (("authentication failed", "does not exist"), "De database laat de server niet toe."),
)  # fmt: skip


def _reason(error: Exception, otherwise: str = "Door een onbekende fout kon de server niet opslaan.") -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    said = f"{type(cause).__name__} {cause}".lower()
    for signs, reason in _REASONS:
        if any(sign in said for sign in signs):
            return reason
    if isinstance(cause, psycopg.OperationalError):
        return "De verbinding met de database is weg."
    return otherwise
