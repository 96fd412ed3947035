"""Changes per gemeente: an amount, or the size of a team. What was emptied is gone; 0 is an answer."""

from dossier.model import Dossier
from dossier.uitvoering import Bedrag, Kostensoort, Team


def with_bedrag(dossier: Dossier, gemeente: str, soort: Kostensoort, euro: int | None) -> Dossier:
    """Put on record what a gemeente pays for one kind of costs; None when it does not say."""
    rest = tuple(b for b in dossier.begroting if not (_same(b.gemeente, gemeente) and b.soort == soort))
    added = () if euro is None else (Bedrag(gemeente=gemeente, soort=soort, euro=euro),)
    return Dossier.model_validate(dict(dossier) | {"begroting": rest + added})


def without_bedragen(dossier: Dossier, gemeente: str) -> Dossier:
    rest = tuple(b for b in dossier.begroting if not _same(b.gemeente, gemeente))
    return Dossier.model_validate(dict(dossier) | {"begroting": rest})


def with_team(dossier: Dossier, gemeente: str, mensen: int | None) -> Dossier:
    """Put on record how many people of a gemeente have the expertise; None when it does not say."""
    rest = tuple(team for team in dossier.teams.mensen if not _same(team.gemeente, gemeente))
    added = () if mensen is None else (Team(gemeente=gemeente, mensen=mensen),)
    return Dossier.model_validate(dict(dossier) | {"teams": dict(dossier.teams) | {"mensen": rest + added}})


def with_absence(dossier: Dossier, afwezig: float | None) -> Dossier:
    """Put on record what percentage of the time one person is absent."""
    return Dossier.model_validate(dict(dossier) | {"teams": dict(dossier.teams) | {"afwezig": afwezig}})


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
