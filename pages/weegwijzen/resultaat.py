"""Beside every way of weighing: how it stands, the weights in a table and a chart, and what to think about."""

from collections.abc import Mapping

import streamlit as st

from advies.rangorde import Advies
from advies.taal import procenten
from advies.weegwijze import Weegwijze
from advies.weging import heaviest, let_op
from dossier.words import METHODEN
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.grafieken import gewichten


def say_state(wijze: Weegwijze, advies: Advies | None) -> None:
    """Above the questions: what is still to do, or why there is no advice."""
    weging = toestand.dossier().weging
    if weging.zekerheid == "onbekend":
        st.info(
            "U koos onderaan “Wij weten het niet”. Dan telt elke weging mee, en doet wat u hier invult niets. "
            "Kies onderaan iets anders om weer te wegen."
        )
    elif wijze.stand == "nul":
        st.error(opmaak.veilig(wijze.nog))
    elif advies is None:
        st.error(
            f"Er is nu geen advies: bij de manier die telt ({METHODEN[weging.methode]}) wegen alle kenmerken 0. Geef "
            "daar gewicht, of laat een andere manier tellen."
        )
    elif wijze.stand == "leeg" and advies.oordeel == "nog_niet_gewogen":
        st.info("U hebt nog niet gewogen. Zolang u hier niets invult, krijgt u nog geen advies.")
    elif wijze.stand == "onaf":
        st.info(opmaak.veilig(wijze.nog))


def show(wijze: Weegwijze, advies: Advies | None) -> None:
    """Below the questions: what they give."""
    weging = toestand.dossier().weging
    counts = weging.methode == wijze.methode
    if advies and advies.zonder_weging:
        # Nothing that was entered counts, so there is nothing to say of it, and no other way to let count.
        st.header("Gewichten, gemiddeld over alle wegingen", anchor=False)
        _show_weights(
            "Zo zwaar telt elk onderdeel gemiddeld",
            {id: advies.naam_van(id) for id in advies.gewichten},
            advies.gewichten,
        )
        return
    st.header("Uw gewichten", anchor=False)
    if wijze.stand in ("leeg", "onaf"):
        opmaak.zin(wijze.nog)
    if wijze.samenhang:
        _show_fit(wijze)
    if wijze.gewichten and not counts:
        _offer(wijze)
        names = {kenmerk.id: kenmerk.naam for kenmerk in toestand.matrix().kenmerken}
        _show_weights(f"Gewichten volgens {METHODEN[wijze.methode]}", names, wijze.gewichten)
    elif advies and counts and wijze.gewichten:
        names = {id: advies.naam_van(id) for id in advies.gewichten}
        _show_weights("Zo zwaar telt elk onderdeel nu", names, advies.gewichten)
    kenmerken = toestand.matrix().kenmerken
    for line in let_op(toestand.handreiking(), toestand.dossier(), kenmerken, wijze.gewichten or {}):
        st.warning(opmaak.veilig(line))


@whole
def let_count(methode: str) -> None:
    """Let another way of weighing count for the advice."""
    toestand.change(weging=toestand.dossier().weging.model_copy(update={"methode": methode}))


def _offer(wijze: Weegwijze) -> None:
    st.markdown(f"Voor uw advies telt nu een andere manier: **{METHODEN[toestand.dossier().weging.methode]}**.")
    st.button(
        f"Laat {METHODEN[wijze.methode]} tellen",
        key="laat-tellen",
        disabled=toestand.alleen_lezen(),
        on_click=let_count,
        args=(wijze.methode,),
    )


def _show_fit(wijze: Weegwijze) -> None:
    first, *others = wijze.samenhang
    (st.warning if wijze.tegenstrijdig else st.markdown)(opmaak.veilig(first))
    opmaak.lijst(others)


def _show_weights(caption: str, names: Mapping[str, str], weights: Mapping[str, float]) -> None:
    """Weights as a chart, a sentence and a table."""
    shown = procenten(weights)
    sentence = heaviest(weights, names)
    st.plotly_chart(
        gewichten([names[id] for id in weights], list(weights.values()), [shown[id] for id in weights]),
        config={"displayModeBar": False},
        theme=None,
        key="gewichten",
        alt=f"Een balk per onderdeel, zo lang als het gewicht. {sentence} De tabel hieronder geeft dezelfde cijfers.",
    )
    opmaak.zin(sentence)
    rows = [[names[id], shown[id]] for id in weights]
    opmaak.tabel(caption, ["Onderdeel", "Deel van het totaal"], rows, getallen=[1])
    st.caption("Zo afgerond dat het samen 100% is. Daardoor kan wat even zwaar telt 1% schelen.")
