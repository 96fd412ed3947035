"""How the advice is made, on what it rests, and what it cannot say."""

import streamlit as st

from advies.oordeel import AANDEEL_DUIDELIJK, AANDEEL_WINNAAR, VERSCHIL_AANDELEN, VOORSPRONG_DUIDELIJK
from advies.randvoorwaarden import TELT
from advies.taal import getal, procent
from advies.vergelijkingen import VERHOUDING_GOED
from dossier.gemeenten import HERKOMST
from dossier.model import AANDEEL_GEWOON, AANDEEL_MEEST
from pages import opmaak, rekenvoorbeeld, toestand
from scoring.ahp import RANDOM_INDEX

guide = toestand.handreiking()
document = guide.document

st.title("Verantwoording", anchor=False)
st.markdown(
    f"De basis is “{opmaak.veilig(document.titel)}” van het {opmaak.veilig(document.auteur)}, versie "
    f"{opmaak.veilig(document.versie)}. {opmaak.veilig(document.versie_toelichting)} "
    "De zinnen in deze app zijn van ons, en de scores ook."
)

st.header("Van zin naar score", anchor=False)
st.markdown(
    "De handreiking beschrijft per kenmerk wat een variant goed of minder goed doet. Getallen staan er niet in. "
    "Wij knipten de tekst in losse beweringen en gaven elke vorm per kenmerk een score van 1 tot 5. "
    "Bij elke score staat op welke beweringen zij rust, hoe sterk die steun is, en tussen welke grenzen de score "
    "ook had kunnen liggen."
)
opmaak.tabel(
    "Wat de steun van een score betekent",
    ["Steun", "Betekenis"],
    [
        ["Sterk", "De handreiking zegt het."],
        ["Zwak", "De handreiking zegt het niet zelf; het is ervan af te leiden."],
        ["Geen", "De handreiking zegt er niets over. Het interval is dan breed."],
    ],
)
st.markdown(
    "Het **interval** is de ruimte die de tekst laat: van de laagste score die nog bij de zin past tot de hoogste. "
    "Antwoordt u bij Regio op een vraag, dan valt soms een voorwaarde weg en wordt het interval smaller. "
    "Een antwoord maakt een interval nooit breder. Een eigen score van uw regio gaat altijd voor."
)

st.header("Van score naar punten", anchor=False)
st.markdown(
    "Van elke score nemen wij het gemiddelde van de laagste, de gekozen en de hoogste stand. "
    "Dat rekenen wij om naar punten: 1 is 0 punten en 5 is 100 punten. "
    "Die grenzen liggen vast. Een vorm erbij of eraf verandert dus niets aan de andere. "
    "Punten maal gewicht, opgeteld over alle kenmerken, is het totaal."
)
st.markdown(
    "Een **gewicht** hoort bij de stap van 1 naar 5 op een kenmerk. Daarom ziet u bij Weging steeds wat 1 en 5 "
    "betekenen. Alle gewichten samen zijn 100%."
)

st.header("Manieren om te wegen", anchor=False)
st.markdown(
    "Op de vraag hoe belangrijk iets is, geven mensen niet altijd hetzelfde antwoord. Het helpt om op meer dan één "
    "manier te wegen en te zien waar de antwoorden elkaar tegenspreken. Eén manier telt voor het advies; welke dat is, "
    "kiest u. Wat niet af is, telt alleen mee als dat eerlijk kan: punten die u al gaf wel, en wie nog geen plaats "
    "heeft, deelt de laatste plaatsen. Bij vergelijkingen en stellingen wachten wij tot alles is beantwoord."
)
opmaak.tabel(
    "Zo worden uw antwoorden gewichten",
    ["Manier", "Zo rekenen wij", "Bron"],
    [
        [
            "Schuiven en 100 punten",
            "Uw getallen, gedeeld door hun som.",
            "Von Winterfeldt en Edwards, Decision Analysis and Behavioral Research (1986)",
        ],
        [
            "Rangorde",
            "Het gemiddelde van alle gewichten die bij uw volgorde passen. Gelijke plaatsen delen.",
            "Barron en Barrett, Management Science 42 (1996)",
        ],
        [
            "Paarsgewijs",
            "De gewichten die het best bij alle paren samen passen. De maat voor tegenspraak vergelijkt uw antwoorden "
            f"met willekeurige, en is goed tot en met {getal(VERHOUDING_GOED, 2)}. Hoe willekeurige antwoorden "
            f"uitvallen, nemen wij van Saaty (bij zes kenmerken {getal(RANDOM_INDEX[6], 2)}).",
            "Saaty, The Analytic Hierarchy Process (1980)",
        ],
        [
            "Beste en slechtste",
            "De gewichten waarbij de grootste afwijking van uw antwoorden zo klein mogelijk is. De maat voor "
            "tegenspraak is 0 als alles past, en 1 als het niet slechter kan. Noemt u ergens een groter verschil dan "
            "tussen de beste en de slechtste, dan zeggen wij dat in woorden.",
            "Rezaei, Omega 64 (2016); Liang, Brunelli en Rezaei, Omega 96 (2020)",
        ],
        [
            "Snelle start",
            "De punten van uw antwoorden, gedeeld door hun som. De regel staat op dat scherm.",
            "Eigen regel van deze app",
        ],
    ],
)

st.header("Randvoorwaarden", anchor=False)
st.markdown(
    f"Een harde eis sluit uit. Zachte eisen krijgen samen één deel van het totaal: gewoonlijk "
    f"{procent(AANDEEL_GEWOON)} en hoogstens {procent(AANDEEL_MEEST)}. Voldoet een vorm, dan telt dat "
    f"{getal(TELT['voldoet'])} punten; met een maatregel of als het nog niet bekend is "
    f"{getal(TELT['met_maatregel'])}; voldoet zij niet, dan {getal(TELT['voldoet_niet'])}."
)

st.header("Van vorm naar variant", anchor=False)
st.markdown(
    "Een variant is zo goed als haar beste vorm die aan uw harde eisen voldoet. "
    "Kies dus eerst de variant, en daarna de vorm daarbinnen."
)
opmaak.tabel(
    "Hoe stellig is het antwoord?",
    ["Wij zeggen", "Als"],
    [
        [
            "Past het best",
            "De variant met de meeste punten staat ook het vaakst bovenaan, in ten minste "
            f"{getal(AANDEEL_DUIDELIJK * 100)} van de 100 lezingen, en staat ten minste "
            f"{getal(VOORSPRONG_DUIDELIJK)} punten voor op de tweede.",
        ],
        ["Nipt", "De variant staat vooraan, maar een van die grenzen is niet gehaald."],
        [
            "Geen duidelijke winnaar",
            f"Geen variant staat in {getal(AANDEEL_WINNAAR * 100)} van de 100 lezingen bovenaan, of de eerste twee "
            f"schelen daarin minder dan {getal(VERSCHIL_AANDELEN * 100)}, of de variant met de meeste punten staat "
            "niet het vaakst bovenaan.",
        ],
        ["Alleen deze voldoet", "Van de andere varianten is door uw harde eisen geen vorm over."],
        [
            "Geen enkele vorm voldoet aan al uw harde eisen",
            "Elke vorm valt af door ten minste één harde eis. Dan is er geen antwoord.",
        ],
        [
            "Alleen deze is te rangschikken",
            "Van de andere varianten krijgt geen vorm een plaats. Zij vallen af door uw harde eisen, de handreiking "
            "zegt er te weinig over voor de strikte lezing, of uw eigen vorm heeft nog niet op elk kenmerk een score.",
        ],
        [
            "Van wat aan uw eisen voldoet, is niets te rangschikken",
            "Er voldoen vormen aan uw harde eisen, maar geen daarvan krijgt een plaats: de handreiking zegt er te "
            "weinig over voor de strikte lezing, of uw eigen vorm heeft nog niet op elk kenmerk een score.",
        ],
        [
            "Nog niet gewogen",
            "U hebt nog niets gewogen, of de manier die telt is nog niet ver genoeg om gewichten te geven.",
        ],
    ],
)

st.header("Wat is een redelijke lezing?", anchor=False)
st.markdown(
    "De handreiking geeft zinnen, geen getallen. Wie haar leest, kan bij een zin ook iets hoger of lager uitkomen. "
    "Daarom trekken wij telkens andere scores binnen de intervallen, en andere gewichten in de buurt van de uwe. "
    f"Dat doen wij {getal(toestand.dossier().trekkingen)} keer. Zo zien wij in hoeveel van de 100 lezingen elke "
    "variant bovenaan staat. Vormen van dezelfde variant lezen dezelfde zin; hun scores bewegen daarom samen."
)
opmaak.tabel(
    "Hoe ver de gewichten uit elkaar mogen lopen, voor een gewicht van 17%",
    ["Hoe zeker u bent", "Van", "Tot"],
    [
        ["Heel zeker", "12%", "22%"],
        ["Redelijk (zo staat het als u niets kiest)", "8%", "28%"],
        ["Niet zo zeker", "3%", "39%"],
    ],
    getallen=[1, 2],
)
st.markdown(
    "Deze rekenwijze heet SMAA-2. Zegt u bij Weging “Wij weten het niet”, dan trekken wij alle wegingen met dezelfde "
    "kans. Een aandeel van 0 of 100 noemen wij alleen als geen enkele lezing iets anders kan geven. Anders staat er "
    "“minder dan 1” of “meer dan 99”."
)
st.caption(f"Startgetal van het loten: {toestand.dossier().zaad}. Met hetzelfde getal krijgt u dezelfde uitkomst.")

st.header("Wat doet de keuze kantelen?", anchor=False)
st.markdown(
    "Een **kantelpunt** is het gewicht waarbij een andere variant bovenaan komt. Wij schuiven dan één gewicht, en de "
    "andere houden hun onderlinge verhouding. Dat loten wij niet: het is een som met één uitkomst."
)
st.markdown(
    "Hetzelfde doen wij met de scores. Hoeveel hoger of lager moet u één zin lezen voordat een andere variant bovenaan "
    "komt? Scores die op precies dezelfde beweringen rusten, bewegen daarbij samen. Past zo'n andere lezing in het "
    "interval, dan noemen wij haar bij Uitkomst."
)

st.header("Een uitkomst nagerekend", anchor=False)
rekenvoorbeeld.show()

st.header("De strikte lezing, en één bewering die twee keer staat", anchor=False)
st.markdown(
    "In de strikte lezing telt alleen wat de handreiking zelf zegt. De vier vormen met een expertiseteam krijgen dan "
    "dezelfde scores, want over het verschil tussen de rollen staat er bijna niets. Twee hybride vormen zonder "
    "expertiseteam doen niet mee, want de matrix noemt ze niet. Een antwoord over uw regio telt alleen als de steun "
    "sterk is."
)
st.markdown(
    "Dat gemeenten problemen kunnen doorschuiven naar een centraal team, staat bij twee kenmerken: kostenbeheersing en "
    "betrokkenheid regiogemeenten. Zo telt het twee keer. Bij Uitkomst kunt u het één keer laten tellen. Dan krijgt "
    "centrale toegang bij kostenbeheersing een 5 in plaats van een 4."
)

st.header("De rollen van het expertiseteam", anchor=False)
st.markdown(
    "De handreiking noemt twee rollen voor een expertiseteam (adviseren of beslissen) en een extra rol (sturen en "
    "controleren). Wij maakten daar vier vormen van. Wat elke rol doet met elk kenmerk, staat er niet. Die verschillen "
    "zijn onze lezing, met zwakke steun. Van twee andere hybride vormen noemt zij alleen dat zij bestaan, in één zin. "
    "Komt zo'n vorm bovenaan, geef dan eerst uw eigen scores bij Matrix."
)

st.header("Wat de handreiking niet zegt", anchor=False)
opmaak.lijst(guide.varianten.leemtes)

st.header("Achtergrond", anchor=False)
st.markdown("Dit zegt de handreiking over hoe beschermd wonen bij gemeenten kwam, en waarom de toegang kan veranderen.")
opmaak.lijst(tuple(document.achtergrond.values()))
st.caption(
    opmaak.veilig(f"Plaats in de handreiking: {document.achtergrond_bron}. Wat wij zelf nazochten, staat erbij.")
)

st.header("Wat inmiddels anders kan zijn", anchor=False)
opmaak.tabel(
    "Uitspraken die aan tijd gebonden zijn",
    ["Uitspraak", "Stand", "Bekeken op"],
    [[item.uitspraak, item.status, item.peildatum] for item in guide.varianten.tijdgebonden.values()],
)

st.header("Woorden", anchor=False)
opmaak.tabel("Wat wij met een woord bedoelen", ["Woord", "Betekenis"], list(guide.varianten.termen.items()))

st.header("Uw gegevens", anchor=False)
st.markdown(
    "U hebt geen account nodig. De app vraagt geen persoonsgegevens, telt geen bezoek en haalt niets op van andere "
    "websites. Wat u invult, bewaren wij onder een link "
    "die alleen u kent. U kunt het zelf verwijderen bij Uw dossier."
)

st.header("Bronnen", anchor=False)
st.markdown(
    "De rekenwijze is die van een opgetelde waarde met vaste ankers: Keeney en Raiffa, *Decisions with Multiple "
    "Objectives* (1976). Dat een gewicht bij een stap op de schaal hoort: Von Winterfeldt en Edwards, *Decision "
    "Analysis and Behavioral Research* (1986). Waarom vaste ankers: Belton en Gear, *Omega* 11 (1983). "
    "Het loten: Lahdelma en Salminen, *SMAA-2*, Operations Research 49 (2001), en Tervonen en Lahdelma, *European "
    "Journal of Operational Research* 178 (2007). Het kantelpunt: Triantaphyllou en Sánchez, *Decision Sciences* 28 "
    "(1997)."
)
opmaak.links(document.links)
st.caption(opmaak.veilig(HERKOMST))
st.caption(f"Kennisbestanden: versie {guide.versie}.")
opmaak.mail(document.contact)
