"""The closed word lists of what was said, by whom, where, when."""

from django.db.models import IntegerChoices, TextChoices


class SourceKind(TextChoices):
    NEWS_AGENCY = "news_agency", "News agency"
    BROADCASTER = "broadcaster", "Broadcaster"
    NEWSPAPER = "newspaper", "Newspaper or news site"
    GOVERNMENT = "government", "Government body"
    INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental body"
    STATISTICS = "statistics", "Statistical office"
    NGO = "ngo", "Non-governmental organisation"
    RESEARCH = "research", "Research body"
    COMPANY = "company", "Company"
    OTHER = "other", "Other"


class Control(TextChoices):
    STATE_CONTROLLED = "state_controlled", "State-controlled"
    STATE_FUNDED = "state_funded", "State-funded with editorial independence"
    PUBLIC_SERVICE = "public_service", "Public-service"
    COOPERATIVE = "cooperative", "Cooperative"
    PRIVATE = "private", "Private"
    INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental"
    UNKNOWN = "unknown", "Not established"


class LinkPolicy(TextChoices):
    FOLLOW = "follow", "Link to it"
    ARCHIVE_ONLY = "archive_only", "Link to an archived copy only"
    NO_LINK = "no_link", "Name it, do not link"


class SpeakerKind(TextChoices):
    PUBLIC_FIGURE = "public_figure", "Public figure"
    PRIVATE_PERSON = "private_person", "Private person"
    BODY = "body", "Body"
    ANONYMOUS = "anonymous", "Anonymous"
    # Extraction names a speaker before an editor has looked; until then nobody is counted or profiled by it.
    UNCLASSIFIED = "unclassified", "Not classified yet"


class Carrier(TextChoices):
    TEXT = "text", "Text"
    POST = "post", "Post"
    VIDEO = "video", "Video"
    BROADCAST = "broadcast", "Broadcast"
    SPEECH = "speech", "Speech"
    READER_LINK = "reader_link", "Reader's link"


class DateOrigin(TextChoices):
    TEXT = "text", "Stated in the text"
    PAGE = "page", "From the page"
    ENTERED = "entered", "Entered by a person"
    INFERRED = "inferred", "Inferred"


class ClaimStatus(TextChoices):
    PROPOSED = "proposed", "Proposed"
    ACCEPTED = "accepted", "Accepted"
    SET_ASIDE = "set_aside", "Set aside"
    DISMISSED = "dismissed", "Dismissed"
    DUPLICATE = "duplicate", "Sighting of another claim"
    AMBIGUOUS = "ambiguous", "Ambiguous"


class DismissalReason(TextChoices):
    OPINION = "opinion", "Opinion, wish or appeal"
    PREDICTION = "prediction", "Prediction"
    NOT_A_STATEMENT = "not_a_statement", "Page furniture or not a statement"
    PROCEDURE = "procedure", "Procedure, nothing to check"
    WRONG_EXTRACTION = "wrong_extraction", "The wording does not say what the text says"
    PRIVACY = "privacy", "Concerns a private person"
    OTHER = "other", "Other"


class Treatment(TextChoices):
    ASSERTS = "asserts", "Asserts it"
    REPORTS = "reports", "Reports it"
    DISPUTES = "disputes", "Disputes it"


class ClaimKind(TextChoices):
    QUANTITY = "quantity", "Figure"
    EVENT = "event", "Event"
    COMPARISON = "comparison", "Comparison"
    STATUS = "status", "State of affairs"
    QUOTE = "quote", "Statement by somebody"
    CAUSAL = "causal", "Cause"


class Priority(IntegerChoices):
    LOW = -1, "Low"
    NORMAL = 0, "Normal"
    HIGH = 1, "High"
    URGENT = 2, "Urgent"


class Bound(TextChoices):
    EXACTLY = "exactly", "exactly"
    MORE_THAN = "more_than", "more than"
    AT_LEAST = "at_least", "at least"
    LESS_THAN = "less_than", "less than"
    NEARLY = "nearly", "nearly"
    ABOUT = "about", "about"
    UP_TO = "up_to", "up to"
    FROM_TO = "from_to", "from … to"


class Basis(TextChoices):
    TOTAL = "total", "Total"
    PER_SIDE = "per_side", "Per side"
    GROUP = "group", "One group"
    UNSTATED = "", "Not stated"


class AnchorState(TextChoices):
    KEPT = "kept", "Kept"
    REWORDED = "reworded", "Reworded"
    GONE = "gone", "Gone"


class JobKind(TextChoices):
    FETCH = "fetch", "Fetch an address"
    EXTRACT = "extract", "Extract claims"


class JobState(TextChoices):
    QUEUED = "queued", "Queued"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class RequestOrigin(TextChoices):
    READER = "reader", "Reader"
    EDITOR = "editor", "Editor"
    PARTNER = "partner", "Partner"


class RequestState(TextChoices):
    RECEIVED = "received", "Received"
    ACCEPTED = "accepted", "Taken up"
    DECLINED = "declined", "Declined"
    ANSWERED = "answered", "Answered by a verdict"
