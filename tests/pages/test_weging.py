"""Step 3: the weight of a step on a scale."""

from tests.pages.conftest import OpenPage, dossier_of, labelled, words

KOSTEN = "Hoe belangrijk is deze stap bij kostenbeheersing?"


def test_each_slider_has_both_ends_in_words_and_where_the_variants_lie(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    assert len(app.slider) == 6
    said = words(app)
    assert said.count("1, het slechtst:") == said.count("5, het best:") == 6
    # Uniformiteit: centraal 5 [4, 5] is 4,7; lokaal 2 [1, 3] is 2; hybride van 2 [1, 3] tot 4 [2, 5] is 3,7.
    assert "centraal 4,7; lokaal 2,0; hybride 2,0 tot 3,7" in said


def test_untouched_is_not_weighed(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    assert "U hebt nog niet gewogen" in app.info[0].value
    assert dossier_of(app).weging.invoer.schuiven == {}


def test_the_first_touch_puts_every_slider_on_record(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    labelled(app, "slider", KOSTEN).set_value(100).run()
    weights = dossier_of(app).weging.invoer.schuiven
    assert weights == dict.fromkeys(weights, 50) | {"kosten": 100}
    assert len(weights) == 6
    assert not app.info
    # 100 of 350 in all.
    assert "29%" in words(app)


def test_weights_are_there_again_after_another_screen(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    labelled(app, "slider", KOSTEN).set_value(85).run()
    app.switch_page("matrix.py").run()
    app.switch_page("weging.py").run()
    assert labelled(app, "slider", KOSTEN).value == 85


def test_all_at_zero_is_refused_in_words(open_page: OpenPage) -> None:
    nothing = dict.fromkeys(["deskundigheid", "kosten"], 0)
    app = open_page("weging.py", weging={"invoer": {"schuiven": nothing}})
    assert "Geef ten minste één kenmerk gewicht" in app.error[0].value


def test_soft_demands_have_one_share_that_can_be_set(open_page: OpenPage) -> None:
    app = open_page("weging.py", randvoorwaarden=[{"id": "RV-03", "status": "zacht"}])
    share = labelled(app, "slider", "Deel van het totaal voor zachte eisen")
    assert (share.value, share.max) == (20, 50)
    share.set_value(35).run()
    assert dossier_of(app).weging.aandeel_randvoorwaarden == 0.35


def test_a_soft_demand_of_weight_zero_gets_no_share(open_page: OpenPage) -> None:
    zero = {"id": "RV-03", "status": "zacht", "gewicht": 0}
    app = open_page("weging.py", randvoorwaarden=[zero])
    assert "1 zachte eis heeft gewicht 0 en telt dus niet mee." in words(app)
    assert "één deel" not in words(app)
    assert not any(slider.label.startswith("Deel van het totaal") for slider in app.slider)
    app = open_page("weging.py", randvoorwaarden=[zero, {"id": "RV-02", "status": "zacht", "gewicht": 50}])
    assert "1 zachte eis heeft gewicht 0" in words(app)
    assert "1 eis zacht gemaakt en gewicht gegeven. Die eis krijgt één deel" in words(app)
    assert labelled(app, "slider", "Deel van het totaal voor zachte eisen").value == 20


def test_an_own_kenmerk_has_a_slider(open_page: OpenPage) -> None:
    own = {"id": "EK-1", "naam": "Draagvlak", "schaal": {"1": "Niemand wil het", "5": "Iedereen wil het"}}
    app = open_page("weging.py", eigen_kenmerken=[own])
    assert labelled(app, "slider", "Hoe belangrijk is deze stap bij draagvlak?").value == 50


def test_equal_weights_can_be_meant(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    labelled(app, "button", "Wij vinden alles even belangrijk").click().run()
    weights = dossier_of(app).weging.invoer.schuiven
    assert len(weights) == 6
    assert set(weights.values()) == {50}


def test_certainty_is_asked_and_kept(open_page: OpenPage) -> None:
    app = open_page("weging.py")
    labelled(app, "radio", "Hoe zeker bent u").set_value("laag").run()
    assert dossier_of(app).weging.zekerheid == "laag"


def test_where_the_variants_lie_says_when_an_own_score_counts(open_page: OpenPage) -> None:
    own = {"kenmerk": "uniformiteit", "vorm": "L", "punt": 5, "laag": 5, "hoog": 5, "motivering": "Wij kunnen dit."}
    said = words(open_page("weging.py", aanpassingen=[own]))
    assert "centraal 4,7; lokaal 5,0 (met eigen scores van uw regio); hybride 2,0 tot 3,7" in said
    assert said.count("met eigen scores") == 1
