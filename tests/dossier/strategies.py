"""Random dossiers, from few names, so that two of them often differ in the same part."""

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from dossier.model import Dossier, Methode

#: Dots, bars and capitals, since the name of a part is made of these.
NAMES = ["Almere", "almere", "'s-Gravenhage", "a.b", "x|y", "Ü. de | Köln", "randvoorwaarden.RV-02"]
KENMERKEN = ["kosten", "deskundigheid", "a.b", "x|y", "x%7Cy"]
VORMEN = ["L", "C-A1", "y|z", "H.GM"]
OWN = ["EK-1", "EK-2", "EK-10"]
#: A bar keeps the two of a pair apart, so here no name has one.
PAREN = ["a.b|deskundigheid", "a.b|kosten", "deskundigheid|kosten"]
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=20,
).filter(str.strip)
WEIGHT = st.integers(0, 20).map(lambda step: step * 5.0) | st.floats(0, 100)
SCORE = st.lists(st.floats(1, 5), min_size=3, max_size=3).map(
    lambda bounds: dict(zip(("laag", "punt", "hoog"), sorted(bounds), strict=True))
)
#: Who does which step; the second name has a dot, as no step of the guide has.
AGREED = st.dictionaries(
    st.sampled_from(["1b", "4.a", "7"]),
    st.fixed_dictionaries({"wie": TEXT}, optional={"baan": st.sampled_from([None, "lokaal", "back_office"])}),
    max_size=3,
)


def _items(ids: list[str], key: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    item = st.fixed_dictionaries({key: st.sampled_from(ids), **fields})
    return st.lists(item, max_size=4, unique_by=lambda item: item[key].casefold())


_DAYS = st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(date.isoformat)
_AGREED: dict[str, st.SearchStrategy[Any]] = {
    "eigenaar": st.sampled_from(["", "projectleider"]),
    "status": st.sampled_from(["te_doen", "bezig", "klaar", "vervalt"]),
    "notitie": st.just("") | TEXT,
}
_points = st.fixed_dictionaries({"id": st.sampled_from(["WP-01", "BG-03"]), "begin": _DAYS, **_AGREED})
_actions = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["EA-1", "EA-2", "EA-10"]),
        "tekst": TEXT,
        "groep": st.sampled_from(["begroting", "inwoners"]),
        "volgorde": st.floats(0, 10),
        "eind": _DAYS,
        **_AGREED,
    }
)
_amounts = st.fixed_dictionaries(
    {
        "gemeente": st.sampled_from(NAMES),
        "soort": st.sampled_from(["team_nu", "team_straks", "doorlopend", "overgang", "desintegratie"]),
        "euro": st.integers(0, 1_000_000_000),
    }
)
_teams = st.fixed_dictionaries(
    {},
    optional={"afwezig": st.none() | st.floats(0, 100), "mensen": _items(NAMES, "gemeente", mensen=st.integers(0, 9))},
)


def _amount(item: dict[str, Any]) -> tuple[str, str]:
    return item["gemeente"].casefold(), item["soort"]


def _cell(item: dict[str, Any]) -> tuple[str, str]:
    return item["kenmerk"], item["vorm"]


def _by(names: list[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names), values, max_size=4)


_invoer = st.fixed_dictionaries(
    {},
    optional={
        "schuiven": _by(KENMERKEN, WEIGHT),
        "punten": _by(KENMERKEN, st.integers(0, 100)),
        "rangorde": _by(KENMERKEN, st.integers(1, 6)),
        "paarsgewijs": _by(PAREN, st.sampled_from([-9, -2, 1, 3])),
        "beste_slechtste": st.fixed_dictionaries(
            {},
            optional={
                "beste": st.none() | st.sampled_from(KENMERKEN),
                "slechtste": st.none() | st.sampled_from(KENMERKEN),
                "beste_boven": _by(KENMERKEN, st.integers(1, 9)),
                "boven_slechtste": _by(KENMERKEN, st.integers(1, 9)),
            },
        ),
        "snelle_start": st.fixed_dictionaries(
            {},
            optional={
                "stellingen": _by(
                    KENMERKEN,
                    st.builds(dict, keuze=st.sampled_from(["oneens", "neutraal", "eens"]), extra=st.booleans()),
                ),
                "doorvragen": st.dictionaries(
                    st.sampled_from(PAREN), st.sampled_from(["kosten", "gelijk"]), max_size=3
                ),
            },
        ),
    },
)

_documents = st.fixed_dictionaries(
    {},
    optional={
        "regio": st.fixed_dictionaries(
            {}, optional={"naam": TEXT, "gemeenten": _items(NAMES, "naam", inwoners=st.none() | st.integers(0, 9))}
        ),
        "huidige_vorm": st.none() | st.sampled_from(VORMEN),
        "gekozen_vorm": st.none() | st.sampled_from(VORMEN),
        "motivering_keuze": TEXT,
        "omstandigheden": st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["ja", "nee"]), max_size=3),
        "weging": st.fixed_dictionaries(
            {},
            optional={
                "methode": st.sampled_from(get_args(Methode)),
                "invoer": _invoer,
                "zekerheid": st.sampled_from(["hoog", "midden", "laag", "onbekend"]),
                "aandeel_randvoorwaarden": st.floats(0, 0.5),
            },
        ),
        "randvoorwaarden": _items(
            ["RV-02", "RV-10", "ER-1", "ER-10"], "id", status=st.sampled_from(["hard", "zacht", "nvt"]), gewicht=WEIGHT
        ),
        "aanpassingen": st.lists(
            st.builds(
                lambda kenmerk, vorm, score: {"kenmerk": kenmerk, "vorm": vorm, "motivering": "Gemeten.", **score},
                st.sampled_from(KENMERKEN),
                st.sampled_from(VORMEN),
                SCORE,
            ),
            max_size=4,
            unique_by=_cell,
        ),
        "eigen_kenmerken": _items(
            OWN,
            "id",
            naam=TEXT,
            schaal=st.just({1: "Geen", 5: "Veel"}),
            scores=st.dictionaries(st.sampled_from(VORMEN), SCORE, max_size=2),
        ),
        "lezing": st.sampled_from(["gewoon", "strikt"]),
        "dubbele_bewering": st.sampled_from(["twee_keer", "een_keer"]),
        "trekkingen": st.integers(100, 1000),
        "bemensing": st.lists(st.sampled_from(["b-2", "b-10", "b.1"]), max_size=3),
        "proces": st.fixed_dictionaries({}, optional={"nu": AGREED, "straks": AGREED}),
        "plan": st.lists(_points | _actions, max_size=4, unique_by=lambda item: item["id"]),
        "begroting": st.lists(_amounts, max_size=4, unique_by=_amount),
        "teams": _teams,
        "beschikking": st.fixed_dictionaries({}, optional={"nu": st.sampled_from(["lokaal", "regionaal"])}),
    },
)

DOSSIERS = _documents.map(Dossier.model_validate)
