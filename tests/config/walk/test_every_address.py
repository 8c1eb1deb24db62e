"""Every address of the site, with every verb, as everybody: who gets in is what the table says, and nothing else."""

import pytest
from django.contrib.auth.models import User

from tests.claims.factories import make_user
from tests.config.walk.addresses import Address, every_address
from tests.config.walk.table import EVERYBODY, ITS_PERSON, NO_VERB, NOBODY, SIGNED_IN, STAFF, Rule, every_rule
from tests.config.walk.walking import VERBS, Answer, Walker
from tests.config.walk.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ROLES = ("anonymous", "nobody", "reviewer", "editor", "administrator", "superuser")


def somebody(world: World, role: str) -> User | None:
    people = {"anonymous": None, "reviewer": world.reviewer, "editor": world.editor}
    return people[role] if role in people else make_user(None if role == "nobody" else role)


def may(person: User | None, need: str, world: World) -> bool:
    if need in {EVERYBODY, NOBODY, NO_VERB} or person is None:
        return need == EVERYBODY
    if need in {SIGNED_IN, STAFF}:
        return need == SIGNED_IN or person.is_staff
    if need == ITS_PERSON:
        return person == world.reviewer
    return any(person.has_perm(right) for right in need.split("|"))


def expected(person: User | None, verb: str, address: Address, rule: Rule, world: World) -> set[str]:
    """Outcomes that are right."""
    staff_page = address.path.startswith(("/desk/", "/admin/", "/accounts/"))
    if verb == "OPTIONS" and not staff_page:
        return {"in", "no verb"}  # The API tells any page that it may read; the others need not.
    need = {"GET": rule.read, "HEAD": rule.read, "POST": rule.write}.get(verb, NO_VERB)
    if need == NO_VERB:
        # Whoever may not come at all may be told so first.
        inside = may(person, rule.read, world) or may(person, rule.write, world)
        return {"no verb"} if inside else {"no verb", "out"}
    return {"in"} if may(person, need, world) else {"out"}


def faults(answer: Answer, verb: str, right: set[str]) -> list[str]:
    found = [] if answer.outcome in right else [f"{answer.outcome} ({answer.status}), not {' or '.join(sorted(right))}"]
    if answer.written and (verb != "POST" or answer.outcome != "in"):
        found.append(f"writes to {', '.join(sorted(answer.written))}")
    return found


def test_the_table_names_every_address_and_no_other() -> None:
    walked, declared = {address.name for address in every_address(World())}, set(every_rule())
    assert walked - declared == set(), "Say in tests/config/walk/table.py for whom these are."
    assert declared - walked == set(), "These are gone."


@pytest.mark.parametrize("role", ROLES)
def test_who_gets_in_is_what_the_table_says(role: str) -> None:
    world, rules = World(), every_rule()
    person = somebody(world, role)
    walker, found = Walker(person), []
    for address in every_address(world):
        rule = rules.get(address.name, Rule(NOBODY, NOBODY))
        for verb in VERBS:
            answer = walker.ask(verb, address.path)
            right = expected(person, verb, address, rule, world)
            found += [f"{role}: {verb} {address.path} {fault}" for fault in faults(answer, verb, right)]
    assert not found, "\n".join(found)
