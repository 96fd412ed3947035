"""A dossier is deleted when its time is over or its region wants it, and then nothing of it stays behind."""

import asyncio
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dossier.model import Dossier
from dossier.retention import clean_up_daily, seconds_until
from dossier.store import NoSuchDossier, Store, open_store
from dossier.tables import metadata

#: Long enough to need pages of its own, and short texts between those of others.
SECRET = "Zeewolde-aan-de-Maas"


def later(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def with_secret(number: int, repeat: int = 80) -> Dossier:
    return Dossier.model_validate({"zaad": number, "motivering_keuze": f"{SECRET}{number} " * repeat})


def test_a_dossier_goes_when_nobody_changed_it_for_so_long(store: Store) -> None:
    made = store.create(Dossier(), naam="", by="a")
    assert made.verwijderd_na == (made.gewijzigd_op + timedelta(days=180)).date()
    assert store.clean_up(later(days=180)) == 0
    assert store.open(str(made.bewerk_token)) == made
    assert store.clean_up(later(days=181)) == 1
    with pytest.raises(NoSuchDossier):
        store.open(made.lees_token)
    assert store.clean_up(later(days=181)) == 0


def test_a_region_can_have_it_kept_longer(store: Store) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    day = later(days=400).date()
    assert store.keep_until(token, day) == day == store.open(token).verwijderd_na
    assert store.clean_up(later(days=400)) == 0
    assert store.keep_until(token, date(2020, 1, 1)) == store.open(token).verwijderd_na > date(2020, 1, 1)
    store.keep_until(token, day)
    assert store.clean_up(later(days=401)) == 1


def test_the_time_a_dossier_is_kept_is_a_setting(database_url: str) -> None:
    store = open_store(database_url, bewaartermijn_dagen=10)
    made = store.create(Dossier(), naam="", by="a")
    assert made.verwijderd_na == (made.gewijzigd_op + timedelta(days=10)).date()
    assert store.clean_up(later(days=11)) == 1
    store.close()


def test_one_scenario_can_go_while_the_others_stay(store: Store) -> None:
    token = str(store.create(Dossier(), naam="Nu", by="a").bewerk_token)
    second = store.copy(token, "Straks", by="a")
    store.delete(token)
    with pytest.raises(NoSuchDossier):
        store.head(token)
    assert [member.naam for member in store.family(second.lees_token)] == ["Straks"]


def test_all_scenarios_can_go_at_once_with_their_history(store: Store) -> None:
    token = str(store.create(Dossier(), naam="Nu", by="a").bewerk_token)
    second, third = (store.copy(token, naam, by="a") for naam in ("Straks", "Later"))
    store.save(str(second.bewerk_token), 1, Dossier(zaad=2), by="a")
    other = store.create(Dossier(), naam="Van een ander", by="b")
    store.delete_family(str(second.bewerk_token))
    for gone in (token, str(second.bewerk_token), second.lees_token, str(third.bewerk_token)):
        with pytest.raises(NoSuchDossier):
            store.open(gone)
    with pytest.raises(NoSuchDossier):
        store.delete_family(token)
    assert store.open(other.lees_token).naam == "Van een ander"
    with store.database.reading() as connection:
        left = [connection.scalar(select(func.count()).select_from(table)) for table in metadata.sorted_tables]
    assert dict(zip([table.name for table in metadata.sorted_tables], left, strict=True)) == {
        "families": 1,
        "sleutels": 2,
        "dossiers": 1,
        "versies": 1,
    }


def test_work_in_one_scenario_does_not_prolong_another(store: Store) -> None:
    token = str(store.create(Dossier(), naam="Nu", by="a").bewerk_token)
    second = str(store.copy(token, "Straks", by="a").bewerk_token)
    day = later(days=400).date()
    store.keep_until(second, day)
    first, copy = store.family(token)
    assert (first.verwijderd_na, copy.verwijderd_na) == (store.open(token).verwijderd_na, day)
    assert store.clean_up(later(days=181)) == 1
    assert [member.naam for member in store.family(second)] == ["Straks"]


def test_of_what_is_deleted_nothing_stays_in_the_files(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'opslag.db'}")
    gone = [str(store.create(with_secret(0), naam=SECRET, by=SECRET, wat=SECRET).bewerk_token) for _ in range(8)]
    kept = str(store.create(Dossier(), naam="Blijft", by="b").bewerk_token)
    for versie in range(1, 30):
        for number, token in enumerate(gone):  # short and long, between those that stay
            store.save(token, versie, with_secret(versie * 10 + number, repeat=1 + versie % 3 * 30), by=SECRET)
        store.save(kept, versie, Dossier(zaad=versie + 1), by="b")
    assert SECRET in store_files(tmp_path)
    for token in gone:
        store.delete(token)
    assert SECRET not in store_files(tmp_path)
    assert store.open(kept).versie == 30
    store.close()


def store_files(folder: Path) -> str:
    """Everything in the file of SQLite and those beside it."""
    return "".join(path.read_bytes().decode("latin-1") for path in folder.iterdir())


def test_the_daily_task_cleans_up(database_url: str) -> None:
    store = open_store(database_url, bewaartermijn_dagen=-2)  # over before it began
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)

    async def a_while() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(clean_up_daily(store, hour=3), timeout=0.5)

    asyncio.run(a_while())  # which waits for what is under way
    with pytest.raises(NoSuchDossier):
        store.open(token)
    store.close()


@pytest.mark.parametrize(("now", "hours"), [("2026-05-01T02:00", 1), ("2026-05-01T03:00", 24), ("2026-12-31T23:00", 4)])
def test_the_next_time_is_within_a_day(now: str, hours: int) -> None:
    assert seconds_until(3, datetime.fromisoformat(now).replace(tzinfo=UTC)) == hours * 3600
