"""The rows of one dossier and its versions: how they are found, read back in time, and added to."""

import json
from datetime import UTC, datetime
from typing import TypeAlias

from sqlalchemy import Connection, Row, Select, Table, delete, insert, select, update

from dossier.database import NotSaved
from dossier.parts import Change, Json, Parts, applied, difference, inverse
from dossier.stored import MayNotEdit, NoSuchDossier, Soort, Version
from dossier.tables import dossiers, families, sleutels, versies
from dossier.tokens import Key

# What a dossier's row holds, with what the token that found it allows.
DossierRow: TypeAlias = Row[*tuple[Json, ...]]


def key_of(token: str) -> Key:
    key = Key.read(token)
    if key is None:
        raise NoSuchDossier
    return key


def with_key(query: Select[*tuple[Json, ...]], key: Key) -> Select[*tuple[Json, ...]]:
    joined = query.join_from(sleutels, dossiers, dossiers.c.familie == sleutels.c.familie)
    return joined.where(sleutels.c.hash == key.hash, dossiers.c.nummer == key.nummer)


def find_row(connection: Connection, key: Key, *, to_edit: bool = False) -> DossierRow:
    query = with_key(select(dossiers, sleutels.c.mag_bewerken), key)
    if to_edit:  # nobody else may change this dossier until we are done; SQLite has one writer at a time anyway
        query = query.with_for_update(of=dossiers)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchDossier
    if to_edit and not row.mag_bewerken:
        raise MayNotEdit
    return row


def tokens(key: Key, row: DossierRow) -> tuple[str | None, str]:
    return (str(key), str(key.read_only())) if row.mag_bewerken else (None, str(key))


def parts_of(row: DossierRow) -> Parts:
    found: Parts = json.loads(row.onderdelen)
    return found


def parts_at(connection: Connection, row: DossierRow, versie: int) -> Parts:
    """Back from the present, since what is asked for is mostly the recent past."""
    if not 1 <= versie <= row.versie:
        raise NotSaved("Deze versie van het dossier is er niet.")
    result = parts_of(row)
    later = versions_of(row).where(versies.c.nummer > versie).order_by(versies.c.nummer.desc())
    for found in connection.execute(later) if versie < row.versie else ():
        result = applied(result, inverse(version_of(found).change))
    return result


def versions_of(row: DossierRow) -> Select[*tuple[Json, ...]]:
    return select(versies).where(versies.c.dossier == row.id)


def version_of(row: DossierRow) -> Version:
    change = {part: (old, new) for part, (old, new) in json.loads(row.wijziging).items()}
    return Version(row.nummer, row.op, row.door, row.soort, change, row.van, row.wat)


def own_steps(connection: Connection, row: DossierRow, by: str) -> tuple[list[int], list[int]]:
    """The versions of one author that can be undone and done again, last ones last."""
    own = (
        select(versies.c.nummer, versies.c.soort)
        .where(versies.c.dossier == row.id, versies.c.door == by)
        .order_by(versies.c.nummer)
    )
    undoable: list[int] = []
    redoable: list[int] = []
    for nummer, soort in connection.execute(own):
        if soort in ("wijziging", "terug"):
            undoable.append(nummer)
            redoable.clear()
        elif soort == "ongedaan":
            undoable.pop()
            redoable.append(nummer)
        elif soort == "opnieuw":
            redoable.pop()
            undoable.append(nummer)
    return undoable, redoable


def append(
    connection: Connection,
    row: DossierRow,
    change: Change,
    *,
    by: str,
    soort: Soort = "wijziging",
    van: int | None = None,
    wat: str = "",
    always: bool = False,
) -> tuple[int, datetime]:
    """Add a version and bring the dossier to it; its number, and when the dossier was last changed."""
    if not change and not always:
        return row.versie, row.gewijzigd_op
    now = datetime.now(UTC)
    head = _text(applied(parts_of(row), change))
    connection.execute(
        insert(versies).values(
            dossier=row.id,
            nummer=row.versie + 1,
            op=now,
            door=by,
            soort=soort,
            van=van,
            wat=wat,
            wijziging=_text(change),
        )
    )
    connection.execute(
        update(dossiers).where(dossiers.c.id == row.id).values(versie=row.versie + 1, onderdelen=head, gewijzigd_op=now)
    )
    return row.versie + 1, now


def add_dossier(
    connection: Connection, family: int, nummer: int, naam: str, content: Parts, by: str, soort: Soort, wat: str
) -> DossierRow:
    """Add a dossier with its first version."""
    now = datetime.now(UTC)
    id = added(
        connection,
        dossiers,
        familie=family,
        nummer=nummer,
        naam=naam,
        versie=0,
        onderdelen="{}",
        gewijzigd_op=now,
    )
    by_id = select(dossiers).where(dossiers.c.id == id)
    empty = connection.execute(by_id).one()
    append(connection, empty, difference({}, content), by=by, soort=soort, wat=wat, always=True)
    return connection.execute(by_id).one()


def added(connection: Connection, table: Table, **values: object) -> int:
    result = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert result is not None
    id: int = result[0]
    return id


def drop_empty_families(connection: Connection) -> None:
    """A family without dossiers has keys that open nothing."""
    kept = select(dossiers.c.id).where(dossiers.c.familie == families.c.id)
    connection.execute(delete(families).where(~kept.exists()))


def _text(value: Json) -> str:
    """JSON in plain ASCII: PostgreSQL takes no NUL and no half characters in a text."""
    return json.dumps(value, separators=(",", ":"))
