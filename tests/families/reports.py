"""Reports for tests, written for this project from settled facts.

The sinking of the ferry Estonia in the Baltic Sea, 28 September 1994: 989 people on board, 852
dead, 137 rescued; the bow visor broke off; the joint commission reported in December 1997.
"""

FERRY = """The passenger ferry Estonia went down in a storm in the Baltic Sea in the early hours
of Wednesday, on its way from Tallinn to Stockholm with 989 people on board.

A first Mayday call reached the coast station at Turku at 1:22 a.m., but it was weak, and the
officer on watch had to ask twice for the position of the ship.

The Mariella, another ferry, was the first to arrive. Her crew let down rubber boats and pulled up
those who could still hold on to a rope, while helicopters from Finland and Sweden searched the
waves.

By nightfall 137 people had been brought to hospitals in Turku and Helsinki. Most were young
men, and many suffered from the cold of the water.

Survivors told of a heavy bang at the bow, after which water ran over the car deck and the
vessel began to list to starboard. Within half an hour she had vanished from the radar.

Hundreds were asleep in their cabins below the car deck and never reached the stairs. The dead
numbered 852, which made it the worst disaster in the Baltic in time of peace.

The governments of Estonia, Finland and Sweden set up a joint commission to find out why the
locks of the bow visor gave way."""

REWORDED = """In the early morning of Wednesday the Estonia, a ferry carrying 989 people from
Tallinn to Stockholm, sank in the Baltic Sea during a storm.

Turku's coast station picked up a first Mayday at 1:22 a.m.; since the signal was faint, the
watch officer asked for the ship's position two times.

First on the scene was another ferry, the Mariella, whose crew let down life rafts and hauled in
everyone still able to grip a rope. Finnish and Swedish helicopters combed the waves.

When night fell, hospitals in Turku and Helsinki had taken in 137 people. The majority were
young men, many of them suffering from the cold water.

A heavy bang was heard at the bow, survivors recounted, then water poured over the car deck and
the vessel listed to starboard. She was gone from the radar within half an hour.

Hundreds of people sleeping in cabins under the car deck never got to the stairs. With 852 dead
it was the worst peacetime disaster in the Baltic.

Estonia, Finland and Sweden formed a joint commission of their governments to learn why the bow
visor's locks failed."""

INDEPENDENT = """Families gathered at the harbour of Tallinn on Wednesday evening, waiting for
lists that grew too slowly. Of 989 people aboard the Estonia, rescuers had found 137 alive.

Paul Barney, a British landscape gardener, spent hours on an overturned raft before he was
winched into a helicopter. He had lain down to sleep in the cafeteria because he could not
afford a berth.

Shipping experts in Stockholm pointed to the bow doors of roll-on ferries, which had worried
them since the Herald of Free Enterprise capsized off Zeebrugge in 1987.

Sweden's prime minister designate, Ingvar Carlsson, ordered flags to half mast. Among the
missing were a group of pensioners from Norrköping, court clerks from Uppsala and policewomen
from Stockholm.

Weather services had warned of winds of twenty metres a second and of waves as high as a house,
not unusual for the season. Other vessels on the route had slowed down.

The final toll, 852, was known only weeks later. Divers who went down to the wreck counted many
bodies, and it was decided to leave them where they lay."""

#: One speech, quoted by two who have nothing else in common.
SPEECH = """“We shall not rest until every lock, every hinge and every bolt of that visor has
been examined. The families of those who lost their lives have a right to know why a ship that
was found seaworthy in the morning lay on the bottom of the sea before the next one, and who
signed the papers that let her sail,” the minister said."""

#: Another event: the explosion of the Hindenburg at Lakehurst, 6 May 1937, 36 dead.
AIRSHIP = """The German airship Hindenburg caught fire while landing at Lakehurst, New Jersey,
on Thursday evening and fell to the ground within about half a minute.

Thirty-six people lost their lives: thirteen passengers, twenty-two of the crew and a man of the
ground crew. There were 97 people on board.

Captain Max Pruss had waited for a thunderstorm to pass over the field before he brought the
ship to the mast. Witnesses saw a glow ahead of the upper fin, and then flames ran along the
hull.

Herbert Morrison, a reporter from Chicago, was recording for radio when the fire broke out. His
voice broke as he described people running from the wreck.

An American inquiry concluded that leaking hydrogen had been ignited by a spark of static
electricity, though sabotage was discussed for decades."""

#: The ferry's report as a rewriting program garbles it, its end put first.
SPUN = """Souls by the hundred slept under the parked vehicles and by no means made it upward. 852
misplaced their lives, the gravest calamity of the Baltic in peacetime. A joint fee of Estonia,
Finland and Sweden will study why the fastenings of the front shield failed.

An preliminary Mayday name reached Turku at 1:22 a.m. faintly, and the clerk on watch requested
twice the place the vessel was.

The primary vessel to succeed in the spot, the Mariella, let down rubber boats, whereas helicopters
of Finland and Sweden looked the sea. Till night 137 folks had been introduced to clinics, largely
males of younger age.

Those saved spoke of a loud thud in front, earlier than water entered the vehicles' ground. In
half an hour the boat was misplaced from radar."""
