"""Words of dates in English."""

from probatum.read.dates.lexicon import DateWords, Phrases

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

ENGLISH = DateWords(
    months=Phrases({
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    }),
    short_months=Phrases({
        "jan .|jan": 1, "feb .|feb": 2, "mar .|mar": 3, "apr .|apr": 4, "jun .|jun": 6,
        "jul .|jul": 7, "aug .|aug": 8, "sep .|sep|sept .|sept": 9, "oct .|oct": 10,
        "nov .|nov": 11, "dec .|dec": 12,
    }),
    weekdays=Phrases({
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
        "sunday": 6,
    }),
    short_weekdays=Phrases({
        "mon .|mon": 0, "tue .|tues .|tue|tues": 1, "wed .|wed": 2,
        "thu .|thur .|thurs .|thu|thurs": 3, "fri .|fri": 4, "sat .": 5, "sun .": 6,
    }),
    days=Phrases({
        "yesterday": -1, "the day before yesterday": -2, "today": 0, "tonight": 0, "tomorrow": 1,
        "the day after tomorrow": 2, "earlier today": 0, "later today": 0, "this morning": 0,
        "this afternoon": 0, "this evening": 0, "earlier this morning": 0,
    }),
    nights=Phrases({"overnight": True, "last night": True}),
    parts_of_day=Phrases({
        "morning": True, "afternoon": True, "evening": True, "night": True, "at dawn": True,
        "at noon": True, "at midnight": True, "lunchtime": True, "dawn": True, "midday": True,
        "noon": True,
    }),
    units=Phrases({
        "day|days": ("day", 1), "week|weeks": ("week", 1), "month|months": ("month", 1),
        "year|years": ("year", 1), "weekend": ("weekend", 1), "24 hours": ("24 hours", 1),
        "48 hours": ("24 hours", 2), "72 hours": ("24 hours", 3), "fortnight": ("week", 2),
    }),
    turn=Phrases({"last": -1, "this": 0, "next": 1, "coming": 1, "this past": -1,
                  "this coming": 1, "the coming": 1}),
    ago_after=Phrases({"ago": True}),
    past=Phrases({"the past": True, "the last": True, "past": True, "last": True}),
    ordinals=Phrases({
        **{word: number for number, word in enumerate(_ORDINALS, start=1)},
        **{f"twenty - {word}|twenty {word}": 20 + number
           for number, word in enumerate(_ORDINALS[:9], start=1)},
        "thirtieth": 30, "thirty - first|thirty first": 31,
    }),
    licence=Phrases({
        "in|during|throughout|by|of|since|until|through|before|after|till": True,
    }),
    year_before=Phrases({
        "in|during|throughout|of|since|until|year|before|after|till": True,
    }),
    year_after=Phrases({}),
    since=Phrases({"since|ever since": True}),
    spans={"between": Phrases({"and": True}),
           "from": Phrases({"to": True, "until": True, "till": True, "through": True})},
    to=Phrases({"to": True, "until": True, "through": True, "-": True, "–": True, "—": True}),
    part_of=Phrases({
        "early": "early", "early in": "early", "the beginning of": "early", "mid -": "mid",
        "the start of": "early", "mid": "mid", "the middle of": "mid", "late": "late",
        "late in": "late", "the end of": "late", "beginning of": "early", "end of": "late",
        "start of": "early", "middle of": "mid", "the close of": "late",
        "earlier": "early", "later": "late",
    }),
    seasons=Phrases({"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}),
    about=Phrases({"around": True, "about": True, "circa": True, "approximately": True,
                   "on or about": True, "on or around": True}),
    night_of=Phrases({"the night of": True, "the night from": True, "overnight on": True,
                      "overnight from": True, "the night between": True, "night of": True,
                      "the night between the": True, "the night of the": True}),
    night_to=Phrases({"the night to": True, "overnight into": True, "overnight to": True,
                      "the night before": True, "the night leading to": True}),
    of=Phrases({"of": True, "in": True, ",": True}),
    at_clock=Phrases({"at": True, "around": True, "about": True, "at about": True,
                      "at around": True, "shortly after": True, "just after": True,
                      "shortly before": True, "before": True, "after": True, ", at": True,
                      "by": True, "at exactly": True, "from": True, "until": True}),
    future=frozenset("will shall would scheduled promises vows pledges swears expires "
                     "meet meets reconvene reconvenes begin begins opens closes starts arrives "
                     "departs "
                     "resumes resume convenes convene reopens reopen slated".split()),
    commits=frozenset("promised vowed pledged swore sworn undertook undertaken committed".split()),
    promises=frozenset("asked asks ask urged urges urge demanded demands demand ordered orders "
                       "must plans planned expected invites invited calls called appeals appealed "
                       "gives gave given requires required told tells wants wanted deadline "
                       "ultimatum agreed agrees extended expires".split()),
    awaits=frozenset("expected due set likely planning hoping intends aims poised preparing about "
                     "hopes expects supposed bound hope expect intend aim plan plans".split()),
    deadlines=frozenset("until till before by".split()),
    reported=frozenset("said told was were had reported announced stated wrote killed died "
                       "added lasted continued went began started held kept stayed remained fought "
                       "blocked controlled occupied hid waited slept stood burned burnt raged ran "
                       "worked lived fell came broke took left sat found lost made brought fought "
                       "drove flew fled shot struck sank drew rose collapsed failed ended".split()),
    tells=frozenset("told said written warned ordered shouted announced promised".split()),
    never_before=frozenset("the a an every each per easter good palm bloody black ash holy "
                           "whit".split()),
    never_after=frozenset("times post herald prayers market newspaper school service mass star "
                          "tribune telegraph".split()),
    of_another=frozenset("following preceding same".split()),
    titles=frozenset("mr mrs ms dr".split()), meetings=frozenset("met saw with named".split()),
    crowds=frozenset("crowd total toll population group column force number".split()),
    streets=frozenset("street avenue square road brigade movement bridge".split()),
    one=Phrases({"a": True, "an": True, "one": True}),
    has_capitals=True,
)  # fmt: skip
