"""Any people, any steps, in any order: each is done or refused in our words, and the database says what must hold."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.fixtures.databases import PrivateDatabase
from tests.reviews.workflow.any_order.after_rules import Afterwards


@pytest.mark.slow
def test_whatever_people_do_the_database_holds_what_was_promised(committing_db: PrivateDatabase) -> None:
    run_state_machine_as_test(
        Afterwards,
        settings=settings(
            max_examples=8, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
