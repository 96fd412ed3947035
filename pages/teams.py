"""How vulnerable small teams are, by the region's own numbers, and by a calculation that says what it leaves out."""

from collections.abc import Mapping

import streamlit as st

from advies.invoer import lees_mensen, lees_procent
from advies.taal import aantal, getal, kans, opsomming
from advies.teams import Kwetsbaarheid, Teamgroottes, kwetsbaarheid, teams_for
from dossier.bedragen import with_absence, with_team
from pages import opmaak, stappen, toestand
from pages.callbacks import whole
from pages.velden import gelezen, leesveld

REAL = (
    "In het echt is de kans meestal groter, want griep en vakanties vallen vaak samen. Hieronder staat hoe wij rekenen."
)

dossier = toestand.dossier()
teams = teams_for(dossier)


def show_percent(share: float | None) -> str:
    return "" if share is None else f"{share:.10g}".replace(".", ",")


def show_people(people: int | None) -> str:
    return "" if people is None else getal(people)


@whole
def set_absence() -> None:
    readable, share = gelezen("afwezig", lees_procent, show_percent)
    if readable:
        toestand.put_checked(lambda: with_absence(toestand.dossier(), share))


@whole
def set_people(gemeente: str) -> None:
    readable, people = gelezen(f"mensen-{gemeente}", lees_mensen, show_people)
    if readable:
        toestand.put_checked(lambda: with_team(toestand.dossier(), gemeente, people))


@whole
def remove(gemeente: str) -> None:
    toestand.put_checked(lambda: with_team(toestand.dossier(), gemeente, None))


def ask() -> None:
    leesveld(
        "Welk deel van de werktijd is één medewerker er niet, in procenten?",
        "afwezig",
        show_percent(dossier.teams.afwezig),
        lees_procent,
        set_absence,
        uitleg="Tel alles mee: vakantie, ziekte, scholing en vaste vrije dagen. Het gaat om een gewone medewerker. De "
        "handreiking noemt dit niet, dus vullen wij niets voor u in.",
    )
    st.markdown("**Hoeveel mensen hebben straks kennis van beschermd wonen?** Tel mensen, geen fte.")
    for gemeente, people in teams.mensen.items():
        leesveld(
            f"Mensen met deze kennis in {opmaak.veilig(gemeente)}",
            f"mensen-{gemeente}",
            show_people(people),
            lees_mensen,
            set_people,
            gemeente,
        )


def missing() -> str:
    """What has to be filled in before anything can be said."""
    if dossier.teams.afwezig is None:
        return "Vul eerst in welk deel van de werktijd een medewerker er niet is."
    return "Vul eerst bij ten minste één gemeente in hoeveel mensen de kennis hebben."


def answer(found: Kwetsbaarheid) -> list[str]:
    worst = max(found.apart.values())
    where = opsomming([naam for naam, chance in found.apart.items() if chance == worst])
    if len(found.apart) == 1:
        return [
            f"In {where} is de kans {kans(worst)} dat er op een willekeurig moment niemand met de kennis is.",
            "Vul nog een gemeente in om te zien wat samenwerken verandert.",
            REAL,
        ]
    return [
        f"Werkt elke gemeente apart, dan is de kans dat er niemand is het grootst in {where}: {kans(worst)}.",
        f"De kans dat er in ten minste één gemeente niemand is, is {kans(found.ergens)}. Gemiddeld is er in "
        f"{getal(found.gemiddeld, 1)} van de {aantal(len(found.apart), 'gemeente', 'gemeenten')} niemand.",
        f"Werken deze mensen in één team, dan is de kans dat er niemand is {kans(found.samen)}.",
        REAL,
    ]


def show_answer(found: Kwetsbaarheid, teams: Teamgroottes) -> None:
    st.header("Hoe vaak is er niemand?", anchor=False)
    opmaak.lijst(answer(found))
    if teams.open:
        st.info(opmaak.veilig(f"Nog niet ingevuld, en dus niet meegeteld: {opsomming(teams.open)}."))
    together = sum(teams.bekend.values())
    opmaak.tabel(
        "Kans dat er op een willekeurig moment niemand met de kennis is",
        ["Team", "Mensen", "Kans dat er niemand is"],
        [
            *([naam, getal(teams.bekend[naam]), kans(chance)] for naam, chance in found.apart.items()),
            ["Alle mensen in één team", getal(together), kans(found.samen)],
        ],
        getallen=[1, 2],
    )


def explain() -> None:
    st.header("Wat zegt deze berekening niet?", anchor=False)
    opmaak.lijst(
        [
            "Wij rekenen alsof de een los van de ander afwezig is. Gaan mensen tegelijk op vakantie of steken zij "
            "elkaar aan, dan is de kans dat er niemand is groter dan hier staat.",
            "Wij rekenen alsof iedereen even vaak afwezig is en één aanwezige genoeg is. Hoeveel werk er is, telt "
            "niet mee.",
            "U kunt zelf roosters maken waarin altijd iemand er is. Dan is de kans kleiner.",
            "Eén team voor de regio kan verder weg staan van de inwoner. Dat weegt u bij stap 3.",
        ]
    )
    st.caption(
        "Zo rekenen wij: bij 2 mensen is het de kans dat de een er niet is, keer de kans dat de ander er niet is. Bij "
        "3 mensen nog een keer, en zo verder. Dat heet een binomiale verdeling."
    )


def show_parked(geparkeerd: Mapping[str, int]) -> None:
    if not geparkeerd:
        return
    st.header("Gemeenten die niet meer in uw regio staan", anchor=False)
    st.markdown("Hun mensen tellen niet mee. Voegt u de gemeente bij Regio weer toe, dan tellen zij weer.")
    opmaak.lijst([f"{naam}: {aantal(people, 'mens', 'mensen')}" for naam, people in geparkeerd.items()])
    if not toestand.alleen_lezen():
        for naam in geparkeerd:
            st.button(f"Wis het aantal van {opmaak.veilig(naam)}", key=f"wis-{naam}", on_click=remove, args=(naam,))


stappen.naast("Kleine teams")
st.markdown(
    "Een klein team is kwetsbaar: is er iemand ziek en een ander op vakantie, dan is er misschien niemand meer die "
    "beschermd wonen kent. Hoe groot is die kans bij u, apart en samen?"
)
if teams.mensen:
    ask()
    if found := kwetsbaarheid(dossier):
        show_answer(found, teams)
    else:
        st.info(missing())
    explain()
else:
    st.info("U hebt nog geen gemeenten ingevuld. Voeg ze eerst toe bij stap 1.")
    st.page_link("regio.py", label="**Naar stap 1: Regio** →")
show_parked(teams.geparkeerd)
stappen.tot_slot()
