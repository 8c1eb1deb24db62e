"""One of everything, so that each address of the site has something to stand on."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.timezone import localdate

from claims.enums import RequestOrigin
from claims.models import Request, Speaker, Topic
from reviews.enums import ContactWay, CorrectionKind, DisputeSender, HoldKind
from reviews.models import Publication, Review
from reviews.services.comments import comment_on
from reviews.services.contacts import record_contact
from reviews.services.corrections import record_correction
from reviews.services.disputes import receive_dispute
from reviews.services.holds import place_hold
from reviews.services.identities import protect_source
from reviews.services.interests import declare_interest
from reviews.services.proposed_sources import propose_source
from reviews.services.seconds import ask_second
from reviews.services.withholding import ask_withholding
from tests.claims.factories import make_article, make_user
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict, make_taken_review


class World:
    """`value(name, place)` is what an address of that name has in that place."""

    def __init__(self) -> None:
        self.editor, self.reviewer = make_user("editor"), make_user("reviewer")
        self.person = make_user("reviewer", email="person@newsroom.example")
        self.publication: Publication = make_publication()
        self.review: Review = make_taken_review(self.reviewer)
        self.opinion = ask_second(review=make_review(), by=self.editor, why="Much hangs on it.")
        self.interest = declare_interest(
            person=self.reviewer, about=Topic.objects.create(name="Bridges", slug="bridges"), note="A relative."
        )
        self.request = Request.objects.create(origin=RequestOrigin.READER, statement="Is it so?")
        self.dispute = receive_dispute(
            publication=self.publication, sender=DisputeSender.READER, objection="Wrong.", grounds="A register says so."
        )
        self._at_work()
        self._said_afterwards()

    def _at_work(self) -> None:
        review, reviewer = self.review, self.reviewer
        told = {"name": "Erna", "details": "A clerk.", "description": "A clerk", "because": "Their job."}
        self.protected = protect_source(review=review, by=reviewer, **told)
        self.contact = record_contact(
            review=review, by=reviewer, whom="The mayor", way=ContactWay.PHONE, asked_on=localdate()
        )
        propose_source(name="A gazette", review=review, by=reviewer, lease_number=review.lease_number)
        verdict = make_submitted_verdict()
        self.comment = comment_on(verdict=verdict, part="headline", text="Too long.", by=self.editor)

    def _said_afterwards(self) -> None:
        record_correction(
            publication=self.publication, kind=CorrectionKind.MINOR, by=self.editor, was="One.", now="Two."
        )
        ask_withholding(target=self.publication.verdict, legal_basis="Order 7 of the court.", by=make_user("editor"))
        place_hold(on=make_review(), kind=HoldKind.LEGAL, by=self.editor, reason="A court.")
        make_article()
        Speaker.objects.get_or_create(name="The mayor")

    def value(self, name: str, place: str) -> Any:
        """What stands in that place of the address of that name."""
        if name.startswith("admin:") and name != "admin:view_on_site" and place in {"pk", "object_id", "id"}:
            return self._row(name).pk
        values = self._values()
        return values.get(f"{name} {place}", values.get(place))

    def _row(self, name: str) -> Model:
        for model in sorted(admin.site._registry, key=lambda model: -len(model.__name__)):
            if name.startswith(f"admin:{model._meta.app_label}_{model._meta.model_name}_"):
                return self._special(model) or model._default_manager.order_by("pk")[0]
        raise LookupError(f"{name}: whose row?")

    def _special(self, model: type[Model]) -> Model | None:
        rows: dict[type[Model], Model] = {User: self.person, Group: Group.objects.get(name="Reviewers")}
        return rows.get(model)

    def _values(self) -> dict[str, Any]:
        return {
            "pk": self.review.pk,
            **{
                f"desk:{name} pk": self.opinion.pk
                for name in ("second", "second_take", "second_save", "second_release")
            },
            "desk:interest_end pk": self.interest.pk,
            "desk:comment_answer pk": self.comment.verdict.review_id,
            "comment": self.comment.pk,
            "contact": self.contact.pk,
            "protected": self.protected.pk,
            "claim_id": self.publication.claim_id,
            "slug": self.publication.slug,
            "article_id": self.publication.payload["article"]["id"],
            "source_id": self.publication.verdict.review.claim.article.source_id,
            "public:submitted token": self.request.token,
            "public:disputed token": self.dispute.token,
            "machines:sheet name": "ratings",
            "content_type_id": ContentType.objects.get_for_model(Publication).pk,
            "object_id": self.publication.pk,
            "app_label": "reviews",
            "uidb36": "1",
            "key": "no-such-key",
        }
