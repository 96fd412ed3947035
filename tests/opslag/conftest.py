"""A store of each kind, opened and closed for one test."""

from collections.abc import Iterator

import pytest

from dossier.store import Store, open_store


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    # Short of patience, for the tests in which something is in the way.
    store = open_store(database_url, patience=0.5)
    yield store
    store.close()
