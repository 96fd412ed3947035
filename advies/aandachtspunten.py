"""Which aandachtspunten follow from going from the present vorm to the chosen one, and why; and why others do not."""

from collections.abc import Mapping
from dataclasses import dataclass

from advies.aanleidingen import Ingericht, Overgang, Tegen, tegen
from advies.matrix import Optie
from advies.rangorde import Advies
from advies.taal import kleine_letter
from dossier.model import Dossier
from handreiking.model import OVERGANG, Aandachtspunt, Aanleiding, Handreiking


@dataclass(frozen=True)
class Toepassing:
    """An aandachtspunt that applies to this region, with the reason in a sentence."""

    id: str
    punt: Aandachtspunt
    reden: str
    zwak: bool


@dataclass(frozen=True)
class Buiten:
    """An aandachtspunt that does not apply, with the reason why not in a sentence.

    `onbekend`: whether it applies hangs on something that the region did not enter yet.
    """

    id: str
    punt: Aandachtspunt
    reden: str
    onbekend: bool


@dataclass(frozen=True)
class Verdeling:
    """Every aandachtspunt of the guide, in its order: what applies and what does not."""

    spelen: tuple[Toepassing, ...] = ()
    buiten: tuple[Buiten, ...] = ()


def chosen_optie(dossier: Dossier, advies: Advies) -> Optie | None:
    """The vorm that the region chose, or else the one that ranks first; None when every vorm is excluded."""
    if dossier.gekozen_vorm:
        return advies.matrix.optie(dossier.gekozen_vorm)
    return advies.beste.optie if advies.beste else None


def present_optie(dossier: Dossier, advies: Advies) -> Optie | None:
    """The vorm of now, when the region said which one."""
    return advies.matrix.optie(dossier.huidige_vorm) if dossier.huidige_vorm else None


def aandachtspunten_for(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> tuple[Toepassing, ...]:
    """What the region has to arrange to get from its present vorm to the chosen one."""
    return verdeling_for(handreiking, dossier, advies).spelen


def verdeling_for(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> Verdeling:
    """The same, with what does not apply; nothing at all when there is no vorm to go to."""
    straks = chosen_optie(dossier, advies)
    return divide(handreiking, dossier, present_optie(dossier, advies), straks) if straks else Verdeling()


def transition(handreiking: Handreiking, dossier: Dossier, nu: Optie | None, straks: Optie) -> tuple[Toepassing, ...]:
    """Every aandachtspunt that applies to one change of vorm, in the order of the guide; see `divide`."""
    return divide(handreiking, dossier, nu, straks).spelen


def divide(handreiking: Handreiking, dossier: Dossier, nu: Optie | None, straks: Optie) -> Verdeling:
    """Hold every aandachtspunt against one change of vorm.

    Parameters
    ----------
    nu : Optie or None
        The present vorm. When it is not known, whatever could follow from a change is listed, and says so.
    straks : Optie
        The chosen vorm.
    """
    # Not known: then it may be any other vorm of the guide.
    present: list[Ingericht] = [nu] if nu else [vorm for id, vorm in handreiking.vormen.items() if id != straks.id]
    moves = [Overgang(before, straks, dossier.beschikking) for before in present]
    said = _move_in_words(handreiking, nu, straks)
    apply, others = [], []
    for id, punt in handreiking.aandachtspunten.aandachtspunten.items():
        against = [[_against(aanleiding, move) for move in moves] for aanleiding in punt.wanneer]
        if found := _reason(punt, against, said, known=nu is not None):
            apply.append(Toepassing(id, punt, *found))
        else:
            others.append(Buiten(id, punt, *_why_not([per_move[0] for per_move in against])))
    return Verdeling(tuple(apply), tuple(others))


_SAME = Tegen("u blijft bij dezelfde vorm")


def _against(aanleiding: Aanleiding, move: Overgang) -> tuple[Tegen, ...]:
    if aanleiding.soort == "altijd":
        return ()
    if move.nu == move.straks:
        return (_SAME,)
    return tegen(aanleiding.als, move) if aanleiding.als else ()


def _reason(
    punt: Aandachtspunt, against: list[list[tuple[Tegen, ...]]], said: Mapping[str, str], *, known: bool
) -> tuple[str, bool] | None:
    """The first aanleiding that holds, in words; when the present vorm is not known, rather one that holds for all."""
    holds = [[not pieces for pieces in per_move] for per_move in against]
    sure = next((i for i, per_move in enumerate(holds) if all(per_move)), None)
    place = sure if sure is not None else next((i for i, per_move in enumerate(holds) if any(per_move)), None)
    if place is None:
        return None
    aanleiding = punt.wanneer[place]
    omdat = aanleiding.omdat
    for gap, words in said.items():
        omdat = omdat.replace(gap, words)
    if known or aanleiding.soort == "altijd":
        return f"Omdat {omdat}.", aanleiding.zwak
    perhaps = "" if sure is not None else "het kan zijn dat "
    return f"Als u van vorm verandert, speelt dit omdat {perhaps}{omdat}.", aanleiding.zwak


def _move_in_words(handreiking: Handreiking, nu: Optie | None, straks: Optie) -> Mapping[str, str]:
    if nu is None:
        return {OVERGANG: "uw toegang dan anders wordt"}
    before, after = (
        kleine_letter(handreiking.varianten.hoofdvarianten[optie.hoofdvariant].naam) for optie in (nu, straks)
    )
    if before == after:
        return {OVERGANG: f"u binnen {after} van vorm verandert"}
    return {OVERGANG: f"u van {before} naar {after} gaat"}


def _why_not(against: list[tuple[Tegen, ...]]) -> tuple[str, bool]:
    """What keeps every aanleiding from holding, and whether that is only because something was not entered.

    An aanleiding that asks more than another one adds nothing: who fails the easier one fails both.
    """
    sure = [frozenset(piece.zin for piece in pieces if piece.zeker) for pieces in against]
    unsure = [pieces for pieces, certain in zip(against, sure, strict=True) if not certain]
    if unsure:
        return f"Nog niet te zeggen: u vulde niet in {unsure[0][0].zin}.", True
    least = [pieces for pieces in sure if not any(other < pieces for other in sure)]
    named = dict.fromkeys(piece.zin for pieces in against for piece in pieces if any(piece.zin in s for s in least))
    return f"Speelt niet: {', en '.join(named)}.", False
