"""The quick start: a statement per kenmerk, and what to ask when the answers leave it close."""

from collections.abc import Collection
from itertools import product

from advies.matrix import Weegbaar
from advies.rangorde import Advies
from advies.taal import kleine_letter
from advies.weging import counting
from dossier.model import Dossier, pair_of
from handreiking.model import Handreiking

#: More than this is no longer quick.
MEESTE_VRAGEN = 5


def stelling(handreiking: Handreiking, kenmerk: Weegbaar) -> str:
    """What to agree or disagree with; for a kenmerk of the region's own it is made of its scale."""
    if known := handreiking.kenmerken.get(kenmerk.id):
        return known.stelling
    best, worst = (kleine_letter(kenmerk.schaal[end]).rstrip(".") for end in (5, 1))
    return f"Liever “{best}” dan “{worst}”, ook als een ander kenmerk daardoor slechter uitkomt."


def on_statements(dossier: Dossier) -> Dossier:
    """The dossier when the statements count, without the questions that followed."""
    quick = dossier.weging.invoer.snelle_start.model_copy(update={"doorvragen": {}})
    invoer = dossier.weging.invoer.model_copy(update={"snelle_start": quick})
    weging = dossier.weging.model_copy(update={"invoer": invoer})
    return counting(dossier.model_copy(update={"weging": weging}), "snelle_start")


def follow_ups(advies: Advies, answered: Collection[str]) -> tuple[str, ...]:
    """The pairs of kenmerken to ask about, by the advice on the statements alone.

    Each sets a kenmerk of which more weight brings the runner-up closer against one that keeps the winner ahead. So
    the questions stay the same while they are answered. One that was answered stays, because it counts.
    """
    new = _separating(advies) if is_close(advies) else []
    return tuple(dict.fromkeys([*answered, *new]))[: max(MEESTE_VRAGEN, len(answered))]


def is_close(advies: Advies) -> bool:
    """Do the first two variants come out near each other?"""
    return advies.oordeel in ("nipt", "geen_duidelijke_winnaar")


def _separating(advies: Advies) -> list[str]:
    first, second = (h.beste_vorm for h in advies.hoofdvarianten[:2])
    assert first is not None
    assert second is not None
    lead = {
        kenmerk.id: advies.waarden[first.optie.id, kenmerk.id] - advies.waarden[second.optie.id, kenmerk.id]
        for kenmerk in advies.matrix.kenmerken
    }
    rival = advies.hoofdvarianten[1].id
    # Nearest tipping point first; a kenmerk on which the runner-up is ahead can have none.
    tips = [
        punt.criterium
        for punt in advies.kantelpunten
        if punt.niveau == "hoofdvariant" and punt.nieuwe_winnaar == rival and punt.gewicht > punt.gewicht_nu
    ]
    behind = sorted((id for id in lead if lead[id] < 0), key=lambda id: lead[id])
    toward = [id for id in dict.fromkeys([*tips, *behind]) if id in lead]
    keeps = sorted((id for id in lead if lead[id] > 0), key=lambda id: -lead[id])
    places = sorted(product(range(len(toward)), range(len(keeps))), key=lambda place: (sum(place), place))
    return [pair_of(toward[i], keeps[j]) for i, j in places if toward[i] != keeps[j]]
