"""Which sentences give claims: the last of the sieves, by what the claims themselves are worth."""

from __future__ import annotations

from claims.extraction.tree import Sentence
from claims.extraction.values import ExtractedClaim

# On sixteen annotated articles that no rule was written for four in five of the claims it takes are talk: a quarter to
# a third of what lay in "no claims", and one in a hundred of what matters. On the given ones it costs nothing, from
# 0.22 on it does.
LEAST = 0.21


def worthwhile(found: list[tuple[Sentence, ExtractedClaim]]) -> list[ExtractedClaim]:
    """Without the sentences that name no day and none of whose claims has a score of at least `LEAST`.

    A weak statement beside a strong one stays: "…, killing 12, and drove off" is two claims for an editor to weigh.
    """
    worth = {sentence.start for sentence, claim in found if claim.score >= LEAST or claim.dates}
    return [claim for sentence, claim in found if sentence.start in worth]
