"""Settings for the type checker's Django plugin, which has to load them without a production environment."""

import os

os.environ["CLAIMDESK_MODE"] = "embedded"

from config.settings import *  # noqa: F403
