"""`manage.py demo`: the sample newsroom, and the processes that serve it."""
