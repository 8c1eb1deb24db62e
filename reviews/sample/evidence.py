"""Genuine evidence for the sample verdicts: each address was read, each excerpt is short and verbatim.

The figure fields are the evidence's own: its range, and the day up to which it counts.
"""

from dataclasses import dataclass

from reviews.enums import EvidenceKind, Question, Stance

OHCHR = "OHCHR"


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    source: str
    kind: EvidenceKind
    address: str
    title: str
    published_on: str
    excerpt: str
    stance: Stance
    rests_on: tuple[str, ...]
    primary: bool = False
    question: Question = Question.SUBSTANCE
    figure_value: str = ""
    figure_upper: str = ""
    figure_as_of: str = ""


def _toll(source: str, address: str, title: str, published_on: str, excerpt: str, stance: Stance) -> SampleEvidence:
    return SampleEvidence(
        source, EvidenceKind.MEDIA_ANALYSIS, address, title, published_on, excerpt, stance, (OHCHR,),
        figure_value="12800", figure_upper="13000", figure_as_of="2018-12-31",
    )  # fmt: skip


TOLL_UNIAN = _toll(
    "UNIAN",
    "https://www.unian.info/war/10416549-donbas-war-death-toll-rises-up-to-nearly-13-000-un.html",
    "Donbas war death toll rises up to nearly 13,000: UN",
    "2019-01",
    "From April 2014 to the end of 2018, some 12,800 to 13,000 people were killed in Donbas hostilities",
    Stance.SUPPORTS,
)
TOLL_COMMONSPACE = _toll(
    "Commonspace.eu",
    "http://commonspace.eu/index.php?m=23&news_id=5050",
    "Ukraine conflict takes heavy toll on life",
    "2019-01-22",
    "Between 12,800 and 13,000 people, both civilian and combatants, have been killed",
    Stance.SUPPORTS,
)
SWAP_PRESIDENT = SampleEvidence(
    "Office of the President of Ukraine",
    EvidenceKind.STATEMENT,
    "https://www.president.gov.ua/en/news/volodimir-zelenskij-pro-povernennya-35-utrimuvanih-ukrayinci-57141",
    "Volodymyr Zelenskyy on the return of 35 detained Ukrainians",
    "2019-09-07",
    "On September 7, 35 citizens were returned to Ukraine, and 35 people were transferred to Russia.",
    Stance.SUPPORTS,
    ("Office of the President of Ukraine",),
    primary=True,
    figure_value="35",
    figure_as_of="2019-09-07",
)
SWAP_RT = SampleEvidence(
    "RT",
    EvidenceKind.MEDIA_ANALYSIS,
    "https://www.rt.com/russia/468240-prisoner-exchange-russia-ukraine-complete/",
    "Historic prisoner exchange between Russia and Ukraine completed",
    "2019-09-07",
    "The numbers have been put at 35 people for 35.",
    Stance.SUPPORTS,
    ("High Commissioner for Human Rights of Russia",),
    figure_value="35",
    figure_as_of="2019-09-07",
)
SWAP_UN = SampleEvidence(
    "United Nations Secretary-General",
    EvidenceKind.STATEMENT,
    "https://www.un.org/sg/en/content/sg/statement/2019-09-08/statement-attributable-the-spokesman-for-the-"
    "secretary-general-the-prisoner-exchange-between-the-russian-federation-and-ukraine",
    "Statement on the prisoner exchange between the Russian Federation and Ukraine",
    "2019-09-08",
    "the exchange of prisoners and detainees that took place between the Russian Federation and Ukraine on 7 September",
    Stance.CONTEXT,
    ("United Nations Secretary-General",),
    primary=True,
)
VISIT_FRANCE = SampleEvidence(
    "Embassy of France in the United Kingdom",
    EvidenceKind.STATEMENT,
    "https://uk.ambafrance.org/Russia-Press-statement-by-M-Emmanuel",
    "Press statement by M. Emmanuel Macron on the occasion of his meeting with Mr Vladimir Putin",
    "2019-08-19",
    "I would like to begin by saying how pleased I am to welcome President Putin.",
    Stance.SUPPORTS,
    ("Embassy of France in the United Kingdom",),
    primary=True,
)
VISIT_SPUTNIK = SampleEvidence(
    "Sputnik",
    EvidenceKind.MEDIA_ANALYSIS,
    "https://sputniknews.com/europe/201908191076583795-putin-and-macron-meet-at-fort-bregancon/",
    "Putin and Macron Answer Reporters' Questions During Meeting at Fort Bregancon",
    "2019-08-19",
    "Putin and Macron have answered questions from reporters ahead of their talks.",
    Stance.SUPPORTS,
    ("Sputnik",),
)
EURO_ECB = SampleEvidence(
    "European Central Bank",
    EvidenceKind.DOCUMENT,
    "https://www.ecb.europa.eu/euro/changeover/2002/html/index.en.html",
    "Initial changeover (2002)",
    "",
    "the euro became the sole legal tender in the euro area on 1 March 2002",
    Stance.REFUTES,
    ("European Central Bank",),
    primary=True,
)
EURO_ECB_COUNTRIES = SampleEvidence(
    "European Central Bank",
    EvidenceKind.DOCUMENT,
    "https://www.ecb.europa.eu/euro/changeover/2002/html/index.en.html",
    "Initial changeover (2002)",
    "",
    "On 1 January that year euro banknotes and coins were introduced in 12 countries",
    Stance.SUPPORTS,
    ("European Central Bank",),
    primary=True,
    figure_value="12",
    figure_as_of="2002-01-01",
)
EURO_DNB = SampleEvidence(
    "De Nederlandsche Bank",
    EvidenceKind.DOCUMENT,
    "https://www.dnb.nl/en/news/news-and-archive/nieuws-2011/dnb263006.jsp",
    "A decade of euro banknotes and coins",
    "2011-12-08",
    "on 1 January 2002, the euro banknotes and coins were introduced in twelve Member States",
    Stance.SUPPORTS,
    ("De Nederlandsche Bank",),
    primary=True,
    figure_value="12",
    figure_as_of="2002-01-01",
)
