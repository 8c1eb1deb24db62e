"""Who may come to which address: declared here by hand, and compared with what each address does.

An address that is not here fails the walk: whoever adds one says for whom it is.
"""

from dataclasses import dataclass
from typing import Final

EVERYBODY: Final = "everybody"
SIGNED_IN: Final = "whoever is signed in"
STAFF: Final = "whoever may enter the admin"
ITS_PERSON: Final = "the reviewer whose work it is"
NOBODY: Final = "nobody, superusers included"
NO_VERB: Final = "nobody: it does not answer to that verb"

TAKE, APPROVE, ASSIGN = "reviews.take_review", "reviews.approve_verdict", "reviews.assign_review"
TRIAGE, INGEST, HOLD = "claims.triage_claim", "claims.ingest_article", "reviews.hold_publication"
WITHHOLD, CORRECT = "reviews.withhold_text", "reviews.correct_publication"


BELL = f"{TAKE}|{APPROVE}|{ASSIGN}|{WITHHOLD}"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may GET (and HEAD), and who may POST; rights are joined by a bar where one of them will do."""

    read: str
    write: str = NO_VERB


@dataclass(frozen=True, slots=True)
class Model:
    """The rights that open a model's pages in the admin. Nothing is ever deleted there."""

    view: str
    add: str = NOBODY
    change: str = NOBODY


MODELS: Final = {
    "claims_job": Model("claims.view_job"),
    "claims_source": Model("claims.view_source", "claims.add_source", "claims.change_source|claims.set_source_policy"),
    "claims_speaker": Model("claims.view_speaker", "claims.add_speaker", "claims.change_speaker"),
    "claims_topic": Model("claims.view_topic", "claims.add_topic", "claims.change_topic"),
    "claims_article": Model("claims.view_article", INGEST),
    "claims_claim": Model("claims.view_claim"),
    "claims_request": Model("claims.view_request"),
    "reviews_review": Model("reviews.view_review"),
    "reviews_verdict": Model("reviews.view_verdict"),
    "reviews_evidence": Model("reviews.view_verdict"),
    "reviews_finding": Model("reviews.view_verdict"),
    "reviews_publication": Model("reviews.view_publication"),
    "reviews_correction": Model("reviews.view_correction"),
    "reviews_hold": Model("reviews.view_hold"),
    "reviews_event": Model("reviews.view_event"),
    "reviews_contact": Model("reviews.view_contact"),
    "reviews_interest": Model("reviews.view_interest"),
    "reviews_dispute": Model("reviews.view_dispute"),
    "reviews_proposedsource": Model("reviews.view_proposedsource"),
    "reviews_scale": Model("reviews.view_scale", "reviews.add_scale"),
    "reviews_rating": Model("reviews.view_rating"),
    "reviews_withholding": Model("reviews.view_withholding", WITHHOLD),
    "auth_user": Model("auth.view_user", "auth.add_user", "auth.change_user"),
    "auth_group": Model("auth.view_group"),
}

STEPS: Final = {
    ("claims_article", TRIAGE): "choose accept set-aside write",
    ("claims_article", INGEST): "extract",
    ("claims_article", "claims.change_article"): "edit",
    ("claims_article", HOLD): "hold lift",
    ("claims_claim", TRIAGE): "accept set-aside repropose dismiss mark-ambiguous mark-sighting unlink-sighting"
    " priority edit",
    ("claims_request", INGEST): "fetch bring-in",
    ("claims_request", "claims.change_request"): "take-up decline",
    ("reviews_review", ASSIGN): "assign priority due put-back reopen cancel-reopening ask-second take-back-second"
    " call-off-second close",
    ("reviews_review", HOLD): "hold lift",
    ("reviews_verdict", APPROVE): "request-changes comment",
    ("reviews_publication", "reviews.suspend_publication"): "suspend lift",
    ("reviews_publication", CORRECT): "correct full-story",
    ("reviews_publication", APPROVE): "confirm",
    ("reviews_publication", ASSIGN): "plan postpone",
    ("reviews_publication", "reviews.retract_publication"): "retract",
    ("reviews_event", WITHHOLD): "withhold",
    ("reviews_verdict", WITHHOLD): "withhold",
    ("reviews_withholding", WITHHOLD): "confirm decline",
    ("reviews_dispute", "reviews.decide_dispute"): "consider decide",
    ("reviews_proposedsource", "claims.change_source"): "confirm",
}
"""Buttons of a page in the admin: each posts to an address of its own."""

ADMIN: Final = {
    "index": Rule(STAFF, STAFF),
    # The admin has no sign-in of its own: everybody is sent to the one door, or told that it is not theirs.
    "login": Rule(NOBODY, NOBODY),
    "logout": Rule(NO_VERB, EVERYBODY),
    "password_change": Rule(STAFF, STAFF),
    "password_change_done": Rule(STAFF),
    # Without the name of a field it suggests nothing.
    "autocomplete": Rule(NOBODY),
    "jsi18n": Rule(STAFF),
    "view_on_site": Rule(STAFF, STAFF),
    "app_list": Rule(STAFF, STAFF),
    "auth_user_password_change": Rule("auth.change_user", "auth.change_user"),
    "reviews_verdict_approve": Rule(APPROVE, APPROVE),
    "reviews_review_agreement": Rule(APPROVE, APPROVE),
    "reviews_review_merge": Rule("reviews.merge_review", "reviews.merge_review"),
    "reviews_publication_minor": Rule(CORRECT, CORRECT),
    "reviews_publication_rechecks": Rule(f"{APPROVE}|{ASSIGN}", f"{APPROVE}|{ASSIGN}"),
}

ACCOUNTS: Final = {
    "account_login": Rule(EVERYBODY, EVERYBODY),
    "account_logout": Rule(EVERYBODY, EVERYBODY),
    "account_signup": Rule(EVERYBODY, EVERYBODY),  # It says that accounts are made by administrators.
    "account_inactive": Rule(EVERYBODY),
    "account_reauthenticate": Rule(SIGNED_IN, SIGNED_IN),
    "account_email": Rule(SIGNED_IN, SIGNED_IN),
    "account_email_verification_sent": Rule(EVERYBODY),
    "account_confirm_email": Rule(EVERYBODY, EVERYBODY),
    "account_change_password": Rule(SIGNED_IN, SIGNED_IN),
    "account_set_password": Rule(SIGNED_IN, SIGNED_IN),
    "account_reset_password": Rule(EVERYBODY, EVERYBODY),
    "account_reset_password_done": Rule(EVERYBODY),
    "account_reset_password_from_key": Rule(EVERYBODY, EVERYBODY),
    "account_reset_password_from_key_done": Rule(EVERYBODY),
    # The first is turned off, the second wants a password that was given a moment ago: who is in already is led on.
    "account_confirm_login_code": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_authenticate": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_index": Rule(SIGNED_IN),
    "mfa_reauthenticate": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_activate_totp": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_deactivate_totp": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_view_recovery_codes": Rule(SIGNED_IN),
    "mfa_generate_recovery_codes": Rule(SIGNED_IN, SIGNED_IN),
    "mfa_download_recovery_codes": Rule(SIGNED_IN, SIGNED_IN),
}

DESK: Final = {
    "home": Rule(f"{TAKE}|{APPROVE}|{ASSIGN}"),
    "interests": Rule(f"{TAKE}|{APPROVE}", f"{TAKE}|{APPROVE}"),
    "interest_end": Rule(NO_VERB, f"{TAKE}|{APPROVE}"),
    "second": Rule(f"{TAKE}|{APPROVE}|{ASSIGN}"),
    "put_back": Rule(NO_VERB, ASSIGN),
    "identities": Rule(ITS_PERSON, ITS_PERSON),
    "identity": Rule("reviews.view_protected_identity", "reviews.view_protected_identity"),
    "notifications": Rule(BELL),
    "notification": Rule(BELL, BELL),
    "notification_choices": Rule(BELL, BELL),
    "notification_read": Rule(NO_VERB, BELL),
    "notifications_read": Rule(NO_VERB, BELL),
    "page": Rule(TAKE, TAKE),
    **dict.fromkeys(("review", "sources", "earlier"), Rule(TAKE)),
    **dict.fromkeys(
        [
            *("next", "preview", "address", "take", "siblings", "draft", "renew", "release", "skip", "wait", "submit"),
            *("second_take", "second_save", "second_release", "comment_answer"),
            *("contact_add", "contact_answer", "contact_wait", "contact_withdraw"),
        ],
        Rule(NO_VERB, TAKE),
    ),
}

PUBLIC: Final = (
    "verdicts verdict claim submitted disputed share-svg share-png article sources source corrections methodology"
    " statistics embed verdicts-feed corrections-feed"
)
MACHINES: Final = "oembed claim-reviews assessors-file sheet sitemap robots"
API: Final = "root schema docs v1 verdicts verdict corrections sources source articles article scale claims-search"


def every_rule() -> dict[str, Rule]:
    """By the address's name, as `addresses.Address` has it."""
    rules = {name: Rule(EVERYBODY) for name in ("alive", "ready")}
    rules |= {f"public:{name}": Rule(EVERYBODY) for name in PUBLIC.split()}
    rules |= {f"machines:{name}": Rule(EVERYBODY) for name in MACHINES.split()}
    # Readers' own writes: to ask for a check, to dispute.
    rules |= {f"public:{name}": Rule(EVERYBODY, EVERYBODY) for name in ("submit", "dispute")}
    rules |= {f"api:{name}": Rule(EVERYBODY) for name in API.split()}
    rules |= {f"desk:{name}": rule for name, rule in DESK.items()} | ACCOUNTS
    rules |= {f"admin:{name}": rule for name, rule in ADMIN.items()}
    rules["admin/(?P<url>.*)$"] = Rule(STAFF, STAFF)
    for name, model in MODELS.items():
        rules |= _pages(name, model)
    for (name, right), steps in STEPS.items():
        rules |= {f"admin:{name}_{step}": Rule(NO_VERB, right) for step in steps.split()}
    return rules


def _pages(name: str, model: Model) -> dict[str, Rule]:
    """What Django's admin makes of every model. A short address leads to the page, which then judges."""
    return {
        f"admin:{name}_changelist": Rule(model.view, model.view),
        f"admin:{name}_add": Rule(model.add, model.add),
        f"admin:{name}_change": Rule(model.view, model.change),
        f"admin:{name}_history": Rule(model.view, model.view),
        f"admin:{name}_delete": Rule(NOBODY, NOBODY),
        f"admin/{name.replace('_', '/', 1)}/<path:object_id>/": Rule(STAFF, STAFF),
    }
