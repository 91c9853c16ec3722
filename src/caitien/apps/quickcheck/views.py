from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from caitien.apps.quickcheck import actions, example, queries, reference, service
from caitien.apps.quickcheck.forms import UploadForm, refusal
from caitien.apps.quickcheck.models import QuickCheck
from caitien.apps.quickcheck.progress import steps_of
from caitien.apps.quickcheck.result_page import result_context


def with_check(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Fetch the check of the address; an unknown one answers 404, one whose time is over 410, both in warm words."""

    @wraps(view)
    def fetch(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            check = queries.check_at(token)
        except queries.Gone:
            return private(render(request, "quickcheck/gone.html", status=410))
        if check is None:
            return private(render(request, "quickcheck/gone.html", status=404))
        return private(view(request, check, **kwargs))

    return never_cache(fetch)


def private(response: HttpResponse) -> HttpResponse:
    """Keep search engines away from an address that is a secret."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def start(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _take(request)
    return _start_page(request, UploadForm())


def _take(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if sentence := refusal(request, form):
        return _refuse(request, form, sentence, status=413 if request.META.get("caitien.too_large") else 400)
    if queries.too_busy():
        return _refuse(request, form, _("Đang có nhiều tệp chờ đọc. Xin thử lại sau ít phút."), status=503)
    given = form.cleaned_data
    check = actions.start(given["content"], name=given["name"], ruleset=given["quy_dinh"])
    if _wants_json(request):
        return JsonResponse({"url": check.get_absolute_url()}, status=201)
    return redirect(check)


def _refuse(request: HttpRequest, form: UploadForm, sentence: str, *, status: int) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": sentence}, status=status)
    return _start_page(request, form, error=sentence, status=status)


def _start_page(request: HttpRequest, form: UploadForm, *, error: str = "", status: int = 200) -> HttpResponse:
    context = {"section": "start", "form": form, "error": error, "rulesets": reference.rulesets()}
    return render(request, "quickcheck/start.html", context, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


@require_POST
def try_example(request: HttpRequest) -> HttpResponse:
    """Check the example plan, the same way as any other file."""
    return redirect(actions.start(example.docx(), name=example.name()))


@require_GET
def download_example(request: HttpRequest) -> HttpResponse:
    return attachment(example.docx(), example.name(), service.MEDIA_TYPES["docx"])


@with_check
@require_safe
def result(request: HttpRequest, check: QuickCheck) -> HttpResponse:
    if check.state == QuickCheck.State.DONE:
        page = queries.page_of(check)
        return render(request, "quickcheck/result.html", result_context(request, check, page))
    failed = check.state == QuickCheck.State.FAILED
    context = {"section": "start", "check": check, "steps": steps_of(check)}
    template = "quickcheck/failed.html" if failed else "quickcheck/progress.html"
    return render(request, template, context, status=422 if failed else 200)


@with_check
@require_safe
def source(request: HttpRequest, check: QuickCheck) -> HttpResponse:
    """The document alone: for plans too long to stand beside their findings from the start."""
    if check.state != QuickCheck.State.DONE:
        raise Http404
    return render(request, "quickcheck/source.html", {"check": check, "page": queries.page_of(check)})


@with_check
@require_safe
def progress(request: HttpRequest, check: QuickCheck) -> HttpResponse:
    """The steps alone, for the script of the progress page; 205 asks it to load the page anew."""
    if check.finished:
        return HttpResponse(status=205)
    return render(request, "quickcheck/progress_steps.html", {"check": check, "steps": steps_of(check)})


@with_check
@require_POST
def act(request: HttpRequest, check: QuickCheck) -> HttpResponse:
    """Apply, undo, set aside or take back; then the result again, with a word about what happened."""
    if check.state != QuickCheck.State.DONE:
        raise Http404
    anchor = _change(request, check)
    return redirect(check.get_absolute_url() + anchor)


def _change(request: HttpRequest, check: QuickCheck) -> str:
    """Do what the button says, leave a word for the toast, and return the anchor to come back to."""
    post = request.POST
    if "sua_het" in post:
        keys = [found["key"] for found in queries.page_of(check).findings if found["edits"]]
        done, at = actions.apply_fixes(check, keys)
        _tell(request, _("Đã sửa %d chỗ.") % len(done), undo=f"hoan_tac_luc={at}")
        return "#tom-tat"
    if moment := post.get("hoan_tac_luc"):
        _tell(request, _("Đã trả lại chữ cũ ở %d chỗ.") % len(actions.undo_fixes_of(check, moment)))
        return "#tom-tat"
    for name, act_on in BUTTONS.items():
        if key := post.get(name):
            if act_on(check, key, post):
                _tell(request, str(TOLD[name]), undo=f"{UNDO[name]}={key}" if name in UNDO else "")
            return f"#nx-{key}"
    return ""


BUTTONS: dict[str, Callable[[QuickCheck, str, QueryDict], object]] = {
    "sua": lambda check, key, post: actions.apply_fixes(check, [key])[0],
    "hoan_tac": lambda check, key, post: actions.undo_fixes(check, [key]),
    "bo_qua": lambda check, key, post: actions.set_aside(check, key, " ".join(post.get("ly_do", "").split())),
    "ap_dung_lai": lambda check, key, post: actions.take_back(check, key),
}
TOLD = {
    "sua": gettext_lazy("Đã sửa 1 chỗ."),
    "hoan_tac": gettext_lazy("Đã trả lại chữ cũ."),
    "bo_qua": gettext_lazy("Đã ghi là không áp dụng."),
    "ap_dung_lai": gettext_lazy("Nhận xét được tính lại."),
}
UNDO = {"sua": "hoan_tac", "bo_qua": "ap_dung_lai"}


def _tell(request: HttpRequest, text: str, *, undo: str = "") -> None:
    messages.success(request, text, extra_tags=undo)


@with_check
@require_safe
def download(request: HttpRequest, check: QuickCheck, format: str) -> HttpResponse:
    if check.state != QuickCheck.State.DONE or format not in service.MEDIA_TYPES:
        raise Http404
    try:
        made = service.corrected(check, format)
    except service.UserError as error:
        context = {"section": "start", "check": check, "error": str(error)}
        return render(request, "quickcheck/failed.html", context, status=422)
    return attachment(made.data, made.name, service.MEDIA_TYPES[format])


def attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@with_check
@require_POST
def delete(request: HttpRequest, check: QuickCheck) -> HttpResponse:
    actions.delete(check)
    return redirect("quickcheck:deleted")


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "quickcheck/deleted.html", {"section": "start"})
