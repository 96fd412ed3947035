"""Step 1: which municipalities, how it works now, and what is true of the region."""

import streamlit as st

from advies.taal import getal
from dossier.gemeenten import HERKOMST
from dossier.model import Gemeente
from handreiking.model import Omstandigheid
from pages import opmaak, stappen, toestand
from pages.callbacks import whole

ONBEANTWOORD = "Nog niet beantwoord"

guide = toestand.handreiking()
dossier = toestand.dossier()
known = toestand.gemeenten()


@whole
def set_name() -> None:
    store(naam=toestand.value("naam"))


@whole
def set_gemeenten() -> None:
    names = toestand.value("gemeenten")
    assert isinstance(names, list)
    held = {gemeente.naam.casefold(): gemeente for gemeente in toestand.dossier().regio.gemeenten}
    once = {name.casefold(): name for name in names}
    store(gemeenten=tuple(held.get(folded) or picked(name) for folded, name in once.items()))


def picked(name: str) -> Gemeente:
    info = known.get(name)
    return Gemeente(naam=name, code=info.code, inwoners=info.inwoners) if info else Gemeente(naam=name)


@whole
def set_inhabitants(name: str) -> None:
    number = toestand.value(f"inwoners-{name}")
    held = toestand.dossier().regio.gemeenten
    store(gemeenten=tuple(g.model_copy(update={"inwoners": number}) if g.naam == name else g for g in held))


def store(**parts: object) -> None:
    toestand.change(regio=dict(toestand.dossier().regio) | parts)


@whole
def set_present() -> None:
    toestand.change(huidige_vorm=toestand.value("huidige_vorm") or None)


@whole
def set_answer(id: str) -> None:
    answers = {k: v for k, v in toestand.dossier().omstandigheden.items() if k != id}
    if answer := toestand.value(f"omstandigheid-{id}"):
        answers[id] = str(answer)
    toestand.change(omstandigheden=answers)


def ask(id: str, item: Omstandigheid) -> None:
    options = ["", *item.antwoorden]
    st.radio(
        item.vraag,
        options,
        index=options.index(dossier.omstandigheden.get(id, "")),
        format_func=lambda answer: item.antwoorden[answer] if answer else ONBEANTWOORD,
        key=toestand.key(f"omstandigheid-{id}"),
        disabled=toestand.alleen_lezen(),
        on_change=set_answer,
        args=(id,),
    )
    st.caption(opmaak.veilig(item.toelichting))


stappen.stap("regio.py")

st.text_input(
    "Naam van uw regio",
    value=dossier.regio.naam,
    key=toestand.key("naam"),
    disabled=toestand.alleen_lezen(),
    on_change=set_name,
)
names = [gemeente.naam for gemeente in dossier.regio.gemeenten]
st.multiselect(
    "Gemeenten in uw regio",
    [*known, *(name for name in names if name not in known)],
    default=names,
    placeholder="Typ de eerste letters van een gemeente",
    help="Zoek een opgeheven gemeente onder haar nieuwe naam.",
    filter_mode="prefix",
    select_all=False,
    key=toestand.key("gemeenten"),
    disabled=toestand.alleen_lezen(),
    on_change=set_gemeenten,
)
if dossier.regio.gemeenten:
    total = sum(gemeente.inwoners or 0 for gemeente in dossier.regio.gemeenten)
    st.markdown(f"Samen {getal(total)} inwoners in {len(names)} {'gemeente' if len(names) == 1 else 'gemeenten'}.")
    with st.expander("Bekijk of wijzig de aantallen inwoners"):
        st.caption(HERKOMST)
        for gemeente in dossier.regio.gemeenten:
            st.number_input(
                f"Inwoners van {opmaak.veilig(gemeente.naam)}",
                min_value=0,
                max_value=20_000_000,
                value=gemeente.inwoners,
                step=100,
                key=toestand.key(f"inwoners-{gemeente.naam}"),
                disabled=toestand.alleen_lezen(),
                on_change=set_inhabitants,
                args=(gemeente.naam,),
            )

st.subheader("Hoe regelt u de toegang nu?", anchor=False)
vormen = {
    **{id: vorm.naam for id, vorm in guide.vormen.items()},
    **{v.id: v.naam for v in dossier.eigen_vormen},
}
present = ["", *vormen]
st.selectbox(
    "Huidige vorm",
    present,
    index=present.index(dossier.huidige_vorm or ""),
    format_func=lambda id: vormen[id] if id else "Weet ik niet, of anders (voeg dan bij Matrix een eigen vorm toe)",
    key=toestand.key("huidige_vorm"),
    disabled=toestand.alleen_lezen(),
    on_change=set_present,
    help="Nodig om te zeggen wat er verandert en wat u dan moet regelen.",
)
# On a phone the picker cuts a name off before what tells it from the next, so it stands below as a whole.
if dossier.huidige_vorm:
    present_vorm = guide.vormen.get(dossier.huidige_vorm)
    st.caption(opmaak.veilig(f"{vormen[dossier.huidige_vorm]}. {present_vorm.kern if present_vorm else ''}"))

st.subheader("Wat is waar voor uw regio?", anchor=False)
st.markdown(
    "De handreiking zegt soms “het hangt ervan af”. Met uw antwoord weten wij waarvan, en wordt de score preciezer. "
    "Een vraag overslaan mag."
)
for id, item in guide.omstandigheden.items():
    if item.soort == "kern":
        ask(id, item)
with st.expander("Vier vragen voor wie dieper wil gaan"):
    for id, item in guide.omstandigheden.items():
        if item.soort == "verdieping":
            ask(id, item)

stappen.verder("randvoorwaarden.py", "Naar stap 2: Randvoorwaarden")
