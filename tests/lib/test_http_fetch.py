from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import time
import zlib
from dataclasses import replace
from typing import Any

import pytest

from tests.lib import canary
from tocsin.lib.http import BadAnswer, TooLarge, TooSlow, WrongType, fetch


def get(answer: canary.Answer, **limits: Any):
    with canary.serve(answer) as server:
        return fetch(f"http://public.test:{server.port}/", guard=canary.lenient(server), **{"timeout": 5, **limits})


def test_a_page_comes_with_its_type_charset_and_headers():
    fetched = get(canary.page("Привіт".encode("koi8-u"), Content_Type="Text/HTML; charset=KOI8-U", X_Note="yes"))
    assert (fetched.content_type, fetched.charset) == ("text/html", "koi8-u")
    assert fetched.body.decode(fetched.charset) == "Привіт"
    assert ("X-Note", "yes") in fetched.headers


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda data: gzip.compress(data[:10]) + gzip.compress(data[10:])),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
    ],
)
def test_packed_answers_are_unpacked(encoding, pack):
    body = b"<p>A line of news.</p>" * 20_000
    assert get(canary.page(pack(body), Content_Encoding=encoding)).body == body


def chunked(body: bytes) -> canary.Answer:
    def send(request):
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        request.wfile.write(body)

    return send


def test_chunked_answers_are_put_together():
    assert get(chunked(b"5\r\nHello\r\n3\r\n, w\r\n0\r\n\r\n")).body == b"Hello, w"


@pytest.mark.parametrize(
    "answer",
    [
        canary.page(b"x" * 2001),
        canary.page(b"", Content_Length="2001"),
        chunked(b"7d1\r\n" + b"x" * 2001 + b"\r\n0\r\n\r\n"),
        canary.page(gzip.compress(b"x" * 2001), Content_Encoding="gzip"),
        canary.page(zlib.compress(b"x" * 2001), Content_Encoding="deflate"),
        canary.page(gzip.compress(b"x" * 1500) * 2, Content_Encoding="gzip"),
    ],
    ids=["as sent", "as announced", "chunked", "gzip", "deflate", "two members"],
)
def test_what_is_larger_than_the_limit_is_refused(answer):
    with pytest.raises(TooLarge):
        get(answer, max_bytes=2000)


@pytest.mark.parametrize(
    "answer", [canary.page(b"x" * 2000), canary.page(gzip.compress(b"x" * 2000), Content_Encoding="gzip")]
)
def test_what_is_just_as_large_as_the_limit_is_taken(answer):
    assert get(answer, max_bytes=2000).body == b"x" * 2000


def test_a_gzip_bomb_is_refused_quickly_without_being_inflated():
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1 << 20)
    bomb = b"".join(packer.compress(block) for _ in range(256)) + packer.flush()
    assert len(bomb) < 300_000
    with canary.serve(canary.page(bomb, Content_Encoding="gzip")) as server:
        began = time.monotonic()
        with pytest.raises(TooLarge):
            fetch(f"http://public.test:{server.port}/", guard=canary.lenient(server))
        assert time.monotonic() - began < 2


def test_a_page_that_drips_is_given_up_when_the_whole_time_is_over():
    def drip(request):
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.05)

    began = time.monotonic()
    with pytest.raises(TooSlow):
        get(drip, timeout=0.5)
    assert time.monotonic() - began < 2


def test_headers_that_drip_are_given_up_too():
    def drip(request):
        for _ in range(100):
            request.wfile.write(b"H")
            time.sleep(0.05)

    with pytest.raises(TooSlow):
        get(drip, timeout=0.5)


def test_a_server_that_says_nothing_is_given_up():
    with pytest.raises(TooSlow):
        get(lambda _request: time.sleep(1), timeout=0.3)


@pytest.mark.parametrize(
    "type_", ["application/pdf", "image/png", "application/octet-stream", "text/html2", "nonsense/x"]
)
def test_other_types_are_refused(type_):
    with pytest.raises(WrongType):
        get(canary.page(Content_Type=type_))


def test_an_answer_without_a_type_is_refused():
    def answer(request):
        request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")

    with pytest.raises(WrongType):
        get(answer)


def test_a_family_of_types_can_be_asked_for():
    assert get(canary.page(b"\x89PNG", Content_Type="image/png"), types=("image/*",)).content_type == "image/png"


@pytest.mark.parametrize("status", [304, 400, 403, 404, 410, 451, 500, 503])
def test_a_failure_is_told_with_its_status(status):
    with pytest.raises(BadAnswer) as refusal:
        get(canary.page(status=status))
    assert refusal.value.status == status


BROKEN = {
    "not HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "nothing": b"",
    "cut short": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhi",
    "a cut chunk": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhi",
    "a bad chunk": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhi",
    "not gzip": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi",
    "cut gzip": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    + gzip.compress(b"hello" * 99)[:-9],
    "not asked for": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\nhi",
    "too many headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    "an endless header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_broken_answers_are_refused_in_one_line(answer):
    with pytest.raises(BadAnswer) as refusal:
        get(lambda request: request.wfile.write(answer))
    assert "\n" not in str(refusal.value)


def test_a_server_that_is_not_there_is_named():
    with canary.serve(canary.page()) as server:
        guard = canary.lenient(server)
    with pytest.raises(BadAnswer, match=r"public\.test cannot be reached"):
        fetch(f"http://public.test:{server.port}/", guard=guard)


@pytest.fixture
def certificate(tmp_path):
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl, which makes the test's certificate, is not installed")
    files = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=public.test", "-addext", "subjectAltName=DNS:public.test", "-keyout", files[0], "-out", files[1]],
        check=True, capture_output=True,
    )  # fmt: skip
    return files


def secure(server: canary.Server, certificate) -> list[str]:
    """Let *server* speak TLS; return the list in which it notes the names asked for."""
    key, cert = certificate
    names: list[str] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return names


def test_tls_keeps_the_name_while_connecting_to_the_checked_address(certificate):
    with canary.serve(canary.page()) as server:
        names = secure(server, certificate)
        guard = replace(canary.lenient(server), tls=lambda: ssl.create_default_context(cafile=str(certificate[1])))
        fetched = fetch(f"https://public.test:{server.port}/", guard=guard)
    assert (fetched.status, names, server.hits[0][0]) == (200, ["public.test"], f"public.test:{server.port}")


def test_a_certificate_of_another_name_or_maker_is_refused(certificate):
    with canary.serve(canary.page()) as server:
        secure(server, certificate)
        guard = canary.lenient(server, other_test=[["127.0.0.1"]])
        with pytest.raises(BadAnswer):
            fetch(f"https://public.test:{server.port}/", guard=guard)
        guard = replace(guard, tls=lambda: ssl.create_default_context(cafile=str(certificate[1])))
        with pytest.raises(BadAnswer, match="cannot be reached"):
            fetch(f"https://other.test:{server.port}/", guard=guard)
        assert server.hits == []
