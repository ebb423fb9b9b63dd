"""Clinic: staffing plans side by side, each clinician's wage and load beside the margin."""

from ui.clinic import answers, groups, sections, words
from ui.clinic import view as clinic_view
from ui.shell import frame, state

with state.working_on("clinic"):
    view = clinic_view.view()
    said = words.bar(view.compared.results, view.shown)
    shown = frame.shown_of(
        said, view.clinic.tax_year, (post.scenario for post in view.result.posts)
    )
    answer = words.headline(view.compared.results, view.shown)
    with frame.page("Clinic", answer, words.ALL_YEAR, shown, ["Load", "Job offers"]):
        sections.which(view)
        sections.dots(view)
        sections.harms(view)
        sections.figures(view)
        sections.taxes_told(view)
        sections.side_by_side(view)
        sections.roster(view)
        groups.roster(view)
        answers.answers(view)
        groups.figures(view)
