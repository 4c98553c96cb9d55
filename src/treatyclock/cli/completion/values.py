"""The values that the library knows for an option: treaties, parties, readings, clocks and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatyclock.law.record import Record
    from treatyclock.testimony.case import Case

Candidate = tuple[str, str]
"""A word, and what it means."""

Typed = Mapping[str, Sequence[str]]
"""What is typed already: values by the name of their argument."""


def values_of(command: str, name: str, typed: Typed) -> Iterator[Candidate]:
    """Yield the values that an argument of a sub-command may have; none where the library knows none.

    Args:
        command: The name of the sub-command.
        name: The name of the argument.
        typed: What is typed already, such as the treaty whose parties are wanted.

    Raises:
        TreatyclockError: If the treaty or the case that is typed cannot be read.

    Example:
        >>> list(values_of("ask", "party", {"treaty": ["soviet-japanese-neutrality-pact"]}))
        [('SUN', 'the USSR'), ('JPN', 'Japan')]
    """
    known = _VALUES.get(f"{command}.{name}") or _VALUES.get(name)
    if known is not None:
        yield from known(typed)


def _record(typed: Typed) -> Record | None:
    from treatyclock.corpus import record_of

    return record_of(typed["treaty"][0]) if typed.get("treaty") else None


def _case(typed: Typed) -> Case | None:
    from treatyclock.corpus.cases import case_of

    return case_of(typed["case"][0]) if typed.get("case") else None


def _treaties(typed: Typed) -> Iterator[Candidate]:
    from treatyclock.corpus import shipped

    return ((id, "") for id in shipped())


def _cases(typed: Typed) -> Iterator[Candidate]:
    from treatyclock.corpus.cases import shipped_cases

    return ((id, "") for id in shipped_cases())


def _parties(typed: Typed) -> Iterator[Candidate]:
    record = _record(typed)
    return ((each.id, each.name) for each in (record.parties if record else ()))


def _readings(typed: Typed) -> Iterator[Candidate]:
    record = _record(typed)
    return ((each.id, each.title) for each in (record.readings if record else ()))


def _parts(typed: Typed) -> Iterator[Candidate]:
    record = _record(typed)
    return ((each.id, str(each)) for each in (record.parts if record else ()))


def _acts(typed: Typed) -> Iterator[Candidate]:
    record = _record(typed)
    return ((each.id, f"{each.kind.name}, {each.dated}") for each in (record.acts if record else ()))


def _claims(typed: Typed) -> Iterator[Candidate]:
    case = _case(typed)
    return ((each.id, ", ".join(each.sources)) for each in (case.claims if case else ()))


def _zones(typed: Typed) -> Iterator[Candidate]:
    from treatyclock.civil.clocks.database import iana_names
    from treatyclock.civil.clocks.historic import historic_zone_names

    return ((name, "") for name in ("UTC", *historic_zone_names(), *sorted(iana_names())))


def _conventions(typed: Typed) -> Iterator[Candidate]:
    from treatyclock.law.vocabulary import CONVENTIONS

    for key, convention in CONVENTIONS.items():
        yield from ((f"{key}={answer}", convention.question) for answer in convention.alternatives)


def _calendars(typed: Typed) -> Iterator[Candidate]:
    from treatyclock.civil.calendars.names import calendar_names

    return ((name, "") for name in calendar_names())


_VALUES: Mapping[str, Callable[[Typed], Iterator[Candidate]]] = {
    "treaty": _treaties,
    "beside": _treaties,
    "at_events": _treaties,
    "check.files": _treaties,
    "case": _cases,
    "party": _parties,
    "between": _parties,
    "reading": _readings,
    "part": _parts,
    "without": _acts,
    "choose": _conventions,
    "only": _claims,
    "reconcile.without": _claims,
    "zone": _zones,
    "also": _zones,
    "calendar": _calendars,
}
"""By the name of the argument; before it that of the sub-command, where the same name means something else there."""
