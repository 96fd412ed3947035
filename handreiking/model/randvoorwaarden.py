"""What a region may demand, how each vorm meets it, and what always holds (`randvoorwaarden.yaml`)."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from handreiking.model.grond import Basis, Frozen, Oordeel, Tekst


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

    basis: Basis
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
