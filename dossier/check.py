"""Does a dossier fit the guide? Every id it names must exist, and every choice must be one that is offered."""

from collections.abc import Iterable, Iterator

from dossier.model import Dossier, GekozenRandvoorwaarde, Invoer
from handreiking.faults import Path
from handreiking.model import Handreiking

Misfit = tuple[Path, str]

_WHY_NO_CHOICE = {
    "omstandigheid": "wordt gevraagd als omstandigheid van de regio; haal haar hier weg",
    "bemensing": "gaat over de mensen in het expertiseteam; vul dat in bij bemensing en haal haar hier weg",
    "altijd": "geldt altijd; haal haar hier weg",
}


def misfits(dossier: Dossier, handreiking: Handreiking) -> Iterator[Misfit]:
    """Every place where a dossier names something that does not exist, with what to do about it."""
    vormen = [*handreiking.vormen, *(vorm.id for vorm in dossier.eigen_vormen)]
    kenmerken = [*handreiking.kenmerken, *(kenmerk.id for kenmerk in dossier.eigen_kenmerken)]
    for field in ("huidige_vorm", "gekozen_vorm"):
        chosen = getattr(dossier, field)
        yield from _unknown((field,), [chosen] if chosen else [], vormen, "vorm")
    for id, answer in dossier.omstandigheden.items():
        path: Path = ("omstandigheden", id)
        yield from _unknown(path, [id], handreiking.omstandigheden, "omstandigheid")
        if id in handreiking.omstandigheden:
            yield from _unknown(path, [answer], handreiking.omstandigheden[id].antwoorden, "antwoord")
    yield from _weging(("weging", "invoer"), dossier.weging.invoer, kenmerken)
    for i, keuze in enumerate(dossier.randvoorwaarden):
        yield from _randvoorwaarde(("randvoorwaarden", i), keuze, handreiking, vormen)
    for i, aanpassing in enumerate(dossier.aanpassingen):
        yield from _unknown(("aanpassingen", i, "kenmerk"), [aanpassing.kenmerk], kenmerken, "kenmerk")
        yield from _unknown(("aanpassingen", i, "vorm"), [aanpassing.vorm], vormen, "vorm")
    for i, kenmerk in enumerate(dossier.eigen_kenmerken):
        yield from _unknown(("eigen_kenmerken", i, "scores"), kenmerk.scores, vormen, "vorm")
    own = {keuze.id for keuze in dossier.randvoorwaarden if keuze.naam}
    for i, vorm in enumerate(dossier.eigen_vormen):
        yield from _unknown(("eigen_vormen", i, "scores"), vorm.scores, handreiking.kenmerken, "kenmerk")
        known: Iterable[str] = [*handreiking.randvoorwaarden.randvoorwaarden, *own]
        yield from _unknown(("eigen_vormen", i, "oordelen"), vorm.oordelen, known, "randvoorwaarde")
    yield from _unknown(("bemensing",), dossier.bemensing, handreiking.varianten.bemensing, "bemensing")
    for side in ("nu", "straks"):
        agreed = getattr(dossier.proces, side)
        yield from _unknown(("proces", side), agreed, handreiking.varianten.processtappen, "processtap")
    for i, punt in enumerate(dossier.plan):
        if punt.groep is None:
            known = [*handreiking.aandachtspunten.aandachtspunten, *handreiking.randvoorwaarden.maatregelen]
            yield from _unknown(("plan", i, "id"), [punt.id], known, "punt")
        else:
            yield from _unknown(("plan", i, "groep"), [punt.groep], handreiking.aandachtspunten.groepen, "groep")


def _weging(path: Path, invoer: Invoer, kenmerken: list[str]) -> Iterator[Misfit]:
    for field in ("schuiven", "punten", "rangorde"):
        yield from _unknown((*path, field), getattr(invoer, field), kenmerken, "kenmerk")
    yield from _pairs((*path, "paarsgewijs"), invoer.paarsgewijs, kenmerken)
    ends = invoer.beste_slechtste
    place: Path = (*path, "beste_slechtste")
    for field in ("beste", "slechtste"):
        chosen = getattr(ends, field)
        yield from _unknown((*place, field), [chosen] if chosen else [], kenmerken, "kenmerk")
    for field in ("beste_boven", "boven_slechtste"):
        yield from _unknown((*place, field), getattr(ends, field), kenmerken, "kenmerk")
    quick = invoer.snelle_start
    place = (*path, "snelle_start")
    yield from _unknown((*place, "stellingen"), quick.stellingen, kenmerken, "kenmerk")
    yield from _pairs((*place, "doorvragen"), quick.doorvragen, kenmerken)
    for pair, answer in quick.doorvragen.items():
        yield from _unknown((*place, "doorvragen", pair), [answer], [*pair.split("|"), "gelijk"], "antwoord")


def _pairs(path: Path, pairs: Iterable[str], kenmerken: list[str]) -> Iterator[Misfit]:
    for pair in pairs:
        yield from _unknown((*path, pair), pair.split("|"), kenmerken, "kenmerk")


def _randvoorwaarde(
    path: Path, keuze: GekozenRandvoorwaarde, handreiking: Handreiking, vormen: list[str]
) -> Iterator[Misfit]:
    known = handreiking.randvoorwaarden.randvoorwaarden.get(keuze.id)
    if known and known.gebruik != "keuze":
        yield (*path, "id"), f"randvoorwaarde {keuze.id} {_WHY_NO_CHOICE[known.gebruik]}"
    if known and (keuze.naam or keuze.oordelen):
        message = "een randvoorwaarde uit de lijst heeft al een naam en oordelen; haal ze weg of kies id ER-1"
        yield path, message
    if not known and (not keuze.naam or not keuze.id.startswith("ER-")):
        yield (*path, "id"), f"randvoorwaarde {keuze.id} bestaat niet; kies een bekende of geef haar een naam"
    yield from _unknown((*path, "oordelen"), keuze.oordelen, vormen, "vorm")


def _unknown(path: Path, named: Iterable[str], known: Iterable[str], what: str) -> Iterator[Misfit]:
    options = list(known)
    for id in named:
        if id not in options:
            shown = ", ".join(options[:12]) + (", ..." if len(options) > 12 else "")
            yield path, f"{what} {id[:60]} bestaat niet; kies een van: {shown}"
