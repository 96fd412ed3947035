"""The process as a picture with a lane per party: now and then below each other, what changes said in words.

Own HTML, because Streamlit has nothing like it. It reads well without the lanes too: each block says who, so on a
phone the blocks stand below each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from advies.proces import Deel, Regel, Verandering
from handreiking.model import Baan

VERANDERING: Mapping[Verandering, str] = {
    "gelijk": "Blijft gelijk",
    "verandert": "Verandert",
    "misschien": "Kan veranderen",
    "nieuw": "Komt erbij",
    "vervalt": "Vervalt",
    "onbekend": "Nog niet te zeggen",
}
#: Lanes for who is no party of the guide, and for who is not named at all.
EEN_ANDER, NIEMAND = "Een ander", "Niet genoemd"


def picture(bijschrift: str, stappen: Sequence[Regel], banen: Mapping[Baan, str]) -> str:
    """The HTML of the picture; every text in it is escaped.

    Parameters
    ----------
    stappen : steps in the order of the process.
    banen : names of the lanes, in the order in which they stand. Lanes in which nothing happens are left out.
    """
    lanes = _lanes(stappen, banen)
    heads = "".join(f"<span>{escape(naam)}</span>" for naam in lanes)
    items = "".join(_step(stap, lanes, banen) for stap in stappen)
    return (
        f'<figure class="zwembaan" style="--banen:{len(lanes)}"><figcaption>{escape(bijschrift)}</figcaption>'
        f'<div class="banen" aria-hidden="true">{heads}</div><ol>{items}</ol></figure>'
    )


def _lanes(stappen: Sequence[Regel], banen: Mapping[Baan, str]) -> list[str]:
    used = {
        lane for stap in stappen for deel in (stap.nu, stap.straks) if deel is not None for lane in _names(deel, banen)
    }
    return [naam for naam in (*banen.values(), EEN_ANDER, NIEMAND) if naam in used]


def _names(deel: Deel, banen: Mapping[Baan, str]) -> list[str]:
    """The lanes of one side, in the order of the lanes."""
    if not deel.banen:
        return [EEN_ANDER if deel.bekend else NIEMAND]
    return [naam for baan, naam in banen.items() if baan in deel.banen]


def _step(stap: Regel, lanes: Sequence[str], banen: Mapping[Baan, str]) -> str:
    same = stap.nu is not None and stap.nu == stap.straks
    sides = [("Nu en straks", stap.nu)] if same else [("Nu", stap.nu), ("Straks", stap.straks)]
    rows = "".join(_side(when, deel, lanes, banen) for when, deel in sides)
    return (
        f'<li class="{stap.verandering}"><p class="stap"><strong>{escape(stap.id)}. {escape(stap.naam)}</strong> '
        f'<span class="merk">{VERANDERING[stap.verandering]}</span></p>{rows}</li>'
    )


def _side(when: str, deel: Deel | None, lanes: Sequence[str], banen: Mapping[Baan, str]) -> str:
    kind = {"Nu": "nu", "Straks": "straks"}.get(when, "beide")
    if deel is None:
        return (
            f'<p class="rij"><span class="blok geen" style="--van:1;--tot:-1">{when}: deze stap is er niet</span></p>'
        )
    first, *others = _runs([lanes.index(naam) + 1 for naam in _names(deel, banen)])
    known = "" if deel.bekend else " open"
    block = (
        f'<span class="blok {kind}{known}" style="--van:{first[0]};--tot:{first[-1] + 1}">'
        f"<b>{when}:</b> {escape(deel.wie)}</span>"
    )
    # The words say it all; a block further on only shows that another lane takes part.
    more = "".join(
        f'<span class="blok {kind} ook" aria-hidden="true" style="--van:{run[0]};--tot:{run[-1] + 1}">'
        f"{'of hier' if deel.onbepaald else 'en hier'}</span>"
        for run in others
    )
    return f'<p class="rij">{block}{more}</p>'


def _runs(columns: Sequence[int]) -> Iterator[list[int]]:
    """Columns that stand beside each other, together."""
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    yield run
