"""One answer worked out in steps on the real matrix, for who wants to check the sums."""

from collections.abc import Iterator

import streamlit as st

from advies.rangorde import Advies, HoofdvariantUitkomst
from advies.taal import getal, kleine_letter, opsomming, procent
from advies.uitleg import explain
from advies.uitleg_zekerheid import how_often
from dossier.model import Dossier
from pages import opmaak, toestand

#: A made-up weighting of two kenmerken, so that the sums stay short; its best hybrid is one that the guide describes.
VOORBEELD = Dossier.model_validate({"weging": {"invoer": {"schuiven": {"deskundigheid": 85, "aansluiting": 15}}}})
#: Enough for what is shown to add up as it is shown.
DECIMALEN = 2


def show() -> None:
    advies = toestand.advies_on(VOORBEELD)
    assert advies is not None
    weighed = {id: weight for id, weight in advies.gewichten.items() if weight}
    named = opsomming([f"{kleine_letter(advies.naam_van(id))} ({procent(weight)})" for id, weight in weighed.items()])
    st.markdown(
        f"Stel: een regio weegt alleen {opmaak.veilig(named)}. Per variant telt de beste vorm. De scores hieronder "
        "staan zo in de matrix."
    )
    left = [h for h in advies.hoofdvarianten if h.beste_vorm]
    opmaak.tabel(
        "Van score naar punten",
        ["Variant en kenmerk", "Laagst", "Score", "Hoogst", "Gemiddeld", "Punten", "Maal gewicht"],
        list(_rows(advies, left, weighed)),
        getallen=range(1, 7),
    )
    totals = opsomming([f"{kleine_letter(h.naam)} {getal(h.waarde or 0, DECIMALEN)}" for h in left])
    opmaak.zin(f"De laatste kolom opgeteld geeft het totaal: {totals}.")
    _tip(advies)
    opmaak.zin(
        f"{how_often(advies)} De voorsprong is {getal(advies.voorsprong, DECIMALEN)} punten. Daarom zegt de uitkomst: "
        f"“{explain(toestand.handreiking(), advies).kop}”."
    )


def _rows(advies: Advies, left: list[HoofdvariantUitkomst], weighed: dict[str, float]) -> Iterator[list[str]]:
    for hoofdvariant in left:
        assert hoofdvariant.beste_vorm is not None
        vorm = hoofdvariant.beste_vorm.optie.id
        for kenmerk in weighed:
            cel = advies.matrix.cellen[vorm, kenmerk]
            yield [
                f"{hoofdvariant.naam} ({vorm}), {kleine_letter(advies.naam_van(kenmerk))}",
                getal(cel.laag),
                getal(cel.punt),
                getal(cel.hoog),
                getal(cel.gemiddeld, DECIMALEN),
                getal(advies.waarden[vorm, kenmerk], DECIMALEN),
                getal(hoofdvariant.beste_vorm.bijdragen[kenmerk], DECIMALEN),
            ]


def _tip(advies: Advies) -> None:
    """The nearest tipping point, from the lead and from what each loses when the weight moves."""
    punt = next(punt for punt in advies.kantelpunten if punt.niveau == "hoofdvariant")
    verloop = advies.lijnen(punt.criterium)
    there = next(kruising for kruising in verloop.kantelpunten if kruising.gewicht == punt.gewicht)
    kenmerk = kleine_letter(advies.naam_van(punt.criterium))
    first = kleine_letter(advies.hoofdvarianten[0].naam)
    rival = next(kleine_letter(h.naam) for h in advies.hoofdvarianten if h.id == punt.nieuwe_winnaar)
    opmaak.zin(
        f"Nu het kantelpunt. Weegt {kenmerk} minder, dan weegt de rest meer. Bij {procent(punt.gewicht, 1)} hebben "
        f"{first} en {rival} allebei {getal(there.waarde, DECIMALEN)} punten. Weegt {kenmerk} nog minder, dan "
        f"staat {rival} bovenaan."
    )
