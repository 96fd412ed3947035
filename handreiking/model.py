"""What the guide says, as types: the shape of every knowledge file.

Field names are the nouns of the guide, because they are also the keys of the YAML files. A model here
checks one file on its own; what holds between files is checked in `handreiking.checks`.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Hoofdvariant = Literal["centraal", "lokaal", "hybride"]
Richting = Literal["gunstig", "ongunstig", "neutraal"]
Soort = Literal["feit", "risico", "verwachting", "voorwaarde", "maatregel", "context"]
Steun = Literal["sterk", "zwak", "geen"]
Herkomst = Literal["handreiking", "afgeleid", "eigen lezing"]
Basis = Literal["handreiking", "eigen kennis"]
Oordeel = Literal["voldoet", "met_maatregel", "voldoet_niet"]
Niveau = Literal["lokaal", "regionaal", "per_gemeente"]
Expertiseteam = Literal["geen", "adviserend", "besluitvormend"]
LokaleTeams = Literal["geen", "deel", "alle"]
BeslissendeTeams = Literal["een", "een_en_deel", "elke_gemeente"]
#: The lanes of the picture of the process: each is a party that can do a step.
Baan = Literal["inwoner", "lokaal", "expertiseteam", "regio", "back_office", "zorgaanbieder"]

#: Strongest first: a combination of two supports is as strong as the weaker one.
STEUN_VOLGORDE: tuple[Steun, ...] = ("sterk", "zwak", "geen")

SCHAAL_LAAG, SCHAAL_HOOG = 1, 5


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("deze tekst is leeg; vul hem in of laat het veld weg")
    return text


Tekst = Annotated[str, AfterValidator(_not_blank)]


def number_keys(value: object) -> object:
    """JSON has text for keys, YAML numbers; both mean the same end of the scale."""
    if not isinstance(value, Mapping):
        return value
    numbered = {int(key) if key in ("1", "5") else key: text for key, text in value.items()}
    if len(numbered) < len(value):
        raise ValueError("een uiteinde van de schaal staat er twee keer; laat er een staan")
    return numbered


def both_ends(schaal: Mapping[Literal[1, 5], str]) -> Mapping[Literal[1, 5], str]:
    if len(schaal) != 2:
        raise ValueError("schaal noemt niet beide uiteinden; geef een tekst bij 1 en bij 5")
    return schaal


#: What the worst (1) and the best (5) on a kenmerk look like, in words.
Schaal = Annotated[Mapping[Literal[1, 5], Tekst], BeforeValidator(number_keys), AfterValidator(both_ends)]
Schaalpunt = Annotated[float, Field(ge=SCHAAL_LAAG, le=SCHAAL_HOOG, strict=True)]


class Frozen(BaseModel):
    """Base of every model: unknown keys are refused and values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Link(Frozen):
    titel: Tekst
    url: Annotated[str, Field(pattern=r"^https://[^\s]+$")]


class Interval(Frozen):
    """A reading on the scale from 1 (worst) to 5 (best), with the room the text leaves."""

    punt: Schaalpunt
    laag: Schaalpunt
    hoog: Schaalpunt

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.laag <= self.punt <= self.hoog:
            raise ValueError(
                f"score {self.punt:g} ligt buiten het interval van {self.laag:g} tot {self.hoog:g}; "
                "zorg dat laag <= punt <= hoog"
            )
        return self


class Bewering(Frozen):
    """One claim of the guide about one kenmerk, in our own words."""

    tekst: Tekst
    geldt_voor: tuple[str, ...] = Field(min_length=1)
    richting: Richting
    soort: Soort
    steun: Steun
    bron: Tekst
    herkomst: Herkomst = "handreiking"
    termijn: Literal["kort", "lang"] | None = None
    voorwaarde: Tekst | None = None
    maatregelen: tuple[str, ...] = ()
    zelfde_als: str | None = None
    opmerking: Tekst | None = None


class Score(Interval):
    """One cell of the matrix: our reading of one vorm on one kenmerk.

    `een_keer` is the reading without the claims that stand at another kenmerk as well, for who counts those once.
    """

    steun: Steun
    op_grond_van: tuple[str, ...] = ()
    een_keer: Interval | None = None

    @model_validator(mode="after")
    def _supported(self) -> Self:
        if self.steun == "geen" and self.op_grond_van:
            raise ValueError("steun is 'geen' maar er staan beweringen bij; haal ze weg of geef de score steun")
        if self.steun != "geen" and not self.op_grond_van:
            raise ValueError(
                f"score zonder beweringen kan geen steun '{self.steun}' hebben; "
                "noem beweringen bij op_grond_van of zet steun op geen"
            )
        return self


class Regel(Interval):
    """One line of a decision list: these answers give this narrower reading."""

    als: Mapping[str, str] = Field(min_length=1)
    steun: Literal["sterk", "zwak"]
    waarom: Tekst
    een_keer: Interval | None = None


class Beslislijst(Frozen):
    """Readings that follow from what a region answers; the first line that fits counts."""

    vormen: tuple[str, ...] = Field(min_length=1)
    regels: tuple[Regel, ...] = Field(min_length=1)


class Kenmerk(Frozen):
    """One row of the matrix: `kenmerken/<id>.yaml`."""

    id: str
    naam: Tekst
    volgorde: int = Field(ge=1)
    vraag: Tekst
    schaal: Schaal
    #: For the quick start: the best on this kenmerk at the price of something else, to agree or disagree with.
    stelling: Tekst
    bron: Tekst
    beweringen: Mapping[str, Bewering]
    scores: Mapping[str, Score]
    strikt: Interval
    beslislijsten: tuple[Beslislijst, ...] = ()


class Rij(Frozen):
    """A row of the guide's matrix without any text in its cells: shown as a link, never scored."""

    naam: Tekst
    link: Link


class Omstandigheid(Frozen):
    """A question about the region whose answer settles a condition in the guide."""

    naam: Tekst
    soort: Literal["kern", "verdieping"]
    vraag: Tekst
    toelichting: Tekst
    antwoorden: Mapping[str, Tekst] = Field(min_length=2)
    beweringen: tuple[str, ...] = Field(min_length=1)


class Omstandigheden(Frozen):
    """`omstandigheden.yaml`."""

    omstandigheden: Mapping[str, Omstandigheid]


class Uitvoerder(Frozen):
    """Who does a process step, and how sure the guide lets us be of that.

    `banen` are the parties in `wie`. With `onbepaald` it is not said which of them does it, or which team of it.
    """

    wie: Tekst
    status: Literal["genoemd", "afgeleid", "niet_genoemd"]
    banen: tuple[Baan, ...] = ()
    onbepaald: bool = False

    @model_validator(mode="after")
    def _lanes_fit(self) -> Self:
        if (self.status == "niet_genoemd") == bool(self.banen):
            raise ValueError("banen horen bij wie genoemd of afgeleid is, en alleen daarbij; noem ze of haal ze weg")
        return self


class Processtap(Frozen):
    """A step of the access process; `na` places the extra steps that only some vormen have."""

    naam: Tekst
    toelichting: Tekst | None = None
    bron: Tekst


class Betaling(Frozen):
    """Who pays one kind of cost in one vorm; with `onbepaald` it is one of those in `wie`, and not said which."""

    wat: Tekst
    wie: Tekst
    onbepaald: bool = False
    status: Literal["genoemd", "afgeleid", "niet_genoemd"]
    bron: Tekst


class Inrichting(Frozen):
    """The facts about a vorm that triggers of aandachtspunten look at."""

    besluit: Niveau
    expertiseteam: Expertiseteam = "geen"
    stuurt: bool = False
    lokale_teams: LokaleTeams
    beslissende_teams: BeslissendeTeams


class Vorm(Frozen):
    """One of the eleven ways to organise access."""

    hoofdvariant: Hoofdvariant
    naam: Tekst
    kern: Tekst
    bron: Tekst
    inrichting: Inrichting
    stappen: Mapping[str, Uitvoerder]
    betaling: tuple[Betaling, ...] = Field(min_length=1)
    bemensing: tuple[str, ...] = ()
    let_op: Tekst | None = None
    links: tuple[Link, ...] = ()


class Variant(Frozen):
    """One of the three hoofdvarianten."""

    naam: Tekst
    kern: Tekst
    toelichting: tuple[Tekst, ...] = ()
    bron: Tekst


class Tijdgebonden(Frozen):
    """A statement of the guide that time has touched, with what is known of it now."""

    uitspraak: Tekst
    status: Tekst
    peildatum: Tekst
    bron: Tekst


class Document(Frozen):
    """The guide itself."""

    titel: Tekst
    auteur: Tekst
    versie: Tekst
    versie_toelichting: Tekst
    reikwijdte: Tekst
    contact: tuple[Tekst, ...]
    achtergrond: Mapping[str, Tekst]
    links: tuple[Link, ...] = ()


class Varianten(Frozen):
    """`varianten.yaml`: the document, the variants and vormen, and what the guide does not say."""

    document: Document
    processtappen: Mapping[str, Processtap]
    banen: Mapping[Baan, Tekst]
    hoofdvarianten: Mapping[Hoofdvariant, Variant]
    vormen: Mapping[str, Vorm]
    bemensing: Mapping[str, Tekst]
    rijen_zonder_tekst: tuple[Rij, ...]
    tijdgebonden: Mapping[str, Tijdgebonden]
    leemtes: tuple[Tekst, ...]
    termen: Mapping[str, Tekst]


class Voorwaarde(Frozen):
    """When an aandachtspunt applies; everything that is given must hold.

    `besluit`, `expertiseteam`, `lokale_teams` and `hoofdvariant` look at the chosen vorm, `beschikking`
    at where the region will issue decisions. The others compare the present and the chosen vorm, and
    `andere_beschikking` where the region issues decisions now and then.
    """

    hoofdvariant: tuple[Hoofdvariant, ...] | None = None
    besluit: tuple[Niveau, ...] | None = None
    expertiseteam: bool | None = None
    lokale_teams: tuple[LokaleTeams, ...] | None = None
    beschikking: tuple[Niveau, ...] | None = None
    van_of_naar_centraal: Literal[True] | None = None
    lokaal_en_expertiseteam: Literal[True] | None = None
    meer_beslissende_teams: Literal[True] | None = None
    minder_beslissende_teams: Literal[True] | None = None
    ander_besluit: Literal[True] | None = None
    expertiseteam_komt: Literal[True] | None = None
    expertiseteam_vervalt: Literal[True] | None = None
    andere_rol: Literal[True] | None = None
    andere_beschikking: Literal[True] | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("deze voorwaarde is leeg; noem ten minste één eigenschap")
        return self


#: What stands in an `omdat` for "u van centrale naar lokale toegang gaat".
OVERGANG = "{overgang}"


def _one_gap(text: str) -> str:
    if re.search(r"[{}]", text.replace(OVERGANG, "")):
        raise ValueError(f"tussen accolades kan alleen {OVERGANG} staan; verbeter het of haal de accolades weg")
    return text


class Aanleiding(Frozen):
    """One reason for an aandachtspunt to apply. `omdat` completes the sentence "omdat ...".

    In it, `{overgang}` stands for the region's own change: "u van centrale naar lokale toegang gaat".
    The first that holds gives the reason, so the most telling one stands first.

    `elke`: the chosen vorm is another than the present one. `als`: that, and the condition holds.
    `altijd`: also without a change of vorm.
    """

    soort: Literal["elke", "als", "altijd"]
    als: Voorwaarde | None = None
    omdat: Annotated[Tekst, AfterValidator(_one_gap)]
    zwak: bool = False

    @model_validator(mode="after")
    def _condition_fits(self) -> Self:
        if (self.soort == "als") != (self.als is not None):
            raise ValueError("alleen soort 'als' heeft een veld als, en die heeft het nodig")
        return self


class Tijdstatus(Frozen):
    """What became of a time-bound fact."""

    status: Literal["geldt", "verlopen", "onzeker"]
    peildatum: Tekst
    uitleg: Tekst


class Aandachtspunt(Frozen):
    """One thing to arrange or to ask when a region changes vorm."""

    groep: str
    soort: Literal["vraag", "actie", "let_op"]
    tekst: Tekst
    bron: Tekst
    wanneer: tuple[Aanleiding, ...] = Field(min_length=1)
    tijd: Tijdstatus | None = None
    hangt_aan: str | None = None
    maatregelen: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


class Groep(Frozen):
    naam: Tekst
    bron: Tekst
    links: tuple[Link, ...] = ()


class Aandachtspunten(Frozen):
    """`aandachtspunten.yaml`."""

    groepen: Mapping[str, Groep]
    aandachtspunten: Mapping[str, Aandachtspunt]


class Maatregel(Frozen):
    naam: Tekst
    basis: Basis
    uit: tuple[Tekst, ...]


class Beoordeling(Frozen):
    """How a group of vormen meets a randvoorwaarde."""

    vormen: tuple[str, ...] = Field(min_length=1)
    oordeel: Oordeel
    maatregelen: tuple[str, ...] = ()
    reden: Tekst

    @model_validator(mode="after")
    def _measures_fit(self) -> Self:
        if (self.oordeel == "met_maatregel") != bool(self.maatregelen):
            raise ValueError(
                "maatregelen horen bij het oordeel met_maatregel, en alleen daarbij; noem ze of wijzig het oordeel"
            )
        return self


class BeoordelingBij(Beoordeling):
    """A judgement that replaces the usual one when the region gives these answers."""

    als: Mapping[str, str] = Field(min_length=1)


class MaatregelBijVorm(Frozen):
    """What choosing one of these vormen brings, whatever the judgement is."""

    vormen: tuple[str, ...] = Field(min_length=1)
    maatregel: str


class Randvoorwaarde(Frozen):
    """Something a region may demand. `gebruik` says how: by choice, or because it always holds."""

    naam: Tekst
    gebruik: Literal["keuze", "omstandigheid", "bemensing", "altijd"]
    toelichting: Tekst
    basis: Basis
    uit: tuple[Tekst, ...] = Field(min_length=1)
    overlapt_met: str | None = None
    hard_niet_genoeg: tuple[str, ...] = ()
    huidige_vorm_voldoet: bool = False
    sluit_bemensing_uit: str | None = None
    maatregel_bij_gekozen_vorm: MaatregelBijVorm | None = None
    let_op: Tekst | None = None
    oordelen: tuple[Beoordeling, ...] = Field(min_length=1)
    bij: tuple[BeoordelingBij, ...] = ()


class Combinatie(Frozen):
    """Hard constraints that together leave little; announced before they do."""

    hard: tuple[str, ...] = Field(min_length=2)
    als: Mapping[str, str] = Field(default_factory=dict)
    gevolg: Tekst


class Verplichting(Frozen):
    """Holds whatever a region chooses."""

    wat: Tekst
    wie: Tekst
    bron: Tekst
    opmerking: Tekst | None = None


class Randvoorwaarden(Frozen):
    """`randvoorwaarden.yaml`."""

    verplichtingen: Mapping[str, Verplichting]
    maatregelen: Mapping[str, Maatregel]
    randvoorwaarden: Mapping[str, Randvoorwaarde]
    combinaties: tuple[Combinatie, ...]


class Handreiking(Frozen):
    """The whole guide: every knowledge file, read and checked."""

    document: Document
    kenmerken: Mapping[str, Kenmerk]
    omstandigheden: Mapping[str, Omstandigheid]
    varianten: Varianten
    aandachtspunten: Aandachtspunten
    randvoorwaarden: Randvoorwaarden
    versie: str

    @property
    def vormen(self) -> Mapping[str, Vorm]:
        return self.varianten.vormen
