"""Step 5: what to arrange, and why."""

from tests.pages.conftest import OpenPage, dossier_of, labelled, words

LOKAAL = {"invoer": {"schuiven": {"aansluiting": 100, "betrokkenheid": 100}}}


def test_items_are_grouped_and_have_reasons(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    assert "40 van de 44 aandachtspunten spelen bij u." in words(app)
    assert "Begroting (4)" in [h.value for h in app.subheader]
    assert words(app).count("Omdat ") == 40


def test_no_change_gives_the_short_list_and_says_so(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="L")
    assert "U houdt de vorm van nu" in words(app)
    assert "7 van de 44 aandachtspunten" in words(app)


def test_the_expired_rule_says_so_with_its_date(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    assert "Verlopen (bekeken op 22 november 2026)" in words(app)


def test_where_the_beschikking_comes_from_adds_its_item(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    assert "(WP-03)" not in words(app)
    labelled(app, "selectbox", "En waar straks?").set_value("regionaal").run()
    assert "(WP-03)" in words(app)
    assert dossier_of(app).beschikking.straks == "regionaal"


def test_what_hangs_on_an_answer_says_so_until_it_is_given(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    assert "Nog niet te zeggen: u vulde niet in waar de beschikking straks wordt afgegeven." in words(app)
    labelled(app, "selectbox", "En waar straks?").set_value("lokaal").run()
    assert "Nog niet te zeggen" not in words(app)


def test_a_switch_shows_what_does_not_play_and_why(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    assert "Speelt niet" not in words(app)
    labelled(app, "toggle", "Toon ook wat niet speelt").set_value(True).run()
    assert words(app).count("Speelt niet: in de gekozen vorm is geen expertiseteam.") == 3
    assert "40 van de 44 aandachtspunten spelen bij u." in words(app)
    assert "Begroting (4)" in [h.value for h in app.subheader]


def test_what_the_weighting_adds_names_weight_score_and_measure(open_page: OpenPage) -> None:
    uniform = {"invoer": {"schuiven": {"uniformiteit": 60, "aansluiting": 40}}}
    app = open_page("aandachtspunten.py", weging=uniform, gekozen_vorm="L")
    assert "Zwaarder dan gemiddeld wegen bij u: uniformiteit en aansluiting bij lokaal beleid." in words(app)
    assert "Dit kenmerk weegt bij u voor 60% mee. Uw keuze krijgt er gemiddeld 2,0" in words(app)
    assert "Een gezamenlijk afwegingskader maken (uit de handreiking, M-01)." in words(app)
    assert "Die grenzen kozen wij zelf" in words(app)


def test_before_weighing_nothing_is_heavy(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", gekozen_vorm="L")
    assert "Geen kenmerk weegt bij u zwaarder dan een ander." in words(app)
    assert "scoort uw keuze laag" not in words(app)


def test_without_a_clear_winner_the_region_is_asked_to_choose(open_page: OpenPage) -> None:
    """On these weights C-A1 and H-TA are level; see the example of Verantwoording."""
    level = {"invoer": {"schuiven": {"deskundigheid": 80, "aansluiting": 20}}}
    app = open_page("aandachtspunten.py", weging=level)
    assert "Er is geen duidelijke winnaar bij uw weging. Kies daarom zelf een vorm." in app.info[0].value
    labelled(app, "selectbox", "Welke vorm kiest uw regio?").set_value("H-TA").run()
    assert "geen duidelijke winnaar" not in words(app)
    assert "geen duidelijke winnaar" not in words(open_page("aandachtspunten.py", weging=LOKAAL))


def test_a_demand_with_a_measure_says_which_demand(open_page: OpenPage) -> None:
    demand = [{"id": "RV-05", "status": "zacht"}]
    app = open_page("aandachtspunten.py", weging=LOKAAL, gekozen_vorm="L", randvoorwaarden=demand)
    assert "Uw keuze voldoet alleen met een maatregel." in words(app)
    assert "Dit volgt uit uw zachte eis." in words(app)
    assert "Een back office inrichten voor beschikkingen en toewijzingen (uit de handreiking, M-13)." in words(app)


def test_choosing_what_is_not_first_is_possible_and_asks_why(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, huidige_vorm="C-A2")
    labelled(app, "selectbox", "Welke vorm kiest uw regio?").set_value("C-B1").run()
    assert "staat niet bovenaan" in app.info[0].value
    assert "Bovenaan staat “een eigen lokaal team in elke gemeente” met 91,7 punten." in app.info[0].value
    labelled(app, "text_area", "Waarom kiest u deze vorm?").input("De GGD doet dit al.").run()
    assert dossier_of(app).gekozen_vorm == "C-B1"
    assert dossier_of(app).motivering_keuze == "De GGD doet dit al."


def test_choosing_what_a_hard_demand_excludes_says_so(open_page: OpenPage) -> None:
    demand = [{"id": "RV-02", "status": "hard"}]
    app = open_page("aandachtspunten.py", weging=LOKAAL, gekozen_vorm="C-A1", randvoorwaarden=demand)
    assert "valt af door uw harde eis" in app.warning[0].value
    assert "De inwoner meldt zich bij het centrale team." in app.warning[0].value
    assert "Waarom kiest u deze vorm?" in [area.label for area in app.text_area]


def test_staffing_of_an_expert_team_is_asked_and_a_conflict_is_named(open_page: OpenPage) -> None:
    app = open_page("aandachtspunten.py", weging=LOKAAL, gekozen_vorm="H-TA")
    assert len(app.checkbox) == 3
    app.checkbox[2].check().run()
    assert dossier_of(app).bemensing == ("ingeleend",)
    assert "zorgaanbieder" in app.warning[0].value
    assert not open_page("aandachtspunten.py", weging=LOKAAL, gekozen_vorm="L").checkbox


def test_without_a_vorm_left_it_says_what_to_do(open_page: OpenPage) -> None:
    demands = [
        {"id": "RV-04", "status": "hard"},
        {"id": "RV-07", "status": "hard"},
        {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}},
    ]
    app = open_page("aandachtspunten.py", weging=LOKAAL, randvoorwaarden=demands)
    assert "Er is geen vorm over" in app.warning[0].value


def test_below_the_picker_the_whole_name_stands(open_page: OpenPage) -> None:
    """On a phone the picker shows its first part only."""
    app = open_page("aandachtspunten.py", gekozen_vorm="C-A2")
    whole = "Centraal bij een kassiersgemeente, melden in de eigen gemeente."
    assert any(line.value == whole for line in app.markdown)
