"""How every vorm meets every randvoorwaarde of a region, and which ones that excludes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advies.matrix import Optie
from advies.taal import opsomming
from dossier.model import Dossier, EigenOordeel, GekozenRandvoorwaarde
from handreiking.model import Handreiking, Hoofdvariant, Randvoorwaarde

#: What a judgement counts for when the randvoorwaarde weighs along; unknown is neither for nor against.
TELT: Mapping[EigenOordeel, float] = {"voldoet": 100, "met_maatregel": 50, "onbekend": 50, "voldoet_niet": 0}

OORDEEL_IN_WOORDEN: Mapping[EigenOordeel, str] = {
    "onbekend": "nog niet bekend",
    "voldoet": "voldoet",
    "met_maatregel": "voldoet met een maatregel",
    "voldoet_niet": "voldoet niet",
}


@dataclass(frozen=True)
class Toets:
    """One vorm held against one randvoorwaarde."""

    oordeel: EigenOordeel
    reden: str
    maatregelen: tuple[str, ...] = ()
    sluit_uit: bool = False


@dataclass(frozen=True)
class Eis:
    """A randvoorwaarde that the region uses, hard or soft, with the outcome for every vorm."""

    id: str
    naam: str
    hard: bool
    gewicht: float
    toetsen: Mapping[str, Toets]
    is_eigen: bool = False
    overlapt_met: str | None = None

    @property
    def sluit_niets_uit(self) -> bool:
        return self.hard and not any(toets.sluit_uit for toets in self.toetsen.values())


def eisen_for(handreiking: Handreiking, dossier: Dossier, opties: tuple[Optie, ...]) -> tuple[Eis, ...]:
    """Every randvoorwaarde that the region made hard or soft, in the order of the dossier."""
    return tuple(
        _eis(handreiking, dossier, opties, keuze) for keuze in dossier.randvoorwaarden if keuze.status != "nvt"
    )


def about_to(handreiking: Handreiking, dossier: Dossier, id: str) -> tuple[str, ...]:
    """What one more hard randvoorwaarde would bring about; the texts know the vormen of the guide only."""
    hard = _hard(dossier)
    if id in hard or dossier.eigen_vormen:
        return ()
    now = list(_together(handreiking, dossier, hard))
    return tuple(text for text in _together(handreiking, dossier, hard | {id}) if text not in now)


def _hard(dossier: Dossier) -> set[str]:
    return {keuze.id for keuze in dossier.randvoorwaarden if keuze.status == "hard"}


def _together(handreiking: Handreiking, dossier: Dossier, hard: set[str]) -> Iterator[str]:
    for combinatie in handreiking.randvoorwaarden.combinaties:
        if set(combinatie.hard) <= hard and combinatie.als.items() <= dossier.omstandigheden.items():
            yield combinatie.gevolg


def emptied(eisen: tuple[Eis, ...], opties: tuple[Optie, ...]) -> dict[Hoofdvariant, tuple[Eis, ...]]:
    """Every hoofdvariant of which no vorm is left, with the hard randvoorwaarden that did it together."""
    found: dict[Hoofdvariant, tuple[Eis, ...]] = {}
    for hoofdvariant in dict.fromkeys(optie.hoofdvariant for optie in opties):
        ids = [optie.id for optie in opties if optie.hoofdvariant == hoofdvariant]
        if all(any(eis.toetsen[id].sluit_uit for eis in eisen) for id in ids):
            found[hoofdvariant] = tuple(eis for eis in eisen if any(eis.toetsen[id].sluit_uit for id in ids))
    return found


def _eis(handreiking: Handreiking, dossier: Dossier, opties: tuple[Optie, ...], keuze: GekozenRandvoorwaarde) -> Eis:
    known = handreiking.randvoorwaarden.randvoorwaarden.get(keuze.id)
    own_vormen = {vorm.id: vorm for vorm in dossier.eigen_vormen}
    toetsen = {}
    for optie in opties:
        if known and known.huidige_vorm_voldoet and optie.id == dossier.huidige_vorm:
            toets = Toets("voldoet", "Dit is de vorm van nu, dus hier verandert niets.")
        elif optie.id in own_vormen:
            toets = _own(own_vormen[optie.id].oordelen.get(keuze.id) or keuze.oordelen.get(optie.id))
        elif known:
            toets = _known(known, optie.id, dossier, hard=keuze.status == "hard")
        else:
            toets = _own(keuze.oordelen.get(optie.id))
        excludes = keuze.status == "hard" and (toets.sluit_uit or toets.oordeel == "voldoet_niet")
        toetsen[optie.id] = Toets(toets.oordeel, toets.reden, toets.maatregelen, excludes)
    return Eis(
        keuze.id,
        known.naam if known else keuze.naam or keuze.id,
        keuze.status == "hard",
        keuze.gewicht,
        toetsen,
        is_eigen=known is None,
        overlapt_met=known.overlapt_met if known else None,
    )


def _known(randvoorwaarde: Randvoorwaarde, vorm: str, dossier: Dossier, *, hard: bool) -> Toets:
    for bij in randvoorwaarde.bij:
        if vorm in bij.vormen and bij.als.items() <= dossier.omstandigheden.items():
            return Toets(bij.oordeel, bij.reden, bij.maatregelen)
    usual = next(oordeel for oordeel in randvoorwaarde.oordelen if vorm in oordeel.vormen)
    not_enough = hard and vorm in randvoorwaarde.hard_niet_genoeg
    reden = f"{usual.reden} Een maatregel is bij een harde eis niet genoeg." if not_enough else usual.reden
    return Toets(usual.oordeel, reden, usual.maatregelen, sluit_uit=not_enough)


_OWN_REASON: Mapping[EigenOordeel, str] = {
    "voldoet": "Volgens de regio voldoet deze vorm.",
    "met_maatregel": "Volgens de regio voldoet deze vorm met een maatregel.",
    "voldoet_niet": "Volgens de regio voldoet deze vorm niet.",
    "onbekend": "De regio heeft dit nog niet beoordeeld.",
}


def _own(oordeel: EigenOordeel | None) -> Toets:
    return Toets(oordeel or "onbekend", _OWN_REASON[oordeel or "onbekend"])


def measures_named(handreiking: Handreiking, ids: tuple[str, ...]) -> str:
    """Measures by name, for inside a sentence."""
    return opsomming([handreiking.randvoorwaarden.maatregelen[id].naam for id in ids])
