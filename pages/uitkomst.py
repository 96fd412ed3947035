"""Step 4: the answer first, then the ranking, the reasons, and trying other weights."""

import streamlit as st

from advies.rangorde import Advies, VormUitkomst, without_soft_demands
from advies.taal import getal, hoofdletter, kleine_letter, opsomming, procenten, verdeeld
from advies.uitleg import Uitleg, explain, now_stands, own_scores
from advies.uitleg_zekerheid import without_soft
from advies.weging import as_sliders, weegwijze, with_sliders
from pages import opmaak, stappen, stevigheid, toestand, vormen
from pages.callbacks import whole
from pages.grafieken import bijdragen, letters

guide = toestand.handreiking()
dossier = toestand.dossier()
kenmerken = toestand.matrix().kenmerken
#: The weights that count, whatever the way of weighing, as sliders have them.
held = as_sliders(dossier.weging, kenmerken)


def recorded(id: str) -> float:
    """The weight that the dossier has."""
    return held[id]


def stored(id: str) -> int:
    """The same, as a slider shows it."""
    return round(recorded(id))


def tried() -> dict[str, float]:
    """The weights that the what-if sliders ask for; one that was not moved keeps the weight of the dossier."""
    asked = {k.id: st.session_state.get(toestand.key(f"watals-{k.id}"), stored(k.id)) for k in kenmerken}
    return {id: recorded(id) if value == stored(id) else float(value) for id, value in asked.items()}


@whole
def take_over() -> None:
    toestand.change(weging=with_sliders(toestand.dossier().weging, tried()))


@whole
def put_back() -> None:
    for kenmerk in kenmerken:
        st.session_state[toestand.key(f"watals-{kenmerk.id}")] = stored(kenmerk.id)


def show_answer(uitleg: Uitleg) -> None:
    st.header(opmaak.veilig(uitleg.kop), anchor=False)
    opmaak.zin(uitleg.kern)
    if dossier.weging.zekerheid != "onbekend" and (todo := weegwijze(dossier.weging, kenmerken).nog):
        opmaak.zin(f"Uw weging is nog niet af. {todo}")


def show_reasons(advies: Advies, uitleg: Uitleg) -> None:
    """Why, what speaks against it, where the points come from, and what it takes."""
    if line := now_stands(advies, shown.huidige_vorm):
        opmaak.zin(line)
    if line := own_scores(advies):
        opmaak.zin(line)
    # Not while trying: a slider should answer at once, and this takes a second advice.
    if not trying and any(eis.id in advies.gewichten for eis in advies.eisen):
        without = toestand.advies_on(without_soft_demands(shown))
        if without and (line := without_soft(advies, without)):
            opmaak.zin(line)
    if advies.beste:
        with st.expander("Wat houdt die vorm in?"):
            opmaak.zin(advies.beste.optie.kern)
            if known := guide.vormen.get(advies.beste.optie.id):
                vormen.who_pays(known)
    if uitleg.waarom:
        st.subheader("Wat maakt het verschil?", anchor=False)
        opmaak.lijst(uitleg.waarom)
    if uitleg.daartegenover:
        st.subheader("Wat staat daar tegenover?", anchor=False)
        opmaak.lijst(uitleg.daartegenover)
    show_firmness(advies)
    if advies.beste:
        st.subheader("Waar komen de punten vandaan?", anchor=False)
        show_chart(advies)
        if advies.beste.maatregelen:
            st.subheader("Wat is nodig om aan uw eisen te voldoen?", anchor=False)
            names = [guide.randvoorwaarden.maatregelen[id].naam for id in advies.beste.maatregelen]
            opmaak.lijst([hoofdletter(name) for name in names])


def show_firmness(advies: Advies) -> None:
    """How firm the answer is. While trying only how often: a slider should answer at once."""
    if len([h for h in advies.hoofdvarianten if h.beste_vorm]) > 1:
        stevigheid.show_places(advies)
        if not trying:
            stevigheid.show_tipping(advies)
            stevigheid.show_readings(advies, shown)
            stevigheid.show_fitting(advies)
    if not trying:
        stevigheid.show_otherwise(advies, shown)


def show_chart(advies: Advies) -> None:
    """The hoofdvarianten by the contributions of their best vorm: a chart, a sentence, a table."""
    left = [h for h in advies.hoofdvarianten if h.beste_vorm]
    best = [h.beste_vorm for h in left if h.beste_vorm]
    names = [hoofdletter(h.id) for h in left]
    lettered = list(zip(letters(), advies.gewichten, strict=False))
    sentence = "De grafiek toont waar de punten vandaan komen: " + opsomming(
        [f"{kleine_letter(h.naam)} {getal(vorm.waarde)}" for h, vorm in zip(left, best, strict=True)]
    )
    st.plotly_chart(
        bijdragen(advies, best, names),
        config={"displayModeBar": False},
        theme=None,
        key="grafiek",
        alt=f"{sentence}. De tabel hieronder geeft dezelfde cijfers.",
    )
    st.caption(f"{sentence}. Het hoogst mogelijke is 100.")
    shares = procenten(advies.gewichten)
    key = [f"**{letter}** {opmaak.veilig(advies.naam_van(id))}" for letter, id in lettered]
    own = any(advies.matrix.is_eigen(vorm.optie.id, id) for vorm in best for _, id in lettered)
    st.markdown(f"De letters: {', '.join(key)}.{' Een ster: daar telt een eigen score van uw regio.' if own else ''}")
    parts = [verdeeld(vorm.bijdragen, vorm.waarde) for vorm in best]
    with st.expander("Bekijk als tabel"):
        opmaak.tabel(
            "Punten per onderdeel, voor de beste vorm van elke hoofdvariant",
            ["Onderdeel", "Weegt", *names],
            [
                [
                    f"{letter} {advies.naam_van(id)}",
                    shares[id],
                    *(shown[id] + star(advies, vorm, id) for shown, vorm in zip(parts, best, strict=True)),
                ]
                for letter, id in lettered
            ]
            + [
                ["Totaal", "100%", *(getal(vorm.waarde, 1) for vorm in best)],
                ["Zwakste vorm die meedoet", "", *(getal(h.laagste or 0, 1) for h in left)],
            ],
            getallen=range(1, 2 + len(names)),
        )


def star(advies: Advies, vorm: VormUitkomst, id: str) -> str:
    return "*" if advies.matrix.is_eigen(vorm.optie.id, id) else ""


def show_vormen(advies: Advies) -> None:
    with st.expander(f"Bekijk alle {len(advies.vormen)} vormen"):
        opmaak.tabel(
            "Alle vormen, de beste eerst",
            ["Vorm", "Plaats", "Punten", "Opmerking"],
            [
                [vorm.optie.naam, str(vorm.rang or "–"), getal(vorm.waarde, 1), remark(advies, vorm)]
                for vorm in advies.vormen
            ],
            getallen=[1, 2],
        )


def show_excluded(advies: Advies) -> None:
    with st.expander("Bekijk per vorm waarom"):
        opmaak.tabel(
            "Vormen die afvallen",
            ["Vorm", "Harde eis", "Waarom", "Punten zonder eis"],
            [
                [vorm.optie.naam, eis.naam, eis.toetsen[vorm.optie.id].reden, getal(vorm.waarde, 1)]
                for vorm in advies.vormen
                for eis in vorm.uitgesloten_door
            ],
            getallen=[3],
        )


def remark(advies: Advies, vorm: VormUitkomst) -> str:
    parts = []
    if vorm.uitgesloten_door:
        parts.append("valt af door een harde eis")
    elif not vorm.doet_mee:
        parts.append("doet niet mee")
    if vorm.optie.id == dossier.huidige_vorm:
        parts.append("uw vorm van nu")
    if vorm.gedomineerd_door:
        parts.append(f"gemiddeld nergens beter dan “{kleine_letter(vorm.gedomineerd_door.naam)}”")
    if vorm.optie.is_eigen:
        parts.append("eigen vorm van de regio")
    elif own := sum(advies.matrix.is_eigen(vorm.optie.id, kenmerk.id) for kenmerk in kenmerken):
        parts.append("met een eigen score" if own == 1 else f"met {own} eigen scores")
    return hoofdletter("; ".join(parts))


def show_try(advies: Advies | None) -> None:
    """Sliders that change the answer at once and the dossier only on request."""
    st.subheader("Wat als?", anchor=False)
    if dossier.weging.zekerheid == "onbekend":
        st.markdown("U koos bij Weging “Wij weten het niet”. Dan telt elke weging mee, en valt hier niets te schuiven.")
        return
    st.markdown(
        "Schuif en kijk wat er gebeurt. Het antwoord bovenaan verandert mee. Uw dossier verandert pas als u op "
        "“Neem over” klikt."
    )
    if trying and advies:
        st.info(opmaak.veilig(f"Nu uitgeprobeerd: {kleine_letter(explain(guide, advies).kop)}."))
    if trying:
        left, right = st.columns(2)
        off = toestand.alleen_lezen()
        left.button("Neem over", key="neem-over", on_click=take_over, disabled=off, width="stretch")
        if dossier.weging.methode != "schuiven":
            st.caption("“Neem over” zet uw schuiven bij Weging zo, en laat die tellen. Wat u anders invulde, blijft.")
        right.button("Zet terug", key="zet-terug", on_click=put_back, width="stretch")
    for kenmerk in kenmerken:
        st.slider(
            f"Gewicht van {opmaak.veilig(kleine_letter(kenmerk.naam))}",
            0,
            100,
            value=stored(kenmerk.id),
            step=5,
            key=toestand.key(f"watals-{kenmerk.id}"),
        )


stappen.stap("uitkomst.py")
trial = tried()
trying = any(trial[k.id] != recorded(k.id) for k in kenmerken)
shown = dossier
if trying:
    shown = dossier.model_copy(update={"weging": with_sliders(dossier.weging, trial)})
    st.info("U probeert iets uit. Uw dossier is niet veranderd.")

advies = toestand.advies_on(shown)
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Zet hieronder, of bij Weging, ten minste één schuif hoger.")
else:
    uitleg = explain(guide, advies)
    show_answer(uitleg)
    if advies.oordeel == "nog_niet_gewogen":
        if st.button("Naar stap 3: Weging", key="naar-weging"):
            st.switch_page("weging.py")
    else:
        show_reasons(advies, uitleg)
    show_vormen(advies)
    if uitleg.afgevallen:
        st.subheader("Welke vormen vallen af?", anchor=False)
        opmaak.lijst(uitleg.afgevallen)
        if any(vorm.uitgesloten_door for vorm in advies.vormen):
            show_excluded(advies)
    if uitleg.let_op:
        st.subheader("Let op", anchor=False)
        opmaak.lijst(uitleg.let_op)
show_try(advies)
if advies:
    stevigheid.small_print(advies)

stappen.verder("aandachtspunten.py", "Naar stap 5: Aandachtspunten")
