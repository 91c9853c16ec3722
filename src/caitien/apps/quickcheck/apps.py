from django.apps import AppConfig


class QuickcheckConfig(AppConfig):
    name = "caitien.apps.quickcheck"
    label = "quickcheck"
    verbose_name = "Kiểm tra nhanh"
