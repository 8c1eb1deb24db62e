"""People and their roles, for administrators only. Nobody is given more here than a role of `reviews.roles`."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from reviews.roles import ROLES

# Only superusers may make superusers, and give single rights.
_BEYOND_A_ROLE = ("is_superuser", "user_permissions")

admin.site.unregister(User)
admin.site.unregister(Group)


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
