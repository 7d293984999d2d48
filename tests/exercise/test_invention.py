"""Nothing in the exercise points at a real place or at a real party."""

from __future__ import annotations

import html
import re
from importlib import resources

from probatum.exercise import catalogue
from probatum.exercise.catalogue import TEXTS, text_of
from probatum.exercise.village import readings, statements
from probatum.exercise.village.texts import text
from probatum.exercise.village.write import contents

CAPITALS = """
    Abuja Accra Algiers Amman Ankara Antananarivo Asmara Astana Athens Baghdad Baku Bamako Bangkok
    Bangui Beijing Beirut Belgrade Berlin Bern Bogota Bratislava Brussels Bucharest Budapest
    Cairo Canberra Caracas Chisinau Colombo Conakry Copenhagen Dakar Damascus Dhaka Dodoma Doha
    Dublin Dushanbe Freetown Gaborone Geneva Hague Hanoi Harare Havana Helsinki Islamabad Jakarta
    Jerusalem Juba Kabul Kampala Kathmandu Khartoum Kigali Kinshasa Kuwait Kyiv Kiev Lima Lisbon
    Ljubljana London Luanda Lusaka Madrid Managua Manila Maputo Minsk Mogadishu Monrovia Moscow
    Muscat Nairobi Naypyidaw Niamey Nicosia Oslo Ottawa Paris Podgorica Prague Pretoria Pristina
    Pyongyang Quito Rabat Ramallah Reykjavik Riga Riyadh Rome Sanaa Sarajevo Seoul Singapore Skopje
    Sofia Stockholm Taipei Tallinn Tashkent Tbilisi Tehran Tirana Tokyo Tripoli Tunis Vienna
    Vientiane Vilnius Warsaw Washington Yaounde Yerevan Zagreb
    Київ Москва Мінськ Варшава Тбілісі Дамаск Багдад Єрусалим Белград Сараєво
    دمشق بغداد القاهرة بيروت صنعاء الخرطوم طرابلس القدس الرياض عمّان كييف موسكو
""".split()

COUNTRIES_AND_BODIES = """
    Ukraine Russia Syria Iraq Israel Palestine Gaza Yemen Sudan Libya Lebanon Iran Bosnia Kosovo
    Serbia Myanmar Ethiopia Eritrea Congo Rwanda Afghanistan Georgia Armenia Azerbaijan
    NATO OHCHR UNHCR ICC Amnesty Wagner
    Україна Росія Сирія Ірак Ізраїль سوريا العراق اليمن السودان ليبيا لبنان فلسطين غزة أوكرانيا
""".split()


def all_texts() -> dict[str, str]:
    """Source -> text and path of everything written, of both parts of the exercise."""
    texts = {each.source: text_of(each).decode("utf-8") + each.file.path for each in TEXTS}
    data = resources.files("probatum.exercise.village") / "data"
    texts |= {entry.name: text(entry.name) for entry in data.iterdir()}
    texts |= {
        file.path: content.decode("utf-8") + file.path
        for file, content in contents()
        if file.path.endswith((".txt", ".html", ".csv"))
    }
    texts["statements"] = "\n".join((*statements.WEIR, *statements.BARN))
    return texts


def test_no_real_capital_country_or_body_is_named() -> None:
    assert len(all_texts()) >= 30
    real = [re.escape(name) for name in CAPITALS + COUNTRIES_AND_BODIES]
    # Whole words, as names are written: "Syria" yes, "syrian-blue" or part of a word no.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(real)})(?!\w)")
    for source, written in all_texts().items():
        found = pattern.findall(written)
        assert not found, (source, found)


def test_mail_addresses_lie_in_the_domain_that_is_reserved_for_examples() -> None:
    addresses = []
    for written in all_texts().values():
        addresses += re.findall(r"[\w.+-]+@([\w.-]+\w)", written)
    assert addresses
    assert all(address.endswith(".example") for address in addresses)


def test_every_text_in_the_package_is_used() -> None:
    data = resources.files("probatum.exercise") / "data"
    assert {entry.name for entry in data.iterdir()} == {written.source for written in TEXTS}
    data = resources.files("probatum.exercise.village") / "data"
    told = [content for _, content in contents()]
    used = b"\n".join([*told, readings.note()]).decode("utf-8", "replace")
    for entry in data.iterdir():
        if entry.name == "claims.jsonl":  # tests/exercise/village/test_village_records.py
            continue
        line = text(entry.name).strip().splitlines()[-1]
        assert html.escape(line) in used or line in used, entry.name


def test_paths_are_unique_and_stay_in_the_folder() -> None:
    for paths in (
        [written.file.path for written in catalogue.TEXTS],
        [file.path for file, _ in contents()],
    ):
        assert len(set(paths)) == len(paths)
        assert not any(path.startswith("/") or ".." in path.split("/") for path in paths)
