"""What a region enters in each way of weighing, for tests."""

from itertools import combinations
from typing import Any

from advies.matrix import Weegbaar, matrix_for
from dossier.model import Dossier, pair_of
from handreiking.load import load_handreiking

GUIDE = load_handreiking()
IDS = list(GUIDE.kenmerken)
KENMERKEN: tuple[Weegbaar, ...] = matrix_for(GUIDE, Dossier()).kenmerken


def region(methode: str, value: Any, **more: Any) -> Dossier:
    """A region that weighed in one way, which counts."""
    return Dossier.model_validate({"weging": {"methode": methode, "invoer": {methode: value}, **more}})


def pairs(weights: dict[str, int]) -> dict[str, int]:
    """Answers about all pairs that agree with these weights, of which each must divide each larger one."""
    answers = {}
    for one, other in combinations(weights, 2):
        name = pair_of(one, other)
        first, second = (weights[id] for id in name.split("|"))
        answers[name] = first // second if first >= second else -(second // first)
    return answers


def ends(weights: dict[str, int]) -> dict[str, Any]:
    """Answers about the best and the worst that agree with these weights; of equals, the first is taken."""
    best, worst = max(weights, key=weights.__getitem__), min(weights, key=weights.__getitem__)
    return {
        "beste": best,
        "slechtste": worst,
        "beste_boven": {id: weights[best] // weights[id] for id in weights if id != best},
        "boven_slechtste": {id: weights[id] // weights[worst] for id in weights if id not in (best, worst)},
    }


def statements(*keuzes: str, **extra: bool) -> dict[str, Any]:
    """Answers to the statements in the order of the guide; by name those that are extra important."""
    given = {id: {"keuze": keuze, "extra": extra.get(id, False)} for id, keuze in zip(IDS, keuzes, strict=False)}
    return {"stellingen": given}
