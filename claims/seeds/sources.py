"""Sources that every newsroom meets, with what is publicly documented about who controls them.

The migration `0002_seed_sources` reads this once; afterwards the rows belong to the newsroom and its editors.
`reference` names the statute, charter or register that settles the control, with its date. `checked` is the day on
which it was looked up for this list; where it is empty, an editor's own look is still to come.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from claims.enums import Control, SourceKind

LOOKED_UP: Final = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Seed:
    """One row of Source; `owner` is the name of another seed that stands before it."""

    name: str
    kind: SourceKind
    control: Control
    reference: str
    country: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    owner: str = ""
    wikidata: str = ""
    checked: date | None = None
    interests: str = ""


_AGENCY, _BROADCASTER = SourceKind.NEWS_AGENCY, SourceKind.BROADCASTER
_GOVERNMENT, _STATISTICS = SourceKind.GOVERNMENT, SourceKind.STATISTICS
_BODY, _COMPANY = SourceKind.INTERGOVERNMENTAL, SourceKind.COMPANY
_TREATY = Control.INTERGOVERNMENTAL

OWNERS: Final = (
    Seed("Government of Russia", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Constitution of the Russian Federation of 12 December 1993, chapter 6", "RU", ("government.ru",),
         ("Russian government",)),
    Seed("State Council of China", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Constitution of the People's Republic of China of 4 December 1982, chapter III section 3", "CN",
         ("gov.cn",), ("State Council of the People's Republic of China",)),
    Seed("SEPI", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Spain, Law 5/1996 of 10 January 1996 creating certain public-law entities", "ES", ("sepi.es",),
         ("Sociedad Estatal de Participaciones Industriales",)),
    Seed("U.S. Agency for Global Media", _GOVERNMENT, Control.STATE_CONTROLLED,
         "United States International Broadcasting Act of 1994, 22 U.S.C. 6201 and following", "US", ("usagm.gov",),
         ("USAGM", "Broadcasting Board of Governors")),
    Seed("United Nations", _BODY, _TREATY, "Charter of the United Nations of 26 June 1945", "", ("un.org",),
         ("UN", "U.N.", "the United Nations"), wikidata="Q1065"),
    Seed("European Commission", _BODY, _TREATY, "Treaty on European Union of 7 February 1992, article 17", "",
         ("ec.europa.eu", "commission.europa.eu"), ("EU Commission",)),
    Seed("Thomson Reuters", _COMPANY, Control.PRIVATE,
         "Listed company; Reuters Trust Principles of 1941, guarded by the Founders Share Company", "CA",
         ("thomsonreuters.com",)),
    Seed("Bloomberg L.P.", _COMPANY, Control.PRIVATE,
         "Privately held partnership, founded in 1981 by Michael Bloomberg", "US", ()),
    Seed("France Médias Monde", _COMPANY, Control.PUBLIC_SERVICE,
         "France, Law no. 86-1067 of 30 September 1986 on the freedom of communication, article 44", "FR",
         ("francemediasmonde.com",)),
    Seed("News World Communications", _COMPANY, Control.PRIVATE,
         "Company founded by Sun Myung Moon, of the Unification movement; owner of UPI since May 2000", "US"),
    Seed("Rossiya Segodnya", _AGENCY, Control.STATE_CONTROLLED,
         "Decree of the President of the Russian Federation no. 894 of 9 December 2013", "RU", (),
         ("Russia Today news agency",), owner="Government of Russia"),
)  # fmt: skip

AGENCIES: Final = (
    Seed("AFP", _AGENCY, Control.STATE_FUNDED,
         "France, Law no. 57-32 of 10 January 1957: autonomous body, independence in article 2, compensation for "
         "missions of general interest in article 13", "FR", ("afp.com",),
         ("Agence France-Presse", "Agence France Presse"), wikidata="Q40464", checked=LOOKED_UP),
    Seed("ANSA", _AGENCY, Control.COOPERATIVE, "Cooperative society of Italian newspaper publishers since 1945", "IT",
         ("ansa.it",), ("Agenzia Nazionale Stampa Associata",)),
    Seed("Associated Press", _AGENCY, Control.COOPERATIVE,
         "Not-for-profit cooperative of United States news organisations under New York law, founded in 1846", "US",
         ("apnews.com", "ap.org"), ("AP", "The Associated Press"), wikidata="Q40469"),
    Seed("Bloomberg News", _AGENCY, Control.PRIVATE, "Division of Bloomberg L.P.", "US", ("bloomberg.com",),
         ("Bloomberg",), owner="Bloomberg L.P."),
    Seed("dpa", _AGENCY, Control.COOPERATIVE,
         "Limited company whose shares only German publishers and broadcasters may hold, each a small one", "DE",
         ("dpa.com",), ("Deutsche Presse-Agentur", "German Press Agency"), checked=LOOKED_UP),
    Seed("EFE", _AGENCY, Control.STATE_FUNDED, "State company held by SEPI; newsroom statute of 2006", "ES",
         ("efe.com",), ("Agencia EFE",), owner="SEPI"),
    Seed("Interfax", _AGENCY, Control.PRIVATE, "Privately held group, founded in 1989 as a non-governmental agency",
         "RU", ("interfax.ru", "interfax.com"), ("Interfax news agency",)),
    Seed("Kyodo News", _AGENCY, Control.COOPERATIVE,
         "Incorporated association of Japanese newspapers and NHK, founded in November 1945", "JP",
         ("kyodonews.net", "kyodonews.jp"), ("Kyodo", "Kyodo News Agency", "Kyodo Tsushin")),
    Seed("PA Media", _AGENCY, Control.PRIVATE,
         "PA Media Group Limited, held by newspaper publishers and other media companies; founded in 1868", "GB",
         ("pa.media",), ("Press Association", "PA", "PA news agency")),
    Seed("Press Trust of India", _AGENCY, Control.COOPERATIVE,
         "Company without profit held by Indian newspapers, incorporated on 27 August 1947", "IN", ("ptinews.com",),
         ("PTI",)),
    Seed("Reuters", _AGENCY, Control.PRIVATE, "Reuters Trust Principles of 1941; division of Thomson Reuters", "GB",
         ("reuters.com",), ("Reuters news agency", "Thomson Reuters news"), owner="Thomson Reuters",
         wikidata="Q130879"),
    Seed("RIA Novosti", _AGENCY, Control.STATE_CONTROLLED,
         "Brand of Rossiya Segodnya: Decree of the President of the Russian Federation no. 894 of 9 December 2013",
         "RU", ("ria.ru",), ("RIA", "RIA-Novosti"), owner="Rossiya Segodnya"),
    Seed("TASS", _AGENCY, Control.STATE_CONTROLLED, "Federal state unitary enterprise of the Russian Federation", "RU",
         ("tass.ru", "tass.com"), ("ITAR-TASS", "TASS news agency"), owner="Government of Russia"),
    Seed("UPI", _AGENCY, Control.PRIVATE, "Company of News World Communications since May 2000", "US", ("upi.com",),
         ("United Press International",), owner="News World Communications"),
    Seed("Xinhua", _AGENCY, Control.STATE_CONTROLLED, "Institution directly under the State Council of China", "CN",
         ("xinhuanet.com", "news.cn"), ("Xinhua News Agency", "New China News Agency"),
         owner="State Council of China"),
)  # fmt: skip

BROADCASTERS: Final = (
    Seed("Al Jazeera", _BROADCASTER, Control.UNKNOWN, "", "QA", ("aljazeera.com", "aljazeera.net"),
         ("Al-Jazeera", "Al Jazeera English"), interests="Funded by the State of Qatar."),
    Seed("BBC", _BROADCASTER, Control.PUBLIC_SERVICE,
         "Royal Charter for the continuance of the British Broadcasting Corporation, December 2016 (Cm 9365)", "GB",
         ("bbc.co.uk", "bbc.com"), ("British Broadcasting Corporation", "BBC News"), wikidata="Q9531"),
    Seed("Deutsche Welle", _BROADCASTER, Control.STATE_FUNDED,
         "Germany, Deutsche Welle Act of 16 December 1997: corporation under public law with self-government, "
         "financed from the federal budget", "DE", ("dw.com",), ("DW",), checked=LOOKED_UP),
    Seed("France 24", _BROADCASTER, Control.PUBLIC_SERVICE,
         "France, Law no. 86-1067 of 30 September 1986 on the freedom of communication, article 44", "FR",
         ("france24.com",), ("France24",), owner="France Médias Monde"),
    Seed("NHK", _BROADCASTER, Control.PUBLIC_SERVICE, "Japan, Broadcasting Act, no. 132 of 1950", "JP",
         ("nhk.or.jp",), ("Japan Broadcasting Corporation", "Nippon Hoso Kyokai")),
    Seed("RFE/RL", _BROADCASTER, Control.STATE_FUNDED,
         "Private non-profit corporation financed by the United States Congress by grant: International Broadcasting "
         "Act of 1994, 22 U.S.C. 6201 and following", "US", ("rferl.org",),
         ("Radio Free Europe/Radio Liberty", "Radio Free Europe", "Radio Liberty", "RFERL"), checked=LOOKED_UP),
    Seed("Voice of America", _BROADCASTER, Control.STATE_FUNDED,
         "United States Public Law 94-350 of 12 July 1976, the VOA Charter", "US", ("voanews.com",), ("VOA",),
         owner="U.S. Agency for Global Media"),
)  # fmt: skip

BODIES: Final = (
    Seed("Kremlin", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Presidency of Russia: Constitution of the Russian Federation of 12 December 1993, chapter 4", "RU",
         ("kremlin.ru",), ("the Kremlin", "President of Russia", "Presidential Executive Office of Russia")),
    Seed("Élysée", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Presidency of the French Republic: Constitution of 4 October 1958, title II", "FR", ("elysee.fr",),
         ("Elysee", "Élysée Palace", "Elysee Palace", "the Elysee Palace", "Presidency of the French Republic")),
    Seed("Office of the President of Ukraine", _GOVERNMENT, Control.STATE_CONTROLLED,
         "Constitution of Ukraine of 28 June 1996, article 106", "UA", ("president.gov.ua",),
         ("Presidency of Ukraine", "Ukrainian presidency", "President of Ukraine")),
    Seed("OHCHR", _BODY, _TREATY, "United Nations General Assembly resolution 48/141 of 20 December 1993", "",
         ("ohchr.org",), ("UN Human Rights Office", "Office of the High Commissioner for Human Rights",
                          "Office of the United Nations High Commissioner for Human Rights"), owner="United Nations"),
    Seed("UNHCR", _BODY, _TREATY, "United Nations General Assembly resolution 428 (V) of 14 December 1950", "",
         ("unhcr.org",), ("UN Refugee Agency", "United Nations High Commissioner for Refugees"),
         owner="United Nations"),
    Seed("OSCE", _BODY, _TREATY, "Budapest Summit Declaration of 6 December 1994, in force on 1 January 1995", "",
         ("osce.org",), ("Organization for Security and Co-operation in Europe",), wikidata="Q81299"),
    Seed("NATO", _BODY, _TREATY, "North Atlantic Treaty of 4 April 1949", "", ("nato.int",),
         ("North Atlantic Treaty Organization",), wikidata="Q7184"),
    Seed("World Health Organization", _BODY, _TREATY, "Constitution of 22 July 1946, in force on 7 April 1948", "",
         ("who.int",), ("WHO", "the World Health Organization"), wikidata="Q7817"),
    Seed("International Monetary Fund", _BODY, _TREATY, "Articles of Agreement, Bretton Woods, 22 July 1944", "",
         ("imf.org",), ("IMF", "the International Monetary Fund")),
    Seed("World Bank", _BODY, _TREATY, "IBRD Articles of Agreement, Bretton Woods, 22 July 1944", "",
         ("worldbank.org",), ("the World Bank", "IBRD")),
    Seed("Eurostat", _STATISTICS, _TREATY, "Regulation (EC) No 223/2009 of 11 March 2009 on European statistics", "",
         (), ("Statistical Office of the European Union",), owner="European Commission"),
    Seed("Office for National Statistics", _STATISTICS, Control.STATE_FUNDED,
         "United Kingdom, Statistics and Registration Service Act 2007", "GB", ("ons.gov.uk",), ("ONS",)),
    Seed("Insee", _STATISTICS, Control.STATE_FUNDED,
         "France, Law no. 51-711 of 7 June 1951 on statistical obligation, coordination and secrecy", "FR",
         ("insee.fr",), ("Institut national de la statistique et des études économiques",)),
    Seed("Destatis", _STATISTICS, Control.STATE_FUNDED,
         "Germany, Federal Statistics Act of 22 January 1987", "DE", ("destatis.de",),
         ("Statistisches Bundesamt", "Federal Statistical Office of Germany")),
    Seed("Bureau of Labor Statistics", _STATISTICS, Control.STATE_FUNDED,
         "United States, Act of 27 June 1884 establishing a Bureau of Labor; 29 U.S.C. 1 and following", "US",
         ("bls.gov",), ("BLS", "U.S. Bureau of Labor Statistics")),
)  # fmt: skip

SEEDS: Final = (*OWNERS, *AGENCIES, *BROADCASTERS, *BODIES)
