"""The command that asks a question again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.civil.moments.moment import Fold, Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.moments.widening import Widening
from treatyclock.errors import TreatyclockError
from treatyclock.instants import iso
from treatyclock.law.readings import TEXT


def command_line(answer: Answer) -> str:
    """Return the line that puts the question of an answer again.

    A treaty that was never a file is called FILE. A reading that no file declares has no name on a command line: then
    the answer is run again from its receipt, RECEIPT.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> print(command_line(pact.in_force("1945-08-09 00:10", zone="Asia/Tokyo", party="JPN")))
        treatyclock ask soviet-japanese-neutrality-pact --at '1945-08-09 00:10' --zone Asia/Tokyo --party JPN
    """
    again = ["ask", *_words(answer)] if answer.texts.value.own_reading is None else ["replay", "RECEIPT"]
    return shlex.join(["treatyclock", *again])


def known_text(answer: Answer) -> str | None:
    """Return as of when the answer goes by what was known, as a text that says so by itself; None for all that is."""
    known = answer.known_as_of
    if known is None:
        return None
    end = known.span.end
    return known.text if end is None or _says(known.text, known) else iso(end - 1)


def _says(text: str, when: Moment) -> bool:
    try:
        return moment(text).support == when.support
    except TreatyclockError:  # an hour without its clock
        return False


def _words(answer: Answer) -> Iterator[str]:
    texts, question = answer.texts.value, answer.question.value
    name, *beside = texts.names
    yield name or "FILE"
    for each in beside:
        yield from ("--beside", each or "FILE")
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
    if (known := known_text(answer)) is not None:
        yield from ("--known-as-of", known)
    for act in texts.without:
        yield from ("--without", act)
    for table in texts.added:
        yield from ("--with", _act_words(table))
    for key, chosen in answer.reading.asked:
        yield from ("--choose", f"{key}={chosen}")


def _act_words(table: Mapping[str, Any]) -> str:
    """Write the table of an act as the option ``--with`` reads it."""
    return shlex.join(f"{key}={','.join(value) if isinstance(value, list) else value}" for key, value in table.items())
