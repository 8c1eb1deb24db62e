"""The doorbell for notifications' mails, in one place: whatever was posted may have told somebody something."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from reviews.services.notification_mail import people_to_mail
from reviews.tasks import ring_notifications


class DoorbellMiddleware:
    """After a POST, whose it may be (desk, admin, a reader's form): rings a worker for mails just written.

    One query. Services never ring; what is missed here, the sweep finds within a minute.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST":
            ring_notifications(people_to_mail(just_written=True))
        return response
