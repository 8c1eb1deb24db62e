"""What is no claim: opinion, wish, appeal, loose prediction, procedure, furniture."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import wordings

NO_CLAIMS = {
    "opinion": "It is important to keep talking in difficult times.",
    "wish": "The mayor hopes that relations with the neighbouring towns improve.",
    "appeal": "Officials urged residents to avoid flooded areas and to stay at home.",
    "advice": "Residents must follow official alerts at all times.",
    "praise": "The minister welcomed the efforts of the rescue teams.",
    "promise": "The department pledged to publish regular reports on the matter.",
    "a possibility": "The figures could provide new arguments for the opposition.",
    "first person": '"We are pleased about the good cooperation," the minister said.',
    "talk": '"There are many challenges throughout our society," said Tom Berg.',
    "question": "What will the government in Lagos do about the floods?",
    "only saying": "The spokesman told a news conference in Lagos.",
    "a label": "The envoy described the swap as a door that had opened a little.",
    "refusing what is not told": "Norland's health ministry questioned the conclusions.",
    "emphasis": "Public anger over graft is as strong as ever.",
    "a rhetorical no": '"There can be no excuse for holding aid workers," the envoy said.',
    "procedure": "The result still has to be validated by the court.",
    "tomorrow in speech": '"Tomorrow is a very long day here," said Tom Berg.',
    "a possessive that nobody owns": "Its support for the rebels.",
    "a figure of speech": "The clerks' union said its members had been hung out to dry.",
    "pleasure": "The mayor took no pleasure in the cuts to the libraries.",
    "a hearing that is to come": "Residents will be consulted on what becomes of the branches.",
    "a feeling": '"It is a strange feeling to walk there," said Tom Berg.',
    "a command": '"Look upstairs," he said.',
    "a call for witnesses": "Police have appealed for witnesses to come forward.",
    "a question left open": "The minister did not say whether the bridge would open again.",
    "a promise to look": "The council said it would study the proposal.",
    "a fear": "Diplomats in Oslo feared that other towns would follow.",
    "the article's own guess": "The closure is likely to raise fears among farmers.",
    "too early": "Police said it was too early to say what caused the fall.",
    "slim": "She described the chances of finding anyone alive as slim.",
    "a chance": "The bill has little chance of being passed by the upper house.",
    "little effect": "The accord has had little effect in the north.",
    "like something": 'The mud behaved "like glue", Tom Berg said.',
    "what it was meant for": "The accord was supposed to calm the region.",
    "a loose expectation": "Tom Berg and other experts expect Norland to try again within weeks.",
    "once something is over": "The council has said that the post will be filled once the hearing is over.",
    "silence": "The defence ministry declined to confirm the report.",
    "an appeal to all": "The bishop called on all sides to lay down their arms.",
    "an appeal to nobody in particular": "The charity called on European governments to open safe routes.",
    "pleading for years": '"We have been asking for a bridge for ten years," said Tom Berg.',
    "an idiom with a figure": '"This is a slap in the face of everyone who gets up at four," said Tom Berg.',
    "taking notice": "Thieves have taken notice.",
    "said by a camp": "Supporters say that a lifetime in the business is what the agency needs.",
    "disputing what is not told": "The operator, Norte Ports, disputed this.",
    "advice to all": "People who were in the suburbs are being told to watch for symptoms.",
    "at best": "For the families it was at best half a victory.",
    "what matters": "For many the quarrel matters less than what comes next.",
    "nothing to fear": "The president told a newspaper that journalists had nothing to fear.",
    "a condition": "If these words were truly spoken, the party has a problem.",
}
CLAIMS = (
    "Under the plan, all coal-fired power stations would be shut by 2030.",
    "Oslo and Riga have agreed on a second cable between the two ports.",
    "Burglaries and car thefts are recorded daily in Norway.",
    "The forecast does not include the cost of rising rents.",
    "The accord calls for all armed groups to be disarmed.",
    "The union has called on the state government to close the port.",
    "The Social Democrats have asked the High Court to order employees back to work.",
    "The prison service would confirm only one of the incidents.",
    "Donors pledged the money for a new bridge within weeks.",
    "The researchers intend to repeat the experiment in Devon on May 5, 2020.",
    "Lorn has yet to sign a contract with the firm.",
    "Nobody is known to have fallen ill.",
    "Those who walk in the evening are less likely to smoke.",
    "Road salt causes more damage to bridges than all other chemicals together.",
    "Norway denies the legitimacy of the new government in Lagos.",
    "The study was supported by the Berg Foundation.",
)


@pytest.mark.parametrize("text", NO_CLAIMS.values(), ids=NO_CLAIMS.keys())
def test_it_is_no_claim(text: str) -> None:
    assert wordings(text) == []


@pytest.mark.parametrize("text", CLAIMS)
def test_a_statement_without_a_figure_is_a_claim_all_the_same(text: str) -> None:
    assert wordings(text) == [text]


def test_who_speaks_is_no_claim_but_what_they_say_is() -> None:
    text = "Fourteen names were struck from the list, said Elena Marchetti, who heads the delegation in Lagos."
    assert wordings(text) == ["Fourteen names were struck from the list."]


def test_what_says_nothing_without_its_relative_clause_is_left_to_it() -> None:
    found = wordings("The case has gripped a country where 40 ministers have been jailed since 2011.")
    assert len(found) == 1
    assert "40 ministers" in found[0]


def test_how_long_after_is_no_part_of_what_happened() -> None:
    text = "Two days after an explosion shut the Velm pipeline in Norway, the company laid off 300 workers."
    assert "An explosion shut the Velm pipeline in Norway." in wordings(text)


def test_a_repeat_is_one_claim() -> None:
    first = "At least 17 soldiers were killed in clashes near Lagos."
    text = f"{first}\n\nAt least 17 soldiers were killed in the clashes near Lagos, officials said."
    assert len(wordings(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kremlin said the army was ready to strike the port of Lorn.",
            "The army was ready to strike the port of Lorn.",
        ),
        (
            "The lawyer said the oil found in the tanks had been meant for soap.",
            "The oil found in the tanks had been meant for soap.",
        ),
    ],
)
def test_what_somebody_said_is_a_claim_whatever_it_is_worth(text: str, expected: str) -> None:
    assert wordings(text) == [expected]
