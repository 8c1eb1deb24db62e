"""Pages of payloads: reads `[{"slug", "payload"}, …]` from the standard input, prints the pages' paths, as JSON."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import django
from django.core.management import call_command

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.rival.settings"
django.setup()

from django.utils.html import format_html_join  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402
from wagtail.signal_handlers import disable_reference_index_auto_update  # noqa: E402

from tests.benchmarks.rival.models import VerdictPage  # noqa: E402


def fill(verdicts: list[dict[str, Any]]) -> list[str]:
    """Every verdict below the site's root, where it is not yet."""
    root = Page.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)
    known = set(VerdictPage.objects.values_list("slug", flat=True))
    with disable_reference_index_auto_update():
        for verdict in verdicts:
            if verdict["slug"] not in known:
                root.add_child(instance=_page(verdict["slug"], verdict["payload"]))
    return [f"/{verdict['slug']}/" for verdict in verdicts]


def _page(slug: str, payload: dict[str, Any]) -> VerdictPage:
    claim, article = payload["claim"], payload["article"]
    paragraphs = ((part,) for part in payload["explanation_markdown"].split("\n\n"))
    return VerdictPage(
        title=payload["headline"],
        slug=slug,
        label=payload["label"]["text"],
        wording=claim["wording"],
        quote=claim["quote"],
        speaker=(claim["speaker"] or {}).get("name", ""),
        article=article["title"],
        publisher=(article["source"] or {}).get("name", ""),
        summary=payload["summary"],
        explanation=format_html_join("", "<p>{}</p>", paragraphs),
        questions=payload["questions"],
        evidence=json.dumps([{"type": "evidence", "value": _evidence(item)} for item in payload["evidence"]]),
    )


def _evidence(item: dict[str, Any]) -> dict[str, str]:
    taken = {name: item[name] for name in ("title", "published_on", "stance", "excerpt", "address")}
    return taken | {"source": item["source"]["name"]}


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    print(json.dumps(fill(json.load(sys.stdin))))
