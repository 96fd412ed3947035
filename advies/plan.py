"""The plan: what has to be arranged now, what was agreed about it, and what has fallen away since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from advies.aandachtspunten import aandachtspunten_for
from advies.rangorde import Advies
from advies.risicos import risicos_for
from advies.taal import hoofdletter, kleine_letter, opsomming
from dossier.model import Dossier
from dossier.plan import own_actions
from dossier.uitvoering import PlanPunt
from handreiking.model import Handreiking

#: The group of the measures that the weighting and the demands of the region ask for; it is not one of the guide's.
MAATREGELEN: Final = "maatregelen"


@dataclass(frozen=True)
class Planregel:
    """A point of the plan: an aandachtspunt or a measure that applies, an own action, or a point that is parked."""

    id: str
    tekst: str
    groep: str
    #: vraag, actie or let_op as in the guide; maatregel; eigen for an action of the region's own.
    soort: str
    #: Why it applies; empty for an own action, and for what is parked.
    reden: str
    punt: PlanPunt

    @property
    def telt(self) -> bool:
        """Whether there is something left to do about it, or was."""
        return self.punt.status != "vervalt"

    def is_te_laat(self, vandaag: date) -> bool:
        return self.punt.eind is not None and self.punt.eind < vandaag and self.punt.status in ("te_doen", "bezig")


@dataclass(frozen=True)
class Stand:
    """How far the plan is, in numbers of points. What was dropped (vervalt) is counted apart."""

    punten: int
    verdeeld: int  # has an owner and a date
    klaar: int
    te_laat: int
    vervallen: int


@dataclass(frozen=True)
class Tijdregel:
    """A line of the timeline. With one date only, that is where it begins and ends."""

    nummer: int
    regel: Planregel
    begin: date
    eind: date


@dataclass(frozen=True)
class Plan:
    """Every point in the order of the guide, own actions last in their group; and what is parked."""

    regels: tuple[Planregel, ...]
    #: The actions of the region's own, in its own order.
    eigen: tuple[Planregel, ...]
    #: What something was agreed about and does not apply now.
    geparkeerd: tuple[Planregel, ...]
    #: The groups by id, as they are called: those of the guide, and the measures.
    groepen: Mapping[str, str]

    @property
    def groepen_voor_eigen(self) -> Mapping[str, str]:
        """The groups that an action of the region's own can be in."""
        return {id: naam for id, naam in self.groepen.items() if id != MAATREGELEN}

    def in_groep(self, groep: str) -> tuple[Planregel, ...]:
        return tuple(regel for regel in self.regels if regel.groep == groep)

    def stand(self, vandaag: date) -> Stand:
        counted = [regel for regel in self.regels if regel.telt]
        return Stand(
            punten=len(counted),
            verdeeld=sum(bool(regel.punt.eigenaar and (regel.punt.begin or regel.punt.eind)) for regel in counted),
            klaar=sum(regel.punt.status == "klaar" for regel in counted),
            te_laat=sum(regel.is_te_laat(vandaag) for regel in counted),
            vervallen=len(self.regels) - len(counted),
        )

    def tijdlijn(self) -> tuple[Tijdregel, ...]:
        """What has a date and still counts, first what begins first."""
        dated = [
            (begin, eind, regel)
            for regel in self.regels
            if regel.telt
            and (begin := regel.punt.begin or regel.punt.eind)
            and (eind := regel.punt.eind or regel.punt.begin)
        ]
        dated.sort(key=lambda found: found[:2])
        return tuple(Tijdregel(n, regel, begin, eind) for n, (begin, eind, regel) in enumerate(dated, start=1))


def plan_for(handreiking: Handreiking, dossier: Dossier, advies: Advies | None) -> Plan:
    """The plan as it is now.

    Parameters
    ----------
    advies : Advies or None
        Without it, when nothing is weighed, no aandachtspunt is known to apply: then all that was agreed is parked.
    """
    held = {punt.id: punt for punt in dossier.plan}
    eigen = tuple(
        Planregel(punt.id, punt.tekst or "", punt.groep or "", "eigen", "", punt) for punt in own_actions(dossier)
    )
    reasons = dict(_reasons(handreiking, dossier, advies)) if advies else {}
    every = {
        regel.id: replace(regel, reden=reasons.get(regel.id, ""), punt=held.get(regel.id, regel.punt))
        for regel in _points(handreiking)
    }
    points = [every[id] for id in every if id in reasons]
    groepen = {id: groep.naam for id, groep in handreiking.aandachtspunten.groepen.items()}
    groepen[MAATREGELEN] = "Maatregelen bij uw weging en uw eisen"
    regels = [regel for groep in groepen for regel in (*_of(points, groep), *_of(eigen, groep))]
    geparkeerd = tuple(regel for id, regel in every.items() if id not in reasons and not regel.punt.is_leeg)
    return Plan(tuple(regels), eigen, geparkeerd, groepen)


def _points(handreiking: Handreiking) -> Iterator[Planregel]:
    """Every point that a plan can have but for own actions, with nothing agreed yet."""
    for id, punt in handreiking.aandachtspunten.aandachtspunten.items():
        yield Planregel(id, punt.tekst, punt.groep, punt.soort, "", PlanPunt(id=id))
    for id, maatregel in handreiking.randvoorwaarden.maatregelen.items():
        yield Planregel(id, f"{hoofdletter(maatregel.naam)}.", MAATREGELEN, "maatregel", "", PlanPunt(id=id))


def _reasons(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> Iterator[tuple[str, str]]:
    """Each point that applies now, with why: the change of vorm, or the weighting and the demands."""
    yield from ((item.id, item.reden) for item in aandachtspunten_for(handreiking, dossier, advies))
    asked: dict[str, list[str]] = {}
    for risico in risicos_for(handreiking, dossier, advies):
        for middel in risico.middelen:
            asked.setdefault(middel.id, []).append(f"“{kleine_letter(risico.kop)}”")
    yield from ((id, f"Dit hoort bij {opsomming(heads)}.") for id, heads in asked.items())


def _of(regels: Iterable[Planregel], groep: str) -> list[Planregel]:
    return [regel for regel in regels if regel.groep == groep]
