"""The example of a hosted copy keeps people apart, and closes what should be closed."""

import http
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calc import Result
from tests.ui import browser, journeys
from tests.ui.hosting import SEATS, Hosted, hosting, read
from tests.ui.journeys import KIND, check_answer, from_menu, open_file, result_of, type_in
from tests.ui.serving import Answer

SEAT_COOKIE = "otherchair_seat"
VISITORS = 5
SECOND_EDIT = 17.0  # sessions booked a week
CHARTS_BELOW = {"Job offers": "At a glance", "Clinic": "Wage of each clinician"}
DRAWS = 60  # all three seats are drawn, but once in 10^10 runs
BODY_TOO_LARGE = 1_200_000  # bytes


@dataclass
class Visitor:
    """A person with a browser of their own."""

    window: BrowserContext
    page: Page
    fee: float
    sockets: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # by the content security policy

    def listen(self) -> None:
        """Note what the page connects to, and what the policy of the proxy forbids it."""
        self.page.on("websocket", lambda opened: self.sockets.append(opened.url))
        self.page.on(
            "console",
            lambda said: (
                self.refused.append(said.text) if "Content Security Policy" in said.text else None
            ),
        )

    def seat(self) -> str:
        """The seat that the cookie names."""
        return next(c["value"] for c in self.window.cookies() if c["name"] == SEAT_COOKIE)


def settled(page: Page) -> None:
    """Wait until the script has run and all is drawn, without a script that the policy forbids."""
    within = 120_000  # milliseconds, as five pages may open at once
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=within)
    unfinished = page.locator("[data-stale=true], [data-testid=stSkeleton]")
    expect(unfinished).to_have_count(0, timeout=within)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """A hosted copy while it runs."""
    with hosting(tmp_path_factory.mktemp("hosted")) as hosted:
        yield hosted


def arrived(window: BrowserContext, hosted: Hosted, fee: float) -> Visitor:
    """Somebody whose browser has begun to open Your hour."""
    window.add_init_script(browser.AT_ONCE)
    visitor = Visitor(window, window.new_page(), fee)
    visitor.listen()
    visitor.page.goto(f"{hosted.address}/your_hour", wait_until="commit")
    return visitor


@pytest.fixture
def visitors(hosted: Hosted, chromium: Browser) -> Iterator[list[Visitor]]:
    """Five people on Your hour: the first three have been here before, each in another seat."""
    with ExitStack() as opened:
        found = []
        for number in range(VISITORS):
            window = opened.enter_context(chromium.new_context())
            if number < len(SEATS):
                kept = {"name": SEAT_COOKIE, "value": list(SEATS)[number], "url": hosted.address}
                window.add_cookies([kept])
            found.append(arrived(window, hosted, 100.0 + 10 * number))
        for visitor in found:
            settled(visitor.page)
        yield found


def after_both_edits(fee: float) -> Result:
    """The engine's result with this fee and the second edit."""
    return result_of({f"{KIND}.fee_per_session": fee, f"{KIND}.booked_per_week": SECOND_EDIT})


def save_and_open(visitor: Visitor, folder: Path) -> None:
    """A plan is downloaded, changed and uploaded: each request must reach the visitor's process."""
    page = visitor.page
    from_menu(page, "Plan", "Save to a file")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the plan").click()
    download.value.save_as(folder / "plan.toml")
    page.get_by_role("button", name="Close").click()
    type_in(page, "Fee per session", "90")
    check_answer(page, after_both_edits(90.0))
    open_file(page, "plan.toml", (folder / "plan.toml").read_bytes())
    check_answer(page, after_both_edits(visitor.fee))


def test_five_visitors_keep_their_seats_and_figures(
    hosted: Hosted, visitors: list[Visitor], tmp_path: Path
) -> None:
    """A seat and figures of one's own outlast edits, pages, files, and a new certificate.

    For that, nginx is told to load itself anew, which closes every connection.
    """
    seats = [visitor.seat() for visitor in visitors]
    assert seats[:3] == ["a", "b", "c"]
    for visitor in visitors:
        type_in(visitor.page, "Fee per session", f"{visitor.fee:.0f}")
        check_answer(visitor.page, result_of({f"{KIND}.fee_per_session": visitor.fee}))
    assert hosted.sessions() == Counter(seats)

    hosted.proxy.send_signal(signal.SIGHUP)
    for visitor in visitors:
        while len(visitor.sockets) < 2:
            visitor.page.wait_for_event("websocket")
        settled(visitor.page)
    for visitor in visitors:
        result = after_both_edits(visitor.fee)
        type_in(visitor.page, "Sessions scheduled a week", f"{SECOND_EDIT:.0f}")
        check_answer(visitor.page, result)
    for visitor in visitors:
        from_menu(visitor.page, "Pages", "Sources")
        expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Where every figure")
    for visitor in visitors:
        from_menu(visitor.page, "Pages", "Your hour")
        check_answer(visitor.page, after_both_edits(visitor.fee))
    save_and_open(visitors[1], tmp_path)
    assert [visitor.seat() for visitor in visitors] == seats
    assert hosted.sessions() == Counter(seats)
    assert [visitor.refused for visitor in visitors] == [[]] * VISITORS


def test_nothing_a_page_needs_is_forbidden(hosted: Hosted, chromium: Browser) -> None:
    """The content security policy lets pages and their charts be as they are without a proxy."""
    with chromium.new_context() as window:
        visitor = arrived(window, hosted, 0.0)
        settled(visitor.page)
        for title, heading in CHARTS_BELOW.items():
            from_menu(visitor.page, "Pages", title)
            expect(visitor.page.get_by_role("heading", name=heading)).to_be_visible()
            settled(visitor.page)
            expect(visitor.page.locator(".js-plotly-plot").first).to_be_visible()
        assert visitor.refused == []


def test_what_is_typed_is_kept_behind_the_proxy(hosted: Hosted, chromium: Browser) -> None:
    """The component that keeps it runs under the policy: a reload finds the fee again."""
    with chromium.new_context() as window:
        visitor = arrived(window, hosted, 0.0)
        settled(visitor.page)
        type_in(visitor.page, "Fee per session", "171")
        expect(visitor.page.get_by_test_id("stBottom")).to_contain_text("Kept in this browser")
        visitor.page.reload(wait_until="commit")
        settled(visitor.page)
        expect(journeys.field(visitor.page, "Fee per session")).to_have_value("171")
        assert visitor.refused == []


def test_every_answer_carries_the_headers(hosted: Hosted) -> None:
    """No other page frames this one, no type is guessed, no address is told on, no version said."""
    for path in ("/", "/_stcore/health", "/_stcore/metrics", "/no/such/page"):
        headers = hosted.answer(path).headers
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Server"] == "nginx"


def test_a_seat_is_drawn_once(hosted: Hosted) -> None:
    """All seats are drawn; one that is known is kept without a word; another name is drawn anew."""
    drawn = {seat_given(hosted.answer("/")) for _ in range(DRAWS)}
    assert drawn == set(SEATS)
    for seat in SEATS:
        assert seat_given(hosted.answer("/", {"Cookie": f"{SEAT_COOKIE}={seat}"})) is None
    assert seat_given(hosted.answer("/", {"Cookie": f"{SEAT_COOKIE}=d"})) in SEATS


def seat_given(answer: Answer) -> str | None:
    """The seat that an answer gives to a visitor, if it gives one."""
    for cookie in answer.headers.get_all("Set-Cookie", []):
        if cookie.startswith(SEAT_COOKIE):
            assert cookie.endswith("; Path=/; HttpOnly; SameSite=Lax")
            return cookie.partition(";")[0].partition("=")[2]
    return None


def test_what_is_closed_stays_closed(hosted: Hosted) -> None:
    """Counts, the interface for programs, foreign pages and large bodies go no further."""
    for path in ("/_stcore/metrics", "/x/_stcore/metrics", "//_stcore/%6detrics?families=a"):
        assert hosted.answer(path).status == http.HTTPStatus.NOT_FOUND
    assert hosted.answer("/_stcore/agent/openapi.json").status == http.HTTPStatus.NOT_FOUND
    for origin in ("https://elsewhere.example", "null"):
        foreign = hosted.answer("/_stcore/stream", {"Origin": origin})
        assert foreign.status == http.HTTPStatus.FORBIDDEN
    large = hosted.answer("/_stcore/upload_file/a/b", body=b"0" * BODY_TOO_LARGE)
    assert large.status == http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_a_file_is_not_laid_on_a_disk(hosted: Hosted) -> None:
    """The largest file allowed passes the proxy in memory: it has no folder to lay it in."""
    refused = hosted.answer("/_stcore/upload_file/a/b", body=b"0" * 2**20)
    assert refused.status == http.HTTPStatus.FORBIDDEN  # by the app: no page sent it


def test_the_log_keeps_no_figures(hosted: Hosted) -> None:
    """An address that carries figures leaves none of them in the log, nor does a referrer."""
    hosted.answer("/seen?fee=98765", {"Referer": f"{hosted.address}/?fee=98765"})
    log = hosted.folder / "otherchair.log"
    for _ in range(100):  # nginx writes its line after it has answered
        if "/seen" in log.read_text():
            break
        time.sleep(0.1)
    assert "/seen" in log.read_text()
    assert "98765" not in log.read_text()
    assert "98765" not in (hosted.folder / "otherchair_error.log").read_text()


def test_the_files_name_the_same_seats() -> None:
    """The proxy of either kind knows each process, and each of them is started."""
    ports = dict(re.findall(r"upstream otherchair_(\w) .*:(\d+);", read("seats.conf")))
    assert ports == SEATS
    units = " ".join(f"otherchair@{port}" for port in SEATS.values())
    assert f"systemctl enable --now {units}" in read("otherchair@.service")
    hosts = dict(
        re.findall(r"upstream otherchair_(\w) { server (\w+):", read("seats_compose.conf"))
    )
    assert hosts == {seat: f"seat_{seat}" for seat in SEATS}
    assert all(f"\n  {host}: *seat\n" in read("compose.yaml") for host in hosts.values())
    letters = f"~^[{''.join(SEATS)}]$"
    assert read("otherchair.conf").count(letters) == 2
