"""Articles with the stages of their claims' reviews; accepting takes claims in at once."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims.admin.article_steps import ARTICLE_STEPS
from claims.admin.articles import ArticleAdmin
from claims.models import Article
from reviews.admin.review_steps import HOLD_STEPS, holds_on
from reviews.admin.steps import REFUSALS
from reviews.admin.taking_in import pulling
from reviews.models import Review

admin.site.unregister(Article)


@admin.register(Article)
class ReviewedArticleAdmin(ArticleAdmin):
    steps = (*pulling(ARTICLE_STEPS, "choose", "accept"), *HOLD_STEPS)
    refusals = REFUSALS
    page_template = "admin/reviews/article/page.html"

    def page_context(self, request: HttpRequest, target: Article) -> dict[str, Any]:
        context = super().page_context(request, target)
        reviews = {review.claim_id: review for review in Review.objects.filter(claim__article=target)}
        for claim in context["claims"]:
            claim.review = reviews.get(claim.pk)
        return {**context, "holds": holds_on(target)}
