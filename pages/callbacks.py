"""Callbacks that are not broken off half-way.

Streamlit breaks a callback off at any touch of the session when something newer waits, and does not come back to it:
who moves two sliders quickly on a slow server would lose the first.
"""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from streamlit.runtime.scriptrunner import RerunException

P = ParamSpec("P")

#: Far more than the newer things that can come in while one callback runs.
TRIES = 20


class _Progress(threading.local):
    """How far the callback of this thread is: whether what it is for was carried out."""

    carried_out = False


_progress = _Progress()


def whole(callback: Callable[P, object]) -> Callable[P, None]:
    """A callback that is begun again when it was broken off, until what it is for was carried out; then the newer
    thing goes on.
    """

    @wraps(callback)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        newer: RerunException | None = None
        for _ in range(TRIES):
            _progress.carried_out = False
            try:
                callback(*args, **kwargs)
                break
            except RerunException as waiting:
                newer = waiting
                if _progress.carried_out:
                    break
        if newer is not None:
            raise newer

    return run


def carried_out() -> None:
    """What the callback is for was done, and is not to be done twice."""
    _progress.carried_out = True


def to_the_end(job: Callable[[], None]) -> None:
    """Do something small with the session that may be done twice; broken off, it is done again first."""
    try:
        job()
    except RerunException:
        job()
        raise
