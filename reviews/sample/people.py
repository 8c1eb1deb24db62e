"""The accounts of the sample newsroom."""

from django.contrib.auth.models import Group, User

from claims.models import Article
from reviews.errors import ReviewsError
from reviews.roles import ADMINISTRATORS, EDITORS, REVIEWERS

ACCOUNTS: dict[str, tuple[str, ...]] = {
    "admin": (ADMINISTRATORS,),
    "editor": (EDITORS,),
    "reviewer": (REVIEWERS,),
    # A colleague who checks claims too, so that the newsroom has a second person at both desks.
    "second": (REVIEWERS, EDITORS),
}


class NotTheSamples(ReviewsError):
    """A newsroom of somebody's own has an account of a name that the sample's people have."""


def make_people(password: str) -> dict[str, User]:
    """The four accounts by name. `password` is set anew at each call; `admin` is a superuser, to try its limits.

    Raises NotTheSamples where an account of that name was there before the sample newsroom: nobody's is taken over.
    """
    _refuse_to_take_over()
    return {name: _make_person(name, groups, password) for name, groups in ACCOUNTS.items()}


def _make_person(name: str, groups: tuple[str, ...], password: str) -> User:
    user, _ = User.objects.get_or_create(
        username=name, defaults={"is_staff": True, "is_superuser": name == "admin", "email": f"{name}@newsroom.example"}
    )
    user.set_password(password)
    user.save(update_fields=["password"])
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def _refuse_to_take_over() -> None:
    # The sample is loaded with its people in one transaction, so that without its articles they are somebody else's.
    if Article.objects.filter(is_sample=True).exists():
        return
    taken = sorted(User.objects.filter(username__in=ACCOUNTS).values_list("username", flat=True))
    if taken:
        raise NotTheSamples(
            f"There are accounts of somebody's own in this database ({', '.join(taken)}), whose passwords the sample "
            "newsroom would set anew. Nothing was loaded: name an empty folder in CLAIMDESK_DATA for the demo."
        )
