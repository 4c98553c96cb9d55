"""Which pairs of States have a life that does not follow from the life of each.

Between two States a treaty is in force while it is for both, unless something is said of these two: they stand on one
side, or within one party; one of them objected to the other, or gave a notice to some only; some of them did
together what ends or suspends the treaty between these, such as a war; an event ends what survives between two sooner
than for each; another treaty between them goes with it. Such pairs are worked out by themselves, and so are
those that an open question ties to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from treatyclock.book.lines import Line
from treatyclock.book.profiles import profiles_of, shared_questions, tied
from treatyclock.derive.agreement.joint_acts import agreed_before
from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.histories.life import Life
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.consent import OBJECTION
from treatyclock.law.acts.operation import SUSPENSION
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.clauses.others import Companion
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.sides import same_side
from treatyclock.law.vocabulary import DOCTRINES

PairOfCodes = tuple[str, str]

_BY_DOCTRINES = frozenset(kind for each in DOCTRINES for kind in each.acts)
"""Such as a war, which happens outside the treaty and ends it between those who wage it."""


def own_pairs(
    life: Life, codes: Sequence[str], lines: Mapping[str, Line], *, whole: Life | None = None
) -> set[PairOfCodes]:
    """Return the pairs that are worked out by themselves, each in the order of the codes.

    Args:
        life: The life of the treaty.
        codes: The States that may be asked about.
        lines: The line of each that has one: too much may be open at once for a State.
        whole: The life of the whole treaty, where this one is a part's: what is said of two there bounds the part.
    """
    if life.record.bilateral:
        return set(combinations(codes, 2))
    place = {code: number for number, code in enumerate(codes)}
    without = [code for code in codes if code not in lines]
    said = chain.from_iterable(_named(each, codes) for each in (life, whole) if each is not None)
    named = (*said, *((code, other) for code in without for other in codes))
    found = {_in_order(pair, place) for pair in named if pair[0] != pair[1]}
    return found | set(_tied([code for code in codes if code in lines], lines))


def _in_order(pair: PairOfCodes, place: Mapping[str, int]) -> PairOfCodes:
    one, other = pair
    return pair if place[one] < place[other] else (other, one)


def _named(life: Life, codes: Sequence[str]) -> Iterator[PairOfCodes]:
    """Yield the pairs of which the treaty or an act says something."""
    record = life.record.read_as(life.reading)
    known = set(codes)
    for code in codes:
        if record.member(code) is not None:
            yield from ((code, other) for other in codes)
    yield from (pair for pair in combinations(codes, 2) if same_side(record, *pair))
    if any(each.until_event for each in record.several(Sunset)):
        yield from combinations(codes, 2)
    clauses = (each for each in record.several(Companion) if len(each.between) == 2 and set(each.between) <= known)
    yield from ((clause.between[0], clause.between[1]) for clause in clauses)
    for world in life.work_out(lambda evaluation, common: tuple(_by_acts(evaluation, common, codes))):
        yield from (pair for pair in world.result if set(pair) <= known)


def _by_acts(evaluation: Evaluation, common: ForAll, codes: Sequence[str]) -> Iterator[PairOfCodes]:
    del common
    acts, record = evaluation.acts, evaluation.record
    by_all = acts.of(TERMINATION)
    parties = {party.id for party in record.parties}
    for act in acts:
        done_to_it = act.kind in _BY_DOCTRINES or not (act.kind.outside or act.kind.consents or act.kind.signs)
        if len(act.by) > 1 and done_to_it:
            yield from combinations(sorted(parties & set(act.by)), 2)
        if act.kind == SUSPENSION:
            yield from _towards(act.by, codes)
        if act.kind == OBJECTION:
            accession = None if act.of is None else acts.get(act.of)
            yield from _towards(act.by, codes if accession is None else _answered(act.by, accession.by, act.to, codes))
        elif act.to:
            yield from _towards(act.by, codes)
        if act.kind == TERMINATION and act not in by_all:
            agreed = {*act.by, *(party for each in agreed_before(evaluation, act) for party in each.by)}
            yield from combinations(sorted(agreed & parties), 2)


def _answered(by: Sequence[str], acceded: Sequence[str], to: Sequence[str], codes: Sequence[str]) -> Sequence[str]:
    """Return towards whom an objection works: who acceded; or those who are refused, where who acceded made it."""
    return (*acceded, *(to or codes)) if set(by) & set(acceded) else acceded


def _towards(by: Iterable[str], others: Iterable[str]) -> Iterator[PairOfCodes]:
    several = tuple(others)
    yield from ((one, other) for one in by for other in several)


def _tied(codes: Sequence[str], lines: Mapping[str, Line]) -> Iterator[PairOfCodes]:
    """Yield the pairs that at some time have together other statuses than each by itself lets one think.

    So may two whose statuses both change within a day: what the one has in the morning, the other may have at night.
    """
    shared = shared_questions(lines.values())
    profiles = {code: profiles_of(lines[code], shared) for code in codes}
    kinds = {code: {each for each in profiles[code] if len(each) > 1} for code in codes}
    open_ones = [code for code in codes if kinds[code] or any(lines[code].varies)]
    for one, other in combinations(open_ones, 2):
        by_questions = any(tied(mine, theirs) for mine in kinds[one] for theirs in kinds[other])
        within_days = any(lines[one].varies) and any(lines[other].varies)
        if (by_questions or within_days) and any(
            tied(profiles[one][i], profiles[other][j]) or (lines[one].varies[i] and lines[other].varies[j])
            for i, j in _side_by_side(lines[one].edges, lines[other].edges)
        ):
            yield one, other


def _side_by_side(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the segments of two step functions at the same times."""
    i = j = 0
    yield i, j
    while i < len(one) or j < len(other):
        ahead = i < len(one) and (j == len(other) or one[i] <= other[j])
        behind = j < len(other) and (i == len(one) or other[j] <= one[i])
        i, j = i + ahead, j + behind
        yield i, j
