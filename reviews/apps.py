from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = "Reviews: what we concluded"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from reviews.guards import let_only_the_owner_ignore_triggers, let_triggers_read_our_own_tables
        from reviews.public_role import grant_what_is_public
        from reviews.roles import sync_groups

        # Permissions exist only after migrate, so the groups' rights are set there: always as `roles.ROLES` says.
        post_migrate.connect(sync_groups, sender=self, dispatch_uid="reviews.sync_groups")
        post_migrate.connect(let_only_the_owner_ignore_triggers, sender=self, dispatch_uid="reviews.guards")
        post_migrate.connect(let_triggers_read_our_own_tables, sender=self, dispatch_uid="reviews.guards.search_path")
        post_migrate.connect(grant_what_is_public, sender=self, dispatch_uid="reviews.public_role")
