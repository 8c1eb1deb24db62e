"""The sample articles: who published them, when, and what an editor makes of each passage."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.enums import Control, SourceKind

TEXTS = Path(__file__).parent / "texts"

COURIER = "The Sample Courier"
GAZETTE = "The Sample Gazette"


@dataclass(frozen=True, slots=True)
class SampleSource:
    """A source that the sample needs; one that the registry has already is left as it is."""

    name: str
    kind: SourceKind
    country: str = ""
    domain: str = ""
    control: Control = Control.UNKNOWN
    reference: str = ""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    key: str
    source: str
    title: str
    published_on: date

    @property
    def text(self) -> str:
        return (TEXTS / f"{self.key}.txt").read_text(encoding="utf-8")


# "under the permanent direct or indirect control of the leadership of the Russian Federation", of RT and Sputnik.
EU_2022_350 = "Council Regulation (EU) 2022/350 of 1 March 2022, recital 8"

SOURCES = (
    SampleSource(COURIER, SourceKind.NEWSPAPER),
    SampleSource(GAZETTE, SourceKind.NEWSPAPER),
    SampleSource("Office of the President of Ukraine", SourceKind.GOVERNMENT, "UA", "president.gov.ua"),
    SampleSource("High Commissioner for Human Rights of Russia", SourceKind.GOVERNMENT, "RU"),
    SampleSource("RT", SourceKind.BROADCASTER, "RU", "rt.com", Control.STATE_CONTROLLED, EU_2022_350),
    SampleSource("UNIAN", SourceKind.NEWS_AGENCY, "UA", "unian.info"),
    SampleSource("Commonspace.eu", SourceKind.NEWSPAPER, "", "commonspace.eu"),
    SampleSource("OHCHR", SourceKind.INTERGOVERNMENTAL, "CH", "ohchr.org"),
    SampleSource("United Nations Secretary-General", SourceKind.INTERGOVERNMENTAL, "US", "un.org"),
    SampleSource("Embassy of France in the United Kingdom", SourceKind.GOVERNMENT, "FR", "uk.ambafrance.org"),
    SampleSource("Sputnik", SourceKind.NEWS_AGENCY, "RU", "sputniknews.com", Control.STATE_CONTROLLED, EU_2022_350),
    SampleSource("European Central Bank", SourceKind.INTERGOVERNMENTAL, "DE", "ecb.europa.eu"),
    SampleSource("De Nederlandsche Bank", SourceKind.GOVERNMENT, "NL", "dnb.nl"),
)

ARTICLES = (
    SampleArticle("talks", COURIER, "Paris Ministers Fly To Moscow To End A Long Chill", date(2019, 9, 9)),
    SampleArticle("swap", GAZETTE, "What The September Swap Tells Us", date(2019, 9, 10)),
    SampleArticle("euro", COURIER, "How Europe Changed Its Money", date(2026, 1, 2)),
    SampleArticle("harbour", GAZETTE, "Norhaven Council Approves New Harbour Bridge", date(2026, 3, 4)),
)
