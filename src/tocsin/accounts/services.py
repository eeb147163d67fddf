"""Every write to accounts: people, passwords, second factors. Each is told to Wagtail's log."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from tocsin.accounts.errors import AccountRefused
from tocsin.accounts.models import User

RECOVERY_CODES = 10
_EASY = "abcdefghjkmnpqrstuvwxyz23456789"  # without what is mistaken for something else


def new_password() -> str:
    """Return a password of 20 characters (99 bits), in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(_EASY) for _ in range(5)) for _ in range(4))


@transaction.atomic
def add_user(username: str, *, group: str, password: str) -> User:
    """Add a member of staff to *group*. Raises ``AccountRefused`` for a taken name, a weak password, no such group."""
    if User.objects.filter(username__iexact=username).exists():
        raise AccountRefused(f"There is an account named {username}: choose another name.")
    user = User(username=username)
    try:
        user.full_clean(exclude=["password"])
        validate_password(password, user)
    except ValidationError as error:
        raise AccountRefused(" ".join(error.messages)) from None
    user.set_password(password)
    user.save()
    set_role(user, group=group)
    return user


@transaction.atomic
def set_role(user: User, *, group: str) -> None:
    """Make *group* the only one of *user*. Raises ``AccountRefused``."""
    found = Group.objects.filter(name=group).first()
    if found is None:
        raise AccountRefused(f"There is no group {group}: run `tocsin upgrade` to make the newsroom's roles.")
    user.groups.set([found])
    log(user, "tocsin.account.role", data={"role": group})


@transaction.atomic
def set_password(user: User, password: str) -> None:
    """Give *user* another password; every session of theirs ends. Raises ``AccountRefused``."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise AccountRefused(" ".join(error.messages)) from None
    user.set_password(password)
    user.save(update_fields=["password"])
    log(user, "tocsin.account.password")


@transaction.atomic
def set_active(user: User, *, active: bool) -> None:
    """Let *user* sign in, or no longer."""
    user.is_active = active
    user.save(update_fields=["is_active"])
    log(user, "tocsin.account.active" if active else "tocsin.account.inactive")


# The second factor ----------------------------------------------------------------------------------------------


def confirmed_device(user: User) -> TOTPDevice | None:
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


@transaction.atomic
def device_to_confirm(user: User) -> TOTPDevice:
    """Return the device *user* is about to confirm, with its secret; a new one where there is none."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})[0]  # type: ignore[no-any-return]


@transaction.atomic
def confirm_device(user: User, token: str) -> list[str] | None:
    """Confirm the waiting device with its first *token*; return the recovery codes, or nothing for a wrong token.

    It takes the place of an earlier device.
    """
    device = device_to_confirm(user)
    if not token.isdecimal() or not device.verify_token(token):
        return None
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    device.confirmed = True
    device.save()
    log(user, "tocsin.account.second_factor")
    return new_recovery_codes(user)


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Return ten new codes, each good for one sign-in; earlier ones no longer hold."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    codes = ["".join(secrets.choice(_EASY) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create([StaticToken(device=device, token=code) for code in codes])
    return codes


@transaction.atomic
def reset_second_factor(user: User) -> None:
    """Take the second factor from *user*, who sets a new one up at the next sign-in."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    log(user, "tocsin.account.second_factor_reset")
