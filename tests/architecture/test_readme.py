"""README and code say the same."""

import re

from config.env import SCHEME
from tests.architecture.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTING = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    assert sorted(SETTING.findall(README)) == sorted(SCHEME)


def test_every_command_of_ours_is_documented() -> None:
    commands = {
        path.stem
        for room in ("config", "claims", "reviews")
        for path in (ROOT / room / "management" / "commands").glob("[a-z]*.py")
    }
    assert {command for command in commands if f"manage.py {command}" not in README} == set()


def test_the_first_two_blocks_are_the_demo_and_the_tests() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert blocks[0].rstrip().endswith("manage.py demo")
    assert blocks[1].rstrip().endswith("pytest")
