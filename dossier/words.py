"""A change in plain Dutch, one sentence per part: "Kosten van 20 naar 35"."""

from collections.abc import Callable, Mapping

from dossier.model import GEWICHT_BEGIN, Dossier, Methode
from dossier.parts import EMPTY, Change, Json, parts
from dossier.words_uitvoering import say_bedrag, say_planpunt, say_team
from handreiking.model import Handreiking

#: More parts than this at once are summed up; nobody made them one by one.
MOST = 6

#: What each way of weighing is called, in the history and on every screen.
METHODEN: Mapping[Methode, str] = {
    "schuiven": "Schuiven",
    "punten": "100 punten",
    "rangorde": "Rangorde",
    "paarsgewijs": "Paarsgewijs",
    "beste_slechtste": "Beste en slechtste",
    "snelle_start": "Snelle start",
}

_SCHUIVEN = "weging.invoer.schuiven."
_ZEKERHEID = {"hoog": "heel zeker", "midden": "redelijk zeker", "laag": "niet zo zeker", "onbekend": "onbekend"}
_STATUS = {"hard": "hard", "zacht": "zacht", "nvt": "geen eis"}
_NIVEAU = {"lokaal": "lokaal", "regionaal": "regionaal", "per_gemeente": "verschilt per gemeente"}
_TELT = {"twee_keer": "twee keer", "een_keer": "één keer"}
_ADDED, _REMOVED, _CHANGED = "toegevoegd", "weggehaald", "gewijzigd"


def in_words(change: Change, handreiking: Handreiking, dossier: Dossier | None = None) -> tuple[str, ...]:
    """Say what a change does. What the region added itself gets its name from the change or the dossier."""
    names = _Names(change, handreiking, parts(dossier) if dossier else {})
    weighed, rest = _first_weighing(change, names)
    if len(rest) + bool(weighed) > MOST:
        opened = all(old is None for old, _ in change.values())
        return (f"Dossier geopend: {len(change)} onderdelen" if opened else f"{len(change)} onderdelen gewijzigd",)
    return (*weighed, *(_sentence(part, old, new, names) for part, (old, new) in rest.items()))


class _Names:
    """What ids are called on the screen."""

    def __init__(self, change: Change, guide: Handreiking, own: Mapping[str, Json]) -> None:
        self.guide = guide
        self._own = {part: new or old for part, (old, new) in change.items()} | dict(own)

    def kenmerk(self, id: str) -> str:
        known = self.guide.kenmerken.get(id)
        return known.naam if known else self._own_naam("eigen_kenmerken", id)

    def vorm(self, id: str) -> str:
        known = self.guide.vormen.get(id)
        return known.naam if known else self._own_naam("eigen_vormen", id)

    def randvoorwaarde(self, id: str) -> str:
        known = self.guide.randvoorwaarden.randvoorwaarden.get(id)
        return known.naam if known else self._own_naam("randvoorwaarden", id)

    def _own_naam(self, place: str, id: str) -> str:
        item = self._own.get(f"{place}.{id}") or {}
        return str(item.get("naam", id))


def _sentence(part: str, old: Json, new: Json, names: _Names) -> str:
    for place, say in _IN_LISTS.items():
        if part.startswith(f"{place}."):
            return say(part.removeprefix(f"{place}."), old, new, names)
    if part in _SIMPLE:
        what, shown = _SIMPLE[part]
        before, after = (EMPTY[part] if value is None else value for value in (old, new))
        return _step(what, before, after, lambda value: shown(value, names))
    return f"{part} {_CHANGED}"  # a part that is too new to have words


def _step(what: str, old: Json, new: Json, shown: Callable[[Json], str]) -> str:
    if old in (None, ""):
        return f"{what}: {shown(new)}"
    if new in (None, ""):
        return f"{what}: niet meer {shown(old)}"
    return f"{what}: van {shown(old)} naar {shown(new)}"


def _gemeente(_: str, old: Json, new: Json, names: _Names) -> str:
    naam = (new or old)["naam"]
    if old and new and old.get("inwoners") != new.get("inwoners"):
        before, after = (_count(item.get("inwoners")) for item in (old, new))
        return f"Inwoners van {naam}: van {before} naar {after}"
    return f"Gemeente {naam} {_what_happened(old, new)}"


def _omstandigheid(id: str, old: Json, new: Json, names: _Names) -> str:
    question = names.guide.omstandigheden.get(id)
    about = f"Antwoord op “{question.naam if question else id}”"
    if new is None:
        return f"{about} {_REMOVED}"
    answer = question.antwoorden.get(new, new) if question else new
    return f"{about}: {answer[:1].lower()}{answer[1:]}"


def _first_weighing(change: Change, names: "_Names") -> tuple[tuple[str, ...], Change]:
    """What the first move of a slider did, or undoing it, and the rest of the change.

    Until then every slider shows where it starts and nothing is stored; then all are at once.
    """
    sliders = {part.removeprefix(_SCHUIVEN): step for part, step in change.items() if part.startswith(_SCHUIVEN)}
    if not sliders.keys() >= names.guide.kenmerken.keys():
        return (), change
    rest = {part: step for part, step in change.items() if not part.startswith(_SCHUIVEN)}
    if all(new is None for _, new in sliders.values()):
        return ("Weging weggehaald",), rest
    if any(old is not None for old, _ in sliders.values()):
        return (), change
    moved = {id: new for id, (_, new) in sliders.items() if new != GEWICHT_BEGIN}
    if not moved:
        return ("Alle kenmerken even zwaar gewogen",), rest
    return tuple(_weight(id, GEWICHT_BEGIN, new, names) for id, new in moved.items()), rest


def _weight(id: str, old: Json, new: Json, names: _Names) -> str:
    # A kenmerk without a weight weighs nothing, so 0 is what it was, or becomes.
    return f"{names.kenmerk(id)} van {_number(old or 0)} naar {_number(new or 0)}"


def _punten(id: str, old: Json, new: Json, names: _Names) -> str:
    return f"Punten voor {names.kenmerk(id)}: van {old or 0} naar {new or 0}"


def _plaats(id: str, old: Json, new: Json, names: _Names) -> str:
    before, after = (f"plaats {place}" if place else "nog geen plaats" for place in (old, new))
    return f"Rangorde, {names.kenmerk(id)}: van {before} naar {after}"


def _pair(pair: str, old: Json, new: Json, names: _Names) -> str:
    first, second = (names.kenmerk(id) for id in pair.split("|"))
    about = f"Vergelijking van {first} en {second}"
    if new is None:
        return f"{about} {_REMOVED}"
    if new == 1:
        return f"{about}: tellen even zwaar"
    return f"{about}: {first if new > 0 else second} telt {abs(new)} keer zo zwaar"


def _over(what: str) -> Callable[[str, Json, Json, _Names], str]:
    def say(id: str, old: Json, new: Json, names: _Names) -> str:
        about = what.format(names.kenmerk(id))
        if new is None:
            return f"{about} {_REMOVED}"
        return f"{about}: {'even zwaar' if new == 1 else f'{new} keer zo zwaar'}"

    return say


def _stelling(id: str, old: Json, new: Json, names: _Names) -> str:
    about = f"Stelling over {names.kenmerk(id)}"
    if new is None:
        return f"{about}: antwoord {_REMOVED}"
    return f"{about}: {new['keuze']}{', extra belangrijk' if new['extra'] else ''}"


def _doorvraag(pair: str, old: Json, new: Json, names: _Names) -> str:
    first, second = (names.kenmerk(id) for id in pair.split("|"))
    about = f"Vervolgvraag over {first} en {second}"
    if new is None:
        return f"{about}: antwoord {_REMOVED}"
    return f"{about}: {'even zwaar' if new == 'gelijk' else f'{names.kenmerk(new)} telt zwaarder'}"


def _randvoorwaarde(id: str, old: Json, new: Json, names: _Names) -> str:
    naam = names.randvoorwaarde(id)
    about = f"Eis “{naam[:1].lower()}{naam[1:]}”"
    before, after = (_STATUS[item["status"] if item else "nvt"] for item in (old, new))
    if before != after:
        return f"{about}: van {before} naar {after}"
    if old and new and old["gewicht"] != new["gewicht"]:
        return f"{about}: gewicht van {_number(old['gewicht'])} naar {_number(new['gewicht'])}"
    return f"{about} {_what_happened(old, new)}"


def _aanpassing(_: str, old: Json, new: Json, names: _Names) -> str:
    item = new or old
    where = f"{names.kenmerk(item['kenmerk'])} bij {names.vorm(item['vorm'])}"
    if new is None:
        return f"Eigen score voor {where} {_REMOVED}"
    if old and all(old[bound] == new[bound] for bound in ("punt", "laag", "hoog")):
        return f"Motivering van de eigen score voor {where} {_CHANGED}"
    reading = f"{_number(new['punt'])} (van {_number(new['laag'])} tot {_number(new['hoog'])})"
    return f"Eigen score voor {where}: {reading}"


def _own(what: str) -> Callable[[str, Json, Json, _Names], str]:
    return lambda _, old, new, __: f"{what} “{(new or old)['naam']}” {_what_happened(old, new)}"


def _bemensing(id: str, old: Json, new: Json, names: _Names) -> str:
    text = names.guide.varianten.bemensing.get(id, id)
    return f"Mensen in het expertiseteam: “{text}” {_what_happened(old, new)}"


def _agreed(when: str) -> Callable[[str, Json, Json, _Names], str]:
    def said(id: str, old: Json, new: Json, names: _Names) -> str:
        step = names.guide.varianten.processtappen.get(id)
        about = f"Wie {when} de stap “{step.naam if step else id}” doet"
        if old and new and old["wie"] == new["wie"]:
            return f"{about}: “{new['wie']}” hoort bij een andere partij"
        return f"{about}: “{new['wie']}”" if new else f"{about}: niet meer “{old['wie']}”"

    return said


def _plan(id: str, old: Json, new: Json, names: _Names) -> str:
    point = names.guide.aandachtspunten.aandachtspunten.get(id)
    measure = names.guide.randvoorwaarden.maatregelen.get(id)
    return say_planpunt(point.tekst if point else measure.naam if measure else id, old, new)


def _what_happened(old: Json, new: Json) -> str:
    return _ADDED if old is None else _REMOVED if new is None else _CHANGED


def _number(value: float) -> str:
    return f"{value:.10g}".replace(".", ",")


def _count(value: int | None) -> str:
    return "onbekend" if value is None else f"{value:,}".replace(",", ".")


_IN_LISTS: Mapping[str, Callable[[str, Json, Json, _Names], str]] = {
    "regio.gemeenten": _gemeente,
    "omstandigheden": _omstandigheid,
    "weging.invoer.schuiven": _weight,
    "weging.invoer.punten": _punten,
    "weging.invoer.rangorde": _plaats,
    "weging.invoer.paarsgewijs": _pair,
    "weging.invoer.beste_slechtste.beste_boven": _over("Het belangrijkste kenmerk tegenover {}"),
    "weging.invoer.beste_slechtste.boven_slechtste": _over("{} tegenover het minst belangrijke kenmerk"),
    "weging.invoer.snelle_start.stellingen": _stelling,
    "weging.invoer.snelle_start.doorvragen": _doorvraag,
    "randvoorwaarden": _randvoorwaarde,
    "aanpassingen": _aanpassing,
    "eigen_kenmerken": _own("Eigen kenmerk"),
    "eigen_vormen": _own("Eigen vorm"),
    "bemensing": _bemensing,
    "proces.nu": _agreed("nu"),
    "proces.straks": _agreed("straks"),
    "plan": _plan,
    "begroting": lambda _, old, new, __: say_bedrag(old, new),
    "teams.mensen": lambda _, old, new, __: say_team(old, new),
}
_SIMPLE: Mapping[str, tuple[str, Callable[[Json, _Names], str]]] = {
    "regio.naam": ("Naam van de regio", lambda value, _: f"“{value}”"),
    "huidige_vorm": ("Huidige vorm", lambda value, names: f"“{names.vorm(value)}”"),
    "gekozen_vorm": ("Gekozen vorm", lambda value, names: f"“{names.vorm(value)}”"),
    "motivering_keuze": ("Motivering van de keuze", lambda value, _: f"“{value[:60]}{'...' * (len(value) > 60)}”"),
    "weging.methode": ("Manier van wegen die telt", lambda value, _: METHODEN[value]),
    "weging.invoer.beste_slechtste.beste": ("Belangrijkste kenmerk", lambda value, names: names.kenmerk(value)),
    "weging.invoer.beste_slechtste.slechtste": ("Minst belangrijke kenmerk", lambda value, names: names.kenmerk(value)),
    "weging.zekerheid": ("Zekerheid over de gewichten", lambda value, _: _ZEKERHEID[value]),
    "weging.aandeel_randvoorwaarden": ("Aandeel van de zachte eisen", lambda value, _: f"{_number(value * 100)}%"),
    "lezing": ("Lezing", lambda value, _: f"{value}"),
    "dubbele_bewering": ("Bewering die bij twee kenmerken staat", lambda value, _: f"telt {_TELT[value]}"),
    "zaad": ("Startgetal van de trekkingen", lambda value, _: _count(value)),
    "trekkingen": ("Aantal trekkingen", lambda value, _: _count(value)),
    "teams.afwezig": ("Deel van de tijd dat iemand er niet is", lambda value, _: f"{_number(value)}%"),
    "beschikking.nu": ("Waar de beschikking nu wordt afgegeven", lambda value, _: _NIVEAU[value]),
    "beschikking.straks": ("Waar de beschikking straks wordt afgegeven", lambda value, _: _NIVEAU[value]),
}
