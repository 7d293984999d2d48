"""Given names that are one name across languages: *Олександр*, *Александр*, *Aleksander*.

Written for Probatum from general knowledge, not taken from a list. Short forms stand with the full
name only where hardly anything else is meant. Romanisations need not be here: `names` compares by
sound. Arabic names with their Latin spellings are in ``probatum.model.alphabets``; here stand what
Cyrillic texts make of them.
"""

from __future__ import annotations

_ONE_NAME = """
олександр александр олександер aleksander alexander саша
олександра александра aleksandra alexandra
олексій алексей олексий aleksej alexey alexei alexis
анатолій анатолий anatol
андрій андрей andrej andrew
антон антін антоній
артем артемій артём
богдан bogdan
борис boris
вадим vadim
валентин valentyn
валентина valentyna
валерій валерий valery
василь василий vasil vasyl basil
віктор виктор victor wiktor
вікторія виктория victoria
віталій виталий vitali
владислав vladyslav
володимир владимир vladimir wolodymyr володя
вячеслав в'ячеслав
галина halyna galina
ганна анна anna hanna anne
геннадій геннадий hennadii
георгій георгий юрій юрий yuri yury juri george jurij
григорій григорий hryhorii gregory
данило даниил данил danylo daniel
дарія дарья дарина daria
денис denys dennis
дмитро дмитрий dmitri dmitry
єва ева
євген евгений yevhen evgeny eugene
євгенія евгения
єгор егор
едуард эдуард edward
зінаїда зинаида
зоя
іван иван ivan
ігор игорь ihor igor
ілля илья illia ilya
інна инна
ірина ирина iryna irina irene
катерина екатерина kateryna catherine ekaterina
кирило кирилл kyrylo cyril
клавдія клавдия
костянтин константин konstantin constantine
ксенія ксения оксана oksana
лариса larysa
леонід леонид leonid
лідія лидия lydia
любов любовь liubov lubov
людмила liudmyla ludmila
максим maksym maxim
маргарита margaryta
марина maryna marina
марія мария maria mary
марта
микита никита mykyta nikita
микола николай mykola nikolai nicholas
михайло михаил mykhailo mikhail michael
надія надежда nadiia nadezhda
назар nazar
наталія наталья наталя nataliia natalya
ніна нина nina
ольга olha olga
олег oleh oleg
олена елена олёна olena elena helena
павло павел pavlo pavel paul
петро пётр petro petr pyotr peter
поліна полина
раїса раиса
роман roman
руслан ruslan
світлана светлана svitlana svetlana
святослав sviatoslav
семен семён simon
сергій сергей serhii sergei sergey
софія софья софия sofiia sophia
станіслав станислав stanislav
степан stepan stephen
тамара
тарас
тетяна татьяна tetiana tatiana tatyana
тимофій тимофей
федір фёдор fedir fyodor theodor
юлія юлия yuliia julia
яна
ярослав yaroslav
ясмина ياسمين yasmin yasmine
محمد мохаммед мухаммед мохамед магомед мухаммад
احمد ахмед ахмад
محمود махмуд
مصطفي мустафа
علي али
حسن хасан хассан
حسين хусейн хуссейн гусейн хусаин
عمر омар умар
عثمان осман усман
خالد халед халид
يوسف юсуф юсеф юссеф
ابراهيم ибрагим ибрахим ібрагім
اسماعيل исмаил ісмаїл
سليمان сулейман сулайман
فاطمه фатима фатма фатіма
عائشه аиша айша аїша
خديجه хадиджа
مريم мариам марьям маріам
زينب зейнаб зайнаб
سعيد саид саїд
عبدالله абдулла абдаллах абдалла
نور нур
حمزه хамза
طارق тарик тарек
ناصر насер насир
جمال джамал джамаль
كريم карим карім kareem
رشيد рашид рашід
ياسين ясин яссин
سميره самира саміра
ليلي лейла лайла
هدي худа хода
"""

SAME_NAME: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split()) for line in _ONE_NAME.strip().splitlines()
)
