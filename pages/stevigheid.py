"""The part of Uitkomst about how firm the answer is: how often, what tips it, which reading, which weighting."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from advies.anders import Anders, otherwise, without_own_scores
from advies.rangorde import Advies
from advies.taal import getal, hoofdletter, kleine_letter, plaatsen_van_100, procent, van_de_100
from advies.uitleg_zekerheid import (
    dominated,
    effect,
    first_share,
    fitting,
    how_often,
    no_reading,
    over_one_weight,
    readings,
    tipping,
)
from dossier.model import Dossier, DubbeleBewering, Lezing
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.grafieken import lijnen, plaatsen

Choice = TypeVar("Choice", bound=str)

LEZING: dict[Lezing, str] = {
    "gewoon": "Onze lezing: ook wat van de tekst af te leiden is",
    "strikt": "De strikte lezing: alleen wat er staat, dus zonder verschil tussen de rollen van het expertiseteam",
}
DUBBEL: dict[DubbeleBewering, str] = {
    "twee_keer": "Bij beide kenmerken, zoals de handreiking",
    "een_keer": "Eén keer, alleen bij betrokkenheid regiogemeenten",
}


def show_places(advies: Advies) -> None:
    """How often each hoofdvariant takes each place: a chart, a sentence, a table; the vormen for who asks."""
    st.subheader("Hoe zeker is dit?", anchor=False)
    left = [h for h in advies.hoofdvarianten if h.plaatsen]
    sentence = how_often(advies)
    st.plotly_chart(
        plaatsen([hoofdletter(h.id) for h in left], [h.plaatsen for h in left], [h.eerste_van_100 for h in left]),
        config={"displayModeBar": False},
        theme=None,
        key="grafiek-plaatsen",
        alt=f"{sentence} De tabel hieronder geeft dezelfde cijfers.",
    )
    st.caption(
        f"{opmaak.veilig(sentence)} De grafiek toont per variant hoe vaak zij op elke plaats staat. Een lezing "
        "is één manier om de zinnen van de handreiking in scores om te zetten, met gewichten in de buurt van de uwe."
    )
    with st.expander("Bekijk als tabel, ook per vorm"):
        opmaak.tabel(
            "Hoe vaak elke variant op elke plaats staat, van de 100 redelijke lezingen",
            ["Variant", *(f"Plaats {n}" for n in range(1, len(left) + 1))],
            [[h.naam, first_share(h), *plaatsen_van_100(h.plaatsen, h.eerste_van_100)[1:]] for h in left],
            getallen=range(1, len(left) + 1),
        )
        opmaak.tabel(
            "Hoe vaak elke vorm bovenaan staat, van de 100 redelijke lezingen",
            ["Vorm", "Bovenaan"],
            [
                [vorm.optie.naam, "0" if vorm.nooit_eerste else van_de_100(vorm.eerste)]
                for vorm in advies.vormen
                if vorm.eerste is not None
            ],
            getallen=[1],
        )
        st.caption("Vormen kunnen gelijk eindigen. Daarom hoeven deze getallen samen geen 100 te zijn.")


def show_tipping(advies: Advies) -> None:
    guide = toestand.handreiking()
    st.subheader("Wat doet de keuze kantelen?", anchor=False)
    opmaak.lijst(tipping(guide, advies))
    part = st.expander("Bekijk één gewicht van 0 tot 100%", key="deel-gewicht", on_change="rerun")
    if not part.open:
        return
    with part:
        nearest = next((punt.criterium for punt in advies.kantelpunten if punt.niveau == "hoofdvariant"), None)
        options = list(advies.gewichten)
        chosen = st.selectbox(
            "Welk gewicht?",
            options,
            index=options.index(nearest) if nearest else 0,
            format_func=advies.naam_van,
            key=toestand.key("gewicht-verloop"),
        )
        show_line(advies, chosen)


def show_line(advies: Advies, criterium: str) -> None:
    """The points of each hoofdvariant over one weight: a chart, a sentence, a table."""
    verloop = advies.lijnen(criterium)
    names = [hoofdletter(id) for id in verloop.hoofdvarianten]
    sentence = over_one_weight(toestand.handreiking(), advies, verloop)
    st.plotly_chart(
        lijnen(verloop, names, kleine_letter(advies.naam_van(criterium))),
        config={"displayModeBar": False},
        theme=None,
        key="grafiek-gewicht",
        alt=f"{sentence} De tabel hieronder geeft dezelfde cijfers.",
    )
    st.caption(f"{opmaak.veilig(sentence)} De andere gewichten houden hun onderlinge verhouding.")
    told = dict.fromkeys((0.0, 0.25, 0.5, 0.75, 1.0), "")
    told |= {verloop.gewicht_nu: " (nu)"} | {punt.gewicht: " (kantelpunt)" for punt in verloop.kantelpunten}
    rows = [
        [f"{procent(weight)}{told[weight]}", *(getal(totals[i], 1) for totals in verloop.totalen)]
        for i, weight in enumerate(verloop.gewichten)
        if weight in told
    ]
    opmaak.tabel(
        "Punten van de beste vorm van elke variant",
        ["Gewicht", *names],
        rows,
        getallen=range(1, len(names) + 1),
    )


def show_readings(advies: Advies, dossier: Dossier) -> None:
    """Which reading matters most, with its claims; and what the region's own scores do."""
    guide = toestand.handreiking()
    st.subheader("Welke lezing telt het meest?", anchor=False)
    found = readings(guide, advies)
    opmaak.lijst([sentence for sentence, _ in found] or [no_reading(advies)])
    if dossier.aanpassingen and (without := toestand.advies_on(without_own_scores(dossier))):
        opmaak.zin(effect(advies, without, "Zonder uw eigen scores"))
    if found:
        with st.expander("Op welke zinnen rusten die scores?"):
            for sentence, omslag in found:
                opmaak.zin(sentence)
                if len(omslag.vormen) > 1:
                    st.markdown("Het gaat om deze vormen:")
                    opmaak.lijst([advies.matrix.optie(id).naam for id in omslag.vormen])
                claims = guide.kenmerken[omslag.kenmerk].beweringen if omslag.beweringen else {}
                opmaak.lijst([f"{claims[id].tekst} ({id}; {claims[id].bron})" for id in omslag.beweringen])
                if not omslag.beweringen:
                    opmaak.lijst(["Hier noemt de handreiking niets, of het is een eigen score van uw regio."])
            st.page_link("matrix.py", label="Geef bij Matrix uw eigen score")


def show_fitting(advies: Advies) -> None:
    part = st.expander("Bij welke weging past welke variant?", key="deel-past", on_change="rerun")
    if part.open:
        with part:
            st.markdown(
                "Hier kijken wij niet naar uw weging. Wij trekken alle mogelijke wegingen, elk met dezelfde kans, en "
                "zien wanneer welke variant bovenaan staat."
            )
            opmaak.lijst(fitting(toestand.handreiking(), advies))
            if beaten := dominated(advies):
                st.markdown(
                    "Deze vormen zijn gemiddeld op geen enkel onderdeel beter dan een andere vorm, en op iets slechter:"
                )
                opmaak.lijst(beaten)


def show_otherwise(advies: Advies, dossier: Dossier) -> None:
    """Other ways to read and to weigh, each with what it does; choosing one changes the dossier."""
    part = st.expander("Anders lezen of wegen: wat doet dat?", key="deel-anders", on_change="rerun")
    if not part.open:
        return
    with part, st.spinner("Wij rekenen de andere manieren uit"):
        ways = {(way.onderwerp, way.waarde): way for way in otherwise(dossier)}
        effects = {key: _effect(advies, way) for key, way in ways.items()}
        _choose("lezing", "Welke lezing gebruikt u?", LEZING, dossier.lezing)
        opmaak.lijst([line for (topic, _), line in effects.items() if topic == "lezing"])
        st.markdown(
            "De handreiking zegt bij centrale toegang twee keer hetzelfde: gemeenten kunnen problemen doorschuiven. "
            "Dat staat bij kostenbeheersing en bij betrokkenheid regiogemeenten."
        )
        _choose("dubbele_bewering", "Hoe vaak telt doorschuiven?", DUBBEL, dossier.dubbele_bewering)
        opmaak.lijst([line for (topic, _), line in effects.items() if topic == "dubbele_bewering"])
        _choose("zekerheid", "Hoe zeker bent u van uw weging?", opmaak.ZEKERHEID_IN_WOORDEN, dossier.weging.zekerheid)
        opmaak.lijst([line for (topic, _), line in effects.items() if topic == "zekerheid"])


def _choose(part: str, question: str, options: Mapping[Choice, str], now: Choice) -> None:
    st.radio(
        question,
        list(options),
        index=list(options).index(now),
        format_func=options.__getitem__,
        key=toestand.key(f"uitkomst-{part}"),
        disabled=toestand.alleen_lezen(),
        on_change=_set,
        args=(part,),
    )


@whole
def _set(part: str) -> None:
    chosen = toestand.value(f"uitkomst-{part}")
    if part == "zekerheid":
        toestand.change(weging=toestand.dossier().weging.model_copy(update={"zekerheid": chosen}))
    else:
        toestand.change(**{part: chosen})


def _effect(advies: Advies, way: Anders) -> str:
    return effect(advies, toestand.advies_on(way.dossier), way.opening)


def small_print(advies: Advies) -> None:
    """What it takes to get the same numbers again."""
    st.caption(
        f"Berekend met {getal(advies.trekkingen)} lezingen, startgetal {advies.zaad} en de kennisbestanden van versie "
        f"{toestand.handreiking().versie}. Met hetzelfde dossier krijgt u dezelfde uitkomst."
    )
