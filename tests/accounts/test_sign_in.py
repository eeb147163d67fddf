"""Signing in: name, password, second factor, and how often one may try."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import make
from tocsin.accounts import services, throttle
from tocsin.accounts.models import FailedSignIn, User
from tocsin.articles.models import HomePage
from tocsin.lib import clock

DESK = "/desk/"


@pytest.fixture(autouse=True)
def _required(settings: object) -> None:
    settings.SECOND_FACTOR = True  # type: ignore[attr-defined]


@pytest.fixture
def person(home: HomePage) -> User:
    return make.user("olha", role="Editors")


def sign_in(client: Client, name: str = "olha", password: str = make.PASSWORD, **headers: str) -> object:
    return client.post(reverse("wagtailadmin_login"), {"username": name, "password": password}, **headers)  # type: ignore[arg-type]


def code_of(device: TOTPDevice, *, later: int = 0) -> str:
    totp = TOTP(device.bin_key)
    totp.time = clock.now().timestamp() + later
    return f"{totp.token():06}"


def enrol(client: Client, person: User) -> list[str]:
    client.get(reverse("second_factor_set_up"))
    code = code_of(services.device_to_confirm(person))
    page = client.post(reverse("second_factor_set_up"), {"code": code}).content.decode()
    return re.findall(r"<li><code>(\w{10})</code>", page)


def test_the_desk_is_closed_without_a_second_factor(person: User, client: Client) -> None:
    sign_in(client)
    response = client.get(DESK)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("second_factor"))
    assert client.get(reverse("second_factor"))["Location"].startswith(reverse("second_factor_set_up"))


def test_after_setting_it_up_the_desk_is_open_and_ten_codes_are_shown_once(person: User, client: Client) -> None:
    sign_in(client)
    codes = enrol(client, person)
    assert len(set(codes)) == 10
    assert client.get(DESK).status_code == 200


def test_the_next_time_a_code_opens_it(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    other = Client()
    sign_in(other)
    assert other.get(DESK).status_code == 302
    wrong = other.post(reverse("second_factor"), {"code": "000000"})
    assert "does not hold" in wrong.content.decode()
    with time_machine.travel(clock.now() + timedelta(seconds=90)):
        device = services.confirmed_device(person)
        assert device is not None
        response = other.post(reverse("second_factor"), {"code": code_of(device)})
        assert response["Location"] == DESK
        assert other.get(DESK).status_code == 200


@pytest.mark.parametrize("skew", [-30, 30])
def test_a_clock_that_is_half_a_minute_off_does_not_matter(person: User, client: Client, skew: int) -> None:
    sign_in(client)
    client.get(reverse("second_factor_set_up"))
    code = code_of(services.device_to_confirm(person), later=skew)
    assert "Keep these ten codes" in client.post(reverse("second_factor_set_up"), {"code": code}).content.decode()


def test_a_code_is_good_once(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    with time_machine.travel(clock.now() + timedelta(seconds=90), tick=False):
        device = services.confirmed_device(person)
        assert device is not None
        code = code_of(device)
        for expected in (302, 200):
            other = Client()
            sign_in(other)
            assert other.post(reverse("second_factor"), {"code": code}).status_code == expected


def test_a_recovery_code_is_good_once(person: User, client: Client) -> None:
    sign_in(client)
    code = enrol(client, person)[0]
    for expected in (302, 200):
        other = Client()
        sign_in(other)
        assert other.post(reverse("second_factor"), {"code": code}).status_code == expected


def test_a_device_cannot_be_replaced_without_the_factor(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    other = Client()
    sign_in(other)
    assert other.get(reverse("second_factor_set_up"))["Location"] == reverse("second_factor")
    other.post(reverse("recovery_codes"))
    assert client.get(reverse("second_factor_set_up")).status_code == 200


def test_the_operator_can_take_the_factor_away(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    services.reset_second_factor(person)
    assert client.get(DESK).status_code == 302
    assert len(enrol(client, person)) == 10


def test_a_private_article_stays_private_without_the_factor(person: User, client: Client) -> None:
    article = make.article("For the staff")
    article.view_restrictions.create(restriction_type="login")
    sign_in(client)
    assert client.get(article.url).status_code == 302
    enrol(client, person)
    assert client.get(article.url).status_code == 200


def test_a_session_ends_when_it_has_been_idle(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    client.get(DESK)
    with time_machine.travel(clock.now() + timedelta(minutes=29)):
        assert client.get(DESK).status_code == 200
    with time_machine.travel(clock.now() + timedelta(minutes=29 + 31)):
        assert client.get(DESK).status_code == 302


def test_another_password_ends_other_sessions(person: User, client: Client) -> None:
    sign_in(client)
    enrol(client, person)
    services.set_password(person, "quite another long password")
    assert client.get(DESK)["Location"].startswith(reverse("wagtailadmin_login"))


def test_signing_out_makes_the_browser_forget(person: User, client: Client) -> None:
    sign_in(client)
    assert "cache" in client.post(reverse("wagtailadmin_logout"))["Clear-Site-Data"]


def test_after_ten_failures_this_network_waits_and_another_does_not(person: User, client: Client) -> None:
    for _ in range(10):
        response = sign_in(client, password="wrong")
        assert "didn&#x27;t match" in response.content.decode()  # type: ignore[attr-defined]
    refused = sign_in(client)
    assert "Too many attempts" in refused.content.decode()  # type: ignore[attr-defined]
    elsewhere = sign_in(Client(), REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 302  # type: ignore[attr-defined]
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        assert sign_in(client).status_code == 302  # type: ignore[attr-defined]


def test_a_forged_address_opens_no_door(person: User, client: Client) -> None:
    far = {"REMOTE_ADDR": "198.51.100.7"}
    for at in range(10):
        sign_in(
            client, password="wrong", HTTP_X_REAL_IP=f"203.0.113.{at}", HTTP_X_FORWARDED_FOR=f"203.0.113.{at}", **far
        )
    refused = sign_in(client, HTTP_X_REAL_IP="203.0.113.99", **far)
    assert "Too many attempts" in refused.content.decode()  # type: ignore[attr-defined]


def test_unknown_and_known_names_get_the_same_answer(person: User, client: Client) -> None:
    def answer(name: str) -> str:
        page = sign_in(Client(), name=name, password="wrong").content.decode()  # type: ignore[attr-defined]
        return re.sub(r'value="[^"]*"|"CSRF_TOKEN": "[^"]*"', "", page)

    assert answer("olha") == answer("nobody").replace("nobody", "olha")


def test_nothing_about_a_person_is_stored_of_an_attempt(person: User, client: Client) -> None:
    sign_in(client, password="wrong", REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="Kanarienvogel")
    row = FailedSignIn.objects.values().get()
    assert not any(secret in str(row) for secret in ("olha", "198.51.100", "Kanarienvogel"))
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        sign_in(client, name="other", password="wrong")
    assert FailedSignIn.objects.count() == 1


def test_the_network_is_a_neighbourhood_not_an_address(rf: object) -> None:
    request = rf.get("/", REMOTE_ADDR="198.51.100.7")  # type: ignore[attr-defined]
    assert throttle.network_of(request) == "198.51.100.0/24"
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_REAL_IP="2001:db8:1:2::3")  # type: ignore[attr-defined]
    assert throttle.network_of(request) == "2001:db8:1::/48"


def test_without_the_requirement_the_password_is_enough(person: User, client: Client, settings: object) -> None:
    settings.SECOND_FACTOR = False  # type: ignore[attr-defined]
    sign_in(client)
    assert client.get(DESK).status_code == 200


def test_the_second_factor_is_required_by_default() -> None:
    from tocsin.config import settings as product

    assert product.SECOND_FACTOR is True
    assert settings.LOGIN_URL
