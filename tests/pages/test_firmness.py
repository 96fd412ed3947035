"""Step 4, the part on how firm the answer is: places, tipping, readings, other ways."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage, dossier_of, labelled, words

WEGING = {"invoer": {"schuiven": {"uniformiteit": 75, "betrokkenheid": 25}}}
OWN = {"kenmerk": "uniformiteit", "vorm": "L", "punt": 5, "laag": 5, "hoog": 5, "motivering": "Wij kunnen dit."}


def opened(app: AppTest, part: str) -> AppTest:
    """Open a part of the screen that is only worked out then."""
    app.session_state[part] = True
    return app.run()


def test_how_often_each_place_in_a_sentence_and_a_table(open_page: OpenPage) -> None:
    said = words(open_page("uitkomst.py", weging=WEGING))
    assert "Hoe vaak elke variant op elke plaats staat, van de 100 redelijke lezingen" in said
    assert "Hoe vaak elke vorm bovenaan staat, van de 100 redelijke lezingen" in said
    assert "Vormen kunnen gelijk eindigen. Daarom hoeven deze getallen samen geen 100 te zijn." in said


def test_the_places_of_a_variant_add_up_to_a_hundred(open_page: OpenPage) -> None:
    """Each share rounded on its own gave 58, 39 and 4 for one variant, and 5, 20 and 76 for another."""
    weights = {"deskundigheid": 50, "uniformiteit": 75, "continuiteit": 100, "betrokkenheid": 25}
    said = words(open_page("uitkomst.py", weging={"invoer": {"schuiven": weights}}))
    table = said.partition("<span>Hoe vaak elke variant op elke plaats staat")[2].partition("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)[1:] for row in table.split("<tr>")[2:]]
    assert [sum(map(int, row)) for row in rows] == [100, 100, 100]


def test_seed_draws_and_version_stand_in_the_small_print(open_page: OpenPage) -> None:
    said = words(open_page("uitkomst.py", weging=WEGING, zaad=7, trekkingen=2000))
    assert "Berekend met 2.000 lezingen, startgetal 7 en de kennisbestanden van versie" in said


def test_one_weight_from_nothing_to_all(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    assert "Punten van de beste vorm van elke variant" not in words(app)
    opened(app, "deel-gewicht")
    assert labelled(app, "selectbox", "Welk gewicht?").value == "uniformiteit"
    said = words(app)
    assert "Uniformiteit weegt nu 75%. Nu staat centrale toegang bovenaan" in said
    for row in ("0%", "40% (kantelpunt)", "57% (kantelpunt)", "75% (nu)", "100%"):
        assert f">{row}<" in said
    labelled(app, "selectbox", "Welk gewicht?").select("betrokkenheid").run()
    assert "Betrokkenheid regiogemeenten weegt nu 25%." in words(app)


def test_the_reading_that_matters_most_has_its_claims(open_page: OpenPage) -> None:
    said = words(open_page("uitkomst.py", weging={"invoer": {"schuiven": {"aansluiting": 100, "uniformiteit": 20}}}))
    assert "Leest u uniformiteit bij “een eigen lokaal team in elke gemeente” gemiddeld als 2,3 in plaats" in said
    assert "(UN-02; Matrix van kenmerken, Uniformiteit" in said


def test_when_no_reading_changes_the_answer_that_is_said(open_page: OpenPage) -> None:
    said = words(open_page("uitkomst.py", weging={"invoer": {"schuiven": {"uniformiteit": 100}}}, lezing="strikt"))
    assert "Geen enkele score verandert op zichzelf dat centrale toegang bovenaan staat" in said


def test_what_own_scores_do(open_page: OpenPage) -> None:
    said = words(open_page("uitkomst.py", weging=WEGING, aanpassingen=[OWN]))
    assert "Zonder uw eigen scores staat centrale toegang bovenaan in plaats van lokale toegang" in said


def test_own_scores_are_marked_wherever_they_count(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING, aanpassingen=[OWN])
    said = words(app)
    assert "Deze uitkomst rekent met één eigen score van uw regio: uniformiteit bij “een eigen lokaal team" in said
    assert "Een ster: daar telt een eigen score van uw regio." in said
    # 75% of 100 points for a score of 5.
    assert ">75,0*<" in said
    assert "Met een eigen score" in said
    assert "eigen score" not in words(open_page("uitkomst.py", weging=WEGING)).replace("uw eigen score", "")


def test_which_weighting_fits_which_variant(open_page: OpenPage) -> None:
    app = opened(open_page("uitkomst.py", weging=WEGING), "deel-past")
    said = words(app)
    assert "van de 100 gevallen staat lokale toegang bovenaan. Gemiddeld wegen dan het zwaarst:" in said
    assert "nergens beter dan “centraal bij een kassiersgemeente, melden bij het centrale team”" in said


def test_other_ways_are_worked_out_when_opened_and_chosen_with_their_effect(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    assert "In de strikte lezing" not in words(app)
    opened(app, "deel-anders")
    said = words(app)
    assert "In de strikte lezing staat ook centrale toegang bovenaan" in said
    assert "Telt doorschuiven één keer, dan staat ook centrale toegang bovenaan" in said
    assert "Bent u niet zo zeker van uw weging, dan" in said

    labelled(app, "radio", "Welke lezing gebruikt u?").set_value("strikt").run()
    assert dossier_of(app).lezing == "strikt"
    assert "In onze gewone lezing staat ook" in words(app)
    labelled(app, "radio", "Hoe vaak telt doorschuiven?").set_value("een_keer").run()
    assert dossier_of(app).dubbele_bewering == "een_keer"
    labelled(app, "radio", "Hoe zeker bent u van uw weging?").set_value("laag").run()
    assert dossier_of(app).weging.zekerheid == "laag"


def test_while_trying_only_what_should_answer_at_once_is_shown(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    labelled(app, "slider", "Gewicht van betrokkenheid").set_value(100).run()
    headings = [heading.value for heading in app.subheader]
    assert "Hoe zeker is dit?" in headings
    assert "Wat doet de keuze kantelen?" not in headings


def test_with_one_variant_left_there_is_nothing_to_compare(open_page: OpenPage) -> None:
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-06", "status": "hard"}]
    app = open_page("uitkomst.py", weging=WEGING, randvoorwaarden=demands)
    assert app.header[0].value == "Alleen hybride toegang voldoet aan uw harde eisen"
    assert "Hoe zeker is dit?" not in [heading.value for heading in app.subheader]


def test_there_is_a_way_out_of_a_reading_that_leaves_nothing(open_page: OpenPage) -> None:
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-07", "status": "hard"}]
    app = open_page("uitkomst.py", weging=WEGING, randvoorwaarden=demands, lezing="strikt")
    assert app.header[0].value == "Van wat aan uw eisen voldoet, is niets te rangschikken"
    opened(app, "deel-anders")
    labelled(app, "radio", "Welke lezing gebruikt u?").set_value("gewoon").run()
    assert app.header[0].value == "Alleen hybride toegang voldoet aan uw harde eisen"
