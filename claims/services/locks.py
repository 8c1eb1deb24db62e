"""The order in which this room locks rows: articles before claims, each by id, so that two services never deadlock."""

from collections.abc import Iterable

from django.utils.timezone import localtime

from claims.errors import ClaimFrozen, ClaimInvalid, TransitionRefused
from claims.models import Article, Claim
from claims.workflow import RULES, Step, is_legal


def lock_article(article: Article) -> Article:
    """The row as it is now, locked until the transaction ends (rows that refer to it can still be inserted)."""
    return Article.objects.select_for_update(no_key=True).get(pk=article.pk)


def lock_claims(claims: Iterable[Claim | int]) -> list[Claim]:
    """The claims as they are now, locked with their articles, in the order of ids."""
    ids = {claim.pk if isinstance(claim, Claim) else claim for claim in claims}
    articles = Article.objects.filter(claims__in=ids).order_by("pk").values("pk")
    list(Article.objects.filter(pk__in=articles).order_by("pk").select_for_update(no_key=True))
    rows = list(Claim.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True))
    if missing := ids - {row.pk for row in rows}:
        raise ClaimInvalid(f"There is no claim {min(missing)}: reload the page and choose again.")
    return rows


def lock_claim(claim: Claim) -> Claim:
    [row] = lock_claims([claim])
    return row


def refuse_frozen(claim: Claim) -> None:
    if claim.frozen_at is not None:
        since = localtime(claim.frozen_at)
        raise ClaimFrozen(f"“{claim.wording}” is under review since {since:%d %B %Y}: it cannot be changed.")


def refuse_illegal(claim: Claim, step: Step) -> None:
    refuse_frozen(claim)
    if not is_legal(step, claim.status):
        allowed = " or ".join(source.label.lower() for source in RULES[step].sources)
        raise TransitionRefused(
            f"“{claim.wording}” is {claim.get_status_display().lower()}; this step needs a claim that is {allowed}."
        )
