"""Grounds on which some hold that a treaty ended or was suspended though its own terms do not say so.

A doctrine is a value, declared with the kinds of act that invoke it; ``derive`` has one evaluator for all of them.
"""
