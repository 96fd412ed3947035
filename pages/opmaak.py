"""How every screen writes: safe text, lists, real tables, links."""

import re
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dossier.model import Zekerheid
from handreiking.model import Link, Steun

STEUN_IN_WOORDEN: Mapping[Steun, str] = {
    "sterk": "sterk (het staat er)",
    "zwak": "zwak (af te leiden)",
    "geen": "geen (het staat er niet)",
}
#: With what it means for a weight of 17%, in the words of Verantwoording.
ZEKERHEID_IN_WOORDEN: Mapping[Zekerheid, str] = {
    "hoog": "Heel zeker: een gewicht van 17% kan ook 12% of 22% zijn",
    "midden": "Redelijk zeker: een gewicht van 17% kan ook 8% of 28% zijn",
    "laag": "Niet zo zeker: een gewicht van 17% kan ook 3% of 39% zijn",
    "onbekend": "Wij weten het niet: neem elke weging mee",
}

#: What always means something. The label of a widget is also read out as it stands here, backslashes and all, so no
#: more than needed: what these open (a link, an image, a directive) needs none of the others.
_MARKDOWN = re.compile(r"([\\`*_\[\]<~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: What Markdown makes a link, a dash, an arrow or an icon of; an invisible joiner between keeps it as typed.
_LIVE = re.compile(r"(www(?=\.)|:(?=[^\s])|-(?=[->])|<(?=[-=])|[>~](?==))|(?=@)")
_JOINER = "\u2060"
#: What at the start of a line makes a list, a heading, a line or a quote of it.
_START = re.compile(r"^(\d+(?=[.)]))?([-=.)#+>])")


def veilig(text: str) -> str:
    """Text that may come from a user, to be put in Markdown: shown as typed, never as markup."""
    line = _LIVE.sub(lambda found: f"{found[1] or ''}{_JOINER}", " ".join(text.split()))
    escaped = _MARKDOWN.sub(r"\\\1", _ENTITY.sub("&amp;", line))
    return _START.sub(lambda found: f"{found[1] or ''}\\{found[2]}", escaped)


def zin(text: str) -> None:
    """A sentence on a line of its own."""
    st.markdown(veilig(text))


def lijst(items: Sequence[str]) -> None:
    """Sentences as a list, or nothing when there are none."""
    if items:
        st.markdown("\n".join(f"- {veilig(item)}" for item in items))


def tabel(
    bijschrift: str,
    kolommen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    *,
    getallen: Sequence[int] = (),
    heel: Sequence[int] = (),
    breed: bool = False,
) -> None:
    """A real table with a caption; the first cell of a row is its heading. It scrolls by itself when narrow.

    Parameters
    ----------
    getallen : positions of columns that hold numbers, counted from 0.
    heel : positions of columns whose text stays on one line, such as dates.
    breed : the first column holds sentences, so it may not become a tower of words on a phone.
    """

    def cell(tag: str, position: int, text: str, scope: str = "") -> str:
        names = [name for name, columns in (("getal", getallen), ("heel", heel)) if position in columns]
        classes = f' class="{" ".join(names)}"' if names else ""
        return f"<{tag}{scope}{classes}>{escape(text)}</{tag}>"

    head = "".join(cell("th", i, text, ' scope="col"') for i, text in enumerate(kolommen))
    body = "".join(
        "<tr>"
        + cell("th", 0, rij[0], ' scope="row"')
        + "".join(cell("td", i, text) for i, text in enumerate(rij[1:], start=1))
        + "</tr>"
        for rij in rijen
    )
    caption = escape(bijschrift)
    st.html(
        f'<div class="tabel{" breed" if breed else ""}" role="region" aria-label="{caption}" tabindex="0"><table>'
        f"<caption><span>{caption}</span></caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def links(items: Sequence[Link]) -> None:
    for link in items:
        st.markdown(f"[{veilig(link.titel)}]({link.url})")


def mail(contact: Sequence[str]) -> None:
    """Where the authors of the guide want to hear what is missing."""
    address = next((item for item in contact if "@" in item), None)
    if address:
        st.markdown(
            f"Mist u een mogelijkheid? De makers van de handreiking horen het graag: [{address}](mailto:{address})."
        )
