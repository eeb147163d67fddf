"""The wheel alone, in an environment of its own, makes a newsroom and serves it; the source tree is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.sites import clean_environment, free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    uv = Path(sys.executable).parent / "uv"
    path = os.pathsep.join([str(uv.parent), os.environ["PATH"]])
    command = [str(uv), "build", "--wheel", "--no-build-isolation", "--offline", "--python", sys.executable]
    subprocess.run(
        [*command, "--out-dir", str(out), str(ROOT)], check=True, capture_output=True, env={**os.environ, "PATH": path}
    )
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel. What it depends on is lent by the environment of the tests, by a .pth file."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    packages = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    uv = Path(sys.executable).parent / "uv"
    command = [str(uv), "pip", "install", "--offline", "--no-deps", "--python", str(folder / "bin" / "python")]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "python"


def run(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python.parent / "tocsin"), *arguments],
        cwd=cwd,
        env={name: value for name, value in clean_environment().items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.soak
def test_the_wheel_holds_everything_but_caches(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if name.startswith("tocsin/")}
    tracked = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, capture_output=True, text=True, check=True)
    wanted = {name.removeprefix("src/") for name in tracked.stdout.splitlines() if (ROOT / name).exists()}
    assert wanted - inside == set()
    assert {name for name in inside if "__pycache__" in name} == set()


@pytest.mark.soak
def test_the_package_is_the_wheels(python: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in clean_environment().items() if name != "PYTHONPATH"}
    where = subprocess.run(
        [str(python), "-c", "import tocsin; print(tocsin.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(python.parents[1]))


@pytest.mark.soak
def test_a_newsroom_is_made_served_backed_up_and_restored_without_the_source_tree(python: Path, tmp_path: Path) -> None:
    for arguments in (
        ["new", "bell", "--name", "The Bell", "--language", "uk"],
        ["--site", "bell", "check"],
        ["--site", "bell", "upgrade"],
        ["--site", "bell", "deploy", "systemd", "--user", "www-data"],
        ["--site", "bell", "deploy", "nginx"],
        ["--site", "bell", "backup", "bell.tar"],
        ["restore", "bell.tar", "--into", "again"],
    ):
        result = run(python, *arguments, cwd=tmp_path)
        assert result.returncode == 0, (arguments, result.stderr)
    _serve(python, tmp_path / "again")


def _serve(python: Path, site: Path) -> None:
    import http.client

    port = free_port()
    environment = {name: value for name, value in clean_environment().items() if name != "PYTHONPATH"}
    with subprocess.Popen(
        [str(python.parent / "tocsin"), "--site", str(site), "serve", "--bind", f"127.0.0.1:{port}"],
        cwd=site,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        assert "ready" in server.stdout.readline()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
        answers = {}
        for path in ("/", "/desk/login/"):
            connection.request("GET", path)
            response = connection.getresponse()
            answers[path] = (response.status, "The Bell" in response.read().decode())
        connection.close()
        server.terminate()
        assert server.wait(timeout=5) == 0
    assert answers["/"] == (200, True)
    assert answers["/desk/login/"][0] == 200
