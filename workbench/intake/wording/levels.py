"""A level and a demand that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue

_LOW = (
    r"(?:junior|jr\.?|entry[- ]level|graduate|grad|trainee|intern|internship|apprentice|beginner|working "
    r"student|starter|early[- ]career)"
)
_HIGH = r"(?:senior|sr\.?|lead|principal|staff|head of \w+|chief|architect|expert(?:[- ]level)?|director|cto)"
_YEARS = (
    r"(?:(?:a|half a) decade|(?:(?:[3-9]|[1-9]\d)\s*(?:\+|plus)?|(?:[3-9]|\d\d)\s*(?:-|–|to)\s*\d+|"
    r"three|four|five|six|seven|"
    r"eight|nine|ten|many|several)\s*(?:\+\s*)?(?:years?['’]?|yrs?))"
)
_TOP_WORK = (
    r"(?:(?:leads?|leading|led|manag(?:e|es|ing)|heads?|heading|runs?|running|build(?:s|"
    r"ing)?)\s+(?:(?:a|an|the|our|its|several|\w+)\s+){0,3}(?:teams?|departments?|engineers|squads?|"
    r"group|people|developers)|"
    r"mentor(?:s|ing)?\s+(?:seniors?|the team|other|the other|\w+ engineers|colleagues|senior)|"
    r"(?:set|sets|setting|define|defines|own|owns|owning|drive|drives)\s+(?:the\s+|"
    r"our\s+)?(?:technical\s+|engineering\s+|company\s+|whole\s+)?(?:direction|strategy|roadmap|"
    r"architecture|vision|platform strategy)|"
    r"architect(?:s|ing)?\s+(?:the|our|a)|extensive (?:\w+ ){0,2}experience|deep expertise|"
    r"expert(?:ise)? (?:in|at|level)|"
    r"(?:expert|deep|extensive|profound) (?:knowledge|command)|(?:a )?proven (?:leader|track record)|"
    r"hire and fire|hires? the team|sole owner|(?:final|sole) (?:say|decision)|leading)"
)
_BOTTOM = (
    r"(?:(?:0|no|zero|one|1)\s*(?:-|–|to)\s*[12]\s*(?:years?|yrs?)|(?:no|zero|little|without(?: "
    r"any)?) (?:prior |previous |professional |work )?experience(?! (?:of|with|in) \w+ (?:is )?(?:ok|"
    r"fine))|"
    r"(?:recent|fresh|new) grad(?:uate)?s?|fresh out of \w+|straight from (?:university|college)|internship|"
    r"(?:entry[- ]level|junior|graduate|intern)(?:[- ]level)? (?:salary|pay|rate|wage|compensation|"
    r"band|budget|role|position|profile|tasks)|"
    r"under (?:close|constant|direct|strict) (?:supervision|guidance)|close(?:ly)? supervis\w+|"
    r"follows? (?:instructions|orders|tickets)|"
    r"every (?:step|decision|change) (?:is )?(?:approved|signed off)|no decision(?:s)?(?: of their "
    r"own)?|(?:a |one |1 )year of experience|first job|(?:beginner|basic|starter)[- ]level)"
)
_LOW_ROLE = re.compile(rf"(?i)(?<![\w/-]){_LOW}\b(?![-/](?:senior|mid|level to))")
_HIGH_ROLE = re.compile(rf"(?i)(?<![\w/-]){_HIGH}(?![\w/])")
_CARES_FOR = re.compile(
    r"(?i)\b(?:mentor\w*|coach\w*|teach\w*|train(?:s|ing|ed)?|help\w*|guid\w+|review\w*|support\w*|"
    r"hir(?:e|es|ing) (?:and \w+ )?|pair\w*|"
    r"onboard\w*|for|to|from|between|of|with|lead|leads|leading|led|manage[sd]?|managing|let|lets|"
    r"explain\w*|two|three|four|five|our|"
    r"alongside|including|supervis\w+|grow\w*|develop\w*|both|every|each|other|hand\w*|"
    r"and)\s+(?:\w+\s+){0,2}$"
)
_ASKING = re.compile(
    r"(?i)(?:looking for|search(?:ing)? for|hiring for|role for|position for|need for|open(?:ing)? "
    r"for)\s+(?:an?\s+|our\s+)?(?:\w+\s+)?$"
)


def find(text: str) -> Iterator[Issue]:
    """Give each pair of a level and a demand that contradict each other, within one sentence."""
    for first, start in _sentences(text):
        found = _junior_with_much(first) or _senior_with_little(first) or _free_and_watched(first)
        if found:
            left, right, better = found
            words = text[start + left : start + right].rstrip(" ,;")
            yield Issue(
                "contradictory_level", words, _why(words), better, start=start + left, end=start + left + len(words)
            )


def _junior_with_much(text: str) -> tuple[int, int, str] | None:
    for low in _LOW_ROLE.finditer(text):
        before = text[: low.start()]
        if _CARES_FOR.search(before) and not _ASKING.search(before):
            continue
        for demand in re.finditer(
            (
                rf"(?i){_YEARS}|{_TOP_WORK}|(?<!\w)(?:senior|principal|staff|lead) (?:engineer|developer|"
                rf"architect|level)|\barchitect\b|\b(?:team|tech|technical|engineering|platform) "
                rf"(?:lead|manager)\b"
            ),
            text,
        ):
            after_low = demand.start() >= low.end()
            gap = text[low.end() : demand.start()] if after_low else text[demand.end() : low.start()]
            if not after_low and not re.search(r"(?i)experience|for an?|in an?|:|–|-|,", gap):
                continue
            if re.search(
                (
                    r"(?i)\b(?:reports? to|works? (?:with|under|beside)|learns? from|supported by|guided "
                    r"by|mentored by|beside|under|later|after|become|becomes|grow\w*|towards?|path to|"
                    r"within|or|to (?:a |an )?(?:senior|principal|staff|lead\s+(?:engineer|dev))|"
                    r"retain\w*|keep|kept|data|over|no|not|without)\b"
                ),
                gap,
            ):
                continue
            if re.match(r"(?i)\s*(?:of|worth of)\s+(?:\w+ )?(?:data|logs|history|records)", text[demand.end() :]):
                continue
            left, right = min(low.start(), demand.start()), max(low.end(), demand.end())
            right += len((re.match(r"(?:\s+[\w'’+-]+){0,4}", text[right:]) or [""])[0])
            level, wanted = low[0].lower().rstrip("."), demand[0].strip()
            return (
                left,
                right,
                (
                    f"Choose one: “{level}” for somebody who does [first task] with a colleague "
                    f"beside from week one; "
                    f"or keep “{wanted}” and offer the title and band that go with it."
                ),
            )
    return None


def _senior_with_little(text: str) -> tuple[int, int, str] | None:
    for high in _HIGH_ROLE.finditer(text):
        if re.search(
            r"(?i)\b(?:by|from|to|with|a|our|under|beside) (?:an? |our |the )?$", text[: high.start()]
        ) and re.search(r"(?i)\b(?:supported|mentored|learns?|guided|reports?|works?|beside)\b", text[: high.start()]):
            continue
        for limit in re.finditer(rf"(?i)(?<![\w-]){_BOTTOM}", text):
            gap = text[min(high.end(), limit.end()) : max(high.start(), limit.start())]
            if re.search(
                (
                    r"(?i)\b(?:train\w*|mentor\w*|teach\w*|hires?|hiring|reviews?|coach\w*|supervises|"
                    r"designs?|runs?|sets? up|or|improv\w*|explain\w*|help\w*|(?<!role )(?<!position "
                    r")(?<!job )for)\b"
                ),
                gap,
            ):
                continue
            left, right = min(high.start(), limit.start()), max(high.end(), limit.end())
            level, little = high[0].lower().rstrip("."), limit[0].strip()
            return (
                left,
                right,
                (
                    f"Choose one: “{level}” with what this person decides alone after six months; "
                    f"or keep “{little}” and name the role and band for somebody who is learning it."
                ),
            )
    return None


def _free_and_watched(text: str) -> tuple[int, int, str] | None:
    free = re.search(
        (
            r"(?i)\b(?:independent(?:ly)?|autonom\w+|on (?:their|your) own|full ownership|owns? "
            r"everything|self-directed)\b"
        ),
        text,
    )
    held = re.search(
        (
            r"(?i)\b(?:under (?:close|constant|direct|strict) (?:supervision|guidance)|(?:approved|"
            r"signed off) by|every (?:step|decision|change) (?:is )?(?:approved|signed off|agreed)|"
            r"follows? (?:instructions|orders)|close(?:ly)? supervis\w+)\b"
        ),
        text,
    )
    if not free or not held:
        return None
    left, right = min(free.start(), held.start()), max(free.end(), held.end())
    return (
        left,
        right,
        (
            "Name one decision that is taken alone from month three, and one that somebody else takes, "
            f"in place of “{held[0]}”."
        ),
    )


def _why(words: str) -> str:
    return (
        f"“{words}” asks for two levels at once. Those at the first feel turned away, "
        "those at the second see a title below their work, and raters score against different pictures."
    )


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(r"[^.;!?\n]+(?:[.](?=\S)[^.;!?\n]*)*", text):
        yield match[0], match.start()
