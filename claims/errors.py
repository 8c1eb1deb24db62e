"""What the claims room refuses. Each message says what was wrong, where, and what to do."""


class ClaimsError(Exception):
    """Base of this room's refusals; nothing was changed."""


class IngestRefused(ClaimsError):
    """The text, file or address cannot become an article."""


class FetchRefused(IngestRefused):
    """The address may not or could not be fetched."""


class FetchFailed(FetchRefused):
    """The page could not be fetched now; a later try may succeed."""


class ClaimFrozen(ClaimsError):
    """A review has taken the claim in; only the review's services may thaw it."""


class TransitionRefused(ClaimsError):
    """The claim's status does not allow this step."""


class ClaimInvalid(ClaimsError):
    """The entered claim breaks a rule: empty wording, a span outside the text, a claim that stands already."""


class PolicyRefused(ClaimsError):
    """What may be shown of a source is set by administrators alone."""


class RecordInvalid(ClaimsError):
    """The entered facts of an article, source, speaker, topic or request break a rule."""


class ClaimChanged(ClaimsError):
    """Somebody changed the claim since it was read."""


class JobLost(ClaimsError):
    """The job's lease went to another worker: this worker's result must not be written."""
