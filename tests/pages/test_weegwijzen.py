"""Step 3, in every way of weighing: what is asked, what is said, and that nothing entered gets lost."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dossier.words import METHODEN
from tests.advies.ways import IDS, ends, pairs, statements
from tests.pages.conftest import OpenPage, dossier_of, labelled, words

AGREED = dict(zip(IDS, [8, 4, 2, 2, 1, 1], strict=True))
FINISHED: dict[str, Any] = {
    "schuiven": {"kosten": 80.0, "uniformiteit": 40.0},
    "punten": {"kosten": 60, "aansluiting": 40},
    "rangorde": dict(zip(IDS, range(1, 7), strict=True)),
    "paarsgewijs": pairs(AGREED),
    "beste_slechtste": ends(AGREED),
    "snelle_start": statements("eens", "neutraal", "oneens", "eens", "neutraal", "neutraal"),
}


def show(app: AppTest, methode: str) -> AppTest:
    labelled(app, "radio", "Hoe wilt u wegen?").set_value(methode).run()
    assert not app.exception
    return app


def entered(app: AppTest) -> Any:
    return dossier_of(app).weging.invoer


@pytest.mark.parametrize("methode", METHODEN)
def test_looking_at_a_way_changes_nothing(open_page: OpenPage, methode: str) -> None:
    app = open_page("weging.py")
    before = dossier_of(app)
    show(app, methode)
    assert dossier_of(app) == before
    assert "U hebt nog niet gewogen" in app.info[0].value


@pytest.mark.parametrize("methode", METHODEN)
def test_a_finished_way_shows_weights_that_add_up(open_page: OpenPage, methode: str) -> None:
    app = open_page("weging.py", weging={"methode": methode, "invoer": {methode: FINISHED[methode]}})
    table = words(app).partition("Zo zwaar telt elk onderdeel nu")[2]
    cells = table[: table.index("</table>")].split('class="getal">')[2:]
    assert sum(int(cell.partition("%")[0]) for cell in cells) == 100
    assert "Het zwaarst tel" in words(app)
    assert len(app.get("plotly_chart")) == 1


def test_switching_loses_nothing(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "rangorde", "invoer": FINISHED})
    before = dossier_of(app)
    for methode in [*METHODEN, *reversed(list(METHODEN))]:
        show(app, methode)
    app.switch_page("uitkomst.py").run()
    app.switch_page("weging.py").run()
    assert dossier_of(app) == before
    assert labelled(show(app, "punten"), "number_input", "Punten voor kostenbeheersing").value == 60
    assert labelled(show(app, "rangorde"), "selectbox", "Plaats van kostenbeheersing").value == 2
    assert labelled(show(app, "beste_slechtste"), "selectbox", "Welk kenmerk is het belangrijkst?").value == IDS[0]


def test_points_say_what_is_left_and_are_never_blocked(open_page: OpenPage) -> None:
    app = show(open_page("weging.py"), "punten")
    labelled(app, "number_input", "Punten voor kostenbeheersing").set_value(70).run()
    assert "U hebt nog 30 punten te verdelen" in app.info[0].value
    labelled(app, "number_input", "Punten voor uniformiteit").set_value(45).run()
    assert "U gaf 15 punten te veel" in app.info[0].value
    assert entered(app).punten == {"kosten": 70, "uniformiteit": 45}
    labelled(app, "number_input", "Punten voor uniformiteit").set_value(30).run()
    assert not app.info


def test_points_at_zero_are_an_error_in_words(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "punten", "invoer": {"punten": {"kosten": 0}}})
    assert "Geef ten minste één kenmerk gewicht" in app.error[0].value


def test_the_same_place_is_a_tie_and_a_place_can_be_taken_back(open_page: OpenPage) -> None:
    app = show(open_page("weging.py"), "rangorde")
    labelled(app, "selectbox", "Plaats van kostenbeheersing").set_value(1).run()
    labelled(app, "selectbox", "Plaats van uniformiteit").set_value(1).run()
    assert entered(app).rangorde == {"kosten": 1, "uniformiteit": 1}
    assert "Nog geen plaats voor deskundigheid" in app.info[0].value
    labelled(app, "selectbox", "Plaats van uniformiteit").set_value(0).run()
    assert entered(app).rangorde == {"kosten": 1}


def test_fifteen_pairs_are_asked_first_which_and_then_how_much(open_page: OpenPage) -> None:
    app = show(open_page("weging.py"), "paarsgewijs")
    assert sum(radio.label.startswith("Paar ") for radio in app.radio) == 15
    assert not app.selectbox
    labelled(app, "radio", "Paar 1 van 15").set_value("kosten").run()
    assert entered(app).paarsgewijs == {"deskundigheid|kosten": -3}
    how_much = labelled(app, "selectbox", "Hoeveel zwaarder telt kostenbeheersing dan deskundigheid?")
    how_much.set_value(7).run()
    assert entered(app).paarsgewijs == {"deskundigheid|kosten": -7}
    labelled(app, "radio", "Paar 1 van 15").set_value("deskundigheid").run()
    assert entered(app).paarsgewijs == {"deskundigheid|kosten": 7}
    labelled(app, "radio", "Paar 1 van 15").set_value("gelijk").run()
    assert entered(app).paarsgewijs == {"deskundigheid|kosten": 1}
    assert "Nog 14 van de 15 paren te gaan" in app.info[0].value
    assert "U hebt nog niet gewogen" in open_and_show_uitkomst(app)


def open_and_show_uitkomst(app: AppTest) -> str:
    app.switch_page("uitkomst.py").run()
    return str(app.header[0].value)


def test_with_too_many_kenmerken_pairs_are_not_asked(open_page: OpenPage) -> None:
    own = [{"id": f"EK-{n}", "naam": f"Eigen {n}", "schaal": {"1": "a", "5": "b"}} for n in range(1, 11)]
    app = show(open_page("weging.py", eigen_kenmerken=own), "paarsgewijs")
    assert "Met meer dan 15 kenmerken kan deze manier niet" in words(app)
    assert not any(radio.label.startswith("Paar ") for radio in app.radio)


def test_pairs_that_contradict_are_pointed_out(open_page: OpenPage) -> None:
    wrong = pairs(AGREED) | {"betrokkenheid|deskundigheid": 8}
    app = open_page("weging.py", weging={"methode": "paarsgewijs", "invoer": {"paarsgewijs": wrong}})
    assert "Uw antwoorden spreken elkaar tegen" in app.warning[0].value
    assert "Dit antwoord past het minst bij de andere" in words(app)


def test_best_and_worst_take_nine_questions(open_page: OpenPage) -> None:
    app = show(open_page("weging.py"), "beste_slechtste")
    labelled(app, "selectbox", "Welk kenmerk is het belangrijkst?").set_value("kosten").run()
    labelled(app, "selectbox", "Welk kenmerk is het minst belangrijk?").set_value("uniformiteit").run()
    assert "Nog 9 van de 9 vragen te gaan" in app.info[0].value
    for label in [box.label for box in app.selectbox][2:]:
        labelled(app, "selectbox", label).set_value(2).run()
    assert not app.info
    # Kosten 2 over all, all 2 over uniformiteit, and by way of each that is 4 against 2: (4 - 2) / (2 * 2 - 2) = 1.
    assert "is dat 1,00" in words(app)


def test_another_best_asks_anew_about_the_best_only(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "beste_slechtste", "invoer": FINISHED})
    before = entered(app).beste_slechtste
    labelled(app, "selectbox", "Welk kenmerk is het belangrijkst?").set_value("kosten").run()
    after = entered(app).beste_slechtste
    assert (after.beste, after.beste_boven) == ("kosten", {})
    assert after.boven_slechtste == before.boven_slechtste
    assert labelled(app, "selectbox", "Hoeveel zwaarder telt kostenbeheersing dan uniformiteit?").value is None


def test_the_same_best_and_worst_is_said(open_page: OpenPage) -> None:
    same = {"beste": "kosten", "slechtste": "kosten"}
    app = open_page("weging.py", weging={"methode": "beste_slechtste", "invoer": {"beste_slechtste": same}})
    assert "Kies twee verschillende" in app.info[0].value


@pytest.mark.parametrize("methode", METHODEN)
def test_an_own_kenmerk_is_weighed_too(open_page: OpenPage, methode: str) -> None:
    own = {"id": "EK-1", "naam": "Draagvlak", "schaal": {"1": "Niemand wil het", "5": "Iedereen wil het"}}
    app = show(open_page("weging.py", eigen_kenmerken=[own]), methode)
    kinds = ("slider", "number_input", "selectbox", "radio", "checkbox")
    widgets: list[Any] = [widget for kind in kinds for widget in app.get(kind)]
    named = [w for w in widgets if "draagvlak" in w.label or "Draagvlak" in (getattr(w, "options", None) or [])]
    assert named


def test_a_way_that_does_not_count_can_be_made_to(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "paarsgewijs", "invoer": FINISHED})
    show(app, "punten")
    assert "Gewichten volgens 100 punten" in words(app)
    assert "Voor uw advies telt nu een andere manier: **Paarsgewijs**" in words(app)
    labelled(app, "button", "Laat 100 punten tellen").click().run()
    assert dossier_of(app).weging.methode == "punten"
    assert "Zo zwaar telt elk onderdeel nu" in words(app)


def test_all_ways_stand_side_by_side_with_their_answers(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "punten", "invoer": FINISHED})
    said = words(app)
    table = said.partition("Gewicht per kenmerk en de uitkomst")[2]
    assert all(f">{name}</th>" in table for name in METHODEN.values())
    assert "De winnaar " in said
    assert "Het meest verschilt " in said
    chosen = labelled(app, "radio", "Welke manier telt voor uw advies?")
    assert chosen.value == "punten"
    chosen.set_value("schuiven").run()
    assert dossier_of(app).weging.methode == "schuiven"
    assert dossier_of(app).weging.invoer.punten == FINISHED["punten"]


def test_one_way_alone_is_not_compared(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"invoer": {"schuiven": FINISHED["schuiven"]}})
    assert "Vergelijk de manieren" not in words(app)


def test_too_much_on_one_kenmerk_is_said(open_page: OpenPage) -> None:
    app = open_page("weging.py", weging={"methode": "punten", "invoer": {"punten": FINISHED["punten"]}})
    assert "Kostenbeheersing krijgt meer dan de helft" in app.warning[0].value


@pytest.mark.parametrize("methode", METHODEN)
def test_who_cannot_weigh_has_nothing_to_fill_in(open_page: OpenPage, methode: str) -> None:
    app = show(open_page("weging.py", weging={"zekerheid": "onbekend"}), methode)
    assert "doet wat u hier invult niets" in app.info[0].value
    kinds = ("slider", "number_input", "selectbox", "radio", "checkbox")
    widgets: list[Any] = [widget for kind in kinds for widget in app.get(kind)]
    asks = [widget for widget in widgets if not widget.label.startswith(("Hoe wilt u", "Hoe zeker"))]
    assert asks
    assert all(widget.disabled for widget in asks)


@pytest.mark.parametrize("methode", METHODEN)
def test_who_cannot_weigh_is_told_that_no_way_counts(open_page: OpenPage, methode: str) -> None:
    """What was entered stays, but gives nothing: no winner that holds, no way that counts, no weight to think about."""
    weging = {"zekerheid": "onbekend", "methode": "punten", "invoer": FINISHED}
    app = show(open_page("weging.py", weging=weging), methode)
    said = words(app)
    assert "Zolang u “Wij weten het niet” kiest, telt geen enkele manier." in said
    for claim in ("De winnaar ", "Voor uw advies telt nu", "meer dan de helft", "Uw gewichten"):
        assert claim not in said
    assert "Alles telt even zwaar." in said
    assert not any(button.label.startswith("Laat ") for button in app.button)


def test_what_if_starts_from_the_way_that_counts_and_becomes_sliders(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging={"methode": "punten", "invoer": {"punten": FINISHED["punten"]}})
    # 60 and 40 points: the largest at 100, so 100 and 67.
    assert labelled(app, "slider", "Gewicht van kostenbeheersing").value == 100
    assert labelled(app, "slider", "Gewicht van aansluiting").value == 67
    assert not app.info
    labelled(app, "slider", "Gewicht van uniformiteit").set_value(50).run()
    labelled(app, "button", "Neem over").click().run()
    weging = dossier_of(app).weging
    assert weging.methode == "schuiven"
    assert weging.invoer.schuiven["uniformiteit"] == 50
    assert weging.invoer.schuiven["aansluiting"] == pytest.approx(200 / 3)
    assert weging.invoer.punten == FINISHED["punten"]


@pytest.mark.parametrize("methode", METHODEN)
def test_what_if_works_when_nothing_was_entered(open_page: OpenPage, methode: str) -> None:
    app = open_page("uitkomst.py", weging={"methode": methode})
    assert app.header[0].value == "U hebt nog niet gewogen"
    labelled(app, "slider", "Gewicht van kostenbeheersing").set_value(100).run()
    labelled(app, "button", "Neem over").click().run()
    weging = dossier_of(app).weging
    assert (weging.methode, weging.invoer.schuiven["kosten"]) == ("schuiven", 100)
