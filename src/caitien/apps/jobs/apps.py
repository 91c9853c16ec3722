from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "caitien.apps.jobs"
    label = "jobs"
    verbose_name = "Việc nền"
