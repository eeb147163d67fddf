"""The matrix of addresses through which other fetchers were led inside: a canary there must never be reached."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.lib import canary
from tests.lib.test_http_addresses import IPV4, IPV6
from tocsin.lib.http import AddressRefused, FetchError, Guard, TooManyRedirects, TooSlow, fetch, is_public

SPELLINGS = [
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0",
    "①②⑦.⓪.⓪.①",
    "0x7f.1",
    "localhost",
    "LOCALHOST.",
    "127.0.0.1.",
    "[0:0:0:0:0:ffff:7f00:1]",
]
LOOPBACK = [["127.0.0.1"]]


@pytest.fixture
def server() -> Iterator[canary.Server]:
    with canary.serve(canary.page()) as server:
        yield server


def refused(server: canary.Server, url: str, guard: Guard, reason: type[FetchError] = AddressRefused) -> None:
    began = time.monotonic()
    with pytest.raises(reason) as refusal:
        fetch(url, guard=guard, timeout=5)
    assert time.monotonic() - began < 1
    assert "\n" not in str(refusal.value)
    assert server.connections == 0


def test_control_a_public_host_is_fetched(server):
    fetched = fetch(f"http://public.test:{server.port}/news?id=1#top", guard=canary.lenient(server))
    assert (fetched.status, fetched.body) == (200, b"<p>Hello</p>")
    assert fetched.final_url == f"http://public.test:{server.port}/news?id=1"
    assert server.hits == [(f"public.test:{server.port}", "/news?id=1")]


@pytest.mark.parametrize("host", [host for host in SPELLINGS if host != "0"])
def test_control_every_spelling_of_loopback_would_reach_the_canary(server, host):
    guard = canary.lenient(server, localhost=LOOPBACK)
    assert fetch(f"http://{host}:{server.port}/", guard=guard).status == 200


@pytest.mark.parametrize("address", [*IPV4, *(f"[{address}]" for address in IPV6)])
def test_inner_addresses_are_refused(server, address):
    refused(server, f"http://{address}:{server.port}/", canary.strict(server))
    refused(server, f"https://{address}:{server.port}/", canary.strict(server))


@pytest.mark.parametrize("host", SPELLINGS)
def test_other_spellings_of_inner_addresses_are_refused(server, host):
    refused(server, f"http://{host}:{server.port}/", canary.strict(server, localhost=LOOPBACK))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST."])
def test_the_systems_own_resolver_is_not_trusted_either(server, host):
    refused(server, f"http://{host}:{server.port}/", Guard(ports=[server.port]))


NAMES = {
    "private A": ["127.0.0.1"],
    "public A, private AAAA": [canary.PUBLIC, "::1"],
    "private after several public": [canary.PUBLIC, "1.1.1.1", "10.0.0.1"],
    "mapped": ["::ffff:127.0.0.1"],
    "alias of an inner name": ["192.168.1.1"],
    "wildcard-address service": ["127.0.0.1"],
    "answer with a scope": ["fe80::1%lo"],
    "answer that is no address": ["internal"],
    "no answer": [],
}


@pytest.mark.parametrize("answers", NAMES.values(), ids=NAMES)
def test_names_that_lead_inside_are_refused(server, answers):
    refused(
        server, f"http://127.0.0.1.nip.test:{server.port}/", canary.strict(server, **{"127_0_0_1_nip_test": [answers]})
    )


def test_a_name_is_resolved_once_so_that_it_cannot_change_between_check_and_use(server):
    names = canary.Names({"rebind.test": [["127.0.0.1"], ["127.0.0.9"]]})
    guard = replace(canary.lenient(server), resolve=names)
    assert fetch(f"http://rebind.test:{server.port}/", guard=guard).status == 200
    assert names.asked == ["rebind.test"]


def test_a_name_that_turns_inward_on_the_second_hop_is_refused():
    with canary.serve(canary.page(status=302, Location="/next")) as first:
        guard = canary.lenient(first, rebind_test=[["127.0.0.1"], ["10.0.0.1"]])
        with pytest.raises(AddressRefused):
            fetch(f"http://rebind.test:{first.port}/", guard=guard)
        assert len(first.hits) == 1


def only_first(guard: Guard) -> Guard:
    """Allow loopback for the first look-up alone, the public host's; the real rule judges what follows."""
    turns = iter([True])
    return replace(guard, allows=lambda address: next(turns, False) or is_public(address))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::1]:{port}/",
        "file:///etc/passwd",
    ],
)
def test_redirects_inside_are_refused(server, status, location):
    with canary.serve(canary.page(status=status, Location=location.format(port=server.port))) as public:
        guard = canary.lenient(public, localhost=LOOPBACK)
        guard = only_first(replace(guard, ports=(public.port, server.port)))
        with pytest.raises(AddressRefused):
            fetch(f"http://public.test:{public.port}/", guard=guard)
        assert len(public.hits) == 1
    assert server.connections == 0


def test_control_the_same_redirect_reaches_the_canary_when_it_counts_as_public(server):
    with canary.serve(canary.page(status=302, Location=f"http://127.0.0.1:{server.port}/")) as public:
        guard = replace(canary.lenient(public), ports=(public.port, server.port))
        fetch(f"http://public.test:{public.port}/", guard=guard)
    assert server.connections == 1


def test_a_redirect_to_another_public_page_is_followed():
    def answer(request):
        (canary.page(status=301, Location="/new") if request.path == "/old" else canary.page())(request)

    with canary.serve(answer) as public:
        fetched = fetch(f"http://public.test:{public.port}/old", guard=canary.lenient(public))
    base = f"http://public.test:{public.port}"
    assert (fetched.url, fetched.final_url, fetched.redirects) == (f"{base}/old", f"{base}/new", (f"{base}/old",))


@pytest.mark.parametrize(("hops", "reached"), [(5, True), (6, False)])
def test_five_redirects_are_followed_and_not_six(hops, reached):
    def answer(request):
        number = int(request.path.strip("/"))
        (canary.page() if number == hops else canary.page(status=302, Location=f"/{number + 1}"))(request)

    with canary.serve(answer) as public:
        guard = canary.lenient(public)
        if reached:
            assert len(fetch(f"http://public.test:{public.port}/0", guard=guard).redirects) == 5
        else:
            with pytest.raises(TooManyRedirects):
                fetch(f"http://public.test:{public.port}/0", guard=guard)


def test_a_redirect_loop_ends():
    with canary.serve(canary.page(status=302, Location="/again")) as public:
        with pytest.raises(TooManyRedirects):
            fetch(f"http://public.test:{public.port}/again", guard=canary.lenient(public))
        assert len(public.hits) == 6


def test_meta_refresh_and_what_a_page_mentions_are_not_fetched(server):
    inside = f"http://127.0.0.1:{server.port}/"
    body = f'<meta http-equiv="refresh" content="0;url={inside}"><link rel=stylesheet href="{inside}"><iframe src="{inside}"></iframe>'
    with canary.serve(canary.page(body.encode(), Link=f"<{inside}>; rel=preload", Refresh=f"0;url={inside}")) as public:
        assert fetch(f"http://public.test:{public.port}/", guard=canary.lenient(public)).body == body.encode()
    assert server.connections == 0


TRICKS = [
    "http://public.test@127.0.0.1:{port}/",
    "http://user:password@public.test:{port}/",
    "http://@public.test:{port}/",
    "http://public.test\\@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\.public.test/",
    "http:\\\\127.0.0.1:{port}/",
    "http://127.0.\t0.1:{port}/",
    "ht\ntp://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/\r\nX: y",
    "http://public.test:22/",
    "http://public.test:6379/",
    "http://public.test:0/",
    "http://public.test:99999/",
    "http://public.test:80a/",
    "file:///etc/passwd",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_x",
    "dict://127.0.0.1:{port}/x",
    "data:text/html,x",
    "jar:http://127.0.0.1:{port}/!/",
    "//127.0.0.1:{port}/",
    "127.0.0.1:{port}",
    "http:///127.0.0.1:{port}/",
    "http://:{port}/",
    "http://[::1/",
    "http://[127.0.0.1]:{port}/",
    "http://[v1.x]:{port}/",
    "http://127.0.0.1%00.public.test:{port}/",
    "http://127.0.0.1%23.public.test:{port}/",
    "http://.:{port}/",
    "http://" + "a" * 3000,
    "http://" + "a" * 64 + ".test/",
    "",
]


@pytest.mark.parametrize("url", TRICKS)
def test_parser_tricks_are_refused(server, url):
    refused(server, url.format(port=server.port), canary.strict(server, public_test=[[canary.PUBLIC]]))


def test_what_follows_a_hash_is_never_the_host(server):
    with canary.serve(canary.page()) as public:
        fetched = fetch(f"http://public.test:{public.port}#@127.0.0.1:{server.port}/", guard=canary.lenient(public))
    assert fetched.final_url == f"http://public.test:{public.port}/"
    assert server.connections == 0


def test_proxy_variables_are_not_heeded(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{server.port}")
    with canary.serve(canary.page()) as public:
        fetch(f"http://public.test:{public.port}/", guard=canary.lenient(public))
        assert len(public.hits) == 1
    assert server.connections == 0


def test_a_slow_resolver_is_not_waited_for(server):
    def sleepy(host, port):
        time.sleep(2)
        return ["127.0.0.1"]

    began = time.monotonic()
    with pytest.raises(TooSlow):
        fetch("http://public.test/", guard=Guard(resolve=sleepy), timeout=0.2)
    assert time.monotonic() - began < 1


def test_the_next_address_is_tried_when_one_does_not_answer(server):
    guard = Guard(
        allows=lambda _address: True,
        resolve=lambda _host, _port: ["::1", "127.0.0.1"],
        ports=[server.port],
    )
    assert fetch(f"http://public.test:{server.port}/", guard=guard).status == 200


def test_a_name_of_another_script_is_looked_up_in_its_ascii_form():
    target = Guard(resolve=canary.Names({"xn--80adrbhv6f8e.xn--j1amh": [[canary.PUBLIC]]})).check(
        "https://Київщина.укр/новини?a=б"
    )
    assert target.path == "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?a=%D0%B1"
