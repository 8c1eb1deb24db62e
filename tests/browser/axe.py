"""What axe finds serious or critical on a page, and whether it is wider than its window."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
# Django's form styles import others; to look into those axe would add style elements, which our policy refuses.
OPTIONS = {"preload": False}


def faults(page: Page, name: str = "") -> list[str]:
    """One sentence for each fault, beginning with `name`."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    said = [
        f"{name} {item['id']} at {item['nodes'][0]['target']}: {item['nodes'][0]['failureSummary']}"
        for item in found
        if item["impact"] in SERIOUS
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return said + ([f"{name} is {wide} pixels too wide"] if wide > 0 else [])
