"""What the guide says, as types: the shape of every knowledge file.

Field names are the nouns of the guide, because they are also the keys of the YAML files. A model here
checks one file on its own; what holds between files is checked in `handreiking.checks`.
"""

from collections.abc import Mapping

from handreiking.model.aandachtspunten import (
    OVERGANG,
    Aandachtspunt,
    Aandachtspunten,
    Aanleiding,
    Groep,
    Tijdstatus,
    Voorwaarde,
)
from handreiking.model.grond import (
    SCHAAL_HOOG,
    SCHAAL_LAAG,
    STEUN_VOLGORDE,
    Baan,
    Basis,
    BeslissendeTeams,
    Expertiseteam,
    Frozen,
    Herkomst,
    Hoofdvariant,
    Interval,
    Link,
    LokaleTeams,
    Niveau,
    Oordeel,
    Richting,
    Schaal,
    Schaalpunt,
    Soort,
    Steun,
    Tekst,
    both_ends,
    number_keys,
)
from handreiking.model.kenmerken import Beslislijst, Bewering, Kenmerk, Omstandigheden, Omstandigheid, Regel, Rij, Score
from handreiking.model.randvoorwaarden import (
    Beoordeling,
    BeoordelingBij,
    Combinatie,
    Maatregel,
    MaatregelBijVorm,
    Randvoorwaarde,
    Randvoorwaarden,
    Verplichting,
)
from handreiking.model.varianten import (
    Betaling,
    Document,
    Inrichting,
    Processtap,
    Tijdgebonden,
    Uitvoerder,
    Variant,
    Varianten,
    Vorm,
)

__all__ = [
    "OVERGANG",
    "SCHAAL_HOOG",
    "SCHAAL_LAAG",
    "STEUN_VOLGORDE",
    "Aandachtspunt",
    "Aandachtspunten",
    "Aanleiding",
    "Baan",
    "Basis",
    "Beoordeling",
    "BeoordelingBij",
    "Beslislijst",
    "BeslissendeTeams",
    "Betaling",
    "Bewering",
    "Combinatie",
    "Document",
    "Expertiseteam",
    "Frozen",
    "Groep",
    "Handreiking",
    "Herkomst",
    "Hoofdvariant",
    "Inrichting",
    "Interval",
    "Kenmerk",
    "Link",
    "LokaleTeams",
    "Maatregel",
    "MaatregelBijVorm",
    "Niveau",
    "Omstandigheden",
    "Omstandigheid",
    "Oordeel",
    "Processtap",
    "Randvoorwaarde",
    "Randvoorwaarden",
    "Regel",
    "Richting",
    "Rij",
    "Schaal",
    "Schaalpunt",
    "Score",
    "Soort",
    "Steun",
    "Tekst",
    "Tijdgebonden",
    "Tijdstatus",
    "Uitvoerder",
    "Variant",
    "Varianten",
    "Verplichting",
    "Voorwaarde",
    "Vorm",
    "both_ends",
    "number_keys",
]


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
