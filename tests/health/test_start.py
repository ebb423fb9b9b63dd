"""A start is quick: nothing heavy is imported before a page needs it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST_PAGE = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=60).run()
assert app.title[0].value and not app.exception
print(sorted(name for name in sys.modules if name.split(".")[0] in {"scipy", "openpyxl"})[:3])
"""


def test_the_first_page_imports_neither_scipy_nor_workbooks() -> None:
    """They take a third of a second; the pages that need them import them."""
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FIRST_PAGE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip().endswith("[]"), ran.stdout
