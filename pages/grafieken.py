"""Plotly figures as pure functions of an advies, so that a test can look inside them."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count
from string import ascii_uppercase
from typing import Any

import plotly.graph_objects as go

from advies.gevoelig import Lijnen
from advies.rangorde import Advies, VormUitkomst
from advies.taal import getal, ingekort, plaatsen_van_100, procent

#: White text on each of these has a contrast of at least 4.5:1. The letter in a part tells it without colour.
_KLEUREN = ("#154273", "#a04a00", "#25692f", "#7d3588", "#00637f", "#a3243b", "#545454", "#6b5400")
#: Fill and ink of the first, second and third place.
_PLAATSEN = (("#154273", "#ffffff"), ("#9db8d6", "#1a1a1a"), ("#f3f3f3", "#1a1a1a"))
#: Lines are told apart by their dashes, not by colour alone.
_STREPEN = ("solid", "dash", "dot")
#: What a phone has room for on one line; the table has the whole name.
MEESTE_TEKENS = 36
_LAYOUT: dict[str, Any] = {
    "separators": ",.",
    "paper_bgcolor": "#ffffff",
    "plot_bgcolor": "#ffffff",
    "font": {"family": "'Source Sans', sans-serif", "size": 16, "color": "#1a1a1a"},
    "dragmode": False,
}


def bijdragen(advies: Advies, vormen: list[VormUitkomst], namen: list[str]) -> go.Figure:
    """Stacked bars: one per vorm, one part per kenmerk or soft randvoorwaarde, best on top; a star is an own score.

    Built in one go from plain values: adding traces and settings one by one takes four times as long.
    """
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "y": namen,
            "x": [vorm.bijdragen[criterium] for vorm in vormen],
            "name": escape(advies.naam_van(criterium)),
            "text": [f"{letter}*" if advies.matrix.is_eigen(vorm.optie.id, criterium) else letter for vorm in vormen],
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
    return go.Figure(data=bars, layout=_layout_of_bars(len(vormen)) | {"annotations": totals})


def plaatsen(namen: list[str], shares: list[tuple[float, ...]], eerste: list[int]) -> go.Figure:
    """Stacked bars: one per option, one part per place, with the number of the place and its share in it.

    Parameters
    ----------
    shares : per option the share of each place, 0 to 1, the first place first.
    eerste : per option the share of first places in whole hundredths, which add up over the options.
    """
    said = [plaatsen_van_100(row, first, kort=True) for row, first in zip(shares, eerste, strict=True)]
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "y": namen,
            "x": [100 * row[place] for row in shares],
            "name": f"Plaats {place + 1}",
            "text": [f"{place + 1}e: {escape(row[place])}" for row in said],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"color": ink},
            "marker": {"color": fill, "line": {"color": "#1a1a1a", "width": 1}},
            "hovertemplate": "%{y}<br>%{fullData.name}: %{x:.0f} van de 100<extra></extra>",
        }
        for place, (fill, ink) in zip(range(len(shares)), _PLAATSEN, strict=False)
    ]
    return go.Figure(data=bars, layout=_layout_of_bars(len(namen)))


def lijnen(verloop: Lijnen, namen: list[str], wat: str) -> go.Figure:
    """The points of each hoofdvariant over the weight of one criterium, with where it is now and where lines cross."""
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [100 * weight for weight in verloop.gewichten],
            "y": list(totals),
            "name": naam,
            "line": {"color": colour, "dash": dash, "width": 3},
            "hovertemplate": "%{fullData.name}<br>weegt %{x:.0f}%: %{y:.0f} punten<extra></extra>",
        }
        for naam, totals, colour, dash in zip(namen, verloop.totalen, _KLEUREN, _STREPEN, strict=False)
    ]
    crossings = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [100 * punt.gewicht for punt in verloop.kantelpunten],
        "y": [punt.waarde for punt in verloop.kantelpunten],
        "text": [procent(punt.gewicht) for punt in verloop.kantelpunten],
        "textposition": "top center",
        "name": "hier wisselt wat bovenaan staat",
        "marker": {"color": "#ffffff", "size": 13, "line": {"color": "#1a1a1a", "width": 2}},
        "hovertemplate": "Bij %{x:.0f}% wisselt wat bovenaan staat<extra></extra>",
    }
    now = 100 * verloop.gewicht_nu
    layout = _LAYOUT | {
        "height": 380,
        "margin": {"l": 0, "r": 10, "t": 5, "b": 45},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
        "shapes": [{"type": "line", "x0": now, "x1": now, "y0": 0, "y1": 1, "yref": "paper", "line": {"dash": "dot"}}],
        "annotations": [
            {
                "x": now,
                "y": 0,
                "yref": "paper",
                "yanchor": "bottom",
                "xanchor": "left" if now < 75 else "right",
                "showarrow": False,
                "text": f" nu {procent(verloop.gewicht_nu)} ",
                "bgcolor": "#ffffff",
            }
        ],
        "xaxis": {
            "range": [0, 100],
            "ticksuffix": "%",
            "title": {"text": f"Gewicht van {escape(wat)}"},
            "gridcolor": "#d9d9d9",
            "fixedrange": True,
        },
        "yaxis": {
            "automargin": True,
            "title": {"text": "Punten", "standoff": 12},
            "gridcolor": "#d9d9d9",
            "fixedrange": True,
        },
    }
    return go.Figure(data=[*lines, *([crossings] if verloop.kantelpunten else [])], layout=layout)


def _layout_of_bars(bars: int) -> dict[str, Any]:
    return _LAYOUT | {
        "barmode": "stack",
        "height": 45 + 60 * bars,
        "margin": {"l": 0, "r": 10, "t": 5, "b": 30},
        "showlegend": False,
        "uniformtext": {"mode": "hide", "minsize": 12},
        "xaxis": {"range": [0, 108], "gridcolor": "#d9d9d9", "fixedrange": True},
        "yaxis": {"autorange": "reversed", "automargin": True, "ticksuffix": "  ", "fixedrange": True},
    }


def gewichten(names: Sequence[str], shares: Sequence[float], percents: Sequence[str]) -> go.Figure:
    """One bar per kenmerk, as long as its weight, with its name above it so that a phone has room for the bar."""
    lines = [
        {
            "x": 0,
            "y": name,
            "text": f"<b>{percent}</b> {escape(ingekort(name, MEESTE_TEKENS))}",
            "showarrow": False,
            "xanchor": "left",
            "yshift": 21,
        }
        for name, percent in zip(names, percents, strict=True)
    ]
    bar = {
        "type": "bar",
        "orientation": "h",
        "y": list(names),
        "x": list(shares),
        "width": 0.4,
        "marker": {"color": _KLEUREN[0]},
        "hoverinfo": "skip",
    }
    layout = _LAYOUT | {
        "height": 10 + 52 * len(names),
        "margin": {"l": 0, "r": 10, "t": 10, "b": 0},
        "showlegend": False,
        "annotations": lines,
        "xaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
        "yaxis": {"visible": False, "autorange": "reversed", "fixedrange": True},
    }
    return go.Figure(data=[bar], layout=layout)


def letters() -> Iterator[str]:
    """A, B, ... Z, A2, B2, ...: the mark of each part, in the chart and in its table."""
    for n in count(1):
        for letter in ascii_uppercase:
            yield letter if n == 1 else f"{letter}{n}"
