"""A whole store as one file, and back: on SQLite and PostgreSQL alike, and from one to the other.

The file is gzip of JSON Lines. The first line names the format, each next line is one row of a table, and the last
one has their number and the SHA-256 of all lines before it, so that a file that was cut short or altered is noticed.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Table, delete, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from dossier.database import Database, NotSaved
from dossier.parts import from_parts
from dossier.tables import dossiers, metadata
from handreiking.faults import Fault, InvalidFile

FORMAAT: Final = "toegangswijzer-backup/1"
#: Rows to write at once: enough to be fast, few enough to hold any number of dossiers.
_BATCH = 500
_COUNT = select(func.count()).select_from(dossiers)


def write_backup(database: Database, path: Path) -> int:
    """Write everything as it is at one moment, while others go on writing; the number of dossiers in it.

    The file comes under its name only when it is complete, and only its owner may read it.
    """
    part = path.with_name(f"{path.name}.deel")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with database.reading() as connection, gzip.open(raw, "wb", compresslevel=6) as file:
                for line in _lines(connection):
                    file.write(line)
                count = connection.scalar(_COUNT) or 0
            os.fsync(raw.fileno())
        part.replace(path)
    except OSError:
        raise _refused(path, None, "hier kan geen bestand komen; kies een andere plek") from None
    finally:
        part.unlink(missing_ok=True)
    return count


def read_backup(database: Database, path: Path) -> int:
    """Put back what a backup holds in place of everything that is there; the number of dossiers in it.

    Raises
    ------
    InvalidFile
        When the file is not a backup, or not a whole one; then nothing has changed.
    """
    for _ in _rows(path):  # all of it, before anything is touched
        pass
    try:
        with database.writing() as connection:
            _keep_others_out(connection)
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
            for table, rows in _batches(_rows(path)):
                connection.execute(insert(table), rows)
            _continue_numbering(connection)
            count = connection.scalar(_COUNT) or 0
    except NotSaved as error:
        if isinstance(error.__cause__, IntegrityError):
            raise _refused(path, None, "de inhoud spreekt zichzelf tegen; neem een andere backup") from error
        raise
    database.wipe_traces()
    return count


def _lines(connection: Connection) -> Iterator[bytes]:
    total = hashlib.sha256()
    count = 0

    def line(content: Any) -> bytes:
        encoded = json.dumps(content, separators=(",", ":")).encode() + b"\n"
        total.update(encoded)
        return encoded

    yield line({"formaat": FORMAAT, "gemaakt_op": datetime.now(UTC).isoformat()})
    for table in metadata.sorted_tables:
        rows = connection.execution_options(yield_per=_BATCH).execute(select(table).order_by(*table.primary_key))
        for row in rows:
            count += 1
            yield line([table.name, [_plain(value) for value in row]])
    yield line({"rijen": count, "sha256": total.hexdigest()})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _rows(path: Path) -> Iterator[tuple[Table, dict[str, Any]]]:
    """The rows of a backup, each checked as it comes; the file as a whole is good when the last has come."""
    total = hashlib.sha256()
    count, last = 0, None
    try:
        with gzip.open(path, "rb") as file:
            for number, line in enumerate(file, start=1):
                content = json.loads(line)
                if number == 1:
                    _check_format(path, content)
                elif isinstance(content, dict):
                    last = content
                    break
                else:
                    count += 1
                    yield _row(path, number, content)
                total.update(line)
            if file.read(1):
                raise _refused(path, None, "achter het einde staat nog iets; neem een andere backup")
    except FileNotFoundError:
        raise _refused(path, None, "dit bestand is er niet; controleer de naam") from None
    except (OSError, EOFError, zlib.error, ValueError, RecursionError):
        raise _refused(path, None, "dit is geen hele backup; neem een ander bestand") from None
    if last != {"rijen": count, "sha256": total.hexdigest()}:
        raise _refused(path, None, "dit bestand is niet compleet of is gewijzigd; neem een andere backup")


def _check_format(path: Path, content: Any) -> None:
    found = content.get("formaat") if isinstance(content, dict) else None
    if found != FORMAAT:
        message = f"dit is geen backup die deze Toegangswijzer kan lezen; bovenin hoort te staan: {FORMAAT}"
        raise _refused(path, 1, message)


def _row(path: Path, number: int, content: Any) -> tuple[Table, dict[str, Any]]:
    try:
        name, values = content
        table = metadata.tables[name]
        row = {
            column.name: _value(value, column.type.python_type, column.nullable)
            for column, value in zip(table.columns, values, strict=True)
        }
        if table is dossiers:
            from_parts(json.loads(row["onderdelen"]))
    except (KeyError, TypeError, ValueError, ValidationError):
        raise _refused(path, number, "deze regel hoort niet in een backup; neem een ander bestand") from None
    return table, row


def _value(value: Any, expected: type, nullable: bool | None) -> Any:
    if value is None and nullable:
        return None
    if expected in (date, datetime):
        return expected.fromisoformat(value)
    if type(value) is not expected:
        raise TypeError
    return value


def _batches(rows: Iterable[tuple[Table, dict[str, Any]]]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    held: list[dict[str, Any]] = []
    of: Table | None = None
    for table, row in rows:
        if of is not None and (table is not of or len(held) == _BATCH):
            yield of, held
            held = []
        of = table
        held.append(row)
    if of is not None:
        yield of, held


def _keep_others_out(connection: Connection) -> None:
    """Let who is about to save wait for the new rows, instead of finding on PostgreSQL that the old ones are gone."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in metadata.sorted_tables)
        connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))


def _continue_numbering(connection: Connection) -> None:
    """PostgreSQL counts apart from the rows: let it go on after the highest number."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "id" in table.columns:
            highest = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), coalesce(max(id), 0) + 1, false)"
            connection.execute(text(f"{highest} FROM {table.name}"))


def _refused(path: Path, line: int | None, message: str) -> InvalidFile:
    return InvalidFile([Fault(path.name, line, "", message)])
