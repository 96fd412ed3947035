"""Step 2: what the region demands, hard or soft, and what that excludes."""

import streamlit as st

from advies.matrix import Optie
from advies.randvoorwaarden import OORDEEL_IN_WOORDEN, Eis, about_to, eisen_for, emptied, measures_named
from advies.taal import hoofdletter, kleine_letter, opsomming
from dossier.model import GEWICHT_BEGIN, EigenOordeel, GekozenRandvoorwaarde, Status
from dossier.own import free_id, judgement, with_judgement, without_randvoorwaarde
from handreiking.model import Basis
from pages import opmaak, stappen, toestand
from pages.callbacks import whole

STATUS: dict[Status, str] = {"nvt": "Geen eis", "zacht": "Zacht: weegt mee", "hard": "Hard: sluit uit"}

BASIS: dict[Basis, str] = {
    "handreiking": "Gebaseerd op een zin in de handreiking.",
    "eigen kennis": "Gebaseerd op onze eigen kennis; de handreiking zegt dit niet.",
}

guide = toestand.handreiking()
dossier = toestand.dossier()
opties = toestand.matrix().opties


def held(id: str) -> GekozenRandvoorwaarde:
    return toestand.dossier().status_of(id) or GekozenRandvoorwaarde(id=id, status="nvt")


def store(keuze: GekozenRandvoorwaarde) -> None:
    """Put a choice in its place; one of the list that is left out again leaves nothing behind."""
    others = [k for k in toestand.dossier().randvoorwaarden if k.id != keuze.id]
    keep = [keuze] if keuze.status != "nvt" or keuze.naam else []
    order = [*guide.randvoorwaarden.randvoorwaarden, *(k.id for k in dossier.randvoorwaarden), keuze.id]
    toestand.change(randvoorwaarden=tuple(sorted([*others, *keep], key=lambda k: order.index(k.id))))


@whole
def set_status(id: str) -> None:
    store(held(id).model_copy(update={"status": toestand.value(f"status-{id}")}))


@whole
def set_weight(id: str) -> None:
    store(held(id).model_copy(update={"gewicht": float(str(toestand.value(f"eisgewicht-{id}")))}))


@whole
def remove(id: str) -> None:
    toestand.put(without_randvoorwaarde(toestand.dossier(), id))


@whole
def set_judgement(id: str, vorm: str) -> None:
    answer: EigenOordeel = toestand.value(f"oordeel-{id}-{vorm}")  # type: ignore[assignment]  # one of the options
    toestand.put(with_judgement(toestand.dossier(), id, vorm, answer))


def judge(id: str) -> None:
    """The region's own judgement of each vorm on a demand of its own."""
    st.markdown("Zeg per vorm of die voldoet. U kunt dit later nog veranderen.")
    answers = list(OORDEEL_IN_WOORDEN)
    for optie in opties:
        st.selectbox(
            opmaak.veilig(optie.naam),
            answers,
            index=answers.index(judgement(dossier, id, optie.id)),
            format_func=OORDEEL_IN_WOORDEN.__getitem__,
            key=toestand.key(f"oordeel-{id}-{optie.id}"),
            disabled=toestand.alleen_lezen(),
            on_change=set_judgement,
            args=(id, optie.id),
        )


def choose(id: str, naam: str, eis: Eis | None) -> None:
    """The three choices for one randvoorwaarde, and what the present choice does."""
    keuze = held(id)
    st.radio(
        f"Wat doet u met deze eis: {opmaak.veilig(kleine_letter(naam))}?",
        list(STATUS),
        index=list(STATUS).index(keuze.status),
        format_func=STATUS.__getitem__,
        key=toestand.key(f"status-{id}"),
        disabled=toestand.alleen_lezen(),
        on_change=set_status,
        args=(id,),
        horizontal=True,
        label_visibility="collapsed",
    )
    if keuze.status == "zacht":
        st.slider(
            "Hoe zwaar telt deze eis naast uw andere zachte eisen?",
            0,
            100,
            value=round(keuze.gewicht),
            step=5,
            key=toestand.key(f"eisgewicht-{id}"),
            disabled=toestand.alleen_lezen(),
            on_change=set_weight,
            args=(id,),
        )
    if eis and eis.hard:
        out = [o for o in opties if eis.toetsen[o.id].sluit_uit]
        if out:
            st.markdown("Sluit uit:")
            opmaak.lijst([optie.naam for optie in out])
        else:
            st.markdown("Deze harde eis sluit geen enkele vorm uit.")


def judgements(eis: Eis) -> None:
    opmaak.tabel(
        f"Hoe elke vorm het doet bij: {kleine_letter(eis.naam)}",
        ["Vorm", "Oordeel", "Waarom"],
        [
            [
                optie.naam,
                hoofdletter(OORDEEL_IN_WOORDEN[eis.toetsen[optie.id].oordeel]),
                why(eis, optie),
            ]
            for optie in opties
        ],
    )


def why(eis: Eis, optie: Optie) -> str:
    toets = eis.toetsen[optie.id]
    measures = f" Maatregel: {measures_named(guide, toets.maatregelen)}." if toets.maatregelen else ""
    return f"{toets.reden}{measures}"


def what_is_left() -> str:
    """How many vormen the hard demands leave, by name when they are few."""
    if not left:
        return "Er blijft geen enkele vorm over. Maak een harde eis zacht, of laat er een weg."
    count = f"Er {'blijft' if len(left) == 1 else 'blijven'} {len(left)} van de {len(opties)} vormen over"
    if len(left) > 3:
        return f"{count}."
    return f"{count}: {opsomming([f'“{kleine_letter(optie.naam)}”' for optie in left])}."


stappen.stap("randvoorwaarden.py")
st.markdown(
    "Een randvoorwaarde is een eis van uw regio. Maak haar **hard** als een vorm die niet voldoet moet afvallen. "
    "Maak haar **zacht** als zij mag meewegen. Kies zo min mogelijk harde eisen: elke harde eis maakt uw keuze kleiner."
)

eisen = {eis.id: eis for eis in eisen_for(guide, dossier, opties)}
left = [optie for optie in opties if not any(eis.toetsen[optie.id].sluit_uit for eis in eisen.values())]
if any(eis.hard for eis in eisen.values()):
    opmaak.zin(what_is_left())
gone = emptied(tuple(eisen.values()), opties)
for hoofdvariant, causes in gone.items():
    names = opsomming([f"“{kleine_letter(eis.naam)}”" for eis in causes])
    naam = guide.varianten.hoofdvarianten[hoofdvariant].naam
    st.warning(opmaak.veilig(f"{naam} valt helemaal af door {names}."))

for id, randvoorwaarde in guide.randvoorwaarden.randvoorwaarden.items():
    if randvoorwaarde.gebruik != "keuze":
        continue
    st.subheader(opmaak.veilig(randvoorwaarde.naam), anchor=False)
    opmaak.zin(randvoorwaarde.toelichting)
    choose(id, randvoorwaarde.naam, eisen.get(id))
    for gevolg in about_to(guide, dossier, id):
        st.caption(opmaak.veilig(f"Maakt u ook deze eis hard, dan geldt: {kleine_letter(gevolg)}"))
    if randvoorwaarde.overlapt_met and id in eisen and not eisen[id].hard:
        kenmerk = guide.kenmerken[randvoorwaarde.overlapt_met].naam
        st.caption(f"Let op: deze eis lijkt op het kenmerk {kleine_letter(kenmerk)}. Weeg niet twee keer hetzelfde.")
    with st.expander("Hoe doet elke vorm het?"):
        if randvoorwaarde.let_op:
            opmaak.zin(randvoorwaarde.let_op)
        shown = dossier.model_copy(update={"randvoorwaarden": (GekozenRandvoorwaarde(id=id, status="hard"),)})
        judgements(eisen.get(id) or eisen_for(guide, shown, opties)[0])
        st.caption(BASIS[randvoorwaarde.basis])

st.subheader("Eigen eisen van uw regio", anchor=False)
for keuze in dossier.randvoorwaarden:
    if keuze.naam:
        st.subheader(opmaak.veilig(keuze.naam), anchor=False)
        choose(keuze.id, keuze.naam, eisen.get(keuze.id))
        with st.expander("Hoe doet elke vorm het?"):
            judge(keuze.id)
        st.button(
            f"Haal deze eis weg: {opmaak.veilig(keuze.naam)}",
            key=toestand.key(f"weg-{keuze.id}"),
            disabled=toestand.alleen_lezen(),
            on_click=remove,
            args=(keuze.id,),
        )
with st.expander("Voeg een eigen eis toe"), st.form("eigen-eis", border=False, clear_on_submit=True):
    naam = st.text_input("Wat eist u? Schrijf het als een zin", max_chars=120, disabled=toestand.alleen_lezen())
    st.markdown("Zeg per vorm of die voldoet. Weet u het nog niet, laat het dan zo staan.")
    words = OORDEEL_IN_WOORDEN
    choices = {
        optie.id: st.selectbox(
            opmaak.veilig(optie.naam),
            list(words),
            format_func=words.__getitem__,
            key=toestand.key(f"oordeel-{optie.id}"),
            disabled=toestand.alleen_lezen(),
        )
        for optie in opties
    }
    if st.form_submit_button("Voeg deze eis toe", disabled=toestand.alleen_lezen()):
        if not naam.strip():
            st.error("De eis heeft nog geen tekst. Vul bij “Wat eist u?” een zin in.")
        else:
            new = free_id("ER", (keuze.id for keuze in dossier.randvoorwaarden))
            judged = {id: oordeel for id, oordeel in choices.items() if oordeel != "onbekend"}
            own = {"id": new, "naam": naam, "status": "zacht", "gewicht": GEWICHT_BEGIN, "oordelen": judged}
            if toestand.change(randvoorwaarden=(*toestand.dossier().randvoorwaarden, own)):
                st.rerun()

st.subheader("Wat altijd geldt", anchor=False)
rules = guide.randvoorwaarden
opmaak.lijst(
    [
        f"{v.wat} Dit geldt voor: {v.wie}. Plaats in de handreiking: {v.bron}. {v.opmerking or ''}"
        for v in rules.verplichtingen.values()
    ]
    + [f"{r.naam}. {r.let_op or ''} {BASIS[r.basis]}" for r in rules.randvoorwaarden.values() if r.gebruik == "altijd"]
)

stappen.verder("weging.py", "Naar stap 3: Weging")
