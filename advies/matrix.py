"""The matrix as it holds for one region: the guide's reading, narrowed by answers, replaced by own scores."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.model import Dossier
from handreiking.model import (
    STEUN_VOLGORDE,
    Handreiking,
    Hoofdvariant,
    Inrichting,
    Interval,
    Kenmerk,
    Regel,
    Richting,
    Steun,
)

#: What the strict reading of every vorm with an expert team looks at for answers (addition A).
STRIKT_VOLGT = "H-TA"
#: An own vorm or kenmerk without a score: anything is possible.
ONBEKEND = Interval(punt=3, laag=1, hoog=5)

CelHerkomst = Literal["handreiking", "omstandigheid", "strikt", "een_keer", "eigen", "leeg"]


@dataclass(frozen=True)
class Cel:
    """One score as it counts for this region, and where it comes from."""

    punt: float
    laag: float
    hoog: float
    steun: Steun
    herkomst: CelHerkomst
    op_grond_van: tuple[str, ...] = ()
    waarom: str = ""
    uitgangspunt: Interval | None = None

    @property
    def is_eigen(self) -> bool:
        return self.herkomst == "eigen"

    @property
    def is_leeg(self) -> bool:
        """A cell of the region's own that has no score yet."""
        return self.herkomst == "leeg"

    @property
    def gemiddeld(self) -> float:
        """The mean of the reading, on the scale from 1 to 5: what the points rest on."""
        return (self.laag + self.punt + self.hoog) / 3

    @property
    def door_antwoord(self) -> Richting | None:
        """Which way an answer of the region moved the score, if one did."""
        if self.herkomst != "omstandigheid" or self.uitgangspunt is None:
            return None
        before = (self.uitgangspunt.laag + self.uitgangspunt.punt + self.uitgangspunt.hoog) / 3
        return "gunstig" if self.gemiddeld > before else "ongunstig" if self.gemiddeld < before else "neutraal"


@dataclass(frozen=True)
class Weegbaar:
    """A kenmerk that can be weighed: one of the guide, or of the region's own."""

    id: str
    naam: str
    schaal: Mapping[Literal[1, 5], str]
    is_eigen: bool = False


@dataclass(frozen=True)
class Optie:
    """A vorm that can be ranked: one of the guide, or of the region's own."""

    id: str
    naam: str
    kern: str
    hoofdvariant: Hoofdvariant
    inrichting: Inrichting
    is_eigen: bool = False


@dataclass(frozen=True)
class Matrix:
    """Every kenmerk and vorm that is in play, and the score of each pair (vorm, kenmerk)."""

    kenmerken: tuple[Weegbaar, ...]
    opties: tuple[Optie, ...]
    cellen: Mapping[tuple[str, str], Cel]
    #: Vormen that the strict reading does not rank, because the guide gives them no cell.
    niet_in_strikte_lezing: tuple[str, ...]

    @property
    def zonder_scores(self) -> tuple[Optie, ...]:
        """Own vormen that lack a score on some kenmerk of the guide: not ranked until they have it."""
        guide = [kenmerk.id for kenmerk in self.kenmerken if not kenmerk.is_eigen]
        return tuple(o for o in self.opties if o.is_eigen and any(self.cellen[o.id, id].is_leeg for id in guide))

    @property
    def niet_gerangschikt(self) -> set[str]:
        return {*self.niet_in_strikte_lezing, *(optie.id for optie in self.zonder_scores)}

    def is_eigen(self, vorm: str, kenmerk: str) -> bool:
        """Whether a score is the region's own; what is no kenmerk, such as a soft randvoorwaarde, has no score."""
        cel = self.cellen.get((vorm, kenmerk))
        return cel is not None and cel.is_eigen

    def kenmerk(self, id: str) -> Weegbaar:
        return next(kenmerk for kenmerk in self.kenmerken if kenmerk.id == id)

    def optie(self, id: str) -> Optie:
        return next(optie for optie in self.opties if optie.id == id)


def matrix_for(handreiking: Handreiking, dossier: Dossier) -> Matrix:
    """The scores that count for a region. Both must fit each other (`dossier.check`)."""
    kenmerken = (
        *(Weegbaar(k.id, k.naam, k.schaal) for k in handreiking.kenmerken.values()),
        *(Weegbaar(k.id, k.naam, k.schaal, is_eigen=True) for k in dossier.eigen_kenmerken),
    )
    opties = (
        *(
            Optie(id, vorm.naam, vorm.kern, vorm.hoofdvariant, vorm.inrichting)
            for id, vorm in handreiking.vormen.items()
        ),
        *(
            Optie(vorm.id, vorm.naam, vorm.kern, vorm.hoofdvariant, vorm.inrichting, is_eigen=True)
            for vorm in dossier.eigen_vormen
        ),
    )
    guide_cells = dict(_guide_cells(handreiking, dossier))
    cellen = guide_cells | dict(_own_cells(handreiking, dossier, opties, guide_cells))
    return Matrix(kenmerken, opties, cellen, tuple(_unranked(handreiking, dossier, cellen)))


def _guide_cells(handreiking: Handreiking, dossier: Dossier) -> Iterator[tuple[tuple[str, str], Cel]]:
    strict = dossier.lezing == "strikt"
    for kenmerk in handreiking.kenmerken.values():
        for id, vorm in handreiking.vormen.items():
            merged = strict and vorm.inrichting.expertiseteam != "geen"
            yield (id, kenmerk.id), _guide_cell(kenmerk, id, dossier, strict=strict, merged=merged)


def _guide_cell(kenmerk: Kenmerk, vorm: str, dossier: Dossier, *, strict: bool, merged: bool) -> Cel:
    followed = STRIKT_VOLGT if merged else vorm
    score = kenmerk.scores[followed]
    once = dossier.dubbele_bewering == "een_keer" and score.een_keer is not None
    base: Interval = kenmerk.strikt if merged else (once and score.een_keer) or score
    regel = _rule(kenmerk, followed, dossier.omstandigheden, strong_only=strict)
    claims = tuple(
        id
        for id in score.op_grond_van
        if vorm in kenmerk.beweringen[id].geldt_voor and not (once and kenmerk.beweringen[id].zelfde_als)
    )
    if regel and not (strict and score.steun != "sterk"):
        narrowed: Interval = (once and regel.een_keer) or regel
        return Cel(
            narrowed.punt,
            narrowed.laag,
            narrowed.hoog,
            _weakest(score.steun, regel.steun),
            "omstandigheid",
            claims,
            regel.waarom,
            base,
        )
    origin: CelHerkomst = "strikt" if merged else "een_keer" if once else "handreiking"
    return Cel(base.punt, base.laag, base.hoog, score.steun, origin, claims)


def _rule(kenmerk: Kenmerk, vorm: str, answers: Mapping[str, str], *, strong_only: bool) -> Regel | None:
    for lijst in kenmerk.beslislijsten:
        if vorm in lijst.vormen:
            for regel in lijst.regels:
                if regel.als.items() <= answers.items() and not (strong_only and regel.steun != "sterk"):
                    return regel
    return None


def _weakest(*supports: Steun) -> Steun:
    return max(supports, key=STEUN_VOLGORDE.index)


def _own_cells(
    handreiking: Handreiking,
    dossier: Dossier,
    opties: tuple[Optie, ...],
    guide_cells: Mapping[tuple[str, str], Cel],
) -> Iterator[tuple[tuple[str, str], Cel]]:
    def own(interval: Interval | None) -> Cel:
        if interval is None:
            return Cel(ONBEKEND.punt, ONBEKEND.laag, ONBEKEND.hoog, "geen", "leeg")
        return Cel(interval.punt, interval.laag, interval.hoog, "geen", "eigen")

    for vorm in dossier.eigen_vormen:
        for id in handreiking.kenmerken:
            yield (vorm.id, id), own(vorm.scores.get(id))
    for kenmerk in dossier.eigen_kenmerken:
        for optie in opties:
            yield (optie.id, kenmerk.id), own(kenmerk.scores.get(optie.id))
    for aanpassing in dossier.aanpassingen:
        place = (aanpassing.vorm, aanpassing.kenmerk)
        replaced = guide_cells.get(place)
        yield (
            place,
            Cel(
                aanpassing.punt,
                aanpassing.laag,
                aanpassing.hoog,
                "geen",
                "eigen",
                replaced.op_grond_van if replaced else (),
                aanpassing.motivering,
                Interval(punt=replaced.punt, laag=replaced.laag, hoog=replaced.hoog) if replaced else None,
            ),
        )


def _unranked(handreiking: Handreiking, dossier: Dossier, cellen: Mapping[tuple[str, str], Cel]) -> Iterator[str]:
    """In the strict reading: a hybrid vorm without an expert team has no cell in the guide at all."""
    if dossier.lezing != "strikt":
        return
    for id, vorm in handreiking.vormen.items():
        has_cell = vorm.hoofdvariant != "hybride" or vorm.inrichting.expertiseteam != "geen"
        if not has_cell and not all(cellen[id, kenmerk].is_eigen for kenmerk in handreiking.kenmerken):
            yield id
