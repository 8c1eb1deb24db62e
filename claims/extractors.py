"""Which extractor reads an article: the newsroom's language model where one is set, else the built-in one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.conf import settings

from claims.extraction import Extraction, extract
from claims.llm.client import Endpoint
from claims.llm.extractor import extract_with_model


def extract_article_text(
    text: str,
    *,
    published: str | None = None,
    source: str | None = None,
    language: str = "en",
    before_each_question: Callable[[], None] = lambda: None,
) -> Extraction:
    """The claims of a text; `published` is an ISO day. `version` of the result names the extractor that made them.

    Asks the network where a model is set, so never inside a transaction. Raises what `extract` raises.
    A model may take minutes: `before_each_question` is where a job renews its lease; what it raises comes through.
    """
    read = extract(text, published=published, source=source, language=language)
    address, model = settings.CLAIMDESK_LLM_URL, settings.CLAIMDESK_LLM_MODEL
    if not address and not model:
        return read
    if not address or not model:
        missing = "CLAIMDESK_LLM_MODEL" if address else "CLAIMDESK_LLM_URL"
        note = f"No language model was asked, since {missing} is not set. These are the built-in extractor's claims."
        return replace(read, notes=(*read.notes, note))
    endpoint = Endpoint(address, model, settings.CLAIMDESK_LLM_KEY)
    day = date.fromisoformat(published) if published else None
    return extract_with_model(read, endpoint, published=day, source=source, before_each=before_each_question)
