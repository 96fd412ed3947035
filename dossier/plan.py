"""Changes of the plan: what is agreed about a point, and the actions that a region adds, moves and removes itself."""

from collections.abc import Iterable
from itertools import pairwise
from random import SystemRandom

from dossier.model import Dossier, natural_order
from dossier.uitvoering import PlanPunt

#: Ids are drawn and not counted: two people who each add an action at once would both count to the same one.
_IDS = 999_999


def planpunt_of(dossier: Dossier, id: str) -> PlanPunt:
    """What was entered about a point; of an aandachtspunt that may be nothing yet."""
    return next((punt for punt in dossier.plan if punt.id == id), None) or PlanPunt(id=id)


def own_actions(dossier: Dossier) -> tuple[PlanPunt, ...]:
    """The actions of the region's own, in the order in which it put them."""
    return tuple(sorted((punt for punt in dossier.plan if punt.is_eigen), key=_place))


def with_planpunt(dossier: Dossier, punt: PlanPunt) -> Dossier:
    """Put on record what is agreed about a point; about nothing there is nothing to keep."""
    rest = (held for held in dossier.plan if held.id != punt.id)
    return _with(dossier, rest if punt.is_leeg else (*rest, punt))


def with_action(dossier: Dossier, tekst: str, groep: str) -> Dossier:
    """Add an action of the region's own, after the others."""
    held = own_actions(dossier)
    punt = PlanPunt(
        id=_drawn_id(punt.id for punt in held),
        tekst=tekst,
        groep=groep,
        volgorde=(held[-1].volgorde or 0.0) + 1 if held else 1.0,
    )
    return _with(dossier, (*dossier.plan, punt))


def without_planpunt(dossier: Dossier, id: str) -> Dossier:
    return _with(dossier, (punt for punt in dossier.plan if punt.id != id))


def moved(dossier: Dossier, id: str, steps: int) -> Dossier:
    """Move an action of the region's own: -1 is one place earlier, 1 one place later; never past the ends."""
    held = list(own_actions(dossier))
    place = next(i for i, punt in enumerate(held) if punt.id == id)
    punt = held.pop(place)
    target = min(max(place + steps, 0), len(held))
    before = held[target - 1].volgorde or 0.0 if target else 0.0
    after = held[target].volgorde or 0.0 if target < len(held) else before + 2
    held.insert(target, punt.model_copy(update={"volgorde": (before + after) / 2}))
    if not all(_order(one) < _order(other) for one, other in pairwise(held)):
        # No room between two numbers that are the same, or almost: then all are numbered anew.
        held = [punt.model_copy(update={"volgorde": float(n)}) for n, punt in enumerate(held, start=1)]
    return _with(dossier, (*(punt for punt in dossier.plan if not punt.is_eigen), *held))


def _order(punt: PlanPunt) -> float:
    return punt.volgorde or 0.0


def _place(punt: PlanPunt) -> tuple[float, object]:
    return _order(punt), natural_order(punt.id)


def _drawn_id(taken: Iterable[str]) -> str:
    used, draw = set(taken), SystemRandom()
    while (id := f"EA-{draw.randint(1, _IDS)}") in used:
        pass
    return id


def _with(dossier: Dossier, plan: Iterable[PlanPunt]) -> Dossier:
    return Dossier.model_validate(dict(dossier) | {"plan": tuple(plan)})
