"""Where dossiers are kept: each change a row, so that history, undo and going back are one mechanism.

A `Store` may be used by any number of threads and processes at once. Every write is one transaction: the new version
and the dossier as it then is, or neither. Every method may raise `NotSaved`; trying again later is then safe.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, Table, delete, insert, select, update

from dossier.backup import read_backup, write_backup
from dossier.database import Database, NotSaved
from dossier.model import Dossier
from dossier.parts import Change, Clash, Json, Parts, applied, difference, from_parts, inverse, merge_parts, parts
from dossier.settings import BEWAARTERMIJN_DAGEN, load_settings
from dossier.tables import dossiers, families, sleutels, versies
from dossier.texts import MagLeeg
from dossier.tokens import Key

__all__ = ["NotSaved", "Store", "open_store", "the_store"]

#: How a version came to be: the first of a dossier or of a scenario, a change, going back to an earlier moment,
#: undone, or done again.
Soort: TypeAlias = Literal["nieuw", "kopie", "wijziging", "terug", "ongedaan", "opnieuw"]

_NAAM = TypeAdapter[str](MagLeeg)


class NoSuchDossier(Exception):
    """No dossier has this token: it is wrong, or the dossier was deleted."""


class MayNotEdit(Exception):
    """This token only allows reading."""


@dataclass(frozen=True)
class Opened:
    """A dossier as it was when it was opened, with what its links are and what they allow."""

    dossier: Dossier
    versie: int
    mag_bewerken: bool
    naam: str
    #: None for who may only read.
    bewerk_token: str | None
    lees_token: str
    gewijzigd_op: datetime
    #: The last day it is certainly kept.
    verwijderd_na: date


@dataclass(frozen=True)
class Saved:
    """A dossier after a change was saved."""

    versie: int
    dossier: Dossier
    gewijzigd_op: datetime
    #: What others changed since the version this change was made on.
    van_anderen: Change
    #: What of the change was left out, because others changed it as well; theirs stands.
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True)
class Version:
    """One line of the history."""

    nummer: int
    op: datetime
    by: str
    soort: Soort
    change: Change
    #: The version that was undone, done again or gone back to.
    van: int | None = None
    #: Said by who made it, when the parts alone do not tell.
    wat: str = ""


@dataclass(frozen=True)
class Undone:
    """A change of one's own that was undone, or done again, as a new version."""

    versie: int
    dossier: Dossier
    gewijzigd_op: datetime
    change: Change
    #: The version that was reverted.
    van: int


@dataclass(frozen=True)
class Asks:
    """Nothing happened yet: others changed parts of it since. Their value stands under `theirs`, what it would become
    under `mine`, and what one left behind oneself under `base`."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class FamilyMember:
    """A scenario of the same dossier, with the tokens that lead there."""

    naam: str
    nummer: int
    bewerk_token: str | None
    lees_token: str
    gewijzigd_op: datetime


def open_store(url: str, *, bewaartermijn_dagen: int = BEWAARTERMIJN_DAGEN, patience: float = 5.0) -> "Store":
    """Open a store and bring its database up to date.

    Parameters
    ----------
    url
        As `TOEGANGSWIJZER_DATABASE_URL` has it; a relative path of SQLite lies in `var/`.
    patience
        How many seconds to wait for a database that is busy.
    """
    return Store(Database(url, patience=patience), bewaartermijn_dagen)


@cache
def the_store() -> "Store":
    """The store that the settings ask for, one for the whole server.

    Raises
    ------
    InvalidFile
        When a setting is wrong.
    """
    settings = load_settings()
    return open_store(settings.database_url, bewaartermijn_dagen=settings.bewaartermijn_dagen)


class Store:
    def __init__(self, database: Database, bewaartermijn_dagen: int) -> None:
        self.database = database
        self._bewaartermijn = timedelta(days=bewaartermijn_dagen)

    def close(self) -> None:
        self.database.close()

    # Opening

    def create(self, dossier: Dossier, *, naam: str, by: str, wat: str = "", begin: Dossier | None = None) -> Opened:
        """Keep a new dossier.

        With `begin` (an example, an empty dossier) that is its first version, and the way from there to `dossier` is
        a change that can be undone. Without, `dossier` is the first version.
        """
        key, naam = Key.new(), _NAAM.validate_python(naam)
        with self.database.writing() as connection:
            family = _added(connection, families, laatste_nummer=1)
            connection.execute(insert(sleutels).values(hash=key.hash, familie=family, mag_bewerken=True))
            connection.execute(insert(sleutels).values(hash=key.read_only().hash, familie=family, mag_bewerken=False))
            row = _new(connection, family, 1, naam, parts(begin or dossier), by, "nieuw", wat)
            if begin and (change := difference(parts(begin), parts(dossier))):
                _append(connection, row, change, by=by)
            return self._opened(_found(connection, key), key)

    def open(self, token: str) -> Opened:
        key = _key(token)
        with self.database.reading() as connection:
            return self._opened(_found(connection, key), key)

    def head(self, token: str) -> int:
        """The version a dossier is at; one look at two indexes."""
        with self.database.reading() as connection:
            versie: int | None = connection.scalar(_with_key(select(dossiers.c.versie), _key(token)))
        if versie is None:
            raise NoSuchDossier
        return versie

    # Changing

    def save(self, token: str, base_versie: int, dossier: Dossier, *, by: str, wat: str = "") -> Saved:
        """Save a dossier that was made out of version `base_versie`.

        What others did since is kept: parts that only one side changed are put together, and of parts that both
        changed theirs stays and `clashes` tells. Saving what is there already makes no new version, so who is not
        sure that a save arrived may save again.
        """
        with self.database.writing() as connection:
            row = _found(connection, _key(token), to_edit=True)
            head = _parts_of(row)
            # A backup that was put back can be older than what is on a screen: then that came out of the present one.
            base = _parts_at(connection, row, min(base_versie, row.versie))
            merged, clashes = merge_parts(base, parts(dossier), head)
            versie, op = _append(connection, row, difference(head, merged), by=by, wat=wat)
            return Saved(versie, from_parts(merged), op, difference(base, head), clashes)

    def back_to(self, token: str, versie: int, *, by: str) -> Saved:
        """Make a dossier as it was at an earlier version, as a new version."""
        with self.database.writing() as connection:
            row = _found(connection, _key(token), to_edit=True)
            then = _parts_at(connection, row, versie)
            change = difference(_parts_of(row), then)
            number, op = _append(connection, row, change, by=by, soort="terug", van=versie)
            return Saved(number, from_parts(then), op, {})

    def undo(self, token: str, *, by: str, anyway: bool = False) -> Undone | Asks | None:
        """Revert the last change of one's own, as a new version.

        None when there is nothing to undo. Asks when others changed parts of it since, or built on it; with `anyway`
        those are reverted too.
        """
        return self._revert(token, by, anyway, "ongedaan")

    def redo(self, token: str, *, by: str, anyway: bool = False) -> Undone | Asks | None:
        """Revert the last undoing of one's own; a new change leaves nothing to do again."""
        return self._revert(token, by, anyway, "opnieuw")

    def can_undo(self, token: str, *, by: str) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to do again."""
        with self.database.reading() as connection:
            row = _found(connection, _key(token))
            undoable, redoable = _own_steps(connection, row, by)
            return bool(undoable), bool(redoable)

    def rename(self, token: str, naam: str) -> None:
        self._set(token, naam=_NAAM.validate_python(naam))

    # Looking back

    def at(self, token: str, versie: int) -> Dossier:
        """A dossier as it was."""
        with self.database.reading() as connection:
            return from_parts(_parts_at(connection, _found(connection, _key(token)), versie))

    def history(self, token: str, limit: int | None = None) -> tuple[Version, ...]:
        """The versions of a dossier, newest first."""
        with self.database.reading() as connection:
            row = _found(connection, _key(token))
            newest = _versions_of(row).order_by(versies.c.nummer.desc()).limit(limit)
            return tuple(_version(found) for found in connection.execute(newest))

    def since(self, token: str, versie: int) -> tuple[Version, ...]:
        """The versions after this one, in order."""
        with self.database.reading() as connection:
            row = _found(connection, _key(token))
            later = _versions_of(row).where(versies.c.nummer > versie).order_by(versies.c.nummer)
            return tuple(_version(found) for found in connection.execute(later))

    # Scenarios

    def copy(self, token: str, naam: str, *, by: str) -> Opened:
        """Keep a copy under a name of its own, as a scenario beside the dossier; its history starts here."""
        key, naam = _key(token), _NAAM.validate_python(naam)
        with self.database.writing() as connection:
            row = _found(connection, key, to_edit=True)
            number = connection.scalar(
                update(families)
                .where(families.c.id == row.familie)
                .values(laatste_nummer=families.c.laatste_nummer + 1)
                .returning(families.c.laatste_nummer)
            )
            assert number is not None
            wat = f"Kopie van “{row.naam}”" if row.naam else "Kopie"
            _new(connection, row.familie, number, naam, _parts_of(row), by, "kopie", wat)
            key = key.numbered(number)
            return self._opened(_found(connection, key), key)

    def family(self, token: str) -> tuple[FamilyMember, ...]:
        """All scenarios of a dossier, itself among them, in the order in which they were made."""
        key = _key(token)
        with self.database.reading() as connection:
            row = _found(connection, key)
            all_of_it = select(dossiers).where(dossiers.c.familie == row.familie).order_by(dossiers.c.nummer)
            return tuple(
                FamilyMember(
                    member.naam, member.nummer, *_tokens(key.numbered(member.nummer), row), member.gewijzigd_op
                )
                for member in connection.execute(all_of_it)
            )

    # Keeping and deleting

    def keep_until(self, token: str, day: date | None) -> date:
        """Keep a dossier at least until a day, and tell until when it is kept; None takes such a promise back."""
        return self._set(token, bewaren_tot=day).verwijderd_na

    def delete(self, token: str) -> None:
        """Delete a dossier, with its history; the links to it open nothing any more. Other scenarios stay."""
        with self.database.writing() as connection:
            row = _found(connection, _key(token), to_edit=True)
            connection.execute(delete(dossiers).where(dossiers.c.id == row.id))
            _drop_empty_families(connection)
        self.database.wipe_traces()

    def clean_up(self, now: datetime) -> int:
        """Delete every dossier whose time is over, and tell how many those were."""
        today = now.astimezone(UTC).date()
        changed_before = datetime.combine(today - self._bewaartermijn, datetime.min.time(), UTC)
        with self.database.writing() as connection:
            over = delete(dossiers).where(
                dossiers.c.gewijzigd_op < changed_before,
                dossiers.c.bewaren_tot.is_(None) | (dossiers.c.bewaren_tot < today),
            )
            count = connection.execute(over).rowcount
            _drop_empty_families(connection)
        self.database.wipe_traces()
        return count

    def backup(self, path: Path) -> int:
        """Write everything into one file, while others go on working; the number of dossiers in it."""
        return write_backup(self.database, path)

    def restore(self, path: Path) -> int:
        """Put a backup in place of everything that is there; the number of dossiers in it. Raises `InvalidFile`."""
        return read_backup(self.database, path)

    def _set(self, token: str, **values: object) -> Opened:
        key = _key(token)
        with self.database.writing() as connection:
            row = _found(connection, key, to_edit=True)
            connection.execute(update(dossiers).where(dossiers.c.id == row.id).values(**values))
            return self._opened(_found(connection, key), key)

    def _opened(self, row: "_Row", key: Key) -> Opened:
        kept = (row.gewijzigd_op + self._bewaartermijn).date()
        bewerk_token, lees_token = _tokens(key, row)
        return Opened(
            dossier=from_parts(_parts_of(row)),
            versie=row.versie,
            mag_bewerken=row.mag_bewerken,
            naam=row.naam,
            bewerk_token=bewerk_token,
            lees_token=lees_token,
            gewijzigd_op=row.gewijzigd_op,
            verwijderd_na=max(kept, row.bewaren_tot or kept),
        )

    def _revert(self, token: str, by: str, anyway: bool, soort: Soort) -> Undone | Asks | None:
        """Going back over a version is a merge: of how it was before with what others made of it after."""
        with self.database.writing() as connection:
            row = _found(connection, _key(token), to_edit=True)
            undoable, redoable = _own_steps(connection, row, by)
            steps = undoable if soort == "ongedaan" else redoable
            if not steps:
                return None
            head = _parts_of(row)
            after, before = (_parts_at(connection, row, versie) for versie in (steps[-1], steps[-1] - 1))
            merged, clashes = merge_parts(after, before, head)
            if clashes and not anyway:
                return Asks(clashes)
            merged = applied(merged, {clash.part: (clash.theirs, clash.mine) for clash in clashes})
            dossier, change = from_parts(merged), difference(head, merged)
            # Also when nothing is left to change: the step is then behind one, and the next can be undone.
            number, op = _append(connection, row, change, by=by, soort=soort, van=steps[-1], always=True)
            return Undone(number, dossier, op, change, steps[-1])


# What a dossier's row holds, with what the token that found it allows.
_Row: TypeAlias = Row[*tuple[Json, ...]]


def _key(token: str) -> Key:
    key = Key.read(token)
    if key is None:
        raise NoSuchDossier
    return key


def _with_key(query: Select[*tuple[Json, ...]], key: Key) -> Select[*tuple[Json, ...]]:
    joined = query.join_from(sleutels, dossiers, dossiers.c.familie == sleutels.c.familie)
    return joined.where(sleutels.c.hash == key.hash, dossiers.c.nummer == key.nummer)


def _found(connection: Connection, key: Key, *, to_edit: bool = False) -> _Row:
    query = _with_key(select(dossiers, sleutels.c.mag_bewerken), key)
    if to_edit:  # nobody else may change this dossier until we are done; SQLite has one writer at a time anyway
        query = query.with_for_update(of=dossiers)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchDossier
    if to_edit and not row.mag_bewerken:
        raise MayNotEdit
    return row


def _tokens(key: Key, row: _Row) -> tuple[str | None, str]:
    return (str(key), str(key.read_only())) if row.mag_bewerken else (None, str(key))


def _parts_of(row: _Row) -> Parts:
    found: Parts = json.loads(row.onderdelen)
    return found


def _parts_at(connection: Connection, row: _Row, versie: int) -> Parts:
    """Back from the present, since what is asked for is mostly the recent past."""
    if not 1 <= versie <= row.versie:
        raise NotSaved("Deze versie van het dossier is er niet.")
    result = _parts_of(row)
    later = _versions_of(row).where(versies.c.nummer > versie).order_by(versies.c.nummer.desc())
    for found in connection.execute(later) if versie < row.versie else ():
        result = applied(result, inverse(_version(found).change))
    return result


def _versions_of(row: _Row) -> Select[*tuple[Json, ...]]:
    return select(versies).where(versies.c.dossier == row.id)


def _version(row: _Row) -> Version:
    change = {part: (old, new) for part, (old, new) in json.loads(row.wijziging).items()}
    return Version(row.nummer, row.op, row.door, row.soort, change, row.van, row.wat)


def _own_steps(connection: Connection, row: _Row, by: str) -> tuple[list[int], list[int]]:
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


def _append(
    connection: Connection,
    row: _Row,
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
    head = _text(applied(_parts_of(row), change))
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


def _new(
    connection: Connection, family: int, nummer: int, naam: str, content: Parts, by: str, soort: Soort, wat: str
) -> _Row:
    """Add a dossier with its first version."""
    now = datetime.now(UTC)
    id = _added(
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
    _append(connection, empty, difference({}, content), by=by, soort=soort, wat=wat, always=True)
    return connection.execute(by_id).one()


def _added(connection: Connection, table: Table, **values: object) -> int:
    result = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert result is not None
    id: int = result[0]
    return id


def _drop_empty_families(connection: Connection) -> None:
    """A family without dossiers has keys that open nothing."""
    kept = select(dossiers.c.id).where(dossiers.c.familie == families.c.id)
    connection.execute(delete(families).where(~kept.exists()))


def _text(value: Json) -> str:
    """JSON in plain ASCII: PostgreSQL takes no NUL and no half characters in a text."""
    return json.dumps(value, separators=(",", ":"))
