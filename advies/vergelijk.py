"""Two dossiers side by side: where they differ, and which of those differences makes the answers differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from advies.oordeel import Oordeelscode
from advies.rangorde import GeenGewicht, advise
from advies.taal import hoofdletter, kleine_letter, opsomming
from advies.uitleg import explain
from dossier.model import Dossier
from handreiking.model import Handreiking

#: What a region enters, in the groups in which people speak of it.
GROEPEN: Mapping[str, tuple[str, ...]] = {
    "de weging": ("weging", "eigen_kenmerken"),
    "de eisen": ("randvoorwaarden",),
    "de antwoorden over de regio": ("omstandigheden", "huidige_vorm"),
    "de eigen scores en vormen": ("aanpassingen", "eigen_vormen"),
    "de lezing": ("lezing", "dubbele_bewering"),
    "de trekkingen": ("trekkingen", "zaad"),
}


#: How firm an answer with a winner is, for after "bij ...".
_STEVIG: Mapping[Oordeelscode, str] = {
    "duidelijk": "is dat duidelijk",
    "nipt": "is dat nipt",
    "enige": "blijft alleen die over",
}
#: From less to more firm; the only one that is left stands beside these.
_VOLGORDE: Sequence[Oordeelscode] = ("nipt", "duidelijk")


@dataclass(frozen=True)
class Antwoord:
    """What an advies comes down to; two that are equal say the same on the screen."""

    #: The hoofdvariant on top, in words, or those that share that place, or why there is none.
    variant: str
    oordeel: Oordeelscode = "geen_toegestaan"
    #: The best vorm, when there is a variant to speak of.
    vorm: str | None = None
    kop: str = ""

    @property
    def onbeslist(self) -> bool:
        """What is on top is no winner, and is never told as one."""
        return self.oordeel == "geen_duidelijke_winnaar"

    @property
    def in_woorden(self) -> str:
        """For after "geeft"."""
        return f"geen duidelijke winnaar, met {self.variant} op de meeste punten" if self.onbeslist else self.variant


def why_different(handreiking: Handreiking, first: tuple[str, Dossier], second: tuple[str, Dossier]) -> str:
    """What differs between the answers of two named dossiers and why, in sentences.

    Each group in which they differ is put from the second into the first; what then gives the second's answer is the
    reason. When no single group does, the smallest set of groups that does is named.
    """
    (name, base), (other_name, other) = first, second
    mine, theirs = (_answer(handreiking, dossier) for dossier in (base, other))
    different = [group for group, parts in GROEPEN.items() if _take(base, other, parts) != base]
    if mine == theirs:
        same = f"“{name}” en “{other_name}” geven {'dezelfde uitkomst:' if mine.vorm else 'allebei'} {mine.in_woorden}."
        return f"{same} Zij verschillen wel in {opsomming(different)}." if different else same
    said = _difference((name, mine), (other_name, theirs))
    reason = _reason(handreiking, first, second, different)
    return f"{said} {reason}" if reason else said


def _difference(first: tuple[str, Antwoord], second: tuple[str, Antwoord]) -> str:
    """Whether it is the variant, how firm it is, or the vorm."""
    (name, mine), (other_name, theirs) = first, second
    both = f"“{name}” en “{other_name}” geven allebei {mine.in_woorden}"
    vormen = f"bij “{name}” is dat “{mine.vorm}”, bij “{other_name}” “{theirs.vorm}”"
    firm = ""
    if mine.vorm and theirs.vorm and mine.oordeel != theirs.oordeel:
        # An answer without a winner says so itself.
        firm = ", ".join(
            f"bij “{named}” {_STEVIG[answer.oordeel]}" for named, answer in (first, second) if not answer.onbeslist
        )
    if mine.variant != theirs.variant:
        # After a comma, "en" would seem to go on with what stands there.
        and_ = f"; “{other_name}” geeft" if "," in mine.in_woorden else f" en “{other_name}”"
        said = f"“{name}” geeft {mine.in_woorden}{and_} {theirs.in_woorden}."
        return f"{said} {hoofdletter(firm)}." if firm else said
    if mine.onbeslist != theirs.onbeslist:
        won, undecided = (other_name, name) if mine.onbeslist else (name, other_name)
        said = (
            f"“{won}” geeft {mine.variant}; bij “{undecided}” is er geen duidelijke winnaar, met {mine.variant} op de "
            "meeste punten."
        )
        return said if mine.vorm == theirs.vorm else f"{said} Ook de beste vorm verschilt: {vormen}."
    if firm:
        more = ""
        if mine.oordeel in _VOLGORDE and theirs.oordeel in _VOLGORDE:
            higher = _VOLGORDE.index(theirs.oordeel) > _VOLGORDE.index(mine.oordeel)
            more = f", maar “{other_name}” {'steviger' if higher else 'minder stevig'}"
        said = f"{both}{more}: {firm}."
        return said if mine.vorm == theirs.vorm else f"{said} Ook de beste vorm verschilt: {vormen}."
    if mine.vorm != theirs.vorm:
        return f"{both}, maar niet dezelfde beste vorm: {vormen}."
    return f"{both}, maar op een andere manier: bij “{name}” “{mine.kop}”, bij “{other_name}” “{theirs.kop}”."


def _reason(
    handreiking: Handreiking, first: tuple[str, Dossier], second: tuple[str, Dossier], different: Sequence[str]
) -> str:
    """The smallest set of groups that brings what differs most: the variant if that does, else all of the answer."""
    (name, base), (other_name, other) = first, second
    mine, theirs = (_answer(handreiking, dossier) for dossier in (base, other))
    for size in range(1, len(different) + 1):
        for groups in combinations(different, size):
            mixed = _answer(handreiking, _take(base, other, [part for group in groups for part in GROEPEN[group]]))
            if mixed == theirs:
                same = "hetzelfde"
            elif mixed.variant == theirs.variant != mine.variant:
                same = f"ook {theirs.variant}"
            else:
                continue
            by = f"Dat komt door {opsomming(groups)}: met die van “{other_name}”"
            if mixed != theirs and (mixed.onbeslist or theirs.onbeslist):
                return f"{by} staat bij “{name}” {same} op de meeste punten."
            return f"{by} geeft “{name}” {same}."
    return ""


def _take(base: Dossier, other: Dossier, parts: Sequence[str]) -> Dossier:
    return base.model_copy(update={part: getattr(other, part) for part in parts})


def _answer(handreiking: Handreiking, dossier: Dossier) -> Antwoord:
    try:
        advies = advise(handreiking, dossier)
    except GeenGewicht:
        return Antwoord("geen enkele variant, want alle gewichten zijn 0")
    if advies.oordeel == "nog_niet_gewogen":
        return Antwoord("nog geen uitkomst, want er is niet gewogen", advies.oordeel)
    kop = explain(handreiking, advies).kop
    if advies.beste is None:
        return Antwoord("geen enkele variant, want alles valt af", advies.oordeel, kop=kop)
    first = advies.hoofdvarianten[0]
    assert first.beste_vorm is not None
    top = opsomming([kleine_letter(h.naam) for h in advies.hoofdvarianten if h.rang == first.rang])
    return Antwoord(top, advies.oordeel, kleine_letter(first.beste_vorm.optie.naam), kop)
