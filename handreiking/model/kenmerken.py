"""The matrix: one kenmerk with its claims, scores and what answers of a region narrow (`kenmerken/<id>.yaml`)."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from handreiking.model.grond import Frozen, Herkomst, Interval, Link, Richting, Schaal, Soort, Steun, Tekst


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
