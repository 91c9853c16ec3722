from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from caitien.apps.files.uploads import too_large
from caitien.apps.quickcheck import reference

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    """A file or pasted text, and the rules to judge it by. Every fault is one sentence that says what to do."""

    tep = forms.FileField(required=False, allow_empty_file=True, max_length=None)
    van_ban = forms.CharField(required=False, strip=False)
    quy_dinh = forms.CharField(required=False)

    def clean_quy_dinh(self) -> str:
        chosen: str = self.cleaned_data["quy_dinh"]
        return chosen if chosen in dict(reference.rulesets()) else ""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        file, text = data.get("tep"), data.get("van_ban", "")
        if file:
            data["content"], data["name"] = file.read(), file.name
        elif text.strip():
            data["content"], data["name"] = text.encode(), _("nội dung đã dán") + ".txt"
        else:
            raise forms.ValidationError(_("Chưa có tệp nào. Xin chọn tệp kế hoạch hoặc dán nội dung."))
        if len(data["content"]) > settings.UPLOAD_LIMIT:
            raise forms.ValidationError(oversize(len(data["content"])))
        return data


def oversize(size: int) -> str:
    """The sentence for a file of so many bytes."""
    return _("Tệp nặng %(size)d MB, mức nhận là %(most)d MB. Thử bỏ bớt ảnh hoặc lưu PDF cỡ nhỏ.") % {
        "size": -(-size // MEGABYTE),
        "most": settings.UPLOAD_LIMIT // MEGABYTE,
    }


def refusal(request: HttpRequest, form: UploadForm) -> str:
    """Why an upload is not taken, "" when it is."""
    if size := too_large(request):
        return oversize(size)
    return "" if form.is_valid() else next(iter(form.errors.values()))[0]
