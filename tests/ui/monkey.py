"""A monkey at a page: a seeded sequence of anything a hand can do to the controls in sight."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from playwright.sync_api import Error, Locator, Page, expect

from tests.ui.browser import still

TYPED = ("0", "1", "-3", "7.5", "22", "40", "99", "150,50", "62.000", "1e9", "", "200000", "about")
NAMED = ("Aetna", "Kind 2", "", "=1+1", "**bold**", "Ü – 椅子", "a" * 90)
PAUSES = (0, 0, 60, 250, 600)  # milliseconds a hand waits before the next act
LEAVES = "a, [data-testid=stDownloadButton] button, [data-testid=stFileUploader] button"

# What a hand can act on: kind of control, and the elements that are one.
CONTROLS: Mapping[str, str] = {
    "number": "[data-testid=stNumberInput] input:enabled",
    "step": "[data-testid=stNumberInput] button:enabled",
    "text": "[data-testid=stTextInput] input:enabled",
    "choice": "[data-testid=stSelectbox] input:enabled",
    "fold": "summary",
    "part": "[data-testid=stButtonGroup] button:enabled",
    "switch": "[data-testid=stCheckbox] label",
    "slider": "[data-testid=stSlider] [role=slider]",
    "button": "[data-testid=stButton] button:enabled",
    "popover": "[data-testid=stPopover] button:enabled",
}
WEIGHTS = {"number": 8, "text": 3, "choice": 3, "button": 2}


def act(page: Page, chance: random.Random) -> str:
    """One act on a control in sight, in words; an element that has just gone takes none."""
    root = page.get_by_role("dialog").last if page.get_by_role("dialog").count() else page
    if root is not page and chance.random() < 0.25:
        page.keyboard.press("Escape")
        return "dialog: Escape"
    main = root if root is not page else page.get_by_test_id("stMain")
    counts = {kind: main.locator(css).count() for kind, css in CONTROLS.items()}
    kinds = [kind for kind, count in counts.items() if count]
    if not kinds:
        page.keyboard.press("Escape")
        return "nothing: Escape"
    kind = chance.choices(kinds, [WEIGHTS.get(kind, 1) for kind in kinds])[0]
    place = chance.randrange(counts[kind])
    try:
        done = ACTS.get(kind, _press)(main.locator(CONTROLS[kind]).nth(place), page, chance)
    except Error:  # it moved away, or something covers it: a hand would miss it too
        done = "missed"
    page.wait_for_timeout(chance.choice(PAUSES))
    return f"{kind} {place}: {done}"


def _press(control: Locator, _page: Page, _chance: random.Random) -> str:
    control.click(timeout=1_500)
    return "pressed"


def _type(control: Locator, page: Page, chance: random.Random) -> str:
    is_number = control.get_attribute("type", timeout=1_500) == "number"
    typed = chance.choice(TYPED if is_number else NAMED)
    control.click(timeout=1_500)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(typed) if typed else page.keyboard.press("Delete")
    left_by = chance.choice(("Tab", "Enter", None))
    if left_by:
        page.keyboard.press(left_by)
    return f"typed {typed!r}, {left_by}"


def _choose(control: Locator, page: Page, chance: random.Random) -> str:
    control.click(timeout=1_500)
    options = page.get_by_role("option")
    options.first.wait_for(timeout=1_500)
    place = chance.randrange(max(options.count(), 1))  # they may be gone again: then it is missed
    options.nth(place).click(timeout=1_500)
    return f"chose {place}"


def _slide(control: Locator, page: Page, chance: random.Random) -> str:
    control.focus(timeout=1_500)
    key = chance.choice(("ArrowLeft", "ArrowRight", "Home", "End"))
    page.keyboard.press(key)
    return key


ACTS: Mapping[str, Callable[[Locator, Page, random.Random], str]] = {
    "number": _type,
    "text": _type,
    "choice": _choose,
    "slider": _slide,
}


def let_loose(page: Page, chance: random.Random, acts: int) -> list[str]:
    """So many acts one after the other; nothing of ours or of Streamlit's may break meanwhile."""
    done = []
    for _ in range(acts):
        done.append(act(page, chance))
        broken = page.locator("[data-testid=stException], :text('could not be drawn')")
        assert broken.count() == 0, "\n".join([*done, *broken.all_inner_texts()])
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement?.blur()")
    still(page)
    while page.get_by_role("dialog").count():  # one may have opened late
        page.keyboard.press("Escape")
        still(page)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    return done
