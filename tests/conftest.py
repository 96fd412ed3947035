"""What tests share: a started server, a browser, a scan with axe, and the refusal of skipped tests."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from handreiking.load import load_handreiking
from handreiking.model import Handreiking
from tests.postgres import Cluster, running_cluster

ROOT = Path(__file__).resolve().parent.parent
NO_BROWSER = "Geen Chromium gevonden. Installeer het met: sudo apt-get install chromium"
START_TIMEOUT = 60.0  # seconds; a cold start takes about 5


# A busy machine draws slowly; this is how long to wait for what should come, not how long it may take.
expect.set_options(timeout=20_000)

# How long one example takes says more about the machine than about the code.
settings.register_profile("toegangswijzer", deadline=None)
settings.load_profile("toegangswijzer")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test skipped for want of a browser has shown nothing, so `--no-skips` makes it fail the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        reporter.write_sep("!", "skipped tests count as failures here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def guide() -> Handreiking:
    """The knowledge files as they are."""
    return load_handreiking()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for the tests. None on this machine is a failure, not a skip."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database; whoever asks for it is tested on each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'var' / 'toegangswijzer.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.new_database()


@dataclass(frozen=True)
class Server:
    """A running app: where it is, what it wrote, and where it keeps what people enter."""

    url: str
    log: Path
    database: Path
    process: subprocess.Popen[bytes]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """End it with SIGKILL, so that it finishes nothing."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running_server(folder: Path, port: int = 0) -> Iterator[Server]:
    """The app as `python app.py` starts it, from a folder that is not the project's and that holds its database."""
    database = folder / "toegangswijzer.db"
    with tempfile.NamedTemporaryFile("w", prefix="server-", suffix=".log", dir=folder, delete=False) as out:
        log = Path(out.name)
        command = [sys.executable, str(ROOT / "app.py"), "--port", str(port)]
        own = os.environ | {"TOEGANGSWIJZER_DATABASE_URL": f"sqlite:///{database}"}
        process = subprocess.Popen(command, cwd=folder, env=own, stdout=out, stderr=subprocess.STDOUT)
        try:
            yield Server(_wait_for_address(process, log), log, database, process)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:  # a page that is still open can hold the server up
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a port of its own."""
    with running_server(tmp_path_factory.mktemp("server")) as server:
        yield server


StartServer = Callable[..., Server]


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Starts the app as often as asked, on the same database each time: `start_server(port=...)`."""
    with ExitStack() as running:
        yield lambda port=0: running.enter_context(running_server(tmp_path, port))


def _wait_for_address(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address the server printed, once it answers there."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"Toegangswijzer draait op (\S+)", log.read_text()):
            try:
                with urllib.request.urlopen(f"{found[1]}/_stcore/health", timeout=5):
                    return found[1]
            except OSError:
                pass
        time.sleep(0.1)
    pytest.fail(f"de server startte niet:\n{log.read_text()}")


# Per module, not per session: the loop Playwright leaves running would be in the way of AppTest.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine. None is a failure, not a skip."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=executable, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window, as wide as a laptop's, of someone who reads Dutch."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},  # off by default
}


#: What fades in, as the ends of a slider under the mouse do, has its colour only when that is over.
SETTLED = """() => document.getAnimations().every(
    (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """A check that axe finds nothing on what a page shows now, on a small phone, a larger one and a laptop.

    The window is made very high: content scrolls inside `main`, and axe passes over what is out of sight.
    """

    def check(page: Page) -> None:
        before = page.viewport_size
        faults = []
        for width in (320, 400, 1280):
            page.set_viewport_size({"width": width, "height": 7000})
            page.wait_for_timeout(300)  # charts and the menu take their new width
            page.wait_for_function(SETTLED)
            for violation in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
                places = [
                    f"    {' '.join(map(str, node['target']))}: {node['html'][:200]}" for node in violation["nodes"]
                ]
                faults.append("\n".join([f"{width} px: {violation['id']}, {violation['help']}", *places]))
        if before:
            page.set_viewport_size(before)
        assert not faults, f"axe op {page.url}\n" + "\n".join(faults)

    return check
