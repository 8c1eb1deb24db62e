"""`manage.py evaluate_extraction GOLD`: how well extraction reads annotated articles. Uses no database."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.extraction import EXTRACTOR_VERSION, extract
from claims.extraction.scoring import GoldArticle, GoldInvalid, Predicted, count, load_gold, measure
from claims.extraction.scoring.gold import ALL
from claims.extraction.scoring.release import RELEASE, Release, read_release, save_release
from claims.extraction.scoring.table import table


class Command(BaseCommand):
    help = "Measures extraction on annotated articles and shows the change since the last release. Uses no database."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", type=Path, metavar="GOLD", help="a folder with articles/, gold/ and split.json")
        parser.add_argument(
            "--part", default=ALL, help="a part named in split.json; all (without the seed) if left out"
        )
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")
        parser.add_argument("--save-release", action="store_true", help="keep these figures as those of the release")
        parser.add_argument("--release", type=Path, default=RELEASE, metavar="FILE", help="where release figures lie")

    def handle(self, *args: Any, **options: Any) -> None:
        part: str = options["part"]
        try:
            articles = load_gold(options["gold"], part)
        except GoldInvalid as error:
            raise CommandError(str(error)) from error
        figures = measure([_count(article) for article in articles])
        release = read_release(part, options["release"])
        if options["json"]:
            said = {"part": part, "version": EXTRACTOR_VERSION, "overall": figures, "release": release.figures}
            self.stdout.write(json.dumps(said, indent=1))
        else:
            self.stdout.write(table(figures, release))
        if options["save_release"]:
            save_release(part, Release(EXTRACTOR_VERSION, figures), options["release"])
            self.stderr.write(f"Saved as the figures of release {EXTRACTOR_VERSION} in {options['release']}.")


def _count(article: GoldArticle) -> Counter[str]:
    found = extract(article.text, published=article.published)
    return count(article, [Predicted.of(claim) for claim in found.claims], [credit.name for credit in found.credits])
