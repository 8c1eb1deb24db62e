#!/usr/bin/env python
"""Django's command line; a few commands say by themselves in which mode they run (see config.env)."""

import os
import signal
import sys

from django.core.management import execute_from_command_line

from config import env


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    env.announce_command(command)
    if command == "demo":
        # Until the demo watches for it by itself, Ctrl-C just ends it: nothing has been started yet.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
