"""The advice in whole Dutch sentences, with the region's own numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advies.oordeel import (
    AANDEEL_DUIDELIJK,
    AANDEEL_WINNAAR,
    GELIJK,
    VOORSPRONG_DUIDELIJK,
)
from advies.rangorde import Advies, HoofdvariantUitkomst, VormUitkomst
from advies.taal import afgekapt, getal, hoofdletter, kleine_letter, opsomming, punten
from advies.uitleg_zekerheid import how_often
from dossier.model import EigenOordeel
from handreiking.model import Handreiking, Richting

#: A difference in a contribution that is too small to be worth a sentence, in points.
TELT_NIET = 0.5


@dataclass(frozen=True)
class Uitleg:
    """The answer first, then why, what speaks against it and what to keep in mind."""

    kop: str
    kern: str
    waarom: tuple[str, ...]
    daartegenover: tuple[str, ...]
    let_op: tuple[str, ...]
    afgevallen: tuple[str, ...]


def explain(handreiking: Handreiking, advies: Advies) -> Uitleg:
    """Tell an advies in sentences. A verdict that nobody weighed for yet has no reasons."""
    left = [h for h in advies.hoofdvarianten if h.beste_vorm]
    first = left[0] if left else None
    second = left[1] if len(left) > 1 else None
    weighed = advies.oordeel != "nog_niet_gewogen"
    return Uitleg(
        _headline(advies, first),
        _core(advies, first, second),
        tuple(_why(handreiking, advies, first, second)) if first and weighed else (),
        tuple(_against(handreiking, advies, first, second)) if first and weighed else (),
        tuple(_keep_in_mind(handreiking, advies, first)),
        tuple(_fell_out(advies)),
    )


def _fell_out(advies: Advies) -> Iterator[str]:
    """Per hard randvoorwaarde how many vormen it excludes, and which hoofdvarianten are gone."""
    best = advies.beste
    for gone in (h for h in advies.hoofdvarianten if h.beste_vorm is None):
        members = [v for v in advies.vormen if v.optie.hoofdvariant == gone.id]
        if all(vorm.uitgesloten_door for vorm in members):
            most = max(vorm.waarde for vorm in members)
            yield f"{gone.naam} valt helemaal af. Zonder harde eisen kreeg zij {punten(most)}."
        elif members:
            yield f"Van {kleine_letter(gone.naam)} is niets te rangschikken."
    for eis in advies.eisen:
        out = [vorm for vorm in advies.vormen if eis in vorm.uitgesloten_door]
        if not out:
            continue
        count = "één vorm" if len(out) == 1 else f"{len(out)} van de {len(advies.vormen)} vormen"
        line = f"Door uw harde eis “{kleine_letter(eis.naam)}” {'valt' if len(out) == 1 else 'vallen'} {count} af."
        alone = [v for v in out if v.uitgesloten_door == (eis,) and v.optie.id not in advies.matrix.niet_gerangschikt]
        top = max(alone, key=lambda vorm: vorm.waarde, default=None)
        if top and best and top.waarde > best.waarde + GELIJK:
            line += f" Zonder die eis stond bovenaan: {kleine_letter(top.optie.naam)}, met {punten(top.waarde)}."
        yield line


def _headline(advies: Advies, first: HoofdvariantUitkomst | None) -> str:
    unranked = any(vorm.rang is None and not vorm.uitgesloten_door for vorm in advies.vormen)
    if first is None:
        none = "Geen enkele vorm voldoet aan al uw harde eisen"
        return "Van wat aan uw eisen voldoet, is niets te rangschikken" if unranked else none
    only = "is te rangschikken" if unranked else "voldoet aan uw harde eisen"
    by = "gemiddeld over alle wegingen" if advies.zonder_weging else "bij uw weging"
    return {
        "duidelijk": f"{first.naam} past het best {by}",
        "nipt": f"{first.naam} past het best, maar nipt",
        "geen_duidelijke_winnaar": "Er is geen duidelijke winnaar",
        "enige": f"Alleen {kleine_letter(first.naam)} {only}",
        "nog_niet_gewogen": "U hebt nog niet gewogen",
        "geen_toegestaan": "",
    }[advies.oordeel]


def _core(advies: Advies, first: HoofdvariantUitkomst | None, second: HoofdvariantUitkomst | None) -> str:
    if first is None or first.beste_vorm is None:
        if any(not vorm.uitgesloten_door for vorm in advies.vormen):
            return (
                "Er blijven wel vormen over, maar die hebben in deze lezing geen scores. Kies hieronder bij “Anders "
                "lezen of wegen” de gewone lezing, of geef bij Matrix uw eigen scores."
            )
        return (
            "Maak een van uw harde eisen zacht, of laat er een weg. Hieronder ziet u welke eis wat uitsluit, en welke "
            "vormen om een andere reden niet meedoen."
        )
    best = f"De beste vorm daarbinnen is “{kleine_letter(first.beste_vorm.optie.naam)}”."
    if second is None or second.beste_vorm is None:
        return f"{first.naam} krijgt {getal(first.beste_vorm.waarde)} van de 100 punten. {best}"
    standing = (
        f"{first.naam} krijgt {getal(first.beste_vorm.waarde)} van de 100 punten, "
        f"{kleine_letter(second.naam)} {getal(second.beste_vorm.waarde)}."
    )
    if advies.oordeel == "nog_niet_gewogen":
        return (
            "Alle kenmerken tellen nu even zwaar, en dat is zelden wat een regio vindt. "
            f"Dit is dus nog geen advies. {standing} Ga naar Weging om te zeggen wat voor u telt."
        )
    if advies.oordeel == "geen_duidelijke_winnaar":
        best = ""
    return " ".join(part for part in (how_often(advies), standing, _margin(advies, first), best) if part)


def _margin(advies: Advies, first: HoofdvariantUitkomst) -> str:
    """Why the answer is not clear, by the first rule of the verdict that says so."""
    most = max(advies.hoofdvarianten, key=lambda h: h.eerste or 0)
    share = first.eerste or 0
    if advies.oordeel == "nipt":
        if advies.voorsprong < VOORSPRONG_DUIDELIJK:
            lead = afgekapt(advies.voorsprong)
            return f"Een verschil van {lead} is klein: onder {getal(VOORSPRONG_DUIDELIJK)} punten noemen wij het nipt."
        clear = getal(AANDEEL_DUIDELIJK * 100)
        return (
            f"{first.naam} staat in {afgekapt(share * 100)} van de 100 lezingen bovenaan. Onder {clear} noemen wij dat "
            "nipt."
        )
    if advies.oordeel != "geen_duidelijke_winnaar":
        return ""
    if advies.voorsprong <= GELIJK:
        return "De punten zijn gelijk."
    if most.id != first.id and (most.eerste or 0) > share:
        return f"{first.naam} heeft de meeste punten, maar {kleine_letter(most.naam)} staat vaker bovenaan."
    if share < AANDEEL_WINNAAR:
        return (
            f"{first.naam} staat in {afgekapt(share * 100)} van de 100 lezingen bovenaan: geen variant haalt "
            f"{getal(AANDEEL_WINNAAR * 100)}."
        )
    close = sorted(advies.hoofdvarianten, key=lambda h: -(h.eerste or 0))[:2]
    names = opsomming([kleine_letter(h.naam) for h in close])
    return f"{hoofdletter(names)} staan bijna even vaak bovenaan. Daarom noemen wij geen winnaar."


def _why(
    handreiking: Handreiking, advies: Advies, first: HoofdvariantUitkomst, second: HoofdvariantUitkomst | None
) -> Iterator[str]:
    """What brings the winner its lead over the runner-up, or its points when it stands alone."""
    winner = first.beste_vorm
    assert winner is not None
    for id, gap in _gaps(winner, second.beste_vorm if second else None)[:2]:
        if gap < TELT_NIET:
            continue
        line = _met_by(advies, first, second, id) or _scored_by(advies, first, second, id)
        gain = f"Dat scheelt {punten(gap)}." if second else f"Dat levert {punten(gap)} op."
        yield _with_claim(handreiking, advies, f"{line} {gain}", winner, id, "gunstig")


def _scored_by(advies: Advies, first: HoofdvariantUitkomst, second: HoofdvariantUitkomst | None, id: str) -> str:
    """Where the first, and the second if there is one, stand on a kenmerk."""
    stands = [
        f"{kleine_letter(h.naam)} op {getal(advies.waarden[h.beste_vorm.optie.id, id])}"
        for h in (first, second)
        if h and h.beste_vorm
    ]
    stands[0] = f"{stands[0]} van de 100"
    return f"Op {_named(advies, id)} staat {', '.join(stands)}."


_VOLDOET: Mapping[EigenOordeel, str] = {
    "voldoet": "voldoet helemaal",
    "met_maatregel": "voldoet alleen met een maatregel",
    "voldoet_niet": "voldoet niet",
    "onbekend": "is nog niet beoordeeld",
}


def _met_by(advies: Advies, first: HoofdvariantUitkomst, second: HoofdvariantUitkomst | None, id: str) -> str:
    """How the first, and the second if there is one, meet a soft randvoorwaarde; nothing when it is a kenmerk."""
    eis = next((eis for eis in advies.eisen if eis.id == id), None)
    if eis is None:
        return ""
    stands = [
        f"{kleine_letter(h.naam)} {_VOLDOET[eis.toetsen[h.beste_vorm.optie.id].oordeel]}"
        for h in (first, second)
        if h and h.beste_vorm
    ]
    return f"Aan {_named(advies, id)}: {opsomming(stands)}."


def _against(
    handreiking: Handreiking, advies: Advies, first: HoofdvariantUitkomst, second: HoofdvariantUitkomst | None
) -> Iterator[str]:
    """What the runner-up does better, and where the winner stays furthest behind any hoofdvariant."""
    winner = first.beste_vorm
    assert winner is not None
    rivals = [h for h in advies.hoofdvarianten if h.beste_vorm and h.id != first.id]
    told: set[str] = set()
    if second and second.beste_vorm:
        losses = [(id, -gap) for id, gap in reversed(_gaps(winner, second.beste_vorm)) if gap <= -TELT_NIET]
        if losses:
            parts = [_named(advies, id, f", scheelt {punten(gap)}") for id, gap in losses[:3]]
            told.update(id for id, _ in losses[:3])
            yield f"{second.naam} doet het beter op {opsomming(parts)}."
        else:
            yield f"{second.naam} doet het op geen enkel onderdeel dat u meeweegt merkbaar beter."
    worst = max(
        ((gap, id, rival) for rival in rivals if rival.beste_vorm for id, gap in _gaps(rival.beste_vorm, winner)),
        key=lambda item: item[0],
        default=None,
    )
    if worst and worst[0] >= TELT_NIET and not (worst[2] == second and worst[1] in told):
        gap, id, rival = worst
        line = (
            f"De zwakste plek van {kleine_letter(first.naam)} is {_named(advies, id)}: "
            f"daar haalt {kleine_letter(rival.naam)} {punten(gap)} meer."
        )
        yield _with_claim(handreiking, advies, line, winner, id, "ongunstig")


def _keep_in_mind(handreiking: Handreiking, advies: Advies, first: HoofdvariantUitkomst | None) -> Iterator[str]:
    weights = [advies.gewichten[kenmerk.id] for kenmerk in advies.matrix.kenmerken]
    if advies.gewogen and not advies.zonder_weging and len(weights) > 1 and max(weights) - min(weights) < GELIJK:
        line = f"U weegt alle {len(weights)} kenmerken even zwaar. Dat is ook een keuze."
        rivals = advies.oordeel not in ("enige", "geen_toegestaan")
        where = " Kijk bij “Wat doet de keuze kantelen?” welk gewicht de uitkomst verandert." if rivals else ""
        yield line + where
    vorm = first.beste_vorm if first else None
    if vorm and vorm.optie.id in handreiking.vormen and not _all_own(handreiking, advies, vorm):
        known = handreiking.vormen[vorm.optie.id]
        if known.hoofdvariant == "hybride" and known.inrichting.expertiseteam == "geen":
            yield (
                "De handreiking wijdt maar één zin aan deze vorm. De scores steunen dus op weinig. "
                "Geef bij Matrix uw eigen scores voordat u hierop bouwt."
            )
        elif known.inrichting.expertiseteam != "geen" and not advies.strikt:
            yield (
                "Over de rol van het expertiseteam (adviseren of beslissen, wel of niet sturen) zegt de "
                "handreiking weinig. Het verschil tussen die vormen is onze lezing. Kies de rol zelf."
            )
    for eis in advies.eisen:
        if eis.sluit_niets_uit:
            yield f"Uw harde eis “{kleine_letter(eis.naam)}” sluit geen enkele vorm uit."
        unknown = [id for id, toets in eis.toetsen.items() if toets.oordeel == "onbekend"]
        if eis.hard and unknown:
            yield (
                f"Bij uw harde eis “{kleine_letter(eis.naam)}” is nog niet bekend of "
                f"{'één vorm voldoet' if len(unknown) == 1 else f'{len(unknown)} vormen voldoen'}."
            )
    yield from _overlaps(handreiking, advies)
    for optie in advies.matrix.zonder_scores:
        yield (
            f"Uw eigen vorm “{kleine_letter(optie.naam)}” doet nog niet mee, want zij heeft nog niet op elk kenmerk "
            "een score. Geef die bij Matrix."
        )
    for kenmerk in advies.matrix.kenmerken:
        if kenmerk.is_eigen and all(advies.matrix.cellen[o.id, kenmerk.id].is_leeg for o in advies.matrix.opties):
            yield (
                f"Uw eigen kenmerk “{kleine_letter(kenmerk.naam)}” heeft nog geen enkele score en maakt dus geen "
                "verschil. Geef scores bij Matrix."
            )
    if advies.matrix.niet_in_strikte_lezing:
        names = [f"“{kleine_letter(advies.matrix.optie(id).naam)}”" for id in advies.matrix.niet_in_strikte_lezing]
        yield (
            f"In de strikte lezing {'doet' if len(names) == 1 else 'doen'} {opsomming(names)} niet mee, omdat de "
            "matrix van de handreiking daar niets over zegt. De vormen met een expertiseteam hebben daarin op elk "
            "kenmerk dezelfde score."
        )


def _all_own(handreiking: Handreiking, advies: Advies, vorm: VormUitkomst) -> bool:
    """Whether the region scored a vorm itself, on every kenmerk of the guide."""
    return all(advies.matrix.is_eigen(vorm.optie.id, kenmerk) for kenmerk in handreiking.kenmerken)


def _overlaps(handreiking: Handreiking, advies: Advies) -> Iterator[str]:
    """A soft randvoorwaarde that says much the same as a kenmerk counts twice."""
    for eis in advies.eisen:
        counts = eis.overlapt_met and min(advies.gewichten.get(id, 0.0) for id in (eis.id, eis.overlapt_met)) > 0
        if eis.overlapt_met and counts:
            kenmerk = kleine_letter(handreiking.kenmerken[eis.overlapt_met].naam)
            yield f"Uw zachte eis “{kleine_letter(eis.naam)}” lijkt op het kenmerk {kenmerk}. Zo telt dat dubbel."


#: Own scores that are named; more are counted.
EIGEN_GENOEMD = 3


def own_scores(advies: Advies) -> str:
    """Which scores are the region's own, in a sentence; nothing when there are none."""
    own = [
        (kenmerk, optie)
        for optie in advies.matrix.opties
        for kenmerk in advies.matrix.kenmerken
        if advies.matrix.is_eigen(optie.id, kenmerk.id)
    ]
    if not own:
        return ""
    count = "één eigen score" if len(own) == 1 else f"{len(own)} eigen scores"
    named = [f"{kleine_letter(k.naam)} bij “{kleine_letter(o.naam)}”" for k, o in own[:EIGEN_GENOEMD]]
    more = [f"{len(own) - EIGEN_GENOEMD} andere"] if len(own) > EIGEN_GENOEMD else []
    return f"Deze uitkomst rekent met {count} van uw regio: {opsomming(named + more)}."


def now_stands(advies: Advies, huidige_vorm: str | None) -> str:
    """Where the present vorm stands, in a sentence; nothing when it is not known."""
    if huidige_vorm is None or advies.oordeel == "nog_niet_gewogen":
        return ""
    vorm = advies.vorm(huidige_vorm)
    name = f"Wat u nu doet (“{kleine_letter(vorm.optie.naam)}”)"
    if vorm.uitgesloten_door:
        demands = opsomming([f"“{kleine_letter(eis.naam)}”" for eis in vorm.uitgesloten_door])
        return f"{name} valt af door uw harde {'eis' if len(vorm.uitgesloten_door) == 1 else 'eisen'} {demands}."
    if huidige_vorm in advies.matrix.niet_in_strikte_lezing:
        return f"{name} doet niet mee in de strikte lezing: de matrix van de handreiking zegt daar niets over."
    if vorm.rang is None:
        return f"{name} doet nog niet mee, want zij heeft nog niet op elk kenmerk een score. Geef die bij Matrix."
    return f"{name} staat op plaats {vorm.rang} van de vormen, met {punten(vorm.waarde)}."


def _gaps(vorm: VormUitkomst, rival: VormUitkomst | None) -> list[tuple[str, float]]:
    """Contribution of one over another per criterion, the largest first; against nothing without a rival."""
    against = rival.bijdragen if rival else {}
    gaps = [(id, points - against.get(id, 0.0)) for id, points in vorm.bijdragen.items()]
    return sorted(gaps, key=lambda item: -item[1])


def _named(advies: Advies, id: str, more: str = "") -> str:
    """A criterion by name, with its weight: "deskundigheid (weegt 28%)"."""
    name = kleine_letter(advies.naam_van(id))
    if any(eis.id == id for eis in advies.eisen):
        name = f"uw zachte eis “{name}”"
    return f"{name} (weegt {advies.aandelen[id]}{more})"


def _with_claim(
    handreiking: Handreiking, advies: Advies, line: str, vorm: VormUitkomst, id: str, richting: Richting
) -> str:
    """The sentence, followed by what carries it: an answer that moved the score that way, else a claim of the guide."""
    cel = advies.matrix.cellen.get((vorm.optie.id, id))
    if cel is None or id not in handreiking.kenmerken:
        return line
    if cel.is_eigen:
        return f"{line} Dat is een eigen score van de regio."
    if cel.door_antwoord == richting:
        return f"{line} {cel.waarom}"
    claims = [handreiking.kenmerken[id].beweringen[claim] for claim in cel.op_grond_van]
    fitting = sorted((c for c in claims if c.richting == richting), key=lambda c: c.voorwaarde is not None)
    if not fitting:
        return line
    first = fitting[0]
    condition = f" ({first.voorwaarde})." if first.voorwaarde else "."
    return f"{line} {hoofdletter(first.tekst).rstrip('.')}{condition}"
