"""What a screen said is saved is there after the server was killed, whatever it was doing."""

import random
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count

from websockets.exceptions import ConnectionClosed

from dossier.model import Dossier
from dossier.store import open_store
from tests.conftest import Server, StartServer
from tests.protocol import screen

KILLS = 50
#: Seconds of changes before the server goes; a change takes about 0.05, so that it goes at any moment of one.
STREAM = (0.05, 0.4)
PATIENCE = 5  # times that a screen may be asked for again


def test_every_change_that_was_acknowledged_outlives_the_server(start_server: StartServer) -> None:
    store = open_store(f"sqlite:///{start_server().database}")
    token = store.create(Dossier(), naam="", by="proef").bewerk_token
    assert token is not None
    moments, numbers = random.Random(50), count(1)
    acknowledged: list[str] = []
    sent = ""

    def warm() -> Server:
        """A server that has had its first visitor, who waits for the knowledge files, and leaves nothing behind."""
        server = start_server()
        with screen(server) as visitor:
            assert visitor.enter() == "Stap 1 van 5 · Nog niets opgeslagen"
        return server

    with ThreadPoolExecutor(2) as pool:  # the next ones start beside the one that is about to go, to save time
        coming = deque(pool.submit(warm) for _ in range(2))
        for _ in range(KILLS):
            server = coming.popleft().result()
            coming.append(pool.submit(warm))
            with screen(server, token) as visitor:
                # A busy machine may say "probeer het opnieuw" first, and that is what one does.
                found = next(filter(None, (visitor.enter() for _ in range(PATIENCE))), "")
                assert not sent or any(f" · {naam} · " in found for naam in (*acknowledged[-1:], sent))
                killer = threading.Timer(moments.uniform(*STREAM), server.kill)
                killer.start()
                with suppress(ConnectionClosed):
                    while True:
                        sent = f"Proef {next(numbers)}"
                        if visitor.enter(sent).startswith(f"Stap 1 van 5 · {sent} · Opgeslagen om"):
                            acknowledged.append(sent)
                killer.join()

    kept = [version.change["regio.naam"][1] for version in store.since(token, 1)]
    store.close()
    assert [naam for naam in kept if naam in set(acknowledged)] == acknowledged
    # What was on its way when a server went may be there or not; nothing else is.
    assert len(acknowledged) <= len(kept) <= len(acknowledged) + KILLS
    assert len(acknowledged) > KILLS, "te weinig wijzigingen om iets te laten zien"
