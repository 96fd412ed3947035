"""Step 4: the answer, its reasons, and trying other weights."""

import re
from pathlib import Path

import pytest

from dossier.file import from_bytes
from handreiking.load import ROOT
from handreiking.model import Handreiking
from tests.pages.conftest import OpenPage, dossier_of, labelled, words

EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.yaml"))
WEGING = {"invoer": {"schuiven": {"uniformiteit": 75, "betrokkenheid": 25}}}


def test_the_answer_comes_first(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    assert app.header[0].value == "Centrale toegang past het best bij uw weging"
    assert [h.value for h in app.subheader][:3] == [
        "Wat maakt het verschil?",
        "Wat staat daar tegenover?",
        "Hoe zeker is dit?",
    ]


def test_the_chart_has_a_sentence_and_a_table(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    sentence = "De grafiek toont waar de punten vandaan komen: centrale toegang 75, hybride toegang 65"
    assert sentence in words(app)
    assert "Punten per onderdeel, voor de beste vorm van elke hoofdvariant" in words(app)
    # Uniformiteit 75, betrokkenheid 25: C-B has 0.75 * 91.667 + 0.25 * 16.667 = 72.9 against 75 for C-A.
    row = words(app).partition("Zwakste vorm die meedoet")[2]
    assert "72,9" in row[: row.index("</tr>")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_column_of_points_adds_up_to_its_total_as_printed(
    open_page: OpenPage, guide: Handreiking, example: Path
) -> None:
    """In the example Duinstreek the parts of centrale toegang, each rounded on its own, gave 80,5 beside 80,4."""
    shown = from_bytes(example.read_bytes(), example.name, guide)
    said = words(open_page("uitkomst.py", **shown.model_dump()))
    table = said.partition("<span>Punten per onderdeel")[2].partition("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[2:]]
    printed = {name: [int(cell.rstrip("*").replace(",", "")) for cell in cells] for name, _, *cells in rows}
    del printed["Zwakste vorm die meedoet"]
    total = printed.pop("Totaal")
    assert [sum(column) for column in zip(*printed.values(), strict=True)] == total


def test_who_pays_is_a_table_that_tells_our_inference_from_what_stands_there(open_page: OpenPage) -> None:
    """Of H-TA the guide says who pays the expert team, we infer the access team, and nothing is said of the help."""
    weights = {"aansluiting": 100, "continuiteit": 60, "betrokkenheid": 60, "deskundigheid": 90}
    app = open_page("uitkomst.py", weging={"invoer": {"schuiven": weights}})
    said = words(app)
    assert "wordt betaald door" not in said
    table = said.partition("<span>Wie betaalt wat?</span>")[2].partition("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[2:]]
    assert rows == [
        ["Toegangsteam", "Regio of gemeente; hoort bij de overige kosten", "Leiden wij af"],
        ["Expertiseteam", "Regio", "Staat er"],
        ["Overige kosten", "Regio of gemeente; hangt af van de rol die het expertiseteam krijgt", "Staat er"],
        ["Ingezette ondersteuning", "Onbekend", "Niet genoemd"],
    ]


def test_what_if_changes_the_answer_and_not_the_dossier(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    before = dossier_of(app)
    labelled(app, "slider", "Gewicht van betrokkenheid").set_value(100)
    labelled(app, "slider", "Gewicht van uniformiteit").set_value(10).run()
    assert app.header[0].value == "Lokale toegang past het best bij uw weging"
    assert "Uw dossier is niet veranderd" in app.info[0].value
    assert dossier_of(app) == before


def test_what_if_is_taken_over_on_request(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    labelled(app, "slider", "Gewicht van betrokkenheid").set_value(100).run()
    labelled(app, "button", "Neem over").click().run()
    weights = dossier_of(app).weging.invoer.schuiven
    assert (weights["betrokkenheid"], weights["uniformiteit"]) == (100, 75)
    assert not app.info


def test_what_if_is_put_back(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING)
    labelled(app, "slider", "Gewicht van betrokkenheid").set_value(100).run()
    labelled(app, "button", "Zet terug").click().run()
    assert labelled(app, "slider", "Gewicht van betrokkenheid").value == 25
    assert app.header[0].value.startswith("Centrale toegang")


def test_what_if_at_zero_says_what_to_do(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging={"invoer": {"schuiven": {"uniformiteit": 75}}})
    labelled(app, "slider", "Gewicht van uniformiteit").set_value(0).run()
    assert "Alle kenmerken wegen nu 0" in app.error[0].value
    labelled(app, "button", "Zet terug").click().run()
    assert not app.error


def test_excluded_vormen_stay_visible_with_the_reason(open_page: OpenPage) -> None:
    app = open_page("uitkomst.py", weging=WEGING, randvoorwaarden=[{"id": "RV-04", "status": "hard"}])
    assert "vallen 7 van de 11 vormen af" in words(app)
    assert "Het centrale team bepaalt welke voorziening past." in words(app)


@pytest.mark.parametrize(
    ("parts", "answer"),
    [
        ({}, "U hebt nog niet gewogen"),
        ({"lezing": "strikt", "weging": WEGING}, "Centrale toegang past het best bij uw weging"),
        (
            {
                "weging": WEGING,
                "randvoorwaarden": [
                    {"id": "RV-04", "status": "hard"},
                    {"id": "RV-07", "status": "hard"},
                    {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}},
                ],
            },
            "Geen enkele vorm voldoet aan al uw harde eisen",
        ),
    ],
)
def test_every_kind_of_answer_can_be_shown(open_page: OpenPage, parts: dict[str, object], answer: str) -> None:
    assert open_page("uitkomst.py", **parts).header[0].value == answer
