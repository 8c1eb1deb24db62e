"""Verbs by what they do with a statement. Lemmas; adding one needs no code."""

from __future__ import annotations

from claims.extraction.words import listed

# Their content is a statement whose speaker is their subject: "the ministry said 16 troops died".
REPORTING = listed(
    """
    say tell report state claim allege announce add note reveal confirm acknowledge admit concede insist
    assert argue warn estimate explain disclose declare maintain stress emphasise emphasize write
    testify deny find show suggest indicate believe think predict forecast expect conclude calculate
    comment reiterate recall point detail repeat contend caution quote counter reply respond answer
    observe remark tweet post complain determine learn inform elaborate boast brief decide discover
    project hear agree charge describe highlight underline underscore affirm mention clarify attest
    recount relate infer assess put rule sigh quip mutter whisper
    """
)
# The act of saying is itself the fact: "Kiev has accused Moscow of …".
SPEECH_ACTS = listed(
    """
    accuse deny reject acknowledge admit concede assert blame echo dispute dismiss criticise criticize
    condemn describe attribute ascribe term denounce decry fault castigate lambast
    """
)
# With a figure or a day these are deeds, not the mere act of saying: "had written to the ministry in May".
DEALINGS = listed("argue write complain report respond answer reply agree hear project count rule")
# A court's "must" is an order that was given.
RULINGS = listed("rule order decide find")
# What follows is a wish, an appeal, a feeling or praise: no claim.
STANCE = listed(
    """
    compare urge hope wish want welcome praise thank congratulate call appeal encourage pledge promise vow advise
    recommend remind ask demand express stress emphasise emphasize underline underscore commend applaud regret pray feel
    wonder prefer deserve condole mourn endorse laud hail reaffirm recommit reiterate foster intend
    """
)
CAUSAL = listed(
    """
    cause lead drive trigger spark prompt force result stem boost reduce increase raise lower cut affect
    destroy damage kill injure wound allow enable prevent fuel worsen improve help hit impact threaten
    disrupt create
    """
)
EVENTS = listed(
    """
    kill die injure wound arrest detain charge sue convict sentence acquit jail seize annex invade
    attack bomb shoot strike explode crash sink rescue save host meet visit hold win lose elect vote
    resign quit flee fall topple oust appoint name fire hire launch sign approve pass reject adopt ban
    impose lift suspend cancel postpone close open buy sell acquire merge release publish issue
    introduce file raid capture evacuate destroy burn collapse recover allocate award grant move
    withdraw deploy hire fine strike return join leave arrive depart announce begin start end
    """
)
OPINION_HEADS = listed(
    """
    important essential necessary vital crucial good great bad better best worst wonderful terrible
    unacceptable outrageous proud happy pleased glad sorry sad delighted disappointed concerned worried
    confident optimistic hopeful ready determined committed grateful honoured honored ideal right wrong
    clear possible impossible unfortunate regrettable shameful disgraceful fair unfair reasonable
    unreasonable unpredictable key imperative fantastic amazing excellent positive encouraging promising
    useful unclear unknown uncertain sure afraid scared angry frustrated shocked devastated heartbroken surprised
    feeling shame pity honour honor disgrace nightmare joke farce pleasure privilege miracle relief insult betrayal
    """
)
# In reported speech these praise or interpret: "the work reflects a disciplined effort".
VAGUE = listed("reflect represent demonstrate embody matter deserve underline signify prove symbolise symbolize mean")
# They serve a purpose that may have a figure of its own: "hire 300 inspectors to collect 40 million".
MEANS = listed(
    "hire use spend allocate raise borrow build buy recruit deploy send invest appoint employ launch take issue sell"
)
# What things do in general, told in the present: "walking lowers blood sugar" states a cause.
EFFECTS = listed(
    """
    lower raise reduce increase protect cause trigger improve worsen prevent affect damage boost harm weaken strengthen
    shorten prolong slow impact contribute
    """
)
# Told of how things stand, in whatever tense.
STATES = listed(
    """
    be have remain stay include maintain support own represent consist comprise contain belong depend live exist
    cover focus know mean lie stand involve require need lack face consider aim design intend
    """
)
