"""Scenarios side by side: what each region entered and what came out, in rows, and in which rows they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from advies.randvoorwaarden import OORDEEL_IN_WOORDEN
from advies.rangorde import Advies, HoofdvariantUitkomst
from advies.taal import getal, hoofdletter, kleine_letter, procent, procenten
from advies.uitleg import explain
from advies.uitleg_zekerheid import first_share
from dossier.model import (
    Dossier,
    DubbeleBewering,
    GekozenRandvoorwaarde,
    Lezing,
    Status,
    Zekerheid,
    natural_order,
)
from dossier.words import METHODEN
from handreiking.model import Handreiking, Interval

STATUS: Mapping[Status, str] = {"nvt": "geen eis", "zacht": "zacht", "hard": "hard"}
ZEKERHEID: Mapping[Zekerheid, str] = {
    "hoog": "heel zeker",
    "midden": "redelijk zeker",
    "laag": "niet zo zeker",
    "onbekend": "wij weten het niet",
}
LEZING: Mapping[Lezing, str] = {"gewoon": "gewone lezing", "strikt": "strikte lezing"}
TELT: Mapping[DubbeleBewering, str] = {"twee_keer": "telt twee keer", "een_keer": "telt één keer"}
NIET_GEWOGEN = "alle gewichten zijn 0"
VALT_AF = "valt af"
GEEN_VORM = "niet ingevuld"


@dataclass(frozen=True)
class Scenario:
    """A dossier with its advies; None when every weight is zero."""

    dossier: Dossier
    advies: Advies | None


@dataclass(frozen=True)
class Rij:
    """One thing, as it is in each scenario."""

    onderdeel: str
    waarden: tuple[str, ...]
    #: The same in all of them, and as it is when nobody touches it.
    is_gewoon: bool = field(default=False, compare=False)

    @property
    def verschilt(self) -> bool:
        return len(set(self.waarden)) > 1


@dataclass(frozen=True)
class Groep:
    """Rows that belong together, under a title; never empty."""

    titel: str
    rijen: tuple[Rij, ...]


def side_by_side(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> tuple[Groep, ...]:
    """Everything that was entered and that the answer hangs on, and the answer.

    What no scenario touched is left out, and so is a group of which nothing is left.
    """
    groups: Mapping[str, Callable[[Handreiking, Sequence[Scenario]], Iterator[Rij]]] = {
        "De uitkomst": _outcome,
        "De rangorde": _ranking,
        "De weging": _weighing,
        "De eisen": _demands,
        "De regio": _region,
        "De lezing": _reading,
        "Eigen vormen en kenmerken": _own_parts,
        "Eigen scores": _own_scores,
    }
    found = (Groep(title, _touched(rows(handreiking, scenarios))) for title, rows in groups.items())
    return tuple(group for group in found if group.rijen)


def _touched(rows: Iterable[Rij]) -> tuple[Rij, ...]:
    return tuple(rij for rij in rows if not rij.is_gewoon)


def _row(what: str, scenarios: Sequence[Scenario], said: Callable[[Scenario], str], usual: str | None = None) -> Rij:
    values = tuple(said(scenario) for scenario in scenarios)
    return Rij(what, values, is_gewoon=usual is not None and set(values) == {usual})


def _outcome(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    yield _row(
        "Uitkomst",
        scenarios,
        lambda s: explain(handreiking, s.advies).kop if s.advies else NIET_GEWOGEN,
    )
    yield _row("Gekozen vorm", scenarios, lambda s: _vorm(handreiking, s.dossier, s.dossier.gekozen_vorm), GEEN_VORM)


def _ranking(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    for id, variant in handreiking.varianten.hoofdvarianten.items():
        said: Mapping[str, Callable[[HoofdvariantUitkomst], str]] = {
            "plaats": lambda h: str(h.rang),
            "punten": lambda h: getal(h.waarde or 0),
            "beste vorm": lambda h: kleine_letter(h.beste_vorm.optie.naam) if h.beste_vorm else "",
            "hoe vaak bovenaan (van de 100)": first_share,
        }
        for what, say in said.items():
            values = tuple(_of(s.advies, id, say) for s in scenarios)
            # Of what falls in every scenario the place says so, and the rest has nothing to add.
            yield Rij(f"{variant.naam}: {what}", values, is_gewoon=set(values) == {VALT_AF} and what != "plaats")


def _of(advies: Advies | None, id: str, say: Callable[[HoofdvariantUitkomst], str]) -> str:
    if advies is None:
        return NIET_GEWOGEN
    found = next(h for h in advies.hoofdvarianten if h.id == id)
    return say(found) if found.beste_vorm else VALT_AF


def _weighing(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    usual = ZEKERHEID[Dossier().weging.zekerheid]
    methode = METHODEN[Dossier().weging.methode]
    yield _row("Manier van wegen", scenarios, lambda s: METHODEN[s.dossier.weging.methode], methode)
    yield _row("Hoe zeker van de weging", scenarios, lambda s: ZEKERHEID[s.dossier.weging.zekerheid], usual)
    known = [(False, kenmerk.naam) for kenmerk in handreiking.kenmerken.values()]
    own = dict.fromkeys((True, kenmerk.naam) for s in scenarios for kenmerk in s.dossier.eigen_kenmerken)
    weights = [_weights(s.advies) for s in scenarios]
    for is_own, naam in [*known, *own]:
        what = f"Gewicht: {_kenmerk(handreiking, naam, is_own=is_own)}"
        yield Rij(what, tuple(found.get((is_own, naam), "0%") for found in weights))
    none = "geen zachte eisen"
    yield _row("Deel voor de zachte eisen samen", scenarios, lambda s: _share(s.dossier, none), none)


def _kenmerk(handreiking: Handreiking, naam: str, *, is_own: bool) -> str:
    """By name; one of the region's own that is called like one of the guide is told apart."""
    known = {kenmerk.naam.casefold() for kenmerk in handreiking.kenmerken.values()}
    return f"{kleine_letter(naam)} (eigen kenmerk)" if is_own and naam.casefold() in known else kleine_letter(naam)


def _weights(advies: Advies | None) -> Mapping[tuple[bool, str], str]:
    """By whether it is the region's own, and by name: two copies can each add one as EK-1."""
    if advies is None:
        return {}
    shown = procenten(advies.gewichten)
    return {(k.is_eigen, k.naam): shown[k.id] for k in advies.matrix.kenmerken}


def _share(dossier: Dossier, none: str) -> str:
    soft = [keuze for keuze in dossier.randvoorwaarden if keuze.status == "zacht"]
    counts = any(keuze.gewicht > 0 for keuze in soft)
    return procent(dossier.weging.aandeel_randvoorwaarden if counts else 0) if soft else none


def _demands(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    kept = [{_eis(handreiking, keuze): _status(keuze) for keuze in s.dossier.randvoorwaarden} for s in scenarios]
    ids = {_eis(handreiking, keuze): keuze.id for s in scenarios for keuze in s.dossier.randvoorwaarden}
    for naam in sorted(ids, key=lambda naam: natural_order(ids[naam])):
        values = tuple(found.get(naam, STATUS["nvt"]) for found in kept)
        yield Rij(f"Eis: {kleine_letter(naam)}", values, is_gewoon=set(values) == {STATUS["nvt"]})
    judged = [dict(_judgements(handreiking, s.dossier)) for s in scenarios]
    for about in dict.fromkeys(about for found in judged for about in found):
        yield Rij(about, tuple(found.get(about, OORDEEL_IN_WOORDEN["onbekend"]) for found in judged))


def _eis(handreiking: Handreiking, keuze: GekozenRandvoorwaarde) -> str:
    return keuze.naam or handreiking.randvoorwaarden.randvoorwaarden[keuze.id].naam


def _status(keuze: GekozenRandvoorwaarde) -> str:
    weight = f", gewicht {getal(keuze.gewicht)}" if keuze.status == "zacht" else ""
    return f"{STATUS[keuze.status]}{weight}"


def _judgements(handreiking: Handreiking, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every judgement of the region's own: what it is about, and what it says."""
    names = {id: eis.naam for id, eis in handreiking.randvoorwaarden.randvoorwaarden.items()}
    names |= {keuze.id: keuze.naam for keuze in dossier.randvoorwaarden if keuze.naam}
    cells = [(keuze.id, vorm, oordeel) for keuze in dossier.randvoorwaarden for vorm, oordeel in keuze.oordelen.items()]
    # Last, since what stands at the vorm goes first.
    cells += [(eis, vorm.id, oordeel) for vorm in dossier.eigen_vormen for eis, oordeel in vorm.oordelen.items()]
    for eis, vorm, oordeel in cells:
        name = kleine_letter(_vorm(handreiking, dossier, vorm))
        yield f"Eigen oordeel bij de eis “{kleine_letter(names.get(eis, eis))}”: {name}", OORDEEL_IN_WOORDEN[oordeel]


def _region(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    yield _row("Huidige vorm", scenarios, lambda s: _vorm(handreiking, s.dossier, s.dossier.huidige_vorm), GEEN_VORM)
    for vraag, omstandigheid in handreiking.omstandigheden.items():
        none = "niet beantwoord"
        given = [s.dossier.omstandigheden.get(vraag) for s in scenarios]
        values = tuple(omstandigheid.antwoorden[answer] if answer else none for answer in given)
        yield Rij(f"Antwoord: {kleine_letter(omstandigheid.naam)}", values, is_gewoon=not any(given))


def _reading(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    said: Mapping[str, Callable[[Dossier], str]] = {
        "Lezing": lambda d: LEZING[d.lezing],
        "Bewering die bij twee kenmerken staat": lambda d: TELT[d.dubbele_bewering],
        "Aantal trekkingen": lambda d: getal(d.trekkingen),
        "Startgetal van de trekkingen": lambda d: getal(d.zaad),
    }
    for what, say in said.items():
        values = tuple(say(s.dossier) for s in scenarios)
        yield Rij(what, values, is_gewoon=set(values) == {say(Dossier())})


def _own_parts(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    variants = handreiking.varianten.hoofdvarianten
    vormen = [
        {v.naam: f"ja, bij {kleine_letter(variants[v.hoofdvariant].naam)}" for v in s.dossier.eigen_vormen}
        for s in scenarios
    ]
    kenmerken = [{k.naam: "ja" for k in s.dossier.eigen_kenmerken} for s in scenarios]
    for what, found in {"Eigen vorm": vormen, "Eigen kenmerk": kenmerken}.items():
        for naam in dict.fromkeys(naam for there in found for naam in there):
            yield Rij(f"{what}: {kleine_letter(naam)}", tuple(there.get(naam, "nee") for there in found))


def _own_scores(handreiking: Handreiking, scenarios: Sequence[Scenario]) -> Iterator[Rij]:
    scores = [dict(_scores(handreiking, s.dossier)) for s in scenarios]
    counts = tuple(str(len(found)) for found in scores)
    yield Rij("Hoeveel eigen scores", counts, is_gewoon=set(counts) == {"0"})
    for cell in dict.fromkeys(cell for found in scores for cell in found):
        yield Rij(cell, tuple(found.get(cell, "geen") for found in scores))


def _scores(handreiking: Handreiking, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every score of the region's own: what it is about, and what it says."""
    names = {id: _kenmerk(handreiking, kenmerk.naam, is_own=False) for id, kenmerk in handreiking.kenmerken.items()}
    names |= {k.id: _kenmerk(handreiking, k.naam, is_own=True) for k in dossier.eigen_kenmerken}
    cells: list[tuple[str, str, Interval]] = [
        *((k.id, vorm, score) for k in dossier.eigen_kenmerken for vorm, score in k.scores.items()),
        *((kenmerk, v.id, score) for v in dossier.eigen_vormen for kenmerk, score in v.scores.items()),
        *((a.kenmerk, a.vorm, a) for a in dossier.aanpassingen),  # last, since these go first
    ]
    for kenmerk, vorm, score in cells:
        punt, laag, hoog = (f"{bound:g}".replace(".", ",") for bound in (score.punt, score.laag, score.hoog))
        about = f"{hoofdletter(names.get(kenmerk, kenmerk))}: {kleine_letter(_vorm(handreiking, dossier, vorm))}"
        yield about, f"{punt} (van {laag} tot {hoog})"


def _vorm(handreiking: Handreiking, dossier: Dossier, id: str | None) -> str:
    names = {key: vorm.naam for key, vorm in handreiking.vormen.items()}
    names |= {vorm.id: vorm.naam for vorm in dossier.eigen_vormen}
    return names.get(id, id) if id else GEEN_VORM
