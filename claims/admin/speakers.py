"""Speakers: who a statement is attributed to. Until somebody says what they are, nobody is counted by it."""

from django.contrib import admin

from claims.admin.records import MergeableAdmin
from claims.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(MergeableAdmin):
    list_display = ["name", "kind", "office", "party", "merged_into"]
    list_filter = ["kind", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["name", "aliases", "office"]
    search_help_text = "A name, another name or an office"
    fieldsets = [
        (None, {"fields": ["name", "aliases", "kind", "wikidata_id"]}),
        ("Office and party", {"fields": ["office", "party", "office_since", "office_until"]}),
        ("Merging", {"fields": ["merged_into"]}),
    ]
