"""Every case in tests/gevallen/rangorde.yaml, through the one public door of the advice."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from advies.rangorde import advise
from dossier.check import misfits
from dossier.model import Dossier
from handreiking.model import Handreiking

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "gevallen" / "rangorde.yaml").read_text(encoding="utf-8")
)
CHECKS = {
    "naam",
    "dossier",
    "eerste",
    "beste_vorm",
    "oordeel",
    "gewichten",
    "waarden",
    "afgevallen",
    "niet_gerangschikt",
    "plaatsen",
    "steun",
}


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_case(guide: Handreiking, case: dict[str, Any]) -> None:
    assert set(case) <= CHECKS
    dossier = Dossier.model_validate(case["dossier"])
    assert not list(misfits(dossier, guide))
    advies = advise(guide, dossier)
    if "eerste" in case:
        assert advies.hoofdvarianten[0].id == case["eerste"]
        assert advies.hoofdvarianten[0].rang == 1
    if "beste_vorm" in case:
        assert advies.beste is not None
        assert advies.beste.optie.id == case["beste_vorm"]
    if "oordeel" in case:
        assert advies.oordeel == case["oordeel"]
    for id, weight in case.get("gewichten", {}).items():
        assert advies.gewichten[id] == pytest.approx(weight, abs=1e-6)
    for id, value in case.get("waarden", {}).items():
        assert advies.vorm(id).waarde == pytest.approx(value, abs=1e-4)
    if "afgevallen" in case:
        out = {vorm.optie.id for vorm in advies.vormen if vorm.uitgesloten_door}
        assert out == set(case["afgevallen"])
        assert all(advies.vorm(id).rang is None for id in out)
    for id, place in case.get("plaatsen", {}).items():
        assert advies.vorm(id).rang == place
    for id, support in case.get("steun", {}).items():
        assert advies.matrix.cellen[id, "deskundigheid"].steun == support
    if "niet_gerangschikt" in case:
        assert advies.matrix.niet_gerangschikt == set(case["niet_gerangschikt"])
