"""Beside step 5: who does which step and who pays what, now and in the chosen vorm, and what the region agreed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from advies.aandachtspunten import chosen_optie, present_optie
from advies.matrix import Optie
from advies.proces import BESCHIKKING, Deel, Herkomst, Kant, Regel, compare, te_vullen
from advies.taal import kleine_letter
from dossier.model import Afspraak
from pages import opmaak, opslag, stappen, toestand
from pages.callbacks import whole
from pages.zwembaan import EEN_ANDER, VERANDERING, picture

HERKOMST: Mapping[Herkomst, str] = {
    "genoemd": "",
    "afgeleid": " (leiden wij af)",
    "niet_genoemd": "",
    "ingevuld": " (ingevuld door uw regio)",
}

guide = toestand.handreiking()
dossier = toestand.dossier()
advies = toestand.advies()


def agreed(kant: Kant, id: str) -> Afspraak | None:
    found: Afspraak | None = getattr(toestand.dossier().proces, kant).get(id)
    return found


def store(kant: Kant, id: str, afspraak: dict[str, object] | None) -> None:
    """Put what was agreed on one step in its place, or leave it out."""
    proces = toestand.dossier().proces
    others = {step: held for step, held in getattr(proces, kant).items() if step != id}
    toestand.change(proces=dict(proces) | {kant: others | ({id: afspraak} if afspraak else {})})


@whole
def set_who(kant: Kant, id: str) -> None:
    wie, held = str(toestand.value(f"wie-{kant}-{id}")).strip(), agreed(kant, id)
    store(kant, id, {"wie": wie, "baan": held.baan if held else None} if wie else None)


@whole
def set_lane(kant: Kant, id: str) -> None:
    if held := agreed(kant, id):
        store(kant, id, {"wie": held.wie, "baan": toestand.value(f"baan-{kant}-{id}") or None})


def said(deel: Deel | None) -> str:
    return f"{deel.wie}{HERKOMST[deel.herkomst]}" if deel else "is er niet"


def beside(bijschrift: str, kolom: str, regels: Sequence[Regel], naam: Mapping[str, str]) -> None:
    opmaak.tabel(
        bijschrift,
        [kolom, "Nu", "Straks", "Verandering"],
        [[naam[r.id], said(r.nu), said(r.straks), VERANDERING[r.verandering]] for r in regels],
    )


def ask_who(kant: Kant, id: str, optie: Optie) -> None:
    """One step to fill in; once someone is named, in which lane that belongs."""
    step, held = guide.varianten.processtappen[id], agreed(kant, id)
    vorm = guide.vormen.get(optie.id)
    derived = vorm.stappen[id] if vorm and vorm.stappen[id].status == "afgeleid" else None
    st.text_input(
        f"Wie doet {kant} stap {id}: {kleine_letter(step.naam)}?",
        value=held.wie if held else "",
        max_chars=120,
        placeholder=f"Wij leiden af: {derived.wie}" if derived else "Nog niet afgesproken",
        key=toestand.key(f"wie-{kant}-{id}"),
        disabled=toestand.alleen_lezen(),
        on_change=set_who,
        args=(kant, id),
    )
    issued = getattr(dossier.beschikking, kant)
    if id == BESCHIKKING and issued and not held:
        st.caption("U vulde bij Aandachtspunten al in waar dit gebeurt. Hier kunt u preciezer zijn.")
    if held:
        lanes = ["", *guide.varianten.banen]
        st.selectbox(
            f"Bij welke partij hoort dat? (stap {id}, {kant})",
            lanes,
            index=lanes.index(held.baan or ""),
            format_func=lambda baan: guide.varianten.banen[baan] if baan else EEN_ANDER,
            key=toestand.key(f"baan-{kant}-{id}"),
            disabled=toestand.alleen_lezen(),
            on_change=set_lane,
            args=(kant, id),
        )


def ask_all(kant: Kant, optie: Optie, kop: str) -> None:
    if not (steps := te_vullen(guide, optie)):
        return
    st.subheader(kop, anchor=False)
    opmaak.zin(f"Bij deze vorm: {kleine_letter(optie.naam)}.")
    for id in steps:
        ask_who(kant, id, optie)


def show(nu: Optie | None, straks: Optie) -> None:
    found = compare(guide, dossier, nu, straks)
    opmaak.zin(f"Nu: {kleine_letter(nu.naam) if nu else 'nog niet ingevuld'}. Straks: {kleine_letter(straks.naam)}.")
    st.markdown(f"**{found.kop}**")

    st.header("Wie doet welke stap?", anchor=False)
    st.markdown("Elke stap staat bij de partij die hem doet. Boven staat nu, daaronder straks.")
    st.html(picture("Het proces per partij, van melden tot evalueren", found.stappen, guide.varianten.banen))
    beside("De stappen, nu en straks", "Stap", found.stappen, {r.id: f"{r.id}. {r.naam}" for r in found.stappen})
    st.caption(
        "Staat er niets bij, dan noemt de handreiking het zo. “Niet genoemd” kunt u hieronder zelf invullen. "
        "“Kan veranderen” staat er als niet vastligt welk team het is, of als dat per gemeente verschilt."
    )
    vorm = guide.vormen.get(straks.id)
    if vorm and vorm.let_op:
        st.info(opmaak.veilig(vorm.let_op))

    st.header("Wie betaalt wat?", anchor=False)
    beside("Wie betaalt wat, nu en straks", "Kosten", found.kosten, {r.id: r.naam for r in found.kosten})
    st.caption(
        "De kosten van de toegang zijn iets anders dan de kosten van de hulp zelf, de ingezette ondersteuning. "
        "Bedragen noemt de handreiking niet."
    )

    st.header("Wat sprak u zelf af?", anchor=False)
    st.markdown(
        "De handreiking zegt niet van elke stap wie hem doet. Vul in wat u weet of afspreekt. Dan staat het ook "
        "hierboven. Leeg laten mag."
    )
    if nu:
        ask_all("nu", nu, "Hoe gaat het nu?")
    ask_all("straks", straks, "Hoe gaat het straks?")


st.markdown(opmaak.veilig(" · ".join(part for part in ("Bij stap 5", dossier.regio.naam, opslag.status()) if part)))
st.title("Proces en betaling", anchor=False)
straks = chosen_optie(dossier, advies) if advies else None
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Ga terug naar Weging en geef ten minste één kenmerk gewicht.")
elif straks is None:
    st.warning("Er is geen vorm over. Kies bij Aandachtspunten zelf een vorm, of maak een harde eis zacht.")
else:
    show(present_optie(dossier, advies), straks)
stappen.verder("aandachtspunten.py", "Terug naar stap 5: Aandachtspunten")
