"""Words around names that do not tell one from another: titles, endings, words for bodies.

Lists of ordinary words, folded as names are when they are compared.
"""

from __future__ import annotations

from probatum.model.letters import fold

SMALL = frozenset(map(fold, (
    "the of and for a an in at on "
    "і й та з на у в для при и с по "
    "في من على و"
).split()))  # fmt: skip

COURTESY = frozenset(map(fold, (
    "mr mrs ms miss dr prof sir madam lord lady doctor professor judge sheikh imam father sister "
    "brother bishop reverend captain colonel general major lieutenant sergeant commander commodore "
    "admiral brigadier marshal minister president mayor governor senator deputy ambassador chief "
    "пан пані гн лікар лікарка професор суддя генерал полковник підполковник майор капітан "
    "лейтенант сержант командир комбриг адмірал міністр президент мер губернатор депутат посол "
    "господин госпожа гн врач профессор судья подполковник капитан адмирал министр мэр посол "
    "السيد السيدة الدكتور الدكتورة الشيخ القاضي اللواء العميد العقيد المقدم الرائد النقيب الملازم "
    "الوزير الرئيس المحافظ النائب السفير"
).split()))  # fmt: skip

# What is called after a body and is a part of it, or the other way round.
PARTS = frozenset(map(fold, (
    "office service ministry department bureau command police guard guards corps staff branch "
    "directorate secretariat spokesman spokeswoman spokesperson press information court council "
    "офіс служба міністерство управління командування поліція гвардія штаб відділ рада суд прес "
    "офис министерство управление командование полиция гвардия отдел совет "
    "مكتب وزارة إدارة قيادة شرطة حرس مجلس محكمة"
).split()))  # fmt: skip

# Endings of names in their cases, Ukrainian and Russian; and in Latin letters.
ENDINGS = frozenset(
    " а о у ові ом і й е я ю єві еві єм ем ї ою ею єю и ы ый ий ій ой ого ому его ему им ым ім ої "
    "ую ая яя ь ем ами ах ів ов ев".split(" ")
)
LATIN_ENDINGS = frozenset(
    " a o u ovi om i e y ia iu ievi iem oiu eiu yi yy ii oi oho omu ogo ego emu ym im oii uiu aia "
    "ov ya yu".split(" ")
)

# Words that return in any two sentences.
COMMON = frozenset(map(fold, (
    "that this with from they them were have been said what when than then some into over such "
    "only also very more most just each both upon will does down like many much must same "
    "here once even ever five four nine took says tell told made make come came went "
    "його його вона вони було були бути цей цього щоб коли який яка яке того тому дуже лише "
    "его она они было были быть этот чтобы когда того тому очень лишь "
    "كان كانت هذا هذه ذلك الى على قال قالت "
    "about after again against among before being between could during every first having later "
    "never nobody nothing other people person their there these those under until where which "
    "while whose would should without within three seven eight "
    "після перед через проти також який якого якої людей людина жодного жодної тільки будь "
    "после перед через против также который которого которой людей человек никакого только "
    "الذين التي الذي بعد قبل خلال أشخاص شخص"
).split()))  # fmt: skip
