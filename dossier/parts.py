"""A dossier in parts: the smallest pieces that two people can change apart, and what follows from that.

A part has a name ("weging.zekerheid", "randvoorwaarden.RV-02") and a value as JSON has it. Only what
differs from an empty dossier is a part, so a change, a merge and a step back are all about few parts.
A list of things with a name, and a block of named values, has a part per name; what follows the name of
the list is that name as it is, dots and all.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from dossier.model import Aanpassing, Dossier, EigenKenmerk, EigenVorm, GekozenRandvoorwaarde, Gemeente, natural_order
from dossier.uitvoering import Bedrag, PlanPunt, Team

Json: TypeAlias = Any
Parts: TypeAlias = dict[str, Json]
#: Part -> (old, new); None where it is absent.
Change: TypeAlias = Mapping[str, tuple[Json | None, Json | None]]

#: What an item of a list is called. Two gemeenten whose names differ in capitals only are the same one.
_NAME_OF: Mapping[type, Callable[[Any], str]] = {
    Gemeente: lambda gemeente: gemeente.naam.casefold(),
    GekozenRandvoorwaarde: lambda keuze: keuze.id,
    Aanpassing: lambda a: f"{quote(a.kenmerk, safe=' ')}|{a.vorm}",
    EigenKenmerk: lambda kenmerk: kenmerk.id,
    EigenVorm: lambda vorm: vorm.id,
    PlanPunt: lambda punt: punt.id,
    Bedrag: lambda bedrag: f"{quote(bedrag.gemeente.casefold(), safe=' ')}|{bedrag.soort}",
    Team: lambda team: team.gemeente.casefold(),
    str: lambda text: text,
}


@dataclass(frozen=True)
class Clash:
    """One part that two people gave different values, or that no longer fits what the other did."""

    part: str
    base: Json | None
    mine: Json | None
    theirs: Json | None


@dataclass(frozen=True)
class Merged:
    """Two people's work put together; where it clashes, `theirs` stands in the dossier."""

    dossier: Dossier
    clashes: tuple[Clash, ...] = ()


def parts(dossier: Dossier) -> Parts:
    """The dossier taken apart; an empty dossier has no parts."""
    return {name: value for name, value in _pieces(dossier) if name not in EMPTY or EMPTY[name] != value}


def from_parts(parts: Parts) -> Dossier:
    """The inverse of `parts`.

    Raises
    ------
    pydantic.ValidationError
        When the parts do not fit together, or are not parts of a dossier.
    """
    document: dict[str, Any] = {}
    for name in sorted(parts, key=natural_order):
        place = next((place for place in _COLLECTIONS if name.startswith(f"{place}.")), None)
        known = place or name in EMPTY
        *path, last = (place or name).split(".") if known else [name]  # left as it is, an unknown part is refused
        block = document
        for step in path:
            block = block.setdefault(step, {})
        if place is None:
            block[last] = parts[name]
        elif _COLLECTIONS[place] is list:
            block.setdefault(last, []).append(parts[name])
        else:
            block.setdefault(last, {})[name.removeprefix(f"{place}.")] = parts[name]
    return Dossier.model_validate(document)


def change_between(before: Dossier, after: Dossier) -> Change:
    """What turns one dossier into the other."""
    return difference(parts(before), parts(after))


def difference(before: Parts, after: Parts) -> Change:
    """What turns one set of parts into the other."""
    names = sorted(before.keys() | after.keys(), key=natural_order)
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


def inverse(change: Change) -> Change:
    return {part: (new, old) for part, (old, new) in change.items()}


def apply(dossier: Dossier, change: Change) -> Dossier:
    """The dossier with every part of a change at its new value, whatever it was before.

    Raises
    ------
    pydantic.ValidationError
        When that does not make a dossier.
    """
    return from_parts(applied(parts(dossier), change))


def applied(parts: Parts, change: Change) -> Parts:
    """The same on parts, without a check."""
    result = {name: value for name, value in parts.items() if name not in change}
    return result | {name: new for name, (_, new) in change.items() if new is not None}


def merge(base: Dossier, mine: Dossier, theirs: Dossier) -> Merged:
    """Put together what two people made of the same dossier, part by part."""
    merged, clashes = merge_parts(parts(base), parts(mine), parts(theirs))
    return Merged(from_parts(merged), clashes)


def merge_parts(base: Parts, mine: Parts, theirs: Parts) -> tuple[Parts, tuple[Clash, ...]]:
    """The same on parts; `theirs` must be those of a valid dossier, and so is the result."""
    change, other = difference(base, mine), difference(base, theirs)
    clashing = {name for name in change.keys() & other.keys() if change[name] != other[name]}
    while True:
        merged = applied(theirs, {name: step for name, step in change.items() if name not in clashing})
        misfits = _misfits(merged, change, mine, theirs) - clashing
        if not misfits:
            break
        clashing |= misfits
    clashes = (
        Clash(name, base.get(name), mine.get(name), theirs.get(name)) for name in sorted(clashing, key=natural_order)
    )
    return merged, tuple(clashes)


def _misfits(merged: Parts, change: Change, mine: Parts, theirs: Parts) -> set[str]:
    """The parts because of which merged parts do not fit together, though those of either side do."""
    known = _dangling(mine) | _dangling(theirs)
    if dangling := _dangling(merged) - known:
        return {part for pair in dangling for part in pair}
    try:
        from_parts(merged)
    except ValidationError as error:
        # A list that became too long: who came last has to choose what to leave out.
        places = {".".join(step for step in item["loc"] if isinstance(step, str)) for item in error.errors()}
        involved = {name for name in change if any(name.startswith(f"{place}.") for place in places)}
        return involved or set(change)
    return set()


#: What a region adds itself is referred to by its id. That the guide's own ids exist is checked elsewhere.
_OWN_ID = re.compile(r"E[KRV]-\d{1,3}")
_OWN_PLACE = {"EK": "eigen_kenmerken", "ER": "randvoorwaarden", "EV": "eigen_vormen"}


def _dangling(parts: Parts) -> set[tuple[str, str]]:
    """Each part that refers to something of the region's own that is not there, with what is not there."""
    return {
        (name, place)
        for name, value in parts.items()
        for id in _own_ids([re.split(r"[.|]", name), value])
        if (place := f"{_OWN_PLACE[id[:2]]}.{id}") not in parts
    }


def _own_ids(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        if _OWN_ID.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _own_ids(key)
            yield from _own_ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _own_ids(item)


def _pieces(block: BaseModel, place: str = "") -> Iterator[tuple[str, Json]]:
    for field in type(block).model_fields:
        name, value = f"{place}{field}", getattr(block, field)
        if isinstance(value, BaseModel):
            yield from _pieces(value, f"{name}.")
        elif isinstance(value, Mapping):
            yield from ((f"{name}.{key}", _json(item)) for key, item in value.items())
        elif isinstance(value, tuple):
            yield from ((f"{name}.{_NAME_OF[type(item)](item)}", _json(item)) for item in value)
        else:
            yield name, value


def _json(value: object) -> Json:
    return value.model_dump(mode="json", exclude_none=True) if isinstance(value, BaseModel) else value


def _collections(block: BaseModel, place: str = "") -> Iterator[tuple[str, type]]:
    for field in type(block).model_fields:
        name, value = f"{place}{field}", getattr(block, field)
        if isinstance(value, BaseModel):
            yield from _collections(value, f"{name}.")
        elif isinstance(value, Mapping | tuple):
            yield name, list if isinstance(value, tuple) else dict


#: What each part that is not in a list or block is, when absent.
EMPTY: Mapping[str, Json] = MappingProxyType(dict(_pieces(Dossier())))
_COLLECTIONS: Mapping[str, type] = MappingProxyType(dict(_collections(Dossier())))
