"""The matrix: every score with its claims, interval, support and source, and the region's own scores."""

import streamlit as st

from advies.matrix import Cel
from advies.taal import getal
from dossier.model import EigenKenmerk
from dossier.own import free_id, with_kenmerk, without_kenmerk
from handreiking.model import SCHAAL_HOOG, SCHAAL_LAAG, Bewering, Steun
from pages import eigen_vorm, opmaak, stappen, toestand, vormen
from pages.callbacks import whole

HERKOMST = {
    "handreiking": "onze lezing van de handreiking",
    "omstandigheid": "onze lezing, versmald door uw antwoorden",
    "strikt": "strikte lezing: alle rollen van het expertiseteam samen",
    "een_keer": "onze lezing, zonder de bewering die ook bij een ander kenmerk staat",
    "eigen": "eigen score van de regio",
    "leeg": "uw regio gaf nog geen score, dus alles is mogelijk",
}
MERK: dict[Steun, str] = {"sterk": "", "zwak": " zwak", "geen": " geen"}
RICHTING = {"gunstig": "Voor", "ongunstig": "Tegen", "neutraal": "Neutraal"}

guide = toestand.handreiking()
dossier = toestand.dossier()
matrix = toestand.matrix()


def short(cel: Cel) -> str:
    """The point with its interval; strong support is the rule, so only what is otherwise is named."""
    mark = {"eigen": " eigen", "leeg": " nog geen score"}.get(cel.herkomst, MERK[cel.steun])
    return f"{getal_van(cel.punt)} ({getal_van(cel.laag)}–{getal_van(cel.hoog)}){mark}"


def getal_van(score: float) -> str:
    return getal(score, 0 if score == int(score) else 1)


@whole
def remove(kenmerk: str, vorm: str) -> None:
    kept = [a for a in toestand.dossier().aanpassingen if (a.kenmerk, a.vorm) != (kenmerk, vorm)]
    toestand.change(aanpassingen=tuple(kept))
    toestand.fresh_widgets()


def claim_row(id: str, claim: Bewering) -> list[str]:
    text = claim.tekst + (f" Voorwaarde: {claim.voorwaarde}." if claim.voorwaarde else "")
    if claim.zelfde_als:
        text += f" Dezelfde bewering staat ook bij een ander kenmerk ({claim.zelfde_als})."
    return [text, RICHTING[claim.richting], claim.soort, f"{claim.steun}; {claim.herkomst}", claim.bron, id]


def show_overview() -> None:
    opmaak.tabel(
        "Alle scores van 1 (slechtst) tot 5 (best), met het interval erachter",
        ["Vorm", *(kenmerk.naam for kenmerk in matrix.kenmerken)],
        [
            [optie.naam, *(short(matrix.cellen[optie.id, kenmerk.id]) for kenmerk in matrix.kenmerken)]
            for optie in matrix.opties
        ],
    )
    st.caption(
        "Staat er niets achter, dan staat het in de handreiking. Zwak: het is af te leiden. Geen: het staat er niet. "
        "Eigen: een score van uw regio in plaats van onze lezing."
    )


def show_cell(kenmerk: str, vorm: str) -> None:
    cel = matrix.cellen[vorm, kenmerk]
    between = f"**Score {getal_van(cel.punt)}**, tussen {getal_van(cel.laag)} en {getal_van(cel.hoog)}."
    if cel.is_eigen or cel.is_leeg:
        st.markdown(f"{between} Herkomst: {HERKOMST[cel.herkomst]}.")
    else:
        st.markdown(f"{between} Steun: {opmaak.STEUN_IN_WOORDEN[cel.steun]}. Herkomst: {HERKOMST[cel.herkomst]}.")
    if cel.waarom:
        opmaak.zin(f"Uw reden: {cel.waarom}" if cel.is_eigen else cel.waarom)
    if before := cel.uitgangspunt:
        what = "Onze lezing was" if cel.is_eigen else "Zonder uw antwoorden was het"
        st.markdown(f"{what} {getal_van(before.punt)}, tussen {getal_van(before.laag)} en {getal_van(before.hoog)}.")
    if kenmerk in guide.kenmerken and cel.op_grond_van:
        claims = guide.kenmerken[kenmerk].beweringen
        opmaak.tabel(
            "Wat de handreiking hierover zegt" if cel.is_eigen else "Waarop deze score rust",
            ["Bewering", "Richting", "Soort", "Steun en herkomst", "Plaats in de handreiking", "Nummer"],
            [claim_row(id, claims[id]) for id in cel.op_grond_van],
            breed=True,
        )
    elif kenmerk in guide.kenmerken and vorm in guide.vormen and not cel.is_eigen:
        st.markdown("De handreiking zegt hier niets over. Daarom is het interval zo breed.")


def own_score(kenmerk: str, vorm: str) -> None:
    """A score of the region's own, with its reason."""
    cel = matrix.cellen[vorm, kenmerk]
    st.subheader("Vindt u iets anders?", anchor=False)
    with st.form(toestand.key(f"eigen-{kenmerk}-{vorm}"), border=False):
        st.markdown("Geef uw eigen score. Zij telt dan overal in plaats van de onze, en staat erbij als de uwe.")
        interval = ask_interval(f"{kenmerk}-{vorm}", cel)
        reason = st.text_area(
            "Waarom?",
            value=cel.waarom if cel.is_eigen else "",
            max_chars=2000,
            key=toestand.key(f"reden-{kenmerk}-{vorm}"),
            disabled=toestand.alleen_lezen(),
        )
        sent = st.form_submit_button("Bewaar eigen score", disabled=toestand.alleen_lezen())
    if sent:
        save_own(kenmerk, vorm, interval, reason)
    if any((a.kenmerk, a.vorm) == (kenmerk, vorm) for a in dossier.aanpassingen):
        st.button(
            "Terug naar onze lezing",
            key="terug",
            disabled=toestand.alleen_lezen(),
            on_click=remove,
            args=(kenmerk, vorm),
        )


def ask_interval(name: str, cel: Cel) -> dict[str, float]:
    """Three scores in steps of a half; a value that a file brought along in between stays on offer."""
    fields = {
        "punt": "Uw score (1 is het slechtst, 5 het best)",
        "laag": "Op zijn laagst",
        "hoog": "Op zijn hoogst",
    }
    halves = {n / 2 for n in range(2 * SCHAAL_LAAG, 2 * SCHAAL_HOOG + 1)}
    options = sorted(halves | {cel.punt, cel.laag, cel.hoog})
    return {
        field: st.selectbox(
            label,
            options,
            index=options.index(getattr(cel, field)),
            format_func=getal_van,
            key=toestand.key(f"{field}-{name}"),
            disabled=toestand.alleen_lezen(),
        )
        for field, label in fields.items()
    }


def save_own(kenmerk: str, vorm: str, interval: dict[str, float], reason: str) -> None:
    if not reason.strip():
        st.error("De reden ontbreekt. Vul bij “Waarom?” in waarom u een andere score geeft.")
        return
    if not interval["laag"] <= interval["punt"] <= interval["hoog"]:
        st.error("De score ligt buiten het interval. De score moet tussen het laagste en het hoogste liggen.")
        return
    new = {"kenmerk": kenmerk, "vorm": vorm, "motivering": reason, **interval}
    others = [a for a in dossier.aanpassingen if (a.kenmerk, a.vorm) != (kenmerk, vorm)]
    toestand.change(aanpassingen=(*others, new))
    st.rerun()


@whole
def remove_kenmerk(id: str) -> None:
    toestand.put(without_kenmerk(toestand.dossier(), id))


def own_kenmerk() -> None:
    for kenmerk in dossier.eigen_kenmerken:
        st.button(
            f"Haal “{opmaak.veilig(kenmerk.naam)}” weg",
            key=toestand.key(f"weg-{kenmerk.id}"),
            disabled=toestand.alleen_lezen(),
            on_click=remove_kenmerk,
            args=(kenmerk.id,),
        )
    with st.form("eigen-kenmerk", border=False):
        off = toestand.alleen_lezen()
        naam = st.text_input("Hoe heet het kenmerk?", max_chars=120, disabled=off)
        worst = st.text_input("Hoe ziet de slechtste stand (1) eruit?", max_chars=120, disabled=off)
        best = st.text_input("Hoe ziet de beste stand (5) eruit?", max_chars=120, disabled=off)
        sent = st.form_submit_button("Voeg dit kenmerk toe", disabled=off)
    if sent and not all(text.strip() for text in (naam, worst, best)):
        st.error("Er ontbreekt iets. Vul de naam, de slechtste stand en de beste stand in.")
    elif sent and taken(naam, [kenmerk.naam for kenmerk in matrix.kenmerken]):
        st.error(f"Er is al een kenmerk met de naam {opmaak.veilig(naam)}. Kies een andere naam.")
    elif sent:
        id = free_id("EK", (kenmerk.id for kenmerk in dossier.eigen_kenmerken))
        own = {"id": id, "naam": naam, "schaal": {1: worst, 5: best}}
        toestand.put_checked(lambda: with_kenmerk(dossier, EigenKenmerk.model_validate(own)))
        st.rerun()
    st.caption(
        "Geef daarna hierboven per vorm een score, en bij Weging een gewicht. Zonder score maakt het geen verschil."
    )


def taken(naam: str, names: list[str]) -> bool:
    return naam.strip().casefold() in {name.casefold() for name in names}


st.title("Matrix", anchor=False)
st.markdown(
    "Hier ziet u elke score en waarop zij rust. De handreiking geeft geen cijfers: wij lazen de zinnen en gaven een "
    "score van 1 tot 5, met een interval. Hoe breder het interval, hoe minder de tekst vastlegt."
)
show_overview()
st.header("Bekijk een score", anchor=False)
kenmerk = st.selectbox(
    "Kenmerk",
    [k.id for k in matrix.kenmerken],
    format_func=lambda id: matrix.kenmerk(id).naam,
    key=toestand.key("matrix-kenmerk"),
)
vorm = st.selectbox(
    "Vorm",
    [o.id for o in matrix.opties],
    format_func=lambda id: matrix.optie(id).naam,
    key=toestand.key("matrix-vorm"),
)
# On a phone the picker cuts a name off before what tells it from the next.
opmaak.zin(f"{matrix.optie(vorm).naam}.")
known = guide.vormen.get(vorm)
if known is None:
    opmaak.zin(matrix.optie(vorm).kern)
else:
    with st.expander("Wat houdt deze vorm in?"):
        vormen.details(known)
schaal = matrix.kenmerk(kenmerk).schaal
st.caption(opmaak.veilig(f"1 is: {schaal[1]}"))
st.caption(opmaak.veilig(f"5 is: {schaal[5]}"))
show_cell(kenmerk, vorm)
own_score(kenmerk, vorm)
st.header("Niet gescoord", anchor=False)
st.markdown("Twee rijen van de matrix hebben in de handreiking geen tekst, alleen een verwijzing. Die tellen niet mee.")
for rij in guide.varianten.rijen_zonder_tekst:
    st.markdown(f"{opmaak.veilig(rij.naam)}: [{opmaak.veilig(rij.link.titel)}]({rij.link.url})")
st.header("Iets toevoegen", anchor=False)
with st.expander("Voeg een eigen kenmerk toe"):
    own_kenmerk()
for own in dossier.eigen_vormen:
    with st.expander(f"Wijzig uw eigen vorm: {opmaak.veilig(own.naam)}"):
        eigen_vorm.change_or_remove(own)
with st.expander("Voeg een eigen vorm toe"):
    eigen_vorm.add()
st.divider()
opmaak.mail(guide.document.contact)
stappen.bewaren()
