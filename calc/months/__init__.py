"""A practice month by month: how it fills, and when money comes in."""
