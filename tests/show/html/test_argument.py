"""An argument unfolds step by step."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.show.html.argument import argument, linked

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_each_conclusion_unfolds_to_its_premises() -> None:
    answer = PACT.in_force("1945-08-09")
    text = argument(answer.derivation, answer.record, "tc")
    assert text is not None
    assert f"The argument, in {len(answer.derivation)} steps" in text
    assert text.count("<details>") > sum(1 for step in answer.derivation if step.because)


def test_of_nothing_there_is_no_argument() -> None:
    assert argument((), PACT.record, "tc") is None


def test_only_addresses_of_the_web_are_links() -> None:
    assert linked("see http://[::1 or data:text/html,x") == "see http://[::1 or data:text/html,x"
    assert linked("<a>") == "&lt;a&gt;"
