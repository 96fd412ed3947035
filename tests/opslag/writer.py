"""A program that writes to a store, for tests that run several, and kill them."""

from multiprocessing.connection import Connection

from dossier.model import Dossier
from dossier.store import open_store


def count_up(url: str, token: str, by: str, acknowledged: Connection) -> None:
    """Save 2, 3, 4, ... without end, and tell of each number only when it is saved."""
    store = open_store(url)
    versie = store.open(token)
    number, base = versie.dossier.zaad, versie.versie
    while True:
        number += 1
        base = store.save(token, base, Dossier(zaad=number), by=by).versie
        acknowledged.send(number)


def weigh(url: str, token: str, kenmerken: list[str], base: int, done: Connection) -> None:
    """Give each kenmerk a weight, one by one, from a version that is soon older than what others save."""
    store = open_store(url)
    weights = {}
    for kenmerk in kenmerken:
        weights[kenmerk] = 50.0
        changed = Dossier.model_validate({"weging": {"invoer": {"schuiven": weights}}})
        saved = store.save(token, base, changed, by=kenmerk)
        assert not saved.clashes
    store.close()
    done.send(True)


def only_open(url: str, done: Connection) -> None:
    """Open the store, and with it make the database."""
    store = open_store(url)
    store.create(Dossier(), naam="", by="a")
    store.close()
    done.send(True)
