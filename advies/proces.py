"""Who does which step of the process and who pays what, now and in the chosen vorm, and what changes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from advies.matrix import Optie
from advies.taal import hoofdletter, opsomming
from dossier.model import Afspraak, Dossier
from handreiking.model import Baan, Betaling, Handreiking, Niveau, Uitvoerder

Herkomst = Literal["genoemd", "afgeleid", "niet_genoemd", "ingevuld"]
#: `misschien`: nobody says which of several parties it is, or two names may stand for the same party.
Verandering = Literal["gelijk", "verandert", "misschien", "nieuw", "vervalt", "onbekend"]
Kant = Literal["nu", "straks"]

#: The step that the region's answer on the beschikking is about.
BESCHIKKING = "5"


@dataclass(frozen=True)
class Deel:
    """One side of a step or cost: who, where that comes from, and the parties it stands for."""

    wie: str
    herkomst: Herkomst
    banen: tuple[Baan, ...] = ()
    onbepaald: bool = False

    @property
    def bekend(self) -> bool:
        return self.herkomst != "niet_genoemd"


NIET_GENOEMD = Deel("niet genoemd", "niet_genoemd")
#: Of a region that did not say how access is organised now.
NIET_INGEVULD = Deel("nog niet ingevuld", "niet_genoemd")
#: Of a cost that only vormen with an expert team tell apart from the rest.
NIET_APART = Deel("niet apart genoemd", "niet_genoemd")
#: The cost that is not there at all without such a team.
EXPERTISETEAM = "expertiseteam"

_BESCHIKKING: Mapping[Niveau, Deel] = {
    "lokaal": Deel("de gemeente zelf", "ingevuld", ("lokaal",)),
    "regionaal": Deel("één plek in de regio", "ingevuld", ("regio",)),
    "per_gemeente": Deel("verschilt per gemeente", "ingevuld", ("lokaal", "regio")),
}


@dataclass(frozen=True)
class Regel:
    """A step or a cost, now and then; a side is None where that vorm does not have it."""

    id: str
    naam: str
    nu: Deel | None
    straks: Deel | None
    verandering: Verandering


@dataclass(frozen=True)
class Vergelijking:
    """The whole process and who pays, of two vormen beside each other."""

    stappen: tuple[Regel, ...]
    kosten: tuple[Regel, ...]

    @property
    def kop(self) -> str:
        """How many steps change hands, in one or two sentences."""
        return _headline(self.stappen)


def compare(handreiking: Handreiking, dossier: Dossier, nu: Optie | None, straks: Optie) -> Vergelijking:
    """Lay two vormen beside each other.

    Parameters
    ----------
    nu : Optie or None
        The present vorm; None when the region did not say which one. Then nothing is known of now.
    straks : Optie
        The chosen vorm. One of the region's own has nothing in the guide: all is for the region to fill in.
    """
    before = _steps(handreiking, dossier, nu, "nu") if nu else None
    after = _steps(handreiking, dossier, straks, "straks")
    same = nu == straks
    steps = [
        _line(id, stap.naam, before.get(id) if before else NIET_INGEVULD, after.get(id), same=same)
        for id, stap in handreiking.varianten.processtappen.items()
        if id in after or (before and id in before)
    ]
    paid, to_pay = _costs(handreiking, nu) if nu else {}, _costs(handreiking, straks)
    costs = [
        _line(wat, hoofdletter(wat), _cost(wat, paid) if nu else NIET_INGEVULD, _cost(wat, to_pay), same=same)
        for wat in _in_order(handreiking, {**paid, **to_pay})
    ]
    return Vergelijking(tuple(steps), tuple(costs))


def te_vullen(handreiking: Handreiking, optie: Optie) -> tuple[str, ...]:
    """The steps of a vorm of which the guide does not say who does them, or only by inference."""
    steps = _guide_steps(handreiking, optie)
    return tuple(id for id in handreiking.varianten.processtappen if id in steps and steps[id].status != "genoemd")


def _guide_steps(handreiking: Handreiking, optie: Optie) -> Mapping[str, Uitvoerder]:
    if vorm := handreiking.vormen.get(optie.id):
        return vorm.stappen
    unknown = Uitvoerder(wie=NIET_GENOEMD.wie, status="niet_genoemd")
    return {id: unknown for id in handreiking.varianten.processtappen if id.isdigit()}


def _steps(handreiking: Handreiking, dossier: Dossier, optie: Optie, kant: Kant) -> dict[str, Deel]:
    agreed: Mapping[str, Afspraak] = getattr(dossier.proces, kant)
    issued: Niveau | None = getattr(dossier.beschikking, kant)
    found = {}
    for id, doer in _guide_steps(handreiking, optie).items():
        own = agreed.get(id) if doer.status != "genoemd" else None
        if own:
            found[id] = Deel(own.wie, "ingevuld", (own.baan,) if own.baan else ())
        elif id == BESCHIKKING and issued and doer.status != "genoemd":
            found[id] = _BESCHIKKING[issued]
        else:
            found[id] = Deel(doer.wie, doer.status, doer.banen, doer.onbepaald)
    return found


def _costs(handreiking: Handreiking, optie: Optie) -> dict[str, Deel]:
    vorm = handreiking.vormen.get(optie.id)
    if vorm:
        return {b.wat: Deel(b.wie, b.status, onbepaald=b.onbepaald) for b in vorm.betaling}
    has_team = optie.inrichting.expertiseteam != "geen"
    return dict.fromkeys(_kinds(handreiking, expert_team=has_team), NIET_GENOEMD)


def _cost(wat: str, costs: Mapping[str, Deel]) -> Deel | None:
    return costs.get(wat) or (None if wat == EXPERTISETEAM else NIET_APART)


def _kinds(handreiking: Handreiking, *, expert_team: bool) -> list[str]:
    """The costs that the guide tells apart, for a vorm with or without an expert team."""
    payments: list[Betaling] = [
        betaling
        for vorm in handreiking.vormen.values()
        if (vorm.inrichting.expertiseteam != "geen") == expert_team
        for betaling in vorm.betaling
    ]
    return list(dict.fromkeys(betaling.wat for betaling in payments))


def _in_order(handreiking: Handreiking, kinds: Mapping[str, Deel]) -> list[str]:
    """With an expert team the guide tells most costs apart, so their order is that of such a vorm."""
    order = [*_kinds(handreiking, expert_team=True), *_kinds(handreiking, expert_team=False)]
    return sorted(kinds, key=order.index)


def _line(id: str, naam: str, nu: Deel | None, straks: Deel | None, *, same: bool) -> Regel:
    return Regel(id, naam, nu, straks, _change(nu, straks, same=same))


def _change(nu: Deel | None, straks: Deel | None, *, same: bool) -> Verandering:
    if nu is None:
        return "nieuw"
    if straks is None:
        return "vervalt" if nu != NIET_INGEVULD else "onbekend"
    filled = "ingevuld" in (nu.herkomst, straks.herkomst)
    if same and not filled:
        return "gelijk"
    if not nu.bekend or not straks.bekend:
        return "onbekend"
    alike = nu.wie.casefold() == straks.wie.casefold() and nu.banen == straks.banen
    if nu.onbepaald or straks.onbepaald:
        apart = nu.banen and straks.banen and not set(nu.banen) & set(straks.banen)
        return "verandert" if apart else "misschien"
    if alike:
        return "gelijk"
    # The region's words and ours for one party can differ while the party is the same.
    return "misschien" if filled and (nu.banen == straks.banen or not (nu.banen and straks.banen)) else "verandert"


def _headline(steps: tuple[Regel, ...]) -> str:
    if all(line.nu == NIET_INGEVULD for line in steps):
        return "U vulde bij Regio nog niet in hoe u de toegang nu regelt. Daarom is niet te zeggen wat er verandert."
    count = Counter(line.verandering for line in steps)
    if count["gelijk"] == len(steps):
        return "Bij elke stap blijft gelijk wie het werk doet."
    moved = count["verandert"]
    first = f"Bij {moved} van de {len(steps)} stappen verandert wie het werk doet."
    if not moved:
        first = "Van geen enkele stap is zeker dat een ander hem gaat doen."
    more = [
        f"{_counted(number)} {one if number == 1 else many}"
        for number, one, many in (
            (count["nieuw"], "komt erbij", "komen erbij"),
            (count["vervalt"], "vervalt", "vervallen"),
        )
        if number
    ]
    unsure = count["misschien"] + count["onbekend"]
    rest = f"Bij {_counted(unsure)} is dat nog niet te zeggen." if unsure else ""
    return " ".join(part for part in (first, f"{opsomming(more)}." if more else "", rest) if part)


def _counted(number: int) -> str:
    return f"{number} {'stap' if number == 1 else 'stappen'}"
