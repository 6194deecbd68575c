"""The words of dates in six languages.

One block a language, one line a meaning, phrases separated by commas; case, accents and dots do not matter. Month names
are not listed: dateparser knows them (`month_number`); only the Russian and Georgian case endings that it lacks are put
back to the nominative first. An apostrophe or a hyphen separates words, as a space does: "l'été" is "l", "été".
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from datetime import datetime
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from timeline.dates.spans import MONTHS

_EN = """
circa: c, ca, circa, about, around, approximately, approx, roughly, near
uncertain: possibly, probably, perhaps, maybe, likely, presumably
before: before, prior to, earlier than
by/to: until, till, up to
by: by, no later than, not later than, not after
after: after, later than
suffix since: onwards, onward
since: since, from, starting, beginning in, beginning on, no earlier than, not before, not earlier than
early: early
start: beginning, beginning of, start of, the start of
mid: mid, middle, middle of
late: late
end: end, end of
half 1: first half, first half of
half 2: second half, second half of
spring: spring, springtime
summer: summer, summertime
autumn: autumn, fall
winter: winter, wintertime
quarter: quarter, q
decade word: decade, decade of
to: to, through, thru
and: and
or: or
between: between
filler: the, of, in, on, at, during, year, years, sometime in, some time in
ad: ad, ce, a d, c e
bc: bc, bce, b c, b c e
ordinal: first, second, third, fourth
ordinal: i, ii, iii, iv
relative: yesterday, today, tomorrow, later, next, last, now, present, within, following, previous, soon, same, earlier
relative: day, days, week, weeks, month, months, ongoing
century: century, centuries
weekday: monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun
"""

_RU = """
circa: около, примерно, приблизительно, ок
uncertain: возможно, вероятно, предположительно, видимо, по видимому
before/to: до
before: перед, ранее, раньше
by/to: по, вплоть до
by: к, ко, не позднее, не позже
after: после, позднее, позже
since: с, со, начиная с, не ранее, не раньше
early: ранний, ранняя, ранней, раннее, раннего, рано
start: начало, начала, начале, началом, началу
mid: середина, середины, середине, середину
late: поздний, поздняя, поздней, позднего
late summer: позднее лето
end: конец, конца, конце, концом, концу
half 1: первая половина, первой половине, первой половины, первую половину
half 2: вторая половина, второй половине, второй половины, вторую половину
spring: весна, весны, весне, весну, весной, весною
summer: лето, лета, лете, лету, летом
autumn: осень, осени, осенью
winter: зима, зимы, зиме, зиму, зимой, зимою
quarter: квартал, квартала, квартале
and: и
or: или
between: между
filler: в, во, на, год, года, году, годом, годы, годов, годах, годам, г, гг
ad: н э, нашей эры
bc: до н э, до нашей эры
ordinal: первый, второй, третий, четвертый
relative: вчера, сегодня, завтра, назад, через, спустя, сейчас, потом
relative: день, дня, дней, неделя, недели, неделю, месяц, месяца
century: век, века, веке
weekday: понедельник, вторник, среда, четверг, пятница, суббота, воскресенье
"""

_KA = """
circa: დაახლოებით, მიახლოებით, დაახლ
uncertain: შესაძლოა, ალბათ, სავარაუდოდ
by: არაუგვიანეს
after: შემდეგ
since: არაუადრეს
early: ადრეული, ადრეულ, ადრე
start: დასაწყისი, დასაწყისში
mid: შუა
late: გვიანი, გვიან
end: ბოლო, ბოლოს, მიწურული, მიწურულს
half 1: პირველი ნახევარი, პირველ ნახევარში
half 2: მეორე ნახევარი, მეორე ნახევარში
spring: გაზაფხული, გაზაფხულზე, გაზაფხულის, გაზაფხულს
summer: ზაფხული, ზაფხულში, ზაფხულის, ზაფხულს
autumn: შემოდგომა, შემოდგომაზე, შემოდგომის, შემოდგომას
winter: ზამთარი, ზამთარში, ზამთრის, ზამთარს
quarter: კვარტალი, კვარტლის, კვარტალში
and: და
or: ან
between: შორის
filler: წლის, წელი, წელს, წელში, წლები, წლებში, წლების, წლებს, წ, წწ
suffix before: წლამდე
suffix since: წლიდან
bc: ძვ წ, ძველი წელთაღრიცხვით
ordinal: პირველი, მეორე, მესამე, მეოთხე
relative: გუშინ, დღეს, ხვალ, კვირა, კვირის, დღე, თვე
century: საუკუნე, საუკუნის
weekday: ორშაბათი, სამშაბათი, ოთხშაბათი, ხუთშაბათი, პარასკევი, შაბათი
"""

_DE = """
circa: um, etwa, ungefähr, gegen, zirka
uncertain: möglicherweise, wahrscheinlich, vielleicht, vermutlich, wohl
before: vor
by/to: bis, bis zu, bis zum
by: spätestens, nicht später als
after: nach
since: seit, ab, von, vom, frühestens, nicht vor
early: früh, früher, frühes, frühen, frühe
start: anfang, beginn
mid: mitte
late: spät, später, spätes, späten, späte
end: ende
half 1: erste hälfte, ersten hälfte
half 2: zweite hälfte, zweiten hälfte
spring: frühling, frühlings, frühjahr, frühjahrs, fruehjahr, fruehling
summer: sommer, sommers
autumn: herbst, herbstes, herbsts
winter: winter, winters
early spring: vorfrühling
early summer: frühsommer
early autumn: frühherbst
late summer: spätsommer
late autumn: spätherbst
late winter: spätwinter
quarter: quartal, quartals, vierteljahr
and: und
or: oder
between: zwischen
filler: der, die, das, des, dem, den, im, am, in, zum, zur, jahr, jahre, jahren, jahres
ad: n chr
bc: v chr, v u z
ordinal: erstes, zweites, drittes, viertes
relative: gestern, heute, morgen, tag, tage, tagen, woche, wochen, monat, monate, monaten, jetzt
century: jahrhundert, jh
weekday: montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag
"""

_FR = """
circa: vers, environ, autour de, autour du, aux alentours de, aux alentours du, env
uncertain: peut être, probablement, possiblement, sans doute
before: avant
by/to: jusqu, jusqu à, jusqu au, jusqu en
by: au plus tard
after: après
since: depuis, dès, à partir de, à partir du, au plus tôt
start: début, commencement
mid: mi, milieu
late: tardif
end: fin
half 1: première moitié, premier semestre
half 2: seconde moitié, deuxième moitié, second semestre
spring: printemps
summer: été
autumn: automne
winter: hiver
quarter: trimestre
decade word: années, décennie
to/at: à, au
and: et
or: ou
between: entre
filler: le, la, les, l, de, du, des, d, en, an, année
ad: ap j c, après j c, apr j c
bc: av j c, avant j c
ordinal: premier, deuxième, troisième, quatrième
relative: hier, aujourd hui, demain, jour, jours, semaine, semaines, mois, maintenant
century: siècle
weekday: lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
"""

_ES = """
circa: hacia, alrededor de, alrededor del, aproximadamente, cerca de, en torno a
uncertain: posiblemente, probablemente, quizá, quizás, tal vez
before: antes
by/to: hasta
by: a más tardar
after: después, tras, posterior a
since: desde, a partir de, a partir del
start: principios, comienzos, inicios, principio, comienzo, inicio
mid: mediados
end: finales, fines, final
half 1: primera mitad, primer semestre
half 2: segunda mitad, segundo semestre
spring: primavera
summer: verano
autumn: otoño
winter: invierno
quarter: trimestre
decade word: década, décadas, decenio, años
to/at: a, al
and: y, e
or: o, u
between: entre
filler: el, los, las, del, año
ad: d c, después de cristo
bc: a c, a de c, antes de cristo
ordinal: primer, segundo, tercer, cuarto
relative: ayer, hoy, mañana, día, días, semana, semanas, mes, meses, ahora
century: siglo
weekday: lunes, martes, miércoles, jueves, viernes, sábado, domingo
"""

_MONTHS = {name.lower()[:length]: i for i, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {
    "sept": 9
}

_RU_MONTH = re.compile(
    "(?:(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|ем|ём|е)|(март|август)(?:|а|у|ом|е)"
    "|(ма)(?:й|я|ю|ем|е))"
)
_KA_MONTHS = (
    "იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი",
    "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი",
)  # fmt: skip
_KA_MONTH = re.compile(
    "(იანვ|თებერვ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბ|ოქტომბ|ნოემბ|დეკემბ)(?:[აე]?[რლ])?"
    "(?:|ი|ს|ის|სა|ისა|ში|ი?თ|ა?(მდე)|ი?(დან))"
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in lower case without accents: "Été" and "ete" are one."""
    return "".join(
        char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char)
    )


@cache
def vocabulary() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what each phrase (folded words) means: mostly one meaning, several where one word says two things."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    meanings: tuple[str, ...]
    for language in (_EN, _RU, _KA, _DE, _FR, _ES):
        for line in language.strip().splitlines():
            meaning, _, phrases = line.partition(": ")
            for number, phrase in enumerate(phrases.split(", "), 1):
                words = tuple(fold(phrase).split())
                meanings = (f"ordinal {number}",) if meaning == "ordinal" else (meaning,)
                if meaning.split()[0] in ("early", "late"):
                    meanings = tuple(meaning.split())
                found.setdefault(words, meanings)
    return found


def georgian_suffix(word: str) -> str:
    """Return "before" or "since" if a Georgian month carries such an ending ("ივნისამდე", "მარტიდან"), else ""."""
    match = _KA_MONTH.fullmatch(word)
    return "" if match is None else "before" if match[2] else "since" if match[3] else ""


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """Return the month (1 to 12) that a word in lower case names in any of the languages, or None."""
    if word in _MONTHS:
        return _MONTHS[word]
    if match := _RU_MONTH.fullmatch(word):
        word = match[1] + "я" if match[1] else match[2] + "а" if match[2] else "мая"
    elif match := _KA_MONTH.fullmatch(word):
        word = next(name for name in _KA_MONTHS if name.startswith(match[1]))
    if not 2 < len(word) < 20:
        return None
    # dateparser is asked for one word within complete dates, so that it has nothing to fill in from today. It also
    # reads numerals ("two"): its order is month first, so that those change places with the day and show themselves.
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [_month_reader().get_date_data(f"{day} {word} 1934").date_obj for day in (5, 6)]
    if [it and (it.year, it.day) for it in found] != [(1934, 5), (1934, 6)] or found[0].month != found[
        1
    ].month:
        return None
    return int(found[0].month)


_LOCK = Lock()


@cache
def _month_reader() -> Any:
    # Imported when first needed: 0.13 s and 20 MB, which a folder with English and ISO dates never pays.
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": "MDY",
        "PREFER_LOCALE_DATE_ORDER": False,
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(1934, 1, 1),
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TIMEZONE": "UTC",
    }
    return DateDataParser(languages=["en", "ru", "ka", "de", "fr", "es"], settings=settings)
