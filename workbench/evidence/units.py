"""What sizes are counted in, and what looks like a size and is none."""

from __future__ import annotations

SCALES: dict[str, float] = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6,
    "billion": 1e9, "billions": 1e9, "trillion": 1e12, "dozen": 12, "mio": 1e6, "mrd": 1e9, "tausend": 1e3,
    "millionen": 1e6, "milliarden": 1e9, "milliards": 1e9, "mille": 1e3, "millones": 1e6, "mil": 1e3, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
NUMBER_WORDS: dict[str, float] = {
    **{word: n for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(), 1)},
    **{word: 10.0 * n for n, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "zwölf": 12,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip

# written -> unit. Words here are units wherever they follow a number; any other plural noun may be one too.
UNITS: dict[str, str] = {
    **{word: word for word in """nodes brokers servers hosts machines instances users customers requests queries messages events
        rows records services microservices repositories repos clusters teams people engineers developers analysts juniors jobs
        topics partitions shards replicas pods containers pipelines tables databases dashboards modules accounts regions
        transactions operations documents connections devices tenants lines members reports data""".split()},
    "tb": "TB", "gb": "GB", "pb": "PB", "mb": "MB", "tib": "TiB", "gib": "GiB", "pib": "PiB", "eb": "EB",
    "terabyte": "TB", "terabytes": "TB", "gigabyte": "GB", "gigabytes": "GB", "petabyte": "PB", "petabytes": "PB",
    "megabytes": "MB", "gbps": "Gbit/s", "mbps": "Mbit/s", "rps": "rps", "qps": "qps", "tps": "tps", "eps": "eps", "ops": "ops",
    "req": "requests", "reqs": "requests", "msg": "messages", "msgs": "messages", "txn": "transactions", "loc": "lines",
    "nodos": "nodes", "nœuds": "nodes", "noeuds": "nodes", "knoten": "nodes", "nutzer": "users", "nutzern": "users",
    "benutzer": "users", "benutzern": "users", "anwender": "users", "utilisateurs": "users", "usuarios": "users", "kunden": "customers",
    "clientes": "customers", "brokern": "brokers", "servern": "servers", "serveurs": "servers", "servidores": "servers",
    "servicios": "services", "dienste": "services", "diensten": "services", "clustern": "clusters", "entwickler": "developers",
    "entwicklern": "developers", "mitarbeiter": "people", "mitarbeitern": "people", "personen": "people", "leuten": "people",
    "personnes": "people", "personas": "people", "teamkollegen": "people", "équipes": "teams", "equipos": "teams",
    "anfragen": "requests", "nachrichten": "messages", "requêtes": "requests", "peticiones": "requests", "messungen": "messungen",
    "développeurs": "developers", "desarrolladores": "developers", "ingenieros": "engineers", "ingénieurs": "engineers",
    "vms": "VMs", "gpus": "GPUs", "cpus": "CPUs", "apis": "APIs", "dags": "DAGs", "cores": "cores", "staff": "people", "folks": "people",
    "slas": "SLAs", "etls": "ETLs", "crds": "CRDs", "sites": "sites", "daus": "users", "maus": "users", "pipelines": "pipelines",
    "indices": "indices", "children": "children", "persons": "people", "repos.": "repositories",
}  # fmt: skip
UNITS["repos"] = "repositories"
del UNITS["data"]
RATES: dict[str, str] = {
    "rps": "requests/s", "qps": "queries/s", "tps": "transactions/s", "eps": "events/s", "ops": "operations/s",
}  # fmt: skip
SINGULAR: dict[str, str] = {
    "node": "nodes", "person": "people", "man": "people", "people": "people", "broker": "brokers", "server": "servers",
    "host": "hosts", "engineer": "engineers", "developer": "developers", "member": "people", "team": "teams", "cluster": "clusters",
    "service": "services", "core": "cores", "gpu": "GPUs", "shard": "shards", "region": "regions", "instance": "instances",
    "machine": "machines", "user": "users", "tenant": "tenants", "table": "tables", "row": "rows", "line": "lines",
    "site": "sites", "replica": "replicas", "repo": "repositories", "repository": "repositories", "account": "accounts",
    "message": "messages", "request": "requests", "strong": "people", "microservice": "microservices", "database": "databases",
    "partition": "partitions", "pod": "pods", "container": "containers", "seat": "seats", "store": "stores", "country": "countries",
    "vm": "VMs", "broker.": "brokers", "dag": "DAGs", "job": "jobs", "project": "projects", "gb": "GB", "tb": "TB",
}  # fmt: skip
PEOPLE_WORDS = frozenset(
    """people engineers developers analysts juniors seniors members students interns consultants specialists scientists reports
    contractors apprentices trainees testers designers managers graduates experts mentees hires newcomers colleagues programmers
    administrators admins""".split()
) | {"data scientists", "data engineers"}
PERIODS: dict[str, str] = {
    "s": "s", "sec": "s", "second": "s", "seconds": "s", "sekunde": "s", "seconde": "s", "segundo": "s", "min": "min", "minute": "min",
    "minutes": "min", "minuto": "min", "h": "hour", "hr": "hour", "hour": "hour", "stunde": "hour", "heure": "hour", "hora": "hour",
    "day": "day", "tag": "day", "jour": "day", "día": "day", "d": "day", "night": "day", "week": "week", "woche": "week",
    "semaine": "week", "semana": "week", "month": "month", "monat": "month", "mois": "month", "mes": "month", "year": "year",
    "jahr": "year", "an": "year", "año": "year",
}  # fmt: skip
DURATIONS = frozenset(
    """years year months month weeks week days day hours hour hrs minutes minute mins min seconds second secs sec ms milliseconds
    millisecond quarters quarter sprints sprint jahre jahren monate monaten wochen tage stunden ans années mois semaines jours
    heures años meses semanas días horas decades decade nights weekends yrs yr s h μs""".split()
)
MONEY = frozenset(
    "$ € £ ¥ usd eur gbp chf euros euro dollars dollar pounds francs budget revenue arr keur € mrr".split()
)
NOT_SIZES = frozenset(
    """percent % pct x × times fold points point p.a. star stars reviewers of-us bits bit nines per nine am pm o'clock st nd rd th
    degree prozent cent releases ways awards bugs bug errors incidents outages defects others vulnerabilities tickets""".split()
)
NO_NOUN = frozenset(
    "ops devops sales previous various always business across analytics systems' is was has does this its plus us".split()
)
STOPS = frozenset(
    """of in on at to for with by from and or but that which who whose while when where as than then across through per a an the is are
    was were be been i we they it into over under after before using via between per each every up out now today without among
    behind plus served""".split()
)
# After these a number with "by", "from" or "to" tells a change.
CHANGES = frozenset(
    """reduced reducing reduce cut cutting lowered lowering decreased dropped drop fell fall falling shrank saved saving halved
    trimmed increased increasing improved improving raised sped faster slower down""".split()
)
