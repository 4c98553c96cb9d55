"""Look through a treaty file: faults stop it, findings are told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatyclock.corpus import TreatyText, record_in, record_of, text_of
from treatyclock.declarations import by_name, declared
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.errors import Fault, TreatyclockError, TreatyFileError, expect
from treatyclock.formats.documents.flaws import KeyPath, key_text
from treatyclock.formats.documents.lines import KeyLines
from treatyclock.law.beside import with_beside
from treatyclock.law.readings import TEXT
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.lint.context import Context
from treatyclock.lint.finding import Finding, FindingKind, Remark
from treatyclock.lint.rule import LintRule

_RULES = sorted(declared("treatyclock.lint.rules", LintRule), key=lambda rule: (not rule.of_clauses, rule.order))

KINDS: Mapping[str, FindingKind] = by_name(declared("treatyclock.lint.rules", FindingKind), lambda kind: kind.code)
"""Every kind of finding by its code, as the rules declare them."""


def check(treaty: str | os.PathLike[str], *, beside: Iterable[str | os.PathLike[str]] = ()) -> tuple[Finding, ...]:
    """Look through a shipped treaty, by its id, or a treaty file, by its path.

    Args:
        treaty: What :func:`treatyclock.load` takes.
        beside: Other treaties that stand beside it, as :meth:`treatyclock.Treaty.beside` has them.

    Returns:
        The findings in the order of their lines; none where there is nothing to say.

    Raises:
        UnknownTreatyError: If there is neither.
        TreatyFileError: With every fault: a file with faults gives no dates to look at.

    Example:
        >>> for finding in check("soviet-japanese-neutrality-pact"):
        ...     if finding.code == "open-convention":
        ...         print(finding.key, finding.hint.partition(";")[0])
        counting.midnight write midnight = "Europe/Moscow" in [counting] if the text says so
        term.first_day write first_day = "not counted" in [term] if the text says so
    """
    return _checked(text_of(treaty), [record_of(other) for other in beside])


def checks(text: str) -> tuple[Finding, ...]:
    """Look through the text of a treaty file, as :func:`check` does through a file.

    Raises:
        TreatyFileError: With every fault of the text.
    """
    expect(text, str, "the text of a treaty file", "text, or tc.check(path) for a file")
    return _checked(TreatyText(text=text))


def _checked(text: TreatyText, beside: Sequence[Record] = ()) -> tuple[Finding, ...]:
    record = with_beside(record_in(text), beside)
    lines = KeyLines(text.text)
    found_of = _remarks(record, None, lines)
    for number, part in enumerate(record.parts):
        found_of += _remarks(record, (number, part.id), lines)
    # What comes out in several ways, by what is left open, is one finding.
    problems: dict[tuple[str, KeyPath, str], dict[str, None]] = {}
    for each in found_of:
        problems.setdefault((each.kind.code, each.path, each.hint), {})[each.problem] = None
    found = [
        Finding(
            code=code,
            file=text.file,
            line=lines.at(path),
            key=key_text(path),
            problem="; ".join(ways),
            hint=hint,
        )
        for (code, path, hint), ways in problems.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.line or 0, each.key)))


def _remarks(file: Record, part: tuple[int, str] | None, lines: KeyLines) -> list[Remark]:
    """Return the remarks on the treaty as a whole, or on what is a part's own."""
    number, id = (None, None) if part is None else part
    record = file.about(id)
    own, *others = _lives(record, lines, number)
    found = list(_found(file, record, own, tuple(others), number))
    return found if part is None else [each for each in found if _is_of(each, file, part)]


def _is_of(remark: Remark, file: Record, part: tuple[int, str]) -> bool:
    """Tell whether a remark is on a clause or an act of a part: what it shares with the treaty is told there."""
    number, id = part
    match remark.path[:2]:
        case ("part", which):
            return which == number
        case ("act", int() as which):
            return file.acts[which].part == id
        case _:
            return False


def _found(file: Record, record: Record, own: Life, others: tuple[Life, ...], part: int | None) -> Iterator[Remark]:
    context = Context(record=record, life=own, others=others, file=file, part=part)
    for rule in _RULES:
        yield from rule.find(context)
    for number, life in enumerate(others if part is None else ()):
        if life.reading.clauses:
            reading = Context(record=record.read_as(life.reading), life=life, number=number, file=file)
            for rule in _RULES:
                if rule.of_clauses:
                    # What the reading shares with the text is told there.
                    yield from (each for each in rule.find(reading) if each.path[:1] == ("reading",))


def _lives(record: Record, lines: KeyLines, part: int | None) -> list[Life]:
    """Work out a record under the text and every declared reading, for every party."""
    lives, faults = [], []
    for number, reading in enumerate((TEXT, *record.readings)):
        try:
            life = evaluate(record, reading)
            for subject in (GENERALLY, *(Subject((party.id,)) for party in record.parties)):
                life.course(subject)
            lives.append(life)
        except TreatyclockError as error:
            path: KeyPath = () if reading == TEXT else ("reading", number - 1)
            path = path if part is None else ("part", part)
            faults.append(
                Fault(
                    file=record.file, line=lines.at(path), key=key_text(path), value=None, problem=error.sentence,
                    hint=error.hint, structural=False,
                )
            )  # fmt: skip
    if faults:
        raise TreatyFileError(record.file, faults)
    return lives
