"""Who surely is a party from the treaty's first day on, and for ever: told by a cheap look."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.consent.consent import Consent, agreed, consent_kinds, stands
from treatyclock.derive.consent.taken_back import takings_back
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.joining.approvers import needs_approval
from treatyclock.derive.joining.in_time import in_time
from treatyclock.derive.parties.perhaps_parties import exit_not_on_record
from treatyclock.derive.parties.released_from_all import agreed_by_some
from treatyclock.derive.parties.whole import within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN, SUCCESSION
from treatyclock.law.vocabulary import LEAVING
from treatyclock.truth import Truth


def staying(evaluation: Evaluation, entry: Entry) -> Iterator[str]:
    """Yield those who consented and surely are parties from the first day on, and for ever.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
    """
    return (party for party in consenting(evaluation) if _stays(evaluation, party, entry))


def there_from_the_first(evaluation: Evaluation, entry: Entry) -> Iterator[str]:
    """Yield those who surely consented in time to be parties from the first day on, whenever they left.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
    """
    return (party for party in consenting(evaluation) if _from_the_first(evaluation, party, entry))


def consenting(evaluation: Evaluation) -> list[str]:
    """Return the parties whose acts express a consent that stands."""
    parties = (party.id for party in evaluation.record.parties)
    consents = ((party, evaluation.acts.by(party, consent_kinds(evaluation, party))) for party in parties)
    return [party for party, acts in consents if any(stands(evaluation, act) for act in acts)]


def _stays(evaluation: Evaluation, party: str, entry: Entry) -> bool:
    """Tell whether a State that consented surely is a party from the first day on, and for ever.

    A part binds it no longer than the treaty does: so it must stay in both.
    """
    acts = (*evaluation.acts.by(party, LEAVING), *agreed_by_some(evaluation, party))
    left = bool(acts) or exit_not_on_record(evaluation, party) is not None
    stays = not left and _from_the_first(evaluation, party, entry)
    whole = within(evaluation)
    if not stays or whole is None:
        return stays
    return whole.standing.entry is not None and _stays(whole.evaluation, party, whole.standing.entry)


def _from_the_first(evaluation: Evaluation, party: str, entry: Entry) -> bool:
    """Tell whether a State surely consented in time to be a party from the treaty's own day, and for no other day."""
    # Who has ceased to be a member of an organisation by then may be out before the treaty's first day.
    undone = (*takings_back(evaluation, party), *evaluation.acts.by(party, LEAVING))
    before = (act for act in undone if _perhaps_before(evaluation, act, entry))
    if any(before):
        return False
    return any(
        each.act.effective is None
        and each.act.kind != SUCCESSION
        and _recorded_for_no_later_day(each, entry)
        and each.day.last <= entry.day.last
        and needs_approval(evaluation, each.act, party) is None
        and in_time(evaluation, entry, each, party)[0] is Truth.YES
        for each in agreed(evaluation, party)
    )


def _perhaps_before(evaluation: Evaluation, act: Act, entry: Entry) -> bool:
    """Tell whether an act that undoes a consent may have come before the treaty was in force."""
    return act.kind == CONSENT_WITHDRAWN or evaluation.legal_days(act.when()).first <= entry.day.last


def _recorded_for_no_later_day(consent: Consent, entry: Entry) -> bool:
    """Tell whether nothing was recorded of a consent, or an entry after it and not after the treaty's own."""
    recorded = consent.act.recorded
    return recorded is None or (consent.day.last < recorded.days.first and recorded.days.last <= entry.day.first)
