"""What a region entered about costs, added up per gemeente and for the region. No figure here is ours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model import Dossier
from dossier.uitvoering import KOSTENSOORTEN, Kostensoort

#: What is paid every year once the new vorm works, and what is paid once.
PER_JAAR_STRAKS: tuple[Kostensoort, ...] = ("team_straks", "doorlopend")
EENMALIG: tuple[Kostensoort, ...] = ("overgang", "desintegratie")


@dataclass(frozen=True)
class Som:
    """A sum of amounts, None when none was filled in; how many were not, and how many there are."""

    euro: int | None
    open: int
    aantal: int

    @classmethod
    def of(cls, bedragen: Iterable[int | None]) -> "Som":
        entered = list(bedragen)
        known = [euro for euro in entered if euro is not None]
        return cls(sum(known) if known else None, len(entered) - len(known), len(entered))


@dataclass(frozen=True)
class Kosten:
    """The costs of one gemeente, or of all together."""

    bedragen: Mapping[Kostensoort, Som]
    per_jaar_nu: Som
    per_jaar_straks: Som
    eenmalig: Som

    @property
    def verschil(self) -> int | None:
        """What a year costs more later than now; None unless both are filled in completely."""
        nu, straks = self.per_jaar_nu, self.per_jaar_straks
        if nu.euro is None or straks.euro is None or nu.open or straks.open:
            return None
        return straks.euro - nu.euro

    @property
    def open(self) -> int:
        return sum(som.open for som in self.bedragen.values())

    @property
    def totaal(self) -> int:
        return sum(som.aantal for som in self.bedragen.values())


@dataclass(frozen=True)
class Begroting:
    """The costs per gemeente and of the region; and of gemeenten that are not in the region any more."""

    gemeenten: Mapping[str, Kosten]
    regio: Kosten
    geparkeerd: Mapping[str, Kosten]


def begroting_for(dossier: Dossier) -> Begroting:
    """Add up what was entered; what was not filled in counts for nothing and is counted."""
    entered: dict[str, dict[Kostensoort, int]] = {}
    spelled: dict[str, str] = {}
    for bedrag in dossier.begroting:
        entered.setdefault(bedrag.gemeente.casefold(), {})[bedrag.soort] = bedrag.euro
        spelled.setdefault(bedrag.gemeente.casefold(), bedrag.gemeente)
    names = {gemeente.naam.casefold(): gemeente.naam for gemeente in dossier.regio.gemeenten}
    return Begroting(
        gemeenten={naam: _kosten([entered.get(id, {})]) for id, naam in names.items()},
        regio=_kosten([entered.get(id, {}) for id in names]),
        geparkeerd={naam: _kosten([entered[id]]) for id, naam in spelled.items() if id not in names},
    )


def _kosten(gemeenten: list[dict[Kostensoort, int]]) -> Kosten:
    def som(*soorten: Kostensoort) -> Som:
        return Som.of(held.get(soort) for held in gemeenten for soort in soorten)

    return Kosten(
        bedragen={soort: som(soort) for soort in KOSTENSOORTEN},
        per_jaar_nu=som("team_nu"),
        per_jaar_straks=som(*PER_JAAR_STRAKS),
        eenmalig=som(*EENMALIG),
    )
