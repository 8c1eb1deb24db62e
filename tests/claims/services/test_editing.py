"""A person words a claim: from a selected passage, or by editing what extraction proposed."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from claims.enums import Basis, Bound, ClaimKind, ClaimStatus, DateOrigin
from claims.errors import ClaimChanged, ClaimInvalid
from claims.extraction import extract
from claims.figures import FigureInput, claim_fingerprint, from_extraction
from claims.models import Article, Claim, Speaker, Topic
from claims.selectors import current_text
from claims.services.ingest import ingest_text
from claims.services.triage import edit_claim, write_claim
from tests.claims.factories import QUOTE, TEXT, make_article, make_claim, make_user

pytestmark = pytest.mark.django_db

FIGURE = FigureInput(
    value=Decimal(120), bound=Bound.MORE_THAN, unit="bridges", counted="closed", basis=Basis.TOTAL, as_of="2021"
)


def write(article: Article, **values: Any) -> Claim:
    text = current_text(article)
    assert text is not None
    start = text.text.index(QUOTE)
    defaults: dict[str, Any] = {"start": start, "end": start + len(QUOTE), "wording": "More than 120 bridges closed."}
    return write_claim(article=article, **{"by": make_user(), **defaults, **values})


def test_a_claim_is_written_from_the_selected_passage() -> None:
    by, article = make_user(), make_article()
    ruiz, topic = Speaker.objects.create(name="Ana Ruiz"), Topic.objects.create(name="Bridges", slug="bridges")
    claim = write(
        article,
        by=by,
        wording="  More than 120 bridges\nwere closed in 2021. ",
        kind=ClaimKind.QUANTITY,
        speaker=ruiz,
        figures=[FIGURE],
        topics=[topic],
        stated_on="2022-01",
        dates=["2021"],
    )
    claim.refresh_from_db()
    assert (claim.wording, claim.status) == ("More than 120 bridges were closed in 2021.", ClaimStatus.PROPOSED)
    assert (claim.speaker, claim.created_by, claim.extractor) == (ruiz, by, "")
    assert (claim.stated_on, claim.stated_origin, claim.dates) == ("2022-01", DateOrigin.ENTERED, ["2021"])
    assert claim.touched_at is not None
    [anchor], [figure] = claim.anchors.all(), claim.figures.all()
    assert anchor.article_text.text[anchor.start : anchor.end] == anchor.quote == QUOTE
    assert figure.value == 120
    assert (figure.bound, figure.as_of) == (Bound.MORE_THAN, "2021")
    assert list(claim.topics.all()) == [topic]


def test_a_passage_in_any_script_is_counted_in_code_points() -> None:
    article = ingest_text(text="🙂🙂 Мосты: 120 bridges 🙂 closed.").article
    claim = write_claim(article=article, start=3, end=8, wording="Bridges.", by=make_user())
    assert claim.anchors.get().quote == "Мосты"


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 3), (0, 10**6), (10**6, 10**6 + 1)])
def test_a_passage_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ClaimInvalid, match="not inside the text"):
        write(make_article(), start=start, end=end)
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"wording": "  "},
        {"wording": "x" * 1001},
        {"kind": "rumour"},
        {"stated_on": "last year"},
        {"dates": ["sometime soon"]},
        {"figures": [FigureInput(value=Decimal(1), unit="u" * 41)]},
        {"figures": [FigureInput(value=Decimal(1), as_of="May")]},
    ],
)
def test_what_breaks_a_rule_is_refused_and_nothing_is_written(values: dict[str, Any]) -> None:
    with pytest.raises(ClaimInvalid):
        write(make_article(), **values)
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"bound": Bound.FROM_TO},
        {"upper": Decimal(7)},
        {"bound": Bound.FROM_TO, "upper": Decimal(4)},
        {"value": Decimal(10) ** 18},
    ],
)
def test_a_figure_that_makes_no_sense_cannot_be_entered(values: dict[str, Any]) -> None:
    with pytest.raises(ClaimInvalid):
        FigureInput(**({"value": Decimal(5)} | values))


def test_the_same_statement_twice_in_an_article_is_refused_and_named() -> None:
    article = make_article()
    first = write(article)
    with pytest.raises(ClaimInvalid, match="has this claim already, proposed"):
        write(article, wording="more than 120 BRIDGES closed")
    other = write(article, wording="Another statement.")
    with pytest.raises(ClaimInvalid, match="has this claim already"):
        edit_claim(claim=other, by=make_user(), wording=first.wording)
    assert write(make_article(), wording=first.wording).fingerprint == first.fingerprint


def test_an_edit_changes_what_is_given_and_leaves_the_rest() -> None:
    claim = make_claim(figures=[FIGURE], kind=ClaimKind.QUANTITY, stated_on="2022")
    before = (claim.fingerprint, claim.anchors.get().pk)
    edited = edit_claim(claim=claim, by=make_user(), wording="Another wording.", places=["Lena"])
    assert (edited.wording, edited.places, edited.kind, edited.stated_on) == (
        "Another wording.",
        ["Lena"],
        ClaimKind.QUANTITY,
        "2022",
    )
    assert edited.figures.count() == 1
    assert (edited.fingerprint != before[0], edited.anchors.get().pk) == (True, before[1])


def test_figures_and_speaker_can_be_taken_away() -> None:
    claim = make_claim(figures=[FIGURE], speaker=Speaker.objects.create(name="Ana Ruiz"))
    edited = edit_claim(claim=claim, by=make_user(), figures=(), speaker=None, stated_on="")
    assert (edited.figures.count(), edited.speaker, edited.stated_origin) == (0, None, "")


def test_an_edit_of_what_somebody_changed_meanwhile_is_refused() -> None:
    claim = make_claim()
    edit_claim(claim=claim, by=make_user(), wording="The first editor's wording.", read_at=claim.touched_at)
    with pytest.raises(ClaimChanged, match="reload"):
        edit_claim(claim=claim, by=make_user(), wording="The second's.", read_at=claim.touched_at)
    assert Claim.objects.get(pk=claim.pk).wording == "The first editor's wording."
    with pytest.raises(ClaimChanged):
        edit_claim(claim=claim, by=make_user(), kind=ClaimKind.EVENT, read_at=timezone.now() - timedelta(days=1))


def test_a_claim_written_as_extraction_would_has_the_same_fingerprint() -> None:
    for found in extract(TEXT).claims:
        figures = [from_extraction(figure) for figure in found.figures]
        assert claim_fingerprint(found.text, figures) == found.fingerprint


def test_an_article_without_text_has_no_passages() -> None:
    spoken = Article.objects.create(carrier="speech", description="The minister's speech at the opening.")
    with pytest.raises(ClaimInvalid, match="no text"):
        write_claim(article=spoken, start=0, end=3, wording="A claim.", by=make_user())
