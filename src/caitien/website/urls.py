from django.conf import settings
from django.urls import include, path

from caitien.ui.views import components
from caitien.website import errors, health

handler404 = errors.not_found
handler500 = errors.broken

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
    path("ngon-ngu/", include("django.conf.urls.i18n")),
    path("giao-dien/", include("caitien.ui.urls")),
    path("", include("caitien.apps.quickcheck.urls")),
]
if settings.DEBUG:
    urlpatterns.insert(0, path("_components", components, name="components"))
