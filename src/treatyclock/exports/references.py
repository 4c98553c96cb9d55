"""What a bibliography lists: a treaty, an answer, and the sources that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from treatyclock.answers.answer import Answer
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.errors import plain
from treatyclock.exports.exported import Exported
from treatyclock.exports.signing import day_of_signature
from treatyclock.law.acts.act import Act
from treatyclock.law.record import Record
from treatyclock.show.printers.text import head
from treatyclock.version import VERSION

_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something that can be cited.

    A source of a treaty file is one text, enough to find it. Its author and its year are not told apart there, and are
    not guessed here.

    Attributes:
        id: Its key, unique within one treaty.
        title: What it is.
        of: ``"treaty"``, ``"source"`` or ``"answer"``.
        day: When a treaty was signed, where that is one certain day.
        address: Where it can be found, if the text names that.
        note: What else it takes to find it again.
    """

    id: str
    title: str
    of: str
    day: date | None = None
    address: str = ""
    note: str = ""


def of_a_treaty(exported: Exported) -> tuple[Reference, ...]:
    """Return the treaty and every source of its file.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> [each.id for each in of_a_treaty(Exported(view=pact.under()))][:2]
        ['soviet-japanese-neutrality-pact', 'soviet-japanese-neutrality-pact-text']
    """
    record = exported.record
    return (_treaty(record, exported.acts), *_sources(record, [source.id for source in record.sources]))


def of_an_answer(answer: Answer) -> tuple[Reference, ...]:
    """Return the answer, its treaty, and the sources of its argument and of the readings that say otherwise.

    Example:
        >>> import treatyclock as tc
        >>> answer = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09")
        >>> answer_itself, treaty, *sources = of_an_answer(answer)
        >>> answer_itself.title
        'Neutrality Pact between the USSR and Japan, 1945-08-09: Yes, in force by its terms.'
    """
    record = answer.record
    cited = plain(answer.cite())
    own = Reference(
        id=f"{record.id}-answer-{sha256(cited.encode()).hexdigest()[:8]}",  # another answer has another key
        title=f"{record.title}, {answer.at}: {head(answer)}",
        of="answer",
        note=cited,
    )
    named = {*_named(answer), *answer.reading.sources}
    named.update(each for contest in answer.contested_by for each in contest.reading.sources)
    done = [act for act in record.acts if act not in record.added]
    return (own, _treaty(record, done), *_sources(record, named))


def _named(answer: Answer) -> Iterator[str]:
    """Yield the ids of the sources that the argument names."""
    for step in answer.derivation:
        for variant in step.variants:
            if isinstance(variant.value, Given):
                yield from variant.value.sources


def _treaty(record: Record, acts: Iterable[Act]) -> Reference:
    return Reference(id=record.id, title=record.title, of="treaty", day=day_of_signature(record, acts))


def _sources(record: Record, ids: Iterable[str]) -> Iterator[Reference]:
    wanted = set(ids)
    for source in record.sources:
        if source.id in wanted:
            found = _ADDRESS.search(source.title)
            yield Reference(
                id=f"{record.id}-{source.id}", title=source.title, of="source", address=found[0] if found else ""
            )


MADE_BY = f"treatyclock {VERSION}"
"""Who computed an answer."""
