"""The timeline of the plan as a Plotly figure, made by a pure function so that a test can look inside it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from advies.plan import Tijdregel
from advies.taal import hoofdletter
from dossier.uitvoering import Voortgang
from dossier.words_uitvoering import VOORTGANG

#: Told by more than colour: they go from white to dark, and the word stands beside the bar.
_VULLING: Mapping[Voortgang, str] = {
    "te_doen": "#ffffff",
    "bezig": "#9fb6d6",
    "klaar": "#154273",
    "vervalt": "#d9d9d9",
}
#: What fits above a bar on a phone.
_LETTERS = 26
_DAY = 24 * 60 * 60 * 1000  # Plotly counts in milliseconds


def tijdlijn(regels: Sequence[Tijdregel], vandaag: date) -> go.Figure:
    """One bar per point from its first to its last day, the earliest on top; a diamond where that is one day."""
    bars = [regel for regel in regels if regel.begin < regel.eind]
    single = [regel for regel in regels if regel.begin == regel.eind]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "y": [regel.nummer for regel in bars],
            "base": [regel.begin.isoformat() for regel in bars],
            "x": [((regel.eind - regel.begin).days + 1) * _DAY for regel in bars],
            "width": 0.3,
            "marker": {
                "color": [_VULLING[regel.regel.punt.status] for regel in bars],
                "line": {"color": "#154273", "width": 2},
            },
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "y": [regel.nummer for regel in single],
            "x": [regel.begin.isoformat() for regel in single],
            "marker": {
                "symbol": "diamond",
                "size": 15,
                "color": [_VULLING[regel.regel.punt.status] for regel in single],
                "line": {"color": "#154273", "width": 2},
            },
            "hoverinfo": "skip",
        },
    ]
    first, last = min(regel.begin for regel in regels), max(regel.eind for regel in regels)
    margin = timedelta(days=max(3, (last - first).days // 20))
    layout = {
        "height": 70 + 56 * len(regels),
        "margin": {"l": 10, "r": 10, "t": 25, "b": 30},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "font": {"family": "'Source Sans', sans-serif", "size": 15, "color": "#1a1a1a"},
        "showlegend": False,
        "dragmode": False,
        "annotations": [_label(regel) for regel in regels],
        "xaxis": {
            "type": "date",
            "range": [(first - margin).isoformat(), (last + margin).isoformat()],
            "tickformat": "%m-%Y" if (last - first).days > 90 else "%d-%m",
            "nticks": 5,
            "gridcolor": "#d9d9d9",
            "fixedrange": True,
        },
        # Fractions of a row above the first and below the last: room for the words and for the bar.
        "yaxis": {"range": [len(regels) + 0.5, 0.2], "visible": False, "fixedrange": True},
    }
    if first - margin <= vandaag <= last + margin:
        _mark_today(layout, vandaag)
    return go.Figure(data=traces, layout=layout)


def _label(regel: Tijdregel) -> dict[str, object]:
    tekst = regel.regel.tekst
    short = tekst if len(tekst) <= _LETTERS else f"{tekst[:_LETTERS].rstrip(' ,.')}..."
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": regel.nummer - 0.43,
        "text": escape(f"{regel.nummer}. {hoofdletter(VOORTGANG[regel.regel.punt.status])}: {short}"),
        "showarrow": False,
        "bgcolor": "#ffffff",
        "borderpad": 0,
    }


def _mark_today(layout: dict[str, object], vandaag: date) -> None:
    place = {"x": vandaag.isoformat(), "yref": "paper"}
    layout["shapes"] = [
        {
            "type": "line",
            "x0": place["x"],
            "x1": place["x"],
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": "#a04a00", "width": 2, "dash": "dash"},
        }
    ]
    words = {**place, "y": 1, "yanchor": "bottom", "text": "vandaag", "showarrow": False, "font": {"color": "#a04a00"}}
    annotations = layout["annotations"]
    assert isinstance(annotations, list)
    layout["annotations"] = [*annotations, words]
