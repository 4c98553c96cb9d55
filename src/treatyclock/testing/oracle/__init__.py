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
   and the treaty lives (VCLT 54(a), 70(1)(a); no article says it in so many words). It revives neither a treaty that
   has ended nor a State's part in it. It sets a new last day and uses up no renewal; a renewal that was used before
   stays used.
2. Who must agree, must. All who are parties when it is agreed (VCLT 54(b), 39, 40(4)): for an end by consent, an
   extension of the term, an extension of a notice, an agreement on withdrawal. An act by some has no effect for all;
   what some agree among themselves alone (VCLT 41) is not followed.
3. A signature binds where signature alone brings the treaty into force (VCLT 12(1)); beside a call for instruments it
   is only a step (VCLT 14(1)). "Until an event": to the beginning of its day, to its hour, or to the end of its day,
   since no rule says which.
4. A notice is made when it is received (VCLT 78(b)), and may be taken back before it takes effect (VCLT 68). It ends
   nothing before entry into force, since a clause on leaving is none of those that hold from the adoption of the text
   (VCLT 24(4)); whether it then takes back its author's consent, no rule says. It ends nothing without a clause
   (VCLT 56(1), of which the exceptions are not followed). While it is suspended its clock stands still; resumed, the
   clock goes on where it stopped or begins anew, since no rule says which. Where exits come with the end of the term,
   so does this one.
5. A State that left may come back by a new act of consent (VCLT 11, 15, 24(3)), whatever ended its time as a party.
6. Provisional application ends with a notice that it ends (VCLT 25(2)), with the State's own entry into force, until
   which alone it is meant (VCLT 25(1)), and with the treaty; a new declaration begins it anew.
7. An objection answers one accession, and stands between two States from its own date until it is withdrawn
   (VCLT 20(4)(b), 22(2), by analogy; Apostille Convention art. 12). Later than the clause allows, it has no effect.
8. A treaty that all its parties have left is in force for nobody, and so not in force (VCLT 2(1)(a), 2(1)(g), 70(2)).
9. The day that corresponds to one that the month lacks is the month's last (Convention on the Calculation of
   Time-Limits, art. 4(2)), or in some texts and practices the first of the next. An exit at the end of a period from a
   notice whose day counts comes with the corresponding day (practice of the United Nations). A period counted back is
   counted from the end back, or from the notice forward: that Convention leaves such periods out (art. 1), and no rule
   says which.
10. What was not known is not used: an act from the day of its publication, a day that a depositary recorded from the
    last instrument that it presupposes (VCLT 77(1)(e)-(f)). That is no rule of law, but what such a question means.
"""
