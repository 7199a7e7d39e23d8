"""What a vague quality may have meant, said as something a person did."""

from __future__ import annotations

import re

from workbench.intake.wording.subject import has_done, has_worked_with, tidy, tools_in

# The quality, and what shows it. {who}: whom the phrase names; {about}: “in Kafka ”, when it names a field.
_SHOWS: list[tuple[str, str]] = [
    (r"present", "Has explained a decision {about}to people who had to pay for it, and can say what they asked."),
    (r"listen", "Can say what {who} really needed {about}when they had asked for something else."),
    (
        r"communicat|writ|english|verbal",
        "Explains a decision {about}in writing so that {who} can act without a meeting.",
    ),
    (
        r"interpersonal|people|soft skills",
        "Has worked {about}with {who} they disagreed with, and can say how it ended.",
    ),
    (r"team|collaborat", "Has settled a disagreement {about}with another team, and can say what each side gave up."),
    (r"analytic|critical", "Has shown with figures {about}that a common belief was wrong, and can say what followed."),
    (
        r"creativ|outside|out[- ]of|innovat",
        "Has solved something {about}by leaving a step out, and can say who doubted it.",
    ),
    (
        r"smart|brilliant|bright|think",
        "Can explain a hard part {about}to somebody new to it, and says where it stops being true.",
    ),
    (
        r"problem|resourceful",
        ("Has found the cause of a fault {about}that nobody understood, and can say which guesses were wrong."),
    ),
    (
        r"hats",
        ("Has taken on a task {about}outside their role for a while, and can say what they handed back and when."),
    ),
    (
        r"hit.*ground|quick|fast learn|learn|curio|growth",
        "Has become useful in something new {about}within weeks, and can say what was hard.",
    ),
    (r"ambigu|adapt|flexib", "Has changed course {about}when the facts changed, and can say what was thrown away."),
    (
        r"ownership|dependab|reliable|responsib",
        "Has kept something running {about}after it was delivered, and can say what they mended.",
    ),
    (
        r"initiative|proactive",
        "Has seen a problem {about}before it did harm, and can say whom they told and what was done.",
    ),
    (
        r"can-do|attitude|mentality|mindset|extra mile",
        "Has got a stuck piece of work {about}moving again, and can say what it took.",
    ),
    (
        r"motivat|driven|drive|ambitio|eager",
        "Can say which piece of work {about}they would choose again, and what they would leave to others.",
    ),
    (
        r"starter|independent|entrepreneur|autonom|start-?up",
        "Has finished a piece of work {about}nobody had asked for, and can say why it came first.",
    ),
    (
        r"pressure|thriv|stress",
        "Has chosen what to leave out {about}when a date stood, and told those concerned before it.",
    ),
    (
        r"fast[- ]paced|dynamic|rapid",
        "Plans {about}change about every [two weeks] here: says what drops out, and whom that affects.",
    ),
    (
        r"multi-?task|juggl|time[- ]manag|organi[sz]|deadline",
        "Has carried [two] pieces of work {about}at once, and can say which waited and why.",
    ),
    (
        r"detail|meticulous|eye for|thorough|precise",
        "Has found an error {about}that review and tests had missed, and can say what catches it now.",
    ),
    (
        r"quality|clean code|craft",
        "Can show code {about}that others changed later, and say what made that easy or hard.",
    ),
    (
        r"urgency|gets? |deliver",
        "Has brought something {about}into use in small steps, and can say what the first one was.",
    ),
    (
        r"track record|proven|seasoned|demonstrat",
        "Shows one result {about}with the figure before and after, and says which part was theirs.",
    ),
    (r"result|goal|perform", "Names a goal {about}they were given and one they set, and what came of each in figures."),
    (
        r"class|experienced|talent|\btop\b|best|player|calib|skilled|stellar",
        "Has done something {about}that others still use or copy, and can say who and for what.",
    ),
    (
        r"ethic|hard-?working|dedicat|committed",
        ("Has finished the dull end of a piece of work {about}, and can say what would have happened without it."),
    ),
    (
        r"strateg|big[- ]picture",
        "Has stopped a piece of work {about}because it led nowhere, and can say what told them.",
    ),
    (
        r"leader|mentor|change agent|influenc",
        ("Has brought a group to a decision {about}some had opposed, and can say what the others would tell of it."),
    ),
    (
        r"passion|enthusias|interest|love|challenge|excite",
        "Can name something {about}they changed their mind on in the past year, and why.",
    ),
    (
        r"judg|instinct|acumen",
        "Has decided {about}with half of the facts, and can say which half was missing and how it ended.",
    ),
]
_RESULT = "Shows one result with the figure before and after, and says which part was theirs."
_AUDIENCE = re.compile(
    r"(?i)\b(?:with|to|for|among)\s+((?:\w+[- ])?(?:stakeholders?|customers?|clients?|managers?|"
    r"teams?|finance|support|users?|"
    r"colleagues?|engineers?|audiences?|executives?))"
)
_FIELD = re.compile(
    r"(?i)\b(?:about|in|with|of|for)\s+"
    r"((?!(?:an?|the|our|your|and|under|their|any|fast|team|everything|all|both|high|large|great|things?)\b)"
    r"[a-z][\w-]+(?:\s+(?!(?:and|or|who|that)\b)[a-z][\w-]+)?)"
)


def shown_by(text: str, words: str, quality: str) -> str:
    """Give a wording for a vague quality.

    Parameters
    ----------
    text
        The whole phrase, for the field and the people it names.
    words
        The vague words.
    quality
        The words without what says how much: “problem-solving” of “strong problem-solving skills”.
    """
    about = _about(text, words)
    audience = _AUDIENCE.search(text)
    who = audience[1].lower() if audience else "a product manager"
    for pattern, sentence in _SHOWS:
        if re.search(pattern, words, re.IGNORECASE):
            said = sentence.format(who=who, about=about)
            return re.sub(r"\s+([,:.])", r"\1", re.sub(r"\s{2,}", " ", said))
    tools = tools_in(words)
    if tools:
        return has_worked_with(tools)
    subject = tidy(quality)
    return has_done(subject) if len(subject) > 2 else _RESULT


def _about(text: str, words: str) -> str:
    """Say what the phrase is about, to carry it into the new wording: “in Kafka ”, or nothing."""
    tools = tools_in(text)
    if tools:
        return f"in {tools[0].name} "
    told = _FIELD.search(words)
    if told and not re.search(r"(?i)environment|detail|pressure|stakeholder|customer|team", told[1]):
        return f"in {told[1].strip()} "
    return ""
