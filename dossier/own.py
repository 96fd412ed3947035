"""Adding and removing a kenmerk or vorm of the region's own, together with all that refers to it."""

from collections.abc import Iterable

from dossier.model import GEWICHT_BEGIN, Dossier, EigenKenmerk, EigenVorm, GekozenRandvoorwaarde


def free_id(prefix: str, taken: Iterable[str]) -> str:
    """The first of prefix-1, prefix-2, ... that is not in use."""
    used = set(taken)
    return next(id for n in range(1, 1000) if (id := f"{prefix}-{n}") not in used)


def with_kenmerk(dossier: Dossier, kenmerk: EigenKenmerk) -> Dossier:
    """Add a kenmerk. Once the region has weighed, it starts at the weight where every slider starts."""
    weights = dict(dossier.weging.invoer.schuiven)
    if weights:
        weights[kenmerk.id] = GEWICHT_BEGIN
    return _with_weights(dossier, weights).model_copy(update={"eigen_kenmerken": (*dossier.eigen_kenmerken, kenmerk)})


def without_kenmerk(dossier: Dossier, id: str) -> Dossier:
    weights = {kenmerk: weight for kenmerk, weight in dossier.weging.invoer.schuiven.items() if kenmerk != id}
    return _with_weights(dossier, weights).model_copy(
        update={
            "eigen_kenmerken": tuple(kenmerk for kenmerk in dossier.eigen_kenmerken if kenmerk.id != id),
            "aanpassingen": tuple(a for a in dossier.aanpassingen if a.kenmerk != id),
        }
    )


def with_vorm(dossier: Dossier, vorm: EigenVorm) -> Dossier:
    return Dossier.model_validate(dict(dossier) | {"eigen_vormen": (*dossier.eigen_vormen, vorm)})


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
            "eigen_vormen": tuple(
                vorm.model_copy(update={"oordelen": {k: v for k, v in vorm.oordelen.items() if k != id}})
                for vorm in dossier.eigen_vormen
            ),
        }
    )


def _without_judgement(keuze: GekozenRandvoorwaarde, vorm: str) -> GekozenRandvoorwaarde:
    return keuze.model_copy(update={"oordelen": {k: v for k, v in keuze.oordelen.items() if k != vorm}})


def _with_weights(dossier: Dossier, weights: dict[str, float]) -> Dossier:
    invoer = dossier.weging.invoer.model_copy(update={"schuiven": weights})
    return dossier.model_copy(update={"weging": dossier.weging.model_copy(update={"invoer": invoer})})
