"""What the knowledge files say is plain Dutch, in whole sentences, without figures that the guide does not give."""

import re
from collections.abc import Iterator

import pytest

from handreiking.model import OVERGANG, Handreiking

#: Longer than this is no longer plain (B1).
MAX_WORDS = 27


def texts(guide: Handreiking) -> Iterator[tuple[str, str]]:
    """Every sentence that a screen can show, with where it stands."""
    for kenmerk in guide.kenmerken.values():
        yield f"{kenmerk.id}.vraag", kenmerk.vraag
        yield f"{kenmerk.id}.stelling", kenmerk.stelling
        for point, text in kenmerk.schaal.items():
            yield f"{kenmerk.id}.schaal.{point}", text
        for id, claim in kenmerk.beweringen.items():
            yield id, claim.tekst
        for lijst in kenmerk.beslislijsten:
            for regel in lijst.regels:
                yield f"{kenmerk.id}.{regel.als}", regel.waarom
    for id, item in guide.omstandigheden.items():
        yield f"{id}.vraag", item.vraag
        yield f"{id}.toelichting", item.toelichting
    for id, vorm in guide.vormen.items():
        yield f"{id}.kern", vorm.kern
    for id, punt in guide.aandachtspunten.aandachtspunten.items():
        yield id, punt.tekst
        for aanleiding in punt.wanneer:
            move = "u van centrale toegang naar lokale toegang gaat"
            yield f"{id}.omdat", f"Omdat {aanleiding.omdat.replace(OVERGANG, move)}."
        if punt.tijd:
            yield f"{id}.tijd", punt.tijd.uitleg
    for id, eis in guide.randvoorwaarden.randvoorwaarden.items():
        yield f"{id}.toelichting", eis.toelichting
        for oordeel in eis.oordelen:
            yield f"{id}.{oordeel.vormen}", oordeel.reden
    for combinatie in guide.randvoorwaarden.combinaties:
        yield f"{combinatie.hard}", combinatie.gevolg
    for text in guide.varianten.leemtes:
        yield "leemtes", text
    for word, text in guide.varianten.termen.items():
        yield f"termen.{word}", re.sub(r"Wij zeggen geen .*\.$", "", text).strip()  # which words we do not use
    for id, text in guide.document.achtergrond.items():
        yield id, text


def offenders(guide: Handreiking, wrong: re.Pattern[str]) -> list[str]:
    return [f"{where}: {text}" for where, text in texts(guide) if wrong.search(text)]


def test_texts_are_whole_sentences(guide: Handreiking) -> None:
    assert not offenders(guide, re.compile(r"[^.?]$|^[a-z]"))


def test_sentences_are_short(guide: Handreiking) -> None:
    long = [
        f"{where}: {sentence}"
        for where, text in texts(guide)
        for sentence in re.split(r"(?<=[.?])\s", text)
        if len(sentence.split()) > MAX_WORDS
    ]
    assert not long


def test_a_statement_is_a_trade_off(guide: Handreiking) -> None:
    """Whoever agrees gives something up: "X is important" would be agreed with by all."""
    assert not [kenmerk.stelling for kenmerk in guide.kenmerken.values() if ", ook als " not in kenmerk.stelling]
    assert not [kenmerk.stelling for kenmerk in guide.kenmerken.values() if "belangrijk" in kenmerk.stelling]


def test_reasons_complete_a_sentence(guide: Handreiking) -> None:
    wrong = [
        f"{id}: {aanleiding.omdat}"
        for id, punt in guide.aandachtspunten.aandachtspunten.items()
        for aanleiding in punt.wanneer
        if aanleiding.omdat[0].isupper() or aanleiding.omdat.endswith(".")
    ]
    assert not wrong


@pytest.mark.parametrize(
    "word",
    [
        r"\bcli[eë]nt(en)?\b",
        r"\bburger(s)?\b",
        r"\bcriteri(um|a)\b",
        r"\bstakeholders?\b",
        r"\bimplement",
        r"\bje\b|\bjouw\b|\bjullie\b",
        r"\bmiddels\b",
        r"\bteneinde\b",
    ],
)
def test_words_that_we_do_not_use(guide: Handreiking, word: str) -> None:
    assert not offenders(guide, re.compile(word, re.IGNORECASE))


def test_no_figures_that_the_guide_does_not_give(guide: Handreiking) -> None:
    """Years and ages are facts; amounts, shares and sizes are not in the guide."""
    assert not offenders(guide, re.compile(r"€|%|\bprocent\b|\bfte\b|\d{2,}\.\d{3}"))


def test_an_afwegingskader_is_only_for_judging_applications(guide: Handreiking) -> None:
    """Our own weighing never takes that word."""
    near = [text for _, text in texts(guide) if "afwegingskader" in text.lower()]
    assert near
    assert not [text for text in near if re.search(r"\bgewicht|\bweging|\bwegen\b", text.lower())]


@pytest.mark.parametrize(
    "word",
    [
        "Wmo",
        "CAK",
        "iStandaarden",
        "eigen bijdrage",
        "verordening",
        "consulent",
        "grondslag",
        "regisseur",
        "Norm voor Opdrachtgeverschap",
        "uitstroom",
        "interval",
        "steun",
    ],
)
def test_a_word_that_not_everyone_knows_is_explained(guide: Handreiking, word: str) -> None:
    assert guide.varianten.termen[word]
