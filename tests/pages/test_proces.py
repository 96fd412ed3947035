"""Who does which step and who pays what: the picture, its table, and what the region fills in."""

from html import unescape

from advies.matrix import matrix_for
from advies.proces import compare
from dossier.model import Dossier
from handreiking.model import Handreiking
from pages.zwembaan import picture
from tests.pages.conftest import OpenPage, dossier_of, labelled, words

OVERGANG = {"huidige_vorm": "C-A2", "gekozen_vorm": "L"}


def test_first_it_says_how_much_changes(open_page: OpenPage) -> None:
    app = open_page("proces.py", **OVERGANG)
    assert app.title[0].value == "Proces en betaling"
    assert "Bij 3 van de 8 stappen verandert wie het werk doet." in words(app)
    assert "1b. Doorverwijzen naar het centrale team" in words(app)


def test_what_the_guide_does_not_say_is_called_so(open_page: OpenPage) -> None:
    app = open_page("proces.py", **OVERGANG)
    assert "<td>niet genoemd</td><td>niet genoemd</td><td>Nog niet te zeggen</td>" in words(app)
    assert "<td>lokaal team of back office (leiden wij af)</td>" in words(app)


def test_who_pays_is_told_beside_each_other(open_page: OpenPage) -> None:
    app = open_page("proces.py", huidige_vorm="C-A1", gekozen_vorm="H-TA")
    assert "<td>regio of subregio, uit gezamenlijk geld</td>" in words(app)
    assert '<th scope="row">Expertiseteam</th><td>is er niet</td><td>regio</td><td>Komt erbij</td>' in words(app)


def test_filling_in_is_kept_and_shown(open_page: OpenPage) -> None:
    app = open_page("proces.py", **OVERGANG)
    label = "Wie doet straks stap 7: evalueren en bijstellen?"
    labelled(app, "text_input", label).input(" Het wijkteam ").run()
    assert dossier_of(app).proces.straks["7"].wie == "Het wijkteam"
    assert "Het wijkteam (ingevuld door uw regio)" in words(app)
    labelled(app, "selectbox", "Bij welke partij hoort dat? (stap 7, straks)").set_value("lokaal").run()
    assert dossier_of(app).proces.straks["7"].baan == "lokaal"
    labelled(app, "text_input", label).input("Team Wmo").run()
    assert dossier_of(app).proces.straks["7"].baan == "lokaal"
    labelled(app, "text_input", label).input("  ").run()
    assert not dossier_of(app).proces.straks
    assert not [box for box in app.selectbox if "partij" in box.label]


def test_what_the_guide_says_cannot_be_filled_in(open_page: OpenPage) -> None:
    app = open_page("proces.py", **OVERGANG)
    asked = [field.label.partition(":")[0] for field in app.text_input]
    assert asked == [f"Wie doet {when} stap {step}" for when in ("nu", "straks") for step in (5, 6, 7)]


def test_without_a_present_vorm_it_says_what_is_missing(open_page: OpenPage) -> None:
    app = open_page("proces.py", gekozen_vorm="L")
    assert "U vulde bij Regio nog niet in hoe u de toegang nu regelt." in words(app)
    assert all("straks" in field.label for field in app.text_input)


def test_without_any_vorm_or_weight_it_says_what_to_do(open_page: OpenPage) -> None:
    demands = [
        {"id": "RV-04", "status": "hard"},
        {"id": "RV-07", "status": "hard"},
        {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}},
    ]
    assert "Er is geen vorm over." in open_page("proces.py", randvoorwaarden=demands).warning[0].value
    nothing = {"invoer": {"schuiven": {"kosten": 0}}}
    assert "Alle kenmerken wegen nu 0." in open_page("proces.py", weging=nothing).error[0].value


def drawn(guide: Handreiking, nu: str, straks: str, **parts: object) -> str:
    dossier = Dossier.model_validate(parts)
    matrix = matrix_for(guide, dossier)
    found = compare(guide, dossier, matrix.optie(nu), matrix.optie(straks))
    return picture("Het proces", found.stappen, guide.varianten.banen)


def test_the_picture_has_a_lane_for_who_takes_part_and_no_other(guide: Handreiking) -> None:
    html = drawn(guide, "C-A2", "L")
    heads = html.partition("</div>")[0].split("<span>")[1:]
    assert [head.removesuffix("</span>") for head in heads] == [
        *("Gemeente of lokaal team", "Regio of centraal team", "Back office", "Niet genoemd")
    ]
    assert "--banen:4" in html


def test_each_block_says_who_and_when_without_its_lane(guide: Handreiking) -> None:
    html = drawn(guide, "C-A2", "L")
    assert "<b>Nu:</b> centraal team van de kassiersgemeente" in html
    assert "<b>Straks:</b> lokaal team</span>" in html
    assert "Straks: deze stap is er niet" in html
    assert html.count('<span class="merk">') == html.count("<li ") == 8


def test_a_step_that_stays_is_one_block(guide: Handreiking) -> None:
    assert "<b>Nu en straks:</b> inwoner, lokaal team en expertiseteam samen" in drawn(guide, "H-TA", "H-TB")


def test_lanes_apart_are_two_blocks_of_which_one_is_read(guide: Handreiking) -> None:
    """Local and regional, with the lane of the expert team between them."""
    html = drawn(guide, "H-TA", "H-TA", beschikking={"nu": "per_gemeente", "straks": "per_gemeente"})
    assert 'aria-hidden="true" style="--van:4;--tot:5">en hier' in html


def test_what_a_region_typed_is_never_markup(guide: Handreiking) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    html = drawn(guide, "C-A2", "L", proces={"straks": {"7": {"wie": hostile}}})
    assert "<img" not in html
    assert hostile in unescape(html)
