"""Texts that nobody would call an article: a clear outcome, never a crash."""

from __future__ import annotations

import pytest

from claims.extraction import ExtractionRefused, canonicalise, extract
from tests.claims.extraction.reading import read, wordings

SENTENCE = "Fifteen people died in Lagos on Monday, police said."
EXPECTED = "Fifteen people died in Lagos on September 9, 2019."
DRESSED = {
    "html": "<p>Fifteen people <b>died</b> in Lagos on Monday,&nbsp;police said.</p>",
    "emoji": "🔥 Fifteen people died in Lagos 😢 on Monday, police said. 🚒",
    "right-to-left marks": "\u202eFifteen people died in Lagos on Monday, police said.\u200f",
    "NULs": "Fifteen\0 people died in Lagos\0 on Monday, police said.",
    "Windows line ends": "A headline\r\n\r\nFifteen people died in Lagos on Monday, police said.\r\n",
    "old Mac line ends": "A headline\r\rFifteen people died in Lagos on Monday, police said.\r",
    "a lone surrogate": "\ud800 Fifteen people died in Lagos on Monday, police said.",
    "no-break spaces": "Fifteen\u00a0people died in Lagos on Monday, police said.",
}
EMPTY = ("", " \n\t\n", "\0", "word", "?!", "." * 500, "(" * 300, '"' * 301, "1,000," * 200, "<br>" * 50, "\u200b")
FOREIGN = {
    "French": "Le gouvernement a annoncé lundi que quinze personnes sont mortes dans un attentat, selon la police.",
    "German": "Die Regierung hat am Montag mitgeteilt, dass fünfzehn Menschen bei einem Anschlag starben.",
    "Spanish": "El gobierno anunció el lunes que quince personas murieron en un atentado, según la policía.",
    "Russian": "Правительство заявило, что 15 человек погибли в результате взрыва.",
    "Arabic": "أعلنت الحكومة يوم الاثنين أن خمسة عشر شخصا لقوا حتفهم.",
    "Japanese": "政府は月曜日に15人が死亡したと発表した。",
}


@pytest.mark.parametrize("text", DRESSED.values(), ids=DRESSED.keys())
def test_a_sentence_is_read_whatever_it_wears(text: str) -> None:
    assert EXPECTED in wordings(text), wordings(text)


@pytest.mark.parametrize("text", EMPTY, ids=repr)
def test_nothing_gives_no_claims(text: str) -> None:
    assert read(text).claims == ()


def test_an_empty_text_says_so() -> None:
    assert extract("\n").reason == "The text is empty."


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_another_language_is_recognised_and_reported(text: str) -> None:
    extraction = extract(text)
    assert extraction.claims == ()
    assert "English" in extraction.reason
    assert extraction.zones


def test_an_article_marked_as_another_language_is_not_read() -> None:
    assert "'fr'" in extract(SENTENCE, language="fr").reason
    assert extract(SENTENCE, language="en-GB").reason == ""


def test_capitals_and_missing_stops_are_read() -> None:
    assert wordings("FIFTEEN PEOPLE DIED IN LAGOS, POLICE SAID.") == ["FIFTEEN PEOPLE DIED IN LAGOS."]
    assert wordings(
        "Fifteen people died in Lagos when a bus fell into the river and nobody in the city could help them in time"
    )


def test_mixed_quotes_leave_no_loose_mark() -> None:
    for wording in wordings('“The firm lost "40 million dollars in May,” Tom Berg said.'):
        assert wording.count("“") == wording.count("”")
        assert wording.count('"') % 2 == 0


def test_a_text_beyond_the_limit_is_refused_with_the_way_out() -> None:
    with pytest.raises(ExtractionRefused, match=r"200,001 characters; extraction reads up to 200,000"):
        extract("a" * 200_001)


def test_a_day_of_publication_that_is_none_is_refused() -> None:
    with pytest.raises(ExtractionRefused, match="2019-09-09"):
        extract(SENTENCE, published="last week")


def test_canonical_text_has_one_form() -> None:
    assert canonicalise("e\u0301a\r\nb\rc\0d\ud800") == "éa\nb\ncd?"
