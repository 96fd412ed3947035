"""Step 2: demands, hard, soft or not."""

from handreiking.model import Handreiking
from tests.pages.conftest import OpenPage, dossier_of, fields_that_can_be_filled_in, labelled, open_to_read, words

MELDEN = "Wat doet u met deze eis: een inwoner kan zich melden"
VERHAAL = "Wat doet u met deze eis: een inwoner vertelt"


def test_a_hard_demand_says_what_it_excludes(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py")
    labelled(app, "radio", MELDEN).set_value("hard").run()
    assert [(k.id, k.status) for k in dossier_of(app).randvoorwaarden] == [("RV-02", "hard")]
    said = words(app)
    assert "Sluit uit:\n- Centraal bij een kassiersgemeente, melden bij het centrale team\n- Centraal bij een" in said
    assert "Er blijven 9 van de 11 vormen over." in said


def test_a_soft_demand_gets_a_weight(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py")
    labelled(app, "radio", VERHAAL).set_value("zacht").run()
    labelled(app, "slider", "Hoe zwaar telt deze eis").set_value(80).run()
    assert [(k.id, k.status, k.gewicht) for k in dossier_of(app).randvoorwaarden] == [("RV-03", "zacht", 80)]
    assert "Weeg niet twee keer hetzelfde" in words(app)


def test_leaving_a_demand_out_again_leaves_nothing_behind(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py", randvoorwaarden=[{"id": "RV-02", "status": "hard"}])
    labelled(app, "radio", MELDEN).set_value("nvt").run()
    assert dossier_of(app).randvoorwaarden == ()


def test_a_hard_demand_that_excludes_nothing_says_so(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py", randvoorwaarden=[{"id": "RV-05", "status": "hard"}])
    assert "sluit geen enkele vorm uit" in words(app)


def test_a_combination_is_announced_before_and_after(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py", randvoorwaarden=[{"id": "RV-02", "status": "hard"}])
    assert not app.warning
    assert "Maakt u ook deze eis hard, dan geldt" in words(app)
    labelled(app, "radio", VERHAAL).set_value("hard").run()
    assert len(app.warning) == 1
    assert "Centrale toegang valt helemaal af door" in app.warning[0].value


def test_an_own_demand_is_added_judged_and_removed(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py")
    labelled(app, "text_input", "Wat eist u?").input("De inwoner kan op de fiets komen")
    labelled(app, "selectbox", "Een eigen lokaal team").set_value("voldoet")
    labelled(app, "button", "Voeg deze eis toe").click().run()
    (own,) = dossier_of(app).randvoorwaarden
    assert (own.id, own.naam, own.status) == ("ER-1", "De inwoner kan op de fiets komen", "zacht")
    assert own.oordelen == {"L": "voldoet"}
    labelled(app, "button", "Haal deze eis weg").click().run()
    assert dossier_of(app).randvoorwaarden == ()


def test_an_own_demand_without_text_is_refused_in_words(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py")
    labelled(app, "button", "Voeg deze eis toe").click().run()
    assert "De eis heeft nog geen tekst" in app.error[0].value
    assert dossier_of(app).randvoorwaarden == ()


def test_eleven_choices_and_what_always_holds(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py")
    assert len(app.radio) == 11
    assert "onafhankelijke cliëntondersteuning" in words(app)
    assert "Persoonsgegevens worden alleen gedeeld" in words(app)


OWN_VORM = {
    "id": "EV-1",
    "naam": "Twee subregio's",
    "hoofdvariant": "hybride",
    "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
    "oordelen": {"ER-1": "voldoet_niet"},
}
DEMAND = {"id": "ER-1", "naam": "Op de fiets", "status": "hard", "oordelen": {"L": "voldoet"}}


def test_an_own_demand_is_judged_after_it_was_added(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py", randvoorwaarden=[DEMAND])
    judged = next(field for field in app.selectbox if field.label.startswith("Een eigen lokaal team"))
    assert judged.value == "voldoet"
    judged.set_value("voldoet_niet").run()
    assert dossier_of(app).randvoorwaarden[0].oordelen == {"L": "voldoet_niet"}
    assert "Sluit uit:\n- Een eigen lokaal team" in words(app)
    next(field for field in app.selectbox if field.label.startswith("Een eigen lokaal team")).set_value(
        "onbekend"
    ).run()
    assert dossier_of(app).randvoorwaarden[0].oordelen == {}


def test_what_an_own_vorm_brought_along_can_be_judged_anew(open_page: OpenPage) -> None:
    app = open_page("randvoorwaarden.py", randvoorwaarden=[DEMAND], eigen_vormen=[OWN_VORM])
    judged = next(field for field in app.selectbox if field.label == "Twee subregio's")
    assert judged.value == "voldoet_niet"
    judged.set_value("voldoet").run()
    assert dossier_of(app).randvoorwaarden[0].oordelen == {"L": "voldoet", "EV-1": "voldoet"}
    assert dossier_of(app).eigen_vormen[0].oordelen == {}
    assert "sluit geen enkele vorm uit" in words(app)


def test_a_link_to_read_has_no_form_that_can_be_filled_in(open_page: OpenPage) -> None:
    app = open_to_read(open_page("randvoorwaarden.py", randvoorwaarden=[DEMAND]))
    assert fields_that_can_be_filled_in(app) == []


def test_what_always_holds_says_for_whom_and_where_that_stands(open_page: OpenPage, guide: Handreiking) -> None:
    said = words(open_page("randvoorwaarden.py"))
    for obligation in guide.randvoorwaarden.verplichtingen.values():
        parts = (obligation.wat, f"geldt voor: {obligation.wie}.", obligation.bron, obligation.opmerking or "")
        assert [part for part in parts if part not in said] == []
