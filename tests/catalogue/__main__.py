"""Brings the catalogues up to date: `python -m tests.catalogue`, then translate what it names, then run it again."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("CLAIMDESK_MODE", "embedded")

import django

django.setup()

from django.conf import settings  # noqa: E402

from tests.catalogue.keeping import mo_of, path_of, po_of, wanted  # noqa: E402

for code, name in settings.LANGUAGES:
    if code != settings.LANGUAGE_CODE:
        catalogue = wanted(code)
        po = po_of(catalogue)
        path_of(code).parent.mkdir(parents=True, exist_ok=True)
        path_of(code).write_bytes(po)
        path_of(code, "mo").write_bytes(mo_of(po, code))
        missing = [message for message in catalogue if message.id and not any(message.string or ())]
        print(f"{name}: {len(catalogue)} messages, {len(missing)} without a translation")
        for message in missing:
            print(f"  {message.id!r}")
