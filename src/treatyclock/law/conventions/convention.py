"""What a convention is: a question, and the answers to choose from where a text is silent."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.law.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A question that a treaty's text may leave open.

    Attributes:
        key: Its name in files and answers.
        question: The question itself.
        alternatives: The answers tried while it is open; none where the record itself lists them.
        law: What the law says of it.
        form: How a reading writes its answer, where that is not one of the alternatives.
        together: The key of a wider convention: a reading that answers the wider one answers this one too.
    """

    key: str
    question: str
    alternatives: tuple[str, ...] = ()
    law: str = ""
    form: Form | None = None
    together: str = ""
