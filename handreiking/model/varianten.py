"""The variants and vormen, who does and pays what, and what the guide leaves open (`varianten.yaml`)."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from handreiking.model.grond import (
    Baan,
    BeslissendeTeams,
    Expertiseteam,
    Frozen,
    Hoofdvariant,
    Link,
    LokaleTeams,
    Niveau,
    Tekst,
)
from handreiking.model.kenmerken import Rij


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
    achtergrond_bron: Tekst
    links: tuple[Link, ...] = ()


class Varianten(Frozen):
    """`varianten.yaml`: the document, the variants and vormen, and what the guide does not say."""

    document: Document
    processtappen: Mapping[str, Processtap]
    banen: Mapping[Baan, Tekst]
    hoofdvarianten: Mapping[Hoofdvariant, Variant]
    vormen: Mapping[str, Vorm]
    bemensing: Mapping[str, Tekst]
    bemensing_bron: Tekst
    rijen_zonder_tekst: tuple[Rij, ...]
    tijdgebonden: Mapping[str, Tijdgebonden]
    leemtes: tuple[Tekst, ...]
    termen: Mapping[str, Tekst]
