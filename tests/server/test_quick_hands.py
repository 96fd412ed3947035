"""Whoever is quicker than the server loses nothing: each thing that was touched is stored as it was left."""

import random
import time

from dossier.model import Dossier
from dossier.store import open_store
from handreiking.model import Handreiking
from tests.conftest import Server
from tests.protocol import sliders

ROUNDS = 6


def test_sliders_moved_without_waiting_are_all_stored(server: Server, guide: Handreiking) -> None:
    """Streamlit breaks off what it is doing when something newer comes in, also in the middle of storing a change."""
    store = open_store(f"sqlite:///{server.database}")
    opened = store.create(Dossier(), naam="", by="proef")
    moments = random.Random(4)
    assert opened.bewerk_token is not None
    with sliders(server, opened.bewerk_token) as hands:
        hands.look()
        assert len(hands.ids) == 6
        for round in range(ROUNDS):
            moved = {place: float(5 * moments.randint(1, 20)) for place in range(6)}
            for place, value in moved.items():
                hands.move(place, value)
                time.sleep(moments.uniform(0, 0.03))
            hands.settle()
            kept = store.open(opened.lees_token).dossier.weging.invoer.schuiven
            assert [kept[kenmerk] for kenmerk in guide.kenmerken] == list(moved.values()), f"ronde {round + 1}"
            hands.look()
    store.close()
