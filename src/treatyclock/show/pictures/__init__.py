"""Pictures as values: bands, bars and marks placed in civil time; drawn as SVG here, by matplotlib in the extra.

Nothing is placed by the clock of whoever draws: each position is a wall time worked out before.
"""
