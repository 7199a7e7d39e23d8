"""Words that tell a job title, an employer, a school and a degree apart, in five languages."""

from __future__ import annotations

import re
from functools import lru_cache

_TITLES = """
engineer developer programmer manager director analyst architect administrator consultant designer scientist
intern trainee assistant associate lead leader head chief officer president founder co-founder cofounder owner
partner specialist technician coordinator supervisor representative executive researcher fellow professor
lecturer teacher tutor instructor nurse doctor physician surgeon pharmacist therapist counselor accountant
auditor bookkeeper clerk cashier secretary receptionist editor writer author journalist reporter translator
interpreter photographer artist illustrator animator producer strategist planner buyer recruiter trainer coach
advisor adviser attorney lawyer paralegal judge operator mechanic electrician carpenter plumber driver chef cook
waiter waitress server bartender barista salesman salesperson seller merchandiser marketer volunteer mentor
captain sergeant lieutenant guard inspector investigator tester evangelist advocate ninja guru scrum contractor
freelancer freelance cto ceo cfo coo cio ciso vp svp evp avp principal dean chair chairman chairperson treasurer
member ambassador apprentice postdoc postdoctoral student graduate undergraduate resident statistician economist
mathematician physicist chemist biologist geologist psychologist librarian curator conductor musician actor
dancer expert generalist sre devops qa webmaster maintainer contributor agent broker banker trader underwriter
actuary controller comptroller foreman superintendent facilitator organizer correspondent copywriter stylist
model nanny caretaker cleaner janitor worker labourer laborer staff crew entwickler entwicklerin
softwareentwickler softwareentwicklerin ingenieur ingenieurin leiter leiterin teamleiter projektleiter
geschäftsführer berater beraterin datenanalyst analystin praktikant praktikantin werkstudent werkstudentin
mitarbeiter mitarbeiterin assistent assistentin sachbearbeiter auszubildender auszubildende wissenschaftlicher
informatiker fachinformatiker administratorin managerin dozent lehrer lehrerin verkäufer développeur
développeuse ingénieur ingénieure chef responsable directeur directrice analyste consultante stagiaire alternant
alternante technicien technicienne concepteur administrateur chargé chargée assistante vendeur enseignant
chercheur doctorant gérant formateur ingeniero ingeniera desarrollador desarrolladora programador programadora
gerente jefe jefa director directora analista consultor consultora arquitecto diseñador diseñadora becario
becaria practicante técnico coordinador coordinadora profesor profesora investigador asistente auxiliar
engenheiro engenheira desenvolvedor desenvolvedora estagiário estagiária diretor diretora arquiteto professora
pesquisador assistente coordenador sviluppatore ingegnere responsabile impiegato tirocinante ricercatore
ontwikkelaar ingenieur stagiair adviseur medewerker utvecklare konsult udvikler programista inżynier kierownik
professeure infirmier infirmière camarero camarera cocinero cocinera enfermero enfermera enfermeiro enfermeira
vendedor vendedora dependiente dependienta arquitecta maestro maestra abogado abogada contador contadora periodista
recepcionista secretaria secretario administrativo administrativa comercial operario operaria peón médico médica
advogado advogada cozinheiro cozinheira garçom garçonete motorista técnica coordenadora supervisora gestor gestora
vendeuse comptable secrétaire serveur serveuse cuisinier cuisinière journaliste avocat avocate architecte médecin
pharmacien pharmacienne éducateur éducatrice animateur animatrice acheteur acheteuse conducteur graphiste rédacteur
rédactrice juriste contrôleur auditeur auditrice coordinateur coordinatrice présidente apprenti apprentie doctorante
chercheuse enseignante formatrice intervenant vacataire chargé krankenpfleger krankenpflegerin krankenschwester
erzieher erzieherin koch köchin kellner kellnerin redakteur redakteurin arzt ärztin rechtsanwalt rechtsanwältin
einkäufer einkäuferin disponent disponentin hilfskraft aushilfe geschäftsführerin vorstand vorstandsmitglied volontär
volontärin referendar referendarin monteur mechatroniker mechatronikerin elektroniker schlosser tischler apotheker
apothekerin verkäuferin lehrerin dozentin doktorand doktorandin gesellschafter gründer gründerin bürokraft
projektmanager projektmanagerin sviluppatrice commesso commessa cameriere cameriera insegnante progettista architetto
avvocato consulente stagista tecnico direttore direttrice coordinatore impiegata infermiere infermiera operaio
verpleegkundige analist docent leraar projectleider teamleider programmeur verkoper boekhouder onderzoeker promovendus
coördinator tekniker lærer lärare sjuksköterska säljare projektleder projektledare
butler host hostess busser concierge housekeeper dishwasher lifeguard pastor chaplain veterinarian dentist hygienist
paramedic midwife surveyor machinist welder roofer installer estimator dispatcher scheduler proofreader archivist
historian astronomer geophysicist oceanographer ecologist anthropologist sociologist linguist choreographer composer
singer cinematographer videographer filmmaker blogger sysadmin hacker sommelier baker butcher florist tailor
hairdresser barber esthetician gardener landscaper farmer pilot steward stewardess purser sailor soldier corporal
commander colonel mayor councillor councilor diplomat attaché registrar provost chancellor rector headmaster
headmistress aide helper picker packer loader porter courier rider chauffeur delegate rep liaison negotiator mediator
arbitrator prosecutor detective firefighter ranger caregiver carer babysitter doula optometrist optician radiographer
phlebotomist dietitian nutritionist psychiatrist anesthesiologist cardiologist radiologist pathologist immunologist
epidemiologist virologist biostatistician bioinformatician neuroscientist biochemist biophysicist draftsman drafter
quant dealer appraiser assessor adjuster collector teller publicist screenwriter playwright planner booker butcher
developper pentester tutor mentor counsellor hostess usher docent janitor custodian handyman technologist
journeyman soignante soignant auxiliaire angestellter angestellte fachkraft fachangestellte fachangestellter
prokurist associée hygienist pathologist
מהנדס מהנדסת מפתח מפתחת מנהל מנהלת מנתח מנתחת יועץ יועצת מורה רופא אחות مهندس مهندسة مطور مطورة مدير مديرة محلل محللة
محاسب محاسبة معلم معلمة طبيب طبيبة ممرضة مستشار مساعد
разработчик инженер менеджер 工程师 经理 实习生 开发 总监 主管 助理 顾问 设计师 分析师 エンジニア
"""
_NOT_TITLE_ALONE = {
    "associate",
    "partner",
    "staff",
    "crew",
    "lead",
    "member",
    "student",
    "graduate",
    "principal",
    "server",
    "model",
    "resident",
    "chef",
}
_COMPANIES = """
army navy force police foods clinic cafe café bakery pharmacy county district council airline railways rail logistics
transport motors telecom partnership brothers sons associates collective outfitters roasters studio theatre
museum orchestra klinik klinikum stadtwerke sparkasse agence maison groupe cabinet clinique hôpital hospital mairie
ayuntamiento clínica despacho fundación estudio restaurante almacenes prefeitura escritório construtora ministério
comune azienda gemeente ziekenhuis stichting
inc incorporated llc llp ltd limited gmbh ag kg ohg ug se sa sas sarl sl slu srl spa bv nv ab oy as aps plc corp
corporation co company group holding holdings partners solutions systems technologies technology tech labs lab
software studio studios consulting services industries international global bank agency media networks network
ventures capital institute foundation hospital clinic ministry department bureau council government university
college school society club association museum library church center centre laboratory laboratories store
restaurant hotel airlines motors pharma pharmaceuticals energy insurance airways startup gruppe verein stiftung
krankenhaus kanzlei praxis בנק חברת חברה קבוצת مؤسسة شركة بنك مجموعة مستشفى
universität hochschule université école universidad universidade banco banque grupo empresa 公司 集团
有限公司 大学 银行 株式会社 hosting
"""
_SCHOOLS = """
university college school institute academy polytechnic gymnasium seminary conservatory universität hochschule
fachhochschule technische universitaet université école ecole lycée institut iut universidad universidade
instituto escuela escola politécnica politecnico università liceo istituto universiteit hogeschool universitet
universitetet högskola uniwersytet politechnika schule realschule grundschule gesamtschule berufsschule
berufskolleg akademie faculty faculdade facultad kth eth epfl mit caltech ucla ucsd usc nyu iit iiit nit bits
tum rwth lmu kit kaist nus ntu hku cuhk bootcamp 大学 学院 学校 中学 高等学校 университет
институт אוניברסיטת אוניברסיטה מכללת מכללה הטכניון جامعة معهد كلية مدرسة 대학교 colegio collège
kolleg campus udacity coursera
"""
_TABLE = """
until s.no sno no nr serial duration dauer durée duración duração durata designation désignation de até du au
period dates date from to years year employer company organisation organization position title role job duties
tasks responsibilities location place city degree institution school qualification subject grade result
zeitraum von bis arbeitgeber firma unternehmen tätigkeit funktion aufgaben ort abschluss schule hochschule
période dates employeur entreprise poste fonction tâches missions lieu diplôme établissement periodo fechas
empresa puesto cargo tareas funciones lugar título centro período data função atividades local curso
instituição periodo azienda ruolo mansione periode werkgever functie taken opleiding instelling 时间 公司 职位 学校 专业
学历
"""
_DEGREE = re.compile(
    r"""(?<![^\W\d_])(?:
    ph\.?\s?d\.?|d\.?\s?phil\.?|sc\.?d\.?|ed\.?d\.?|dr\.(?:\s[a-z]+\.)*|doctor(?:ate|al)?(?:\s(?:of|in)\b)?|m\.?d\.?(?=$|[,\s(])
    |[bm]\.?\s?sc?\.?(?:\s?\(?hons?\.?\)?)?(?=$|[\s,.:;()\-–|/])|[bm]\.?\s?a\.?(?:\s?\(?hons?\.?\)?)?(?=$|[\s,.:;()\-–|])
    |[bm]\.?\s?eng\.?|[bm]\.?\s?tech\.?|b\.?\s?e\.?(?=$|[\s,:(])|m\.?\s?e\.?(?=$|[\s,:(])|m\.?b\.?a\.?|e?mba|b\.?b\.?a\.?
    |b\.?com\.?|m\.?com\.?|bca|mca|bscs|mscs|bsee|msee|b\.?arch\.?|m\.?arch\.?|bfa|mfa|m\.?phil\.?|mph|mpa|mps|mres|ll\.?[bm]\.?|j\.?d\.?
    |bs/ms|a\.?a\.?s?\.?(?=$|[\s,:(])|a\.?s\.?(?=$|[\s,:(])
    |bachelor(?:['’]?s)?|master(?:['’]?s)?|magister|associate(?:['’]?s)?\sdegree|associate\sof|postgraduate|undergraduate\sdegree
    |diplom(?:a|[- ]?\w*)?|staatsexamen|abitur|fachabitur|matura|matur|promotion|habilitation
    |ausbildung\s(?:zum|zur|als)|vordiplom
    |licence|licenciatura|licenciad[oa]|grado|m[aá]ster|maestr[ií]a|doctorado|doctorat|bachillerato|baccalaur[ée]at|bac\s?[+s]
    |ing[ée]nieur\sdipl\w+|dipl[ôo]me|dut|bts|deug|bacharelado|bacharel|mestrado|doutorado|tecn[óo]logo|especializa[cç][aã]o
    |p[óo]s[- ]?gradua[cç][aã]o|post?grado|ingenier[ií]a|engenharia
    |laurea|dottorato|high\sschool(?:\sdiploma)?|secondary\sschool\s(?:diploma|certificate)|a-levels?|gcses?|ged|certificate\s(?:in|of)|minor\sin|degree
    |s\.?b\.?(?=\s(?:in|,))|kandidat\w*|szakirány|תואר\s(?:ראשון|שני)|דוקטורט|بكالوريوس|ماجستير|دكتوراه|دبلوم|本科|硕士|博士|学士|碩士|修士|major(?:ing)?\sin
    )(?![^\W\d_])""",
    re.I | re.X,
)  # fmt: skip
_AMBIGUOUS = re.compile(r"^(?:ma|me|as|be|ba|bs|ms|aa|md|jd|a\.?s|dr\..*)$", re.I)
TABLE_WORDS = frozenset(_TABLE.split())
TITLES = frozenset(_TITLES.split())
COMPANIES = frozenset(_COMPANIES.split())
SCHOOLS = frozenset(_SCHOOLS.split())
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG_TITLES = tuple(word for word in TITLES if len(word) > 7 or not word.isascii())
_TITLE_ENDS = (
    "engineer", "developer", "manager", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin",
    "administrator", "administratorin", "analyst", "analystin", "architekt", "architektin", "berater", "beraterin",
    "techniker", "technikerin", "informatiker", "informatikerin", "kaufmann", "kauffrau", "assistent", "assistentin",
    "mitarbeiter", "mitarbeiterin", "spezialist", "spezialistin", "koordinator", "koordinatorin", "referent",
    "referentin", "beauftragter", "beauftragte", "angestellte", "angestellter",
    "fachkraft", "fachfrau", "fachmann",
    "praktikant", "praktikantin", "student", "studentin", "programmierer",
    "utvecklare", "ingenjör", "konsult", "udvikler", "ontwikkelaar", "medewerker", "beheerder",
)  # fmt: skip
_LEVEL = re.compile(
    r"\b(?:senior|junior|sr\.?|jr\.?|staff|principal|vice|deputy|full[- ]?stack|front[- ]?end|back[- ]?end)\b", re.I
)
_LEGAL = re.compile(
    r"\b(?:Inc|LLC|LLP|Ltd|GmbH|AG|S\.?A\.?S?|S\.?L\.?|B\.?V\.?|PLC|Corp|Co|KG|SE|SARL|Oy|AB"
    r"|A/S)\b\.?|& Co|\.com\b|\.io\b"
)
_OF = frozenset({"of", "for", "de", "du", "des", "del", "en", "em", "für", "im", "di", "da", "do", "van", "av"})
_PLACEHOLDER = re.compile(r"\b(?:job title|position title|position|role|title)\b", re.I)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@lru_cache(maxsize=4096)
def title_score(text: str) -> float:
    """How much a text looks like a job title: above zero it does, below it looks like an employer."""
    words = _words(text)
    if not words:
        return 0.0
    score = 0.0
    hits = [word for word in words if word in TITLES or word.split("-")[-1] in TITLES]
    if hits:
        score += 2.0 if any(word not in _NOT_TITLE_ALONE for word in hits) else 1.0
        if words[-1] in hits or words[0] in hits:
            score += 0.5
    elif (not text.isascii() and any(word in text for word in _LONG_TITLES if not word.isascii())) or any(
        word.endswith(_TITLE_ENDS) for word in words
    ):
        score += 2.0
    if _LEVEL.search(text):
        score += 1.0
    if _PLACEHOLDER.search(text):
        score += 1.5
    company = [word for word in words if word in COMPANIES]
    # "Systems Developer" and "Head of Technology" are titles although firms are called systems and technology, too
    inside = bool(hits) and (words[-1] in hits or (words[0] in hits and len(words) > 2 and words[1] in _OF))
    score -= 1.2 * (bool(company) and not inside) + (2.0 if _LEGAL.search(text) else 0.0)
    if len(words) > 9:
        score -= 1.0
    return score


def is_title(text: str) -> bool:
    """Whether a text reads as a job title."""
    return title_score(text) >= 1.5 and len(text) < 90


_HIGH_SCHOOL = re.compile(r"[^\W\d_].*\s(?:high|secondary|grammar|middle|elementary|primary)\sschool\b", re.I)
_DIPLOMA = re.compile(r"\b(?:diploma|certificate|degree|leaving|graduate)\b", re.I)
_SUBJECT = re.compile(
    r"(?:ology|onomics|physics|ematics|istics|istry|graphy|sophy|eering|ineering|omics|itics)\b|\b(?:history|arts?|science"
    r"|sciences|literature|studies|law|music|education|english|french|german|spanish|nursing|business|finance"
    r"|marketing|accounting|management|administration|design|theology|classics|film|journalism|medicine|health)\b",
    re.I,
)
_AFTER_STATE = re.compile(r"\s*$|\s+\d{5}|\s*[,|;)–—-]")
_STATE_CODES = frozenset({"MA", "MS", "MD", "ME"})


def names_subject(text: str) -> bool:
    """Whether a text names a field of study."""
    return bool(_SUBJECT.search(text))


def _is_state(text: str, found: re.Match[str]) -> bool:
    """Whether "MA" is Massachusetts: a name before it and a comma, the line's end or a postcode behind it."""
    before, after = text[: found.start()], text[found.end() :]
    if found.group() not in _STATE_CODES or not before.endswith(", ") or not _AFTER_STATE.match(after):
        return False
    town = re.split(r"[,|;–—]", before[:-2])[-1].strip()
    return town[:1].isupper() and len(town.split()) < 4 and not _SUBJECT.search(town)


@lru_cache(maxsize=4096)
def degree_in(text: str) -> re.Match[str] | None:
    """Find a degree's name in a text."""
    for found in _DEGREE.finditer(text):
        word = found.group().strip()
        if _is_state(text, found):
            continue
        if _AMBIGUOUS.match(word.replace(".", "")) and not ("." in word or word.isupper()):
            continue
        if len(word) <= 2 and (text[found.end() : found.end() + 1] == "'" or word.islower()):
            continue
        return found
    return None


def names_high_school(text: str) -> bool:
    """Whether a text names a school and no degree: "Eastgate High School", not "High School Diploma"."""
    return bool(_HIGH_SCHOOL.match(text)) and not _DIPLOMA.search(text)


def is_major(text: str) -> bool:
    """Whether a text names a field of study and not a degree: "Major in Physics"."""
    return bool(re.match(r"\s*(?:double\s)?(?:major|minor|speciali[sz]|concentration|focus|schwerpunkt)", text, re.I))


@lru_cache(maxsize=4096)
def school_score(text: str) -> float:
    """How much a text looks like the name of a school: a university's is 2 or more."""
    words = _words(text)
    score = 2.0 * any(word in SCHOOLS for word in words)
    if not score and any(
        word.endswith(("universität", "hochschule", "schule", "gymnasium", "universiteit", "universitetet"))
        or word.startswith(("högskol", "høgskole", "højskole", "politechni", "polytechni", "politécn"))
        for word in words
    ):
        score = 2.0
    if not score and not text.isascii() and any(word in text for word in SCHOOLS if not word.isascii()):
        score = 2.0
    return score - 1.0 * bool(degree_in(text))
