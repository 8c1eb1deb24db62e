from dataclasses import replace

import pytest

from claims.enums import Control
from reviews.enums import Question, Stance
from reviews.independence import (
    Citation,
    Independence,
    Origin,
    SourceFacts,
    Statement,
    circular,
    independent_origins,
)

# A small world: two agencies of one owner, two bodies of one state, one of another, and three that stand alone.
SOURCES = {
    facts.id: facts
    for facts in (
        SourceFacts(1, "Holding"),
        SourceFacts(2, "Wire A", owner=1),
        SourceFacts(3, "Wire B", owner=1),
        SourceFacts(4, "Ministry", control=Control.STATE_CONTROLLED, country="AA"),
        SourceFacts(5, "State agency", control=Control.STATE_CONTROLLED, country="AA"),
        SourceFacts(6, "Other ministry", control=Control.STATE_CONTROLLED, country="BB"),
        SourceFacts(7, "Statistics office of a city", owner=4),
        SourceFacts(8, "Auditors"),
        SourceFacts(9, "Newspaper"),
        SourceFacts(10, "Public broadcaster", control=Control.PUBLIC_SERVICE, country="AA"),
        SourceFacts(11, "Circle of owners", owner=12),
        SourceFacts(12, "Other end of the circle", owner=11),
    )
}


def cites(
    source: int, *rests_on: Origin, question: str = Question.SUBSTANCE, stance: str = Stance.SUPPORTS
) -> Citation:
    return Citation(0, source, question, stance, rests_on)


def on(source: int | None = None, article: int | None = None) -> Origin:
    return Origin(source, article)


COUNTS = [
    ("two strangers", [cites(8), cites(9)], 2),
    ("the same source twice", [cites(8), cites(8)], 1),
    ("two wires of one owner", [cites(2), cites(3)], 1),
    ("an owner and what it owns", [cites(1), cites(2)], 1),
    ("two bodies of one state", [cites(4), cites(5)], 1),
    ("bodies of two states", [cites(4), cites(6)], 2),
    ("what a state body owns is the state's", [cites(7), cites(5)], 1),
    ("a public broadcaster is not its state", [cites(10), cites(4)], 2),
    ("two pieces that rest on one ministry", [cites(8, on(4)), cites(9, on(4))], 1),
    ("a piece and the ministry that it rests on", [cites(8, on(4)), cites(4)], 1),
    ("two pieces that rest on two bodies of one state", [cites(8, on(4)), cites(9, on(5))], 1),
    ("two pieces of one paper that rest on different bodies", [cites(9, on(4)), cites(9, on(6))], 2),
    ("two pieces that rest on one article", [cites(8, on(article=70)), cites(9, on(article=70))], 1),
    ("one piece that rests on two strangers is one citation", [cites(2, on(8), on(9))], 1),
    ("a third piece joins the two it rests on", [cites(8), cites(9), cites(2, on(8), on(9))], 1),
    ("refuting counts as much as supporting", [cites(8, stance=Stance.REFUTES), cites(9)], 2),
    ("context proves nothing", [cites(8), cites(9, stance=Stance.CONTEXT)], 1),
    ("what was said does not prove what is so", [cites(8), cites(4, question=Question.ATTRIBUTION)], 1),
    ("owners in a circle end", [cites(11), cites(12), cites(8)], 2),
    ("a source that is not on file stands alone", [cites(99), cites(8)], 2),
    ("no evidence", [], 0),
]


def origins_of(citations: list[Citation], **statement: set[int]) -> Independence:
    return independent_origins(citations, sources=SOURCES, statement=Statement(**statement))


@pytest.mark.parametrize(("what", "citations", "origins"), COUNTS, ids=[row[0] for row in COUNTS])
def test_origins_are_counted(what: str, citations: list[Citation], origins: int) -> None:
    found = origins_of(citations)
    assert (found.citations, found.origins) == (len(citations), origins)


def test_who_made_the_statement_is_no_origin_of_its_own_proof() -> None:
    found = origins_of([cites(4), cites(8), cites(9)], claimants={4})
    assert found.origins == 2
    [own] = [group for group in found.groups if group.why_not]
    assert (own.name, own.why_not) == ("Ministry", "rests on who made the statement")


def test_another_body_of_the_speakers_state_is_not_independent_of_it() -> None:
    assert origins_of([cites(5), cites(8)], claimants={4}).origins == 1


def test_what_the_speaker_owns_is_not_independent_of_it() -> None:
    assert origins_of([cites(7), cites(8)], claimants={4}).origins == 1


SPEAKER, ARTICLE, CREDIT = (
    "rests on who made the statement",
    "rests on the article that is being checked",
    "rests on a source that the checked article credits",
)
SAID = Question.ATTRIBUTION.value
CIRCLES = [
    ("a stranger", cites(8), ""),
    ("the speaker", cites(4), SPEAKER),
    ("a piece that rests on the speaker", cites(8, on(4)), SPEAKER),
    ("a body of the speaker's state", cites(5), SPEAKER),
    ("what the speaker owns", cites(7), SPEAKER),
    ("the checked article", cites(8, on(9, article=70)), ARTICLE),
    ("an article that states the same", cites(8, on(article=71)), ARTICLE),
    ("another article of the same paper", cites(8, on(9, article=72)), ""),
    ("a credited agency", cites(2), CREDIT),
    ("a piece that rests on a credited agency", cites(8, on(2)), CREDIT),
    ("a credited agency that rests on a stranger", cites(2, on(8)), ""),
    ("a sister of the credited agency", cites(3), ""),
    ("a stranger and the speaker", cites(9, on(8), on(4)), SPEAKER),
    ("context of the speaker", cites(4, stance=Stance.CONTEXT), ""),
    ("the speaker on what they said", cites(4, question=SAID), ""),
    ("a credited agency on what was said", cites(2, question=SAID), ""),
    ("the checked article on what was said in it", cites(8, on(article=70), question=SAID), ARTICLE),
]


@pytest.mark.parametrize(("what", "citation", "why"), CIRCLES, ids=[row[0] for row in CIRCLES])
@pytest.mark.parametrize("stance", [None, Stance.REFUTES])
def test_circles_are_pointed_out(what: str, citation: Citation, why: str, stance: Stance | None) -> None:
    if stance and citation.stance != Stance.CONTEXT:
        citation = replace(citation, stance=stance)
    statement = Statement(claimants={4}, credits={2}, articles={70, 71})
    assert circular(citation, sources=SOURCES, statement=statement) == why
    found = independent_origins([citation], sources=SOURCES, statement=statement)
    assert found.circular == (((0, why),) if why else ())
    counts = not why and citation.question == Question.SUBSTANCE and citation.stance != Stance.CONTEXT
    assert found.origins == int(counts)


def test_a_circle_does_not_spoil_a_sound_origin_that_it_also_names() -> None:
    sound, circle = cites(8), cites(9, on(8), on(4))
    assert origins_of([sound, circle], claimants={4}).origins == 1


def test_a_group_names_what_its_citations_rest_on() -> None:
    first, second = Citation(1, 8, "substance", "supports", (on(4),)), Citation(2, 9, "substance", "supports", (on(4),))
    [group] = origins_of([first, second]).groups
    assert (group.name, group.positions) == ("Ministry", (1, 2))
