"""The verbs and phrases that say what a person did, grouped by what they state.

Plain data, to be read and mended by a recruiter. Verbs stand in their base form; `lexicon` inflects them.
`thing`: the verb's object is what the work was about (owned, tuned, migrated). `make`: ordinary making;
it is about the thing itself only where a whole installation was built. `touch`: never more than use.
"""

from __future__ import annotations

# (ownership, weight) -> verbs. A verb stands in one group only.
VERBS: dict[tuple[str, str], str] = {
    ("led", "thing"): """
    lead, head up, head, spearhead, drive, champion, direct, coordinate, co-ordinate, orchestrate the, steer,
    oversee, supervise, chair, pioneer, sponsor, captain, govern, co-lead, take the lead on, initiate, kick off, set
    the direction for, set direction for, set the technical direction for, set technical direction for, set the
    strategy for""",
    ("led", "touch"): "mentor, coach, train, teach, tutor, onboard, upskill, line manage",
    ("designed", "thing"): """
    design, architect, re-architect, rearchitect, redesign, model, conceive, devise, specify, plan, define, lay out,
    choose, select, pick, decide on, decide for, standardise on, co-design, blueprint, invent""",
    ("owned", "thing"): """
    own, run, operate, administer, manage, look after, take over, keep, care for, take care of, co-own, steward,
    take ownership of, take charge of, take responsibility for, be accountable for, host, answer for, carry the
    pager for, hold the pager for""",
    ("owned", "make"): "maintain, co-maintain",
    ("implemented", "thing"): """
    migrate, tune, fine-tune, optimise, scale, upgrade, harden, shard, port, re-platform, replatform, roll out,
    move, switch, transition, transfer, convert, replace, secure, consolidate, modernise, rightsize, re-shard,
    reshard, repartition, resize, size, decommission, retire, relocate, cut over, lift, evolve, grow, expand,
    stabilise, benchmark, federate, swap, rearrange, overhaul, take out of, pull out of""",
    ("implemented", "make"): """
    build, rebuild, set up, stand up, spin up, create, develop, co-develop, introduce, install, deploy, bootstrap,
    establish, launch, start, implement, adopt, bring in, bring up, provision,  integrate, re-implement, put
    in place, put into production""",
    ("implemented", "touch"): """
    write, rewrite, co-write, author, code, program, script, configure, automate, add, extend, fix, debug, patch,
    refactor, ship, deliver, release, publish, test, document, prototype, clean, cut, reduce, improve, lower, speed
    up, troubleshoot, resolve, connect, wire, instrument, containerise, dockerise, package, serve, store, process,
    query, analyse, extract, load, transform, parse, expose, generate, render, monitor, deprecate, remove, trim,
    halve, split, carve, break up, break, merge, wrap, embed, cache, encrypt, profile, compile, train models,
    simplify, enable, customise, schedule, track, compute, calculate, index, streamline, increase, raise, boost,
    accelerate, save, eliminate, handle, provide, execute, make, turn, translate, join, aggregate, visualise, plot,
    backfill, ingest, validate, enforce, verify, cover, rework, restructure, tidy, prepare, produce, consume,
    complete, construct, craft, assemble, engineer, enhance, simulate, crawl, scrape, transcode, back up, restore,
    rotate""",
}

# Phrases that are no verbs (roles, adjectives, prepositions), as they stand.
ROLES: dict[str, str] = {
    "led": """
    tech lead, technical lead, team lead, lead engineer, lead developer, lead, head of, project lead, programme
    lead, leader of, director of, lead architect, engineering manager, chief, teamlead, leiter, leiterin""",
    "designed": "architect of, architect for, architect, chief architect, designer of, solution architect for",
    "owned": """
    owner of, owner, product owner, maintainer of, maintainer, administrator of, administrator, admin of, admin for,
    sole developer of, sole engineer on, sole engineer for, sole developer on, custodian of, co-owner of,
    co-maintainer of, main contact for, point of contact for, steward of, dba for, operator of""",
    "implemented": "author of, core contributor to, committer on, committer to, builder of, creator of",
    "assisted": "contributor to, assistant to",
}
OWNED_PHRASES = """
    responsible,
    responsible for, responsibility for, in charge of, accountable for, on call for, on-call for, on the pager for,
    paged for, carried the pager for, ownership of, mine to run, oncall for, on duty for, answerable for, tasked
    with, entrusted with, on call, responsibilities included, responsibilities include, duties included, my job was
    to, my role was to, job was to, go-to person for"""

ASSIST_VERBS = """
    help, help out with, help out, help with, assist, assist with, assist in, support, contribute to, contribute,
    provide support for, provide support to, give support to, pair with, pair on, aid, back up the team on, lend a
    hand, lend a hand with, pitch in on"""
ASSIST_PHRASES = """
    under supervision, under the supervision, under close supervision, under guidance, under the guidance, with
    guidance from, with help from, with supervision, supervised by, assisting, as an assistant, under the direction
    of, with the support of, guided by, as a junior helper"""
WATCH_VERBS = "shadow, observe, sit in on"
PART_VERBS = """
    participate in, take part in, participate, work with, work on, work in, work across, work around, get involved
    in, collaborate on, engage in, play a part in, play a role in, review, evaluate, assess, trial, explore, pilot,
    compare, liaise on, deal with, touch, spend time with, spend time on, rely on, advise on, consult on, interface
    with, experiment with, audit, code review, follow, partner with, collaborate with, work alongside, work closely
    with, cooperate with, coordinate with, liaise with, interact with, engage with, propose, advocate"""
PART_PHRASES = """
    part of,
    involved in, involved with, involvement in, involvement with, part of the team, part of a team, member of the
    team, member of a team, one of the engineers, one of the people, working with, worked extensively with, part of
    the group, among the people, participation in, member of the group"""
USE_VERBS = "use, utilise, employ, leverage, apply, make use of, settle on, work daily with, query through"
USE_PHRASES = """
    stay with, stick with,
    did some,
    hands-on with, hands-on experience with, hands-on experience in, hands-on, hands on experience of, daily use, in
    daily use, day-to-day, daily work, production experience with, production experience in, commercial experience
    with, practical experience with, years of experience with, years of experience in, years with, years of, years
    in, production experience, professional experience with, daily, everyday, year with, months with, went into"""

LISTED_VERBS = """
    learn, study, attend, read about, read up on, take a course in, take a course on, train in, present on, speak
    about, speak on, talk about, blog about, complete a course in, pass, graduate, familiarise myself with, become
    familiar with, get to know, lecture on, enrol in, earn, obtain"""
LISTED_PHRASES = """
    trained by,
    familiar with, familiarity with, exposure to, exposed to, knowledge of, knowledge in, basic, basics of, basics
    in, working knowledge of, understanding of, awareness of, aware of, acquainted with, proficient in, proficient
    with, proficiency in, proficiency with, proficiency, skilled in, skilled with, expert in, expertise in,
    expertise with, experienced in, experienced with, experience with, experience in, experience of, fluent in,
    competent in, comfortable with, comfortable in, strong in, strong knowledge, solid knowledge, good knowledge,
    certified, certification, certificate, certificates, certifications, course, courses, coursework, course work,
    bootcamp, boot camp, workshop, workshops, tutorial, tutorials, training in, trained in, introduced to, thesis,
    degree, diploma, seminar, seminars, lecture, lectures, nanodegree, mooc, coursera, udemy, edx, specialisation,
    advanced, intermediate, beginner, some, a little, a bit of, conversant with, conversant in, well versed in,
    versed in, background in, exam, passed, studied, learning, dissertation, taught myself, self-taught, self
    taught, university project, theoretical, introductory, competencies, skilled, grundkenntnisse"""
LISTED_HEADERS = """
    skills, technical skills, technologies, technology, tools, tech, tech stack, stack, environment, languages,
    frameworks, databases, platforms, cloud, keywords, certifications, certificates, courses, education,
    competencies, knowledge, toolbox, technical environment, key skills, core skills, libraries, programming,
    programming languages, also, other, misc, kenntnisse, compétences, habilidades, conocimientos, technologien,
    infrastructure, software"""

PLAN_PHRASES = """
    want to, wants to, wanting to, would like to, would love to, like to learn, love to, hope to, hoping to,
    interested in, interest in, interests, keen to, keen on, eager to, looking to, looking forward to, aim to,
    aiming to, plan to, planning to, plans to, intend to, intending to, curious about, excited about, passionate
    about, ready to learn, willing to learn, open to, aspire to, aspiring, dream of, goal is to, next i, going to
    learn, wish to, about to, will learn, excited to, should like to, fascinated by, seeking, enthusiastic about,
    enthusiast, interesse an, intéressé par, interesado en"""
NOT_PHRASES = """
    not, no, never, n't, without, instead of, rather than, neither, nor, none of, lack of, lacking, haven't, hasn't,
    didn't, don't, isn't, wasn't, cannot, couldn't, won't, except, nothing to do with, kein, keine, nicht, ohne,
    jamais, sans, nunca, sin, little to no, as opposed to, yet to, instead"""

# Nouns of activity: what the work was about, without saying who decided.
ACTIVITIES = """
    migration, migrations, administration, operation, operations, upgrade, upgrades, rollout, roll-out, adoption,
    introduction, tuning, optimisation, optimization, scaling, maintenance, design, architecture, move, switch,
    transition, rewrite, redesign, replacement, modernisation, modernization, consolidation, hardening, sharding,
    performance, deployment,  capacity, reliability, replatforming, port, cutover, relocation, expansion,
    rebuild, implementation, strategy, governance, ownership"""
MOVES = """
    migrate, move, switch, port, transition, transfer, convert, replace, relocate, consolidate, upgrade, swap, cut,
    re-platform, replatform, migration, migrations, switch, transition, port, upgrade, cutover, relocation,
    conversion, replacement, lift, rewrite, translate, roll, rollout, adoption, modernise, modernisation, split,
    passage, migración, umzug, umstieg"""
# Nouns that stand for the whole thing and not for something made with it.
ITSELF = """
    cluster, clusters, platform, platforms, fleet, estate, infrastructure, installation, installations, instance,
    instances, server, servers, broker, brokers, node, nodes, environment, environments, stack, setup, system,
    systems, database, databases, db, dbs, warehouse, warehouses, lake, lakehouse, topology, backbone, mesh,
    network, farm, tenancy, account, accounts, replica, replicas, replication, sets, set, monolith, codebase,
    deployment, deployments, schema, schemas, cache, caches, layer, bus, grid, ring, organisation, organization,
    landing, zone, landscape, edge, base, knoten, plattform, index, indices, storage, store, queue, queues, gateway,
    scheduler, controller, runtime, engine, monorepo, pipeline, pipelines, masters, caching, side, topics, jobs,
    clustern, servern, instanzen, plataforma, plateforme, clúster, grappe"""
WHOLE = """
    cluster, clusters, platform, platforms, fleet, estate, infrastructure, installation, warehouse, lake, lakehouse,
    mesh, backbone, farm, grid, plattform, monorepo, replica, clúster, plateforme, plataforma, landing, landscape"""
PEOPLE = """
    people, engineers, developers, engineer, developer, programmers, programmer, analysts, analyst, juniors, junior,
    seniors, colleagues, members, team, teams, squad, squads, group, guild, students, interns, consultants,
    consultant, specialists, specialist, scientists, persons, person, staff, contractors, reports, direct reports,
    apprentices, trainees, testers, admins, administrators, designers, managers, graduates, experts, expert, vendor,
    vendors, mentees, hires, newcomers, leute, entwickler, personnes, personas, desarrolladores, développeurs,
    ingenieros, ingénieurs, mitarbeiter, department"""
OTHERS = """
    company, companies, client, clients, customer, customers, organisation, organization, organisations, vendor,
    employer, startup, start-up, firm, firms, department, colleague, colleagues, group, bank, banks, agency, users,
    team, teams, squad, business, consultancy, they, he, she, others, partner, partners, engineers, developers,
    people, product, platform, system, application, app, site, shop, provider, project, division, stack, everyone,
    supplier, contractor, contractors, kunden, firma, unternehmen, clients, entreprise, empresa, clientes, équipe,
    equipo, suppliers, group, architects, institute"""
# What is made with a tool: to own or design one of these is ordinary use of the tool.
ARTEFACTS = """
    dashboards, dashboard, scripts, script, modules, module, templates, template, charts, chart, playbooks,
    playbook, tests, test, reports, report, alerts, alert, documentation, docs, files, file, manifests, plugins,
    plugin, integration, integrations, consumers, consumer, producers, producer, clients, client, jobs, job,
    functions, components, screens, pages, workflows, roles, notebooks, notebook, pull, requests, code, views,
    models, operators, images, image, packages, wrapper, wrappers, sdk, library"""
# With these as object "ran" says that something was started, not that it was kept.
STARTED = """
    jobs, job, tests, test, queries, query, workshops, workshop, experiments, experiment, analyses, analysis,
    scripts, script, benchmarks, benchmark, models, simulations, load, training, trainings, sessions, session,
    migrations, migration, reports"""
# Objects of "managed" that are people.
COMPLETED = "complete, take, attend, pass, earn, obtain, finish, receive, get, hold, achieve, do, graduate, prepare"
# Acts as nouns at the start of a phrase ("Design and implementation of …"), by the verb they are read as.
NOMINALS = """
    design: design architecture conception modelling
    build: build-out
    develop: development
    implement: implementation
    create: creation
    migrate: migration
    optimise: optimisation optimization
    tune: tuning
    automate: automation
    deploy: deployment
    set up: setup
    introduce: introduction
    roll out: rollout
    administer: administration
    operate: operation
    manage: management
    maintain: maintenance
    lead: leadership
    coordinate: coordination"""
