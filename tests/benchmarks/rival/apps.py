from django.apps import AppConfig


class RivalConfig(AppConfig):
    name = "tests.benchmarks.rival"
    label = "rival"
