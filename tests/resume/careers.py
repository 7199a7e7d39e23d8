"""Fictional careers in six regions and five languages: the truth that every template is typeset from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Job:
    title: str
    employer: str
    place: str
    dates: str
    start: str
    end: str | None
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Degree:
    degree: str
    school: str
    dates: str
    end: str | None


@dataclass(frozen=True)
class Person:
    name: str
    email: str
    phone: str
    place: str
    jobs: tuple[Job, ...]
    degrees: tuple[Degree, ...]
    skills: tuple[str, ...]
    headings: dict[str, str] = field(default_factory=dict)

    def heading(self, section: str) -> str:
        return self.headings.get(section, section)


ENGLISH = Person(
    "Odalys Brenhart",
    "odalys@brenhart.example",
    "+44 7700 900718",
    "Leeds, England",
    (
        Job("Principal Engineer", "Tallowmere", "Leeds", "Mar 2021 – Present", "2021-03", None, (
            "Moved the booking engine off a single database and halved what a search costs",
            "Runs the incident reviews for nine teams",
        )),
        Job("Senior Backend Developer", "Copperline Freight", "York", "Jun 2017 – Feb 2021", "2017-06", "2021-02", (
            "Wrote the route planner that 300 lorries use each day",
            "Taught two juniors to run the on-call week",
        )),
        Job("Software Developer", "Whinbeck & Daughters", "Hull", "Sep 2013 – May 2017", "2013-09", "2017-05", (
            "Kept a stock system of forty shops alive",
        )),
    ),
    (
        Degree("MSc Distributed Computing", "University of Aldwater", "2012 – 2013", "2013"),
        Degree("BSc Mathematics", "Fenwick College", "2009 – 2012", "2012"),
    ),
    ("Go", "PostgreSQL", "Kafka", "Terraform", "Python", "Linux"),
)  # fmt: skip
PLAIN = Person(
    "Ruaridh Mac an Aba",
    "ruaridh@macanaba.example",
    "(555) 010-4477",
    "Dunmarrow, Kessel County",
    (
        Job("Site Reliability Lead", "Pennant", "Dunmarrow", "2021 – Present", "2021", None, (
            "Own the pager policy and the budget for errors of 60 services",
        )),
        Job("Data Platform Engineer", "Orchard & Vale", "Stennwick", "Fall 2018 – Summer 2021", "2018", "2021", (
            "Designed the event pipeline that replaced the nightly copies",
        )),
        Job("Junior Analyst", "Halver", "Port Ellery", "07/2016 – 08/2018", "2016-07", "2018-08", (
            "Wrote the reports that the board reads each quarter",
        )),
    ),
    (
        Degree("B.S. Physics", "Stennwick State University", "2012 – 2016", "2016"),
    ),
    ("Rust", "gRPC", "AWS", "Spark", "SQL", "Prometheus"),
)  # fmt: skip
GERMAN = Person(
    "Thorben Queißner",
    "t.queissner@example.de",
    "+49 151 23456789",
    "28195 Bremen",
    (
        Job("Leiter Plattformbetrieb", "Küstenlicht Energie", "Bremen", "04/2020 – heute", "2020-04", None, (
            "Verantwortet den Betrieb von 120 Diensten mit einem Team von acht",
        )),
        Job("Systemadministrator", "Moorbahn Logistik", "Oldenburg", "10/2015 – 03/2020", "2015-10", "2020-03", (
            "Umzug des Rechenzentrums ohne Ausfall",
        )),
    ),
    (
        Degree("Bachelor of Science Informatik", "Hochschule Weserbergen", "09/2011 – 09/2015", "2015-09"),
    ),
    ("Kubernetes", "Ansible", "Python", "Grafana"),
    {"Experience": "Beruflicher Werdegang", "Education": "Ausbildung", "Skills": "Kenntnisse", "Languages": "Sprachen"},
)  # fmt: skip
FRENCH = Person(
    "Maëlys Kervadec",
    "maelys.kervadec@example.fr",
    "+33 6 39 98 12 34",
    "44000 Nantes",
    (
        Job("Développeuse back-end", "Sillage Numérique", "Nantes", "Janvier 2019 – Aujourd'hui", "2019-01", None, (
            "Conception de l'API de réservation, 40 000 requêtes par jour",
        )),
        Job("Ingénieure d'études", "Groupe Tremblais", "Rennes", "Septembre 2015 – Décembre 2018", "2015-09",
            "2018-12", (
            "Refonte du moteur de facturation en Java",
        )),
    ),
    (
        Degree("Diplôme d'ingénieur", "École Supérieure de Cornouaille", "2012 – 2015", "2015"),
    ),
    ("Java", "Spring", "PostgreSQL", "Docker"),
    {
        "Experience": "Expériences professionnelles", "Education": "Formation", "Skills": "Compétences",
        "Languages": "Langues",
    },
)  # fmt: skip
SPANISH = Person(
    "Iker Zubialde Montes",
    "iker.zubialde@example.es",
    "+34 612 345 678",
    "Bilbao, España",
    (
        Job("Desarrollador de software", "Ferrovía Digital", "Bilbao", "marzo de 2018 – actualidad", "2018-03", None, (
            "Responsable del sistema de billetes con 2 millones de viajes al mes",
        )),
        Job("Analista programador", "Consultores Arriaga", "Vitoria", "julio de 2014 – febrero de 2018", "2014-07",
            "2018-02", ("Migración de informes a una base de datos nueva",)),
    ),
    (
        Degree("Grado en Ingeniería Informática", "Universidad del Nervión", "2010 – 2014", "2014"),
    ),
    ("Python", "Django", "MySQL", "AWS"),
    {"Experience": "Experiencia laboral", "Education": "Formación académica", "Skills": "Habilidades",
     "Languages": "Idiomas"},
)  # fmt: skip
PORTUGUESE = Person(
    "Benedita Farroupilha",
    "benedita@farroupilha.example",
    "+351 912 345 678",
    "Porto, Portugal",
    (
        Job("Engenheira de dados", "Ribeira Analítica", "Porto", "mai. 2020 – atual", "2020-05", None, (
            "Criou o armazém de dados usado por 60 analistas",
        )),
        Job("Desenvolvedora", "Loja Azulejo", "Braga", "fev. 2016 – abr. 2020", "2016-02", "2020-04", (
            "Manteve a loja de 12 mil produtos",
        )),
    ),
    (
        Degree("Licenciatura em Engenharia Informática", "Universidade do Ave", "2012 – 2015", "2015"),
    ),
    ("SQL", "Airflow", "Spark", "Python"),
    {"Experience": "Experiência profissional", "Education": "Formação", "Skills": "Competências",
     "Languages": "Idiomas"},
)  # fmt: skip
PEOPLE = {"en": ENGLISH, "us": PLAIN, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}
