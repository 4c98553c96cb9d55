"""``page``: a treaty or a case as one file that a browser shows, with its timeline and a slider over its moments."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.corpus import is_pipe, shipped, text_of
from treatyclock.corpus.cases import case_of, shipped_cases
from treatyclock.errors import UnknownTreatyError, UnwrittenFileError, WrongTypeError, expect
from treatyclock.loading import load
from treatyclock.pages.case_page import case_page
from treatyclock.pages.treaty_page import treaty_page
from treatyclock.questions.inputs import Where
from treatyclock.reconciling import reconcile
from treatyclock.testimony.case import Case
from treatyclock.treaty import Treaty
from treatyclock.view import View


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """A page.

    Attributes:
        title: What it is about.
        html: The whole file.
    """

    title: str
    html: str

    def __repr__(self) -> str:
        """Name it and its size."""
        return f"<Page of {self.title}: {len(self.html.encode()) // 1000} kB>"

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write it to a file, in UTF-8.

        Args:
            path: The file.
            overwrite: Whether it may exist already.

        Raises:
            UnwrittenFileError: If the file exists already, or cannot be written.
        """
        name = os.fspath(path)
        try:
            with open(name, "wb" if overwrite else "xb") as file:
                file.write(self.html.encode())
        except (OSError, ValueError) as cause:
            raise UnwrittenFileError(name, cause) from None


def page(
    about: str | os.PathLike[str] | Treaty | View | Case | Reconciliation,
    *,
    at: MomentLike | Sequence[MomentLike] = (),
    zone: Where = None,
    treaty: str | os.PathLike[str] | Treaty | None = None,
) -> Page:
    """Make a page of a treaty or of a case: its story, its timeline, a slider over its moments, and a table of them.

    Everything is worked out here. The page needs no network, and its reader's own clock cannot change it.

    Args:
        about: The id of a shipped treaty or case, the path of a file, a treaty, a case or a reconciliation. A view
            (:meth:`treatyclock.Treaty.under`) makes a page for a party, by a reading, or by what was known.
        at: Of a treaty: moments to show besides those of its life, one or a list; the slider begins at the first.
        zone: The clock of these moments.
        treaty: Of a case: a treaty, to say whether it was in force at each event.

    Raises:
        UnknownTreatyError: If there is no such treaty, no such case and no such file.
        TreatyFileError: With every fault of a treaty file.
        CaseFileError: With every fault of a case file.
        CivilTimeError: If a moment cannot be read as a time.
        WrongTypeError: If a treaty is asked about another treaty, or a case about a moment.

    Example:
        >>> page("icsid-1965").html.startswith("<!DOCTYPE html>")
        True
    """
    if isinstance(about, Treaty | View | Case | Reconciliation):
        subject: Treaty | View | Case | Reconciliation = about
    else:
        subject = case_of(about) if is_case(about) else load(about)
    if isinstance(subject, Reconciliation | Case):
        if not isinstance(at, Sequence) or len(at):
            raise WrongTypeError("at", at, "no moment here: a case has its own events")
        found = subject if isinstance(subject, Reconciliation) else reconcile(subject, treaty=treaty)
        return Page(title=found.case.title, html=case_page(found))
    if treaty is not None:
        raise WrongTypeError("treaty", treaty, "none here: only the events of a case are held against a treaty")
    view = subject.under() if isinstance(subject, Treaty) else subject
    moments = [at] if isinstance(at, str) or not isinstance(at, Sequence) else at
    return Page(title=view.record.title, html=treaty_page(view, [moment(each, zone=zone) for each in moments]))


def is_case(about: str | os.PathLike[str]) -> bool:
    """Tell whether a name or a path stands for a case rather than a treaty; shipped ones come first.

    Raises:
        UnknownTreatyError: If it stands for neither.
        TreatyFileError: If the file cannot be read.

    Example:
        >>> is_case("august-1945"), is_case("soviet-japanese-neutrality-pact")
        (True, False)
    """
    expect(
        about, (str, os.PathLike), "what the page is about", "the id of a treaty or of a case, or the path of a file"
    )
    if about in shipped_cases():
        return True
    if is_pipe(about):  # it can be read only once, and is taken for a treaty
        return False
    try:
        text = text_of(about).text
    except UnknownTreatyError:
        raise UnknownTreatyError(about, (*shipped(), *shipped_cases())) from None
    return _TABLE_OF_A_CASE.search(text) is not None


_TABLE_OF_A_CASE = re.compile(r"^\s*\[(\[\s*claim\s*\]|\s*events\s*\])", re.MULTILINE)
"""What stands in every case file, and in no treaty file."""
