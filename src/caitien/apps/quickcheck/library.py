"""Pages to read: the faults the checker knows, the regulations a plan rests on, the guide."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caitien.apps.quickcheck import guide as guide_text
from caitien.apps.quickcheck import reference


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    sought = " ".join(request.GET.get("tim", "").split())
    groups = reference.rule_groups(sought)
    context = {
        "section": "rules",
        "groups": groups,
        "sought": sought,
        "total": sum(len(group.pages) for group in groups),
        "nothing": _("Không có lỗi nào khớp"),
    }
    return render(request, "quickcheck/rules.html", context)


@require_safe
def rule(request: HttpRequest, code: str) -> HttpResponse:
    page = reference.rule_page(code)
    if page is None:
        raise Http404
    return render(request, "quickcheck/rule.html", {"section": "rules", "rule": page})


@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "quickcheck/regulations.html",
        {"section": "regulations", "groups": reference.regulations(timezone.localdate())},
    )


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "quickcheck/guide.html", {"section": "guide", "guide": guide_text.guide()})
