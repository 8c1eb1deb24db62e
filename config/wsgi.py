import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# The web keeps its connections: opening one costs more than most pages. Workers open theirs per task.
os.environ.setdefault("CLAIMDESK_POOL_SIZE", "8")

application = get_wsgi_application()
