from django.urls import path

from caitien.ui import views

app_name = "ui"
urlpatterns = [path("", views.choose_theme, name="theme")]
