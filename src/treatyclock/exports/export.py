"""Export a treaty or an answer: :func:`export` is the one door, and each format a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from treatyclock.answers.answer import Answer
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.declarations import by_name, declared
from treatyclock.errors import ReversedDaysError, UnknownChoiceError, WrongTypeError
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported
from treatyclock.treaty import Treaty
from treatyclock.view import View


@cache
def export_formats() -> Mapping[str, ExportFormat]:
    """Return the formats by name.

    Example:
        >>> {"ical", "jsonld", "bibtex"} <= set(export_formats())
        True
    """
    return by_name(declared("treatyclock.exports.formats", ExportFormat), lambda format: format.name)


def export(
    of: Treaty | View | Answer, format: str, *, first: MomentLike | None = None, last: MomentLike | None = None
) -> str:
    """Return the text of a treaty or an answer in a format of other programs.

    What is unknown, and what a declared reading contests, is never written as a fact; ``docs/exports.md`` says for each
    format what is left out.

    Args:
        of: A treaty; a treaty under a reading, for a party, by what was known (:meth:`Treaty.under`); or an answer.
        format: ``"csv-periods"``, ``"csv-dates"``, ``"csv-deadlines"``, ``"json"``, ``"ical"``, ``"jsonld"``,
            ``"cidoc"``, ``"timelinejs"``, ``"gexf"``, ``"csl"`` or ``"bibtex"``; the last two for answers too.
        first: Lists only deadlines from this day on. If left out, those that recur, such as reviews, begin with the
            first day in force.
        last: Lists only deadlines up to this day. If left out, those that recur are listed for a hundred years.

    Raises:
        UnknownChoiceError: If there is no such format for what is exported.
        ReversedDaysError: If the last day lies before the first.
        WrongTypeError: If it is neither a treaty nor an answer.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> print(tc.export(pact.under(reading="first-day-counted", party="JPN"), "csv-periods").splitlines()[4])
        soviet-japanese-neutrality-pact,,first-day-counted,JPN,Japan,1941-04-25,1946-04-24,1941-04-25,1946-04-24,yes,party
    """
    if isinstance(of, Answer):
        return _write_answer(of, format)
    if isinstance(of, Treaty):
        of = of.under()
    if not isinstance(of, View):
        raise WrongTypeError("what to export", of, "a Treaty, a treaty under a reading (treaty.under()), or an Answer")
    begin = None if first is None else moment(first).days.first
    end = None if last is None else moment(last).days.last
    if begin is not None and end is not None and end < begin:
        raise ReversedDaysError(begin, end)
    return _write_treaty(Exported(view=of, first=begin, last=end), format)


def _write_treaty(exported: Exported, format: str) -> str:
    able = {name: each.of_treaty for name, each in export_formats().items() if each.of_treaty is not None}
    if format not in able:
        raise UnknownChoiceError("format", format, able)
    return able[format](exported)


def _write_answer(answer: Answer, format: str) -> str:
    able = {name: each.of_answer for name, each in export_formats().items() if each.of_answer is not None}
    if format not in able:
        raise UnknownChoiceError("format of an answer", format, able)
    return able[format](answer)
