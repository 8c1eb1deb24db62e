"""What an outlet says to its readers between the lines of an article, as patterns over one paragraph."""

from __future__ import annotations

import re

# An alternative a line; THIS is the article itself.
_LINES = r"""
^access to (?:premium|this|our|full|all|unlimited|digital|exclusive)\b.*\b(?:subscri\w+|account)\b
^(?:unlock|enjoy unlimited|get unlimited|unlimited (?:digital )?access)\b
^premium (?:articles?|content|access|members?)\b.*\b(?:subscri\w+|members|readers)\b
^already (?:an? |have an )?(?:\w+ )?(?:subscriber|member|registered|subscribed|account)\b
\balready an? (?:\w+ )?(?:subscriber|member)\?
^(?:this|our) (?:article|story|content|feature)s? (?:is|are) (?:\w+ ){0,2}(?:for|to) (?:\w+ )?(?:subscribers|readers)
^(?:this|our) (?:article|story|content|feature)s? (?:is|are) (?:\w+ ){0,2}(?:for|to) (?:our |paying )?members
^you(?:['’]ve| have)? (?:reached|used|read|have)\b.*\bfree (?:articles?|stories|limit)\b
^you(?:['’]ve| have)? reached (?:your|the) (?:\w+ )?limit\b
^to (?:continue|keep|finish) (?:reading|watching|listening)
^(?:register|log in|sign in|subscribe|create an? (?:free )?account)\b.*\bto (?:continue|keep|read|access|view|save)
\bcancel (?:at )?any ?time\b
^your first (?:month|year|(?:\w+ )?(?:weeks|months))\b
^(?:start|begin|get|try|claim|buy)\b.*\b(?:free trial|digital subscription|weeks for)\b
^support (?:quality|independent|local|our|free)\b.*\b(?:journalism|newsroom|reporting)\b
^(?:for .{1,60}, )?(?:download|get|install|try) (?:\S+ ){0,10}app\b
\b(?:straight|delivered) (?:in)?to your inbox\b
\b(?:to|in|on) our (?:whatsapp|telegram|youtube|instagram|facebook|tiktok) (?:channel|page|group|account)\b
^join (?:[\d,.]+|our|the|more than|over) (?:[\w,]+ )*?(?:readers|subscribers|newsletter|channel|whatsapp)\b
^(?:enter|type|give us) your (?:e-?mail|name)
^(?:.* )?(?:in|to) your inbox\b|^your inbox\b
^by (?:signing up|subscribing|registering|clicking|continuing)\b.*\byou\b
^we (?:will|['’]ll) (?:never|not) share your
^you can (?:unsubscribe|opt out|change your)
^thank(?:s| you) for (?:signing|subscribing|registering|reading)
^(?:do you|have you|got|know) (?:\w+ ){0,4}(?:story|tip|information)\b.*\b(?:e-?mail|call|contact|ring|text|write)\b
\bcan be (?:reached|contacted) (?:at|on|via) (?:\S+@|@|[\d +()-]{6})
\bcontact (?:the|our) (?:reporter|author|newsroom|newsdesk|editor) (?:at|on|via|by)\b
\be-?mail (?:us|the (?:author|reporter)) (?:at|on)\b
^(?:you can )?follow (?:\S+ ){1,5}(?:on|at) (?:twitter|x|facebook|instagram|threads|bluesky|mastodon|telegram|tiktok)\b
^(?:you can )?follow (?:\S+ ){1,5}(?:on|at) (?:@|https?:)
^(?:like|find|watch) us on\b
^(?:more )?[A-Z]{2,4}(?:['’]s)? (?:\w+ ){0,3}\w+\s?:? https?://\S+$
^if you (?:have been|are|were) affected by (?:this|any|the issues)
^have your say\b
^(?:let us know|tell us|share|leave|do you agree)\b.*\bin the comments\b
^be the first to comment
^(?:correction|clarification|editor['’]?s['’]? note)\s?[:.–—-]
^(?:THIS) (?:has been|was|is being|is) (?:corrected|amended|updated|edited|translated|adapted|republished|modified)\b
^this is a (?:developing|breaking) (?:news )?story\b
^(?:please )?refresh (?:the|this) page\b
\bmore to follow\b\W*$
^this (?:audio|translation|transcript) was (?:generated|translated|adapted|produced|checked|reviewed|edited)\b
\b(?:your browser does not|enable javascript|third[- ]party content may)\b
\b(?:affiliate links?|we may earn a commission|images? may be subject to copyright|all rights reserved)\b
^(?:we use|this (?:site|website) uses) (?:\w+ )?cookies\b
\bnot responsible for the content of external\b
^this (?:post|content|article|section|podcast) (?:was|is) (?:sponsored|paid for)\b
^\(?paid (?:content|post|partnership)\b
\bis an? (?:\w+ )?non-?profit (?:newsroom|news organi[sz]ation|news outlet)\b
\bmember of the trust project\b
^(?:image|figure|video|media) (?:caption|source)\b
^(?:reuse this content|purchase licensing rights|gift this article|explore more on)\b
^(?:see more|also in this section|what to read next|listen to this article)\b
"""
_THIS = (
    r"(?:this (?:article|story|report|post|piece|page)|an earlier version of this (?:article|story|report)"
    r"|the headline of this (?:article|story)|the (?:article|story|post|page|headline))"
)
PITCH = re.compile("|".join(_LINES.strip().split("\n")).replace("THIS", _THIS), re.IGNORECASE)
