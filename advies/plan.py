"""The plan: what has to be arranged now, what was agreed about it, and what has fallen away since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advies.aandachtspunten import aandachtspunten_for
from advies.rangorde import Advies
from dossier.model import Dossier
from dossier.plan import own_actions
from dossier.uitvoering import PlanPunt
from handreiking.model import Handreiking


@dataclass(frozen=True)
class Planregel:
    """A point of the plan: an aandachtspunt that applies, an action of the region's own, or a point that is parked."""

    id: str
    tekst: str
    groep: str
    #: vraag, actie or let_op as in the guide; eigen for an action of the region's own.
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
    #: The groups of the guide by id, as they are called.
    groepen: Mapping[str, str]

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
    applying = aandachtspunten_for(handreiking, dossier, advies) if advies else ()
    eigen = tuple(
        Planregel(punt.id, punt.tekst or "", punt.groep or "", "eigen", "", punt) for punt in own_actions(dossier)
    )
    points = [
        Planregel(
            item.id,
            item.punt.tekst,
            item.punt.groep,
            item.punt.soort,
            item.reden,
            held.get(item.id, PlanPunt(id=item.id)),
        )
        for item in applying
    ]
    groepen = {id: groep.naam for id, groep in handreiking.aandachtspunten.groepen.items()}
    regels = [regel for groep in groepen for regel in (*_of(points, groep), *_of(eigen, groep))]
    now = {item.id for item in applying}
    known = handreiking.aandachtspunten.aandachtspunten
    geparkeerd = tuple(
        Planregel(id, punt.tekst, punt.groep, punt.soort, "", held[id])
        for id, punt in known.items()
        if id in held and id not in now and not held[id].is_leeg
    )
    return Plan(tuple(regels), eigen, geparkeerd, groepen)


def _of(regels: Iterable[Planregel], groep: str) -> list[Planregel]:
    return [regel for regel in regels if regel.groep == groep]
