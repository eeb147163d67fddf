"""What people type when they sign in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import match_token
from wagtail.admin.forms.auth import LoginForm

from tocsin.accounts import throttle


class SignInForm(LoginForm):
    """Name and password; after too many failures this network has to wait."""

    def clean(self) -> dict[str, Any]:
        name = str(self.cleaned_data.get("username") or "")
        if throttle.is_closed(self.request, name):
            raise forms.ValidationError(_("Too many attempts. Wait a quarter of an hour, or try from another network."))
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError:
            throttle.record_failure(self.request, name)
            raise
        throttle.forget(self.request, name)
        return cleaned


class CodeForm(forms.Form):
    """A code of the app, or one of the recovery codes."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split()).replace("-", "").lower()


class VerifyForm(CodeForm):
    """The second step of signing in."""

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.device: Any = None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if code := cleaned.get("code"):
            self.device = match_token(self.user, code)
            if self.device is None:
                raise forms.ValidationError(
                    _("This code does not hold. Wait for the next one; after several wrong ones wait a little longer.")
                )
        return cleaned
