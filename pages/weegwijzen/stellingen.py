"""The quick start: a statement per kenmerk, the answer, and what to ask when that is close."""

import streamlit as st

from advies.rangorde import Advies
from advies.snelle_start import MEESTE_VRAGEN, follow_ups, is_close, on_statements, stelling
from advies.taal import kleine_letter
from advies.uitleg import explain
from advies.weging import EXTRA_MAAL, PUNTEN_DOORVRAAG, PUNTEN_STELLING, counting, points_of, weegwijze
from dossier.model import Antwoord, SnelleStart
from pages import opmaak, toestand
from pages.callbacks import whole

KEUZES = list(PUNTEN_STELLING)


def draw(*, off: bool) -> None:
    kenmerken = toestand.matrix().kenmerken
    st.markdown(
        f"U leest {len(kenmerken)} stellingen. Elke stelling is een ruil: u krijgt iets goeds, maar het kost iets "
        "anders. Bent u het ermee eens, ook met die prijs?"
    )
    oneens, neutraal, eens = PUNTEN_STELLING.values()
    st.caption(
        f"Zo tellen uw antwoorden: oneens is {oneens} punten, neutraal is {neutraal} en eens is {eens}. “Extra "
        f"belangrijk” telt {EXTRA_MAAL} keer. Staan de eerste twee varianten dicht bij elkaar, dan stellen wij "
        f"hoogstens {MEESTE_VRAGEN} vragen meer. Wat u daar kiest, krijgt {PUNTEN_DOORVRAAG} punt erbij."
    )
    for number, kenmerk in enumerate(kenmerken, start=1):
        _ask(number, kenmerk.id, stelling(toestand.handreiking(), kenmerk), kenmerk.naam, off=off)
    wijze = weegwijze(toestand.dossier().weging, kenmerken, "snelle_start")
    if wijze.stand == "klaar":
        advies = toestand.advies_on(counting(toestand.dossier(), "snelle_start"))
        assert advies is not None
        if not advies.zonder_weging:
            _follow_up(advies, off=off)
        _answer(advies)


def _ask(number: int, kenmerk: str, statement: str, naam: str, *, off: bool) -> None:
    given = _quick().stellingen.get(kenmerk)
    st.radio(
        f"Stelling {number}: {opmaak.veilig(statement)}",
        KEUZES,
        index=KEUZES.index(given.keuze) if given else None,
        format_func=str.capitalize,
        key=toestand.key(f"stelling-{kenmerk}"),
        horizontal=True,
        disabled=off,
        on_change=_put,
        args=(kenmerk,),
    )
    st.checkbox(
        f"Extra belangrijk: {opmaak.veilig(kleine_letter(naam))}",
        value=given.extra if given else False,
        key=toestand.key(f"extra-{kenmerk}"),
        # Without an answer, or against the statement, there is nothing to double.
        disabled=off or given is None or given.keuze == "oneens",
        on_change=_put,
        args=(kenmerk,),
    )


def _follow_up(advies: Advies, *, off: bool) -> None:
    """Questions on the trade-offs that separate the first two, as long as the statements leave these close."""
    base = toestand.advies_on(on_statements(toestand.dossier()))
    assert base is not None
    answered = _quick().doorvragen
    pairs = follow_ups(base, list(answered))
    if not pairs:
        return
    about = "Deze vragen gaan over waar de eerste twee varianten in verschillen. U mag er ook een overslaan."
    if is_close(advies):
        st.subheader("Het scheelt weinig. Wat telt zwaarder?", anchor=False)
        st.markdown(about)
    else:
        st.subheader("Wat telt zwaarder?", anchor=False)
        st.markdown(f"{about} Wat u hier koos, telt mee in uw antwoord.")
    for pair in pairs:
        one, other = (toestand.matrix().kenmerk(id) for id in pair.split("|"))
        names = {one.id: one.naam, other.id: other.naam, "gelijk": "Even zwaar"}
        st.radio(
            f"Wat telt zwaarder: {opmaak.veilig(kleine_letter(one.naam))} of "
            f"{opmaak.veilig(kleine_letter(other.naam))}?",
            list(names),
            index=list(names).index(answered[pair]) if pair in answered else None,
            captions=[opmaak.veilig(one.schaal[5]), opmaak.veilig(other.schaal[5]), ""],
            format_func=lambda id, names=names: opmaak.veilig(names[id]),
            key=toestand.key(f"doorvraag-{pair}"),
            disabled=off,
            on_change=_put_follow_up,
            args=(pair,),
        )


def _answer(advies: Advies) -> None:
    uitleg = explain(toestand.handreiking(), advies)
    whose = "Zonder uw stellingen" if advies.zonder_weging else "Uw antwoord"
    st.header(f"{whose}: {opmaak.veilig(kleine_letter(uitleg.kop))}", anchor=False)
    opmaak.zin(uitleg.kern)
    points = {kenmerk.naam: points_of(_quick(), kenmerk.id) for kenmerk in advies.matrix.kenmerken}
    with st.expander("Hoeveel punten gaf u elk kenmerk?"):
        opmaak.tabel(
            "Punten volgens uw antwoorden",
            ["Kenmerk", "Punten"],
            [*([naam, str(count)] for naam, count in points.items()), ["Samen", str(sum(points.values()))]],
            getallen=[1],
        )


def _quick() -> SnelleStart:
    return toestand.dossier().weging.invoer.snelle_start


@whole
def _put(kenmerk: str) -> None:
    keuze = toestand.value(f"stelling-{kenmerk}")
    if keuze is None:
        return
    answer = Antwoord.model_validate({"keuze": keuze, "extra": toestand.value(f"extra-{kenmerk}")})
    stellingen = {**_quick().stellingen, kenmerk: answer}
    toestand.enter("snelle_start", _quick().model_copy(update={"stellingen": stellingen}))


@whole
def _put_follow_up(pair: str) -> None:
    chosen = toestand.value(f"doorvraag-{pair}")
    if chosen is not None:
        doorvragen = {**_quick().doorvragen, pair: str(chosen)}
        toestand.enter("snelle_start", _quick().model_copy(update={"doorvragen": doorvragen}))
