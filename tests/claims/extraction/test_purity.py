"""The package needs no Django, and loads the parser only when there is a text to read."""

from __future__ import annotations

import subprocess
import sys

# urllib3 is missing here: spaCy brings it along for its downloader; our own imports are import-linter's business.
FORBIDDEN = ("django", "celery", "psycopg", "claims.models", "config")


def test_reading_a_text_imports_no_framework() -> None:
    script = (
        "import sys; from claims.extraction import extract; "
        "assert 'spacy' not in sys.modules; "
        "assert extract('Fifteen people died in Lagos, police said.').claims; "
        f"print([name for name in {FORBIDDEN!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
