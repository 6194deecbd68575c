"""What each written form of a date means, and what is said about a text that means none."""

from datetime import date

import pytest

from tests import processes
from timeline.dates import DateError, HistoricalDate, day_number, from_day_number, parse

# text | earliest | latest | precision | flags: ~ approximate, ? uncertain | printed | EDTF
CASES = """
# days
1 December 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
01 December 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1st December, 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1st of December 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
December 1, 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
Dec. 1st, 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1934 December 1 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
Sept. 2, 1936 | 1936-09-02 | 1936-09-02 | day | - | 2 September 1936 | 1936-09-02
1 декабря 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1-го декабря 1934 года | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1 დეკემბერი 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1934 წლის 1 დეკემბერს | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1. Dezember 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1er décembre 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1 de diciembre de 1934 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
13/12/1934 | 1934-12-13 | 1934-12-13 | day | - | 13 December 1934 | 1934-12-13
1934/12/01 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1934-12-01 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
1934-12-01 00:00:00 | 1934-12-01 | 1934-12-01 | day | - | 1 December 1934 | 1934-12-01
29 February 1936 | 1936-02-29 | 1936-02-29 | day | - | 29 February 1936 | 1936-02-29
1 March AD 33 | 0033-03-01 | 0033-03-01 | day | - | 1 March AD 33 | 0033-03-01
1 March 0033 | 0033-03-01 | 0033-03-01 | day | - | 1 March AD 33 | 0033-03-01
# months
December 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
December, 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
in December of 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
Dec. 1934? | 1934-12-01 | 1934-12-31 | month | ? | December 1934? | 1934-12?
декабрь 1934 г. | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
в декабре 1934 года | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
დეკემბერი 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
1934 წლის დეკემბერში | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
Dezember 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
Jänner 1935 | 1935-01-01 | 1935-01-31 | month | - | January 1935 | 1935-01
décembre 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
février 1935 | 1935-02-01 | 1935-02-28 | month | - | February 1935 | 1935-02
diciembre de 1934 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
1934-12 | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
1904-05 | 1904-05-01 | 1904-05-31 | month | - | May 1904 | 1904-05
1934-12-XX | 1934-12-01 | 1934-12-31 | month | - | December 1934 | 1934-12
early March 1935 | 1935-03-01 | 1935-03-10 | month | - | early March 1935 | [1935-03-01..1935-03-10]
mid-March 1935 | 1935-03-11 | 1935-03-20 | month | - | mid-March 1935 | [1935-03-11..1935-03-20]
late February 1936 | 1936-02-21 | 1936-02-29 | month | - | late February 1936 | [1936-02-21..1936-02-29]
beginning of March 1935 | 1935-03-01 | 1935-03-10 | month | - | early March 1935 | [1935-03-01..1935-03-10]
first half of March 1935 | 1935-03-01 | 1935-03-15 | month | - | first half of March 1935 | [1935-03-01..1935-03-15]
second half of February 1935 | 1935-02-16 | 1935-02-28 | month | - | second half of February 1935 | [1935-02-16..1935-02-28]
начало марта 1935 | 1935-03-01 | 1935-03-10 | month | - | early March 1935 | [1935-03-01..1935-03-10]
Anfang März 1935 | 1935-03-01 | 1935-03-10 | month | - | early March 1935 | [1935-03-01..1935-03-10]
mi-mars 1935 | 1935-03-11 | 1935-03-20 | month | - | mid-March 1935 | [1935-03-11..1935-03-20]
a mediados de marzo de 1935 | 1935-03-11 | 1935-03-20 | month | - | mid-March 1935 | [1935-03-11..1935-03-20]
# seasons
spring 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
the fall of 1936 | 1936-09-01 | 1936-11-30 | season | - | autumn 1936 | 1936-23
late spring 1936 | 1936-05-01 | 1936-05-31 | season | - | late spring 1936 | 1936-05
early summer 1936 | 1936-06-01 | 1936-06-30 | season | - | early summer 1936 | 1936-06
winter 1934–35 | 1934-12-01 | 1935-02-28 | season | - | winter 1934–35 | [1934-12..1935-02]
winter of 1934-1935 | 1934-12-01 | 1935-02-28 | season | - | winter 1934–35 | [1934-12..1935-02]
winter 1899/1900 | 1899-12-01 | 1900-02-28 | season | - | winter 1899–1900 | [1899-12..1900-02]
late winter 1934-35 | 1935-02-01 | 1935-02-28 | season | - | late winter 1934–35 | 1935-02
весна 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
поздней осенью 1936 г. | 1936-11-01 | 1936-11-30 | season | - | late autumn 1936 | 1936-11
зима 1934–35 гг. | 1934-12-01 | 1935-02-28 | season | - | winter 1934–35 | [1934-12..1935-02]
გაზაფხული 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
1936 წლის შემოდგომაზე | 1936-09-01 | 1936-11-30 | season | - | autumn 1936 | 1936-23
Frühjahr 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
Spätherbst 1936 | 1936-11-01 | 1936-11-30 | season | - | late autumn 1936 | 1936-11
printemps 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
l'été 1936 | 1936-06-01 | 1936-08-31 | season | - | summer 1936 | 1936-22
primavera de 1936 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
otoño de 1936 | 1936-09-01 | 1936-11-30 | season | - | autumn 1936 | 1936-23
1936-21 | 1936-03-01 | 1936-05-31 | season | - | spring 1936 | 1936-21
# quarters
Q1 1935 | 1935-01-01 | 1935-03-31 | quarter | - | Q1 1935 | [1935-01..1935-03]
1935 Q4 | 1935-10-01 | 1935-12-31 | quarter | - | Q4 1935 | [1935-10..1935-12]
second quarter of 1935 | 1935-04-01 | 1935-06-30 | quarter | - | Q2 1935 | [1935-04..1935-06]
3rd quarter 1935 | 1935-07-01 | 1935-09-30 | quarter | - | Q3 1935 | [1935-07..1935-09]
I квартал 1935 г. | 1935-01-01 | 1935-03-31 | quarter | - | Q1 1935 | [1935-01..1935-03]
2. Quartal 1935 | 1935-04-01 | 1935-06-30 | quarter | - | Q2 1935 | [1935-04..1935-06]
3e trimestre 1935 | 1935-07-01 | 1935-09-30 | quarter | - | Q3 1935 | [1935-07..1935-09]
primer trimestre de 1935 | 1935-01-01 | 1935-03-31 | quarter | - | Q1 1935 | [1935-01..1935-03]
# years
1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
in the year 1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
1934 год | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
1934 წელი | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
im Jahre 1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
l'année 1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
año 1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
1934? | 1934-01-01 | 1934-12-31 | year | ? | 1934? | 1934?
1934 (?) | 1934-01-01 | 1934-12-31 | year | ? | 1934? | 1934?
possibly 1934 | 1934-01-01 | 1934-12-31 | year | ? | 1934? | 1934?
возможно, 1934 | 1934-01-01 | 1934-12-31 | year | ? | 1934? | 1934?
early 1935 | 1935-01-01 | 1935-04-30 | year | - | early 1935 | [1935-01..1935-04]
mid-1935 | 1935-05-01 | 1935-08-31 | year | - | mid-1935 | [1935-05..1935-08]
end of 1934 | 1934-09-01 | 1934-12-31 | year | - | late 1934 | [1934-09..1934-12]
first half of 1935 | 1935-01-01 | 1935-06-30 | year | - | first half of 1935 | [1935-01..1935-06]
в начале 1935 года | 1935-01-01 | 1935-04-30 | year | - | early 1935 | [1935-01..1935-04]
1935 წლის ბოლოს | 1935-09-01 | 1935-12-31 | year | - | late 1935 | [1935-09..1935-12]
Ende 1934 | 1934-09-01 | 1934-12-31 | year | - | late 1934 | [1934-09..1934-12]
fin 1934 | 1934-09-01 | 1934-12-31 | year | - | late 1934 | [1934-09..1934-12]
finales de 1934 | 1934-09-01 | 1934-12-31 | year | - | late 1934 | [1934-09..1934-12]
1934-XX | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
987 | 0987-01-01 | 0987-12-31 | year | - | 987 | 0987
AD 33 | 0033-01-01 | 0033-12-31 | year | - | AD 33 | 0033
33 CE | 0033-01-01 | 0033-12-31 | year | - | AD 33 | 0033
# decades
1930s | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
the 1930's | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
early 1930s | 1930-01-01 | 1933-12-31 | decade | - | early 1930s | [1930..1933]
mid-1930s | 1934-01-01 | 1936-12-31 | decade | - | mid-1930s | [1934..1936]
late 1930s | 1937-01-01 | 1939-12-31 | decade | - | late 1930s | [1937..1939]
1900s (decade) | 1900-01-01 | 1909-12-31 | decade | - | 1900s (decade) | 190X
1930-е | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
в конце 1930-х годов | 1937-01-01 | 1939-12-31 | decade | - | late 1930s | [1937..1939]
1930-იანი წლები | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
1930er Jahre | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
die 1930er-Jahre | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
les années 1930 | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
los años 1930 | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
193X | 1930-01-01 | 1939-12-31 | decade | - | 1930s | 193X
0000s (decade) | 0001-01-01 | 0009-12-31 | decade | - | 0000s (decade) | 000X
# circa
c. March 1935 | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
ca 1934 | 1933-01-01 | 1935-12-31 | year | ~ | c. 1934 | 1934~
circa 1 December 1934 | 1934-11-30 | 1934-12-02 | day | ~ | c. 1 December 1934 | 1934-12-01~
about spring 1936 | 1935-12-01 | 1936-08-31 | season | ~ | c. spring 1936 | 1936-21~
around the 1930s | 1920-01-01 | 1949-12-31 | decade | ~ | c. 1930s | 193X~
approximately Q1 1935 | 1934-10-01 | 1935-06-30 | quarter | ~ | c. Q1 1935 | [1934-10..1935-06]
c. early 1935 | 1934-09-01 | 1935-08-31 | year | ~ | c. early 1935 | [1934-09..1935-08]
c. January 0001 | 0001-01-01 | 0001-02-28 | month | ~ | c. January AD 1 | 0001-01~
около марта 1935 | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
დაახლოებით 1935 წლის მარტი | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
um März 1935 | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
vers mars 1935 | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
hacia marzo de 1935 | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
probably c. March 1935 | 1935-02-01 | 1935-04-30 | month | ~? | c. March 1935? | 1935-03%
1934, circa | 1933-01-01 | 1935-12-31 | year | ~ | c. 1934 | 1934~
1935-03~ | 1935-02-01 | 1935-04-30 | month | ~ | c. March 1935 | 1935-03~
1935-03% | 1935-02-01 | 1935-04-30 | month | ~? | c. March 1935? | 1935-03%
c. 31 December 9999 | 9999-12-30 | 9999-12-31 | day | ~ | c. 31 December 9999 | 9999-12-31~
# limits
before 7 June 1935 | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
before June 1935 | .. | 1935-05-31 | month | - | before June 1935 | ../1935-05
before 1935 | .. | 1934-12-31 | year | - | before 1935 | ../1934
before c. March 1935 | .. | 1935-03-31 | month | ~ | before c. March 1935 | ../1935-02~
before spring 1936 | .. | 1936-02-29 | season | - | before spring 1936 | ../1936-02
before the 1930s | .. | 1929-12-31 | decade | - | before 1930s | ../192X
before the end of 1934 | .. | 1934-12-31 | year | - | by 1934 | ../1934
no later than 7 June 1935 | .. | 1935-06-07 | day | - | by 7 June 1935 | ../1935-06-07
by the end of 1934 | .. | 1934-12-31 | year | - | by late 1934 | ../1934-12
until June 1935 | .. | 1935-06-30 | month | - | by June 1935 | ../1935-06
after 7 June 1935 | 1935-06-08 | .. | day | - | after 7 June 1935 | 1935-06-08/..
after June 1936 | 1936-07-01 | .. | month | - | after June 1936 | 1936-07/..
after 1934 | 1935-01-01 | .. | year | - | after 1934 | 1935/..
after the beginning of 1935 | 1935-01-01 | .. | year | - | since 1935 | 1935/..
since 1934 | 1934-01-01 | .. | year | - | since 1934 | 1934/..
from 1938 onwards | 1938-01-01 | .. | year | - | since 1938 | 1938/..
from March 1935 | 1935-03-01 | .. | month | - | since March 1935 | 1935-03/..
not before March 1935 | 1935-03-01 | .. | month | - | since March 1935 | 1935-03/..
до 7 июня 1935 | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
не позднее 7 июня 1935 года | .. | 1935-06-07 | day | - | by 7 June 1935 | ../1935-06-07
после 1934 года | 1935-01-01 | .. | year | - | after 1934 | 1935/..
с марта 1935 | 1935-03-01 | .. | month | - | since March 1935 | 1935-03/..
1935 წლის 7 ივნისამდე | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
1935 წლის 7 ივნისის შემდეგ | 1935-06-08 | .. | day | - | after 7 June 1935 | 1935-06-08/..
1934 წლამდე | .. | 1933-12-31 | year | - | before 1934 | ../1933
1934 წლიდან | 1934-01-01 | .. | year | - | since 1934 | 1934/..
vor dem 7. Juni 1935 | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
nach Juni 1936 | 1936-07-01 | .. | month | - | after June 1936 | 1936-07/..
bis 1934 | .. | 1934-12-31 | year | - | by 1934 | ../1934
seit März 1935 | 1935-03-01 | .. | month | - | since March 1935 | 1935-03/..
avant le 7 juin 1935 | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
après 1934 | 1935-01-01 | .. | year | - | after 1934 | 1935/..
jusqu'au 7 juin 1935 | .. | 1935-06-07 | day | - | by 7 June 1935 | ../1935-06-07
depuis mars 1935 | 1935-03-01 | .. | month | - | since March 1935 | 1935-03/..
antes del 7 de junio de 1935 | .. | 1935-06-06 | day | - | before 7 June 1935 | ../1935-06-06
después de 1934 | 1935-01-01 | .. | year | - | after 1934 | 1935/..
hasta junio de 1935 | .. | 1935-06-30 | month | - | by June 1935 | ../1935-06
desde 1934 | 1934-01-01 | .. | year | - | since 1934 | 1934/..
../1935-06-06 | .. | 1935-06-06 | day | - | by 6 June 1935 | ../1935-06-06
1934/.. | 1934-01-01 | .. | year | - | since 1934 | 1934/..
[..1935-06-06] | .. | 1935-06-06 | day | - | by 6 June 1935 | ../1935-06-06
before 1934-12-01 | .. | 1934-11-30 | day | - | before 1 December 1934 | ../1934-11-30
# ranges
1932-1934 | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
1932 – 1934 | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
1934-35 | 1934-01-01 | 1935-12-31 | range | - | 1934–1935 | 1934/1935
1934–35 | 1934-01-01 | 1935-12-31 | range | - | 1934–1935 | 1934/1935
1932 to 1934 | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
1–13 March 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
28-29 December 1934 | 1934-12-28 | 1934-12-29 | range | - | 28–29 December 1934 | 1934-12-28/1934-12-29
January-June 1936 | 1936-01-01 | 1936-06-30 | range | - | January–June 1936 | 1936-01/1936-06
from March to June 1935 | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
March 1–13, 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
28 December 1934 – 3 January 1935 | 1934-12-28 | 1935-01-03 | range | - | 28 December 1934 – 3 January 1935 | 1934-12-28/1935-01-03
28 March – 3 April 1936 | 1936-03-28 | 1936-04-03 | range | - | 28 March – 3 April 1936 | 1936-03-28/1936-04-03
1st to 13th March 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
3 and 4 March 1938 | 1938-03-03 | 1938-03-04 | range | - | 3–4 March 1938 | 1938-03-03/1938-03-04
late 1934 to early 1935 | 1934-09-01 | 1935-04-30 | range | - | late 1934 – early 1935 | 1934-09/1935-04
spring–autumn 1936 | 1936-03-01 | 1936-11-30 | range | - | spring–autumn 1936 | 1936-21/1936-23
autumn – winter 1934–35 | 1934-09-01 | 1935-02-28 | range | - | autumn 1934 – winter 1934–35 | 1934-23/1935-02
c. 1932–1934 | 1931-01-01 | 1934-12-31 | range | ~ | c. 1932 – 1934 | 1932~/1934
c. 1932 – c. 1934 | 1931-01-01 | 1935-12-31 | range | ~ | c. 1932 – c. 1934 | 1932~/1934~
possibly 1932–1934 | 1932-01-01 | 1934-12-31 | range | ? | 1932?–1934? | 1932?/1934?
1932–1934? | 1932-01-01 | 1934-12-31 | range | ? | 1932–1934? | 1932/1934?
before 1932 – 1934 | .. | 1934-12-31 | range | - | before 1932 – 1934 | ../1934
1932 – before 1934 | 1932-01-01 | 1933-12-31 | range | - | 1932 – before 1934 | 1932/1933
1930s–1940s | 1930-01-01 | 1949-12-31 | range | - | 1930s–1940s | 193X/194X
1934–1934 | 1934-01-01 | 1934-12-31 | year | - | 1934 | 1934
с марта по июнь 1935 | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
1–13 марта 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
с 1932 до 1934 года | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
1932–1934 წლები | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
1935 წლის მარტიდან ივნისამდე | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
1932 წლიდან 1934 წლამდე | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
von März bis Juni 1935 | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
vom 1. bis 13. März 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
de mars à juin 1935 | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
du 1er au 13 mars 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
desde marzo hasta junio de 1935 | 1935-03-01 | 1935-06-30 | range | - | March–June 1935 | 1935-03/1935-06
del 1 al 13 de marzo de 1938 | 1938-03-01 | 1938-03-13 | range | - | 1–13 March 1938 | 1938-03-01/1938-03-13
1934-12-01/1934-12-29 | 1934-12-01 | 1934-12-29 | range | - | 1–29 December 1934 | 1934-12-01/1934-12-29
1934-12-01 – 1935-01-02 | 1934-12-01 | 1935-01-02 | range | - | 1 December 1934 – 2 January 1935 | 1934-12-01/1935-01-02
1935-03~/1936 | 1935-02-01 | 1936-12-31 | range | ~ | c. March 1935 – 1936 | 1935-03~/1936
{1932..1934} | 1932-01-01 | 1934-12-31 | range | - | 1932–1934 | 1932/1934
# between
between March and June 1935 | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
between 3 and 5 May 1935 | 1935-05-03 | 1935-05-05 | range | - | between 3 and 5 May 1935 | [1935-05-03..1935-05-05]
between 1932 and 1934 | 1932-01-01 | 1934-12-31 | range | - | between 1932 and 1934 | [1932..1934]
между мартом и июнем 1935 | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
1935 წლის მარტსა და ივნისს შორის | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
zwischen März und Juni 1935 | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
entre mars et juin 1935 | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
entre marzo y junio de 1935 | 1935-03-01 | 1935-06-30 | range | - | between March and June 1935 | [1935-03..1935-06]
March or April 1935 | 1935-03-01 | 1935-04-30 | range | - | March or April 1935 | [1935-03,1935-04]
March/April 1935 | 1935-03-01 | 1935-04-30 | range | - | March or April 1935 | [1935-03,1935-04]
1934 or 1936 | 1934-01-01 | 1936-12-31 | range | - | 1934 or 1936 | [1934,1936]
1/2 December 1934 | 1934-12-01 | 1934-12-02 | range | - | 1 or 2 December 1934 | [1934-12-01,1934-12-02]
März oder April 1935 | 1935-03-01 | 1935-04-30 | range | - | March or April 1935 | [1935-03,1935-04]
[1935-01..1935-04] | 1935-01-01 | 1935-04-30 | range | - | between January and April 1935 | [1935-01..1935-04]
[1934,1936] | 1934-01-01 | 1936-12-31 | range | - | 1934 or 1936 | [1934,1936]
"""  # noqa: E501

# text | words of the hint
REFUSALS = """
01/12/1934 | write 1 December 1934 (1934-12-01) or 12 January 1934 (1934-01-12)
1.12.1934 | write 1 December 1934 (1934-12-01) or 12 January 1934 (1934-01-12)
05-03-1935 – 07-03-1935 | write 5 March 1935 (1935-03-05) or 3 May 1935 (1935-05-03)
12/1934 | write December 1934 or 1934-12
31/31/1934 | no such day
1/12/34 | the year with four digits
32 December 1934 | December 1934 has 31 days: write a day from 1 to 31
0 December 1934 | write a day from 1 to 31
30 February 1935 | February 1935 has 28 days
30 февраля 1935 | February 1935 has 28 days
29 February 1900 | has 28 days
1934-13-01 | write 1934-01-13 if 13 is the day
1934-12-32 | December 1934 has 31 days
1934-13 | no month 13: write a month from 01 to 12
1934-00 | no month 00
1 Dec 34 | four digits
Dec 34 | four digits
spring 36 | four digits
34 | four digits
'30s | such as 1930s
the 30s | such as 1930s
30-е годы | four digits
1900s | write 1900–1909, 1900–1999, or 1900s (decade)
1935s | write 1930s, or 1935
winter 1934 | write winter 1933–1934 or winter 1934–1935
early winter 1934 | write winter 1933–1934 or winter 1934–1935
зима 1934 | write winter 1933–1934 or winter 1934–1935
1936-24 | write winter 1935–1936 or winter 1936–1937
winter 1934–36 | write winter 1934–1935
1934/35 | write 1934–1935
1934–12 | both years with four digits
yesterday | write the day itself
two weeks later | write the day itself
Three weeks after the murder | write the day itself
two 1934 | “two” is no word of a date
weeks later | write the day itself
the next day | write the day itself
1934–present | write the day itself
вчера | write the day itself
March | write March and the year with four digits
1 December | write 1 December and the year
December 12 | write 12 December and the year
spring | the year is missing
March to 1936 | the year is missing
13 1938 | write 13 and the month's name before 1938
1934–1932 | write the earlier date first
March 1935 – February 1935 | write the earlier date first
28 December – 3 January 1935 | and the year of both
c. 1935 – 1934 | write the earlier date first
1934-12-29/1934-12-01 | write the earlier date first
between 1934 and 1932 | write the earlier date first
[1934..1932] | write the earlier date first
1934 – | one side of the range is missing
1932–1934–1936 | more than two dates
between 1934 | between March 1935 and June 1935
before 1932 – after 1934 | open on both sides
between before 1932 and 1934 | not open
before after 1934 | only one of before, by, after, since
early late 1934 | only one of early, mid, late
early 1 March 1935 | leave it out
first half of spring 1935 | leave it out
Q5 1935 | write Q1 to Q4 1935
44 BC | leave the date empty
44 г. до н. э. | leave the date empty
-0043 | the years 1 to 9999
12345 | the years 1 to 9999
0000 | a year from 1 to 9999
before 1 January 0001 | write a later date
after 9999 | write an earlier date
winter 9999–10000 | is no year
19th century | write its years
19XX | 1900–1999
Saturday, 1 December 1934 | leave out the weekday
1 December 1934, 16:30 | leave out the time of day
1934-12-01T16:30 | leave out the time of day
Decembr 1934 | did you mean December?
autum 1934 | did you mean autumn?
с. 1934 | write около 1934 or с 1934
a bomb in 1934 | “bomb” is no word of a date
1 2 1934 | more than one date, or none
c. | the date itself is missing
? | the date itself is missing
=cmd | “=” is no part of a date
<b>1934</b> | “<” is no part of a date
١٩٣٤ | is no part of a date
1934² | is no word of a date
nonsense | write 1 December 1934, spring 1936
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines() if not line.startswith("#")]


def limits(it: HistoricalDate) -> list[str]:
    return [day.isoformat() if day else ".." for day in (it.earliest, it.latest)]


@pytest.mark.parametrize(("text", "expected"), [(row[0], row[1:]) for row in rows(CASES)])
def test_what_a_text_means(text: str, expected: list[str]) -> None:
    it = parse(text)
    flags = "~" * it.approximate + "?" * it.uncertain
    assert [*limits(it), it.precision, flags or "-", str(it), it.edtf] == expected
    assert it.text == text
    assert (it.open_start, it.open_end) == (expected[0] == "..", expected[1] == "..")


@pytest.mark.parametrize(("text", "hint"), rows(REFUSALS))
def test_what_is_refused_and_what_to_write_instead(text: str, hint: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert hint in str(refusal.value)


@pytest.mark.parametrize("text", ["", " ", "\ufeff", "\u00a0\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="empty: write 1 December 1934"):
        parse(text)


def test_a_long_text_is_refused_in_few_words() -> None:
    for text in ("1 December 1934 " * 100, "x" * 10**6, "x" * 119):
        with pytest.raises(DateError) as refusal:
            parse(text)
        assert len(str(refusal.value)) < 250


@pytest.mark.parametrize(
    "text",
    [
        "  1\u00a0December\u20091934\n",
        "1 DECEMBER 1934",
        "\ufeff1 December 1934",
        "1 De\u00adcember 1934",
        "1 de\u0301cembre 1934",
        "1 decembre 1934",
        "\u200e1 December 1934\u200e",
        "“1 December 1934”",
    ],
)
def test_spaces_case_accents_and_invisible_signs_do_not_matter(text: str) -> None:
    assert parse(text) == parse("1934-12-01")


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
def test_every_dash_makes_a_range(dash: str) -> None:
    assert parse(f"1932{dash}1934").edtf == "1932/1934"
    assert parse(f"1 {dash} 13 March 1938").edtf == "1938-03-01/1938-03-13"


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("1 December 1934", "1934-12-01 1934-12-01"),
        ("1–13 March 1938", "1938-03-01 1938-03-13"),
        ("1932–1934", "1932-12-31 1934-01-01"),
        ("March–June 1935", "1935-03-31 1935-06-01"),
        ("c. March 1935 – June 1935", "1935-04-30 1935-06-01"),
        ("before 1932 – 1934", "1931-12-31 1934-01-01"),
        ("1932 – after 1934", "1932-12-31 1935-01-01"),
        ("between March 1935 and May 1935 – 7 June 1935", "1935-05-31 1935-06-07"),
        ("1934 – March 1934", None),
        ("c. March – April 1935", None),
        ("1932–1934?", None),
        ("1 December 1934?", None),
        ("c. 1 December 1934", None),
        ("December 1934", None),
        ("spring 1936", None),
        ("1934", None),
        ("since 1934", None),
        ("before 1 December 1934", None),
        ("between 1932 and 1934", None),
        ("1 or 2 December 1934", None),
    ],
)
def test_what_is_certainly_covered(text: str, core: str | None) -> None:
    found = parse(text).core
    assert (found and " ".join(day.isoformat() for day in found)) == core


@pytest.mark.parametrize(
    ("start", "end", "edtf", "printed"),
    [
        ("1 December 1934", "29 December 1934", "1934-12-01/1934-12-29", "1–29 December 1934"),
        ("1 December 1934", "1934-12-01", "1934-12-01", "1 December 1934"),
        ("c. March 1935", "7 June 1935", "1935-03~/1935-06-07", "c. March 1935 – 7 June 1935"),
        ("1932–1933", "1935", "1932/1935", "1932–1935"),
        ("1932", "1933–1935", "1932/1935", "1932–1935"),
        ("late 1934", "winter 1934-35", "1934-09/1935-02", "late 1934 – winter 1934–35"),
        ("1934", "since 1936", "1934/..", "1934 – since 1936"),
        ("March or April 1935", "1936", "1935-03/1936", "March or April 1935 – 1936"),
    ],
)
def test_two_dates_make_a_range(start: str, end: str, edtf: str, printed: str) -> None:
    it = parse(start).until(parse(end))
    assert (it.edtf, str(it)) == (edtf, printed)


def test_a_range_keeps_what_was_written_for_both() -> None:
    assert parse("с 1932").until(parse("Juni 1935")).text == "с 1932 – Juni 1935"


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(DateError, match="1932 ends before December 1934 begins"):
        parse("December 1934").until(parse("1932"))


def test_dates_sort_by_earliest_then_latest_and_open_ones_outermost() -> None:
    order = [
        "before 1934",
        "before 1935",
        "c. 1934",
        "1 January 1934",
        "January 1934",
        "1934",
        "1934–1936",
        "since 1934",
        "2 January 1934",
    ]
    assert [it.text for it in sorted(map(parse, reversed(order)))] == order


def test_the_same_date_in_other_words_is_equal() -> None:
    same = {parse(text) for text in ("1 December 1934", "1934-12-01", "1 декабря 1934", "December 1st, 1934")}
    assert len(same) == 1
    assert parse("1934") != parse("January–December 1934")
    assert parse("1934") != parse("1934?")


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("1 December 1934", True),
        ("30 November 1934", False),
        ("1 January 1935", False),
        ("before 2 December 1934", True),
        ("before 1 December 1934", False),
        ("after 31 December 1934", False),
        ("since 31 December 1934", True),
        ("1933–1936", True),
    ],
)
def test_whether_a_date_meets_december_1934(text: str, meets: bool) -> None:
    assert parse(text).intersects(date(1934, 12, 1), date(1934, 12, 31)) is meets


def test_day_numbers_count_from_1970() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1934, 12, 1)) == -12815
    assert from_day_number(-12815) == date(1934, 12, 1)


def run(code: str, **environment: str) -> str:
    done = processes.run("-W", "error", "-c", code, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_english_and_iso_dates_do_not_load_dateparser() -> None:
    loaded = run(
        "import sys; from timeline.dates import parse;"
        "parse('c. 1 December 1934'); parse('1934-12'); parse('Sept. 1936 – late 1937');"
        "print('dateparser' in sys.modules)"
    )
    assert loaded == "False\n"


def test_neither_the_locale_nor_the_time_zone_matters() -> None:
    texts = [row[0] for row in rows(CASES)]
    code = f"from timeline.dates import parse; print([parse(text).edtf for text in {texts!r}])"
    there = run(code, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONUTF8="1")
    assert there == f"{[parse(text).edtf for text in texts]}\n"
