"""The checkout, as the architecture tests read it."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("config", "reviews", "claims", "tests")


def python_files(*, tests: bool = True) -> Iterator[Path]:
    """Every Python file that people write; what Django writes down in migrations is a record, not code to read."""
    for room in ROOMS if tests else ROOMS[:-1]:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.relative_to(ROOT).parts:
                yield path


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
