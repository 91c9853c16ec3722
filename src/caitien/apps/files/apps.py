from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "caitien.apps.files"
    label = "files"
    verbose_name = "Tệp"
