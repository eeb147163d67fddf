"""The second step of signing in."""

from __future__ import annotations

import base64
import io

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login as otp_login
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from tocsin.accounts import services
from tocsin.accounts.forms import CodeForm, VerifyForm


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("wagtailadmin_home")


def _drawn(address: str) -> SafeString:
    """Return the QR code of *address* as an SVG without a script or a style."""
    stream = io.BytesIO()
    segno.make(address, micro=False).save(
        stream, kind="svg", scale=5, border=4, xmldecl=False, svgns=True, light="#fff", dark="#000"
    )
    return mark_safe(stream.getvalue().decode())  # noqa: S308 - drawn here, from an address of our own making


@never_cache
@require_admin_access
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code; lead those who have no second factor yet to setting one up."""
    user = request.user
    if services.confirmed_device(user) is None:  # type: ignore[arg-type]
        return redirect(f"{reverse('second_factor_set_up')}?next={_next(request)}")
    if user.is_verified():  # type: ignore[union-attr]
        return render(request, "desk/second_factor_settings.html", {"form": CodeForm()})
    form = VerifyForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session.cycle_key()
        otp_login(request, form.device)
        return redirect(_next(request))
    return render(request, "desk/second_factor.html", {"form": form, "next": _next(request)})


@never_cache
@require_admin_access
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the secret as a QR code and as text, take the first code, show the recovery codes once.

    Whoever has a second factor gives it before setting up another.
    """
    user = request.user
    if services.confirmed_device(user) and not user.is_verified():  # type: ignore[arg-type, union-attr]
        return redirect("second_factor")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = services.confirm_device(user, form.cleaned_data["code"])  # type: ignore[arg-type]
        if codes is not None:
            request.session.cycle_key()
            otp_login(request, services.confirmed_device(user))  # type: ignore[arg-type]
            return render(request, "desk/recovery_codes.html", {"codes": codes, "next": _next(request)})
        form.add_error("code", _("This code does not hold. Check the clock of your device and type the next one."))
    device = services.device_to_confirm(user)  # type: ignore[arg-type]
    context = {"form": form, "picture": _drawn(device.config_url), "key": _key(device), "next": _next(request)}
    return render(request, "desk/second_factor_set_up.html", context)


def _key(device: object) -> str:
    """Return the secret as apps take it when typed: base 32, in groups of four (RFC 4648)."""
    text = base64.b32encode(device.bin_key).decode().rstrip("=")  # type: ignore[attr-defined]
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


@never_cache
@require_admin_access
@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes and show them once."""
    if settings.SECOND_FACTOR and not request.user.is_verified():  # type: ignore[union-attr]
        return redirect("second_factor")
    codes = services.new_recovery_codes(request.user)  # type: ignore[arg-type]
    messages.success(request, _("The earlier recovery codes no longer hold."))
    return render(request, "desk/recovery_codes.html", {"codes": codes, "next": reverse("wagtailadmin_account")})
