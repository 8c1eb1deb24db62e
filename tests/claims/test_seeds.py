"""The seeded sources: complete, consistent, and found by the names that credit lines use."""

import re
from collections import Counter

import pytest

from claims.enums import Control
from claims.models import Source
from claims.names import bearers, key
from claims.seeds.sources import SEEDS, Seed

CREDIT_LINE_NAMES = (
    *(
        "AFP",
        "ANSA",
        "AP",
        "BBC",
        "Bloomberg",
        "EFE",
        "Eurostat",
        "Interfax",
        "Kremlin",
        "Kyodo",
        "OSCE",
        "PA",
        "RFE/RL",
    ),
    *("Reuters", "TASS", "UPI", "Xinhua", "dpa", "Al Jazeera", "Deutsche Welle", "Elysee Palace", "France 24"),
    *("RIA Novosti", "UN Human Rights Office"),
)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_control_names_the_document_that_settles_it(seed: Seed) -> None:
    assert seed.control == Control.UNKNOWN or seed.reference
    assert re.fullmatch(r"([A-Z]{2})?", seed.country)
    assert all(domain == domain.lower() and not domain.startswith("www.") for domain in seed.domains)
    assert not seed.wikidata or re.fullmatch(r"Q\d+", seed.wikidata)


def test_owners_stand_before_what_they_own() -> None:
    seen: set[str] = set()
    for seed in SEEDS:
        assert not seed.owner or seed.owner in seen
        seen.add(seed.name)


def test_no_two_seeds_share_a_name_an_alias_or_a_domain() -> None:
    names = Counter(label for seed in SEEDS for label in {key(name) for name in (seed.name, *seed.aliases)})
    domains = Counter(domain for seed in SEEDS for domain in seed.domains)
    assert [name for name, count in (names + domains).items() if count > 1] == []


@pytest.mark.django_db
def test_the_names_of_credit_lines_find_their_sources() -> None:
    assert sorted(bearers(CREDIT_LINE_NAMES, Source.objects.all())) == sorted(CREDIT_LINE_NAMES)
    assert Source.objects.count() >= len(SEEDS)
    assert Source.objects.get(name="OHCHR").owner == Source.objects.get(name="United Nations")
