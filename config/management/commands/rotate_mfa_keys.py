"""Puts every second factor under the first of CLAIMDESK_MFA_KEYS, after which the other keys can be taken out."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.second_factors import rewrite, under_the_first_key


class Command(BaseCommand):
    help = "Encrypts the secrets of all second factors with the first of CLAIMDESK_MFA_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                changed = rewrite(Authenticator.objects, under_the_first_key)
        except ImproperlyConfigured as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        self.stdout.write(f"{changed} second factors are under the first key. The other keys can go now.")
