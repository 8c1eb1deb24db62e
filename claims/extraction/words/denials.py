"""What is denied, and the words for denying it."""

from __future__ import annotations

from claims.extraction.words import listed

CHARGES = listed("charge accusation allegation claim figure suggestion assertion version account assessment finding")
REFUSED = listed("denied rejected disputed dismissed contested refuted questioned")
ECHOED = listed("echoed repeated backed shared supported confirmed")
REFUSES = REFUSED | listed(
    "denies deny rejects reject disputes dispute dismisses dismiss contests contest refutes refute"
)
# What one appeals against.
JUDGMENTS = listed("ruling verdict decision sentence judgment judgement conviction order fine")
# Verbs after which "which" may stand for the whole clause before it.
DENYING = listed("deny dispute")
