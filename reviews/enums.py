"""The closed word lists of what we concluded, and how."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """Whose turn it is."""

    WAITING = "waiting", "Waiting"
    IN_REVIEW = "in_review", "Being checked"
    SUBMITTED = "submitted", "Awaiting approval"
    APPROVED = "approved", "Approved"
    CLOSED = "closed", "Closed"


class FindingValue(TextChoices):
    """Did X say or report it."""

    SAID = "said", "Said so"
    NOT_SAID = "not_said", "Did not say so"
    UNCERTAIN = "uncertain", "Cannot tell"
    NOT_ATTRIBUTED = "not_attributed", "Not attributed to anybody"


class EvidenceKind(TextChoices):
    DOCUMENT = "document", "Document"
    DATASET = "dataset", "Dataset"
    STATEMENT = "statement", "Statement"
    INTERVIEW = "interview", "Interview"
    MEDIA_ANALYSIS = "media_analysis", "Media analysis"
    OWN_COUNT = "own_count", "Own count"


class Stance(TextChoices):
    SUPPORTS = "supports", "Supports"
    REFUTES = "refutes", "Refutes"
    CONTEXT = "context", "Context"


class Question(TextChoices):
    """Which of the two questions a piece of evidence answers."""

    SUBSTANCE = "substance", "Is it so?"
    ATTRIBUTION = "attribution", "Did they say it?"


class CorrectionKind(TextChoices):
    UPDATE = "update", "Update"
    CLARIFICATION = "clarification", "Clarification"
    MINOR = "minor", "Minor correction"
    SUBSTANTIVE = "substantive", "Substantive correction"
    RETRACTION = "retraction", "Retraction"

    @property
    def is_error(self) -> bool:
        """Only these three say that we were wrong."""
        return self in {CorrectionKind.MINOR, CorrectionKind.SUBSTANTIVE, CorrectionKind.RETRACTION}


class RecheckReason(TextChoices):
    """Why a published verdict is to be looked at again from a day on."""

    CHOSEN = "chosen", "Chosen by an editor"
    PERIOD_ENDS = "period_ends", "Its period ends"
    FIGURES_AGE = "figures_age", "Its figures age"
    TEXT_CHANGED = "text_changed", "Its article’s text changed"


class RecheckOutcome(TextChoices):
    CONFIRMED = "confirmed", "Still right"
    POSTPONED = "postponed", "Postponed"
    REPLACED = "replaced", "A new verdict was published"


class HoldKind(TextChoices):
    LEGAL = "legal", "Legal"
    EMBARGO = "embargo", "Embargo"
    AGENCY_KILL = "agency_kill", "Withdrawn by the agency"
    SAFETY = "safety", "Safety"


class SourceRole(TextChoices):
    """Why a source appears on a publication."""

    ASSERTED = "asserted", "Asserted it"
    REPORTED = "reported", "Reported it"
    DISPUTED = "disputed", "Disputed it"
    EVIDENCE = "evidence", "Cited as evidence"


class CloseReason(TextChoices):
    NOT_CHECKABLE = "not_checkable", "Cannot be checked"
    OVERTAKEN = "overtaken", "Overtaken by events"
    MERGED = "merged", "Merged into another claim"
    WITHDRAWN = "withdrawn", "Withdrawn by an editor"


class NothingReason(TextChoices):
    """Why `next` has nothing to hand out."""

    EMPTY = "empty", "No claim is waiting"
    HELD = "held", "Every claim is in somebody's hands"
    FILTERED = "filtered", "The filters leave nothing"
    SKIPPED = "skipped", "What is left, you have skipped"
    FOR_EDITORS = "for_editors", "What is left, editors decide on"
    CONFLICT = "conflict", "What is left touches your interests"
    SECOND = "second", "What is left has a second verdict of yours"
    LIMIT = "limit", "You have as much open work as one person may"


class SkipScope(TextChoices):
    """For whom a reviewer skips a claim."""

    ME = "me", "For me"
    ALL = "all", "For everybody"


class ContactWay(TextChoices):
    """How somebody was asked for a reply."""

    MAIL = "mail", "By e-mail"
    PHONE = "phone", "By telephone"
    LETTER = "letter", "By letter"
    POST = "post", "By a public post"
    PRESS_OFFICE = "press_office", "Through the press office"


class DisputeSender(TextChoices):
    """Who says that a publication is wrong, by their own account."""

    READER = "reader", "A reader"
    CONCERNED = "concerned", "Somebody whom it concerns"
    SOURCE = "source", "A source that the page cites"


class DisputeState(TextChoices):
    RECEIVED = "received", "Received"
    CONSIDERED = "considered", "Being considered"
    DECIDED = "decided", "Decided"


class DisputeOutcome(TextChoices):
    UPHELD = "upheld", "Upheld"
    PARTLY = "partly", "Partly upheld"
    REJECTED = "rejected", "Rejected"
    WITHDRAWN = "withdrawn", "Withdrawn by its sender"
    NOT_ONE = "not_one", "Not about this page"

    @property
    def counts(self) -> bool:
        """Whether it was decided on its substance: only then does the public page count it."""
        return self in {DisputeOutcome.UPHELD, DisputeOutcome.PARTLY, DisputeOutcome.REJECTED}

    @property
    def needs_a_correction(self) -> bool:
        return self in {DisputeOutcome.UPHELD, DisputeOutcome.PARTLY}


class NotificationKind(TextChoices):
    """What people are told of; each chooses for each kind how (`reviews.notices` says who can get which)."""

    ASSIGNED = "assigned", "Work given to you"
    TAKEN_AWAY = "taken_away", "Work taken from you"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    COMMENT = "comment", "Comments and their answers"
    APPROVED = "approved", "Your verdict approved"
    LEASE_ENDING = "lease_ending", "Your time is about to end"
    WAIT_OVER = "wait_over", "A wait is over"
    DUE = "due", "A due date is near"
    SECOND = "second", "Second verdicts"
    FOR_APPROVAL = "for_approval", "A verdict to approve"
    SKIPPED = "skipped", "A claim skipped for everybody"
    DISPUTE = "dispute", "A dispute received"
    RECHECK = "recheck", "A re-check due"
    STOPPED = "stopped", "Holds, suspensions, retractions"
    WITHHOLDING = "withholding", "Texts to be withheld"


class NotificationWay(TextChoices):
    """How somebody wants to be told of one kind; whatever is mailed stands at the desk too."""

    DESK = "desk", "At the desk only"
    DIGEST = "digest", "At the desk and in the daily mail"
    AT_ONCE = "at_once", "At the desk and by mail at once"
    NONE = "none", "Not at all"


class EventKind(TextChoices):
    """What a row of the decision log records; past tense."""

    TAKEN_IN = "taken_in", "taken in"
    TAKEN = "taken", "taken"
    RENEWED = "renewed", "lease renewed"
    RELEASED = "released", "released"
    SKIPPED = "skipped", "skipped"
    PUT_BACK = "put_back", "put back in the queue"
    WAITING = "waiting", "waiting for an answer"
    ASSIGNED = "assigned", "assigned"
    DRAFT_STARTED = "draft_started", "draft started"
    SUBMITTED = "submitted", "verdict submitted"
    SECOND_ASKED = "second_asked", "second verdict asked for"
    SECOND_TAKEN = "second_taken", "second verdict taken"
    SECOND_RELEASED = "second_released", "second verdict given back"
    SECOND_SUBMITTED = "second_submitted", "second verdict submitted"
    SECOND_OPENED = "second_opened", "both verdicts opened"
    SECOND_CALLED_OFF = "second_called_off", "second verdict called off"
    COMMENTED = "commented", "comment made"
    COMMENT_ANSWERED = "comment_answered", "comment answered"
    CHANGES_REQUESTED = "changes_requested", "changes requested"
    APPROVED = "approved", "verdict approved"
    REOPENED = "reopened", "reopened"
    REOPENING_CANCELLED = "reopening_cancelled", "reopening cancelled"
    CLOSED = "closed", "closed"
    SUSPENDED = "suspended", "publication suspended"
    SUSPENSION_LIFTED = "suspension_lifted", "suspension lifted"
    RETRACTED = "retracted", "publication retracted"
    CORRECTED = "corrected", "correction recorded"
    FULL_STORY_SET = "full_story_set", "full story placed"
    HELD = "held", "hold placed"
    HOLD_LIFTED = "hold_lifted", "hold lifted"
    PRIORITISED = "prioritised", "priority changed"
    DUE_CHANGED = "due_changed", "due date changed"
    CONTACTED = "contacted", "asked for a reply"
    CONTACT_ANSWERED = "contact_answered", "reply received"
    CONTACT_WITHDRAWN = "contact_withdrawn", "contact withdrawn"
    RECUSED = "recused", "stepped back for a declared interest"
    IDENTITY_PROTECTED = "identity_protected", "identity protected"
    IDENTITY_SEEN = "identity_seen", "protected identity looked at"
    RECHECK_PLANNED = "recheck_planned", "re-check planned"
    RECHECK_POSTPONED = "recheck_postponed", "re-check postponed"
    RECHECK_CONFIRMED = "recheck_confirmed", "looked at again, still right"
    MERGED = "merged", "merged"
    WITHHOLDING_ASKED = "withholding_asked", "withholding asked for"
    WITHHOLDING_DECLINED = "withholding_declined", "withholding declined"
    WITHHELD = "withheld", "text withheld"
    DISPUTE_RECEIVED = "dispute_received", "dispute received"
    DISPUTE_CONSIDERED = "dispute_considered", "dispute being considered"
    DISPUTE_DECIDED = "dispute_decided", "dispute decided"
