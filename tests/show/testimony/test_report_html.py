"""A case in a notebook: when each event came, a picture, what is given up."""

from __future__ import annotations

import treatyclock as tc

AUGUST = tc.reconcile("august-1945")


def test_the_table_of_events_comes_before_the_picture_and_the_proofs_are_folded() -> None:
    text = AUGUST._repr_mimebundle_()["text/html"]
    order = [
        text.index(each) for each in ("on the clocks of the case", "<svg", "must be given up", "Open:", "<details>")
    ]
    assert order == sorted(order)
    assert "<script" not in text
