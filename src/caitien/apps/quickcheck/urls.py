from django.urls import path

from caitien.apps.quickcheck import library, views

app_name = "quickcheck"
urlpatterns = [
    path("", views.start, name="start"),
    path("kiem-tra/mau/", views.try_example, name="example"),
    path("kiem-tra/da-xoa/", views.deleted, name="deleted"),
    path("kiem-tra/<str:token>/", views.result, name="result"),
    path("kiem-tra/<str:token>/van-ban/", views.source, name="source"),
    path("kiem-tra/<str:token>/tien-do/", views.progress, name="progress"),
    path("kiem-tra/<str:token>/viec/", views.act, name="act"),
    path("kiem-tra/<str:token>/tai/<str:format>/", views.download, name="download"),
    path("kiem-tra/<str:token>/xoa/", views.delete, name="delete"),
    path("ke-hoach-mau.docx", views.download_example, name="example_file"),
    path("loi/", library.rules, name="rules"),
    path("loi/<str:code>/", library.rule, name="rule"),
    path("van-ban/", library.regulations, name="regulations"),
    path("huong-dan/", library.guide, name="guide"),
]
