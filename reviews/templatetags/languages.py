"""Template words for pages that speak several languages about texts that have their own."""

from collections.abc import Iterable

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from reviews.dates import day_in_words, moment_in_words, on_date
from reviews.models import Publication
from reviews.public.addresses import absolute
from reviews.public.languages import Version, in_language, versions
from reviews.wording import label_in_words

register = template.Library()

register.filter("day", day_in_words)
register.filter("moment", moment_in_words)
register.filter("on_date", on_date)


@register.filter
def lower_first(words: str) -> str:
    """For words within a sentence: `State-controlled` is state-controlled; names within stay as they are."""
    return words[:1].lower() + words[1:]


@register.filter
def translated(words: object) -> str:
    """Words of our own that are kept in one language (reviews.wording), in the page's language."""
    return gettext(str(words)) if words else ""


@register.filter
def label(publication: Publication) -> str:
    """What readers are told of both questions, in the page's language."""
    return label_in_words(publication.label, publication.payload)


@register.filter
def quoted_list(words: Iterable[str]) -> str:
    """“Half true”, “Misleading”, “False”: in the page's language and its own quotation marks."""
    quoted = gettext("“%(words)s”")
    return ", ".join(quoted % {"words": gettext(item)} for item in words)


@register.simple_tag
def lang(code: str) -> SafeString:
    """The attribute of an element whose text is in another language than the page; nothing where it is in the same."""
    if not code or code == get_language():
        return SafeString("")
    return format_html(' lang="{}"', code)


@register.simple_tag(takes_context=True)
def versions_of_page(context: Context) -> list[Version]:
    """The page in every language; what is there in one only leads to the other's front page."""
    request = context.get("request")
    if request is not None and _has_versions(request):
        return versions(request.get_full_path())
    return versions(in_language("/", get_language() or ""))


@register.simple_tag(takes_context=True)
def alternates(context: Context, canonical: str) -> list[Version]:
    """The canonical addresses of all languages, for search engines; none of a page that is there in one only."""
    if not _has_versions(context.get("request")):
        return []
    site = absolute("")
    return [
        Version(version.code, version.name, f"{site}{version.address}", version.is_shown)
        for version in versions(canonical.removeprefix(site))
    ]


def _has_versions(request: HttpRequest | None) -> bool:
    """The addresses of `reviews.public.urls` have them; no other has, and an address that leads nowhere neither."""
    match = request.resolver_match if request is not None else None
    return match is not None and match.namespace == "public"
