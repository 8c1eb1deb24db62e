"""Mends the parser's commonest mistakes on news before any rule looks at the tree."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction import (
    mend_clauses,
    mend_events,
    mend_halves,
    mend_joined,
    mend_names,
    mend_sayings,
    mend_shares,
    mend_words,
)
from claims.extraction.tree import Sentence, Token

# In this order: a tag or subject put right first lets the clause rules see what they need.
REPAIRS: tuple[Callable[[Sentence, Token], None], ...] = (
    mend_names.name_torn_apart,
    mend_names.person_by_age_or_office,
    mend_names.place_taken_for_person,
    mend_names.body_taken_for_person,
    mend_words.figure_taken_for_verb,
    mend_words.have_is_finite,
    mend_words.saying_taken_for_noun,
    mend_words.forecast_taken_for_noun,
    mend_words.noun_before_its_verb,
    mend_names.verb_taken_for_noun,
    mend_words.subject_on_the_auxiliary,
    mend_words.adverbial_taken_for_content,
    mend_words.past_taken_for_participle,
    mend_words.participle_taken_for_past,
    mend_words.participle_between_commas,
    mend_words.last_participle_is_the_verb,
    mend_sayings.saying_behind_its_content,
    mend_sayings.holding_that,
    mend_sayings.as_per,
    mend_sayings.content_of_telling,
    mend_sayings.content_behind_a_statement,
    mend_sayings.said_of_the_thing_before,
    mend_sayings.tail_before_the_sayer,
    mend_halves.half_before_a_saying,
    mend_halves.said_of_whom,
    mend_halves.saying_of_the_outer_sayer,
    mend_halves.remark_behind_the_saying,
    mend_sayings.second_saying,
    mend_sayings.denied_afterwards,
    mend_events.what_did_the_harm,
    mend_events.who_is_a_person,
    mend_events.left_dead_and_hurt,
    mend_sayings.clause_joined_to_participle,
    mend_words.done_before_its_subject,
    mend_words.subject_behind_being,
    mend_words.whose_is_the_object,
    mend_clauses.verb_joined_to_a_word,
    mend_clauses.counted_and_done_to,
    mend_clauses.saying_at_the_end,
    mend_clauses.verb_behind_other_than,
    mend_clauses.remark_behind_a_relative,
    mend_clauses.subject_taken_for_object,
    mend_clauses.parallel_auxiliary,
    mend_clauses.antecedent_behind_a_verb,
    mend_clauses.where_beside_its_noun,
    mend_clauses.relative_of_another_number,
    mend_shares.part_of_what,
    mend_shares.result_behind_a_part,
    mend_joined.done_by_after_a_comma,
    mend_joined.done_to_without_verb,
    mend_clauses.when_beside_its_day,
    mend_joined.then_done,
    mend_joined.participle_behind_has,
    mend_joined.verb_behind_and,
    mend_joined.same_form_behind_will,
    mend_joined.same_form_behind_a_past,
    mend_joined.second_expectation,
    mend_joined.second_subject,
    mend_joined.figure_beside_figure,
    mend_words.noun_joined_to_a_verb,
    mend_clauses.clause_after_and,
    mend_words.that_is_no_subject,
    mend_words.that_is_no_determiner,
    mend_words.said_to_be,
    mend_clauses.two_clauses_taken_for_one,
    mend_words.which_is_the_object,
    mend_clauses.content_without_that,
)


def repair(sentence: Sentence) -> Sentence:
    """Apply every repair, in order, to the sentence itself."""
    for mend in REPAIRS:
        for token in sentence.tokens:
            mend(sentence, token)
    return sentence
