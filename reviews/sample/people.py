"""The accounts of the sample newsroom."""

from django.contrib.auth.models import Group, User

from reviews.roles import ADMINISTRATORS, EDITORS, REVIEWERS

ACCOUNTS: dict[str, tuple[str, ...]] = {
    "admin": (ADMINISTRATORS,),
    "editor": (EDITORS,),
    "reviewer": (REVIEWERS,),
    # A colleague who checks claims too, so that the newsroom has a second person at both desks.
    "second": (REVIEWERS, EDITORS),
}


def make_people(password: str) -> dict[str, User]:
    """The four accounts by name. `password` is set anew at each call; `admin` is a superuser, to try its limits."""
    return {name: _make_person(name, groups, password) for name, groups in ACCOUNTS.items()}


def _make_person(name: str, groups: tuple[str, ...], password: str) -> User:
    user, _ = User.objects.get_or_create(
        username=name, defaults={"is_staff": True, "is_superuser": name == "admin", "email": f"{name}@newsroom.example"}
    )
    user.set_password(password)
    user.save(update_fields=["password"])
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
