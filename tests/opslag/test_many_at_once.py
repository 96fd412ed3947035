"""Many write at once, from threads and from other programs, some are killed, and no acknowledged change is lost."""

import multiprocessing
import random
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from dossier.model import Dossier
from dossier.store import Store, open_store
from tests.opslag import writer

# Forked from one small process that has the imports done: quick, and without the threads of this one.
PROGRAMS = multiprocessing.get_context("forkserver")
PROGRAMS.set_forkserver_preload(["tests.opslag.writer"])
#: Seconds after which a program hangs rather than works.
HANGS = 60.0


def started(job: Callable[..., None], *arguments: Any) -> tuple[BaseProcess, Connection]:
    """Another program at work, and what it tells."""
    told, tells = PROGRAMS.Pipe(duplex=False)
    program = PROGRAMS.Process(target=job, args=(*arguments, tells))
    program.start()
    tells.close()
    return program, told


def test_threads_that_save_at_once_lose_nothing(database_url: str) -> None:
    store = open_store(database_url)
    made = store.create(Dossier(), naam="", by="a")
    faults: list[BaseException] = []

    def weigh(thread: int) -> None:
        weights = {}
        try:
            for number in range(10):
                weights[f"k{thread}-{number}"] = 50.0
                changed = Dossier.model_validate({"weging": {"invoer": {"schuiven": weights}}})
                store.save(str(made.bewerk_token), 1, changed, by=str(thread))
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=weigh, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    opened = store.open(made.lees_token)
    assert set(opened.dossier.weging.invoer.schuiven) == {f"k{t}-{n}" for t in range(8) for n in range(10)}
    assert [version.nummer for version in store.history(made.lees_token)] == list(range(81, 0, -1))
    store.close()


def test_two_programs_that_save_at_once_lose_nothing(store: Store, database_url: str) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    names = [[f"k{program}-{number}" for number in range(30)] for program in range(2)]
    programs = [started(writer.weigh, database_url, token, part, 1) for part in names]
    for program, told in programs:
        assert told.poll(HANGS)
        assert told.recv()
        program.join()
    opened = store.open(token)
    assert set(opened.dossier.weging.invoer.schuiven) == {name for part in names for name in part}
    assert opened.versie == 61


def test_servers_that_start_at_once_make_one_database(database_url: str) -> None:
    programs = [started(writer.only_open, database_url) for _ in range(4)]
    for program, told in programs:
        assert told.poll(HANGS)
        assert told.recv()
        program.join()


def test_a_program_that_is_killed_while_it_saves_keeps_every_change_it_acknowledged(
    store: Store, database_url: str
) -> None:
    token = str(store.create(Dossier(), naam="", by="a").bewerk_token)
    moments = random.Random(3)
    acknowledged = 1
    for _ in range(50):
        program, told = started(writer.count_up, database_url, token, "a")
        assert told.poll(HANGS)
        acknowledged = told.recv()
        program.join(moments.uniform(0, 0.05))  # it never ends by itself
        program.kill()
        program.join()
        try:
            while True:  # what it told until it was killed
                acknowledged = told.recv()
        except EOFError:
            pass
        opened = store.open(token)
        # One more may have been saved than there was time to tell of.
        assert opened.dossier.zaad - acknowledged in (0, 1)
        assert opened.versie == opened.dossier.zaad
    assert all(version.change == {"zaad": (version.nummer - 1, version.nummer)} for version in store.since(token, 2))
    assert store.at(token, 1) == Dossier()
