import treatyclock as tc
from treatyclock.book.actors import named_by


def test_parties_are_named_and_who_is_bound_through_them() -> None:
    parties = {"AAA": {"name": "A", "members": {"BBB": {"name": "B"}}}, "CCC": "C"}
    head = {"schema": 1, "id": "t", "title": "T", "parties": parties}
    found = tc.from_dict({**head, "entry_into_force": {"recorded": "1990-01-01", "ref": "r"}})
    assert named_by(found.record) == ["AAA", "BBB", "CCC"]
