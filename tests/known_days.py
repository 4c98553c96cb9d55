"""Days that are known in two calendars.

Facts come from the acts that the table cites, from printed dual dates of treaties, and from days
that general histories give in both styles.
"""

from __future__ import annotations

# Day by day: a calendar, what it printed, and the Gregorian day.
FACTS = [
    # battles and documents that histories give in both calendars
    ("julian", (1066, 10, 14), "1066-10-20"),  # Hastings
    ("julian", (1215, 6, 15), "1215-06-22"),  # Magna Carta
    ("julian", (1453, 5, 29), "1453-06-07"),  # fall of Constantinople
    ("julian", (1492, 10, 12), "1492-10-21"),  # Columbus sees land
    ("julian", (1582, 10, 5), "1582-10-15"),  # bull Inter gravissimas
    ("julian", (1700, 2, 29), "1700-03-11"),  # leap days that only the Julian calendar has
    ("julian", (1800, 2, 29), "1800-03-12"),
    ("julian", (1900, 2, 29), "1900-03-13"),
    ("julian", (2000, 2, 29), "2000-03-13"),
    ("julian", (1, 1, 3), "0001-01-01"),
    # Russia: printed double dates and the decree of 1918
    ("russia", (1689, 8, 27), "1689-09-06"),  # treaty of Nerchinsk
    ("russia", (1709, 6, 27), "1709-07-08"),  # Poltava
    ("russia", (1721, 8, 30), "1721-09-10"),  # treaty of Nystad
    ("russia", (1774, 7, 10), "1774-07-21"),  # treaty of Küçük Kaynarca
    ("russia", (1825, 12, 14), "1825-12-26"),  # the Decembrists
    ("russia", (1855, 1, 26), "1855-02-07"),  # treaty of Shimoda
    ("russia", (1861, 2, 19), "1861-03-03"),  # emancipation manifesto
    ("russia", (1867, 3, 18), "1867-03-30"),  # cession of Alaska
    ("russia", (1875, 4, 25), "1875-05-07"),  # treaty of Saint Petersburg
    ("russia", (1878, 2, 19), "1878-03-03"),  # treaty of San Stefano
    ("russia", (1893, 12, 23), "1894-01-04"),  # alliance with France
    ("russia", (1905, 8, 23), "1905-09-05"),  # treaty of Portsmouth
    ("russia", (1907, 8, 18), "1907-08-31"),  # convention with Britain
    ("russia", (1917, 3, 2), "1917-03-15"),  # abdication
    ("russia", (1917, 10, 25), "1917-11-07"),  # October Revolution
    ("russia", (1918, 1, 31), "1918-02-13"),
    ("russia", (1918, 2, 14), "1918-02-14"),
    ("soviet union", (1941, 4, 13), "1941-04-13"),
    ("ukraine", (1918, 2, 15), "1918-02-28"),
    ("ukraine", (1918, 3, 1), "1918-03-01"),
    # Britain, with its year from 25 March
    ("britain", (1602, 3, 24), "1603-04-03"),  # death of Elizabeth I, the last day of 1602
    ("britain", (1603, 3, 25), "1603-04-04"),
    ("britain", (1605, 11, 5), "1605-11-15"),  # Gunpowder Plot
    ("britain", (1642, 12, 25), "1643-01-04"),  # birth of Newton
    ("britain", (1648, 1, 30), "1649-02-09"),  # execution of Charles I, 1648/49
    ("britain", (1688, 2, 13), "1689-02-23"),  # William and Mary, 1688/89
    ("england", (1690, 7, 1), "1690-07-11"),  # the Boyne
    ("britain", (1706, 1, 16), "1707-01-27"),  # the Scots parliament ratifies the Union
    ("scotland", (1707, 1, 16), "1707-01-27"),  # the same day as Scotland dated it
    ("britain", (1707, 5, 1), "1707-05-12"),  # the Union
    ("britain", (1731, 2, 11), "1732-02-22"),  # birth of Washington, 1731/32
    ("britain", (1751, 12, 31), "1752-01-11"),
    ("britain", (1752, 1, 1), "1752-01-12"),  # 24 Geo. II c. 23
    ("britain", (1752, 9, 2), "1752-09-13"),
    ("britain", (1752, 9, 14), "1752-09-14"),
    # Sweden's own calendar
    ("sweden", (1700, 2, 28), "1700-03-10"),
    ("sweden", (1700, 3, 1), "1700-03-11"),  # genny.se
    ("sweden", (1700, 11, 20), "1700-11-30"),  # Narva
    ("sweden", (1707, 5, 13), "1707-05-23"),  # birth of Linnaeus
    ("sweden", (1709, 6, 28), "1709-07-08"),  # Poltava: a day more than Russia's
    ("sweden", (1712, 2, 29), "1712-03-10"),
    ("sweden", (1712, 2, 30), "1712-03-11"),  # genny.se
    ("sweden", (1712, 3, 1), "1712-03-12"),
    ("sweden", (1718, 11, 30), "1718-12-11"),  # death of Charles XII
    ("finland", (1753, 2, 17), "1753-02-28"),
    ("sweden", (1753, 3, 1), "1753-03-01"),
    # other countries
    ("spain", (1582, 10, 4), "1582-10-14"),
    ("italy", (1582, 10, 15), "1582-10-15"),
    ("france", (1572, 8, 24), "1572-09-03"),  # Saint Bartholomew
    ("france", (1582, 12, 9), "1582-12-19"),
    ("prussia", (1610, 8, 22), "1610-09-01"),
    ("protestant germany", (1648, 10, 14), "1648-10-24"),  # peace of Westphalia
    ("denmark", (1658, 2, 26), "1658-03-08"),  # peace of Roskilde
    ("norway", (1700, 2, 18), "1700-02-28"),
    ("greece", (1821, 3, 25), "1821-04-06"),  # beginning of the War of Independence
    ("greece", (1923, 2, 15), "1923-02-28"),
    ("greece", (1923, 3, 1), "1923-03-01"),
    ("albania", (1912, 11, 14), "1912-11-27"),
    ("albania", (1912, 11, 28), "1912-11-28"),  # declaration of independence
    ("bulgaria", (1908, 9, 22), "1908-10-05"),  # declaration of independence
    ("bulgaria", (1916, 3, 31), "1916-04-13"),
    ("serbia", (1914, 6, 15), "1914-06-28"),  # Sarajevo
    ("yugoslavia", (1919, 1, 28), "1919-01-28"),  # the law's own words
    ("romania", (1916, 8, 15), "1916-08-28"),  # entry into the war
    ("romania", (1919, 4, 14), "1919-04-14"),
    ("turkey", (1917, 2, 15), "1917-02-28"),
    ("rumi", (1256, 3, 1), "1840-03-13"),
    ("rumi", (1324, 7, 10), "1908-07-23"),  # the constitution restored
    ("rumi", (1325, 3, 31), "1909-04-13"),  # the "31 March" rising
    ("rumi", (1332, 2, 15), "1917-02-28"),
    ("rumi", (1333, 3, 1), "1917-03-01"),
    ("rumi", (1336, 4, 23), "1920-04-23"),  # the Grand National Assembly meets
    ("rumi", (1339, 10, 29), "1923-10-29"),  # the Republic
    ("japan", (1873, 1, 1), "1873-01-01"),
    ("china", (1912, 1, 1), "1912-01-01"),
    ("thailand", (2475, 6, 24), "1932-06-24"),  # the revolution
    ("thailand", (2482, 1, 15), "1940-01-15"),  # the year 2482 ran to March
    ("thailand", (2484, 1, 1), "1941-01-01"),
    # eras
    ("meiji", (6, 1, 1), "1873-01-01"),  # Grand Council proclamation no. 337
    ("meiji", (28, 4, 17), "1895-04-17"),  # treaty of Shimonoseki
    ("meiji", (38, 9, 5), "1905-09-05"),  # treaty of Portsmouth
    ("meiji", (43, 8, 22), "1910-08-22"),  # treaty of annexation of Korea
    ("taisho", (1, 7, 30), "1912-07-30"),
    ("taisho", (8, 6, 28), "1919-06-28"),  # treaty of Versailles
    ("taisho", (15, 12, 25), "1926-12-25"),
    ("showa", (1, 12, 25), "1926-12-25"),
    ("showa", (11, 11, 25), "1936-11-25"),  # Anti-Comintern Pact
    ("showa", (15, 9, 27), "1940-09-27"),  # Tripartite Pact
    ("showa", (16, 4, 13), "1941-04-13"),  # the Neutrality Pact
    ("showa", (20, 9, 2), "1945-09-02"),  # the surrender
    ("showa", (27, 4, 28), "1952-04-28"),  # treaty of Taipei
    ("showa", (64, 1, 7), "1989-01-07"),
    ("heisei", (1, 1, 8), "1989-01-08"),  # Cabinet Order no. 1 of 1989
    ("heisei", (31, 4, 30), "2019-04-30"),
    ("reiwa", (1, 5, 1), "2019-05-01"),  # Cabinet Order no. 143 of 2019
    ("minguo", (1, 1, 1), "1912-01-01"),
    ("minguo", (34, 8, 14), "1945-08-14"),  # treaty with the USSR
    ("minguo", (41, 4, 28), "1952-04-28"),  # treaty of Taipei
    ("datong", (1, 9, 15), "1932-09-15"),  # Japan-Manchukuo protocol
    ("kangde", (1, 3, 1), "1934-03-01"),
    ("kangde", (7, 6, 26), "1940-06-26"),  # the emperor's second visit to Japan
    ("kangde", (12, 8, 9), "1945-08-09"),  # the Soviet attack
]

# Days of calendars that another package computes; the Gregorian days are those of the histories.
COMPUTED = [
    ("hebrew", (5701, 1, 16), "1941-04-13"),  # second day of Passover of that year
    ("hebrew", (5708, 2, 5), "1948-05-14"),  # declaration of the State of Israel
    ("hebrew", (5734, 7, 10), "1973-10-06"),  # the Yom Kippur war
    ("islamic", (1, 1, 1), "0622-07-19"),  # 16 July 622 Julian
    ("islamic", (1337, 1, 1), "1918-10-07"),
    ("persian", (1, 1, 1), "0622-03-22"),
    ("persian", (1357, 11, 22), "1979-02-11"),  # the revolution
    ("french republican", (1, 1, 1), "1792-09-22"),
    ("french republican", (2, 11, 9), "1794-07-27"),  # 9 Thermidor II
    ("french republican", (6, 1, 26), "1797-10-17"),  # treaty of Campo Formio
    ("french republican", (8, 2, 18), "1799-11-09"),  # 18 Brumaire VIII
    ("french republican", (9, 5, 20), "1801-02-09"),  # treaty of Lunéville
    ("french republican", (10, 7, 4), "1802-03-25"),  # treaty of Amiens
    ("french republican", (11, 8, 10), "1803-04-30"),  # cession of Louisiana
    ("french republican", (11, 13, 6), "1803-09-23"),  # a leap day
    ("french republican", (14, 4, 10), "1805-12-31"),
    ("coptic", (1, 1, 1), "0284-08-29"),
    ("ethiopian", (1881, 8, 25), "1889-05-02"),  # treaty of Wuchale
    ("ethiopian", (2000, 1, 1), "2007-09-12"),  # the Ethiopian millennium
    ("indian", (1879, 1, 1), "1957-03-22"),
]
