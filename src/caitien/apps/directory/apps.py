from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "caitien.apps.directory"
    label = "directory"
    verbose_name = "Danh bạ"
