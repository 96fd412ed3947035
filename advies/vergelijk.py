"""Two dossiers side by side: where they differ, and which of those differences makes the answers differ."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from advies.rangorde import Advies, GeenGewicht, advise
from advies.taal import kleine_letter, opsomming
from dossier.model import Dossier
from handreiking.model import Handreiking

#: What a region enters, in the groups in which people speak of it.
GROEPEN: Mapping[str, tuple[str, ...]] = {
    "de weging": ("weging", "eigen_kenmerken"),
    "de eisen": ("randvoorwaarden",),
    "de antwoorden over de regio": ("omstandigheden", "huidige_vorm"),
    "de eigen scores en vormen": ("aanpassingen", "eigen_vormen"),
    "de lezing": ("lezing", "dubbele_bewering"),
}


def first_of(advies: Advies | None) -> str | None:
    """The hoofdvariant that is on top, if there is one."""
    return advies.hoofdvarianten[0].id if advies and advies.beste else None


def why_different(handreiking: Handreiking, first: tuple[str, Dossier], second: tuple[str, Dossier]) -> str:
    """Why the answers of two named dossiers differ, in a sentence.

    Each group in which they differ is put from the second into the first; what then gives the second's answer is the
    reason. When no single group does, the smallest set of groups that does is named.
    """
    (name, base), (other_name, other) = first, second
    answers = [first_of(_advice(handreiking, dossier)) for dossier in (base, other)]
    said = [_answer(handreiking, answer) for answer in answers]
    different = [group for group, parts in GROEPEN.items() if _take(base, other, parts) != base]
    if answers[0] == answers[1]:
        same = f"“{name}” en “{other_name}” geven dezelfde uitkomst: {said[0]}."
        return f"{same} Zij verschillen wel in {opsomming(different)}." if different else same
    opening = f"“{name}” geeft {said[0]} en “{other_name}” {said[1]}."
    for size in range(1, len(different) + 1):
        for groups in combinations(different, size):
            mixed = _take(base, other, [part for group in groups for part in GROEPEN[group]])
            if first_of(_advice(handreiking, mixed)) == answers[1]:
                return (
                    f"{opening} Dat komt door {opsomming(groups)}: met die van “{other_name}” geeft “{name}” hetzelfde."
                )
    return opening


def _take(base: Dossier, other: Dossier, parts: Sequence[str]) -> Dossier:
    return base.model_copy(update={part: getattr(other, part) for part in parts})


def _advice(handreiking: Handreiking, dossier: Dossier) -> Advies | None:
    try:
        return advise(handreiking, dossier)
    except GeenGewicht:
        return None


def _answer(handreiking: Handreiking, hoofdvariant: str | None) -> str:
    known = {id: variant.naam for id, variant in handreiking.varianten.hoofdvarianten.items()}
    return kleine_letter(known[hoofdvariant]) if hoofdvariant in known else "geen enkele variant"
