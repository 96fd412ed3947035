"""Adding and removing a kenmerk or vorm of the region's own, together with all that refers to it."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from dossier.model import (
    GEWICHT_BEGIN,
    Dossier,
    EigenKenmerk,
    EigenOordeel,
    EigenVorm,
    GekozenRandvoorwaarde,
    Invoer,
    SnelleStart,
)

_Value = TypeVar("_Value")


def free_id(prefix: str, taken: Iterable[str]) -> str:
    """The first of prefix-1, prefix-2, ... that is not in use."""
    used = set(taken)
    return next(id for n in range(1, 1000) if (id := f"{prefix}-{n}") not in used)


def with_kenmerk(dossier: Dossier, kenmerk: EigenKenmerk) -> Dossier:
    """Add a kenmerk. Once the region has moved a slider, it starts at the weight where every slider starts.

    In the other ways of weighing it is a question that is still open.
    """
    invoer = dossier.weging.invoer
    if invoer.schuiven:
        invoer = invoer.model_copy(update={"schuiven": {**invoer.schuiven, kenmerk.id: GEWICHT_BEGIN}})
    return _with_invoer(dossier, invoer).model_copy(update={"eigen_kenmerken": (*dossier.eigen_kenmerken, kenmerk)})


def without_kenmerk(dossier: Dossier, id: str) -> Dossier:
    return _with_invoer(dossier, _without(dossier.weging.invoer, id)).model_copy(
        update={
            "eigen_kenmerken": tuple(kenmerk for kenmerk in dossier.eigen_kenmerken if kenmerk.id != id),
            "aanpassingen": tuple(a for a in dossier.aanpassingen if a.kenmerk != id),
        }
    )


def with_vorm(dossier: Dossier, vorm: EigenVorm) -> Dossier:
    """Add a vorm, or put it in the place of the one that has its id."""
    others = [held for held in dossier.eigen_vormen if held.id != vorm.id]
    return Dossier.model_validate(dict(dossier) | {"eigen_vormen": (*others, vorm)})


def without_vorm(dossier: Dossier, id: str) -> Dossier:
    return dossier.model_copy(
        update={
            "eigen_vormen": tuple(vorm for vorm in dossier.eigen_vormen if vorm.id != id),
            "huidige_vorm": None if dossier.huidige_vorm == id else dossier.huidige_vorm,
            "gekozen_vorm": None if dossier.gekozen_vorm == id else dossier.gekozen_vorm,
            "aanpassingen": tuple(a for a in dossier.aanpassingen if a.vorm != id),
            "eigen_kenmerken": tuple(
                kenmerk.model_copy(update={"scores": {k: v for k, v in kenmerk.scores.items() if k != id}})
                for kenmerk in dossier.eigen_kenmerken
            ),
            "randvoorwaarden": tuple(_without_judgement(keuze, id) for keuze in dossier.randvoorwaarden),
        }
    )


def without_randvoorwaarde(dossier: Dossier, id: str) -> Dossier:
    return dossier.model_copy(
        update={
            "randvoorwaarden": tuple(keuze for keuze in dossier.randvoorwaarden if keuze.id != id),
            "eigen_vormen": tuple(_without_brought(vorm, id) for vorm in dossier.eigen_vormen),
        }
    )


def judgement(dossier: Dossier, randvoorwaarde: str, vorm: str) -> EigenOordeel:
    """How the region judges a vorm on a demand of its own; what a vorm of its own brings along goes first."""
    own = next((held for held in dossier.eigen_vormen if held.id == vorm), None)
    demand = dossier.status_of(randvoorwaarde)
    brought = own.oordelen.get(randvoorwaarde) if own else None
    return brought or (demand.oordelen.get(vorm) if demand else None) or "onbekend"


def with_judgement(dossier: Dossier, randvoorwaarde: str, vorm: str, oordeel: EigenOordeel) -> Dossier:
    """Judge a vorm on a demand of the region's own; it then stands with that demand and nowhere else."""
    judged = {} if oordeel == "onbekend" else {vorm: oordeel}

    def rejudged(keuze: GekozenRandvoorwaarde) -> GekozenRandvoorwaarde:
        return keuze.model_copy(update={"oordelen": {**_without_judgement(keuze, vorm).oordelen, **judged}})

    return dossier.model_copy(
        update={
            "randvoorwaarden": tuple(
                rejudged(keuze) if keuze.id == randvoorwaarde else keuze for keuze in dossier.randvoorwaarden
            ),
            "eigen_vormen": tuple(
                _without_brought(own, randvoorwaarde) if own.id == vorm else own for own in dossier.eigen_vormen
            ),
        }
    )


def _without_brought(vorm: EigenVorm, randvoorwaarde: str) -> EigenVorm:
    return vorm.model_copy(update={"oordelen": {k: v for k, v in vorm.oordelen.items() if k != randvoorwaarde}})


def _without_judgement(keuze: GekozenRandvoorwaarde, vorm: str) -> GekozenRandvoorwaarde:
    return keuze.model_copy(update={"oordelen": {k: v for k, v in keuze.oordelen.items() if k != vorm}})


def _without(invoer: Invoer, kenmerk: str) -> Invoer:
    """What was entered in every way of weighing, without a kenmerk."""

    def left(entered: Mapping[str, _Value]) -> dict[str, _Value]:
        return {name: value for name, value in entered.items() if kenmerk not in name.split("|")}

    ends = invoer.beste_slechtste
    if kenmerk == ends.beste:
        # How much more it counts than the others, and others than the worst: only the first falls with it.
        ends = ends.model_copy(update={"beste": None, "beste_boven": {}})
    if kenmerk == ends.slechtste:
        ends = ends.model_copy(update={"slechtste": None, "boven_slechtste": {}})
    quick = invoer.snelle_start
    return Invoer(
        schuiven=left(invoer.schuiven),
        punten=left(invoer.punten),
        rangorde=left(invoer.rangorde),
        paarsgewijs=left(invoer.paarsgewijs),
        beste_slechtste=ends.model_copy(
            update={"beste_boven": left(ends.beste_boven), "boven_slechtste": left(ends.boven_slechtste)}
        ),
        snelle_start=SnelleStart(stellingen=left(quick.stellingen), doorvragen=left(quick.doorvragen)),
    )


def _with_invoer(dossier: Dossier, invoer: Invoer) -> Dossier:
    return dossier.model_copy(update={"weging": dossier.weging.model_copy(update={"invoer": invoer})})
