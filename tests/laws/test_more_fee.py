"""More fee is never worse, away from the cliffs that the law itself builds."""

from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.number import Number
from calc.parameters import Rules
from calc.parameters.student_loans import loan_rules
from calc.scenario import LoansByPlan, SeparateRates, UsTax
from tests.strategies import scenarios

CENT = 0.01


def less_interest(scenario: Scenario) -> float:
    """The most loan interest of a year that a plan's steps can take from the deduction.

    Crossing a line of RAP asks for a hundredth of it more a year: principal falls sooner, by that
    a month in each month that follows, 11 + 10 + ... + 1 of them.
    """
    loans = scenario.loans
    if not isinstance(loans, LoansByPlan):
        return 0.0
    steps = sum(loan_rules(loans.as_of)["rap_rate"].row("above")) * 0.01 / 12
    rate = max((loan.rate_per_year for loan in loans.federal), default=0.0)
    return steps * sum(range(12)) * rate / 12


def cliffs(rules: Rules) -> float:
    """The most that crossing every cliff of this household's law can cost, in dollars a year."""
    found = 0.0
    # Self-employment tax starts at $400 of net earnings, with the tax on all of them.
    se_rate = rules["us_federal.se_social_security_rate"].number
    se_rate += rules["us_federal.se_medicare_rate"].number
    found += rules["us_federal.se_minimum_net_earnings"].number * se_rate
    # The floor of the business income deduction ends where the deduction is out of range.
    top_rate = rules["us_federal.income_tax"].row("rates")[-1]
    found += rules["us_federal.qbi_minimum_deduction"].number * top_rate
    # The saver's credit falls by tiers.
    saver = rules["us_federal.savers_credit"].row("rates")[0]
    found += rules["us_federal.savers_credit_contribution_cap_each"].number * saver
    # The child tax credit falls by $50 for each $1,000 begun.
    found += rules["us_federal.child_tax_credit_phase_out_amount"].number
    return found


def at_fee(scenario: Scenario, fee: float) -> Number:
    """Take-home where every kind of session has this fee."""
    kinds = range(len(scenario.work.session_kinds))
    changed = scenario.with_values(
        {f"work.session_kinds.{index}.fee_per_session": fee for index in kinds}
    )
    return evaluate(changed, load_rules(scenario.tax_year)).take_home.amount


def sensible_rates(scenario: Scenario) -> Scenario:
    """The same plan with rates under which a dollar more is not taken twice over."""
    changes: dict[str, object] = {}
    if isinstance(scenario.household.tax, UsTax):
        rates = ("state_rate", "local_rate", "payroll_programme_rate")
        changes = {f"household.tax.{name}": 0.05 for name in rates}
        changes["household.city"] = "none"  # taxes on a practice there have lines of their own
    if isinstance(scenario.household.tax, SeparateRates):
        changes = {"household.tax.social_rate": 0.2}
    if scenario.work.kind == "own_practice":
        changes |= {"work.card_fee_share": 0.03, "work.outside_billing_share": 0.06}
    return scenario.with_values(changes)


@given(scenarios(most_money=1e5), st.floats(1, 400), st.floats(0.5, 100))
def test_more_fee_is_worse_at_cliffs_only(scenario: Scenario, fee: float, more: float) -> None:
    """A higher fee never lowers take-home by more than the named cliffs it crosses.

    They are: self-employment tax at $400, the floor of the business deduction, the saver's tiers,
    the steps of the child tax credit and the lines of RAP, which lower the interest deducted: that
    costs at most a dollar each. (The earned income credit has slopes only.)
    """
    scenario = sensible_rates(scenario)
    loss = at_fee(scenario, fee) - at_fee(scenario, fee + more)
    allowed = 0.0
    if isinstance(scenario.household.tax, UsTax):
        allowed = cliffs(load_rules(scenario.tax_year)) + less_interest(scenario)
    assert loss <= allowed + CENT


@given(
    st.sampled_from(("single", "joint", "head_of_household")),
    st.sampled_from((2025, 2026)),
    st.sampled_from((0.0, 0.05, 0.1)),
    st.floats(40, 200),
    st.floats(0.01, 50),
)
def test_more_fee_is_better_away_from_cliffs(
    status: str, tax_year: int, state_rate: float, fee: float, more: float
) -> None:
    """Without children or a saver's credit, and in range, a higher fee is strictly better."""
    scenario = Scenario.parse(
        {
            "tax_year": tax_year,
            "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
            "household": {
                "filing_status": status,
                "tax": {"mode": "us", "state_rate": state_rate},
            },
        }
    )
    assert at_fee(scenario, fee + more) > at_fee(scenario, fee)
