"""What the sample newsroom concluded: one entry per verdict, with the passage that its claim stands in."""

from dataclasses import dataclass, replace

from reviews.enums import FindingValue, Stage, Stance
from reviews.sample import evidence as proofs
from reviews.sample.articles import COURIER, GAZETTE
from reviews.sample.contacts import SampleContact
from reviews.sample.evidence import SampleEvidence

ONE_COUNT_ONLY = (
    "The UN mission is the only body that counted the dead of all sides; each government counted its own. "
    "Both reports that we cite pass its figure on, so they are one origin."
)


@dataclass(frozen=True, slots=True)
class SampleVerdict:
    """`passage` is the shortest stretch of the article that states the claim; `stage` is how far the sample goes."""

    article: str
    passage: str
    wording: str
    rating: str
    headline: str
    summary: str
    explanation: str
    evidence: tuple[SampleEvidence, ...]
    stage: Stage
    author: str = "reviewer"
    finding: FindingValue = FindingValue.SAID
    period_from: str = ""
    period_to: str = ""
    origins_exception: str = ""
    contact: SampleContact | None = None


VERDICTS = (
    SampleVerdict(
        article="talks",
        passage="fighting has killed more than 13,000 people since April 2014",
        wording="Fighting in eastern Ukraine has killed more than 13,000 people since April 2014.",
        rating="mostly_true",
        headline="Deaths in the war in eastern Ukraine from April 2014 to September 2019",
        summary="The UN counted 12,800 to 13,000 killed up to the end of 2018. Fighting went on in 2019, so “more than "
        "13,000” by September is likely, though it goes a little beyond what had been counted by then.",
        explanation="The UN's human rights monitors counted the dead of all sides: about 3,300 civilians, 4,000 "
        "Ukrainian troops and 5,500 members of armed groups, **12,800 to 13,000 in all** from April 2014 to the end of "
        "2018.\n\nThe article appeared eight months later. Fighting had not stopped, and nothing suggests that the "
        "count fell. The figure lies at the upper end of the range and is stated as a lower bound, which is why we do "
        "not rate it plainly true.",
        evidence=(proofs.TOLL_UNIAN, proofs.TOLL_COMMONSPACE),
        stage=Stage.APPROVED,
        period_from="2014-04",
        period_to="2019-09",
        origins_exception=ONE_COUNT_ONLY,
    ),
    SampleVerdict(
        article="talks",
        passage="the exchange of 70 prisoners between Russia and Ukraine",
        wording="Russia and Ukraine exchanged 70 prisoners.",
        rating="true",
        headline="The exchange of prisoners of 7 September 2019",
        summary="Both sides gave the same count: 35 people went to each, 70 in all.",
        explanation="Ukraine's presidency announced that 35 people came home and 35 were handed over. Russia's human "
        "rights commissioner gave the same figures. The two accounts come from opposite sides and agree.",
        evidence=(proofs.SWAP_PRESIDENT, proofs.SWAP_RT, proofs.SWAP_UN),
        stage=Stage.APPROVED,
        author="second",
        period_from="2019-09-07",
        period_to="2019-09-07",
    ),
    SampleVerdict(
        article="swap",
        passage="Russia released 70 prisoners on September 7, 2019",
        wording="Russia released 70 prisoners on September 7, 2019.",
        rating="false",
        headline="How many prisoners Russia released on 7 September 2019",
        summary="Russia released 35 people and Ukraine released 35. Seventy is the total of both sides.",
        explanation="The total of the exchange is taken here for one side's share. Both sides spoke of 35 for 35.",
        evidence=tuple(replace(proof, stance=Stance.REFUTES) for proof in (proofs.SWAP_PRESIDENT, proofs.SWAP_RT)),
        stage=Stage.APPROVED,
        contact=SampleContact(
            GAZETTE,
            days_ago=5,
            answer="The Gazette says that it passed the post on as it found it and asked neither side for a count.",
        ),
    ),
    SampleVerdict(
        article="euro",
        passage="Euro banknotes and coins were introduced in 12 countries on January 1, 2002",
        wording="Euro banknotes and coins were introduced in 12 countries on January 1, 2002.",
        rating="true",
        headline="Where and when euro cash was introduced",
        summary="Twelve countries introduced euro banknotes and coins on 1 January 2002.",
        explanation="The European Central Bank and the Dutch central bank give the same day and the same number.",
        evidence=(proofs.EURO_ECB_COUNTRIES, proofs.EURO_DNB),
        stage=Stage.APPROVED,
        author="second",
    ),
    SampleVerdict(
        article="talks",
        passage="Emmanuel Macron hosted Russian President Vladimir Putin at the Fort de Bregancon last month",
        wording="French President Emmanuel Macron hosted Russian President Vladimir Putin at the Fort de Bregancon in "
        "August 2019.",
        rating="true",
        headline="The meeting of Emmanuel Macron and Vladimir Putin in August 2019",
        summary="The two presidents met at Fort de Brégançon on 19 August 2019.",
        explanation="The French side published the host's words of welcome; Russian state media reported the same day.",
        evidence=(proofs.VISIT_FRANCE, proofs.VISIT_SPUTNIK),
        stage=Stage.SUBMITTED,
        author="second",
    ),
    SampleVerdict(
        article="euro",
        passage="The euro became the sole legal tender in the euro area on January 1, 2003",
        wording="The euro became the sole legal tender in the euro area on January 1, 2003.",
        rating="false",
        headline="When the euro became the only legal tender",
        summary="It did so on 1 March 2002, ten months earlier.",
        explanation="",
        evidence=(proofs.EURO_ECB,),
        contact=SampleContact(COURIER),
        stage=Stage.IN_REVIEW,
    ),
)
