"""What it costs, by the region's own amounts: per gemeente and together, now against then."""

from collections.abc import Mapping

import streamlit as st

from advies.begroting import Begroting, Kosten, Som, begroting_for
from advies.invoer import lees_bedrag
from advies.taal import euro, getal
from dossier.bedragen import with_bedrag, without_bedragen
from dossier.uitvoering import Kostensoort
from dossier.words_uitvoering import KOSTEN
from pages import opmaak, stappen, toestand
from pages.callbacks import whole
from pages.velden import gelezen, leesveld

GEKOZEN = "kosten-gemeente"
#: Per kind of costs: how often, and what it is.
SOORTEN: Mapping[Kostensoort, tuple[str, str]] = {
    "team_nu": (
        "per jaar",
        "Wat de gemeente nu per jaar betaalt aan de mensen die de toegang doen. Betaalt u samen? Neem dan het deel van "
        "deze gemeente.",
    ),
    "team_straks": ("per jaar", "Hetzelfde, maar dan zoals het straks gaat."),
    "doorlopend": (
        "per jaar",
        "Kosten van de oude manier van werken die straks nog doorgaan, zoals een contract dat nog loopt.",
    ),
    "overgang": ("eenmalig", "Wat het overstappen zelf kost, zoals werven, opleiden en systemen aanpassen."),
    "desintegratie": (
        "eenmalig",
        "Kosten die blijven of ontstaan doordat de oude organisatie kleiner wordt, zoals huur of mensen zonder taak.",
    ),
}

dossier = toestand.dossier()
begroting = begroting_for(dossier)


def label(soort: Kostensoort) -> str:
    return f"{KOSTEN[soort]}, {SOORTEN[soort][0]} in hele euro's"


def show_amount(amount: int | None) -> str:
    return "" if amount is None else getal(amount)


@whole
def set_amount(gemeente: str, soort: Kostensoort) -> None:
    readable, amount = gelezen(f"{soort}-{gemeente}", lees_bedrag, show_amount)
    if readable:
        toestand.put_checked(lambda: with_bedrag(toestand.dossier(), gemeente, soort, amount))


@whole
def next_gemeente(gemeente: str) -> None:
    names = list(begroting.gemeenten)
    st.session_state[GEKOZEN] = names[(names.index(gemeente) + 1) % len(names)]


@whole
def remove(gemeente: str) -> None:
    toestand.put_checked(lambda: without_bedragen(toestand.dossier(), gemeente))


def ask_amounts() -> None:
    """One gemeente at a time."""
    names = list(begroting.gemeenten)
    if st.session_state.get(GEKOZEN) not in names:
        st.session_state.pop(GEKOZEN, None)
    gemeente = st.selectbox("Van welke gemeente vult u de kosten in?", names, key=GEKOZEN, persist_state="session")
    kosten = begroting.gemeenten[gemeente]
    for soort, (_, uitleg) in SOORTEN.items():
        shown = show_amount(kosten.bedragen[soort].euro)
        leesveld(label(soort), f"{soort}-{gemeente}", shown, lees_bedrag, set_amount, gemeente, soort, uitleg=uitleg)
    st.caption("Leeg betekent: nog niet ingevuld. Kost iets niets? Vul dan 0 in.")
    if len(names) > 1:
        st.button("Naar de volgende gemeente", key="volgende", on_click=next_gemeente, args=(gemeente,))


def conclusion(kosten: Kosten) -> str:
    """What the amounts say together."""
    if all(som.euro is None for som in kosten.bedragen.values()):
        return "U hebt nog geen bedragen ingevuld."
    if kosten.open:
        return (
            f"Nog niet compleet: {getal(kosten.open)} van de {getal(kosten.totaal)} bedragen zijn niet ingevuld. De "
            "totalen tellen alleen wat er staat."
        )
    assert kosten.eenmalig.euro is not None
    yearly, once = difference(kosten), euro(kosten.eenmalig.euro)
    return f"Volgens uw eigen bedragen kost de toegang de regio straks per jaar {yearly}, en eenmalig {once}."


def difference(kosten: Kosten) -> str:
    more = kosten.verschil
    if more is None:
        return "nog niet bekend"
    return f"{euro(abs(more))} {'meer' if more > 0 else 'minder'}" if more else "evenveel"


def said(som: Som) -> str:
    if som.euro is None:
        return "niet ingevuld"
    return f"ten\u00a0minste {euro(som.euro)}" if som.open else euro(som.euro)


def show_totals(begroting: Begroting) -> None:
    rows = {**begroting.gemeenten, "Hele regio": begroting.regio}
    opmaak.tabel(
        "Kosten per gemeente, nu en straks",
        ["Gemeente", "Nu per jaar", "Straks per jaar", "Verschil per jaar", "Eenmalig", "Niet ingevuld"],
        [
            [
                naam,
                said(kosten.per_jaar_nu),
                said(kosten.per_jaar_straks),
                difference(kosten),
                said(kosten.eenmalig),
                f"{getal(kosten.open)} van {getal(kosten.totaal)}",
            ]
            for naam, kosten in rows.items()
        ],
        getallen=range(1, 6),
    )
    st.caption(
        "Straks per jaar is de toegang straks en de doorlopende kosten samen. Die laatste houden ooit op. Staat er "
        "“ten minste”? Dan is nog niet alles ingevuld."
    )
    opmaak.tabel(
        "Kosten van de hele regio, per soort",
        ["Soort kosten", "Hoe vaak", "Bedrag", "Niet ingevuld"],
        [
            [KOSTEN[soort], SOORTEN[soort][0], said(som), f"{getal(som.open)} van {getal(som.aantal)}"]
            for soort, som in begroting.regio.bedragen.items()
        ],
        getallen=[2, 3],
    )


def show_parked(geparkeerd: Mapping[str, Kosten]) -> None:
    if not geparkeerd:
        return
    st.header("Gemeenten die niet meer in uw regio staan", anchor=False)
    st.markdown("Hun bedragen tellen niet mee. Voegt u de gemeente bij Regio weer toe, dan tellen zij weer.")
    opmaak.tabel(
        "Bewaarde bedragen",
        ["Gemeente", "Soort kosten", "Bedrag"],
        [
            [naam, KOSTEN[soort], euro(som.euro)]
            for naam, kosten in geparkeerd.items()
            for soort, som in kosten.bedragen.items()
            if som.euro is not None
        ],
        getallen=[2],
    )
    if not toestand.alleen_lezen():
        for naam in geparkeerd:
            st.button(f"Wis de bedragen van {opmaak.veilig(naam)}", key=f"wis-{naam}", on_click=remove, args=(naam,))


stappen.naast("Kosten")
st.markdown(
    "Hier rekent u met uw eigen bedragen. De handreiking noemt geen bedragen, en wij vullen er ook geen voor u in."
)
if begroting.gemeenten:
    opmaak.zin(conclusion(begroting.regio))
    ask_amounts()
    st.header("Wat is het samen?", anchor=False)
    show_totals(begroting)
else:
    st.info("U hebt nog geen gemeenten ingevuld. Voeg ze eerst toe bij stap 1.")
    st.page_link("regio.py", label="**Naar stap 1: Regio** →")
show_parked(begroting.geparkeerd)
stappen.tot_slot()
