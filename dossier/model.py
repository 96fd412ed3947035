"""The dossier: everything a region enters, as one frozen, versioned document.

Optional parts have a default, so a file may leave them out. What is checked here needs no guide;
whether the ids that a dossier names exist is checked in `dossier.check`.

A list whose items have a name of their own stands in one fixed order, whatever order it was entered in:
then two people who each add something have the same document once their work is put together.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, FailFast, Field, field_validator, model_validator

from dossier.texts import LangeTekst, MagLeeg, Motivering, Naam
from dossier.uitvoering import KOSTENSOORTEN, Bedrag, PlanPunt, Teams
from handreiking.model import (
    Baan,
    Frozen,
    Hoofdvariant,
    Inrichting,
    Interval,
    Niveau,
    both_ends,
    number_keys,
)

FORMAAT: Final = "toegangswijzer-dossier/1"

#: The most that soft randvoorwaarden may take of the total, and what they take until the region says so.
AANDEEL_MEEST, AANDEEL_GEWOON = 0.5, 0.2
#: Where every slider starts: the middle, so that up and down are equally near.
GEWICHT_BEGIN = 50.0

Status = Literal["hard", "zacht", "nvt"]
EigenOordeel = Literal["voldoet", "met_maatregel", "voldoet_niet", "onbekend"]
Lezing = Literal["gewoon", "strikt"]
DubbeleBewering = Literal["twee_keer", "een_keer"]
Zekerheid = Literal["hoog", "midden", "laag", "onbekend"]
Methode = Literal["schuiven", "punten", "rangorde", "paarsgewijs", "beste_slechtste", "snelle_start"]

Gewicht = Annotated[float, Field(ge=0, le=100, strict=True)]
Punten = Annotated[int, Field(ge=0, le=100, strict=True)]
#: As many places as there can be kenmerken: those of the guide and twenty of the region's own.
Plaats = Annotated[int, Field(ge=1, le=26, strict=True)]
Oordeel9 = Annotated[int, Field(ge=1, le=9, strict=True)]


def _not_huge(value: object) -> object:
    """A block with more names than a region can have is refused before anyone looks at each of them."""
    if isinstance(value, Mapping) and len(value) > MEESTE_NAMEN:
        raise ValueError(f"dit zijn er meer dan {MEESTE_NAMEN}; haal weg wat u niet nodig hebt")
    return value


#: The most names in one block, far above what screens and guide together can make.
MEESTE_NAMEN = 200
Klein = BeforeValidator(_not_huge)


def natural_order(id: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key by which RV-9 comes before RV-10."""
    pieces = re.findall(r"([0-9]{1,18})|([^0-9]+)", id)
    return tuple((bool(text), int(number or 0), number or text) for number, text in pieces)


def pair_of(one: str, other: str) -> str:
    """The name of a pair of kenmerken: "aansluiting|kosten", whichever is named first."""
    return "|".join(sorted((one, other), key=natural_order))


def _pair(name: str) -> str:
    first, bar, second = name.partition("|")
    if not bar or first == second or pair_of(first, second) != name:
        raise ValueError(f"paar {name[:60]} kan niet; noem twee kenmerken op volgorde van het alfabet, als a|b")
    return name


def _judged(value: int) -> int:
    if value in (0, -1):
        raise ValueError(
            f"oordeel {value} kan niet; neem 1 voor gelijk, 2 tot 9, of -2 tot -9 als het tweede meer telt"
        )
    return value


Paar = Annotated[str, AfterValidator(_pair)]
PaarOordeel = Annotated[int, Field(ge=-9, le=9, strict=True), AfterValidator(_judged)]


class Gemeente(Frozen):
    naam: Naam
    code: Annotated[str, Field(pattern=r"^GM[0-9]{4}$")] | None = None
    inwoners: int | None = Field(default=None, ge=0, le=20_000_000, strict=True)


class Regio(Frozen):
    naam: MagLeeg = ""
    gemeenten: Annotated[tuple[Gemeente, ...], FailFast()] = Field(default=(), max_length=342)

    @field_validator("gemeenten")
    @classmethod
    def _by_naam(cls, gemeenten: tuple[Gemeente, ...]) -> tuple[Gemeente, ...]:
        return tuple(sorted(gemeenten, key=lambda gemeente: gemeente.naam.casefold()))

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [gemeente.naam.casefold() for gemeente in self.gemeenten]
        for gemeente in self.gemeenten:
            if names.count(gemeente.naam.casefold()) > 1:
                raise ValueError(f"gemeente {gemeente.naam} staat er twee keer; laat er een staan")
        return self


class BesteSlechtste(Frozen):
    """The most and the least important kenmerk, and how much more than, or less than, each other one (BWM)."""

    beste: str | None = None
    slechtste: str | None = None
    #: From 1 (as important) to 9, per kenmerk: the best over it, and it over the worst.
    beste_boven: Annotated[Mapping[str, Oordeel9], Klein] = Field(default_factory=dict)
    boven_slechtste: Annotated[Mapping[str, Oordeel9], Klein] = Field(default_factory=dict)


class Antwoord(Frozen):
    """What someone thinks of a statement of the quick start; extra important counts double."""

    keuze: Literal["oneens", "neutraal", "eens"]
    extra: bool = False


class SnelleStart(Frozen):
    stellingen: Annotated[Mapping[str, Antwoord], Klein] = Field(default_factory=dict)
    #: Per pair of kenmerken that was asked about afterwards: which of the two counts most, or "gelijk".
    doorvragen: Annotated[Mapping[Paar, str], Klein] = Field(default_factory=dict)


class Invoer(Frozen):
    """What was entered in each way of weighing, by kenmerk. All are kept; `Weging.methode` says which one counts."""

    #: A kenmerk that is not named weighs nothing.
    schuiven: Annotated[Mapping[str, Gewicht], Klein] = Field(default_factory=dict)
    #: Whole points, 100 to divide; an unfinished split may have fewer or more.
    punten: Annotated[Mapping[str, Punten], Klein] = Field(default_factory=dict)
    #: 1 is the most important; equal places are a tie.
    rangorde: Annotated[Mapping[str, Plaats], Klein] = Field(default_factory=dict)
    #: 1 is equal; 3 says that the first of the pair is three times as important, -3 that the second is.
    paarsgewijs: Annotated[Mapping[Paar, PaarOordeel], Klein] = Field(default_factory=dict)
    beste_slechtste: BesteSlechtste = BesteSlechtste()
    snelle_start: SnelleStart = SnelleStart()


class Weging(Frozen):
    methode: Methode = "schuiven"
    invoer: Invoer = Invoer()
    zekerheid: Zekerheid = "midden"
    aandeel_randvoorwaarden: float = Field(default=AANDEEL_GEWOON, ge=0, le=AANDEEL_MEEST, strict=True)


class GekozenRandvoorwaarde(Frozen):
    """What the region does with a randvoorwaarde. One of its own has a naam and its own judgements."""

    id: Annotated[str, Field(pattern=r"^(RV-[0-9]{2}|ER-[0-9]{1,3})$")]
    status: Status
    gewicht: Gewicht = GEWICHT_BEGIN
    naam: Naam | None = None
    oordelen: Annotated[Mapping[str, EigenOordeel], Klein] = Field(default_factory=dict)


class Aanpassing(Interval):
    """A score of the region's own in place of our reading, with the reason."""

    kenmerk: str
    vorm: str
    motivering: Motivering


class EigenKenmerk(Frozen):
    """A kenmerk that the guide does not have; a vorm without a score counts as wholly unknown."""

    id: Annotated[str, Field(pattern=r"^EK-[0-9]{1,3}$")]
    naam: Naam
    schaal: Annotated[Mapping[Literal[1, 5], Naam], BeforeValidator(number_keys), AfterValidator(both_ends)]
    scores: Annotated[Mapping[str, Interval], Klein] = Field(default_factory=dict)


class EigenVorm(Frozen):
    """A vorm that the guide does not have, with what ranking and aandachtspunten need to know of it."""

    id: Annotated[str, Field(pattern=r"^EV-[0-9]{1,3}$")]
    naam: Naam
    hoofdvariant: Hoofdvariant
    kern: LangeTekst = ""
    inrichting: Inrichting
    scores: Annotated[Mapping[str, Interval], Klein] = Field(default_factory=dict)
    oordelen: Annotated[Mapping[str, EigenOordeel], Klein] = Field(default_factory=dict)


class Beschikking(Frozen):
    """Where the beschikking is issued."""

    nu: Niveau | None = None
    straks: Niveau | None = None


class Afspraak(Frozen):
    """Who does a process step where the guide does not say so, in the region's own words, and as which party."""

    wie: Naam
    baan: Baan | None = None


class Proces(Frozen):
    """What the region agreed on the steps of the process, now and in the chosen vorm, by step."""

    nu: Annotated[Mapping[str, Afspraak], Klein] = Field(default_factory=dict)
    straks: Annotated[Mapping[str, Afspraak], Klein] = Field(default_factory=dict)


_MetId = TypeVar("_MetId", GekozenRandvoorwaarde, EigenKenmerk, EigenVorm, PlanPunt)


class Dossier(Frozen):
    formaat: Literal["toegangswijzer-dossier/1"] = FORMAAT
    regio: Regio = Regio()
    huidige_vorm: str | None = None
    gekozen_vorm: str | None = None
    motivering_keuze: LangeTekst = ""
    omstandigheden: Annotated[Mapping[str, str], Klein] = Field(default_factory=dict)
    weging: Weging = Weging()
    randvoorwaarden: Annotated[tuple[GekozenRandvoorwaarde, ...], FailFast()] = Field(default=(), max_length=60)
    aanpassingen: Annotated[tuple[Aanpassing, ...], FailFast()] = Field(default=(), max_length=500)
    eigen_kenmerken: Annotated[tuple[EigenKenmerk, ...], FailFast()] = Field(default=(), max_length=20)
    eigen_vormen: Annotated[tuple[EigenVorm, ...], FailFast()] = Field(default=(), max_length=10)
    lezing: Lezing = "gewoon"
    #: Whether a claim that stands at two kenmerken (doorschuiven) counts at both.
    dubbele_bewering: DubbeleBewering = "twee_keer"
    zaad: int = Field(default=1, ge=0, le=2**31 - 1, strict=True)
    trekkingen: int = Field(default=10_000, ge=100, le=100_000, strict=True)
    bemensing: Annotated[tuple[str, ...], FailFast()] = Field(default=(), max_length=10)
    beschikking: Beschikking = Beschikking()
    proces: Proces = Proces()
    plan: Annotated[tuple[PlanPunt, ...], FailFast()] = Field(default=(), max_length=200)
    begroting: Annotated[tuple[Bedrag, ...], FailFast()] = Field(default=(), max_length=2000)
    teams: Teams = Teams()

    @field_validator("randvoorwaarden", "eigen_kenmerken", "eigen_vormen", "plan")
    @classmethod
    def _by_id(cls, items: tuple[_MetId, ...]) -> tuple[_MetId, ...]:
        return tuple(sorted(items, key=lambda item: natural_order(item.id)))

    @field_validator("aanpassingen")
    @classmethod
    def _by_cell(cls, aanpassingen: tuple[Aanpassing, ...]) -> tuple[Aanpassing, ...]:
        return tuple(sorted(aanpassingen, key=lambda a: (a.kenmerk, a.vorm)))

    @field_validator("begroting")
    @classmethod
    def _by_gemeente(cls, bedragen: tuple[Bedrag, ...]) -> tuple[Bedrag, ...]:
        return tuple(sorted(bedragen, key=lambda b: (b.gemeente.casefold(), KOSTENSOORTEN.index(b.soort))))

    @field_validator("bemensing")
    @classmethod
    def _as_a_set(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(ids), key=natural_order))

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for what, ids in {
            "randvoorwaarde": [keuze.id for keuze in self.randvoorwaarden],
            "eigen kenmerk": [kenmerk.id for kenmerk in self.eigen_kenmerken],
            "eigen vorm": [vorm.id for vorm in self.eigen_vormen],
            "aanpassing van": [f"{a.kenmerk} bij {a.vorm}" for a in self.aanpassingen],
            "planpunt": [punt.id for punt in self.plan],
            "bedrag voor": [f"{b.soort} van {b.gemeente.casefold()}" for b in self.begroting],
        }.items():
            for id, times in Counter(ids).items():
                if times > 1:
                    raise ValueError(f"{what} {id} staat er twee keer; laat er een staan")
        return self

    def status_of(self, randvoorwaarde: str) -> GekozenRandvoorwaarde | None:
        """What the region chose for one randvoorwaarde, if it chose anything."""
        return next((keuze for keuze in self.randvoorwaarden if keuze.id == randvoorwaarde), None)
