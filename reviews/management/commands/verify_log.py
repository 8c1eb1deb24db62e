"""`manage.py verify_log [--anchors FILE] [--export FILE]`: does every row of the decision log stand as written?"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.log_check import Anchors, current_anchors, faulty_rows


class Command(BaseCommand):
    help = "Checks the decision log of every review and names each changed, missing, added or re-ordered row."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anchors", type=Path, metavar="FILE", help="Check against the ends exported here, too.")
        parser.add_argument("--export", type=Path, metavar="FILE", help="Write the logs' ends here; keep it elsewhere.")

    def handle(self, *args: Any, anchors: Path | None, export: Path | None, **options: Any) -> None:
        faults = 0
        for review, problem in faulty_rows(_read(anchors) if anchors else {}):
            faults += 1
            self.stderr.write(f"review {review}, event {problem.sequence}: {problem.says}")
        if faults:
            raise CommandError(f"The decision log does not hold: {faults} faults.")
        if export:
            _write(export)
        self.stdout.write("The decision log holds.")


def _read(path: Path) -> Anchors:
    """One JSON object on each line: review, count, hash. CommandError says which line can't be read."""
    anchors = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} can't be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            anchors[str(entry["review"])] = (int(entry["count"]), str(entry["hash"]))
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{path}, line {number} is not an anchor as `--export` writes it: {error}") from error
    return anchors


def _write(path: Path) -> None:
    lines = (
        json.dumps({"review": review, "count": count, "hash": head}) + "\n" for review, count, head in current_anchors()
    )
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)
