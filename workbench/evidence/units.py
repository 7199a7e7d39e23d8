"""What sizes are counted in, and what looks like a size and is none."""

from __future__ import annotations

from workbench.evidence.bags import amounts, bag, forms

# What a number is multiplied by.
SCALES: dict[str, float] = amounts(
    """
    1000: k thousand tausend mille mil
    1e+06: m mn million millions mio millionen millones
    1e+09: b bn billion billions mrd milliarden milliards
    100: hundred
    1e+12: trillion
    12: dozen
    100000: lakh
    1e+07: crore
    """
)
NUMBER_WORDS: dict[str, float] = amounts(
    """
    1: one
    2: two zwei deux dos
    3: three drei trois tres
    4: four vier quatre cuatro
    5: five fünf cinq cinco
    6: six sechs seis
    7: seven sieben sept siete
    8: eight acht huit ocho
    9: nine neuf nueve
    10: ten zehn dix diez
    11: eleven
    12: twelve zwölf douze
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    """
)
# Units wherever they follow a number; any other plural noun may be one too. unit: forms; =: as they stand.
UNITS: dict[str, str] = forms(
    """
    nodes: nodes nodos nœuds noeuds knoten
    brokers: brokers brokern
    servers: servers servern serveurs servidores
    users: users nutzer nutzern benutzer benutzern anwender utilisateurs usuarios daus maus
    customers: customers kunden clientes
    requests: requests req reqs anfragen requêtes peticiones
    messages: messages msg msgs nachrichten
    services: services servicios dienste diensten
    repositories: repositories repos repos.
    clusters: clusters clustern
    teams: teams équipes equipos
    people: people mitarbeiter mitarbeitern personen leuten personnes personas teamkollegen staff folks persons
    engineers: engineers ingenieros ingénieurs
    developers: developers entwickler entwicklern développeurs desarrolladores
    transactions: transactions txn
    lines: lines loc
    TB: tb terabyte terabytes
    GB: gb gigabyte gigabytes
    PB: pb petabyte petabytes
    MB: mb megabytes
    TiB: tib
    GiB: gib
    PiB: pib
    EB: eb
    Gbit/s: gbps
    Mbit/s: mbps
    VMs: vms
    GPUs: gpus
    CPUs: cpus
    APIs: apis
    DAGs: dags
    SLAs: slas
    ETLs: etls
    CRDs: crds
    =: hosts machines instances queries events rows records microservices analysts juniors jobs topics
        partitions shards replicas pods containers pipelines tables databases dashboards modules accounts
        regions operations documents connections devices tenants members reports rps qps tps eps ops messungen
        cores sites indices children
    """
)
RATES: dict[str, str] = forms(
    """
    requests/s: rps
    queries/s: qps
    transactions/s: tps
    events/s: eps
    operations/s: ops
    """
)
# After a hyphen: "40-node", "six-person".
SINGULAR: dict[str, str] = forms(
    """
    nodes: node
    people: person man people member strong
    brokers: broker broker.
    servers: server
    hosts: host
    engineers: engineer
    developers: developer
    teams: team
    clusters: cluster
    services: service
    cores: core
    GPUs: gpu
    shards: shard
    regions: region
    instances: instance
    machines: machine
    users: user
    tenants: tenant
    tables: table
    rows: row
    lines: line
    sites: site
    replicas: replica
    repositories: repo repository
    accounts: account
    messages: message
    requests: request
    microservices: microservice
    databases: database
    partitions: partition
    pods: pod
    containers: container
    seats: seat
    stores: store
    countries: country
    VMs: vm
    DAGs: dag
    jobs: job
    projects: project
    GB: gb
    TB: tb
    """
)
PEOPLE_WORDS = bag(
    """
    administrators admins analysts apprentices colleagues consultants contractors designers developers engineers
    experts graduates hires interns juniors managers members mentees newcomers people programmers reports
    scientists seniors specialists students testers trainees
    """
) | {"data scientists", "data engineers"}
PERIODS: dict[str, str] = forms(
    """
    s: s sec second seconds sekunde seconde segundo
    min: min minute minutes minuto
    hour: h hr hour stunde heure hora
    day: day tag jour día d night
    week: week woche semaine semana
    month: month monat mois mes
    year: year jahr an año
    """
)
DURATIONS = bag(
    """
    années ans años day days decade decades días h heures horas hour hours hrs jahre jahren jours meses
    millisecond milliseconds min mins minute minutes mois monate monaten month months ms nights quarter quarters
    s sec second seconds secs semaines semanas sprint sprints stunden tage week weekends weeks wochen year years
    yr yrs μs
    """
)
MONEY = bag(
    """
    $ arr budget chf dollar dollars eur euro euros francs gbp keur mrr pounds revenue usd £ ¥ €
    """
)
NOT_SIZES = bag(
    """
    % am awards bit bits bug bugs cent defects degree errors fold incidents nd nine nines o'clock of-us others
    outages p.a. pages pct per percent pm point points prozent rd releases reviewers st star stars th tickets
    times vulnerabilities ways x ×
    """
)
# Words in -s that are no plural nouns.
NO_NOUN = bag(
    """
    across always analytics business devops does has is its ops plus previous sales systems' this us various was
    """
)
# Words that end a noun phrase.
STOPS = bag(
    """
    a across after among an and are as at be been before behind between but by each every for from i in into is
    it now of on or out over per plus served than that the then they through to today under up using via was we
    were when where which while who whose with without
    """
)
# After these a number with "by", "from" or "to" tells a change.
CHANGES = bag(
    """
    cut cutting decreased down drop dropped fall falling faster fell halved improved improving increased
    increasing lowered lowering raised reduce reduced reducing saved saving shrank slower sped trimmed
    """
)
