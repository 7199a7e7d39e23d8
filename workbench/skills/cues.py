"""Words that speak for or against a skill when they stand beside its name, in five languages.

Each set is about one place: straight before the name, straight after it, at the head of its line, anywhere near.
"""

from __future__ import annotations

import re

from workbench.skills.ordinary import words_of

# straight after the name: "Go services", "Helm charts", "R packages"
AFTER = words_of("""
    developer developers engineer engineers engineering programmer programming development framework frameworks
    library libraries script scripts scripting cluster clusters chart charts service services microservice
    microservices api apis app apps application applications backend backends frontend code codebase pipeline
    pipelines job jobs query queries package packages compiler cookbook cookbooks recipes manifests module
    modules template templates dashboard dashboards plugin plugins component components server servers sdk cli
    tests test suite bindings stack language runtime operator operators workflows workers macros macro add-in
    database databases middleware routers hooks entwickler entwicklerin entwicklung programmierung programmierer
    kenntnisse anwendungen dienste skripte développeur développeuse développement scripts desarrollador
    desarrolladora desarrollo programación desenvolvedor desenvolvedora desenvolvimento programação streaming
    sql core boot mvc security native agents agent policies secrets formulas pivot vlookup worksheets workbooks
    spreadsheets endpoints controllers lambdas functions playbooks notebooks models schema schemas topics
    brokers consumers producers images containers daemon proxy gateway mesh routines goroutines channels crates
    gems gem shiny tidyverse dataframes scenes prefabs shaders triggers firmware drivers kernel codebases
    monolith monoliths monorepo repo repository repositories automation environments environment instances
    instance migration migrations integration integrations platform tooling rewrite projects toolchain pages
    components widgets routes route prototype prototypes shuffle handlers handler binaries binary topology topologies
    blueprints executors pivots formulas
""")
# straight before the name, in small letters: "in R", "using Chef", "mit Go"
BEFORE = words_of("""
    in with using via on into to from through of for and or like e.g. eg both our the existing modern idiomatic
    async core advanced basic intermediate expert proficient fluent knowledge wrote written built build built-in
    learned learning taught know knows including includes concurrent production deployed ran run running
    administered maintained automated managed used use uses adopted introduced migrated moved configured
    programmed coded scripted typed mit auf unter über und oder sowie von nach zu avec sur sous en dans et ou
    vers para con usando com em no na y e o von-nach senior junior lead embedded serverless plain pure modern
    vanilla base aws amazon microsoft ms google apache hashicorp gnu vmware ibm oracle open-source
""")
SPEAKS_BEFORE = words_of("""
    in with using via mit auf avec sur en con usando com em programmed coded scripted wrote written migrated
    proficient fluent expert knowledge learned automated configured deployed administered async idiomatic
    concurrent advanced microsoft ms apache hashicorp plain pure serverless embedded senior junior lead
""")
VENDORS = words_of(
    "apache hashicorp microsoft ms aws amazon google gcp azure gnu vmware ibm oracle sap adobe eclipse jetbrains "
    "atlassian"
)
# a small-letter name after one of these is a verb or a noun of the language
PRONOUNS = words_of("""
    to will can could would should must may might we you they i he she who that it not don't let's let please
    never always often also quickly shall did does do
""")
ARTICLES = words_of("""
    a an the my our his her their your its this that these those some every each any no another one own new old
    le la les un une des du der die das den dem ein eine einen einem el los las uno una unos o os um uma
""")
TITLES = words_of(
    "mr mrs ms miss dr prof professor sir madam herr frau monsieur madame señor señora sr sra dra st saint mx"
)
GRADES = words_of("""
    vitamin grade class type section hepatitis category series plan level block group round appendix exhibit
    annex division league tier schedule terminal gate wing unit note figure part hall room option building bus
    klasse teil stufe niveau grado nota grau
""")
COMPANY = words_of("""
    gmbh ag inc ltd llc llp plc corp corporation company co bank university college school hospital hotel
    restaurant institute foundation society council ministry church museum gallery theatre opera trading
    holdings partners consulting logistics airlines insurance university universität université universidad
    universidade stadium arena avenue street road city county beach
""")
# at the head of a line: "Languages: Go, R, C"
LABELS = re.compile(
    r"^[\s•·*\-–—>◦▪●]*(?:[\w&/+ ]{0,30}?\b)?(?:skills?|technolog\w*|"
    r"tools?|tooling|languages?|stack|frameworks?|databases?|back-?\s?end|"
    r"front-?\s?end|cloud|devops|infra\w*|libraries|platforms?|programming|software|environment|tech|web|mobile|data|"
    r"testing|ci/cd|configuration|monitoring|kenntnisse|sprachen|werkzeuge|technologien|datenbanken|compétences|langages|"
    r"outils|technologies|lenguajes|herramientas|tecnologías|habilidades|conocimientos|linguagens|ferramentas|"
    r"tecnologias|competências|conhecimentos|build\w*|scripting|office|orchestration|automation|processing|"
    r"analytics|ml|machine learning|statistics|embedded|os|operating systems?|protocols?|methods?|ide|messaging)"
    r"\b[\w&/+ ]{0,24}(?:\([^)]{0,30}\))?\s*(?::|–|—|\s-\s|\|)",
    re.IGNORECASE,
)
# straight before the name, as words about knowing it: "basic knowledge of", "maîtrise d'", "conocimientos básicos de"
KNOWN = re.compile(
    r"\b(?:knowledge|command|grasp|understanding|basics|fundamentals|proficien\w+|fluen\w+|experience|expertise|exposure|"
    r"familiar\w*|class(?:es)?|courses?|lessons?|trainings?|coding|programming|programs?|scripts?|"
    r"notions|connaissances?|maîtrise|bases|expérience|formations?|cours|"
    r"\w*kenntnisse|\w*erfahrung(?:en)?|kurse?|conocimientos?|nivel|dominio|manejo|experiencia|cursos?|"
    r"conhecimentos?|domínio|noções|experiência|nível)"
    r"(?: (?:básic[oa]s?|avan[zç]ad[oa]|intermedi[oa]|solides?|approfondies?|avancée?s?|professionnelle)){0,2}"
    r"(?: (?:of|in|with|to|de|du|en|em|mit|von|des?)|)(?: (?:d|l)['’]| )?$",
    re.IGNORECASE,
)
# before a vowel these stand for "de", "le" and "que"
ELIDED = re.compile(r"(?:^|[^\w])(?:[dlj]|qu)['’]$", re.IGNORECASE)
# names that are verbs at the head of a sentence, and the adverbs that follow a skill all the same
VERBS = words_of("react excel go express rest access dash spark echo sketch play make bash swift helm vault nest")
OFTEN = words_of(
    "daily weekly monthly nightly hourly yearly only mostly mainly primarily early exclusively heavily extensively "
    "internally previously recently currently professionally commercially family assembly supply"
)
# anywhere near
TECH = words_of("""
    software developer developers engineer engineers programmer programming backend frontend full-stack
    fullstack api apis microservice microservices server servers cloud deployed deployment deploys pipeline
    pipelines code coded coding codebase database databases query queries framework frameworks library compiler
    web website mobile app apps kubernetes infrastructure devops automation automated scripts scripting script
    data etl analytics statistical statistics regression machine-learning embedded firmware kernel concurrency
    concurrent unit integration testing tests ci cd production cluster clusters nodes latency throughput
    scalable distributed serverless containers container repository agile refactored rewrote migrated
    implemented architected debugging ide sdk cli saas entwickler entwicklung datenbank datenbanken développeur
    développement logiciel desarrollo desarrollador aplicaciones datos desenvolvimento desenvolvedor dados
    sistemas technologies stack services service systems computing prototype models modelling modeling
    simulation dashboards reports spreadsheets microcontrollers rtos gpu game games frontends backends
    middleware authentication endpoints browser desktop linux windows unix scientific
""")
ELSE = words_of("""
    hotel restaurant kitchen catering cuisine bakery pub bar league tournament championship football soccer
    tennis basketball gym swimming athletics choir opera theatre theater orchestra concert church farm garden
    gardening zoo jewellery jewelry perfume fashion boutique nurse nursing patients ward dental clinic airline
    cargo harbour harbor ship vessel truck forklift driver taxi army navy police fraternity sorority birthday
    wedding beach mountain river plumbing welding carpentry paint coatings ignition fundraising hiking cooking
    baking dancing yoga painting grocery festival charity supermarket cashier waiter waitress barista bartender
    housekeeping cleaning sports coach coffee wine beer cocktail flowers jewellers animals dog dogs cat cats
    horse horses birds insects meters metres
""")
