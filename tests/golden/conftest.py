"""The option that rewrites the recorded statements: `pytest tests/golden --update-golden`.

This file is read before the command line only when its folder is named there, so the option is
refused in a run of all tests: nothing is rewritten by the way.
"""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Register the option."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the recorded statements of the shipped scenarios",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the recorded statements are to be rewritten."""
    return bool(request.config.getoption("--update-golden", default=False))
