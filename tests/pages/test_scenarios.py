"""Scenarios: copies under a name, side by side."""

from streamlit.testing.v1 import AppTest

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
