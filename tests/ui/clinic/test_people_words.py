"""What a plan does to people beside plan A, and what a clinic says that has no limits set."""

from calc.scenario.clinic import Plans
from calc.scenario.document import with_changes
from calc.staffing import compare_plans
from calc.staffing import plans as clinic_plans
from tests.ui.clinic.clinics import FOUND, PLANS, Open, opened, texts
from ui.clinic import people_words
from ui.clinic import words as clinic_words
from ui.shell import state

OWN = (
    clinic_plans.blank()
    .with_values({"plans.0.posts": PLANS.plans[0].posts[1:4]})
    .with_values({"plans.0.household": PLANS.plans[0].household})
)


def plain(lines: list[str]) -> str:
    """Lines without the marks of Markdown."""
    return "\n".join(lines).replace("\\", "").replace("**", "")


def test_a_plan_tells_who_changes_and_not_only_who_suffers() -> None:
    """At most 20 booked each: whoever booked more earns another wage; nobody else is listed."""
    first, fewer = FOUND.results[:2]
    said = plain(people_words.changes(first, fewer))
    moved = {
        was.label
        for was, now in zip(first.posts, fewer.posts, strict=True)
        if abs(was.earner.wage - now.earner.wage) > 0.005
    }
    assert moved
    assert {post.label for post in first.posts if f"{post.label}:" in said} == moved
    assert "Post 6" not in moved


def test_gains_are_told_with_their_wage_and_load() -> None:
    """Pay +10 %: each wage rises, by what it says."""
    first, dearer = FOUND.results[0], FOUND.results[2]
    said = plain(people_words.changes(first, dearer))
    was, now = (result.post("Post 6").earner.wage for result in (first, dearer))
    assert now > was
    assert f"Post 6: ${now:.2f} an hour, +${now - was:.2f} from A" in said


def test_a_mark_that_plan_a_has_too_is_said_to_be_so() -> None:
    """Post 6 is below the floor in A as in B: it is marked, and not as what B does."""
    first, fewer = FOUND.results[:2]
    assert plain(people_words.marks(first, fewer)).count(people_words.AS_IN_A) == 1
    assert people_words.AS_IN_A not in plain(clinic_words.marks(first))


def test_who_comes_and_goes_is_told() -> None:
    """A post that A has not is new, and one that is left out is named."""
    without = PLANS.with_values({"plans.1.posts": PLANS.plans[0].posts[:-1]})
    results = compare_plans(without).results
    label = PLANS.plans[0].posts[-1].label
    assert f"{label} is not in this plan." in plain(people_words.changes(*results[:2]))
    assert f"{label} is new: $" in plain(people_words.changes(results[1], results[0]))


def test_many_changes_are_cut_short() -> None:
    """Of more than a few the greatest are told, and how many there are besides."""
    posts = [
        with_changes(post, {"label": f"Post {place}"})
        for place, post in enumerate((PLANS.plans[0].posts[1],) * 12, start=1)
    ]
    one = PLANS.plans[0].with_values({"posts": tuple(posts)})
    results = compare_plans(Plans(plans=(one, clinic_plans.raised(one, 0.1)))).results
    said = people_words.changes(results[0], results[1])
    assert len(said) == people_words.MOST_TOLD + 1
    assert said[-1].startswith("4 clinicians more")


def test_the_page_lists_them(open_app: Open) -> None:
    """Under the title stands everybody whose figures move."""
    said = texts(opened(open_app)).replace("**", "")
    assert "What plan B does to people." in said
    for line in people_words.changes(FOUND.results[0], FOUND.results[1]):
        assert line.replace("\\", "").replace("**", "") in said


def test_without_limits_the_heading_states_facts(open_app: Open) -> None:
    """Nobody set a floor or a ceiling: the lowest wage and heaviest load, and the premise."""
    app = opened(open_app, OWN, shown=0)
    title = app.title[0].value.replace("\\", "")
    assert title.startswith("Plan A: the lowest wage is $")
    assert "in 100 exhausted. The margin is $" in title
    assert "keeps" not in title
    said = texts(app)
    assert "Fees of $145 a session are typical, shared costs are 0 until entered." in said
    assert "your ceiling" not in said


def test_a_premise_that_was_entered_is_not_told() -> None:
    """A fee of one's own and a cost take their part of the sentence away."""
    entered = OWN.with_values({"plans.0.payer_mix.0.sessions.fee_per_session": 150.0})
    (found,) = compare_plans(entered).results
    assert clinic_words.premise(found) == "Shared costs are 0 until entered."
    (paid,) = compare_plans(
        entered.with_values({"plans.0.shared.each_clinician_per_month": 50.0})
    ).results
    assert clinic_words.premise(paid) == ""
    assert clinic_words.premise(compare_plans(clinic_plans.blank()).results[0]) == ""


def test_a_ceiling_that_is_set_is_still_kept() -> None:
    """With a ceiling of the reader's and no floor, only the ceiling is claimed."""
    (found,) = compare_plans(OWN.with_values({"plans.0.limits.load_ceiling_people": 90.0})).results
    said = clinic_words.headline([found], 0)
    assert said.startswith("Plan A keeps every clinician below 90 in 100 exhausted.")


def test_a_change_of_load_inside_its_range_is_not_said_to_be_known() -> None:
    """The greatest change of all, with its range; nothing where no load changes."""
    first, fewer = FOUND.results[:2]
    said = plain([people_words.loads_not_known(first, fewer, state.load_of)])
    shares = {
        label: [
            round(100 * result.post(label).earner.load_probability) for result in (first, fewer)
        ]
        for label in first.clinic.labels
    }
    label, (was, now) = max(shares.items(), key=lambda one: abs(one[1][0] - one[1][1]))
    spread = state.load_of(fewer.post(label).result).range
    assert spread is not None
    assert f"that of {label} changes most, by {was - now} in 100, inside" in said
    assert f"range of {100 * spread.low:.0f} to {100 * spread.high:.0f}: whether" in said
    assert said.endswith("exhaustion falls at all is not known.")
    assert people_words.loads_not_known(first, first, state.load_of) == ""
