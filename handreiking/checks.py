"""What must hold between the knowledge files: every id that is named exists, every vorm is complete."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar, get_args

from handreiking.faults import Fault, Lines, Path, fault_at
from handreiking.model import (
    Aandachtspunten,
    Baan,
    Bewering,
    Frozen,
    Interval,
    Kenmerk,
    Omstandigheden,
    Randvoorwaarden,
    Varianten,
)

Model = TypeVar("Model", bound=Frozen)

_LOOKS_LIKE_ID = re.compile(r"[A-Z]{1,2}-\d{2}")


@dataclass(frozen=True)
class Checked(Generic[Model]):
    """A file that is right on its own, with the lines to point at."""

    file: str
    lines: Lines
    model: Model

    def fault(self, path: Path, message: str) -> Fault:
        return fault_at(self.file, self.lines, path, message)


def faults_between(
    kenmerken: Sequence[Checked[Kenmerk]],
    omstandigheden: Checked[Omstandigheden],
    varianten: Checked[Varianten],
    aandachtspunten: Checked[Aandachtspunten],
    randvoorwaarden: Checked[Randvoorwaarden],
) -> Iterator[Fault]:
    """Every fault that only shows when the files are laid side by side."""
    known = _Known(kenmerken, omstandigheden, varianten, aandachtspunten, randvoorwaarden)
    yield from _duplicate_ids(kenmerken)
    for kenmerk in kenmerken:
        yield from _kenmerk(kenmerk, known)
        yield from _beslislijsten(kenmerk, known)
    yield from _omstandigheden(omstandigheden, known)
    yield from _varianten(varianten, known)
    yield from _aandachtspunten(aandachtspunten, known)
    yield from _randvoorwaarden(randvoorwaarden, known)


class _Known:
    """Every id that may be named."""

    def __init__(
        self,
        kenmerken: Sequence[Checked[Kenmerk]],
        omstandigheden: Checked[Omstandigheden],
        varianten: Checked[Varianten],
        aandachtspunten: Checked[Aandachtspunten],
        randvoorwaarden: Checked[Randvoorwaarden],
    ) -> None:
        self.kenmerken = [kenmerk.model.id for kenmerk in kenmerken]
        self.beweringen: dict[str, Bewering] = {}
        for kenmerk in kenmerken:
            self.beweringen.update(kenmerk.model.beweringen)
        self.antwoorden = {id: set(o.antwoorden) for id, o in omstandigheden.model.omstandigheden.items()}
        self.vormen = list(varianten.model.vormen)
        self.stappen = set(varianten.model.processtappen)
        self.bemensing = set(varianten.model.bemensing)
        self.groepen = set(aandachtspunten.model.groepen)
        self.aandachtspunten = set(aandachtspunten.model.aandachtspunten)
        self.maatregelen = set(randvoorwaarden.model.maatregelen)
        self.randvoorwaarden = set(randvoorwaarden.model.randvoorwaarden)
        self.achtergrond = set(varianten.model.document.achtergrond)

    @property
    def sources(self) -> set[str]:
        return set(self.beweringen) | self.aandachtspunten | self.maatregelen | self.achtergrond


def _missing(
    source: Checked[Model], path: Path, named: Iterable[str], known: Iterable[str], what: str
) -> Iterator[Fault]:
    for id in named:
        if id not in known:
            yield source.fault(path, f"{what} {id} bestaat niet; verbeter de naam of voeg {id} toe")


def _answers(source: Checked[Model], path: Path, conditions: Mapping[str, str], known: _Known) -> Iterator[Fault]:
    for id, answer in conditions.items():
        if id not in known.antwoorden:
            yield source.fault(path, f"omstandigheid {id} bestaat niet; kies een id uit omstandigheden.yaml")
        elif answer not in known.antwoorden[id]:
            options = ", ".join(sorted(known.antwoorden[id]))
            yield source.fault((*path, id), f"antwoord {answer} bestaat niet; kies een van: {options}")


def _duplicate_ids(kenmerken: Sequence[Checked[Kenmerk]]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    order: dict[int, str] = {}
    for kenmerk in kenmerken:
        for id in kenmerk.model.beweringen:
            if id in first:
                message = f"bewering {id} staat ook in {first[id]}; geef een van de twee een eigen id"
                yield kenmerk.fault(("beweringen", id), message)
            first.setdefault(id, kenmerk.file)
        place = kenmerk.model.volgorde
        if place in order:
            yield kenmerk.fault(("volgorde",), f"volgorde {place} staat ook in {order[place]}; kies een andere")
        order.setdefault(place, kenmerk.file)


def _kenmerk(source: Checked[Kenmerk], known: _Known) -> Iterator[Fault]:
    kenmerk = source.model
    if PurePosixPath(source.file).stem != kenmerk.id:
        yield source.fault(("id",), f"id {kenmerk.id} hoort gelijk te zijn aan de bestandsnaam; maak ze gelijk")
    for id, bewering in kenmerk.beweringen.items():
        path: Path = ("beweringen", id)
        yield from _missing(source, (*path, "geldt_voor"), bewering.geldt_voor, known.vormen, "vorm")
        yield from _missing(source, (*path, "maatregelen"), bewering.maatregelen, known.maatregelen, "maatregel")
        other = bewering.zelfde_als
        if other and (other not in known.beweringen or known.beweringen[other].zelfde_als != id):
            message = f"bewering {other} verwijst niet terug naar {id}; zet bij {other} zelfde_als: {id}"
            yield source.fault((*path, "zelfde_als"), message)
    for vorm in known.vormen:
        if vorm not in kenmerk.scores:
            yield source.fault(("scores",), f"vorm {vorm} heeft geen score; voeg een regel voor {vorm} toe")
    for vorm, score in kenmerk.scores.items():
        path = ("scores", vorm)
        yield from _missing(source, path, [vorm], known.vormen, "vorm")
        yield from _missing(source, (*path, "op_grond_van"), score.op_grond_van, kenmerk.beweringen, "bewering")
        holding = [id for id, bewering in kenmerk.beweringen.items() if vorm in bewering.geldt_voor]
        for id in score.op_grond_van:
            if id in kenmerk.beweringen and id not in holding:
                message = f"bewering {id} geldt niet voor {vorm}; haal haar weg of voeg {vorm} toe bij geldt_voor"
                yield source.fault((*path, "op_grond_van"), message)
        if score.steun != "geen":
            for id in holding:
                if id not in score.op_grond_van:
                    message = f"bewering {id} geldt voor {vorm} maar staat er niet bij; voeg haar toe"
                    yield source.fault((*path, "op_grond_van"), message)
        if score.een_keer and not any(kenmerk.beweringen[id].zelfde_als for id in holding):
            message = "deze score rust op geen bewering die ook bij een ander kenmerk staat; haal een_keer weg"
            yield source.fault((*path, "een_keer"), message)


def _beslislijsten(source: Checked[Kenmerk], known: _Known) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, lijst in enumerate(source.model.beslislijsten):
        yield from _missing(source, ("beslislijsten", i, "vormen"), lijst.vormen, known.vormen, "vorm")
        for vorm in lijst.vormen:
            if vorm in seen:
                message = f"vorm {vorm} staat in twee beslislijsten; voeg ze samen"
                yield source.fault(("beslislijsten", i, "vormen"), message)
            seen.add(vorm)
        for j, regel in enumerate(lijst.regels):
            path: Path = ("beslislijsten", i, "regels", j)
            yield from _answers(source, (*path, "als"), regel.als, known)
            for earlier in lijst.regels[:j]:
                if earlier.als.items() <= regel.als.items():
                    message = "deze regel wordt nooit bereikt: een eerdere vangt hem al; zet hem hoger"
                    yield source.fault(path, message)
                    break
            for vorm in lijst.vormen:
                cell = source.model.scores.get(vorm)
                if cell and not cell.laag <= regel.laag <= regel.hoog <= cell.hoog:
                    message = (
                        f"een antwoord mag alleen versmallen: {regel.laag:g} tot {regel.hoog:g} past niet in "
                        f"{cell.laag:g} tot {cell.hoog:g} van {vorm}; pas een van de twee aan"
                    )
                    yield source.fault(path, message)
                if cell:
                    yield from _once(source, path, vorm, regel.een_keer, cell.een_keer)


def _once(
    source: Checked[Kenmerk], path: Path, vorm: str, narrowed: Interval | None, cell: Interval | None
) -> Iterator[Fault]:
    """Where a cell has a reading for who counts a claim once, so has every line that narrows it, and it narrows too."""
    if (narrowed is None) != (cell is None):
        yield source.fault(path, f"een_keer hoort bij {vorm} en bij deze regel, of bij geen van beide; maak dat gelijk")
    elif narrowed and cell and not cell.laag <= narrowed.laag <= narrowed.hoog <= cell.hoog:
        message = (
            f"een antwoord mag alleen versmallen: {narrowed.laag:g} tot {narrowed.hoog:g} past niet in "
            f"{cell.laag:g} tot {cell.hoog:g} van {vorm}; pas een van de twee aan"
        )
        yield source.fault((*path, "een_keer"), message)


def _omstandigheden(source: Checked[Omstandigheden], known: _Known) -> Iterator[Fault]:
    for id, omstandigheid in source.model.omstandigheden.items():
        path: Path = ("omstandigheden", id, "beweringen")
        yield from _missing(source, path, omstandigheid.beweringen, known.beweringen, "bewering")


def _varianten(source: Checked[Varianten], known: _Known) -> Iterator[Fault]:
    present = {vorm.hoofdvariant for vorm in source.model.vormen.values()}
    for hoofdvariant in ("centraal", "lokaal", "hybride"):
        if hoofdvariant not in source.model.hoofdvarianten:
            message = f"hoofdvariant {hoofdvariant} ontbreekt; voeg haar toe"
            yield source.fault(("hoofdvarianten",), message)
        if hoofdvariant not in present:
            yield source.fault(("vormen",), f"geen vorm hoort bij {hoofdvariant}; voeg er een toe")
    for baan in get_args(Baan):
        if baan not in source.model.banen:
            yield source.fault(("banen",), f"baan {baan} heeft geen naam; voeg haar toe")
    for id, vorm in source.model.vormen.items():
        path: Path = ("vormen", id)
        yield from _missing(source, (*path, "stappen"), vorm.stappen, known.stappen, "processtap")
        yield from _missing(source, (*path, "bemensing"), vorm.bemensing, known.bemensing, "bemensing")
        for step in sorted(step for step in known.stappen if step.isdigit() and step not in vorm.stappen):
            message = f"stap {step} ontbreekt; zeg wie hem doet, desnoods niet_genoemd"
            yield source.fault((*path, "stappen"), message)


def _aandachtspunten(source: Checked[Aandachtspunten], known: _Known) -> Iterator[Fault]:
    for id, punt in source.model.aandachtspunten.items():
        path: Path = ("aandachtspunten", id)
        yield from _missing(source, (*path, "groep"), [punt.groep], known.groepen, "groep")
        yield from _missing(source, (*path, "maatregelen"), punt.maatregelen, known.maatregelen, "maatregel")
        if punt.hangt_aan:
            yield from _missing(source, (*path, "hangt_aan"), [punt.hangt_aan], known.aandachtspunten, "aandachtspunt")


def _randvoorwaarden(source: Checked[Randvoorwaarden], known: _Known) -> Iterator[Fault]:
    for id, maatregel in source.model.maatregelen.items():
        yield from _sources(source, ("maatregelen", id, "uit"), maatregel.uit, known)
    here: Path
    for id, randvoorwaarde in source.model.randvoorwaarden.items():
        path: Path = ("randvoorwaarden", id)
        yield from _sources(source, (*path, "uit"), randvoorwaarde.uit, known)
        if randvoorwaarde.overlapt_met:
            named = [randvoorwaarde.overlapt_met]
            yield from _missing(source, (*path, "overlapt_met"), named, known.kenmerken, "kenmerk")
        if randvoorwaarde.sluit_bemensing_uit:
            named = [randvoorwaarde.sluit_bemensing_uit]
            yield from _missing(source, (*path, "sluit_bemensing_uit"), named, known.bemensing, "bemensing")
        if extra := randvoorwaarde.maatregel_bij_gekozen_vorm:
            here = (*path, "maatregel_bij_gekozen_vorm")
            yield from _missing(source, (*here, "vormen"), extra.vormen, known.vormen, "vorm")
            yield from _missing(source, (*here, "maatregel"), [extra.maatregel], known.maatregelen, "maatregel")
        judged: dict[str, str] = {}
        for i, beoordeling in enumerate(randvoorwaarde.oordelen):
            here = (*path, "oordelen", i)
            yield from _missing(source, (*here, "vormen"), beoordeling.vormen, known.vormen, "vorm")
            named = list(beoordeling.maatregelen)
            yield from _missing(source, (*here, "maatregelen"), named, known.maatregelen, "maatregel")
            for vorm in beoordeling.vormen:
                if vorm in judged:
                    message = f"vorm {vorm} is al eerder beoordeeld; laat een oordeel staan"
                    yield source.fault((*here, "vormen"), message)
                judged[vorm] = beoordeling.oordeel
        for vorm in known.vormen:
            if vorm not in judged:
                message = f"vorm {vorm} heeft geen oordeel; voeg het toe"
                yield source.fault((*path, "oordelen"), message)
        for vorm in randvoorwaarde.hard_niet_genoeg:
            if judged.get(vorm) != "met_maatregel":
                message = f"vorm {vorm} heeft niet het oordeel met_maatregel en hoort hier dus niet; haal haar weg"
                yield source.fault((*path, "hard_niet_genoeg"), message)
        for i, bij in enumerate(randvoorwaarde.bij):
            yield from _missing(source, (*path, "bij", i, "vormen"), bij.vormen, known.vormen, "vorm")
            yield from _answers(source, (*path, "bij", i, "als"), bij.als, known)
    for i, combinatie in enumerate(source.model.combinaties):
        path = ("combinaties", i)
        yield from _missing(source, (*path, "hard"), combinatie.hard, known.randvoorwaarden, "randvoorwaarde")
        yield from _answers(source, (*path, "als"), combinatie.als, known)


def _sources(source: Checked[Model], path: Path, named: Iterable[str], known: _Known) -> Iterator[Fault]:
    """`uit` names ids, or a part of the guide in words; only what looks like an id must exist."""
    ids = [name for name in named if _LOOKS_LIKE_ID.fullmatch(name)]
    yield from _missing(source, path, ids, known.sources, "bron")
