"""Moments: what a source says, the instants it may mean, and how imprecise moments compare."""
