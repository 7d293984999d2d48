"""Words of headings in English, Ukrainian, Russian and Arabic, and which field they suggest.

More words of one heading count more: *date of birth* is no *date*.
"""

from __future__ import annotations

from probatum.link.lists.value_words import folded

_WORDS = {
    "row_id": "id|no|nr|num|number|№|n|case id|record id|victim id|row id|uid|uuid|code|№ п/п|"
            "номер|"
              "порядковий номер|ідентифікатор|порядковый номер|идентификатор|رقم|الرقم|رقم الضحية|"
              "المعرف|م|رقم تسلسلي|تسلسل|الرمز",
    "full": "name|full name|fullname|victim|victim name|name of victim|person|піб|п.і.б|пиб|"
            "прізвище ім'я по батькові|повне ім'я|фио|ф.и.о|полное имя|фамилия имя отчество|"
            "الاسم|الاسم الكامل|الاسم الثلاثي|الاسم الرباعي|اسم الضحية|اسم الشهيد|اسم",
    "given": "first name|given name|given|firstname|forename|ім'я|имя|الاسم الأول",
    "father": "father|father name|father's name|fathers name|patronymic|middle name|по батькові|"
              "отчество|ім'я батька|имя отца|اسم الأب|الأب|اسم الاب",
    "grandfather": "grandfather|grandfather name|grandfather's name|дід|ім'я діда|имя деда|"
            "اسم الجد|"
                   "الجد",
    "family": "last name|family name|surname|lastname|family|прізвище|фамилия|اسم العائلة|العائلة|"
              "الكنية|اللقب|النسبة|الشهرة",
    "mother": "mother|mother name|mother's name|name of mother|мати|ім'я матері|имя матери|"
            "اسم الأم|"
              "الأم|اسم الام",
    "kunya": "kunya|nom de guerre|кунья|كنية|أبو|الاسم الحركي",
    "alias": "alias|nickname|other names|other name|call sign|прізвисько|позивний|інші імена|"
             "прозвище|позывной|псевдоним|الاسم المستعار|اسم الشهرة",
    "sex": "sex|gender|стать|пол|الجنس|النوع|النوع الاجتماعي",
    "age": "age|age at death|years|вік|вік на момент смерті|років|возраст|лет|العمر|السن|"
           "العمر عند الوفاة",
    "age_low": "age from|age min|min age|age low|вік від|возраст от|العمر من",
    "age_high": "age to|age max|max age|age high|вік до|возраст до|العمر إلى",
    "born": "date of birth|birth date|birthdate|dob|born|birthday|year of birth|birth year|"
            "дата народження|рік народження|народився|народилася|дата рождения|год рождения|"
            "родился|تاريخ الولادة|تاريخ الميلاد|سنة الميلاد|سنة الولادة|مواليد|الميلاد",
    "died": "date|date of death|death date|dod|died|date of incident|incident date|date killed|"
            "date of killing|killed on|event date|дата|дата смерті|дата загибелі|дата події|"
            "дата інциденту|дата смерти|дата гибели|дата события|дата инцидента|التاريخ|"
            "تاريخ الوفاة|تاريخ القتل|تاريخ الاستشهاد|تاريخ الحادث|تاريخ الحادثة|تاريخ الانتهاك",
    "died_year": "year|year of death|death year|рік|рік смерті|рік загибелі|год|год смерти|"
                 "год гибели|السنة|سنة الوفاة|العام",
    "died_month": "month|month of death|місяць|місяць смерті|месяц|месяц смерти|الشهر|شهر الوفاة",
    "died_day": "day|day of death|день|день смерті|день смерти|اليوم|يوم الوفاة",
    "place": "place|place of death|location|place of incident|location of death|where|address|"
             "scene|місце|місце смерті|місце загибелі|місце події|адреса|место|место смерти|"
             "место гибели|место события|адрес|المكان|مكان الوفاة|مكان القتل|مكان الاستشهاد|"
             "الموقع|مكان الحادث|العنوان",
    "path1": "region|province|governorate|state|oblast|county|area|область|регіон|регион|провинция|"
             "المحافظة|محافظة|الإقليم|المنطقة|الولاية",
    "path2": "district|raion|rayon|municipality|department|район|громада|община|المديرية|القضاء|"
             "الناحية|المركز|المنطقة الإدارية",
    "path3": "town|city|village|settlement|community|locality|neighbourhood|neighborhood|місто|"
            "село|"
             "населений пункт|город|населенный пункт|المدينة|البلدة|القرية|مدينة|بلدة|قرية|الحي",
    "lat": "lat|latitude|широта|خط العرض|دائرة العرض",
    "lon": "lon|lng|long|longitude|довгота|долгота|خط الطول",
    "precision_m": "precision|accuracy|precision m|точність|точность|الدقة",
    "cause": "cause|cause of death|manner of death|death cause|how|circumstances|причина|"
             "причина смерті|причина загибелі|обставини|причина смерти|причина гибели|"
             "обстоятельства|سبب الوفاة|السبب|سبب القتل|ظروف الوفاة|طريقة القتل|سبب",
    "weapon": "weapon|weapon type|weapon used|type of weapon|munition|зброя|вид зброї|боєприпас|"
              "оружие|вид оружия|боеприпас|السلاح|نوع السلاح|الذخيرة",
    "alleged_perpetrator": "perpetrator|alleged perpetrator|responsible|actor|responsible party|"
                           "killed by|attributed to|винуватець|ймовірний винуватець|відповідальний|"
                           "хто вбив|виновник|предполагаемый виновник|ответственный|кем убит|"
                           "الجاني|مرتكب الانتهاك|الجهة المسؤولة|الجهة|الفاعل|المسؤول",
    "status": "status|civilian|combatant|civilian status|combatant status|civilian/combatant|"
              "civilian or combatant|категорія|статус|цивільний|категория|гражданский|الصفة|"
              "الحالة المدنية|مدني/عسكري|مدني أو عسكري|تصنيف|مدني",
    "standing": "fate|outcome|state|condition|what happened|доля|стан|судьба|состояние|المصير|"
                "الحالة|الوضع|حالة",
    "missing": "missing since|date missing|date of disappearance|disappeared|дата зникнення|"
               "зник безвісти|дата исчезновения|пропал без вести|تاريخ الاختفاء|تاريخ الفقدان",
    "detained": "detained on|date of detention|date of arrest|arrest date|дата затримання|"
                "дата задержания|дата ареста|تاريخ الاعتقال|تاريخ الاحتجاز|تاريخ التوقيف",
    "found-alive": "released on|date of release|release date|дата звільнення|дата освобождения|"
                   "تاريخ الإفراج|تاريخ إطلاق السراح",
    "people": "count|number of victims|victims|killed|deaths|number killed|fatalities|"
              "number of deaths|people|кількість|кількість загиблих|число жертв|загиблих|"
              "количество|количество погибших|число погибших|عدد الضحايا|عدد القتلى|العدد|عدد",
    "source": "source|sources|source of information|reference|references|джерело|джерела|источник|"
              "источники|المصدر|مصدر|المصادر|مصدر المعلومة",
    "source_url": "url|link|source url|source link|посилання|ссылка|الرابط|رابط|رابط المصدر",
}  # fmt: skip

FIELDS = {folded(word): field for field, words in _WORDS.items() for word in words.split("|")}
LONGEST = max(len(words.split(" ")) for words in FIELDS)

# What a heading says of the language or the script of its column.
LANGUAGES = {
    folded(word): found
    for words, found in {
        "en|eng|english|англ|английский|англійською|на английском|بالإنجليزية|الإنجليزية|latin": (
            "en", "Latn"),
        "uk|ua|ukr|ukrainian|укр|українська|українською|украинский|الأوكرانية": ("uk", "Cyrl"),
        "ru|rus|russian|рос|рус|російською|русский|на русском|الروسية": ("ru", "Cyrl"),
        "ar|ara|arabic|араб|арабською|арабский|на арабском|بالعربية|العربية|عربي": ("ar", "Arab"),
    }.items()
    for word in words.split("|")
}  # fmt: skip

# A place of birth is no place of death, the date of a report is none of what it reports.
OF_OTHERS = frozenset(map(folded, (
    "birth|born|report|reported|reporter|reporting|registration|registered|entry|entered|updated|"
    "update|publication|published|burial|buried|grave|interview|interviewer|witness|contact|author|"
    "phone|telephone|email|residence|origin|photo|created|record|researcher|informant|relative|"
    "народження|запису|реєстрації|публікації|оновлення|поховання|проживання|свідка|заявника|"
    "телефон|родича|рождения|записи|регистрации|публикации|обновления|захоронения|проживания|"
    "свидетеля|заявителя|родственника|"
    "الولادة|الميلاد|التقرير|التسجيل|التوثيق|النشر|التحديث|الدفن|الإقامة|الشاهد|المبلغ|الهاتف|الأصل"
).split("|")))  # fmt: skip
