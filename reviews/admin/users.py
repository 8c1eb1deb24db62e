"""People and their roles, for administrators only. Nobody is given more here than a role of `reviews.roles`."""

from functools import partial
from typing import Any

# Imported for its side effect: what is to be unregistered must be registered first.
from allauth.account import admin as _account  # noqa: F401
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa import admin as _mfa  # noqa: F401
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from claims.admin.users import acting
from reviews.admin.asking_again import asked_again
from reviews.errors import NotAllowed
from reviews.roles import ROLES
from reviews.services.people import end_sessions, forget_second_factor

# Only superusers may make superusers, and give single rights.
_BEYOND_A_ROLE = ("is_superuser", "user_permissions")

admin.site.unregister(User)
admin.site.unregister(Group)
# Secrets of second factors, and whose address counts as verified: nobody reads or writes them here.
admin.site.unregister(Authenticator)
admin.site.unregister(EmailAddress)


@admin.register(User)
class NewsroomUserAdmin(UserAdmin[User]):
    list_display = [
        "username",
        "first_name",
        "last_name",
        "email",
        "is_active",
        "is_staff",
        "last_login",
    ]
    list_filter = ["is_active", "is_staff", "groups"]
    list_per_page = 50
    show_full_result_count = False
    add_fieldsets = (
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        ("Role", {"fields": ["is_staff", "groups"]}),
    )
    filter_horizontal = ()
    actions = ["take_away_second_factor"]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        view = partial(super().add_view, request, form_url, extra_context)
        return asked_again(self, request, view, keeps_form=False)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        view = partial(super().change_view, request, object_id, form_url, extra_context)
        return asked_again(self, request, view, keeps_form=True)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        view = partial(super().user_change_password, request, id, form_url)
        return asked_again(self, request, view, keeps_form=False)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Looking at the list asks nothing, its actions do."""
        view = partial(super().changelist_view, request, extra_context)
        return asked_again(self, request, view, keeps_form=True) if request.method == "POST" else view()

    @admin.action(permissions=["change"], description="Take away the second factor of somebody who lost it")
    def take_away_second_factor(self, request: HttpRequest, people: QuerySet[User]) -> None:
        for person in people:
            try:
                forget_second_factor(person=person, by=acting(request))
            except NotAllowed as refusal:
                messages.error(request, f"{refusal} Nothing was changed for {person}.")
                continue
            self.log_change(request, person, "Second factor taken away.")
            get_adapter(request).send_notification_mail("mfa/email/totp_deactivated", person)
            messages.success(request, f"{person} is signed out and sets up a new second factor after signing in.")

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:  # noqa: FBT001 Django's
        """Whoever is made inactive is out at once, and stays out of those sessions when made active again."""
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            end_sessions(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Their verdicts and decisions name them: people are made inactive, never removed."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An administrator does not touch a superuser's account: its password would be the whole newsroom's."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [(name, {**options, "fields": self._within_a_role(options["fields"])}) for name, options in fieldsets]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody changes their own role or standing."""
        own = ["groups", "is_staff", "is_active"] if obj == request.user and not request.user.is_superuser else []
        return [*super().get_readonly_fields(request, obj), "last_login", "date_joined", *own]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field is not None and not request.user.is_superuser:
            field.queryset = Group.objects.filter(name__in=ROLES)
        return field

    def _within_a_role(self, names: Any) -> list[Any]:
        return [name for name in names if name not in _BEYOND_A_ROLE]


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles are in the code (`reviews.roles`) and set by migrate: here they are shown."""

    list_display = ["name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
