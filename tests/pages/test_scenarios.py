"""Scenarios: copies under a name, side by side."""

from streamlit.testing.v1 import AppTest

from dossier.model import Dossier
from dossier.store import the_store
from tests.pages.conftest import OpenPage, dossier_of, labelled, token_of, words


def with_copy(open_page: OpenPage) -> AppTest:
    app = open_page("weging.py")
    labelled(app, "slider", "Hoe belangrijk is deze stap bij aansluiting").set_value(100).run()
    app.switch_page("scenarios.py").run()
    labelled(app, "text_input", "Naam van de kopie").input("Meer grip")
    labelled(app, "button", "Maak een kopie").click().run()
    return app


def test_before_the_first_change_there_is_nothing_to_copy(open_page: OpenPage) -> None:
    assert "Er is nog niets opgeslagen" in open_page("scenarios.py").info[0].value


def test_a_copy_stands_beside_the_first_and_can_be_opened(open_page: OpenPage) -> None:
    app = with_copy(open_page)
    first = token_of(app)
    labelled(app, "button", "Open Meer grip").click().run()
    assert token_of(app) != first
    assert dossier_of(app).weging.invoer.schuiven["aansluiting"] == 100


def test_side_by_side_marks_what_differs_and_says_why(open_page: OpenPage) -> None:
    app = with_copy(open_page)
    labelled(app, "button", "Open Meer grip").click().run()
    app.switch_page("weging.py").run()
    labelled(app, "slider", "Hoe belangrijk is deze stap bij aansluiting").set_value(0).run()
    labelled(app, "slider", "Hoe belangrijk is deze stap bij kosten").set_value(100).run()
    labelled(app, "slider", "Hoe belangrijk is deze stap bij uniformiteit").set_value(100).run()
    app.switch_page("scenarios.py").run()
    said = words(app)
    assert "verschilt" in said
    assert "Dat komt door de weging: met die van “Meer grip”" in said


def test_a_copy_needs_a_name(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    labelled(app, "slider", "Hoe belangrijk is deze stap bij aansluiting").set_value(100).run()
    app.switch_page("scenarios.py").run()
    labelled(app, "button", "Maak een kopie").click().run()
    assert "De kopie heeft nog geen naam" in app.error[0].value


def test_a_scenario_can_be_renamed(open_page: OpenPage) -> None:
    app = with_copy(open_page)
    labelled(app, "text_input", "Naam van dit scenario").input("Zoals nu")
    labelled(app, "button", "Bewaar deze naam").click().run()
    assert "Zoals nu" in words(app)


def test_a_name_that_someone_else_gave_meanwhile_is_not_overwritten(open_page: OpenPage) -> None:
    app = with_copy(open_page)
    field = labelled(app, "text_input", "Naam van dit scenario")
    the_store().rename(token_of(app), "Van de ander")
    field.input("Van mij")
    labelled(app, "button", "Bewaar deze naam").click().run()
    assert "Iemand anders gaf dit scenario intussen de naam “Van de ander”" in app.error[0].value
    assert the_store().open(token_of(app)).naam == "Van de ander"
    assert labelled(app, "text_input", "Naam van dit scenario").value == "Van de ander"
    labelled(app, "text_input", "Naam van dit scenario").input("Van mij")
    labelled(app, "button", "Bewaar deze naam").click().run()
    assert the_store().open(token_of(app)).naam == "Van mij"


def test_an_own_score_in_the_copy_has_its_row_and_its_sentence(open_page: OpenPage) -> None:
    """Uniformiteit 75 and betrokkenheid 25 put centralised first with 75 points; the score brings hybrid to 72.7."""
    app = with_copy(open_page)
    token = token_of(app)
    weging = {"invoer": {"schuiven": {"uniformiteit": 75, "betrokkenheid": 25}}}
    score = {"kenmerk": "uniformiteit", "vorm": "H-IR", "punt": 4.1, "laag": 4.1, "hoog": 4.1, "motivering": "Geteld."}
    the_store().save(token, 2, Dossier.model_validate({"weging": weging}), by="a")
    with_score = Dossier.model_validate({"weging": weging, "aanpassingen": [score]})
    the_store().save(f"{token}.2", 1, with_score, by="a")
    app.run()
    said = words(app)
    assert "“Zonder naam (1)” en “Meer grip” geven allebei centrale toegang, maar “Meer grip” minder stevig" in said
    for table in ("De uitkomst", "De rangorde", "De weging", "Eigen scores"):
        assert f"<caption><span>{table}</span></caption>" in said
    assert "Uniformiteit: regionale indicering met een lokale regisseur</th><td>geen</td><td>4,1 (van 4,1" in said
