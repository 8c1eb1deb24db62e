import subprocess

from tests.architecture.tree import ROOT

NAMED = {"manage.py", "pyproject.toml", "README.md", "claims", "reviews", "config", "templates", "tests"}


def test_the_top_level_holds_what_the_design_names() -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    top = {path.split("/")[0] for path in listed if path and not path.startswith(".")}
    assert top - NAMED == set()


def test_nothing_generated_is_kept() -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert listed == ""
