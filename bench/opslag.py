"""What keeping a change costs: on SQLite, in an empty database and beside 500 dossiers with 200 versions each."""

import json
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from dossier.model import Dossier
from dossier.store import Store, open_store
from dossier.tables import dossiers, families, versies

DOSSIERS, VERSIONS, SAVES = 500, 200, 300
#: Milliseconds for one saved change in 19 of 20 times, and how much longer it may take in a full database.
AIM, AIM_SLOWER = 10.0, 1.1


def main(example: Dossier) -> None:
    # In the project, not in /tmp: that may be memory, and what counts is the disk.
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".opslag-") as folder:
        empty, full = (open_store(f"sqlite:///{folder}/{name}.db") for name in ("leeg", "vol"))
        _fill(full, example)
        beside_nothing, beside_many = _saved_in_turn(example, empty, full)
        for store in (empty, full):
            store.close()
    print(f"{'a saved change, empty database':34}{_spread(beside_nothing)}    (aim: p95 at most {AIM:g})")
    print(f"{f'the same beside {DOSSIERS} x {VERSIONS}':34}{_spread(beside_many)}")
    slower = statistics.median(beside_many) / statistics.median(beside_nothing)
    print(f"{'ratio of the medians':34}{slower:9.2f}    (aim: at most {AIM_SLOWER:g})")


def _saved_in_turn(example: Dossier, *stores: Store) -> tuple[list[float], ...]:
    """Milliseconds per save in each store, A B A B, so that a drifting disk does not favour either."""
    tokens = [str(store.create(example, naam="", by="a").bewerk_token) for store in stores]
    times: list[list[float]] = [[] for _ in stores]
    for number in range(1, SAVES + 1):
        changed = example.model_copy(update={"zaad": number + 1})
        for store, token, kept in zip(stores, tokens, times, strict=True):
            start = time.perf_counter()
            store.save(token, number, changed, by="a")
            kept.append((time.perf_counter() - start) * 1000)
    return tuple(times)


def _fill(store: Store, example: Dossier) -> None:
    """Many dossiers with a history, written at once instead of one by one."""
    now = datetime.now(UTC)
    opened = store.create(example, naam="", by="a")
    store.save(str(opened.bewerk_token), 1, example.model_copy(update={"zaad": 2}), by="a")
    first, step = (json.dumps(version.change) for version in reversed(store.history(opened.lees_token)))
    with store.database.writing() as connection:
        ids = range(2, DOSSIERS + 2)
        connection.execute(insert(families), [{"id": id, "laatste_nummer": 1} for id in ids])
        head = {"nummer": 1, "naam": "Regio", "versie": VERSIONS, "gewijzigd_op": now, "onderdelen": first}
        connection.execute(insert(dossiers), [{"id": id, "familie": id, **head} for id in ids])
        line = {"op": now, "door": "a", "soort": "wijziging", "wat": ""}
        for id in ids:
            rows = [
                {"dossier": id, "nummer": nummer, "wijziging": first if nummer == 1 else step, **line}
                for nummer in range(1, VERSIONS + 1)
            ]
            connection.execute(insert(versies), rows)


def _spread(times: list[float]) -> str:
    return f"{statistics.median(times):9.1f} ms p50 {statistics.quantiles(times, n=20)[-1]:9.1f} ms p95"
