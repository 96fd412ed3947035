"""Where dossiers are kept: each change a row, so that history, undo and going back are one mechanism.

A `Store` may be used by any number of threads and processes at once. Every write is one transaction: the new version
and the dossier as it then is, or neither. Every method may raise `NotSaved`; trying again later is then safe.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update

from dossier.backup import read_backup, write_backup
from dossier.database import Database, NotSaved
from dossier.model import Dossier
from dossier.parts import applied, difference, from_parts, merge_parts, parts
from dossier.rows import (
    DossierRow,
    add_dossier,
    added,
    append,
    drop_empty_families,
    find_row,
    key_of,
    own_steps,
    parts_at,
    parts_of,
    tokens,
    version_of,
    versions_of,
    with_key,
)
from dossier.settings import BEWAARTERMIJN_DAGEN, load_settings
from dossier.stored import (
    Asks,
    FamilyMember,
    MayNotEdit,
    NamedOtherwise,
    NoSuchDossier,
    Opened,
    Saved,
    Soort,
    Undone,
    Version,
)
from dossier.tables import dossiers, families, sleutels, versies
from dossier.texts import MagLeeg
from dossier.tokens import Key

__all__ = [
    "Asks",
    "FamilyMember",
    "MayNotEdit",
    "NamedOtherwise",
    "NoSuchDossier",
    "NotSaved",
    "Opened",
    "Saved",
    "Store",
    "Undone",
    "Version",
    "open_store",
    "the_store",
]

_NAAM = TypeAdapter[str](MagLeeg)


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
            family = added(connection, families, laatste_nummer=1)
            connection.execute(insert(sleutels).values(hash=key.hash, familie=family, mag_bewerken=True))
            connection.execute(insert(sleutels).values(hash=key.read_only().hash, familie=family, mag_bewerken=False))
            row = add_dossier(connection, family, 1, naam, parts(begin or dossier), by, "nieuw", wat)
            if begin and (change := difference(parts(begin), parts(dossier))):
                append(connection, row, change, by=by)
            return self._opened(find_row(connection, key), key)

    def open(self, token: str) -> Opened:
        key = key_of(token)
        with self.database.reading() as connection:
            return self._opened(find_row(connection, key), key)

    def head(self, token: str) -> int:
        """The version a dossier is at; one look at two indexes."""
        with self.database.reading() as connection:
            versie: int | None = connection.scalar(with_key(select(dossiers.c.versie), key_of(token)))
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
            row = find_row(connection, key_of(token), to_edit=True)
            head = parts_of(row)
            # A backup that was put back can be older than what is on a screen: then that came out of the present one.
            base = parts_at(connection, row, min(base_versie, row.versie))
            merged, clashes = merge_parts(base, parts(dossier), head)
            versie, op = append(connection, row, difference(head, merged), by=by, wat=wat)
            return Saved(versie, from_parts(merged), op, difference(base, head), clashes)

    def back_to(self, token: str, versie: int, *, by: str) -> Saved:
        """Make a dossier as it was at an earlier version, as a new version."""
        with self.database.writing() as connection:
            row = find_row(connection, key_of(token), to_edit=True)
            then = parts_at(connection, row, versie)
            change = difference(parts_of(row), then)
            number, op = append(connection, row, change, by=by, soort="terug", van=versie)
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
            row = find_row(connection, key_of(token))
            undoable, redoable = own_steps(connection, row, by)
            return bool(undoable), bool(redoable)

    def rename(self, token: str, naam: str, *, was: str | None = None) -> None:
        """Give a scenario another name. With `was`, only if that is still its name; else raises `NamedOtherwise`."""
        naam = _NAAM.validate_python(naam)
        with self.database.writing() as connection:
            row = find_row(connection, key_of(token), to_edit=True)
            if was is not None and row.naam not in (was, naam):
                raise NamedOtherwise(row.naam)
            connection.execute(update(dossiers).where(dossiers.c.id == row.id).values(naam=naam))

    # Looking back

    def at(self, token: str, versie: int) -> Dossier:
        """A dossier as it was."""
        with self.database.reading() as connection:
            return from_parts(parts_at(connection, find_row(connection, key_of(token)), versie))

    def history(self, token: str, limit: int | None = None) -> tuple[Version, ...]:
        """The versions of a dossier, newest first."""
        with self.database.reading() as connection:
            row = find_row(connection, key_of(token))
            newest = versions_of(row).order_by(versies.c.nummer.desc()).limit(limit)
            return tuple(version_of(found) for found in connection.execute(newest))

    def since(self, token: str, versie: int) -> tuple[Version, ...]:
        """The versions after this one, in order."""
        with self.database.reading() as connection:
            row = find_row(connection, key_of(token))
            later = versions_of(row).where(versies.c.nummer > versie).order_by(versies.c.nummer)
            return tuple(version_of(found) for found in connection.execute(later))

    # Scenarios

    def copy(self, token: str, naam: str, *, by: str) -> Opened:
        """Keep a copy under a name of its own, as a scenario beside the dossier; its history starts here."""
        key, naam = key_of(token), _NAAM.validate_python(naam)
        with self.database.writing() as connection:
            row = find_row(connection, key, to_edit=True)
            number = connection.scalar(
                update(families)
                .where(families.c.id == row.familie)
                .values(laatste_nummer=families.c.laatste_nummer + 1)
                .returning(families.c.laatste_nummer)
            )
            assert number is not None
            wat = f"Kopie van “{row.naam}”" if row.naam else "Kopie"
            add_dossier(connection, row.familie, number, naam, parts_of(row), by, "kopie", wat)
            key = key.numbered(number)
            return self._opened(find_row(connection, key), key)

    def family(self, token: str) -> tuple[FamilyMember, ...]:
        """All scenarios of a dossier, itself among them, in the order in which they were made."""
        key = key_of(token)
        with self.database.reading() as connection:
            row = find_row(connection, key)
            all_of_it = select(dossiers).where(dossiers.c.familie == row.familie).order_by(dossiers.c.nummer)
            return tuple(
                FamilyMember(
                    member.naam,
                    member.nummer,
                    *tokens(key.numbered(member.nummer), row),
                    member.gewijzigd_op,
                    self._kept_until(member),
                )
                for member in connection.execute(all_of_it)
            )

    # Keeping and deleting

    def keep_until(self, token: str, day: date | None) -> date:
        """Keep a dossier at least until a day, and tell until when it is kept; None takes such a promise back."""
        key = key_of(token)
        with self.database.writing() as connection:
            row = find_row(connection, key, to_edit=True)
            connection.execute(update(dossiers).where(dossiers.c.id == row.id).values(bewaren_tot=day))
            return self._kept_until(find_row(connection, key))

    def delete(self, token: str) -> None:
        """Delete a dossier, with its history; the links to it open nothing any more. Other scenarios stay."""
        with self.database.writing() as connection:
            row = find_row(connection, key_of(token), to_edit=True)
            connection.execute(delete(dossiers).where(dossiers.c.id == row.id))
            drop_empty_families(connection)
        self.database.wipe_traces()

    def delete_family(self, token: str) -> None:
        """Delete a dossier and all its scenarios, with their history; no link of theirs opens anything any more."""
        with self.database.writing() as connection:
            row = find_row(connection, key_of(token), to_edit=True)
            # First the dossiers, which waits for who is changing one; a copy made meanwhile then goes with the family.
            connection.execute(delete(dossiers).where(dossiers.c.familie == row.familie))
            connection.execute(delete(families).where(families.c.id == row.familie))
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
            drop_empty_families(connection)
        self.database.wipe_traces()
        return count

    def backup(self, path: Path) -> int:
        """Write everything into one file, while others go on working; the number of dossiers in it."""
        return write_backup(self.database, path)

    def restore(self, path: Path) -> int:
        """Put a backup in place of everything that is there; the number of dossiers in it. Raises `InvalidFile`."""
        return read_backup(self.database, path)

    def _opened(self, row: DossierRow, key: Key) -> Opened:
        bewerk_token, lees_token = tokens(key, row)
        return Opened(
            dossier=from_parts(parts_of(row)),
            versie=row.versie,
            mag_bewerken=row.mag_bewerken,
            naam=row.naam,
            bewerk_token=bewerk_token,
            lees_token=lees_token,
            gewijzigd_op=row.gewijzigd_op,
            verwijderd_na=self._kept_until(row),
        )

    def _kept_until(self, row: DossierRow) -> date:
        kept: date = (row.gewijzigd_op + self._bewaartermijn).date()
        return max(kept, row.bewaren_tot or kept)

    def _revert(self, token: str, by: str, anyway: bool, soort: Soort) -> Undone | Asks | None:
        """Going back over a version is a merge: of how it was before with what others made of it after."""
        with self.database.writing() as connection:
            row = find_row(connection, key_of(token), to_edit=True)
            undoable, redoable = own_steps(connection, row, by)
            steps = undoable if soort == "ongedaan" else redoable
            if not steps:
                return None
            head = parts_of(row)
            after, before = (parts_at(connection, row, versie) for versie in (steps[-1], steps[-1] - 1))
            merged, clashes = merge_parts(after, before, head)
            if clashes and not anyway:
                return Asks(clashes)
            merged = applied(merged, {clash.part: (clash.theirs, clash.mine) for clash in clashes})
            dossier, change = from_parts(merged), difference(head, merged)
            # Also when nothing is left to change: the step is then behind one, and the next can be undone.
            number, op = append(connection, row, change, by=by, soort=soort, van=steps[-1], always=True)
            return Undone(number, dossier, op, change, steps[-1])
