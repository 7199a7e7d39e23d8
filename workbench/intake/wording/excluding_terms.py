"""Words that ask where somebody is from, how they look, whom they care for, how alike or how tireless they are."""

from __future__ import annotations

from workbench.intake.wording.coded_terms import Term

TERMS: tuple[Term, ...] = (
    Term(
        r"go-?getters?|hustl(?:e|er|ers|ing)|grinders?|workaholics?", "grind", "somebody who finishes what they start"
    ),
    Term(
        (
            r"(?:native|mother[- ]tongue)(?:[- ](?:level|like))?(?: or (?:near|bilingual|fluent)[- "
            r"]?\w*)? (?:english|german|french|spanish|dutch|italian|portuguese|polish|mandarin|japanese|"
            r"swedish|arabic|hindi|chinese|russian|danish|norwegian|finnish|czech|turkish|us|uk|american|"
            r"british)(?: speakers?| language)?|native(?:[- ]level)? (?:\w+[- ])?(?:speakers?|tongue|"
            r"proficiency|fluency|language skills)|(?:english|german|french|spanish|dutch|italian) "
            r"native(?: speakers?)?|mother[- ]tongue|native[- ]born|native-level|(?:at|on) (?:a "
            r")?native level"
        ),
        "origin",
        "",
        (
            r"(?:\s+(?:speakers? (?:users|customers)|apps?|modules?|language support|bindings|"
            r"translation|texts?|strings|names|version|documentation|titles|content))"
        ),
    ),
    Term(
        (
            r"(?:without|no|neutral|unaccented|free of|any) (?:an? )?(?:foreign |strong |thick "
            r")?accents?|accent[- ]free|accent-neutral|unaccented"
        ),
        "origin",
        "",
    ),
    Term(
        (
            r"(?:us|u\.s\.|eu|uk|european|american|german|british|french|swiss|indian|canadian|"
            r"australian)[- ](?:citizens?|nationals?|passport holders?|born|candidates?)(?: only| "
            r"preferred)?|citizens only|(?:no|not?) (?:foreigners|visa holders|immigrants)|locals? "
            r"(?:candidates )?only|local candidates(?: only| preferred)?|born (?:and raised )?in"
        ),
        "origin",
        "",
        r"[^.;]*\b(?:because|law|clearance|regulator|required by|legal|export control|itar)\b",
    ),
    Term(
        (
            r"able[- ]bodied|physically fit|(?:perfect|good|excellent) (?:health|physical condition)|in "
            r"good shape|healthy (?=candidates?|individuals?|person|people)|no (?:disabilities|health "
            r"issues|medical conditions)|normal (?:hearing|vision|eyesight)"
        ),
        "ability",
        "",
    ),
    Term(
        (
            r"good[- ]looking|attractive (?=person|candidates?|appearance|individuals?|women|men)|well[- "
            r"]groomed|presentable|(?:pleasant|neat|professional|smart) appearance|clean-shaven"
        ),
        "ability",
        "",
    ),
    Term(
        (
            r"(?:no|without) (?:kids|children|family (?:commitments|obligations|ties)|dependents|"
            r"dependants|attachments)|(?:un)?married(?= (?:men|women|candidates?|people|preferred|only|"
            r"or))|single (?=men|women|people|persons?|candidates? without)|no pregnan\w+|not planning "
            r"(?:a family|children)|child-?free"
        ),
        "family",
        "",
    ),
    Term(
        (
            r"(?:cultur(?:e|al)|team)[- ]fits?|fits? (?:in(?:to)? )?(?:(?:with )?(?:our|the) (?:company |"
            r"team )?(?:culture|vibe))|fits? in with (?:the|our) (?:team|guys|crowd|gang|lads)|one of us|"
            r"our kind of people|(?:the )?right vibe|no egos|would have a beer with|beer test|pub test|"
            r"someone (?:we|you)['’]?d (?:\w+ )?have a beer with"
        ),
        "fit",
        "agrees to how we work",
        r"\s+is not|[^.;]{0,20}\bwe do not",
    ),
    Term(
        (
            r"(?:we(?:['’]re| are)|like|as|just like) (?:a |one )?(?:big |happy |close[- ]knit |second "
            r")*family|part of (?:our|the|a) (?:\w+ )?family|work family|our tribe|join (?:the|our) tribe"
        ),
        "fit",
        "we are a team",
    ),
    Term(r"work hard,?\s*(?:and |& )?play hard(?:er)?", "grind", "says which weeks are busy and which are quiet"),
    Term(
        (
            r"whatever it takes|24\s*/\s*7 (?:availab\w+|commitment|attitude|mindset)|availab\w+ "
            r"(?:24\s*/\s*7|around the clock|at all times|day and night)|always[- ]on (?:attitude|"
            r"mindset|mentality)|(?:eats?|lives?|sleeps?),? (?:sleeps? |breathes? |and |& |, "
            r"?)*(?:breathes?|sleeps?|codes?)[\w ]{0,20}|"
            r"sleep when you['’]re dead|no 9[- ]to[- "
            r"]5\w*|not (?:a|your) (?:typical )?9[- ]to[- ]5|not clock[- ]?watchers?|clock[- ]?watchers?|"
            r"blood,? sweat,? and tears|sink or swim|burn the midnight oil"
        ),
        "grind",
        "",
    ),
)
