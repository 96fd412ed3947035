"""What the weighting of a region adds to the aandachtspunten: weak places that weigh heavily, demands with a measure.

A kenmerk weighs heavily when it has more than an equal share of the weight of all kenmerken. A score is low when its
mean reading lies below the middle of the scale. Both are our own rule, and the screen says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from advies.aandachtspunten import chosen_optie
from advies.matrix import Optie
from advies.oordeel import GELIJK
from advies.rangorde import Advies
from advies.taal import getal, kleine_letter, procent
from dossier.model import Dossier
from handreiking.model import SCHAAL_HOOG, SCHAAL_LAAG, Basis, Handreiking, Randvoorwaarde

#: The middle of the scale, in points from 0 to 100.
MIDDEN = 50.0

Soort = Literal["kenmerk", "eis", "bemensing", "altijd"]


@dataclass(frozen=True)
class Middel:
    """A measure that may help, and which claims or demand name it."""

    id: str
    naam: str
    basis: Basis
    genoemd_bij: tuple[str, ...]


@dataclass(frozen=True)
class Risico:
    """Something that the chosen vorm asks extra attention for, with where that comes from.

    `zinnen` say what it is with the region's own numbers, `waarom` what carries it, and `herkomst` where it comes from.
    """

    soort: Soort
    id: str
    kop: str
    zinnen: tuple[str, ...]
    waarom: tuple[str, ...]
    beweringen: tuple[str, ...]
    middelen: tuple[Middel, ...]
    herkomst: str

    @property
    def maatregelen(self) -> tuple[str, ...]:
        return tuple(middel.id for middel in self.middelen)

    @property
    def slot(self) -> str:
        """What to say of measures when there is nothing to list from the guide."""
        if any(middel.basis == "handreiking" for middel in self.middelen):
            return ""
        if self.soort == "kenmerk":
            return "De handreiking noemt hiervoor geen maatregel."
        return "" if self.middelen else "Er is hiervoor geen maatregel genoemd. Bedenk zelf wat nodig is."


def risicos_for(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> tuple[Risico, ...]:
    """What weighting and demands add for the chosen vorm: heaviest kenmerk first, then the demands of the region."""
    straks = chosen_optie(dossier, advies)
    if straks is None:
        return ()
    return (
        *sorted(_kenmerken(handreiking, advies, straks), key=lambda risico: -advies.gewichten[risico.id]),
        *_eisen(handreiking, advies, straks),
        *_given(handreiking, dossier, straks),
    )


def heavy(advies: Advies) -> tuple[str, ...]:
    """The kenmerken with more than an equal share of the weight of all kenmerken."""
    weights = {kenmerk.id: advies.gewichten[kenmerk.id] for kenmerk in advies.matrix.kenmerken}
    equal = sum(weights.values()) / len(weights)
    return tuple(id for id, weight in weights.items() if weight > equal + GELIJK)


def _kenmerken(handreiking: Handreiking, advies: Advies, straks: Optie) -> Iterator[Risico]:
    for id in heavy(advies):
        if advies.waarden[straks.id, id] < MIDDEN - GELIJK:
            yield _kenmerk(handreiking, advies, straks, id)


def _kenmerk(handreiking: Handreiking, advies: Advies, straks: Optie, id: str) -> Risico:
    kenmerk, cel = advies.matrix.kenmerk(id), advies.matrix.cellen[straks.id, id]
    known = handreiking.kenmerken[id].beweringen if id in handreiking.kenmerken else {}
    claims = {claim: known[claim] for claim in cel.op_grond_van}
    against = {claim: b for claim, b in claims.items() if b.richting == "ongunstig"}
    # What the guide offers as a help stands in a claim of its own beside the ones that it helps against.
    naming = against | {claim: b for claim, b in claims.items() if b.soort == "maatregel"}
    measures = dict.fromkeys(m for b in naming.values() for m in b.maatregelen)
    weight, score = procent(advies.gewichten[id]), getal(cel.gemiddeld, 1)
    return Risico(
        "kenmerk",
        id,
        f"{kenmerk.naam} weegt zwaar, en juist daar scoort uw keuze laag",
        (
            f"Dit kenmerk weegt bij u voor {weight} mee.",
            f"Uw keuze krijgt er gemiddeld {score} op een schaal van {SCHAAL_LAAG} tot {SCHAAL_HOOG}.",
            *((f"Dat is uw eigen score. {cel.waarom}".rstrip(),) if cel.is_eigen else ()),
        ),
        tuple(b.tekst for b in against.values()),
        tuple(against),
        tuple(_middel(handreiking, m, tuple(c for c, b in naming.items() if m in b.maatregelen)) for m in measures),
        "Dit volgt uit uw weging.",
    )


def _eisen(handreiking: Handreiking, advies: Advies, straks: Optie) -> Iterator[Risico]:
    for eis in advies.eisen:
        toets, kind = eis.toetsen[straks.id], "harde" if eis.hard else "zachte"
        met = toets.oordeel == "met_maatregel"
        if not met and (eis.hard or toets.oordeel != "voldoet_niet"):
            continue  # a hard demand that is not met at all excludes the vorm, which is said where it is chosen
        yield Risico(
            "eis",
            eis.id,
            f"Uw {kind} eis: {kleine_letter(eis.naam)}",
            (f"Uw keuze voldoet {'alleen met een maatregel' if met else 'hier niet aan'}.",),
            (toets.reden,),
            (),
            tuple(_middel(handreiking, m, (eis.id,)) for m in toets.maatregelen),
            f"Dit volgt uit uw {kind} eis.",
        )


def _given(handreiking: Handreiking, dossier: Dossier, straks: Optie) -> Iterator[Risico]:
    """What holds without a choice: who staffs the expert team, and what the law asks."""
    for id, eis in handreiking.randvoorwaarden.randvoorwaarden.items():
        extra = eis.maatregel_bij_gekozen_vorm
        if extra and (straks.id in extra.vormen or (eis.sluit_bemensing_uit and _own_team(straks))):
            clash = eis.sluit_bemensing_uit in dossier.bemensing
            chosen = "U koos voor mensen van zorgaanbieders in het expertiseteam. Dat past hier niet bij."
            yield Risico(
                "bemensing",
                id,
                eis.naam,
                (chosen if clash else "Let hierop als u het expertiseteam samenstelt.",),
                (eis.toelichting,),
                (),
                (_middel(handreiking, extra.maatregel, (id,)),),
                "Dit volgt uit de vorm die u kiest: die heeft een expertiseteam.",
            )
        if eis.gebruik == "altijd":
            reden, measures = _always(eis, straks)
            yield Risico(
                "altijd",
                id,
                eis.naam,
                (),
                (reden,),
                (),
                tuple(_middel(handreiking, m, (id,)) for m in measures),
                "Dit geldt altijd.",
            )


def _own_team(optie: Optie) -> bool:
    """Whether it is a vorm of the region's own with an expert team: our files name the vormen of the guide only."""
    return optie.is_eigen and optie.inrichting.expertiseteam != "geen"


def _always(eis: Randvoorwaarde, straks: Optie) -> tuple[str, tuple[str, ...]]:
    """Why it holds for this vorm and what it asks; of one of the region's own what it asks of every vorm."""
    if judged := next((oordeel for oordeel in eis.oordelen if straks.id in oordeel.vormen), None):
        return judged.reden, judged.maatregelen
    first, *others = (oordeel.maatregelen for oordeel in eis.oordelen)
    shared = tuple(m for m in first if all(m in measures for measures in others))
    return "Dit geldt bij elke vorm, dus ook bij een eigen vorm van uw regio.", shared


def _middel(handreiking: Handreiking, id: str, named_at: tuple[str, ...]) -> Middel:
    measure = handreiking.randvoorwaarden.maatregelen[id]
    return Middel(id, measure.naam, measure.basis, named_at)
