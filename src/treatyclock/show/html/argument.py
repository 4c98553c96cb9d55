"""An argument as a list that a reader unfolds: each conclusion opens to what it rests on, each source is linked."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.errors import plain
from treatyclock.law.parties import Source
from treatyclock.law.record import Record
from treatyclock.show.data import cited
from treatyclock.show.html.elements import Content, Html, element, folded, joined
from treatyclock.show.sentences import sentence


def argument(steps: Sequence[Step], record: Record, mark: str) -> Html | None:
    """Return an argument, folded; None where there is none.

    Args:
        steps: The argument, premises first.
        record: The record that it is about.
        mark: What begins the ids, so that links stay within this output.
    """
    if not steps:
        return None
    sources = cited(steps, record)
    numbers = {source.id: number for number, source in enumerate(sources, start=1)}
    said = {step.number: sentence(step, record) for step in steps}
    rows = [_step(step, said, numbers, mark) for step in steps]
    count = "1 step" if len(rows) == 1 else f"{len(rows)} steps"
    return folded(f"The argument, in {count}", element("ol", *rows), _sources(sources, mark))


def _step(step: Step, said: dict[int, str], numbers: dict[str, int], mark: str) -> Html:
    given = [each.value for each in step.variants if isinstance(each.value, Given)]
    named = dict.fromkeys(numbers[id] for each in given for id in each.sources if id in numbers)
    marks = [element("a", f"[{number}]", href=f"#{mark}-source-{number}") for number in named]
    text = joined(said[step.number], *(part for each in marks for part in (" ", each)))
    if step.because:
        premises = element("ul", *(element("li", f"({number}) {said[number]}") for number in step.because))
        text = folded(text, premises)
    return element("li", text, value=step.number, id=f"{mark}-{step.number}")


def _sources(sources: Sequence[Source], mark: str) -> Html | None:
    if not sources:
        return None
    rows = [
        element("li", linked(source.title), id=f"{mark}-source-{number}") for number, source in enumerate(sources, 1)
    ]
    return joined(element("p", "Sources", class_="lead"), element("ol", *rows))


def linked(text: str) -> Content:
    """Return a source, its address made a link where it is one of the web.

    Example:
        >>> linked("a list, https://example.org/1.pdf")
        'a list, <a href="https://example.org/1.pdf" rel="noopener">https://example.org/1.pdf</a>'
        >>> linked("javascript:alert(1)")
        'javascript:alert(1)'
    """
    words: list[Content] = []
    for number, word in enumerate(plain(text).split(" ")):
        bare = word.rstrip(".,;)")
        if number:
            words.append(" ")
        if _is_address(bare):
            words += [element("a", bare, href=bare, rel="noopener"), word[len(bare) :]]
        else:
            words.append(word)
    return joined(*words)


def _is_address(word: str) -> bool:
    """Whether a word is an address of the web."""
    if not word.startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(word).netloc)
    except ValueError:  # such as brackets that hold no address
        return False
