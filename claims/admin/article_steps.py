"""What an editor may do on an article's page."""

from typing import Any

from django import forms
from django.http import HttpRequest

from claims.admin.fields import SourceField
from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from claims.admin.writing import WriteClaimForm
from claims.models import Article, Claim
from claims.services.articles import edit_article
from claims.services.extract import queue_extraction
from claims.services.triage import accept_claims, accept_these_set_aside_the_rest, set_aside_claims, write_claim
from claims.tasks import ring

TRIAGE = "claims.triage_claim"


class ChooseForm(StepForm):
    claims = forms.ModelMultipleChoiceField(
        Claim.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="Claims"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claims: Any = self.fields["claims"]
        claims.queryset = self.target.claims.all()


class ChooseSomeForm(ChooseForm):
    def clean_claims(self) -> Any:
        chosen = self.cleaned_data["claims"]
        if not chosen:
            raise forms.ValidationError("Tick at least one claim.")
        return chosen


class EditArticleForm(StepForm):
    title = forms.CharField(max_length=500, required=False)
    source = SourceField(asked_by="claims.article.source")
    byline = forms.CharField(max_length=300, required=False)
    published_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    wire_id = forms.CharField(max_length=100, required=False, label="Wire id")
    language = forms.CharField(max_length=10, help_text="ISO code, for example en.")

    def __init__(self, *args: Any, target: Article, **kwargs: Any) -> None:
        fields = ("title", "source", "byline", "published_on", "wire_id", "language")
        kwargs["initial"] = {name: getattr(target, name) for name in fields}
        super().__init__(*args, target=target, **kwargs)


def _choose(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    accepted, set_aside = accept_these_set_aside_the_rest(
        article=article, accepted_ids=[claim.pk for claim in cleaned["claims"]], by=acting(request)
    )
    return f"{_count(accepted)} accepted, {_count(set_aside)} set aside."


def _accept(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    return f"{_count(accept_claims(claims=cleaned['claims'], by=acting(request)))} accepted."


def _set_aside(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    return f"{_count(set_aside_claims(claims=cleaned['claims'], by=acting(request)))} set aside."


def _extract(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    ring(queue_extraction(article=article, requested_by=acting(request)))
    return "The article will be read again. What people have worked on stays as it is."


def _edit(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    edit_article(article=article, by=acting(request), **cleaned)
    return "Saved."


def _write(request: HttpRequest, article: Article, cleaned: dict[str, Any]) -> str:
    claim = write_claim(
        article=article,
        start=cleaned["start"],
        end=cleaned["end"],
        wording=cleaned["wording"],
        kind=cleaned["kind"],
        speaker=cleaned["speaker"],
        by=acting(request),
    )
    return f"Written: “{claim}”."


def _count(claims: list[Claim]) -> str:
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"


ARTICLE_STEPS: tuple[Step, ...] = (
    Step("choose", "Accept these, set aside the rest", TRIAGE, _choose, ChooseForm, prefix="pick"),
    Step("accept", "Accept these", TRIAGE, _accept, ChooseSomeForm, prefix="pick"),
    Step("set-aside", "Set these aside", TRIAGE, _set_aside, ChooseSomeForm, prefix="pick"),
    Step(
        "extract",
        "Read the article again",
        "claims.ingest_article",
        _extract,
        explains="Finds claims anew: adds what is new and never touches what a person has worked on.",
    ),
    Step("write", "Write this claim", TRIAGE, _write, WriteClaimForm),
    Step("edit", "Edit the facts", "claims.change_article", _edit, EditArticleForm),
)
