"""The oracle of treaties of many parties: when was each State a party, and when was the treaty in force?"""
