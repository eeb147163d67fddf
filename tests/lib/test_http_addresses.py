from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lib import canary
from tocsin.lib.http import AddressRefused, Guard, is_public

IPV4 = [
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.8",
    "192.0.0.170",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "192.88.99.1",
    "198.51.100.7",
]
IPV6 = [
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1%lo",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "3fff::1",
    "2001:db8::1",
    "2606:4700::1%lo",
]
PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.216.34",
    "172.32.0.1",
    "100.128.0.1",
    "168.63.129.17",
    "2606:4700:4700::1111",
    "2a00:1450:4001::200e",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("address", IPV4 + IPV6 + ["", "example.org", "1.2.3", "300.1.1.1"])
def test_inner_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address):
    assert is_public(address)


def test_an_address_given_as_an_object_is_judged_alike():
    assert not is_public(ipaddress.ip_address("10.0.0.1"))
    assert is_public(ipaddress.ip_address("8.8.8.8"))


def spellings(ip: ipaddress.IPv4Address) -> list[str]:
    a, b, c, d = ip.packed
    number = int(ip)
    return [
        f"{a}.{b}.{c}.{d}",
        f"{a}.{b}.{c}.{d}.",
        str(number),
        hex(number),
        f"0{number:o}" if number else "0",
        f"0{a:o}.{b}.{hex(c)}.{d}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        f"{a}。{b}．{c}.{d}",
        "".join(chr(0xFF10 + int(digit)) if digit.isdigit() else digit for digit in f"{a}.{b}.{c}.{d}"),
        f"[::ffff:{a}.{b}.{c}.{d}]",
        f"[0:0:0:0:0:FFFF:{number >> 16:x}:{number & 0xFFFF:X}]",
    ]


def decision(host: str) -> tuple[str, ...] | str:
    try:
        return Guard(resolve=canary.Names()).check(f"http://{host}/").addresses
    except AddressRefused:
        return "refused"


@given(st.one_of(st.ip_addresses(v=4), st.sampled_from(IPV4 + PUBLIC[:6]).map(ipaddress.IPv4Address)))
def test_the_decision_does_not_depend_on_the_spelling_of_the_address(ip):
    expected = (str(ip),) if is_public(ip) else "refused"
    assert [decision(host) for host in spellings(ip)] == [expected] * len(spellings(ip))


@given(st.one_of(st.ip_addresses(v=6), st.sampled_from(IPV6[:9]).map(ipaddress.IPv6Address)))
def test_the_decision_does_not_depend_on_the_spelling_of_a_long_address(ip):
    hosts = [f"[{ip}]", f"[{ip.exploded}]", f"[{ip.exploded.upper()}]"]
    plain = str(ip.ipv4_mapped or ip)
    expected = (plain,) if is_public(ip) else "refused"
    assert [decision(host) for host in hosts] == [expected] * len(hosts)


@given(st.text(max_size=60))
def test_any_text_is_either_refused_or_leads_to_public_addresses(text):
    for url in (text, f"http://{text}", f"https://{text}/"):
        try:
            target = Guard(resolve=canary.Names()).check(url)
        except AddressRefused:
            continue
        assert all(is_public(address) for address in target.addresses)
