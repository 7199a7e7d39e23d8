"""Places as profiles write them: "Berlin", "Austin, TX", "Remote"."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.resume.words import COMPANIES, is_title, names_subject

_STATES = {
    "AL",
    "AK",
    "AZ",
    "AR",
    "CA",
    "CO",
    "CT",
    "DE",
    "FL",
    "GA",
    "HI",
    "ID",
    "IL",
    "IN",
    "IA",
    "KS",
    "KY",
    "LA",
    "ME",
    "MD",
    "MA",
    "MI",
    "MN",
    "MS",
    "MO",
    "MT",
    "NE",
    "NV",
    "NH",
    "NJ",
    "NM",
    "NY",
    "NC",
    "ND",
    "OH",
    "OK",
    "OR",
    "PA",
    "RI",
    "SC",
    "SD",
    "TN",
    "TX",
    "UT",
    "VT",
    "VA",
    "WA",
    "WV",
    "WI",
    "WY",
    "DC",
    "ON",
    "QC",
    "BC",
    "AB",
    "MB",
    "SK",
    "NS",
    "NB",
    "NSW",
    "VIC",
    "QLD",
    "UK",
    "USA",
    "US",
    "UAE",
    "ST",
}
_REGIONS = {
    name.strip()
    for name in """
alabama, alaska, arizona, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north
carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota,
tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, quebec,
british columbia, alberta, manitoba, nova scotia, new south wales, queensland, england, scotland,
wales, bavaria, bayern, hessen, sachsen, catalonia, cataluña, andalucía, île-de-france, karnataka,
maharashtra, telangana, tamil nadu, west bengal, gujarat, haryana, punjab, uttar pradesh, kerala, state
""".replace("\n", " ").split(",")
}
_COUNTRIES = {
    name.strip()
    for name in """
ireland, northern ireland, united kingdom, great britain, united states, united states of america, germany,
deutschland, france, spain, españa, portugal, italy, italia, netherlands, the netherlands, nederland,
belgium, belgique, switzerland, schweiz, suisse, austria, österreich, denmark, danmark, sweden, sverige,
norway, norge, finland, suomi, iceland, poland, polska, czech republic, czechia, slovakia, hungary, romania,
bulgaria, serbia, croatia, slovenia, greece, turkey, türkiye, ukraine, russia, estonia, latvia, lithuania,
israel, egypt, morocco, tunisia, nigeria, kenya, ghana, south africa, ethiopia, uganda, india, pakistan,
bangladesh, sri lanka, nepal, china, hong kong, taiwan, japan, south korea, korea, singapore, malaysia,
thailand, vietnam, indonesia, philippines, australia, new zealand, canada, mexico, méxico, brazil, brasil,
argentina, chile, colombia, peru, perú, uruguay, ecuador, venezuela, costa rica, saudi arabia, qatar, united
arab emirates, lebanon, jordan, iran, iraq, kazakhstan, armenia, azerbaijan, luxembourg, malta, cyprus,
macedonia, bosnia and herzegovina, albania, moldova, belarus, country, location
""".replace("\n", " ").split(",")
}
_CITIES = {
    name.strip()
    for name in """
london, paris, berlin, munich, münchen, hamburg, frankfurt, cologne, köln, stuttgart, düsseldorf, leipzig,
dresden, karlsruhe, nürnberg, hannover, bremen, vienna, wien, graz, zurich, zürich, geneva, genève, basel,
bern, lausanne, madrid, barcelona, valencia, sevilla, lisbon, lisboa, porto, rome, roma, milan, milano,
turin, torino, amsterdam, rotterdam, utrecht, eindhoven, brussels, bruxelles, antwerp, ghent, copenhagen,
københavn, aarhus, stockholm, gothenburg, oslo, helsinki, warsaw, warszawa, kraków, krakow, wrocław, gdańsk,
poznań, prague, praha, brno, budapest, bucharest, sofia, belgrade, zagreb, athens, istanbul, ankara, izmir,
kyiv, moscow, tallinn, riga, vilnius, dublin, cork, galway, belfast, edinburgh, glasgow, manchester,
birmingham, bristol, leeds, liverpool, cambridge, oxford, new york city, nyc, brooklyn, boston, chicago, los
angeles, san francisco, san jose, san diego, seattle, portland, denver, austin, dallas, houston, atlanta,
miami, philadelphia, pittsburgh, detroit, minneapolis, washington dc, washington d.c., baltimore, phoenix,
las vegas, palo alto, mountain view, menlo park, sunnyvale, santa clara, cupertino, redmond, oakland,
berkeley, sacramento, raleigh, durham, charlotte, nashville, columbus, cleveland, st. louis, kansas city,
salt lake city, orlando, tampa, toronto, montreal, montréal, vancouver, ottawa, calgary, waterloo, tel aviv,
jerusalem, haifa, cairo, lagos, nairobi, accra, cape town, johannesburg, mumbai, delhi, new delhi,
bangalore, bengaluru, hyderabad, chennai, pune, kolkata, gurgaon, gurugram, noida, ahmedabad, karachi,
lahore, islamabad, dhaka, beijing, shanghai, shenzhen, guangzhou, hangzhou, chengdu, tokyo, osaka, kyoto,
seoul, busan, taipei, bangkok, hanoi, ho chi minh city, jakarta, manila, kuala lumpur, sydney, melbourne,
brisbane, perth, adelaide, canberra, auckland, wellington, mexico city, guadalajara, monterrey, são paulo,
sao paulo, rio de janeiro, buenos aires, santiago, bogotá, bogota, medellín, lima, quito, montevideo, lyon,
marseille, toulouse, bordeaux, lille, nantes, nice, strasbourg, grenoble, rennes, dubai, abu dhabi, doha,
riyadh, beirut,
york, hull, sheffield, nottingham, newcastle, newcastle upon tyne, leicester, coventry, plymouth, southampton,
portsmouth, brighton, exeter, norwich, milton keynes, swansea, cardiff, aberdeen, dundee, inverness,
derry, limerick, waterford, bilbao, vitoria, san sebastián, zaragoza, málaga, murcia, granada, alicante, valladolid,
oviedo, gijón, a coruña, vigo, pamplona, santander, salamanca, palma, las palmas, córdoba, coimbra, braga, aveiro,
faro, nürnberg, nuremberg, duisburg, bochum, wuppertal, bielefeld, bonn, münster, mannheim, augsburg, wiesbaden,
aachen, kiel, halle, magdeburg, freiburg, krefeld, mainz, lübeck, erfurt, rostock, kassel, saarbrücken, potsdam,
oldenburg, heidelberg, darmstadt, regensburg, würzburg, ingolstadt, ulm, jena, göttingen, konstanz, tübingen, linz,
salzburg, innsbruck, st. gallen, winterthur, luzern, lugano, zug, rennes, reims, dijon, angers, brest, tours,
le mans, clermont-ferrand, nancy, metz, orléans, rouen, caen, montpellier, aix-en-provence, nîmes, perpignan, pau,
la rochelle, poitiers, besançon, sophia antipolis, liège, namur, leuven, bruges, the hague, den haag, delft, leiden,
groningen, nijmegen, tilburg, breda, arnhem, enschede, maastricht, haarlem, almere, malmö, göteborg, uppsala, lund,
linköping, örebro, västerås, norrköping, umeå, bergen, trondheim, stavanger, tromsø, odense, aalborg, tampere,
turku, oulu, espoo, reykjavik, reykjavík, tartu, kaunas, łódź, lodz, katowice, lublin, szczecin, bydgoszcz,
ostrava, plzeň, bratislava, košice, debrecen, szeged, cluj-napoca, timișoara, iași, brașov, plovdiv, varna, novi
sad, niš, rijeka, ljubljana, maribor, sarajevo, skopje, tirana, thessaloniki, patras, naples, napoli, genoa,
genova, bologna, florence, firenze, venice, venezia, verona, padova, trieste, bari, palermo, catania, pisa, trento,
saint petersburg, st. petersburg, novosibirsk, yekaterinburg, kazan, lviv, kharkiv, odesa, minsk, tbilisi, yerevan,
baku, almaty, tashkent, albany, albuquerque, ann arbor, anchorage, arlington, boise, boulder, buffalo, charleston,
chattanooga, cincinnati, colorado springs, dayton, des moines, el paso, eugene, fort lauderdale, fort worth,
fremont, fresno, grand rapids, hartford, honolulu, indianapolis, irvine, ithaca, jacksonville, jersey city,
knoxville, lexington, long beach, louisville, madison, memphis, milwaukee, new haven, new orleans, newark,
norfolk, oklahoma city, omaha, pasadena, plano, providence, reno, richmond, rochester, san antonio, santa
barbara, santa monica, savannah, scottsdale, spokane, stamford, syracuse, tacoma, tallahassee, tempe,
toledo, tucson, tulsa, virginia beach, wichita, halifax, winnipeg, edmonton, quebec city, victoria, kitchener,
saskatoon, rabat, casablanca, marrakesh, tunis, algiers, alexandria, dakar, abidjan, kampala, dar
es salaam, addis ababa, kigali, lusaka, harare, durban, pretoria, port harcourt, ibadan, abuja, kumasi, coimbatore,
kochi, thiruvananthapuram, jaipur, indore, nagpur, lucknow, chandigarh, bhubaneswar, visakhapatnam, mysore,
vadodara, surat, faridabad, ghaziabad, rawalpindi, faisalabad, colombo, kathmandu, chittagong, nanjing, wuhan,
xi'an, suzhou, tianjin, chongqing, qingdao, dalian, xiamen, kaohsiung, hsinchu, nagoya, yokohama, sapporo, fukuoka,
kobe, incheon, daejeon, ho chi minh, da nang, chiang mai, penang, surabaya, bandung, cebu, makati, quezon city,
gold coast, newcastle nsw, hobart, darwin, christchurch, dunedin, tijuana, puebla, mérida, querétaro, curitiba,
porto alegre, belo horizonte, recife, fortaleza, brasília, brasilia, campinas, florianópolis, rosario,
mendoza, valparaíso, concepción, cali, barranquilla, cartagena, guayaquil, arequipa, caracas, asunción, la paz, san
juan, panama city, guatemala city, amman, kuwait city, manama, muscat, jeddah, sharjah, tehran, baghdad, erbil,
北京, 上海, 深圳, 广州, 杭州, 東京, 大阪, city
""".replace("\n", " ").split(",")
}
_NAMES = _REGIONS | _COUNTRIES | _CITIES
_REMOTE = re.compile(
    r"^\(?(?:fully |100 ?% )?(?:remote|hybrid|on-?site|home ?office|worldwide|télétravail|remoto|a distancia)\)?$", re.I
)
_ORGANISATION = re.compile(
    r"\b(?:universit\w+|college|institute?|school|academy|inc|llc|ltd|gmbh|corp|bank|company|labs?|group|hospital|engineer"
    r"|manager|developer|bachelor|master|bs|ba|ms|ma|phd|club|department)\b",
    re.I,
)
_LEGAL_FORM = re.compile(r"\b(?:AG|AB|KG|SE|BV|Oy|AS|PLC|SpA|SARL|SL|Co|Inc|Ltd|LLC)\.?$")
_SMALL = {
    "de",
    "la",
    "le",
    "am",
    "an",
    "der",
    "do",
    "da",
    "dos",
    "of",
    "the",
    "upon",
    "sur",
    "del",
    "den",
    "city",
    "state",
}
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_REGION_CODE = re.compile(r"[A-Z]{2,3}")
_CODE = re.compile(r"\s+\d{4,6}(?:-\d{4})?$|^\d{4,6}\s+")
_PART = re.compile(r"^[^\W\d_][\w.'’ -]*$")


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Say whether a text names a place and nothing else.

    >>> is_place("Springfield, MA"), is_place("Remote"), is_place("Acme, Inc."), is_place("History, MA")
    (True, True, False, False)
    """
    text = text.strip(" ,;|·•–—-.").strip()
    if not 2 < len(text) < 60 and text not in _CITIES:
        return False
    if _REMOTE.match(text):
        return True
    plain = _BRACKETS.sub("", text)
    if plain and _REMOTE.match(text[len(plain) :].strip()):
        text = plain
    parts = [_CODE.sub("", part.strip()).strip() for part in re.split(r",| / ", plain or text)]
    if not all(part and _PART.match(part) and len(part.split()) <= 4 for part in parts) or len(parts) > 3:
        return False
    if _ORGANISATION.search(", ".join(parts[:-1]) if parts[-1] in _STATES else text):
        return False
    if len(parts) > 1 and (names_subject(parts[0]) or any(word in COMPANIES for word in parts[0].casefold().split())):
        return False
    if any(word[0].islower() and word not in _SMALL for part in parts for word in part.split()):
        return False
    if len(parts) == 3 and parts[1].casefold() in _CITIES | {"new york"} and parts[0].casefold() not in _NAMES:
        return False  # "Tern, New York, NY": the first is who lives there
    if len(parts) == 3 and parts[1] not in _STATES and parts[1].casefold() not in _REGIONS:
        return False
    last = parts[-1]
    if len(parts) == 1:
        return last.casefold() in _NAMES or bool(_REMOTE.match(last))
    if _LEGAL_FORM.search(parts[0]):
        return False
    first, end = parts[0].casefold(), last.casefold()
    if last in _STATES or end in _REGIONS or end in _COUNTRIES:
        return True
    return first in _NAMES and (end in _NAMES or last.istitle() or bool(_REGION_CODE.fullmatch(last)))


_CAMPUS = re.compile(
    r"University of (?:California|Texas|Wisconsin|Illinois|Michigan|Maryland|Minnesota|North Carolina)$"
)


@lru_cache(maxsize=4096)
def trailing_place(text: str) -> tuple[str, str] | None:
    """Cut a place off the end of "Acme, Berlin" or "Acme – Palo Alto, CA": what is left, and the place.

    >>> trailing_place("Nexus – Santa Clara, CA")
    ('Nexus', 'Santa Clara, CA')
    """
    for cut in re.finditer(r"\s+[–—-]\s+|,\s+|\s*[|•·]\s*|\s+\((?=[^()]*\)$)|\s+in\s+", text):
        place = text[cut.end() :].rstrip(")") if "(" in cut.group() else text[cut.end() :]
        if is_place(place) and cut.start() > 1:
            if "," in place and is_title(text[: cut.start()]) and "," not in text[: cut.start()]:
                first, _, rest = place.partition(", ")
                if first.casefold() not in _NAMES and is_place(rest) and "," in cut.group():
                    continue  # "Squad Leader, U.S. Army, Singapore": the second is who pays
            if _CAMPUS.search(text[: cut.start()]) and "," not in place:
                continue
            return text[: cut.start()], place.strip(" .")
    return None
