"""A dossier as a region would enter it, in one line of a test."""

from collections.abc import Callable
from typing import Any

import pytest

from dossier.check import misfits
from dossier.model import Dossier
from handreiking.model import Handreiking

MakeDossier = Callable[..., Dossier]


@pytest.fixture
def dossier(guide: Handreiking) -> MakeDossier:
    def make(schuiven: dict[str, float] | None = None, **parts: Any) -> Dossier:
        if schuiven is not None:
            parts["weging"] = {"invoer": {"schuiven": schuiven}} | parts.get("weging", {})
        made = Dossier.model_validate(parts)
        assert not list(misfits(made, guide))
        return made

    return make
