"""Typed names are plain text on the page, and in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from tests.ui.browser import settled, still, unfold
from tests.ui.telling.hostile import HOSTILE, hostile, unescaped
from tests.ui.telling.shipped import SOLO

Open = Callable[..., AppTest]


def test_typed_names_are_escaped_on_the_page(open_app: Open) -> None:
    """Every expander and text of the page, every group and drawer open, holds names escaped."""
    app = open_app("Your hour", hostile())
    for group in ("clients", "time", "costs", "assumptions"):
        app.session_state[f"group {group}"] = True
    app.run()
    for how in [None, *[b.key for b in app.button if b.label.startswith(":blue[How")]]:
        if how:
            app.button(key=how).click().run()
        assert not app.exception
        for text in [*app.markdown, *app.warning, *app.title]:
            if "B</b>" in text.value or "onerror" in text.value:
                assert unescaped(text.value.replace(":small[:gray[", "").replace("]]", "")) == []
        for group in app.expander:
            assert unescaped(group.label.replace("**", "")) == []


def test_typed_names_are_plain_text_in_a_browser(page: Page) -> None:
    """A hostile plan, opened from a file, is read as typed: no tag, no link, no alert."""
    page.on("dialog", lambda _: pytest.fail("a name was run as a script"))
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("menuitem", name="Open a file").click()
    raw = hostile().to_toml().encode()
    box = page.locator("input[type=file]")
    box.set_input_files({"name": "h.toml", "mimeType": "application/toml", "buffer": raw})
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Your practice")).to_be_visible()
    unfold(page, "Clients", "Costs", "Assumptions used")
    expect(page.get_by_role("cell", name="<b>B</b> [l](javascript").first).to_be_visible()
    check_no_markup(page)
    page.get_by_role("button", name="How this wage?").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("table")).to_be_visible()
    still(page)
    drawer.locator("summary", has_text="Session fees").click()
    expect(drawer.get_by_text(HOSTILE[:28]).first).to_be_visible()
    settled(page)
    check_no_markup(page)


def check_no_markup(page: Page) -> None:
    """Nothing a name could have made is in the page."""
    for made in ("img[src=x]", "a[href^=javascript]", ".katex", "del"):
        expect(page.locator(made)).to_have_count(0)


def test_an_address_in_a_name_is_no_link(open_app: Open) -> None:
    """Streamlit makes links of bare addresses: a name must not bring one into the page."""
    app = open_app("Your hour", SOLO.with_values({"costs.0.label": "http://b.c www.b.c a@b.c"}))
    app.button(key="how How this take-home?").click().run()
    told = [text.value for text in app.markdown if "b.c" in text.value]
    assert told
    for text in told:
        assert not any(sign in text.replace("\\", "") for sign in ("http://", "www.b", "a@b.c"))
