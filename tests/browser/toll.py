"""The newsroom of the two walks: who killed how many is said by a deputy minister, counted by the UN, passed on by
two wires. The UN's range is genuine; minister, wires and article are invented."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import User

from claims.enums import Bound, ClaimKind, ClaimStatus, SpeakerKind
from claims.figures import FigureInput
from claims.models import Source, Speaker
from reviews.drafting import OriginInput
from reviews.models import Publication, Review
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review

PASSAGE = "more than 13,000 people have been killed since April 2014"
WORDING = "More than 13,000 people have been killed in the war in the east since April 2014."
TEXT = f"""Talks On A Ceasefire Begin Again

Deputy Minister Pavlo Horin said that {PASSAGE}, most of them in the first two years.

The talks go on next week.
"""
SPEAKER = "Pavlo Horin"
HEADLINE = "Deaths in the war from April 2014 to September 2019"
EXCEPTION = "The UN mission alone counts the dead of all sides; both wires pass its figure on."
COUNT = "In all, 12,800 to 13,000 people were killed up to the end of 2018."
WIRES = ("Northern Wire", "Harbour Press Agency")


@dataclass(frozen=True)
class Newsroom:
    review: Review
    reviewer: User
    editor: User
    un: Source
    wires: tuple[Source, ...]


def open_newsroom() -> Newsroom:
    """One claim waits; a reviewer and an editor are there."""
    source = make_source("The Capital Post", domains=["capitalpost.example"])
    article = make_article(TEXT, source=source, title="Talks on a ceasefire begin again")
    claim = make_claim(
        article,
        quote=PASSAGE,
        wording=WORDING,
        status=ClaimStatus.ACCEPTED,
        kind=ClaimKind.QUANTITY,
        speaker=Speaker.objects.create(name=SPEAKER, kind=SpeakerKind.PUBLIC_FIGURE, office="Deputy Minister"),
        figures=[
            FigureInput(value=Decimal(13_000), bound=Bound.MORE_THAN, unit="people", counted="killed", since="2014-04")
        ],
        stated_on="2019-09-09",
        dates=["2014-04"],
    )
    return Newsroom(
        review=make_review(claim),
        reviewer=make_user("reviewer", "rena"),
        editor=make_user("editor", "edda"),
        un=Source.objects.get(name="OHCHR"),
        wires=tuple(make_source(name) for name in WIRES),
    )


def published_toll(newsroom: Newsroom) -> Publication:
    """What the first walk ends with: the UN's range, passed on by two wires, approved by the editor."""
    own = {"figure_value": "12800", "figure_upper": "13000", "figure_as_of": "2018-12-31", "published_on": "2019-01-22"}
    passed_on = {"rests_on": (OriginInput(source=newsroom.un.pk),), "primary": False}
    evidence = [make_evidence_input(newsroom.un, excerpt=COUNT, **own)]
    evidence += [make_evidence_input(wire, **own, **passed_on) for wire in newsroom.wires]
    return make_publication(
        newsroom.review,
        newsroom.reviewer,
        newsroom.editor,
        code="mostly_true",
        headline=HEADLINE,
        summary="The UN counted 12,800 to 13,000 killed up to the end of 2018.",
        explanation="The UN counts the dead of **all sides**.\n\nWires pass it on.",
        period_from="2014-04",
        period_to="2019-09",
        evidence=tuple(evidence),
        origins_exception=EXCEPTION,
    )
