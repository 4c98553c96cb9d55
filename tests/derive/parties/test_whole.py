"""What holds for the treaty as a whole, told in an argument about a part."""

import treatyclock as tc
from small_treaties import BOTH, act, clause, entry, text_of_two


def test_what_is_concluded_about_the_whole_is_told_as_such() -> None:
    part = clause("[part]", id="annex", consent="its own")
    over = act("termination by consent", BOTH, "1960-03-31", effective="1960-03-31", effect_day="last in force")
    of_the_annex = act("ratification", BOTH, "1951-01-01", id="annex-ratified", part="annex")
    treaty = tc.loads(
        text_of_two(entry("ratified by all"), part, act("ratification", BOTH, "1950-06-01"), of_the_annex, over)
    )
    told = " ".join(treaty.in_force("1961-01-01", part="annex").explain().split())
    assert "The treaty as a whole: " in told
    assert "no part is in force longer than the whole" in told
    assert "The treaty as a whole: " not in " ".join(treaty.in_force("1961-01-01").explain().split())
