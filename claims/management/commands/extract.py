"""`manage.py extract FILE…`: claims out of files, shown or written as JSON. Uses no database and no network."""

import json
import shutil
import sys
from argparse import ArgumentParser
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.claim_table import claim_table
from claims.errors import IngestRefused
from claims.extraction import Extraction, ExtractionRefused, extract
from claims.ingest.files import read_file
from claims.management.arguments import day


class Command(BaseCommand):
    help = "Shows the checkable claims of text or HTML files. Uses no database; `-` reads the standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--published", type=day, metavar="DATE", help="the article's day, such as 2019-09-09")
        parser.add_argument("--source", metavar="NAME", help="the publisher, which is left out of the credits")
        parser.add_argument("--format", choices=["table", "json"], default="table")
        parser.add_argument("--out", type=Path, metavar="DIR", help="write NAME.json for each file NAME.* into DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[str] = options["files"]
        out: Path | None = options["out"]
        if out is not None:
            _refuse_same_names(files)
            out.mkdir(parents=True, exist_ok=True)
        results = []
        for name in files:
            try:
                results.append((name, _read(name, options["published"], options["source"])))
            except (IngestRefused, ExtractionRefused, OSError) as error:
                self.stderr.write(self.style.ERROR(f"{name}: {_say(error)}"))
        if out is not None:
            for name, extraction in results:
                (out / f"{_stem(name)}.json").write_text(_json(_as_dict(name, extraction)), encoding="utf-8")
        if options["format"] == "json":
            self.stdout.write(_json([_as_dict(name, extraction) for name, extraction in results]))
        else:
            width = shutil.get_terminal_size().columns
            tables = [claim_table(extraction, title=name, width=width) for name, extraction in results]
            self.stdout.write("\n\n".join(tables))
        if len(results) < len(files):
            raise CommandError(f"{len(files) - len(results)} of {len(files)} could not be read.", returncode=1)


def _read(name: str, published: date | None, source: str | None) -> Extraction:
    page = read_file(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
    return extract(page.text, published=published or page.published_on, source=source or page.site or None)


def _as_dict(name: str, extraction: Extraction) -> dict[str, Any]:
    """The spans point into `text`, which for an HTML file is the article found in it."""
    return {"file": name, "text": extraction.text, **extraction.as_dict()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem


def _refuse_same_names(files: list[str]) -> None:
    twice = [stem for stem, count in Counter(map(_stem, files)).items() if count > 1]
    if twice:
        raise CommandError(f"Two files would both become {twice[0]}.json: name them one at a time.")


def _say(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
