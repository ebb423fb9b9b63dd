"""Settings of every test: the same examples each time, and no clock on any of them."""

from hypothesis import Phase, settings

# Without shrinking: a whole scenario takes minutes to make smaller. Take it from the report, and
# set parts of it back to their defaults by hand.
settings.register_profile(
    "otherchair",
    derandomize=True,
    deadline=None,
    max_examples=70,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("otherchair")
