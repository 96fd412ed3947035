"""The same advice without a screen: `toegangswijzer` on the command line."""

import json
import math
import os
import sys
from collections import Counter
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from advies.aandachtspunten import aandachtspunten_for, chosen_optie
from advies.anders import otherwise
from advies.rangorde import Advies, GeenGewicht, advise
from advies.risicos import risicos_for
from advies.taal import getal, kleine_letter, procenten
from advies.uitleg import explain, own_scores
from advies.uitleg_zekerheid import readings, tipping
from advies.weging import weegwijze, weegwijzen
from dossier.file import from_bytes
from dossier.model import Dossier
from dossier.store import NotSaved, the_store
from dossier.words import METHODEN
from handreiking.faults import Fault, InvalidFile
from handreiking.load import ROOT, load_handreiking
from handreiking.model import Handreiking
from handreiking.schema import write_schemas
from hulp import Commando, Groep

app = typer.Typer(
    cls=Groep,
    help="Toegangswijzer: welke toegang tot beschermd wonen past bij uw regio?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_DossierFile = Annotated[Path, typer.Argument(metavar="DOSSIER", help="Een dossier in JSON of YAML.")]


def main() -> None:
    """Run the command line; bad input is one Dutch line per fault and exit code 2, never a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows few characters shows a question mark
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except (InvalidFile, NotSaved) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: niet te lezen of te schrijven; kies een andere plek", file=sys.stderr)
    except TyperException as error:
        print(_in_dutch(error), file=sys.stderr)
    raise SystemExit(2)


def _in_dutch(misuse: Exception) -> str:
    """What is wrong with a call; without any arguments at all, what one can do."""
    kind = type(misuse).__name__
    if kind == "NoArgsIsHelpError":
        return str(misuse)
    name = getattr(getattr(misuse, "param", None), "name", None) or "iets"
    what = {
        "MissingParameter": f"{name} ontbreekt",
        "NoSuchOption": f"de optie {getattr(misuse, 'option_name', '')} bestaat niet",
        "BadParameter": f"de waarde bij {name} kan niet",
    }.get(kind, "dit commando bestaat niet, of er staat te veel")
    return f"{what}; zie toegangswijzer --help"


@app.command(cls=Commando)
def start(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Het poortnummer waarop de app draait.")] = 8501,
) -> None:
    """Start de app en zeg op welk adres hij draait."""
    entry = str(ROOT / "app.py")
    os.execv(sys.executable, [sys.executable, entry, "--port", str(port)])


@app.command(cls=Commando)
def controleer(
    map: Annotated[Path, typer.Argument(help="De map met de kennisbestanden.")] = ROOT,
) -> None:
    """Controleer de kennisbestanden en tel wat erin staat."""
    handreiking = load_handreiking(map.resolve())
    claims = sum(len(kenmerk.beweringen) for kenmerk in handreiking.kenmerken.values())
    print(
        f"Alles klopt: {len(handreiking.kenmerken)} kenmerken met {claims} beweringen, "
        f"{len(handreiking.vormen)} vormen, {len(handreiking.omstandigheden)} omstandigheden, "
        f"{len(handreiking.randvoorwaarden.randvoorwaarden)} randvoorwaarden en "
        f"{len(handreiking.aandachtspunten.aandachtspunten)} aandachtspunten (versie {handreiking.versie})."
    )


@app.command(cls=Commando)
def rangschik(
    dossier: _DossierFile,
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> None:
    """Rangschik de vormen voor een dossier en zeg waarom."""
    handreiking = load_handreiking()
    read = _read(dossier, handreiking)
    try:
        advies = advise(handreiking, read)
    except GeenGewicht as error:
        raise InvalidFile([Fault(dossier.name, None, "weging", str(error))]) from None
    if als_json:
        print(json.dumps(as_json(handreiking, read, advies), ensure_ascii=False, indent=2))
    else:
        print(as_text(handreiking, read, advies))


@app.command(cls=Commando)
def schema(
    map: Annotated[Path, typer.Argument(help="De map waarin de schema's komen.")] = ROOT / "docs" / "schema",
) -> None:
    """Schrijf JSON Schema's van de kennisbestanden en het dossier, voor in een editor."""
    for path in write_schemas(map, {"dossier": Dossier}):
        print(path)


@app.command(cls=Commando)
def opruimen() -> None:
    """Verwijder de dossiers waarvan de bewaartermijn om is."""
    count = the_store().clean_up(datetime.now(UTC))
    print(f"Er {_dossiers(count)} verwijderd.")


@app.command(cls=Commando)
def backup(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het bestand dat u maakt.")],
) -> None:
    """Schrijf alle dossiers in een bestand; de server kan gewoon doorgaan."""
    count = the_store().backup(bestand)
    print(f"Er {_dossiers(count)} bewaard in {bestand.name}.")


@app.command(cls=Commando)
def herstel(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een bestand dat u met backup hebt gemaakt.")],
) -> None:
    """Zet een backup terug, in de plaats van alles wat er nu staat."""
    count = the_store().restore(bestand)
    print(f"Er {_dossiers(count)} teruggezet uit {bestand.name}. Wat er eerst stond, is vervangen.")


def _dossiers(count: int) -> str:
    return "is 1 dossier" if count == 1 else f"zijn {count} dossiers"


def as_json(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> dict[str, Any]:
    """The result in the fixed shape that others build on, and after it how it was weighed and how firm it is."""
    return {
        **_answer(handreiking, dossier, advies),
        "wegingen": _weighings(dossier, advies),
        **_firmness(handreiking, dossier, advies),
    }


def _answer(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> dict[str, Any]:
    return {
        "gewichten": dict(advies.gewichten),
        "vormen": [
            {
                "id": vorm.optie.id,
                "hoofdvariant": vorm.optie.hoofdvariant,
                "waarde": vorm.waarde,
                "rang": vorm.rang,
                "eerste": vorm.eerste,
                "bijdragen": dict(vorm.bijdragen),
                "uitgesloten_door": [eis.id for eis in vorm.uitgesloten_door],
                "maatregelen": list(vorm.maatregelen),
            }
            for vorm in advies.vormen
        ],
        "hoofdvarianten": [
            {
                "id": hoofdvariant.id,
                "waarde": hoofdvariant.waarde,
                "beste_vorm": hoofdvariant.beste_vorm.optie.id if hoofdvariant.beste_vorm else None,
                "rang": hoofdvariant.rang,
                "eerste": hoofdvariant.eerste,
            }
            for hoofdvariant in advies.hoofdvarianten
        ],
        "oordeel": advies.oordeel,
        "kantelpunten": [
            {
                "niveau": punt.niveau,
                "kenmerk": punt.criterium,
                "gewicht_nu": punt.gewicht_nu,
                "gewicht": punt.gewicht,
                "nieuwe_winnaar": punt.nieuwe_winnaar,
            }
            for punt in advies.kantelpunten
        ],
        "aandachtspunten": [
            {"id": item.id, "reden": item.reden, "soort": item.punt.soort, "zwak": item.zwak}
            for item in aandachtspunten_for(handreiking, dossier, advies)
        ],
        "risicos": [
            {
                "soort": risico.soort,
                "id": risico.id,
                "reden": " ".join((risico.kop + ".", *risico.zinnen)),
                "herkomst": risico.herkomst,
                "beweringen": list(risico.beweringen),
                "maatregelen": list(risico.maatregelen),
            }
            for risico in risicos_for(handreiking, dossier, advies)
        ],
    }


def _weighings(dossier: Dossier, advies: Advies) -> dict[str, Any]:
    """Each way of weighing that was filled in, whichever counts."""
    return {
        wijze.methode: {
            "telt": wijze.methode == dossier.weging.methode,
            "klaar": wijze.stand == "klaar",
            "gewichten": dict(wijze.gewichten) if wijze.gewichten else None,
            # Infinity is no JSON.
            "consistentie": {m: value if math.isfinite(value) else None for m, value in wijze.consistentie.items()},
        }
        for wijze in weegwijzen(dossier.weging, advies.matrix.kenmerken)
    }


def _firmness(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> dict[str, Any]:
    return {
        "eigen_scores": [
            {"vorm": vorm, "kenmerk": kenmerk} for (vorm, kenmerk), cel in advies.matrix.cellen.items() if cel.is_eigen
        ],
        "plaatsen": {h.id: list(h.plaatsen) for h in advies.hoofdvarianten if h.plaatsen},
        "omslagen": [
            {
                "kenmerk": omslag.kenmerk,
                "vormen": list(omslag.vormen),
                "nu": list(omslag.nu),
                "straks": list(omslag.straks),
                "nieuwe_winnaar": omslag.nieuwe_winnaar,
                "beweringen": list(omslag.beweringen),
            }
            for omslag in advies.omslagen
        ],
        "past_bij": {
            id: {"eerste": past.eerste, "gewichten": dict(past.gewichten) if past.gewichten else None}
            for id, past in advies.passend.items()
        },
        "anders": [
            {"onderwerp": way.onderwerp, "waarde": way.waarde, **_answer_in_short(handreiking, way.dossier)}
            for way in otherwise(dossier)
        ],
        "lezing": dossier.lezing,
        "zaad": advies.zaad,
        "trekkingen": advies.trekkingen,
        "kennisversie": handreiking.versie,
    }


def _answer_in_short(handreiking: Handreiking, dossier: Dossier) -> dict[str, Any]:
    try:
        advies = advise(handreiking, dossier)
    except GeenGewicht:
        return {"bovenaan": None, "eerste": None, "oordeel": None}
    first = advies.hoofdvarianten[0]
    return {
        "bovenaan": first.id if first.beste_vorm else None,
        "eerste": first.eerste,
        "oordeel": advies.oordeel,
    }


def as_text(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> str:
    """The answer, the ranking, the reasons and what to arrange, for a person to read."""
    uitleg = explain(handreiking, advies)
    lines = [uitleg.kop, uitleg.kern, *([own] if (own := own_scores(advies)) else []), ""]
    for vorm in advies.vormen:
        place = f"{vorm.rang:>2}." if vorm.rang else "  -"
        lines.append(f"{place} {vorm.optie.id:<7} {getal(vorm.waarde, 1):>5}  {vorm.optie.naam}")
    tips = [*tipping(handreiking, advies), *(sentence for sentence, _ in readings(handreiking, advies))]
    lines += ["", *uitleg.waarom, *uitleg.daartegenover, *tips, *uitleg.afgevallen, *uitleg.let_op, ""]
    lines += [f"{percent:>4}  {advies.naam_van(id)}" for id, percent in procenten(advies.gewichten).items()]
    wijze = weegwijze(dossier.weging, advies.matrix.kenmerken)
    if not advies.zonder_weging:
        lines += [f"Gewogen met: {METHODEN[wijze.methode]}.", *filter(None, [wijze.nog]), *wijze.samenhang]
    return "\n".join([*lines, *_to_arrange(handreiking, dossier, advies)])


def _to_arrange(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> list[str]:
    """How many aandachtspunten there are per group, and what the weighting adds."""
    straks = chosen_optie(dossier, advies)
    if straks is None:
        return []
    items = aandachtspunten_for(handreiking, dossier, advies)
    counts = Counter(item.punt.groep for item in items)
    groups = [
        f"{counts[id]:>4}  {groep.naam}" for id, groep in handreiking.aandachtspunten.groepen.items() if counts[id]
    ]
    adds = [f"      {risico.kop}." for risico in risicos_for(handreiking, dossier, advies)]
    return ["", f"Te regelen bij “{kleine_letter(straks.naam)}”: {len(items)} aandachtspunten", *groups, *adds]


def _read(path: Path, handreiking: Handreiking) -> Dossier:
    try:
        data = path.read_bytes()
    except OSError:
        message = "dit bestand is er niet of is niet te lezen; controleer de naam"
        raise InvalidFile([Fault(str(path), None, "", message)]) from None
    return from_bytes(data, path.name, handreiking)


if __name__ == "__main__":
    main()
