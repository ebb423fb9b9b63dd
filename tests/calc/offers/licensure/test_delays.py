"""What delays a licence, where there is an answer."""

from calc.offers.licensure import delays, requirement_for
from calc.scenario import LicenceInputs
from tests.calc.offers.licensure.practices import kind, practice


def test_delays_that_have_no_answer() -> None:
    """Without sessions none is lost; where either way has no end there is no difference."""
    stands = LicenceInputs()
    asked = requirement_for("TX", stands)
    without = delays(practice(), asked, 0.0, stands)
    assert (without.by_session_fewer, without.by_missed, without.by_weeks_off) == (None, None, None)
    half = delays(practice(kind(0.5, 50)), asked, 0.0, stands)
    assert half.session_fewer is None
    one = delays(practice(kind(1, 50)), asked, 0.0, stands)
    assert one.session_fewer is not None
    assert not one.session_fewer.reached
    assert (one.path.reached, one.by_session_fewer) == (True, None)
