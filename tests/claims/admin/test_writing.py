"""Writing a claim by hand: from a selection, or from a passage typed word for word."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import ClaimKind
from claims.models import Anchor, Article, Claim, Speaker
from tests.claims.admin.pages import take, text_of, told
from tests.claims.factories import make_article

pytestmark = pytest.mark.django_db

# The flag is two code points and four UTF-16 units: counts that mix them up point elsewhere.
TEXT = "🇺🇦 Prices rose by 3 percent in May. In June prices rose by 3 percent again, officials said."


def write(client: Client, article: Article, **values: Any) -> Any:
    defaults = {"wording": "Prices rose by 3 percent in May 2021.", "kind": ClaimKind.QUANTITY, "speaker": ""}
    return take(client, article, "write", **(defaults | values))


def test_a_selection_gives_the_span_in_code_points(client: Client, editor: User) -> None:
    article = make_article(TEXT)
    start = TEXT.index("prices rose by 3 percent")
    response = write(client, article, passage="prices rose by 3 percent", start=start, end=start + 24)
    assert "Written:" in told(client, response)
    anchor = Anchor.objects.get()
    assert (anchor.start, anchor.quote) == (start, "prices rose by 3 percent")
    assert anchor.claim.created_by == editor


def test_a_selection_with_blanks_at_its_ends_is_trimmed(client: Client, editor: User) -> None:
    start = TEXT.index(" Prices")
    write(client, make_article(TEXT), passage="Prices rose", start=start, end=start + len(" Prices rose "))
    assert Anchor.objects.get().quote == "Prices rose"


def test_a_typed_passage_is_found(client: Client, editor: User) -> None:
    write(client, make_article(TEXT), passage="officials said")
    assert Anchor.objects.get().start == TEXT.index("officials said")


def test_a_passage_that_stands_there_twice_asks_which_one(client: Client, editor: User) -> None:
    article = make_article(TEXT)
    page = text_of(write(client, article, passage="rose by 3 percent"))
    assert "stands in the text 2 times" in page
    assert "1: …🇺🇦 Prices rose by 3 percent in May." in page
    write(client, article, passage="rose by 3 percent", occurrence=2)
    assert Anchor.objects.get().start == TEXT.rindex("rose by 3 percent")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"passage": "prices fell"}, "do not stand in the article"),
        ({"passage": "officials said", "occurrence": 2}, "1 times only"),
        ({"passage": ""}, "This field is required"),
        ({"passage": "officials said", "wording": ""}, "This field is required"),
        ({"passage": "officials said", "speaker": "Nobody Known"}, "No record, or more than one"),
    ],
)
def test_what_cannot_be_a_claim_is_refused_with_the_reason(
    client: Client, editor: User, values: dict[str, Any], said: str
) -> None:
    assert said in text_of(write(client, make_article(TEXT), **values))
    assert not Claim.objects.exists()


def test_a_span_that_does_not_fit_its_passage_is_looked_for_anew(client: Client, editor: User) -> None:
    write(client, make_article(TEXT), passage="officials said", start=0, end=14)
    assert Anchor.objects.get().quote == "officials said"


def test_the_speaker_is_found_by_another_name(client: Client, editor: User) -> None:
    speaker = Speaker.objects.create(name="Ana Writer", aliases=["A. Writer"])
    write(client, make_article(TEXT), passage="officials said", speaker="a. writer")
    assert Claim.objects.get().speaker == speaker


def test_the_same_claim_twice_is_refused(client: Client, editor: User) -> None:
    article = make_article(TEXT)
    write(client, article, passage="officials said")
    assert "has this claim already" in told(client, write(client, article, passage="officials said"))
    assert Claim.objects.count() == 1
