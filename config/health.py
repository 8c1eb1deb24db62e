"""Answers for load balancers and the service manager."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.checks import public_role_problems


@require_safe
@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """This process answers; says nothing about the database."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers, every migration is applied and public pages have their role; else 503 with the reason."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        problems = public_role_problems("default")
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    if waiting:
        return JsonResponse({"status": f"{len(waiting)} migrations are not applied"}, status=503)
    if problems:
        return JsonResponse({"status": "; ".join(problem.msg for problem in problems)}, status=503)
    return JsonResponse({"status": "ok"})
