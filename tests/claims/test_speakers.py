"""Who said it, over sentences and paragraphs: quotations, pronouns, transcripts, what goes on."""

from __future__ import annotations

import pytest

from harmledger.claims import extract
from harmledger.claims.attribution.quotations import find_quotations
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.attribution.turns import find_turns, turn_at

CASES = [
    # (text, for each claim: the victims' first word and the speaker, - for the narrator)
    # memoranda
    (
        "MEMORANDUM FOR THE RECORD\nFROM: Office of the Harbour Attaché\nTO: The Secretary\nDATE: "
        "14 March 1968\n\n1. Thirty-one villagers were killed at the mill on 12 March.\n2. The "
        "mayor told this office that nine others were wounded.",
        ["Thirty-one: Office of the Harbour Attaché", "nine: The mayor"],
    ),
    (
        "From: Tarn to Bern in six days\n\nTwelve weavers died in the fire at the mill.",
        ["Twelve: -"],
    ),
    # a column for the source
    (
        "| Date | Place | Killed | Source |\n|---|---|---|---|\n| 3 May 1999 | Tarn | 12 | Police "
        "|\n| 4 May 1999 | Mill Ford | 5 | Red Cross |",
        ["12: Police", "5: Red Cross"],
    ),
    (
        "Incident | Dead | Injured | According to\nBridge attack | 14 | 30 | Army\nMill fire | 3 | "
        "9 | Fire brigade",
        ["14: Army", "30: Army", "3: Fire brigade", "9: Fire brigade"],
    ),
    (
        "Source\tKilled\tWounded\nArmy\t12\t30\nRebels\t45\t90",
        ["12: Army", "30: Army", "45: Rebels", "90: Rebels"],
    ),
    # notes
    (
        "Forty-one people were killed at the bridge.[1] The mayor was away.[2]\n\n[1] Ministry of "
        "Health, press release, 5 May 1999.\n[2] The mayor, 6 May 1999.",
        ["Forty-one: Ministry of Health"],
    ),
    (
        "The shelling killed 18 people (1).\n\nNotes\n(1) Figure given by the Red Cross.",
        ["18: the Red Cross"],
    ),
    (
        "The raid left 60 dead*.\n\n* According to the mayor; the army says 12.",
        ["60: the mayor", "12: the army"],
    ),
    (
        "The raid left 60 dead. Nobody knows who fired.[1]\n\n[1] The mayor, in a letter.",
        ["60: -"],
    ),
    # a body's own paper, a post, a hearing, a witness with a number, an extract
    (
        "Harbour Clinic Newsletter, Spring 1991\n\nDear friends, it has been a hard winter. In "
        "January we buried 14 patients who died when the ward was shelled. Since then 60 people "
        "wounded by mines have come to us.",
        ["14: Harbour Clinic", "60: Harbour Clinic"],
    ),
    (
        "Tarn Police @tarnpolice · 5 May\nUpdate: 9 people have died and 14 are injured.",
        ["9: Tarn Police", "14: Tarn Police"],
    ),
    (
        "HEARING\n\nThe CHAIRMAN. How many were wounded?\n\nMr. ALDER. Thirty people were "
        "wounded.\n\nThe CHAIRMAN. And the dead?\n\nMr. ALDER. Nine miners were killed.",
        ["Thirty: Mr. ALDER", "Nine: Mr. ALDER"],
    ),
    (
        'Witness No. 4 (a baker): "They shot my two sons by the wall. Then they killed six men."',
        ["two: Witness No. 4", "six: Witness No. 4"],
    ),
    (
        "STATEMENT OF JOHN CARVER, FORMER CAPTAIN\n\nI was at the ford that morning. Nine soldiers "
        "were killed.",
        ["Nine: JOHN CARVER"],
    ),
    (
        'Extract from the annual report of the Prison Board: "In that year, 22 prisoners died."',
        ["22: the Prison Board"],
    ),
    (
        "- 41 killed and 90 injured (Civil Protection)",
        ["41: Civil Protection", "90: Civil Protection"],
    ),
    (
        "ARMY COMMUNIQUE NO. 4\n\nThree rebels were killed on the road to Tarn.\n\nOne soldier "
        "was wounded, the mayor of Tarn said.",
        ["Three: ARMY", "One: the mayor of Tarn"],
    ),
    (
        "Answer of the Minister of Health to a question in the House\n\nIn all 41 people died.",
        ["41: the Minister of Health"],
    ),
    (
        "The general staff issued its evening communique on Tuesday.\n\nThree rebels were killed.",
        ["Three: The general staff"],
    ),
    (
        "What the army says\n\nTwelve rebels were killed.\n\nWhat residents say\n\nNine weavers "
        "were killed.",
        ["Twelve: the army", "Nine: residents"],
    ),
    (
        "The army's account of the raid disputed by villagers\n\nTwo men were killed on Monday.",
        ["Two: -"],
    ),
    ("Mayor condemns statement by police\n\nTwo men were killed on Monday.", ["Two: -"]),
    (
        "The clinic has revised the number of people killed. 42 weavers died in the fire.",
        ["42: The clinic"],
    ),
    (
        "A warden gave the figures at noon. Seven women were killed at the quay. In the lane "
        "between the mills there were 21 dead, too.",
        ["Seven: A warden", "21: A warden"],
    ),
    (
        "A warden gave the figures at noon. The mayor said seven women were killed. In the lane "
        "between the mills there were 21 dead, too.",
        ["seven: The mayor", "21: -"],
    ),
    (
        "The minister said that 61 clerks were dead. Of the 175 people who had been hurt, 62 were "
        "still in hospital.",
        ["61: The minister", "175: The minister", "62: The minister"],
    ),
    (
        "The judges went through the names of the dead. Eight were killed by the bomb at the "
        "quay. On the island 69 lost their lives.",
        ["Eight: The judges", "69: The judges"],
    ),
    ("The soldiers went through the town. Eight were killed at the quay.", ["Eight: -"]),
    (
        "The mill burned.\n\nIt was shut in May.\n\nIt was never safe.\n\nOn Friday Mayor Ada "
        "Brisk issued the following statement: My heart goes out to the mill. Two girls were "
        "killed there.\n\nWe mourn them. Three others were wounded.\n\nThe mill stands by the "
        "river. Nine weavers were killed in it in 1903.",
        ["Two: Mayor Ada Brisk", "Three: Mayor Ada Brisk", "Nine: -"],
    ),
    (
        "The Home Secretary, Mr Prado, made a statement to the House about the raid. Thirteen men "
        "were killed.",
        ["Thirteen: Mr Prado"],
    ),
    (
        "Inventory as published by the army:\n\n36 containers\nthousands of mortar bombs\n"
        "hundreds of grenades\nabout 500 rifles\n",
        ["thousands: the army", "hundreds: the army", "about: the army"],
    ),
    (
        "“The mill burned for a day,” said Ada Brisk.\n\n“Four women were killed.\n\n"
        "“Nine men were hurt.”\n\nTwo streets away three others died.",
        ["Four: Ada Brisk", "Nine: Ada Brisk", "three: -"],
    ),
    (
        "Inspector Noah Lund visited the mill. He said that four women had been killed. "
        "The owner left the town. He had seen nothing, he told the inquest.",
        ["four: Inspector Noah Lund"],
    ),
    (
        "The harbour board met on Friday. It said that two stokers were killed. It added that "
        "five were injured.",
        ["two: The harbour board", "five: The harbour board"],
    ),
    (
        "Medics said that two miners were killed. The shaft was closed in 1904. Three horses "
        "were found. Six miners were injured in another pit.",
        ["two: Medics", "Six: -"],
    ),
    (
        "Dock police said that two men were shot. Another man was stabbed in the arm.",
        ["two: Dock police", "Another: Dock police"],
    ),
    (
        "The consulate stated the following: 1. Two sailors were killed. 2. Five sailors were "
        "injured.",
        ["Two: The consulate", "Five: The consulate"],
    ),
    (
        "[REPORTER] How many were there?\n\n[PRADO] We counted them twice. Two miners were killed."
        "\n\n[REPORTER] Thank you. [END RECORDING]\n\nFour miners were killed in 1903.",
        ["Two: PRADO", "Four: -"],
    ),
    (
        "The guild holds the crown responsible for a new wave of raids that only adds to the more "
        "than 900 people who were killed since 1911.",
        ["more: -"],
    ),
    (
        "The thefts came amid arson in the valley, awakening fears that it will slide back to the "
        "days when dozens were killed by raiders.",
        ["dozens: -"],
    ),
    ("Wilmot criticized deputy Ann Carver for shooting two bakers on Tuesday.", ["two: -"]),
    ("Wilmot accused deputy Ann Carver of shooting two bakers on Tuesday.", ["two: Wilmot"]),
    (
        "Noah Lund, a clerk, told reporters on Monday after two stokers were killed that the "
        "burial must be open to all.",
        ["two: -"],
    ),
    (
        "Ada Brisk spoke in Hull. “The last straw,” Brisk said, was a raid in which nine stokers "
        "were killed.",
        ["nine: Brisk"],
    ),
    (
        "The county coroner Jo Farmer says\n\nTwo stokers were killed at the mill.",
        ["Two: The county coroner Jo Farmer"],
    ),
    (
        "A man opened fire near the mill, said Officer Ada Brisk, a police spokeswoman.\n\nTwo "
        "girls were wounded by the shots. They were taken to the clinic, Brisk said.",
        ["Two: Officer Ada Brisk"],
    ),
    (
        "Such words are as wrong as those of President Lund when he said that the murderers of "
        "five abbots were rebels.",
        ["five: President Lund"],
    ),
    (
        "Two leaders of the guild came to Hull. The leaders said they feared arrest. According to "
        "them, 40 stokers were murdered.",
        ["40: The leaders"],
    ),
    (
        "“The mill was on fire. According to preliminary information, nobody was hurt,” the "
        "harbour board said in a statement.",
        ["nobody: the harbour board"],
    ),
    (
        "According to reports by the harbour board, the bodies of five stokers were found.",
        ["five: the harbour board"],
    ),
    ("Ada Brisk spoke out on Tuesday about the death of Noah Lund.", ["Noah: -"]),
    ("The guild spoke of 22 dead on Tuesday.", ["22: The guild"]),
    (
        "The guild stated that the fleet had lost more than 400 men in May. These losses "
        "were as follows: 220 killed and 196 wounded.",
        ["more: The guild", "220: The guild", "196: The guild"],
    ),
    (
        "BERN, 4 JUN 40 -- [COMMUNIQUE] [HARBOUR BOARD] [TEXT] TWO PILOTS WERE INJURED.\n\n"
        "SIGNED: NOAH LUND, CHIEF CLERK.\n\nFOUR PILOTS WERE INJURED IN MAY.",
        ["TWO: HARBOUR BOARD", "FOUR: -"],
    ),
    ("He spoke of a Herald News report that two stokers were arrested.", ["two: Herald News"]),
    ("Police: Two men shot in mill\n\nThe mill was closed.", ["Two: Police"]),
    (
        "“Two stokers were killed,” the mate said, and left the pier, where three more had died.",
        ["Two: the mate", "three: -"],
    ),
    (
        "The surgeon was angry about it. “Two stokers were killed by their own boiler here.”",
        ["Two: The surgeon"],
    ),
    (
        "LONDON, 4 JUN 40 (HOME SERVICE) -- [SPEECH] [PRIME MINISTER ADA BRISK] [TEXT] THE "
        "SITUATION IS GRAVE.\n\nTHREE SAILORS WERE KILLED. THE CONSUL SAID THAT TWO PILOTS WERE "
        "INJURED.",
        ["THREE: PRIME MINISTER ADA BRISK", "TWO: THE CONSUL"],
    ),
    (
        "CLANDESTINE, 4 JUN 44 (RADIO VALLEY) -- [TEXT] WE HELD THE BRIDGE AND OUR TROOPS WITHDREW "
        "AT NIGHT. WE REPEAT: THREE SOLDIERS WERE KILLED.",
        ["THREE: RADIO VALLEY"],
    ),
    (
        "CLANDESTINE, 4 JUN 44 (RADIO VALLEY) -- [TEXT] THE BRIDGE WAS HELD. THREE SOLDIERS WERE "
        "KILLED.",
        ["THREE: -"],
    ),
    (
        "BERN, 4 JUN 40 -- [INTERVIEW WITH CONSUL NOAH LUND BY ADA BRISK] [TEXT] [BRISK] TWO "
        "PILOTS WERE INJURED ON MONDAY. WHY?\n\n[LUND] NO, THREE PILOTS WERE INJURED.",
        ["TWO: BRISK", "THREE: LUND"],
    ),
    (
        "The harbour board has issued the following communique:\n\nThe strike goes on.\n\n"
        "Three stokers were killed on Monday.",
        ["Three: The harbour board"],
    ),
    (
        "The ferry was late. Two stokers were injured at the pier pic.example/x — Ada Brisk "
        "(@adabrisk) May 5, 2015",
        ["Two: Ada Brisk"],
    ),
    ("Previous story: Three stokers were killed in the mill.", ["Three: -"]),
    (
        "“The fall has been ruled an accident,” said Chief Ed Winter. “Two stokers were killed.”",
        ["Two: Chief Ed Winter"],
    ),
    (
        "The harbour press committee reported that the pier was shut. It added that two stokers "
        "were killed.",
        ["two: The harbour press committee"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speakers(text: str, expected: list[str]) -> None:
    claims = extract(text, published_at="1911-05-05")
    got = [f"{c.quote.split()[0]}: {c.speaker.name if c.speaker else '-'}" for c in claims]
    assert got == expected


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = '"One.\n\n"Two," he said. "Three." \'\'Four\'\' is a word; 6\'2" is not.'
    found = find_quotations(text)
    assert [text[q.start : q.end] for q in found] == ['"One.', '"Two,"', '"Three."', "''Four''"]
    assert [q.goes_on for q in found] == [False, True, False, False]


def test_a_lost_mark_ends_with_its_paragraph() -> None:
    text = '"We saw it, she said.\n\nThree men died. "It was dark," he said.'
    assert [text[q.start : q.end] for q in find_quotations(text)] == [
        '"We saw it, she said.',
        '"It was dark,"',
    ]


def test_labels_are_names_and_nothing_else() -> None:
    text = "[TEXT] The union [UNITED MINERS] met.\n\n[REPORTER] Who died?\n\n[PRADO] Nobody."
    turns = find_turns(text)
    turn = turn_at(turns, text.index("Nobody"))
    assert turn is not None
    assert text[turn.start : turn.end] == "PRADO"
    asked = turn_at(turns, text.index("Who died"))
    assert asked is not None
    assert text[asked.start : asked.end] == "REPORTER"
    assert turn_at(turns, text.index("met")) is None
    assert not find_turns("The union [UNITED MINERS] met in the hall.")
    assert not find_turns("[BEGIN RECORDING] [REPORTER] Nobody was found. [END RECORDING]")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a fire commander", "authority"),
        ("a police commander", "authority"),
        ("the Attorney General", "authority"),
        ("an army commander", "belligerent"),
        ("the fire brigade", "authority"),
        ("the Procurator General", "authority"),
        ("UN Secretary-General Ada Brisk", "un"),
        ("Secretary-General Ada Brisk", "authority"),
        ("a coalition of victims’ families", "other"),
        ("the Women’s Front for Bread", "other"),
        ("the Stop the Mines Coalition", "other"),
        ("the Emergency Command Centre", "other"),
        ("the defence lawyer", "other"),
        ("the army’s emergency command", "belligerent"),
        ("the Hill-led Coalition", "belligerent"),
        ("U.S. Coalition", "belligerent"),
        ("the coalition’s spokesman", "belligerent"),
        ("the Islamic Front", "belligerent"),
        ("Brigadier General Hale", "belligerent"),
        ("the western front", "belligerent"),
        ("General Hale", "belligerent"),
        ("the River Liberation Front", "belligerent"),
        ("the Hill Brigades", "belligerent"),
        ("Derry General Hospital", "medic"),
        ("Ada Brisk", "other"),
    ],
)
def test_kinds_of_speakers(name: str, kind: str) -> None:
    assert kind_of(name) == kind
