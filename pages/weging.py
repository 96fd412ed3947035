"""Step 3: how much each kenmerk counts, as the weight of the step from 1 to 5 on its scale."""

import streamlit as st

from advies.matrix import Matrix
from advies.rangorde import is_weighed
from advies.taal import getal, kleine_letter, procent
from dossier.model import AANDEEL_GEWOON, AANDEEL_MEEST, GEWICHT_BEGIN, Zekerheid
from pages import opmaak, stappen, toestand

#: With what it means for a weight of 17%, in the words of Verantwoording.
ZEKERHEID: dict[Zekerheid, str] = {
    "hoog": "Heel zeker: een gewicht van 17% kan ook 12% of 22% zijn",
    "midden": "Redelijk zeker: een gewicht van 17% kan ook 8% of 28% zijn",
    "laag": "Niet zo zeker: een gewicht van 17% kan ook 3% of 39% zijn",
    "onbekend": "Wij weten het niet: neem elke weging mee",
}

dossier = toestand.dossier()
entered = dossier.weging.invoer.schuiven


def set_weight(moved: str | None = None) -> None:
    """Put the slider that was moved on record; the first touch does so for all of them, as they stand."""
    held = toestand.dossier().weging.invoer.schuiven
    weights = dict(held) or dict.fromkeys((kenmerk.id for kenmerk in matrix.kenmerken), GEWICHT_BEGIN)
    if moved:
        weights[moved] = float(str(toestand.value(f"gewicht-{moved}")))
    store(schuiven=weights)


def store(**entry: dict[str, float]) -> None:
    weging = toestand.dossier().weging
    toestand.change(weging=weging.model_copy(update={"invoer": weging.invoer.model_copy(update=entry)}))


def set_certainty() -> None:
    weging = toestand.dossier().weging
    toestand.change(weging=weging.model_copy(update={"zekerheid": toestand.value("zekerheid")}))


def set_share() -> None:
    share = int(str(toestand.value("aandeel"))) / 100
    weging = toestand.dossier().weging
    toestand.change(weging=weging.model_copy(update={"aandeel_randvoorwaarden": share}))


def positions(matrix: Matrix, kenmerk: str) -> str:
    """Where the hoofdvarianten lie on the scale of a kenmerk, by the mean of each reading."""
    parts = []
    for id in toestand.handreiking().varianten.hoofdvarianten:
        cells = [matrix.cellen[o.id, kenmerk] for o in matrix.opties if o.hoofdvariant == id]
        means = sorted(round((cel.laag + cel.punt + cel.hoog) / 3, 1) for cel in cells)
        spread = getal(means[0], 1) if means[0] == means[-1] else f"{getal(means[0], 1)} tot {getal(means[-1], 1)}"
        parts.append(f"{id} {spread}")
    return f"Waar de varianten nu staan: {'; '.join(parts)}."


stappen.stap("weging.py")
st.markdown(
    "Per kenmerk ziet u wat de slechtste en de beste stand is. Vraag u af: **hoe belangrijk is de stap van 1 naar 5 "
    "voor onze regio?** Geef de belangrijkste stap 100, en de andere in verhouding daarmee. Nul is: telt niet mee."
)
unknown = dossier.weging.zekerheid == "onbekend"
if unknown:
    st.info("U koos onderaan “Wij weten het niet”. Dan telt elke weging mee en doen de schuiven niets.")
advies = toestand.advies()
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Geef ten minste één kenmerk gewicht, anders is er niets om op te kiezen.")
elif not is_weighed(dossier):
    st.info("U hebt nog niet gewogen. Zolang u geen schuif aanraakt, krijgt u nog geen advies.")
    st.button(
        "Wij vinden alles even belangrijk",
        key="gelijk",
        disabled=toestand.alleen_lezen(),
        on_click=set_weight,
    )

guide = toestand.handreiking()
matrix = toestand.matrix()
for kenmerk in matrix.kenmerken:
    st.subheader(opmaak.veilig(kenmerk.naam), anchor=False)
    if kenmerk.id in guide.kenmerken:
        opmaak.zin(guide.kenmerken[kenmerk.id].vraag)
    worst, best = st.columns(2)
    worst.markdown(f"**1, het slechtst:** {opmaak.veilig(kenmerk.schaal[1])}")
    best.markdown(f"**5, het best:** {opmaak.veilig(kenmerk.schaal[5])}")
    st.caption(opmaak.veilig(positions(matrix, kenmerk.id)))
    st.slider(
        f"Hoe belangrijk is deze stap bij {opmaak.veilig(kleine_letter(kenmerk.naam))}?",
        0,
        100,
        value=round(entered.get(kenmerk.id, 0.0) if entered else GEWICHT_BEGIN),
        step=5,
        key=toestand.key(f"gewicht-{kenmerk.id}"),
        disabled=toestand.alleen_lezen() or unknown,
        on_change=set_weight,
        args=(kenmerk.id,),
    )

st.subheader("Hoe zeker bent u van deze weging?", anchor=False)
st.radio(
    "Hoe zeker bent u van deze weging?",
    list(ZEKERHEID),
    index=list(ZEKERHEID).index(dossier.weging.zekerheid),
    format_func=ZEKERHEID.__getitem__,
    key=toestand.key("zekerheid"),
    disabled=toestand.alleen_lezen(),
    on_change=set_certainty,
    label_visibility="collapsed",
)
st.caption("Hoe minder zeker u bent, hoe meer andere wegingen wij meenemen in het antwoord.")

soft = [keuze for keuze in dossier.randvoorwaarden if keuze.status == "zacht"]
if soft:
    st.subheader("Uw zachte eisen", anchor=False)
    st.markdown(
        f"U hebt bij Randvoorwaarden {len(soft)} {'eis' if len(soft) == 1 else 'eisen'} zacht gemaakt. "
        f"{'Die eis krijgt' if len(soft) == 1 else 'Samen krijgen die'} één deel van het totaal. Meer dan de helft kan "
        "niet, want veel eisen zeggen ook iets over een kenmerk."
    )
    st.slider(
        "Deel van het totaal voor zachte eisen, in procenten",
        0,
        round(AANDEEL_MEEST * 100),
        value=round(dossier.weging.aandeel_randvoorwaarden * 100),
        step=5,
        key=toestand.key("aandeel"),
        disabled=toestand.alleen_lezen(),
        on_change=set_share,
        help=f"Gewoonlijk {procent(AANDEEL_GEWOON)}.",
    )

if advies:
    opmaak.tabel(
        "Zo zwaar telt elk onderdeel nu",
        ["Onderdeel", "Deel van het totaal"],
        [[advies.naam_van(id), procent(weight)] for id, weight in advies.gewichten.items()],
        getallen=[1],
    )

stappen.verder("uitkomst.py", "Naar stap 4: Uitkomst")
