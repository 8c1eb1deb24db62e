"""Accounts: what takes away a person's access, or gives them a new start."""

from importlib import import_module

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from reviews.errors import NotAllowed

CHANGE_PEOPLE = "auth.change_user"


@transaction.atomic
def forget_second_factor(*, person: User, by: User) -> int:
    """For somebody who lost theirs: they set up another one. Ends their sessions. Returns how many went.

    One's own is changed on the page of one's own account, which asks for the password first.
    """
    if not by.has_perm(CHANGE_PEOPLE):
        raise NotAllowed("Your account may not change other people's accounts.")
    if person == by:
        raise NotAllowed("Your own second factor is changed under “Second factor”, in the menu of your name.")
    if person.is_superuser and not by.is_superuser:
        raise NotAllowed(f"{person} is a superuser: only another superuser may do this.")
    gone: int = Authenticator.objects.filter(user=person).delete()[0]
    end_sessions(person)
    return gone


def end_sessions(person: User) -> int:
    """Signs them out everywhere, at once. Returns of how many sessions. Reads every session that has not ended."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if store().decode(session.session_data).get(SESSION_KEY) == str(person.pk):
            session.delete()
            ended += 1
    return ended
