"""Two slow answers to "was the treaty in force at this instant?", to test the library against.

They are written from the law and from what the grammar of treaty files says, and share no code with the library. Both
try every convention that the treaty leaves open; a *world* is one choice of all of them. All worlds agree: that is the
answer. They do not: the answer is "unknown". Where the law itself has no answer they refuse (``UnsettledError``).

Each function of the oracles that states a rule of law names it, by its article or by its number here ("rule 4").
``docs/oracle.md`` leads from each page on clauses to the functions that state its law, and says what neither knows.

``oracle.two`` lives through a treaty of two parties one day at a time. ``oracle.many`` works out for every State of a
treaty of many when it was a party. The rules, each with its article of the Vienna Convention on the Law of Treaties
(VCLT) or its source:

1. What is over stays over. An agreement to put off the end has an effect only if it is in force while the term runs
   and the treaty lives (VCLT 54, 70). It revives neither a treaty that has ended nor a State's part in it. It sets a
   new last day and uses up no renewal; a renewal that was used before stays used.
2. Who must agree, must. All who are parties when it is agreed (VCLT 54(b), 39): for an end by consent, an extension of
   the term, an extension of a notice, an agreement on withdrawal. An act by some has no effect.
3. A signature binds where signature alone brings the treaty into force (VCLT 12); beside a call for instruments it is
   only a step (VCLT 14). "Until an event": to the beginning of its day, to its hour, or to the end of its day.
4. A notice is made when it is received (VCLT 78), may be taken back before it takes effect (VCLT 68), and has no effect
   before entry into force (VCLT 24(4)) or without a clause (VCLT 56(1)). While it is suspended its clock stands still;
   resumed, the clock goes on where it stopped or begins anew. Where exits come with the end of the term, so does
   this one.
5. A State that left may come back by a new act of consent (VCLT 15, 24(3)), whatever ended its time as a party.
6. Provisional application ends with a notice that it ends, with the State's own entry into force, with the treaty
   (VCLT 25(2)); a new declaration begins it anew.
7. An objection answers one accession, and stands between two States from its own date until it is withdrawn
   (VCLT 20(4)(b), by analogy; Apostille Convention art. 12). Later than the clause allows, it has no effect.
8. A treaty that all its parties have left is in force for nobody, and so not in force (VCLT 54, 2(1)(g)).
9. The day that corresponds to one that the month lacks is the month's last, or the first of the next; an exit at the
   end of a period from a notice whose day counts comes with the corresponding day (practice of the United Nations). A
   period counted back is counted from the end back, or from the notice forward (Convention on the Calculation of
   Time-Limits, arts. 1 and 4(2)).
10. What was not known is not used: an act from the day of its publication, a day that a depositary recorded from the
    last instrument that it presupposes (dossier of the law, 12).
"""
