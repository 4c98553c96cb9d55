"""The command that asks a question again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.widening import Widening
from treatyclock.law.readings import TEXT


def command_line(answer: Answer) -> str:
    """Return the line that puts the question of an answer again; a treaty that was never a file is called FILE.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> print(command_line(pact.in_force("1945-08-09 00:10", zone="Asia/Tokyo", party="JPN")))
        treatyclock ask soviet-japanese-neutrality-pact --at '1945-08-09 00:10' --zone Asia/Tokyo --party JPN
    """
    return shlex.join(["treatyclock", "ask", *_words(answer)])


def _words(answer: Answer) -> Iterator[str]:
    texts, question = answer.texts.value, answer.question.value
    shipped = texts.file == f"{answer.record.id}.toml"
    yield answer.record.id if shipped else texts.file if _is_path(texts.file) else "FILE"
    for each in answer.record.beside:
        yield from ("--beside", each.id)
    yield from ("--at", question.at)
    for zone in question.zones:
        yield from ("--zone", zone)
    if question.fold is not Fold.BOTH and question.zones:
        yield from ("--fold", question.fold.value)
    if question.widen is not Widening.NONE:
        yield from ("--widen", question.widen.value)
    if answer.party is not None:
        yield from ("--party", answer.party)
    if answer.between is not None:
        yield from ("--between", ",".join(answer.between))
    if answer.record.part is not None:
        yield from ("--part", answer.record.part.id)
    if answer.reading.id != TEXT.id:
        yield from ("--reading", answer.reading.id)
    if answer.known_as_of is not None:
        yield from ("--known-as-of", answer.known_as_of.text)
    for act in answer.supposed.without:
        yield from ("--without", act.id)
    for table in texts.added:
        yield from ("--with", _act_words(table))
    for key, chosen in answer.reading.asked:
        yield from ("--choose", f"{key}={chosen}")


def _is_path(file: str) -> bool:
    return bool(file) and not file.startswith("<")


def _act_words(table: Mapping[str, Any]) -> str:
    """Write the table of an act as the option ``--with`` reads it."""
    return shlex.join(f"{key}={','.join(value) if isinstance(value, list) else value}" for key, value in table.items())
