"""Names that the parser tears apart or takes for somebody else. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.people import OFFICES

# Before a name they say that it is a body's: "retailer Hallo", "the carmaker Fujian".
# Plurals by their form, verbs where the sentence has no other.
VERB_FORMS = listed(
    """
    houses hosts covers costs plans holds claims exports imports targets ranks faces backs heads borders links tops runs
    serves works aims needs seeks wants shares supplies grants funds supports crosses marks ends opens limits measures
    produces employs owns handles carries receives sells buys uses makes keeps takes gives brings sends treats feeds
    trains pays moves counts houses stores ships
    """
)
BODY_NOUNS = listed(
    """
    retailer carmaker automaker airline lender bank broadcaster operator manufacturer drugmaker chipmaker insurer brewer
    utility supermarket chain giant startup group company firm agency union party club newspaper daily magazine website
    ministry university carrier developer brokerage consultancy network charity miner producer builder shipbuilder
    steelmaker planemaker regulator watchdog foundation hospital school museum paper weekly portal
    """
)
PLACES = listed("state city town village province district region island port county republic kingdom suburb territory")
BODY_ENDS = listed(
    """
    corp corp. inc inc. ltd ltd. plc co co. group bank airlines airways motors energy holdings industries partners
    pharmaceuticals foods steel oil gas mining media university ministry institute council party union agency lines
    """
)


def name_torn_apart(sentence: Sentence, token: Token) -> None:
    """senior author José [Ordovás]: a capital letter behind a given name is the surname."""
    first = sentence.tokens[token.i - 1] if token.i else token
    torn = token.entity == "PERSON" and token.tag[:2] not in ("NN", "PO") and token.word[:1].isupper()
    if not torn or first.entity != "PERSON" or first.tag != "NNP" or token.head != first.head or token.children:
        return
    token.tag = "NNP"
    label = first.label
    if token.head == token.i:
        return
    sentence.attach(token, sentence.head(token), label)
    for kid in sentence.kids(first):
        sentence.attach(kid, token, kid.label)
    sentence.attach(first, token, "compound")


def person_by_age_or_office(sentence: Sentence, token: Token) -> None:
    """Lindiwe Marais, 38, pleaded guilty · magistrate Deon Pietersen said: no place and no body."""
    if not _ends_name(sentence, token) or token.entity in ("PERSON", "DATE", "MONEY"):
        return
    first = token.i
    while first and sentence.tokens[first - 1].tag == "NNP" and token.i - first < 3:
        if sentence.tokens[first - 1].lower in OFFICES:
            break
        first -= 1
    if token.i == first:
        return
    before = sentence.tokens[first - 1] if first else None
    office = before is not None and before.lower.rstrip(".") in OFFICES and before.tag[:2] == "NN"
    if office or _aged(sentence, token):
        for part in sentence.tokens[first : token.i + 1]:
            part.entity = "PERSON"


def _ends_name(sentence: Sentence, token: Token) -> bool:
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return token.tag == "NNP" and (following is None or following.tag not in ("NNP", "NNPS", "NN", "HYPH", "NNS"))


def _aged(sentence: Sentence, token: Token) -> bool:
    """…, 38, …"""
    tokens = sentence.tokens[token.i + 1 : token.i + 4]
    if len(tokens) < 3 or tokens[0].word != "," or tokens[2].word not in (",", "."):
        return False
    return tokens[1].word.isdigit() and len(tokens[1].word) == 2


def place_taken_for_person(sentence: Sentence, token: Token) -> None:
    """the state of [Batu Laut]: a place, whatever it sounds like."""
    if token.entity not in ("PERSON", "ORG") or token.i < 2 or sentence.tokens[token.i - 1].lower != "of":
        return
    if sentence.tokens[token.i - 2].lower not in PLACES:
        return
    for part in sentence.tokens[token.i :]:
        if part.entity not in ("PERSON", "ORG") or part.tag == "POS":
            return
        part.entity = "GPE"


def place_by_its_noun(sentence: Sentence, token: Token) -> None:
    """clinics in [the Astor and Bell] districts · the [Pell] river: names before such a noun are its places."""
    if token.entity not in ("PERSON", "ORG") or not token.is_name or token.label not in ("nmod", "compound", "conj"):
        return
    top = token
    while top.label in ("nmod", "compound", "conj") and top.head != top.i:
        top = sentence.head(top)
    behind = sentence.tokens[token.i + 1 : top.i]
    beside = all(part.is_name or part.lower in (",", "and", "or") for part in behind)
    if top.lemma in PLACES | {"river", "valley", "peninsula", "strait", "lake", "coast"} and top.i > token.i and beside:
        token.entity = "GPE"


def thing_by_its_which(sentence: Sentence, token: Token) -> None:
    """[Altyn-Jer], which belongs to a holding, denies it: nobody who is a person is a "which"."""
    if token.entity != "PERSON" or not token.is_name:
        return
    clauses = sentence.kids(token, "relcl")
    which = any(sentence.tokens[min(sentence.subtree(clause))].lower == "which" for clause in clauses)
    first = min(sentence.subtree(token))
    apart = first > 0 and sentence.tokens[first - 1].word == ","
    operator = apart and token.label == "appos" and sentence.head(token).lower in BODY_NOUNS
    if which or operator:
        part = token
        while part.entity == "PERSON":
            part.entity = "ORG"
            part = sentence.tokens[part.i - 1] if part.i else part


def body_taken_for_person(sentence: Sentence, token: Token) -> None:
    """[Retailer Hallo] said it would close: no person."""
    if token.entity != "PERSON" or (token.i and sentence.tokens[token.i - 1].entity == "PERSON"):
        return
    run = [token]
    while run[-1].i + 1 < len(sentence.tokens) and sentence.tokens[run[-1].i + 1].entity == "PERSON":
        run.append(sentence.tokens[run[-1].i + 1])
    names = [part for part in run if part.tag != "POS"]
    before = sentence.tokens[token.i - 1] if token.i else None
    noun = before is not None and before.lower in BODY_NOUNS and before.label in ("compound", "nmod", "appos")
    opens = len(names) > 1 and names[0].lower in BODY_NOUNS
    ends = len(names) > 1 and names[-1].lower in BODY_ENDS
    if noun or opens or ends:
        for part in run:
            part.entity = "ORG"


def verb_taken_for_noun(sentence: Sentence, token: Token) -> None:
    """The camp in Idlib [houses] 4,200 families: the plural before the counted noun is the verb that is missing."""
    if token.tag == "NNS" and token.head == token.i and sentence.kid(token, "nsubj") and sentence.kid(token, "dobj"):
        token.tag = "VBZ"
        return
    if token.tag == "NNS" and token.head == token.i and token.lower in VERB_FORMS and _doer_before(sentence, token):
        return
    noun = sentence.head(token)
    verbs = any(part.tag in FINITE and part.label != "relcl" for part in sentence.tokens)
    if token.lower not in VERB_FORMS or token.tag != "NNS" or verbs or token.head == token.i:
        return
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    if following.tag not in ("CD", "DT", "$", "RB", "JJR", "JJS") or token.label == "conj":
        return
    _make_verb(sentence, token, noun)


def _doer_before(sentence: Sentence, token: Token) -> bool:
    """The depot [handles] most of the coal: mends it where a noun stands before and what is handled behind."""
    before = sentence.tokens[token.i - 1] if token.i else token
    thing = next((kid for kid in sentence.kids(token, "appos", "dep", "npadvmod") if kid.i > token.i), None)
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    counted = following.tag in ("CD", "DT", "$", "RB", "JJR", "JJS") or following.label == "advmod"
    opens = counted and before.tag in ("NN", "NNP") and thing is not None
    goes_on = [kid.i for kid in sentence.kids(token, "conj")]  # funds 900 students and has a budget
    verbs = (part for part in sentence.tokens if part.tag in FINITE and part.label != "relcl" and part.i not in goes_on)
    if not opens or any(verbs):
        return False
    token.tag = "VBZ"
    for kid in sentence.kids(token):
        if kid.i < before.i:
            sentence.attach(kid, before, kid.label)
    sentence.attach(before, token, "nsubj")
    if thing is not None:
        thing.label = "dobj"
    return True


def _make_verb(sentence: Sentence, token: Token, above: Token) -> None:
    root = next(part for part in sentence.tokens if part.head == part.i)
    before = [part for part in sentence.tokens[: token.i] if part.tag[:2] == "NN" and part.head == part.i]
    outer = next((kid for kid in sentence.kids(above) if kid.tag[:2] == "NN" and kid.i < token.i), None)
    subject = before[0] if before else outer
    if subject is None or subject.i == token.i:
        return
    token.tag = "VBZ"
    sentence.attach(token, token, "ROOT")
    thing = above if above.i > token.i else None
    if thing is not None:
        sentence.attach(thing, token, "dobj")
    sentence.attach(subject, token, "nsubj")
    for kid in sentence.kids(root):
        if root.i not in (token.i, subject.i) and kid.i < subject.i:
            sentence.attach(kid, subject, kid.label)
    for kid in [kid for kid in sentence.kids(subject) if kid.i > token.i]:
        sentence.attach(kid, token, "dobj" if kid.tag[:2] == "NN" and thing is None else kid.label)
