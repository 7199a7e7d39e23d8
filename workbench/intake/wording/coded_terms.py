"""Words that tell some people they are not meant, with what to say instead and where the word is innocent.

Each term: a pattern, which reason it has, what takes its place in the phrase ("" drops it), and optionally a pattern
around it (`unless_after`, `unless_before`) under which the word means something else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Reason = Literal["persona", "age", "gender", "origin", "ability", "family", "fit", "grind"]


class Term(NamedTuple):
    """One coded word or turn of phrase."""

    pattern: str
    reason: Reason
    instead: str
    unless_after: str = ""
    unless_before: str = ""


WHY: dict[Reason, str] = {
    "persona": ("“{term}” describes a character, not work. Many who could do the work do not see themselves in it."),
    "age": ("“{term}” reads as a wish for an age, which is not part of the work and in many places not lawful."),
    "gender": "“{term}” reads as meant for one gender; others read that the place is not for them.",
    "origin": "“{term}” asks where somebody grew up, not what they can do; in many places that is not lawful.",
    "ability": "“{term}” asks for a body or a look, not for work; some who could do the work are turned away.",
    "family": ("“{term}” reads as closed to people who care for others, and in many places it is not lawful to ask."),
    "fit": "“{term}” has no agreed meaning, so it ends as likeness to the people already there.",
    "grind": "“{term}” reads as hours without end; people with other duties turn away, whatever they can do.",
}

_TOOL_NINJA = r"\s*(?:build|builds|generator|files?|\.build|backend|and (?:cmake|make)|as (?:the|a) build)"

TERMS: tuple[Term, ...] = (
    Term(r"killer instinct", "gender", ""),
    Term(r"rock[\s-]?stars?", "persona", "engineer", r"\s+games"),
    Term(
        r"(?:(?:code|coding|tech|security)\s+)?ninjas?",
        "persona",
        "engineer",
        _TOOL_NINJA,
        r"(?:cmake|make|meson|using|with)(?: and| to| or| with)? ",
    ),
    Term(r"(?:code |coding |tech )?gurus?", "persona", "engineer", r"\s+meditation"),
    Term(
        r"(?:(?:code|coding|tech) )?wizards?|wizardry",
        "persona",
        "engineer",
        r"-of|\s+(?:step|page|dialog|form|screen|component|flow)",
        (
            r"(?:set-?up|install(?:ation|er)?|configuration|import|onboarding|migration|checkout|"
            r"sign-?up|registration|the|step) "
        ),
    ),
    Term(
        r"(?:super|full-stack )?unicorns?",
        "persona",
        "engineer",
        r"\s+(?:worker|server|workers|start-?up|company|compan|process)",
        r"(?:rails|ruby|puma|and|a|under) (?=unicorn\s+(?:worker|server))",
    ),
    Term(r"superstars?|rock ?gods?|all-stars?", "persona", "engineer"),
    Term(
        r"super-?hero(?:es)?|heroes|hero(?!\s*(?:image|banner|section|ku|component))",
        "persona",
        "engineer",
        "",
        r"(?:no|not|without|out|depend\w* on) ",
    ),
    Term(
        r"jedis?|samurais?|gladiators?|warriors?|mavericks?|spartans?|vikings?|pirates?|cowboys?",
        "persona",
        "engineer",
        "",
        r"(?:road to|golden state) ",
    ),
    Term(
        (
            r"badass(?:es)?|beasts?(?= (?:engineer|developer|coder|at|mode))|killers?(?= (?:instinct|"
            r"engineer|developer|coder|attitude|salesperson))"
        ),
        "persona",
        "engineer",
    ),
    Term(r"(?:10|ten|100)x\s*(?:engineers?|developers?|programmers?|coders?|er)\b", "persona", "engineer"),
    Term(r"genius(?:es)?|brilliant|prodig(?:y|ies)|master\s?minds?", "persona", "", r"\s+(?:bar)"),
    Term(r"geeks?|nerds?|nerdy|geeky", "persona", "person", r"\s*(?:fonts?|wire|bench)"),
    Term(
        r"hackers?",
        "persona",
        "engineer",
        r"\s*(?:news|rank|one|way)",
        r"(?:ethical|against|from|by|stop|keep|block|malicious) ",
    ),
    Term(r"alphas?(?= (?:male|personality|type|engineer|developer))|type[- ]a(?= person)", "gender", ""),
    Term(
        (
            r"young(?:er|ish)?(?=(?:[,\s]+(?:and\s+|&\s+)?\w+){0,2}[,\s]+(?:team|teams|professionals?|"
            r"people|person|talent|colleagues?|minds?|crew|candidates?|folks?|graduates?|engineers?|"
            r"developers?|men|women|guys|adults?|leaders?|staff|environment|group|blood))"
        ),
        "age",
        "",
    ),
    Term(r"young(?=,? (?:and |& )?(?:dynamic|hungry|energetic|fresh|vibrant|ambitious|motivated|fun))", "age", ""),
    Term(
        (
            r"young (?:guns?|ones?|mothers?|fathers?|parents?|girls?|ladies|gentlemen)|young at heart|"
            r"youthful|young blood|(?:are|is|be|stay|feel) young|millennials?|gen[- ]?z(?:ers?)?"
        ),
        "age",
        "",
        r"\s+(?:customers?|users?|buyers?|shoppers?|audience)",
    ),
    Term(r"digital natives?", "age", "somebody who works with such tools daily"),
    Term(r"energetic|high[- ]energy(?! physics)|full of energy|vibrant", "age", ""),
    Term(
        (
            r"(?:recent|fresh|new|young)\s+(?:college |university |cs |computer science "
            r")?grad(?:uate)?s?(?:\s+only)?|freshers?|fresh out of (?:university|college|school)|"
            r"straight out of (?:university|college)"
        ),
        "age",
        "people in the first years of this work",
        r"\s+(?:(?:are |is )?(?:also )?welcome|programme|program|scheme|intake|mentoring)",
        r"(?:train|mentor|coach|teach|onboard|help|guide|support|hire|interview)(?:s|es|ing)? (?:\w+ )?",
    ),
    Term(
        (
            r"(?:under|below|younger than|not older than|no older than|over|above) (?:the age of "
            r")?(?:2[0-9]|3[0-9]|4[0-9]|5[0-9]|sixty|fifty|forty|thirty)(?= (?:years old|years of age|"
            r"only|preferred|need not)|\s*$|[,.;)])"
        ),
        "age",
        "",
        "",
        (
            r"(?:latency|time|stay|keep|bring|cost|load|memory|cpu|%|be|stays|kept|p\d+|tests|response|"
            r"percent|temperature|error) "
        ),
    ),
    Term(
        (
            r"(?:aged?|ages)(?: between)? \d\d\s*(?:-|–|to|and)\s*\d\d|max(?:imum)?\.? age(?: of)?(?: "
            r"\d\d)?|age limit|over-?qualified"
        ),
        "age",
        "",
    ),
    Term(
        (
            r"mature (?=candidate|professional|person|applicant|individual)|old[- ]school (?=engineer|"
            r"developer)|silver surfers?"
        ),
        "age",
        "",
    ),
    Term(r"he\s*/\s*she|she\s*/\s*he|s/he|\(s\)he|he or she|she or he", "gender", "the person"),
    Term(r"his\s*/\s*her|her\s*/\s*his|his or her|her or his", "gender", "the person's"),
    Term(r"guys?", "gender", "people"),
    Term(r"man-?power", "gender", "staff"),
    Term(r"man[- ](?:hours?)", "gender", "person-hours"),
    Term(r"man[- ](?:days?)", "gender", "person-days"),
    Term(r"man[- ](?:months?)", "gender", "person-months", "", r"(?:mythical) "),
    Term(r"manning|manned|man (?=the )", "gender", "staffed"),
    Term(
        (
            r"chairm[ae]n|forem[ae]n|salesm[ae]n|spokesm[ae]n|businessm[ae]n|draughtsm[ae]n|repairm[ae]n|"
            r"right[- ]hand man|man of action|handym[ae]n|front[- ]?man|key man|one[- ]man (?:show|army|"
            r"band)"
        ),
        "gender",
        "person",
        r"\s+problem",
    ),
    Term(
        (
            r"gentlem[ae]n|lads?|bros?|brogrammers?|boys?(?:['’] club)?|girls?|gals?|ladies|housewi(?:fe|"
            r"ves)|mother hen|brotherhood|bro culture|frat(?:ernity)?"
        ),
        "gender",
        "people",
        r"\s+(?:who code|in tech)",
    ),
    Term(
        (
            r"(?:strong|young|family|grown|right) (?:man|men)(?!-)|(?:male|female) (?=candidates?|"
            r"applicants?|engineers?|developers?|preferred|only|"
            r"colleagues?|staff)|(?:men|women|male|female|males|females) (?:only|preferred)"
        ),
        "gender",
        "",
    ),
    Term(
        r"aggressive(?:ly)?",
        "gender",
        "decided",
        (
            r"(?:ly)?\s+(?:\w+\s+)?(?:cach\w*|time-?outs?|retr(?:y|ies)|compress\w*|prefetch\w*|"
            r"optimi[sz]\w*|inlin\w*|polling|polls?|garbage|gc|scal\w*|auto-?scal\w*|evict\w*|expir\w*|"
            r"throttl\w*|rate|backoff|dedup\w*|monitor\w*|log\w*|alert\w*|filter\w*|prun\w*|batch\w*|"
            r"retention|parallel\w*|scraping|crawl\w*|bots?|clients?|traffic|vacuum\w*|autovacuum\w*|"
            r"lock\w*|index\w*|purg\w*|queries|load|ttl|shard\w*|truncat\w*|reus\w*|fuzz\w*|loads?)"
        ),
        r"(?:too|cached?|caches|less|more|overly|prune[ds]?|compress\w*|retr\w+|scales?) ",
    ),
    Term(
        (
            r"domina(?:te|nt|ting)s?(?= (?:personality|the (?:market|competition|room|field)|person|"
            r"individual|character|player))|crush(?:es|ing)? (?:it|the competition|code|targets|your|"
            r"goals)|kill(?:s|ing)? it|fearless|ruthless|cut-?throat|take no prisoners|thick[- "
            r"]skin(?:ned)?|balls"
        ),
        "gender",
        "",
    ),
    Term(r"assertive|nurturing|bubbly", "gender", ""),
    Term(
        r"hungry(?: for (?:success|more|growth))?",
        "persona",
        "keen to learn",
        r"\s+(?:jobs?|process\w*|quer\w+|tasks?|services?|workers?|builds?|pods?|containers?|apps?)\b",
        r"(?:memory|data|power|cpu|resource|io|bandwidth|compute|space)[- ]",
    ),
)
