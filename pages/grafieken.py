"""Plotly figures as pure functions of an advies, so that a test can look inside them."""

from collections.abc import Iterator
from html import escape
from itertools import count
from string import ascii_uppercase

import plotly.graph_objects as go

from advies.rangorde import Advies, VormUitkomst
from advies.taal import getal

#: White text on each of these has a contrast of at least 4.5:1. The letter in a part tells it without colour.
_KLEUREN = ("#154273", "#a04a00", "#25692f", "#7d3588", "#00637f", "#a3243b", "#545454", "#6b5400")


def bijdragen(advies: Advies, vormen: list[VormUitkomst], namen: list[str]) -> go.Figure:
    """Stacked bars: one per vorm, one part per kenmerk or soft randvoorwaarde, best on top.

    Built in one go from plain values: adding traces and settings one by one takes four times as long.
    """
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "y": namen,
            "x": [vorm.bijdragen[criterium] for vorm in vormen],
            "name": escape(advies.naam_van(criterium)),
            "text": [letter] * len(vormen),
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"color": "#ffffff"},
            "marker": {"color": _KLEUREN[k % len(_KLEUREN)], "line": {"color": "#ffffff", "width": 2}},
            "hovertemplate": "%{y}<br>%{fullData.name}: %{x:.0f} punten<extra></extra>",
        }
        for k, (letter, criterium) in enumerate(zip(letters(), advies.gewichten, strict=False))
    ]
    totals = [
        {
            "x": vorm.waarde,
            "y": naam,
            "text": f"<b>{getal(vorm.waarde)}</b>",
            "showarrow": False,
            "xanchor": "left",
            "xshift": 6,
        }
        for naam, vorm in zip(namen, vormen, strict=True)
    ]
    layout = {
        "barmode": "stack",
        "separators": ",.",
        "height": 45 + 60 * len(vormen),
        "margin": {"l": 0, "r": 10, "t": 5, "b": 30},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "font": {"family": "'Source Sans', sans-serif", "size": 16, "color": "#1a1a1a"},
        "showlegend": False,
        "uniformtext": {"mode": "hide", "minsize": 12},
        "dragmode": False,
        "annotations": totals,
        "xaxis": {"range": [0, 108], "gridcolor": "#d9d9d9", "fixedrange": True},
        "yaxis": {"autorange": "reversed", "automargin": True, "ticksuffix": "  ", "fixedrange": True},
    }
    return go.Figure(data=bars, layout=layout)


def letters() -> Iterator[str]:
    """A, B, ... Z, A2, B2, ...: the mark of each part, in the chart and in its table."""
    for n in count(1):
        for letter in ascii_uppercase:
            yield letter if n == 1 else f"{letter}{n}"
