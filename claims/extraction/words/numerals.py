"""Number words, scales, currencies and the small words before a figure that say how it is meant."""

from __future__ import annotations

from claims.extraction.values import Bound
from claims.extraction.words import listed

UNITS = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
ISO_CODES = (
    *("AED", "AUD", "CAD", "CNY", "DKK", "GHS", "INR", "JPY"),
    *("KES", "NGN", "NOK", "PKR", "PLN", "SAR", "SEK", "UGX"),
)
CURRENCIES = {
    "us$": "USD",
    "usd": "USD",
    "$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "r": "ZAR",
    "rs": "INR",
    "rs.": "INR",
    "₹": "INR",
    "rm": "MYR",
    "₽": "RUB",
    "₴": "UAH",
    "₦": "NGN",
    "chf": "CHF",
    "ksh": "KES",
    "sh": "KES",
    "ush": "UGX",
    "tsh": "TZS",
    "nt$": "TWD",
    "j$": "JMD",
    "z$": "ZWL",
    "gh₵": "GHS",
    "₵": "GHS",
    "₱": "PHP",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "৳": "BDT",
    "tk": "BDT",
    "tk.": "BDT",
    "rp": "IDR",
    "rp.": "IDR",
    "₸": "KZT",
    "₾": "GEL",
    "₲": "PYG",
    "₡": "CRC",
    "n": "NGN",
    **{code.lower(): code for code in ISO_CODES},
}
CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "cents": "USD cents",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "rand": "ZAR",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "ringgit": "MYR",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "francs": "CHF",
    "naira": "NGN",
    "sen": "MYR sen",
    "pence": "GBP pence",
    "kobo": "NGN kobo",
    "paise": "INR paise",
}
# Longest first: "no more than" must not be read as "more than".
BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("no fewer than", Bound.AT_LEAST),
    ("no less than", Bound.AT_LEAST),
    ("no more than", Bound.UP_TO),
    ("as many as", Bound.UP_TO),
    ("as much as", Bound.UP_TO),
    ("a maximum of", Bound.UP_TO),
    ("a minimum of", Bound.AT_LEAST),
    ("more than", Bound.MORE_THAN),
    ("upwards of", Bound.MORE_THAN),
    ("in excess of", Bound.MORE_THAN),
    ("less than", Bound.LESS_THAN),
    ("fewer than", Bound.LESS_THAN),
    ("at least", Bound.AT_LEAST),
    ("close to", Bound.NEARLY),
    ("up to", Bound.UP_TO),
    ("or more than", Bound.MORE_THAN),
    ("an estimated", Bound.ABOUT),
    ("approximately", Bound.ABOUT),
    ("exceeding", Bound.MORE_THAN),
    ("exceeded", Bound.MORE_THAN),
    ("topped", Bound.MORE_THAN),
    ("almost", Bound.NEARLY),
    ("nearly", Bound.NEARLY),
    ("roughly", Bound.ABOUT),
    ("around", Bound.ABOUT),
    ("about", Bound.ABOUT),
    ("some", Bound.ABOUT),
    ("circa", Bound.ABOUT),
    ("under", Bound.LESS_THAN),
    ("below", Bound.LESS_THAN),
    ("over", Bound.MORE_THAN),
    ("above", Bound.MORE_THAN),
)
# "over the last three years" is a stretch of time, no bound; a bound word touches its number.
MEASURES = listed(
    """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades
    km kilometre kilometres kilometer kilometers mile miles metre metres meter meters cm feet foot
    inches acre acres hectare hectares tonne tonnes ton tons kg kilogram kilograms litre litres liter
    liters gallon gallons barrel barrels degree degrees megawatt megawatts mw gigawatt gigawatts gw
    watts volts points
    """
)
