"""The matrix: every score with its ground, and the region's own."""

import pytest

from handreiking.model import Handreiking
from tests.pages.conftest import OpenPage, dossier_of, fields_that_can_be_filled_in, labelled, open_to_read, words

EIGEN = {"kenmerk": "kosten", "vorm": "L", "punt": 5, "laag": 4, "hoog": 5, "motivering": "Onze cijfers zeggen dit."}


@pytest.mark.parametrize("kenmerk", ["deskundigheid", "kosten", "continuiteit", "betrokkenheid"])
@pytest.mark.parametrize("vorm", ["C-B2", "L", "H-IR", "H-TB-S"])
def test_every_cell_shows_score_interval_support_and_claims(open_page: OpenPage, kenmerk: str, vorm: str) -> None:
    app = open_page("matrix.py")
    labelled(app, "selectbox", "Kenmerk").set_value(kenmerk)
    labelled(app, "selectbox", "Vorm").set_value(vorm).run()
    assert not app.exception
    said = words(app)
    assert "**Score " in said
    assert "Steun: " in said
    assert "Waarop deze score rust" in said or "De handreiking zegt hier niets over" in said


def test_the_overview_has_every_vorm_and_kenmerk(open_page: OpenPage) -> None:
    table = words(open_page("matrix.py"))
    table = table[table.index("<table>") : table.index("</table>")]
    assert table.count('scope="row"') == 11
    assert table.count('scope="col"') == 7
    assert "2 (1–4)<" in table
    assert "3 (1–5) geen" in table


def test_the_same_claim_at_two_kenmerken_is_marked(open_page: OpenPage) -> None:
    app = open_page("matrix.py")
    labelled(app, "selectbox", "Kenmerk").set_value("kosten").run()
    assert "Dezelfde bewering staat ook bij een ander kenmerk (BE-02)." in words(app)


def test_an_own_score_with_a_reason_counts_and_is_marked(open_page: OpenPage) -> None:
    app = open_page("matrix.py")
    labelled(app, "selectbox", "Kenmerk").set_value("kosten")
    labelled(app, "selectbox", "Vorm").set_value("L").run()
    labelled(app, "selectbox", "Uw score").set_value(5.0)
    labelled(app, "selectbox", "Op zijn laagst").set_value(4.0)
    labelled(app, "selectbox", "Op zijn hoogst").set_value(5.0)
    labelled(app, "text_area", "Waarom?").input("Onze cijfers zeggen dit.")
    labelled(app, "button", "Bewaar eigen score").click().run()
    assert [a.model_dump() for a in dossier_of(app).aanpassingen] == [EIGEN]
    assert "5 (4–5) eigen" in words(app)
    assert "Onze lezing was 2, tussen 1 en 4." in words(app)


@pytest.mark.parametrize(
    ("point", "reason", "message"),
    [(5.0, "Omdat.", "De score ligt buiten het interval"), (2.0, "  ", "De reden ontbreekt")],
)
def test_a_wrong_own_score_is_refused_in_words(open_page: OpenPage, point: float, reason: str, message: str) -> None:
    app = open_page("matrix.py")
    labelled(app, "selectbox", "Kenmerk").set_value("kosten")
    labelled(app, "selectbox", "Vorm").set_value("L").run()
    labelled(app, "selectbox", "Uw score").set_value(point)
    labelled(app, "text_area", "Waarom?").input(reason)
    labelled(app, "button", "Bewaar eigen score").click().run()
    assert message in app.error[0].value
    assert dossier_of(app).aanpassingen == ()


def test_an_own_score_can_be_taken_back(open_page: OpenPage) -> None:
    app = open_page("matrix.py", aanpassingen=[EIGEN])
    labelled(app, "selectbox", "Kenmerk").set_value("kosten")
    labelled(app, "selectbox", "Vorm").set_value("L").run()
    labelled(app, "button", "Terug naar onze lezing").click().run()
    assert dossier_of(app).aanpassingen == ()


def test_an_own_kenmerk_is_added_and_removed(open_page: OpenPage) -> None:
    app = open_page("matrix.py", weging={"invoer": {"schuiven": {"kosten": 80}}})
    labelled(app, "text_input", "Hoe heet het kenmerk?").input("Draagvlak")
    labelled(app, "text_input", "Hoe ziet de slechtste").input("Niemand wil het")
    labelled(app, "text_input", "Hoe ziet de beste").input("Iedereen wil het")
    labelled(app, "button", "Voeg dit kenmerk toe").click().run()
    assert [k.naam for k in dossier_of(app).eigen_kenmerken] == ["Draagvlak"]
    assert dossier_of(app).weging.invoer.schuiven == {"kosten": 80, "EK-1": 50}
    labelled(app, "button", "Haal “Draagvlak” weg").click().run()
    assert dossier_of(app).eigen_kenmerken == ()


def test_an_own_vorm_is_added_and_removed(open_page: OpenPage) -> None:
    app = open_page("matrix.py")
    labelled(app, "text_input", "Hoe heet de vorm?").input("Twee subregio's")
    answers = {
        "Bij welke hoofdvariant": "hybride",
        "Wie beslist": "regionaal",
        "Is er een expertiseteam": "geen",
        "Welke gemeenten hebben": "geen",
        "Hoeveel teams": "een",
    }
    for question, answer in answers.items():
        labelled(app, "selectbox", question).set_value(answer)
    labelled(app, "button", "Voeg deze vorm toe").click().run()
    (own,) = dossier_of(app).eigen_vormen
    assert (own.id, own.naam, own.hoofdvariant) == ("EV-1", "Twee subregio's", "hybride")
    labelled(app, "button", "Haal “Twee").click().run()
    assert dossier_of(app).eigen_vormen == ()


@pytest.mark.parametrize(
    ("button", "message"), [("Voeg dit kenmerk toe", "Er ontbreekt iets"), ("Voeg deze vorm toe", "nog geen naam")]
)
def test_an_empty_form_is_refused_in_words(open_page: OpenPage, button: str, message: str) -> None:
    app = open_page("matrix.py")
    labelled(app, "button", button).click().run()
    assert message in app.error[0].value


def test_an_own_vorm_needs_an_answer_to_every_question(open_page: OpenPage) -> None:
    app = open_page("matrix.py")
    labelled(app, "text_input", "Hoe heet de vorm?").input("Twee subregio's")
    labelled(app, "button", "Voeg deze vorm toe").click().run()
    assert "Er ontbreekt iets" in app.error[0].value
    assert dossier_of(app).eigen_vormen == ()


def test_the_same_name_twice_is_refused(open_page: OpenPage) -> None:
    app = open_page("matrix.py")
    labelled(app, "text_input", "Hoe heet het kenmerk?").input("deskundigheid")
    labelled(app, "text_input", "Hoe ziet de slechtste").input("Niemand wil het")
    labelled(app, "text_input", "Hoe ziet de beste").input("Iedereen wil het")
    labelled(app, "button", "Voeg dit kenmerk toe").click().run()
    assert "Er is al een kenmerk met de naam" in app.error[0].value


@pytest.mark.parametrize("vorm", ["C-A2", "L", "H-IR", "H-GM", "H-TA-S"])
def test_a_vorm_says_who_does_and_pays_what_and_what_is_our_inference(
    open_page: OpenPage, guide: Handreiking, vorm: str
) -> None:
    """Also of a vorm that is neither the present nor the chosen one: then no other screen says so."""
    app = open_page("matrix.py")
    labelled(app, "selectbox", "Vorm").set_value(vorm).run()
    said, known = words(app), guide.vormen[vorm]
    table = said.partition("Wie doet welke stap?")[2].partition("</table>")[0]
    assert table.count('scope="row"') == len(known.stappen)
    assert table.count("Leiden wij af") == [s.status for s in known.stappen.values()].count("afgeleid")
    assert table.count("Niet genoemd") == [s.status for s in known.stappen.values()].count("niet_genoemd")
    assert said.count("Wie betaalt wat?") == 2  # the caption and the name of the region around it
    places = said.rpartition("Plaats in de handreiking: ")[2]
    assert (guide.varianten.bemensing_bron in places) or not known.bemensing
    hoofdvariant = guide.varianten.hoofdvarianten[known.hoofdvariant]
    texts = [known.kern, known.let_op or "", *hoofdvariant.toelichting]
    assert [text for text in texts if text not in said] == []
    assert all((text in said) == bool(known.bemensing) for text in guide.varianten.bemensing.values())


def test_in_the_table_of_claims_the_claim_comes_first_and_the_number_last(open_page: OpenPage) -> None:
    table = words(open_page("matrix.py")).partition("<caption><span>Waarop deze score rust")[2]
    head = table.partition("</thead>")[0]
    assert head.index("Bewering") < head.index("Richting") < head.index("Nummer")
    assert table.partition("<tbody>")[2].startswith('<tr><th scope="row">')
    assert "<td>DE-02</td></tr>" in table


OWN = {
    "id": "EV-1",
    "naam": "Twee subregio's",
    "kern": "Elke subregio een team.",
    "hoofdvariant": "hybride",
    "inrichting": {
        "besluit": "regionaal",
        "expertiseteam": "adviserend",
        "stuurt": True,
        "lokale_teams": "geen",
        "beslissende_teams": "een",
    },
    "scores": {"kosten": {"laag": 2, "punt": 3, "hoog": 4}},
    "oordelen": {"RV-02": "voldoet", "ER-1": "voldoet_niet"},
}
DEMAND = {"id": "ER-1", "naam": "Op de fiets", "status": "zacht"}


def test_an_own_vorm_is_changed_and_keeps_what_is_not_asked(open_page: OpenPage) -> None:
    app = open_page("matrix.py", eigen_vormen=[OWN], randvoorwaarden=[DEMAND])
    (before,) = dossier_of(app).eigen_vormen
    # The form to change stands before that to add.
    naam = next(field for field in app.text_input if field.label == "Hoe heet de vorm?")
    kern = next(field for field in app.text_area if field.label == "Wat houdt de vorm in?")
    team = next(field for field in app.selectbox if field.label == "Is er een expertiseteam?")
    eis = next(field for field in app.selectbox if field.label.startswith("Een inwoner kan zich melden"))
    assert (naam.value, kern.value, team.value, eis.value) == (before.naam, before.kern, "adviserend", "voldoet")
    kern.input("Elke subregio een eigen team.")
    team.set_value("geen")
    eis.set_value("met_maatregel")
    labelled(app, "button", "Bewaar deze vorm").click().run()
    (after,) = dossier_of(app).eigen_vormen
    parts = before.inrichting.model_copy(update={"expertiseteam": "geen"})
    assert after == before.model_copy(
        update={
            "kern": "Elke subregio een eigen team.",
            "inrichting": parts,
            "oordelen": {"ER-1": "voldoet_niet", "RV-02": "met_maatregel"},
        }
    )


def test_an_own_vorm_cannot_take_the_name_of_another(open_page: OpenPage) -> None:
    app = open_page("matrix.py", eigen_vormen=[OWN], randvoorwaarden=[DEMAND])
    naam = next(field for field in app.text_input if field.label == "Hoe heet de vorm?")
    naam.input("een eigen lokaal team in elke gemeente")
    labelled(app, "button", "Bewaar deze vorm").click().run()
    assert "Er is al een vorm met de naam" in app.error[0].value
    assert dossier_of(app).eigen_vormen[0].naam == "Twee subregio's"


def test_a_link_to_read_has_no_form_that_can_be_filled_in(open_page: OpenPage) -> None:
    app = open_to_read(open_page("matrix.py", eigen_vormen=[OWN], randvoorwaarden=[DEMAND]))
    assert fields_that_can_be_filled_in(app) == ["Kenmerk", "Vorm"]  # what to look at
