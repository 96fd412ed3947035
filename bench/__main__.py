"""`make bench`: load the knowledge, give one advice, redraw Uitkomst against a bare page, save, draw many readings."""

import logging
from pathlib import Path

from streamlit.testing.v1 import AppTest

from advies.rangorde import advise
from advies.uitleg import explain
from bench import opslag, smaa
from bench.timing import in_turn
from dossier.file import from_bytes
from dossier.model import Dossier
from dossier.werk import Werk
from handreiking.load import ROOT, load_handreiking

EXAMPLE = ROOT / "voorbeelden" / "1-duinstreek.yaml"
#: Aim for one redraw of Uitkomst, its 10,000 draws included, against a bare page with the same widgets.
AIM = 3.0


def main() -> None:
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    guide = load_handreiking()
    dossier = from_bytes(EXAMPLE.read_bytes(), EXAMPLE.name, guide)

    (load,) = in_turn(10, load_handreiking)
    print(f"{'load and check the knowledge':34}{load}")
    advice, told = in_turn(50, lambda: advise(guide, dossier), lambda: explain(guide, advise(guide, dossier)))
    print(f"{'one full advice':34}{advice}")
    print(f"{'one full advice, explained':34}{told}")

    real, bare = (
        opened(ROOT / "pages" / "uitkomst.py", dossier),
        opened(Path(__file__).parent / "kale_pagina.py", dossier),
    )
    uitkomst, reference = in_turn(30, lambda: move(real), lambda: move(bare))
    print(f"{'redraw of Uitkomst':34}{uitkomst}")
    print(f"{'redraw of a bare page':34}{reference}")
    print(f"{'ratio of the medians':34}{uitkomst.median / reference.median:9.2f}    (aim: at most {AIM:g})")
    print()
    opslag.main(dossier)
    print()
    smaa.main()


def opened(script: Path, dossier: Dossier) -> AppTest:
    app = AppTest.from_file(str(script), default_timeout=30)
    app.session_state["werk"] = Werk(dossier=dossier, begin=dossier)
    app.run()
    assert not app.exception
    return app


def move(app: AppTest) -> None:
    """Move the first slider, so that every redraw has something new to work out."""
    slider = app.slider[0]
    slider.set_value(10 if slider.value != 10 else 90).run()
    assert not app.exception


if __name__ == "__main__":
    main()
