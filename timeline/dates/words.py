"""The words of dates in six languages.

One block a language, one line a meaning, phrases separated by commas; case, accents and dots do not matter. The names
of months, and the words for "year" beside them, are not listed: `months` has those of every language. An apostrophe or
a hyphen separates words, as a space does: "l'été" is "l", "été".
"""

from __future__ import annotations

from functools import cache

from timeline.dates.months import fold

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
