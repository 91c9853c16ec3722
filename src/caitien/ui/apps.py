from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "caitien.ui"
    label = "ui"
    verbose_name = "Giao diện"
