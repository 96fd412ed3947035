"""Deleting what nobody has touched for so long that it is no longer kept."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from dossier.database import NotSaved
from dossier.store import Store

_log = logging.getLogger(__name__)


async def clean_up_daily(store: Store, *, hour: int) -> None:
    """Clean up once at the start, for a server that is never on at night, and then every day at this hour (UTC)."""
    while True:
        await asyncio.to_thread(_clean_up, store)
        await asyncio.sleep(seconds_until(hour, datetime.now(UTC)))


def seconds_until(hour: int, now: datetime) -> float:
    """How long it is until the clock next strikes this hour."""
    today = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return ((today if today > now else today + timedelta(days=1)) - now).total_seconds()


def _clean_up(store: Store) -> None:
    try:
        if count := store.clean_up(datetime.now(UTC)):
            _log.info("Opgeruimd: %d dossiers", count)
    except NotSaved as error:  # tomorrow is another day
        _log.warning("Opruimen is niet gelukt: %s", error.reason)
