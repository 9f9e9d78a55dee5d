"""Who counted, as found in reports: laws, what reports say themselves, and decisions."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, singles, text, where
from harmledger.assessments import origins_of
from harmledger.counters import Counters, entries, find_counters
from harmledger.errors import VocabularyProblem
from harmledger.records import Claim, Decision, Edit, NamedAs, Speaker, Text
from harmledger.tolls import find_tolls

TYRE = where("Tyre", lat=33.3, lon=35.2, country="LB")
GAZA = where("Gaza", lat=31.5, lon=34.5, country="PS")
NAMES = (
    *("Gaza's health ministry", "the Hamas-run health ministry", "the health ministry"),
    *("Palestinian health officials", "the Israeli military", "the IDF", "officials", "he"),
    *("Syrian Observatory for Human Rights", "the Observatory", "SOHR", "Yoav Galant"),
    *("Yoav Gallant", "the army", "the Lebanese army", "Dr. Ali Saleh", None),
)


def reports(names: list[tuple[str | None, int]]) -> tuple[list[Text], list[Claim]]:
    """One report and claim for each speaker, with the place of the harm."""
    texts, claims = [], []
    for number, (name, at) in enumerate(names):
        one = text("22 killed.", f"report{number:02d}", publisher=f"Paper {number}")
        texts.append(one)
        claims.append(claim(22, 22, one, speaker=name, place=(None, GAZA, TYRE)[at]))
    return texts, claims


def named(counters: Counters, name: str) -> NamedAs:
    """The only name written so."""
    (found,) = (n for c in counters.counters.values() for n in c.names if name in n.written)
    return found


def ruled(
    verdict: str, one: str, other: str, number: int = 0, after: str | None = None
) -> Decision:
    made = Decision(
        id="",
        subject=one,
        seen="",
        verdict=verdict,
        edits=(Edit(name="with", value=other),),
        reason="checked by telephone",
        by="Reviewer",
        at=f"2020-01-{number + 1:02d}T00:00:00Z",
        supersedes=after,
    )
    return replace(made, id=made.hashed)


def partition(counters: Counters, claims: list[Claim]) -> set[frozenset[str]]:
    """The claims put together by who counted them."""
    groups: dict[tuple[str, str], set[str]] = {}
    for one in claims:
        groups.setdefault(counters.key(one), set()).add(one.id)
    return {frozenset(group) for group in groups.values()}


ROWS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), min_size=1, max_size=12)


class TestLaws:
    @given(ROWS, st.randoms(use_true_random=False))
    @settings(max_examples=60, deadline=None)
    def test_the_order_of_reports_does_not_matter(
        self, rows: list[tuple[str | None, int]], chance: random.Random
    ) -> None:
        texts, claims = reports(rows)
        first = find_counters(claims, singles(texts), texts)
        origins = origins_of(claims, singles(texts), first)
        chance.shuffle(texts)
        chance.shuffle(claims)
        assert find_counters(claims, singles(texts), texts) == first
        assert origins_of(claims, singles(texts), first) == origins
        assert len(origins) <= len(claims)

    @given(ROWS, st.integers(0, 11))
    @settings(max_examples=60, deadline=None)
    def test_a_copy_adds_no_origin(self, rows: list[tuple[str | None, int]], which: int) -> None:
        texts, claims = reports(rows)
        original, said = texts[which % len(texts)], claims[which % len(texts)]
        copy = text("22 killed.", "copy", publisher="Copier")
        again = replace(said, id="copy", text_id=copy.id, document="copy", reported_by="Copier")
        apart = [family(t) for t in texts if t is not original]
        before = origins_of(claims, [*apart, family(original)])
        after = origins_of([*claims, again], [*apart, family(original, copy)])
        assert len(after) == len(before)

    @given(ROWS, st.integers(0, 11), st.integers(0, 11))
    @settings(max_examples=80, deadline=None)
    def test_merge_then_unmerge_gives_the_former_result(
        self, rows: list[tuple[str | None, int]], one: int, other: int
    ) -> None:
        texts, claims = reports(rows)
        plain = find_counters(claims, singles(texts), texts)
        names = sorted({spoken.name for spoken in plain.spoken.values()})
        if len(names) < 2:
            return
        pair = names[one % len(names)], names[(one % len(names) + 1) % len(names)]
        counter_of = {spoken.name: spoken.counter for spoken in plain.spoken.values()}
        together = counter_of[pair[0]] == counter_of[pair[1]]
        steps = ("unmerge", "merge") if together else ("merge", "unmerge")
        first = ruled(steps[0], *pair)
        second = ruled(steps[1], *reversed(pair), 1, first.id)
        undone = ruled("undo", *pair, 1, first.id)
        changed = find_counters(claims, singles(texts), texts, "", [first])
        assert (changed.spoken != plain.spoken) or together is False
        for last in (second, undone):
            back = find_counters(claims, singles(texts), texts, "", [last, first])
            assert partition(back, claims) == partition(plain, claims)
        groups = {spoken.name: spoken.counter for spoken in changed.spoken.values()}
        assert (groups[pair[0]] == groups[pair[1]]) is not together

    @given(
        ROWS, st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9)), max_size=6)
    )
    @settings(max_examples=60, deadline=None)
    def test_names_kept_apart_never_meet_whatever_else_is_decided(
        self, rows: list[tuple[str | None, int]], steps: list[tuple[bool, int, int]]
    ) -> None:
        texts, claims = reports(rows)
        plain = find_counters(claims, singles(texts), texts)
        names = sorted({spoken.name for spoken in plain.spoken.values()})
        made: dict[frozenset[str], Decision] = {}
        for number, (merge, one, other) in enumerate(steps):
            pair = [names[i % len(names)] for i in (one, other)] if names else []
            if len(set(pair)) == 2:
                verdict = "merge" if merge else "unmerge"
                made[frozenset(pair)] = ruled(verdict, *pair, number)
        found = find_counters(claims, singles(texts), texts, "", made.values())
        groups = {spoken.name: spoken.counter for spoken in found.spoken.values()}
        for pair_of, decision in made.items():
            if decision.verdict == "unmerge":
                assert len({groups[name] for name in pair_of}) == 2


class TestMergedName:
    """The name under which a counter stands once a person has put two together."""

    @pytest.mark.parametrize(
        ("one", "other", "shown"),
        [
            # A body, not who holds an office of it, whichever is named first and cited more.
            ("Harbour Minister Ada Brisk", "the Harbour Ministry", "the Harbour Ministry"),
            ("the Harbour Ministry", "Harbour Minister Ada Brisk", "the Harbour Ministry"),
            # Else the one to which the other is put.
            ("the dock list", "the Weavers' Guild", "the Weavers' Guild"),
            ("the Weavers' Guild", "the dock list", "the dock list"),
        ],
    )
    def test_it_is_one_everywhere(self, one: str, other: str, shown: str) -> None:
        texts, claims = reports([(one, 0), (one, 0), (other, 0)])
        claims = [replace(c, scope="cumulative") for c in claims]
        plain = find_counters(claims, singles(texts), texts)
        ids = [plain.spoken[claims[n].id].name for n in (0, 2)]
        found = find_counters(claims, singles(texts), texts, "", [ruled("merge", *ids)])
        (counter,) = found.counters.values()
        assert counter.name == shown
        assert {n.rule for n in counter.names} == {"as_named", "decision"}
        assert {n.name for n in counter.names if n.rule == "as_named"} == {shown}
        assert {toll.counter for toll in find_tolls(texts, claims, singles(texts), found)} == {
            shown
        }
        assert [origin.name for origin in origins_of(claims, singles(texts), found)] == [shown]


class TestReports:
    """What the reports themselves say of names."""

    def test_a_short_form_explained_in_one_report_is_known_in_another(self) -> None:
        long = text(
            "The Hill Monitoring Office (HMO) said 22 people were killed.", "a", publisher="A"
        )
        short = text("HMO: 22 killed.", "b", publisher="B")
        claims = [
            claim(22, 22, long, speaker="Hill Monitoring Office"),
            claim(22, 22, short, speaker="HMO"),
        ]
        found = find_counters(claims, singles([long, short]), [long, short])
        assert len(found.counters) == 1
        assert named(found, "HMO").why == "“HMO” is short for Hill Monitoring Office, says a."
        other = text("The House of Mercy Order (HMO) helped.", "c")
        told = claim(3, 3, other, speaker="a nurse")
        every = [long, short, other]
        assert len(find_counters([*claims, told], singles(every), every).counters) == 3

    @pytest.mark.parametrize(
        "sentence",
        [
            "Israeli military spokesman Ron Aviv said 22 people were killed.",
            "Ron Aviv, a spokesman for the Israeli military, said 22 people were killed.",
            "On Sunday the Israeli military’s spokesman, Ron Aviv, said 22 people were killed.",
        ],
    )
    def test_a_spokesperson_speaks_for_a_body(self, sentence: str) -> None:
        first, later = text(sentence, "a"), text("22 killed, said Ron Aviv.", "b")
        at = sentence.index("Ron Aviv")
        speaker = Speaker(name="Ron Aviv", kind="other", start=at, end=at + len("Ron Aviv"))
        claims = [
            replace(claim(22, 22, first), speaker=speaker),
            claim(22, 22, later, speaker="Ron Aviv"),
            claim(22, 22, later, at=3, speaker="the IDF"),
        ]
        found = find_counters(claims, singles([first, later]), [first, later])
        (counter,) = found.counters.values()
        assert counter.name == "the Israel Defense Forces"
        assert named(found, "Ron Aviv").person == "Ron Aviv"
        assert named(found, "Ron Aviv").rule == "spokesperson"

    @pytest.mark.parametrize(
        ("office", "others", "expected"),
        [
            ("the group’s representative in Tyre", ["MSF"], "Médecins Sans Frontières"),
            ("MSF’s director", [], "Médecins Sans Frontières"),
            ("the charity’s country director", ["MSF"], "Médecins Sans Frontières"),
            # Which group it is is not known, or nobody has such an office.
            ("the group’s representative", ["MSF", "Human Rights Watch"], "Ron Aviv"),
            ("the group’s representative", [], "Ron Aviv"),
            ("the group’s guest", ["MSF"], "Ron Aviv"),
            ("the Hill Office’s director", [], "Ron Aviv"),
        ],
    )
    def test_who_holds_an_office_of_a_group_speaks_for_it(
        self, office: str, others: list[str], expected: str
    ) -> None:
        words = f"Ron Aviv, {office}, said 22 people were killed. " + ", ".join(others)
        of = text(words, "a")
        kinds = {"MSF": "medic", "Human Rights Watch": "monitor"}
        claims = [
            replace(
                claim(22, 22, of), speaker=Speaker(name="Ron Aviv", kind="other", start=0, end=8)
            ),
            *(
                claim(3, 3, of, at=n, speaker=one, kind=kinds[one])
                for n, one in enumerate(others, 40)
            ),
        ]
        found = find_counters(claims, singles([of]), [of])
        assert found.counters[found.spoken[claims[0].id].counter].name == expected

    @pytest.mark.parametrize(
        ("before", "expected"),
        [
            ("The UN High Commissioner for Human Rights, ", "the UN Human Rights Office"),
            ("UN High Commissioner for Human Rights ", "the UN Human Rights Office"),
            ("The High Commissioner for Ponds, ", "Ada Brisk"),
            ("The UN heard that ", "Ada Brisk"),
        ],
    )
    def test_a_person_behind_an_office_that_is_known_as_a_body_is_that_body(
        self, before: str, expected: str
    ) -> None:
        of = text(f"{before}Ada Brisk, said 22 people were killed.", "a")
        at = len(before)
        speaker = Speaker(name="Ada Brisk", kind="other", start=at, end=at + 9)
        own = replace(claim(22, 22, of), speaker=speaker)
        found = find_counters([own], singles([of]), [of])
        assert found.counters[found.spoken[own.id].counter].name == expected

    def test_a_body_named_in_short_and_in_full_is_one_body(self) -> None:
        one = text("Health Ministry spokesman Ali Saleh said 3 died.", "a")
        two = text("Gaza Health Ministry spokesman Ali Saleh said 3 died.", "b")
        three = text("Ali Saleh said 3 died.", "c")
        claims = [
            claim(3, 3, one, speaker="Health Ministry spokesman Ali Saleh", place=GAZA),
            claim(3, 3, two, speaker="Gaza Health Ministry spokesman Ali Saleh"),
            claim(3, 3, three, speaker="Ali Saleh"),
        ]
        (counter,) = find_counters(claims, singles([one, two, three])).counters.values()
        assert counter.name == "the Gaza Health Ministry"

    def test_a_director_of_the_group_speaks_for_the_group_of_that_report(self) -> None:
        one, two = text("22 killed, 19 hurt.", "a"), text("22 killed, 19 hurt.", "b")

        def said(of: Text, name: str, full: str | None, at: int) -> Claim:
            speaker = Speaker(name=name, kind="medic", start=0, end=1, canonical=full)
            return replace(claim(22, 22, of, at=at), speaker=speaker, id=f"{of.id}{at}")

        first = [
            said(one, "The aid group", "MSF", 0),
            said(one, "A director of the group", None, 3),
        ]
        other = [
            said(two, "The aid group", "MSF", 0),
            said(two, "The rights group", "Amnesty International", 3),
            said(two, "A director of the group", None, 9),
        ]
        found = find_counters([*first, *other], singles([one, two]), [one, two])
        assert found.key(first[0]) == found.key(first[1]) == found.key(other[0])
        assert len({found.key(c) for c in other}) == 3

    def test_a_person_who_speaks_for_two_bodies_is_taken_for_neither(self) -> None:
        one = text("Army spokesman Ali Saleh said 3 died.", "a")
        two = text("Health Ministry spokesman Ali Saleh said 3 died.", "b")
        three = text("Ali Saleh said 3 died.", "c")
        claims = [
            claim(3, 3, one, speaker="Army spokesman Ali Saleh"),
            claim(3, 3, two, speaker="Health Ministry spokesman Ali Saleh"),
            claim(3, 3, three, speaker="Ali Saleh"),
        ]
        found = find_counters(claims, singles([one, two, three]), [one, two, three])
        assert len({found.key(one) for one in claims}) == 3

    def test_names_with_documents_and_reasons_stand_with_the_origin(self) -> None:
        texts, claims = reports(
            [("Gaza's health ministry", 0), ("the health ministry", 1), ("the health ministry", 2)]
        )
        origins = origins_of(claims, singles(texts))
        assert [o.name for o in origins] == [
            "the Gaza Health Ministry",
            "the Lebanese Health Ministry",
        ]
        shown = [(n.name, n.rule, n.documents) for n in origins[0].names]
        assert sorted(shown) == [
            ("Gaza's health ministry", "vocabulary", ("report00",)),
            ("the health ministry", "context", ("report01",)),
        ]

    def test_the_army_of_one_country_is_not_taken_for_that_of_another(self) -> None:
        texts, claims = reports([("the army", 2), ("the Israeli army", 1)])
        assert len(origins_of(claims, singles(texts))) == 2
        texts, claims = reports([("the army", 2), ("the Lebanese army", 2)])
        assert len(origins_of(claims, singles(texts))) == 1


class TestOwnVocabulary:
    OWN = """
[about]
explanation = "Ours."

[[term]]
id = "hill_office"
name = "the Hill Office"
kind = "monitor"
names = ["hill office", "office on the hill"]
"""

    def test_a_row_of_a_user_counts_beside_the_shipped_ones(self) -> None:
        texts, claims = reports([("the Hill Office", 0), ("the Office on the Hill", 0), ("IDF", 0)])
        found = find_counters(claims, singles(texts), texts, self.OWN)
        assert sorted(c.name for c in found.counters.values()) == [
            "the Hill Office",
            "the Israel Defense Forces",
        ]

    def test_a_row_of_the_same_id_or_name_takes_the_shipped_ones_place(self) -> None:
        own = self.OWN.replace("hill_office", "hamas").replace('"hill office"', '"IDF"')
        assert len(entries(own)) == len(entries(""))
        texts, claims = reports([("the IDF", 0)])
        (counter,) = find_counters(claims, singles(texts), texts, own).counters.values()
        assert counter.name == "the Hill Office"

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ("names =", "not valid TOML|names"),
            ('nmaes = ["x"]', "unknown key 'nmaes'; did you mean 'names'"),
            ('kind = "moniter"', "kind = 'moniter' is not known; did you mean 'monitor'"),
            ('countries = ["Syria"]', "'Syria' is no country of the list"),
            ('heads = ["office"]', "heads need qualifiers"),
            ('generic = ["office"]', "generic names need an area"),
            ("names = [3]", "names must be a list of words in quotes"),
            ("name = 3", "the key 'name' is missing or no words"),
            ("names = []", "needs names, heads or generic"),
            ('each = ["LB", "Syria"]', "'Syria' is no country of the list"),
        ],
    )
    def test_a_mistake_is_explained(self, wrong: str, message: str) -> None:
        key = wrong.partition(" ")[0]
        lines = [x for x in self.OWN.splitlines() if not x.startswith(f"{key} =")]
        with pytest.raises(VocabularyProblem, match=message):
            entries("\n".join([*lines, wrong]))

    @pytest.mark.parametrize("own", ["term = 3", "term = [3]", "[terms]", "[[term]]", "[about]\n"])
    def test_files_of_another_form_are_refused(self, own: str) -> None:
        with pytest.raises(VocabularyProblem):
            entries(own)


def test_a_counter_is_of_one_kind_whatever_a_report_calls_it() -> None:
    texts, claims = reports([("Gaza's health ministry", 0), ("the Hamas-run health ministry", 0)])
    claims = [
        replace(one, speaker=replace(one.speaker, kind=kind))
        for one, kind in zip(claims, ("authority", "belligerent"), strict=True)
        if one.speaker is not None
    ]
    found = find_counters(claims, singles(texts), texts)
    kinds = [found.as_known(one).speaker for one in claims]
    assert [speaker.kind for speaker in kinds if speaker] == ["authority", "authority"]


def test_an_outlet_that_others_cite_is_one_origin_with_what_it_tells_itself() -> None:
    own = text("A bomb killed 12.", "own", publisher="The Hill Watch")
    cites = text("The bomb killed 15, the Hill Watch counted.", "cites", publisher="Valley Paper")
    other = text("A bomb killed 12 in Tyre.", "other", publisher="Coast Paper")
    claims = [
        claim(12, 12, own),
        claim(15, 15, cites, speaker="the Hill Watch", kind="monitor"),
        claim(12, 12, other),
    ]
    found = find_counters(claims, singles([own, cites, other]), [own, cites, other])
    (watch,) = found.counters.values()
    assert [found.teller(one) for one in claims] == [watch.id, None, None]
    origins = origins_of(claims, singles([own, cites, other]), found)
    assert sorted((one.name, len(one.claims)) for one in origins) == [
        ("Coast Paper", 1),
        ("the Hill Watch", 2),
    ]
    # An event that holds its own telling alone has the same origin, of the whole book's counters
    # and of those that bear on it.
    for counters in (found, found.bearing(claims[:1])):
        (alone,) = origins_of(claims[:1], (), counters)
        assert (alone.name, alone.kind, alone.counter) == ("the Hill Watch", "monitor", watch.id)
    digest = found.digest(claims[:1], lambda one: one.id.encode())
    without = find_counters([claims[0]], singles([own]), [own])
    assert digest != without.digest(claims[:1], lambda one: one.id.encode())
    # A copy tells nothing of its own.
    copied = family(own, cites)
    assert find_counters(claims, [copied], [own, cites, other]).teller(claims[1]) is None
