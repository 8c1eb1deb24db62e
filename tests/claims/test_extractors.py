"""Which extractor reads an article is decided by three settings."""

from pytest_django import Settings

from claims.extraction import extract
from claims.extractors import extract_article_text
from tests.claims.llm.endpoint import serving

TEXT = "Norvik in winter\n\nThe harbour of Norvik handled 41,000 containers in 2018, the port authority reported.\n"


def test_without_settings_the_built_in_extractor_reads_it() -> None:
    assert extract_article_text(TEXT, published="2019-03-04") == extract(TEXT, published="2019-03-04")


def test_with_address_and_model_the_language_model_reads_it(settings: Settings) -> None:
    with serving({"selection": lambda body: {"sentences": []}}) as model:
        settings.CLAIMDESK_LLM_URL = model.endpoint.address
        settings.CLAIMDESK_LLM_MODEL = "house-model"
        found = extract_article_text(TEXT, published="2019-03-04", source="Norvik Post")
    assert found.version == "llm house-model, prompts 1"
    assert model.asked[0]["model"] == "house-model"
    assert model.authorisations == [None]
    assert (model.data(0)["published"], model.data(0)["source"]) == ("2019-03-04", "Norvik Post")


def test_half_a_setting_is_told_and_asks_nobody(settings: Settings) -> None:
    settings.CLAIMDESK_LLM_URL = "http://127.0.0.1:9/v1"
    found = extract_article_text(TEXT)
    assert found.claims == extract(TEXT).claims
    assert "CLAIMDESK_LLM_MODEL is not set" in found.notes[0]
