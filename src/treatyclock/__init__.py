"""Was this treaty in force at instant X in zone Y, for party P, on whose reading, and why?

Example:
    >>> import treatyclock as tc
    >>> pact = tc.load("soviet-japanese-neutrality-pact")
    >>> pact.in_force(at="1945-08-09T00:10", zone="Asia/Tokyo").truth
    <Truth.YES: 'yes'>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from treatyclock.version import VERSION

__version__ = VERSION

# Names are imported when they are first used, so that `import treatyclock` costs next to nothing.
_HOME = {
    "Act": "law.acts.act",
    "Allen": "civil.moments.comparisons",
    "Answer": "answers.answer",
    "Book": "book.book",
    "Case": "testimony.case",
    "Compiled": "book.compiled",
    "DateAnswer": "answers.dates",
    "Dates": "answers.dates",
    "Difference": "answers.difference",
    "Finding": "lint.finding",
    "Fold": "civil.moments.moment",
    "Interval": "intervals",
    "IntervalSet": "intervals",
    "Label": "civil.clocks.labels",
    "Moment": "civil.moments.moment",
    "MonthEnd": "civil.periods",
    "NoticeAnswer": "answers.notice",
    "Period": "civil.periods",
    "Reading": "law.readings",
    "Reconciliation": "answers.reconciliation",
    "Status": "law.status",
    "Stretch": "civil.moments.comparisons",
    "Timeline": "intervals",
    "Treaty": "treaty",
    "View": "view",
    "TreatyFileError": "errors",
    "TreatyclockError": "errors",
    "Truth": "truth",
    "WhenAnswer": "civil.when_answer",
    "Widening": "civil.moments.widening",
    "Zone": "civil.clocks.zones",
    "after": "civil.moments.comparisons",
    "before": "civil.moments.comparisons",
    "calendar": "civil.calendars.names",
    "check": "lint.check",
    "checks": "lint.check",
    "dumps": "loading",
    "export": "exports.export",
    "frames": "frames",
    "from_dict": "loading",
    "from_table": "loading",
    "from_undate": "civil.interop.undates",
    "label": "civil.clocks.labels",
    "lmt": "civil.clocks.zones",
    "load": "loading",
    "loads": "loading",
    "moment": "civil.moments.read",
    "page": "pages.page",
    "read_date": "civil.printed.reader",
    "reconcile": "reconciling",
    "relations": "civil.moments.comparisons",
    "replay": "replaying",
    "shipped": "corpus",
    "shipped_cases": "corpus.cases",
    "to_undate": "civil.interop.undates",
    "when": "civil.when",
    "within": "civil.moments.comparisons",
    "zone": "civil.clocks.zones",
}

if TYPE_CHECKING:
    from treatyclock import frames
    from treatyclock.answers.answer import Answer
    from treatyclock.answers.dates import DateAnswer, Dates
    from treatyclock.answers.difference import Difference
    from treatyclock.answers.notice import NoticeAnswer
    from treatyclock.answers.reconciliation import Reconciliation
    from treatyclock.book.book import Book
    from treatyclock.book.compiled import Compiled
    from treatyclock.civil.calendars.names import calendar
    from treatyclock.civil.clocks.labels import Label, label
    from treatyclock.civil.clocks.zones import Zone, lmt, zone
    from treatyclock.civil.interop.undates import from_undate, to_undate
    from treatyclock.civil.moments.comparisons import Allen, Stretch, after, before, relations, within
    from treatyclock.civil.moments.moment import Fold, Moment
    from treatyclock.civil.moments.read import moment
    from treatyclock.civil.moments.widening import Widening
    from treatyclock.civil.periods import MonthEnd, Period
    from treatyclock.civil.printed.reader import read_date
    from treatyclock.civil.when import when
    from treatyclock.civil.when_answer import WhenAnswer
    from treatyclock.corpus import shipped
    from treatyclock.corpus.cases import shipped_cases
    from treatyclock.errors import TreatyclockError, TreatyFileError
    from treatyclock.exports.export import export
    from treatyclock.intervals import Interval, IntervalSet, Timeline
    from treatyclock.law.acts.act import Act
    from treatyclock.law.readings import Reading
    from treatyclock.law.status import Status
    from treatyclock.lint.check import check, checks
    from treatyclock.lint.finding import Finding
    from treatyclock.loading import dumps, from_dict, from_table, load, loads
    from treatyclock.pages.page import page
    from treatyclock.reconciling import reconcile
    from treatyclock.replaying import replay
    from treatyclock.testimony.case import Case
    from treatyclock.treaty import Treaty
    from treatyclock.truth import Truth
    from treatyclock.view import View

__all__ = [
    "Act", "Allen", "Answer", "Book", "Case", "Compiled", "DateAnswer", "Dates", "Difference", "Finding", "Fold",
    "Interval", "IntervalSet", "Label", "Moment", "MonthEnd", "NoticeAnswer", "Period", "Reading", "Reconciliation",
    "Status", "Stretch", "Timeline", "Treaty", "TreatyFileError", "TreatyclockError", "Truth", "View", "WhenAnswer",
    "Widening", "Zone",
    "after", "before", "calendar", "check", "checks", "dumps", "export", "frames", "from_dict", "from_table",
    "from_undate", "label", "lmt", "load", "loads", "moment", "page", "read_date", "reconcile", "relations", "replay",
    "shipped", "shipped_cases", "to_undate", "when", "within", "zone",
]  # fmt: skip


if not TYPE_CHECKING:  # a checker would take every misspelt name for one of these

    def __getattr__(name: str) -> Any:
        """Import a public name when it is first asked for."""
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        module = import_module(f"treatyclock.{home}")
        value = module if home == name else getattr(module, name)  # a module of that name is public itself
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted({*globals(), *__all__})
