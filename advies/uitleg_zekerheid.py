"""How firm the answer is, in whole Dutch sentences: how often, what tips it, which reading, which weighting."""

from collections.abc import Mapping

from advies.gevoelig import Lijnen, Omslag
from advies.oordeel import GELIJK, Oordeelscode
from advies.rangorde import Advies, HoofdvariantUitkomst
from advies.taal import getal, hoofdletter, kleine_letter, opsomming, procent, van_de_100
from advies.zekerheid import Kantelpunt
from handreiking.model import Handreiking

#: Tipping points and readings that are told; beyond these a weight or score would have to move too far to matter.
KANTELPUNTEN = OMSLAGEN = 4
#: Kenmerken that are named as what a variant needs; more than half of them would be no answer.
ZWAARSTE = 3

_DAN: Mapping[Oordeelscode, str] = {
    "duidelijk": "Dat antwoord is duidelijk.",
    "nipt": "Dat antwoord is nipt.",
    "geen_duidelijke_winnaar": "Een duidelijke winnaar is er dan niet.",
    "enige": "Andere varianten blijven dan niet over.",
}


def how_often(advies: Advies) -> str:
    """How often each hoofdvariant comes first, the one that does most often first; too seldom to count is left out."""
    left = sorted((h for h in advies.hoofdvarianten if h.eerste is not None), key=lambda h: -(h.eerste or 0))
    first, *others = left
    seldom = [f"{kleine_letter(h.naam)} in {first_share(h)}" for h in others if (h.eerste or 0) >= 0.005]
    line = f"In {first_share(first)} van de 100 redelijke lezingen staat {kleine_letter(first.naam)} bovenaan"
    return f"{line}, {opsomming(seldom)}." if seldom else f"{line}."


def first_share(hoofdvariant: HoofdvariantUitkomst) -> str:
    """In how many of 100 readings it comes first; a plain 0 or 100 only when no draw can say otherwise."""
    share = hoofdvariant.eerste or 0.0
    if hoofdvariant.eerste_staat_vast:
        return getal(100 * share)
    # What rounding leaves at none or all was not proven to be that.
    return str(hoofdvariant.eerste_van_100) if 0 < hoofdvariant.eerste_van_100 < 100 else van_de_100(round(share))


def tipping(handreiking: Handreiking, advies: Advies) -> tuple[str, ...]:
    """Which weight would change the answer, nearest first: at most one line per direction of a criterium."""
    first = advies.hoofdvarianten[0]
    if first.beste_vorm is None or advies.oordeel == "nog_niet_gewogen":
        return ()
    told: dict[tuple[str, bool], str] = {}
    for punt in advies.kantelpunten:
        side = (punt.criterium, punt.gewicht > punt.gewicht_nu)
        if punt.niveau == "hoofdvariant" and side not in told:
            told[side] = (
                f"{_naam(handreiking, punt.nieuwe_winnaar)} haalt {kleine_letter(first.naam)} in als "
                f"{_criterium(advies, punt.criterium)} {_from_to(advies, punt)}."
            )
    if not told:
        return (f"Geen enkel gewicht verandert op zichzelf dat {kleine_letter(first.naam)} bovenaan staat.",)
    return tuple(told.values())[:KANTELPUNTEN]


def over_one_weight(handreiking: Handreiking, advies: Advies, verloop: Lijnen) -> str:
    """What the lines over one weight show."""
    what = _criterium(advies, verloop.criterium)
    now = f"{hoofdletter(what)} weegt nu {advies.aandelen[verloop.criterium]}."
    first = advies.hoofdvarianten[0].naam
    if not verloop.kantelpunten:
        return f"{now} {first} staat bovenaan, hoe zwaar of licht u dit ook weegt."
    # Outward from the present weight: the first crossing on each side, and where its winner loses again.
    below = [k for k in reversed(verloop.kantelpunten) if k.gewicht <= verloop.gewicht_nu]
    above = [k for k in verloop.kantelpunten if k.gewicht > verloop.gewicht_nu]
    parts = []
    for side, word in ((below, "minder"), (above, "meer")):
        if not side:
            continue
        near, *further = side
        ends = sorted(k.gewicht for k in (near, *further[:1]))
        where = f"tussen {_edge(ends[0])} en {_edge(ends[1])}" if further else f"bij {word} dan {_edge(near.gewicht)}"
        parts.append(f"{where} staat {kleine_letter(_naam(handreiking, near.nieuwe_winnaar))} bovenaan")
    return f"{now} Nu staat {kleine_letter(first)} bovenaan; {opsomming(parts)}."


def readings(handreiking: Handreiking, advies: Advies) -> tuple[tuple[str, Omslag], ...]:
    """The readings that would change the answer by themselves, the smallest change first, each with its sentence."""
    if advies.oordeel == "nog_niet_gewogen" or advies.voorsprong <= GELIJK:
        return ()
    return tuple((_reading(handreiking, advies, omslag), omslag) for omslag in advies.omslagen[:OMSLAGEN])


def no_reading(advies: Advies) -> str:
    """Why no single reading is told: the first two are level, or none changes the answer within its interval."""
    if advies.voorsprong <= GELIJK:
        return "De eerste twee hebben precies evenveel punten. Elke iets andere lezing geeft dus de doorslag."
    first = kleine_letter(advies.hoofdvarianten[0].naam)
    return (
        f"Geen enkele score verandert op zichzelf dat {first} bovenaan staat, zolang zij binnen haar interval blijft. "
        "Meer scores tegelijk kunnen dat wel; daarvoor kijken wij hoe vaak elke variant bovenaan staat."
    )


def fitting(handreiking: Handreiking, advies: Advies) -> tuple[str, ...]:
    """Per hoofdvariant which weighting puts it first, over all weightings alike."""
    return tuple(_fits(handreiking, advies, id) for id in advies.passend)


def dominated(advies: Advies) -> tuple[str, ...]:
    """Vormen that another is as good as on everything and better on something."""
    return tuple(
        f"{vorm.optie.naam}: gemiddeld nergens beter dan “{kleine_letter(vorm.gedomineerd_door.naam)}”."
        for vorm in advies.vormen
        if vorm.gedomineerd_door
    )


def effect(advies: Advies, other: Advies | None, opening: str) -> str:
    """What another way of reading or weighing does to the answer: the opening says which, as "In de strikte lezing"."""
    first, then = advies.hoofdvarianten[0], other.hoofdvarianten[0] if other else None
    if other is None or then is None or then.beste_vorm is None:
        return f"{opening} blijft er niets over om te rangschikken."
    share = f"in {first_share(then)} van de 100 lezingen"
    if first.beste_vorm is None:
        return f"{opening} staat {kleine_letter(then.naam)} bovenaan, {share}."
    if then.id == first.id:
        same = first_share(then) == first_share(first)
        line = f"{opening} staat ook {kleine_letter(then.naam)} bovenaan, {share}"
        line += "; dat is evenveel als nu." if same else f"; nu is dat {first_share(first)}."
    else:
        line = (
            f"{opening} staat {kleine_letter(then.naam)} bovenaan in plaats van {kleine_letter(first.naam)}, {share}."
        )
    return line if other.oordeel == advies.oordeel else f"{line} {_DAN.get(other.oordeel, '')}".rstrip()


def without_soft(advies: Advies, without: Advies) -> str:
    """What the soft randvoorwaarden change, in a sentence, given the same advice without them."""
    first, other = advies.hoofdvarianten[0], without.hoofdvarianten[0]
    if first.beste_vorm is None or advies.oordeel == "nog_niet_gewogen":
        return ""
    if without.oordeel == "geen_duidelijke_winnaar":
        opening = "Ook zonder" if advies.oordeel == without.oordeel else "Let op: zonder"
        return f"{opening} uw zachte eisen is er geen duidelijke winnaar. {how_often(without)}"
    if other.id != first.id:
        return f"Let op: zonder uw zachte eisen staat {kleine_letter(other.naam)} bovenaan. {how_often(without)}"
    return f"Ook zonder uw zachte eisen staat {kleine_letter(first.naam)} bovenaan. {how_often(without)}"


def _reading(handreiking: Handreiking, advies: Advies, omslag: Omslag) -> str:
    cells = [advies.matrix.cellen[vorm, omslag.kenmerk] for vorm in omslag.vormen]
    kenmerk = kleine_letter(advies.naam_van(omslag.kenmerk))
    winner = kleine_letter(_naam(handreiking, omslag.nieuwe_winnaar))
    now, then = (sorted({getal(mean, 1) for mean in means}) for means in (omslag.nu, omslag.straks))
    side = "hoger" if omslag.verschil > 0 else "lager"
    if len(now) == len(then) == 1 and now != then:
        change = f"gemiddeld als {then[0]} in plaats van {now[0]}"
    else:
        by = getal(abs(omslag.verschil), 1)
        change = f"gemiddeld {'iets' if by == '0,0' else by} {side}"
    low, high = max(cel.laag for cel in cells), min(cel.hoog for cel in cells)
    room = f"Dat past in het interval, van {_score(low)} tot {_score(high)}."
    return f"Leest u {kenmerk} {_at(advies, omslag.vormen)} {change}, dan staat {winner} bovenaan. {room}"


def _at(advies: Advies, vormen: tuple[str, ...]) -> str:
    """At which vormen: by name when it is one, else by how many of a hoofdvariant."""
    opties = [advies.matrix.optie(id) for id in vormen]
    if len(opties) == 1:
        return f"bij “{kleine_letter(opties[0].naam)}”"
    kinds = opsomming(sorted({optie.hoofdvariant for optie in opties}))
    return f"bij {len(opties)} vormen ({kinds}) die op dezelfde zinnen rusten"


def _fits(handreiking: Handreiking, advies: Advies, id: str) -> str:
    naam, past = _naam(handreiking, id), advies.passend[id]
    if past.gewichten is None:
        return f"{naam} staat bij geen enkele weging die wij trokken bovenaan."
    equal = 1 / len(past.gewichten)
    heavy = sorted(past.gewichten.items(), key=lambda item: -item[1])
    named = [f"{kleine_letter(advies.naam_van(k))} ({procent(w)})" for k, w in heavy[:ZWAARSTE] if w > equal]
    often = f"In {van_de_100(past.eerste)} van de 100 gevallen staat {kleine_letter(naam)} bovenaan"
    if len(advies.passend) == 1 or not named:
        return f"{often}."
    return f"{often}. Gemiddeld wegen dan het zwaarst: {opsomming(named)}."


def _from_to(advies: Advies, punt: Kantelpunt) -> str:
    """From the present weight to the one that tips, with as many decimals as it takes to see the step."""
    for now, then in (
        (advies.aandelen[punt.criterium], procent(punt.gewicht)),
        (procent(punt.gewicht_nu, 1), procent(punt.gewicht, 1)),
    ):
        if now != then:
            return f"van {now} naar {then} gaat"
    return f"iets {'meer' if punt.gewicht > punt.gewicht_nu else 'minder'} weegt dan nu ({now})"


def _edge(weight: float) -> str:
    """A weight as percents; near nothing or all with a decimal, since less than 0% is no weight."""
    shown = procent(weight)
    return procent(weight, 1) if shown in ("0%", "100%") else shown


def _criterium(advies: Advies, id: str) -> str:
    name = kleine_letter(advies.naam_van(id))
    return f"uw zachte eis “{name}”" if any(eis.id == id for eis in advies.eisen) else name


def _naam(handreiking: Handreiking, hoofdvariant: str) -> str:
    names: Mapping[str, str] = {id: variant.naam for id, variant in handreiking.varianten.hoofdvarianten.items()}
    return names[hoofdvariant]


def _score(value: float) -> str:
    return getal(value, 0 if value == int(value) else 1)
