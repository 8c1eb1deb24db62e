import pytest

from claims.enums import Control
from reviews.enums import Question, Stance
from reviews.independence import Citation, Origin, SourceFacts, independent_origins

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


@pytest.mark.parametrize(("what", "citations", "origins"), COUNTS, ids=[row[0] for row in COUNTS])
def test_origins_are_counted(what: str, citations: list[Citation], origins: int) -> None:
    found = independent_origins(citations, sources=SOURCES)
    assert (found.citations, found.origins) == (len(citations), origins)


def test_who_made_the_statement_is_no_origin_of_its_own_proof() -> None:
    found = independent_origins([cites(4), cites(8), cites(9)], sources=SOURCES, claimants={4})
    assert found.origins == 2
    [own] = [group for group in found.groups if group.why_not]
    assert (own.name, own.why_not) == ("Ministry", "rests on who made the statement")


def test_another_body_of_the_speakers_state_is_not_independent_of_it() -> None:
    assert independent_origins([cites(5), cites(8)], sources=SOURCES, claimants={4}).origins == 1


def test_evidence_that_rests_on_the_checked_article_is_circular() -> None:
    found = independent_origins([cites(8, on(9, article=70)), cites(2)], sources=SOURCES, checked_article=70)
    assert found.origins == 1
    assert "being checked" in found.groups[0].why_not


def test_a_group_names_what_its_citations_rest_on() -> None:
    first, second = Citation(1, 8, "substance", "supports", (on(4),)), Citation(2, 9, "substance", "supports", (on(4),))
    [group] = independent_origins([first, second], sources=SOURCES).groups
    assert (group.name, group.positions) == ("Ministry", (1, 2))
