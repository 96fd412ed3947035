"""The same dossier, read or weighed another way: what a region may want to hold beside its answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from advies.rangorde import without_soft_demands
from dossier.model import Dossier, Zekerheid

Onderwerp = Literal["lezing", "dubbele_bewering", "zekerheid", "zachte_eisen", "eigen_scores"]

_ZEKERHEID: Mapping[Zekerheid, str] = {
    "hoog": "Bent u heel zeker van uw weging, dan",
    "midden": "Bent u redelijk zeker van uw weging, dan",
    "laag": "Bent u niet zo zeker van uw weging, dan",
    "onbekend": "Telt elke weging even zwaar mee, dan",
}


@dataclass(frozen=True)
class Anders:
    """One other way, and the opening of the sentence that says what it does."""

    onderwerp: Onderwerp
    #: What the dossier then has: "strikt", "hoog" or nothing.
    waarde: str
    opening: str
    dossier: Dossier


def otherwise(dossier: Dossier) -> Iterator[Anders]:
    """Every other way that makes sense for this dossier."""
    strict = dossier.lezing == "strikt"
    yield Anders(
        "lezing",
        "gewoon" if strict else "strikt",
        "In onze gewone lezing" if strict else "In de strikte lezing",
        dossier.model_copy(update={"lezing": "gewoon" if strict else "strikt"}),
    )
    once = dossier.dubbele_bewering == "een_keer"
    yield Anders(
        "dubbele_bewering",
        "twee_keer" if once else "een_keer",
        f"Telt doorschuiven {'twee' if once else 'één'} keer, dan",
        dossier.model_copy(update={"dubbele_bewering": "twee_keer" if once else "een_keer"}),
    )
    for zekerheid, opening in _ZEKERHEID.items():
        if zekerheid != dossier.weging.zekerheid:
            weging = dossier.weging.model_copy(update={"zekerheid": zekerheid})
            yield Anders("zekerheid", zekerheid, opening, dossier.model_copy(update={"weging": weging}))
    if any(keuze.status == "zacht" and keuze.gewicht > 0 for keuze in dossier.randvoorwaarden):
        yield Anders("zachte_eisen", "", "Zonder uw zachte eisen", without_soft_demands(dossier))
    if dossier.aanpassingen:
        yield Anders("eigen_scores", "", "Zonder uw eigen scores", without_own_scores(dossier))


def without_own_scores(dossier: Dossier) -> Dossier:
    """The same dossier with our reading where the region gave a score of its own."""
    return dossier.model_copy(update={"aanpassingen": ()})
