from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from claims.admin.records import RecordAdmin
from claims.models import Topic


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ["name", "slug", "used"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(used=Count("claims"))
        return rows

    @admin.display(description="claims", ordering="used")
    def used(self, topic: Any) -> int:
        return int(topic.used)
