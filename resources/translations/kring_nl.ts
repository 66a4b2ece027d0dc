<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>My maps</source>
        <translation>Mijn kaarten</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Nieuwe kaart</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Een bestand openen …</translation>
    </message>
    <message>
        <source>Beside a map of somebody else …</source>
        <translation>Naast de kaart van een ander …</translation>
    </message>
    <message>
        <source>Share …</source>
        <translation>Delen …</translation>
    </message>
    <message>
        <source>Back-up as a file …</source>
        <translation>Reservekopie als bestand …</translation>
    </message>
    <message>
        <source>Picture of the map …</source>
        <translation>Afbeelding van de kaart …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Afbeelding kopiëren</translation>
    </message>
    <message>
        <source>Look at an example</source>
        <translation>Een voorbeeld bekijken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knippen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Paste people or a list of names</source>
        <translation>Mensen of een lijst met namen plakken</translation>
    </message>
    <message>
        <source>Select everybody</source>
        <translation>Iedereen selecteren</translation>
    </message>
    <message>
        <source>Select all of this kind</source>
        <translation>Iedereen van deze soort selecteren</translation>
    </message>
    <message>
        <source>Select all of this setting</source>
        <translation>Iedereen uit deze omgeving selecteren</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Naam wijzigen …</translation>
    </message>
    <message>
        <source>One of my most important</source>
        <translation>Een van mijn belangrijkste partners</translation>
    </message>
    <message>
        <source>Back to “still to place”</source>
        <translation>Terug bij ‘nog geen plek’</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Definitief verwijderen</translation>
    </message>
    <message>
        <source>These know each other</source>
        <translation>Deze partners kennen elkaar</translation>
    </message>
    <message>
        <source>Draw an outline around these</source>
        <translation>Omlijning om deze tekenen</translation>
    </message>
    <message>
        <source>Write a text on the map</source>
        <translation>Tekst op de kaart schrijven</translation>
    </message>
    <message>
        <source>Outlines and texts …</source>
        <translation>Omlijningen en teksten …</translation>
    </message>
    <message>
        <source>Add a partner</source>
        <translation>Een partner toevoegen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Backups Kring made …</source>
        <translation>Reservekopieën van Kring …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Verslag …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Rate everybody</source>
        <translation>Contact en belang invullen</translation>
    </message>
    <message>
        <source>Who knows whom, pair by pair</source>
        <translation>Wie kent wie, paar voor paar</translation>
    </message>
    <message>
        <source>Still the same as last time?</source>
        <translation>Nog dezelfde partners als vorige keer?</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>Reflectie</translation>
    </message>
    <message>
        <source>Lens: Free</source>
        <translation>Lens: Vrij</translation>
    </message>
    <message>
        <source>Lens: Importance</source>
        <translation>Lens: Belang</translation>
    </message>
    <message>
        <source>Lens: Contact</source>
        <translation>Lens: Contact</translation>
    </message>
    <message>
        <source>Lens: Gap</source>
        <translation>Lens: Verschil</translation>
    </message>
    <message>
        <source>Divide by setting</source>
        <translation>Indelen per omgeving</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Live: the map alone</source>
        <translation>Alleen de kaart (voor het digibord)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Hele kaart tonen</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>Alles wordt vanzelf bewaard</translation>
    </message>
    <message>
        <source>Open .kring files with Kring</source>
        <translation>Open .kring-bestanden met Kring</translation>
    </message>
    <message>
        <source>About Kring and its keys</source>
        <translation>Over Kring en de sneltoetsen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Ruimte maken</translation>
    </message>
    <message>
        <source>Open the folder of the last file</source>
        <translation>Map van het laatste bestand openen</translation>
    </message>
    <message>
        <source>The last message again</source>
        <translation>Het laatste bericht nog eens</translation>
    </message>
    <message>
        <source>Kind and setting …</source>
        <translation>Soort en omgeving …</translation>
    </message>
    <message>
        <source>Select everybody without a setting</source>
        <translation>Selecteer iedereen zonder omgeving</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Samenvoegen</translation>
    </message>
</context>
<context>
    <name>AgainPass</name>
    <message>
        <source>Still the same?</source>
        <translation>Nog dezelfde partners?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>To the map (Esc)</source>
        <translation>Naar de kaart (Esc)</translation>
    </message>
    <message>
        <source>Another name …</source>
        <translation>Andere naam …</translation>
    </message>
    <message>
        <source>The same, renamed (F2)</source>
        <translation>Dezelfde partner, andere naam (F2)</translation>
    </message>
    <message>
        <source>Somebody new in their place …</source>
        <translation>Iemand anders in deze rol …</translation>
    </message>
    <message>
        <source>Another person in the same role (5)</source>
        <translation>Een opvolger in dezelfde rol (5)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Who came before this (Backspace)</source>
        <translation>De vorige partner (Backspace)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Leave as it is (Space)</source>
        <translation>Laat het zoals het is (spatiebalk)</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Nog steeds</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Andere naam</translation>
    </message>
    <message>
        <source>Who is in their place now?</source>
        <translation>Wie is er nu in deze rol?</translation>
    </message>
    <message>
        <source>This is the first moment of its series: there is nobody from before to go through.</source>
        <translation>Dit is het eerste moment van de reeks: er zijn nog geen partners van een vorige keer.</translation>
    </message>
    <message>
        <source>To the map</source>
        <translation>Naar de kaart</translation>
    </message>
    <message>
        <source>now: {name} in their place</source>
        <translation>nu: {name} in deze rol</translation>
    </message>
    <message>
        <source>was: {name}</source>
        <translation>heette: {name}</translation>
    </message>
    <message>
        <source>not on this map any more</source>
        <translation>niet meer op deze kaart</translation>
    </message>
    <message>
        <source>Does this contact still belong here?</source>
        <translation>Staat deze partner nog op je kaart?</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} van {total}</translation>
    </message>
    <message>
        <source>the contact goes on</source>
        <translation>het contact gaat door</translation>
    </message>
    <message>
        <source>there is contact now</source>
        <translation>er is nu contact</translation>
    </message>
    <message>
        <source>what you did together is done</source>
        <translation>de samenwerking is afgerond</translation>
    </message>
    <message>
        <source>the contact faded</source>
        <translation>we hebben geen contact meer</translation>
    </message>
    <message>
        <source>no contact now, but you would like it</source>
        <translation>nu geen contact, wel graag</translation>
    </message>
    <message>
        <source>Still there: {here} of the {all} from {moment}.</source>
        <translation>Van de {all} partners bij ‘{moment}’ staan er nog {here} op de kaart.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>nog geen contact, wel gewenst</translation>
    </message>
    <message>
        <source>There was no contact yet. How is that now?</source>
        <translation>Er was nog geen contact. Hoe is dat nu?</translation>
    </message>
    <message>
        <source>No contact yet: {n}.</source>
        <translation>Nog geen contact: {n}.</translation>
    </message>
</context>
<context>
    <name>AsOne</name>
    <message>
        <source>Both moments as one map</source>
        <translation>Beide momenten als één kaart</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Empty outline: where they were · grey: gone · thick ring: new</source>
        <translation>Lege vorm: waar iemand stond · grijs: niet meer op de kaart · dikke ring: nieuw</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Kring makes backups by itself. Choose one, and which maps to put back. They come beside your maps of now, which stay as they are.</source>
        <translation>Kring maakt zelf reservekopieën. Kies er een, en welke kaarten terug moeten. Ze komen naast je kaarten van nu; die blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Maps in this backup</source>
        <translation>Kaarten in deze reservekopie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Put back beside my maps</source>
        <translation>Terugzetten naast mijn kaarten</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Er zijn nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>voor een nieuwe versie</translation>
    </message>
    <message>
        <source>a map in it is damaged</source>
        <translation>een kaart erin is beschadigd</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>damaged: it cannot be opened</source>
        <translation>beschadigd: kan niet open</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Intention …</source>
        <translation>Voornemen maken …</translation>
    </message>
    <message>
        <source>Is so</source>
        <translation>Dit klopt</translation>
    </message>
    <message>
        <source>Is not so</source>
        <translation>Dit klopt niet</translation>
    </message>
    <message>
        <source>What are you going to do?</source>
        <translation>Wat ga je doen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Laat zien</translation>
    </message>
    <message>
        <source>Show {n}</source>
        <translation>Laat {n} zien</translation>
    </message>
    <message>
        <source>Is so after all</source>
        <translation>Toch wel</translation>
    </message>
    <message>
        <source>Is not so …</source>
        <translation>Dit klopt niet …</translation>
    </message>
    <message>
        <source>Of whom is it not so?</source>
        <translation>Bij wie klopt het niet?</translation>
    </message>
    <message>
        <source>Of all of them</source>
        <translation>Bij allemaal</translation>
    </message>
    <message>
        <source>✓ You said: that is so.</source>
        <translation>✓ Je zei: dit klopt.</translation>
    </message>
    <message>
        <source>You said: that is not so.</source>
        <translation>Je zei: dit klopt niet.</translation>
    </message>
    <message>
        <source>⚑ Intention: {what}</source>
        <translation>⚑ Voornemen: {what}</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Select one partner on the map, to make ready for a talk with them.</source>
        <translation>Kies één partner op de kaart om een gesprek met die partner voor te bereiden.</translation>
    </message>
    <message>
        <source>Make a page …</source>
        <translation>Gespreksblad maken …</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page to take along</source>
        <translation>Gespreksblad om mee te nemen</translation>
    </message>
    <message>
        <source>The page is in {file}. It holds what you wrote about {name}.</source>
        <translation>De bladzijde staat in {file}. Erop staat wat je over {name} opschreef.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Came</source>
        <translation>Erbij gekomen</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Niet meer op de kaart</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Andere naam</translation>
    </message>
    <message>
        <source>Where people stand among the others is shown when at both moments the lines are drawn and there are four partners or more.</source>
        <translation>Welke plaats iemand tussen de anderen heeft, zie je als op beide momenten de lijnen getekend zijn en er vier partners of meer zijn.</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Nog op de kaart</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabiliteit</translation>
    </message>
    <message>
        <source>Who is on both maps, as a part of everybody on either (Jaccard).</source>
        <translation>Wie op beide kaarten staat, als deel van iedereen op de twee kaarten samen (Jaccard).</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Gebleven</translation>
    </message>
    <message>
        <source>Who is still there, as a part of those of the earlier map.</source>
        <translation>Wie nog op de kaart staat, als deel van wie op de eerdere kaart stond.</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Wisseling</translation>
    </message>
    <message>
        <source>Who came or went, as a part of everybody on either map.</source>
        <translation>Wie erbij kwam of niet meer op de kaart staat, als deel van iedereen op de twee kaarten samen.</translation>
    </message>
    <message>
        <source>More contact</source>
        <translation>Vaker contact</translation>
    </message>
    <message>
        <source>Less contact</source>
        <translation>Minder vaak contact</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Belangrijker geworden</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>Minder belangrijk geworden</translation>
    </message>
    <message>
        <source>More satisfied</source>
        <translation>Meer tevreden</translation>
    </message>
    <message>
        <source>Less satisfied</source>
        <translation>Minder tevreden</translation>
    </message>
    <message>
        <source>Contact went as you wished</source>
        <translation>Contact ging zoals je wilde</translation>
    </message>
    <message>
        <source>Lines between those still there</source>
        <translation>Lijnen tussen wie nog op de kaart staat</translation>
    </message>
    <message>
        <source>Lines that stayed</source>
        <translation>Lijnen die bleven</translation>
    </message>
    <message>
        <source>Among those who are still there: lines on both maps, as a part of the lines on either (Jaccard).</source>
        <translation>Tussen partners die op beide kaarten staan: lijnen die er beide keren zijn, als deel van alle lijnen op de twee kaarten samen (Jaccard).</translation>
    </message>
    <message>
        <source>Know more of the others</source>
        <translation>Kennen meer van de anderen</translation>
    </message>
    <message>
        <source>Know fewer of the others</source>
        <translation>Kennen minder van de anderen</translation>
    </message>
    <message>
        <source>Stand between more of the others</source>
        <translation>Staan tussen meer van de anderen</translation>
    </message>
    <message>
        <source>Stand between fewer of the others</source>
        <translation>Staan tussen minder van de anderen</translation>
    </message>
    <message>
        <source>In the number itself, and in rank among those who are still there.</source>
        <translation>Zowel in aantal als in volgorde, onder partners die er nog zijn.</translation>
    </message>
    <message>
        <source>−1: all partners inside the school; +1: all outside.</source>
        <translation>−1: alle partners in de school; +1: alle partners erbuiten.</translation>
    </message>
    <message>
        <source>0: all partners in one setting; 1: as many in each of the six.</source>
        <translation>0: alle partners in één omgeving; 1: in elk van de zes evenveel.</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Verschil in omgevingen</translation>
    </message>
    <message>
        <source>0: as many in every setting; 1: no setting in common (Bray-Curtis).</source>
        <translation>0: in elke omgeving evenveel partners als op de andere kaart; 1: geen enkele omgeving gemeenschappelijk (Bray-Curtis).</translation>
    </message>
    <message>
        <source>Other pattern of contact</source>
        <translation>Verschil in contactpatroon</translation>
    </message>
    <message>
        <source>How otherwise contact is spread, whoever the people are: 0 is the same pattern, 1 is quite another (Jensen-Shannon).</source>
        <translation>Hoe anders het contact verdeeld is, los van om wie het gaat: 0 is hetzelfde patroon, 1 een heel ander patroon (Jensen-Shannon).</translation>
    </message>
    <message>
        <source>Wishes that came true</source>
        <translation>Gewenst contact dat er nu is</translation>
    </message>
    <message>
        <source>Satisfied otherwise</source>
        <translation>Tevredenheid veranderd</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Omgevingen</translation>
    </message>
    <message>
        <source>Among my partners</source>
        <translation>Tussen mijn partners</translation>
    </message>
    <message>
        <source>Two drawings of two moments. The eyes that look may have changed too, and an answer that was very high or very low is often nearer the middle the next time. So a difference is not yet an effect of something.</source>
        <translation>Twee tekeningen van twee momenten. Misschien is er ook anders gekeken, en een antwoord dat heel hoog of heel laag was, ligt een volgende keer vaak dichter bij het midden. Een verschil hoeft dus niet ergens door te komen.</translation>
    </message>
    <message>
        <source>The same answers twice, and yet the difference stands out at one moment only: {names}. What stands out also depends on your other partners.</source>
        <translation>Twee keer dezelfde antwoorden, en toch is het verschil maar op één moment opvallend: {names}. Wat opvalt, hangt ook af van je andere partners.</translation>
    </message>
    <message>
        <source>Who is not there any more is not a loss by itself.</source>
        <translation>Dat iemand niet meer op de kaart staat, is niet vanzelf een verlies.</translation>
    </message>
    <message>
        <source>know each other now</source>
        <translation>kennen elkaar nu</translation>
    </message>
    <message>
        <source>no line any more</source>
        <translation>geen lijn meer</translation>
    </message>
    <message>
        <source>Place among the others</source>
        <translation>Plaats tussen de anderen</translation>
    </message>
    <message>
        <source>Inside and outside the school</source>
        <translation>Binnen en buiten de school</translation>
    </message>
    <message>
        <source>What came of what I intended</source>
        <translation>Wat er van mijn voornemens kwam</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>belang</translation>
    </message>
    <message>
        <source>{what}: then {then}, then seen from now {again}, now {now}</source>
        <translation>{what}: toen {then}, achteraf bekeken {again}, nu {now}</translation>
    </message>
    <message>
        <source>With the eyes of now</source>
        <translation>Zo kijk ik er nu op terug</translation>
    </message>
    <message>
        <source>in the place of {name}</source>
        <translation>opvolger van {name}</translation>
    </message>
    <message>
        <source>you wished for contact with them</source>
        <translation>je wilde graag contact</translation>
    </message>
    <message>
        <source>{name} took their place</source>
        <translation>opgevolgd door {name}</translation>
    </message>
    <message>
        <source>{before}, now {after}</source>
        <translation>{before}, nu {after}</translation>
    </message>
    <message>
        <source>as you wished</source>
        <translation>zoals je wilde</translation>
    </message>
    <message>
        <source>you wished for more contact</source>
        <translation>je wilde vaker contact</translation>
    </message>
    <message>
        <source>you wished for less contact</source>
        <translation>je wilde minder vaak contact</translation>
    </message>
    <message>
        <source>you wished it to stay as it was</source>
        <translation>je wilde dat het zo bleef</translation>
    </message>
    <message>
        <source>you wished for contact, and there is</source>
        <translation>je wilde graag contact, en dat is er nu</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} van {all}</translation>
    </message>
    <message>
        <source>knows more of the others: {then} of {all} → {now} of {others}</source>
        <translation>kent meer van de anderen: {then} van {all} → {now} van {others}</translation>
    </message>
    <message>
        <source>knows fewer of the others: {then} of {all} → {now} of {others}</source>
        <translation>kent minder van de anderen: {then} van {all} → {now} van {others}</translation>
    </message>
    <message>
        <source>stands between more of the others than then</source>
        <translation>staat tussen meer van de anderen dan toen</translation>
    </message>
    <message>
        <source>stands between fewer of the others than then</source>
        <translation>staat tussen minder van de anderen dan toen</translation>
    </message>
    <message>
        <source>Who is on the map</source>
        <translation>Wie er op de kaart staat</translation>
    </message>
    <message>
        <source>The contact itself</source>
        <translation>Het contact zelf</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>The map as a whole</source>
        <translation>De kaart als geheel</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Nog geen contact</translation>
    </message>
    <message>
        <source>In another group</source>
        <translation>In een ander vak</translation>
    </message>
    <message>
        <source>Still there: {kept} of {all}. Came: {new}. Not on the map any more: {lost}.</source>
        <translation>Nog op de kaart: {kept} van {all}. Nieuw: {new}. Niet meer op de kaart: {lost}.</translation>
    </message>
    <message>
        <source>Contact or importance not filled in at both moments: {n} of those who are still there. What is missing does not count as a change.</source>
        <translation>Contact of belang niet op beide momenten ingevuld: bij {n} van wie er nog zijn. Wat ontbreekt, telt niet als verandering.</translation>
    </message>
    <message>
        <source>On the map without contact yet, and so not counted: {then} then, {now} now.</source>
        <translation>Op de kaart zonder contact, en dus niet meegeteld: toen {then}, nu {now}.</translation>
    </message>
    <message>
        <source>From group to group. All answers at both moments: {n} of {all}.</source>
        <translation>Van vak naar vak. Op beide momenten helemaal ingevuld: {n} van {all}.</translation>
    </message>
    <message>
        <source>On the map, no contact any more</source>
        <translation>Op de kaart, geen contact meer</translation>
    </message>
    <message>
        <source>On neither map is there anybody you have contact with yet.</source>
        <translation>Op geen van beide kaarten staat al iemand met wie je contact hebt.</translation>
    </message>
    <message>
        <source>On the map, no contact any more: {n}.</source>
        <translation>Op de kaart, geen contact meer: {n}.</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>Copied: {who}. Paste in another map, or anywhere.</source>
        <translation>Gekopieerd: {who}. Je kunt dit plakken in een andere kaart of een ander programma.</translation>
    </message>
    <message>
        <source>There are no names to paste.</source>
        <translation>Er zijn geen namen om te plakken.</translation>
    </message>
    <message>
        <source>Added: {who}.</source>
        <translation>Toegevoegd: {who}.</translation>
    </message>
    <message>
        <source>A map holds {most} partners. There was no room for {who}.</source>
        <translation>Op een kaart passen {most} partners. Er was geen plaats voor {who}.</translation>
    </message>
    <message>
        <source>Not understood, so left out: {cells}.</source>
        <translation>Niet begrepen, en dus niet overgenomen: {cells}.</translation>
    </message>
    <message>
        <source>The text was too long: its end was not read.</source>
        <translation>De tekst was te lang: het eind is niet gelezen.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>Wat is er veranderd?</translation>
    </message>
    <message>
        <source>Nothing that was filled in twice differs.</source>
        <translation>Wat je twee keer hebt ingevuld, is gelijk gebleven.</translation>
    </message>
    <message>
        <source>Do you know why?</source>
        <translation>Weet je hoe het komt?</translation>
    </message>
    <message>
        <source>Who has learned to look, judges otherwise. How would you rate the earlier moment, knowing what you know now? It is kept apart and changes nothing there.</source>
        <translation>Misschien kijk je nu anders dan toen. Hoe zou je het eerdere moment invullen met wat je nu weet? Die antwoorden worden apart bewaard en veranderen niets aan het eerdere moment.</translation>
    </message>
    <message>
        <source>Rate it again …</source>
        <translation>Opnieuw invullen …</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Ties between partners</source>
        <translation>Lijnen tussen partners</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichtheid</translation>
    </message>
    <message>
        <source>Density with me</source>
        <translation>Dichtheid met mij erbij</translation>
    </message>
    <message>
        <source>Mean degree</source>
        <translation>Gemiddeld aantal lijnen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Losse groepen</translation>
    </message>
    <message>
        <source>Isolates</source>
        <translation>Alleen via mij</translation>
    </message>
    <message>
        <source>Largest component</source>
        <translation>Grootste groep</translation>
    </message>
    <message>
        <source>Pairs only through me</source>
        <translation>Paren alleen via mij</translation>
    </message>
    <message>
        <source>Effective size</source>
        <translation>Effectieve omvang</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Efficiëntie</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Constraint</translation>
    </message>
    <message>
        <source>Hierarchy</source>
        <translation>Hiërarchie</translation>
    </message>
    <message>
        <source>Ego betweenness</source>
        <translation>Mijn tussenpositie</translation>
    </message>
    <message>
        <source>Ego betweenness, normalised</source>
        <translation>Mijn tussenpositie, genormaliseerd</translation>
    </message>
    <message>
        <source>Hinge partners</source>
        <translation>Verbinders</translation>
    </message>
    <message>
        <source>Share outside the school</source>
        <translation>Aandeel buiten de school</translation>
    </message>
    <message>
        <source>E-I index by heads</source>
        <translation>E-I-index naar personen</translation>
    </message>
    <message>
        <source>E-I index by contact</source>
        <translation>E-I-index naar contacttijd</translation>
    </message>
    <message>
        <source>Blau&apos;s diversity of settings</source>
        <translation>Blau-diversiteit van omgevingen</translation>
    </message>
    <message>
        <source>IQV of settings</source>
        <translation>IQV van omgevingen</translation>
    </message>
    <message>
        <source>Concentration of contact (HHI)</source>
        <translation>Concentratie van contact (HHI)</translation>
    </message>
    <message>
        <source>Largest share of contact</source>
        <translation>Grootste aandeel in contact</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Verbinder in de school</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>Bemiddelaar binnen één omgeving</translation>
    </message>
    <message>
        <source>Gatekeeper</source>
        <translation>Poort tussen school en buiten</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Schakel tussen omgevingen</translation>
    </message>
    <message>
        <source>Partners with both answers</source>
        <translation>Partners met beide antwoorden</translation>
    </message>
    <message>
        <source>Concordant pairs</source>
        <translation>Paren in dezelfde richting</translation>
    </message>
    <message>
        <source>Discordant pairs</source>
        <translation>Paren in omgekeerde richting</translation>
    </message>
    <message>
        <source>Kendall&apos;s tau-b</source>
        <translation>Kendalls tau-b</translation>
    </message>
    <message>
        <source>Goodman and Kruskal&apos;s gamma</source>
        <translation>Goodman en Kruskals gamma</translation>
    </message>
    <message>
        <source>Spearman&apos;s rho</source>
        <translation>Spearmans rho</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Belang</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>Vak</translation>
    </message>
    <message>
        <source>Notable</source>
        <translation>Opvallend</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wens</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Lijnen</translation>
    </message>
    <message>
        <source>Betweenness</source>
        <translation>Tussenpositie</translation>
    </message>
    <message>
        <source>Wished: more often</source>
        <translation>Gewenst: vaker</translation>
    </message>
    <message>
        <source>Wished: less often</source>
        <translation>Gewenst: minder vaak</translation>
    </message>
    <message>
        <source>As often as wished</source>
        <translation>Zo vaak als gewenst</translation>
    </message>
    <message>
        <source>Important and not satisfied</source>
        <translation>Belangrijk en niet tevreden</translation>
    </message>
    <message>
        <source>Important, no contact yet</source>
        <translation>Belangrijk, nog geen contact</translation>
    </message>
    <message>
        <source>No notable differences</source>
        <translation>Geen opvallende verschillen</translation>
    </message>
    <message>
        <source>Notable, and as wished</source>
        <translation>Opvallend, en zoals gewenst</translation>
    </message>
    <message>
        <source>No partners yet</source>
        <translation>Nog geen partners</translation>
    </message>
    <message>
        <source>Few partners rated</source>
        <translation>Weinig partners ingevuld</translation>
    </message>
    <message>
        <source>Outside the school: partners, contacts</source>
        <translation>Buiten de school: partners, contacten</translation>
    </message>
    <message>
        <source>More important, also more often (pairs)</source>
        <translation>Belangrijker, ook vaker (paren)</translation>
    </message>
    <message>
        <source>All equally important</source>
        <translation>Allemaal even belangrijk</translation>
    </message>
    <message>
        <source>All equally often</source>
        <translation>Allemaal even vaak</translation>
    </message>
    <message>
        <source>Know the others only through me</source>
        <translation>Kennen de anderen alleen via mij</translation>
    </message>
    <message>
        <source>All know each other</source>
        <translation>Iedereen kent elkaar</translation>
    </message>
    <message>
        <source>Settings with nobody</source>
        <translation>Omgevingen zonder partners</translation>
    </message>
    <message>
        <source>Named as most important</source>
        <translation>Met een ster</translation>
    </message>
    <message>
        <source>For the whole group</source>
        <translation>Voor de hele groep</translation>
    </message>
    <message>
        <source>Doing together</source>
        <translation>Samen-DOEN</translation>
    </message>
    <message>
        <source>Consulting</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Nog geen contact</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gebleven</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Niet meer op de kaart</translation>
    </message>
    <message>
        <source>Stability (Jaccard)</source>
        <translation>Stabiliteit (Jaccard)</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Deel dat bleef</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Wisseling</translation>
    </message>
    <message>
        <source>Net change</source>
        <translation>Verschil in aantal</translation>
    </message>
    <message>
        <source>The contact itself</source>
        <translation>Het contact zelf</translation>
    </message>
    <message>
        <source>More contact</source>
        <translation>Vaker contact</translation>
    </message>
    <message>
        <source>Less contact</source>
        <translation>Minder vaak contact</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Belangrijker</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>Minder belangrijk</translation>
    </message>
    <message>
        <source>More satisfied</source>
        <translation>Meer tevreden</translation>
    </message>
    <message>
        <source>Less satisfied</source>
        <translation>Minder tevreden</translation>
    </message>
    <message>
        <source>Kept, with all answers twice</source>
        <translation>Gebleven, twee keer ingevuld</translation>
    </message>
    <message>
        <source>In another quadrant</source>
        <translation>In een ander vak</translation>
    </message>
    <message>
        <source>Contact went as wished</source>
        <translation>Contact veranderd zoals gewenst</translation>
    </message>
    <message>
        <source>Who is on the map</source>
        <translation>Wie er op de kaart staat</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>Ties that stayed (Jaccard)</source>
        <translation>Lijnen die bleven (Jaccard)</translation>
    </message>
    <message>
        <source>The map as a whole</source>
        <translation>De kaart als geheel</translation>
    </message>
    <message>
        <source>E-I index by heads, change</source>
        <translation>Verschil in E-I-index naar personen</translation>
    </message>
    <message>
        <source>IQV of settings, change</source>
        <translation>Verschil in IQV van omgevingen</translation>
    </message>
    <message>
        <source>Other settings (Bray-Curtis)</source>
        <translation>Verschil in omgevingen (Bray-Curtis)</translation>
    </message>
    <message>
        <source>Other pattern of contact (JSD)</source>
        <translation>Verschil in contactpatroon (JSD)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lijnen</translation>
    </message>
    <message>
        <source>Between others</source>
        <translation>Tussenpositie</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>rang</translation>
    </message>
    <message>
        <source>Kinds both have</source>
        <translation>Soorten die beiden hebben</translation>
    </message>
    <message>
        <source>Only in the first</source>
        <translation>Alleen in de eerste</translation>
    </message>
    <message>
        <source>Only in the second</source>
        <translation>Alleen in de tweede</translation>
    </message>
    <message>
        <source>Kinds in common (Jaccard)</source>
        <translation>Gemeenschappelijke soorten (Jaccard)</translation>
    </message>
    <message>
        <source>Importance alike (tau-b)</source>
        <translation>Overeenkomst in belang (tau-b)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n.v.t.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Lines between partners drawn</source>
        <translation>Lijnen tussen partners getekend</translation>
    </message>
    <message>
        <source>{n}, and {wished} without contact yet</source>
        <translation>{n}, en {wished} nog zonder contact</translation>
    </message>
    <message>
        <source>On the map, no contact any more</source>
        <translation>Op de kaart, geen contact meer</translation>
    </message>
    <message>
        <source>(known of {known} of {of})</source>
        <translation>(bekend van {known} van de {of})</translation>
    </message>
    <message>
        <source>({wished} without contact yet, left out)</source>
        <translation>({wished} nog zonder contact, niet meegeteld)</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>As one map</source>
        <translation>Als één kaart</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als tabel</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>In cijfers</translation>
    </message>
</context>
<context>
    <name>ContinuePanel</name>
    <message>
        <source>end</source>
        <translation>eind</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>begin</translation>
    </message>
    <message>
        <source>A new map in the same series. All partners come along as who they are, with their place, kind, setting, ties and outlines; so do intentions that are still open.</source>
        <translation>Een nieuwe kaart in dezelfde reeks. Alle partners gaan mee zoals ze zijn, met hun plek, soort, omgeving, lijnen en omlijningen; voornemens die nog openstaan ook.</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Kies een datum</translation>
    </message>
    <message>
        <source>Rate everybody anew</source>
        <translation>Bij iedereen opnieuw invullen</translation>
    </message>
    <message>
        <source>Begin with the ratings of the earlier moment</source>
        <translation>Beginnen met de antwoorden van het vorige moment</translation>
    </message>
    <message>
        <source>Who sees the old answer tends to give it again; anew is more honest.</source>
        <translation>Wie het oude antwoord ziet, geeft al gauw hetzelfde; opnieuw invullen geeft een frisser beeld.</translation>
    </message>
    <message>
        <source>The earlier moment is finished now</source>
        <translation>Het vorige moment is nu afgerond</translation>
    </message>
    <message>
        <source>It then stays as it is. In the list you can open it again for changes.</source>
        <translation>Het blijft dan zoals het is. In de lijst kun je het weer openzetten.</translation>
    </message>
    <message>
        <source>Make the new moment</source>
        <translation>Nieuw moment maken</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
</context>
<context>
    <name>ControlAndTrust</name>
    <message>
        <source>Own control and trust</source>
        <translation>Eigen regie en vertrouwen</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>This is not a date Kring can read, so it is not kept. For example: {date}</source>
        <translation>Dit is geen datum die Kring kan lezen, dus die is niet bewaard. Bijvoorbeeld: {date}</translation>
    </message>
    <message>
        <source>This is not a date Kring can read. {kept} stays as it was. For example: {date}</source>
        <translation>Dit is geen datum die Kring kan lezen. {kept} blijft staan. Bijvoorbeeld: {date}</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan gemaakt: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Opnieuw uitgevoerd: {what}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>{who} are one partner now: {name}.</source>
        <translation>{who} zijn nu samen één: {name}.</translation>
    </message>
    <message>
        <source>They differed, and the first answer stays: {fields}.</source>
        <translation>Ze verschilden in {fields}; het eerste antwoord blijft staan.</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Select the people who belong together first.</source>
        <translation>Selecteer eerst wie bij elkaar horen.</translation>
    </message>
    <message>
        <source>There are no outlines and no texts here.</source>
        <translation>Hier staan geen omlijningen en geen teksten.</translation>
    </message>
    <message>
        <source>Arrow keys move it, Enter changes it, Delete removes it.</source>
        <translation>Met de pijltjestoetsen verplaats je de tekst, met Enter wijzig je hem, met Delete haal je hem weg.</translation>
    </message>
    <message>
        <source>Enter changes the label, Delete removes it.</source>
        <translation>Met Enter wijzig je het bijschrift, met Delete haal je de omlijning weg.</translation>
    </message>
</context>
<context>
    <name>DrawnMenu</name>
    <message>
        <source>Write a text</source>
        <translation>Tekst schrijven</translation>
    </message>
    <message>
        <source>Draw an outline around those selected</source>
        <translation>Omlijning om de selectie tekenen</translation>
    </message>
    <message>
        <source>Rub out all lines of the pen ({n})</source>
        <translation>Alle penlijnen uitgummen ({n})</translation>
    </message>
    <message>
        <source>Nothing is drawn yet</source>
        <translation>Er is nog niets getekend</translation>
    </message>
    <message>
        <source>Select its people</source>
        <translation>Iedereen erin selecteren</translation>
    </message>
    <message>
        <source>Move with the arrow keys</source>
        <translation>Verplaatsen met de pijltjestoetsen</translation>
    </message>
    <message>
        <source>Change the label …</source>
        <translation>Bijschrift wijzigen …</translation>
    </message>
    <message>
        <source>Change the text …</source>
        <translation>Tekst wijzigen …</translation>
    </message>
    <message>
        <source>Remove the outline</source>
        <translation>Omlijning weghalen</translation>
    </message>
    <message>
        <source>Remove the text</source>
        <translation>Tekst weghalen</translation>
    </message>
    <message>
        <source>Text: {text}</source>
        <translation>Tekst: {text}</translation>
    </message>
    <message>
        <source>Outline: {label}, {count}</source>
        <translation>Omlijning: {label}, {count}</translation>
    </message>
</context>
<context>
    <name>Dumbbells</name>
    <message>
        <source>List of differences</source>
        <translation>Lijst van verschillen</translation>
    </message>
</context>
<context>
    <name>EraserTool</name>
    <message>
        <source>Eraser for lines of the pen</source>
        <translation>Gum voor penlijnen</translation>
    </message>
    <message>
        <source>Drag over lines of the pen to rub them out. Esc stops.</source>
        <translation>Sleep over penlijnen om ze uit te gummen. Esc stopt.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>mine</source>
        <translation>van mij</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>van de ander</translation>
    </message>
    <message>
        <source>{answer} ({n} times)</source>
        <translation>{answer} ({n} keer)</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Add to my maps</source>
        <translation>Bij mijn kaarten zetten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back to the map (Esc)</source>
        <translation>Terug naar de kaart (Esc)</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Contact and importance</source>
        <translation>Contact en belang</translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation>Om over te praten</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>From somebody else</source>
        <translation>Van een ander</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>low in your own order</source>
        <translation>laag in je eigen volgorde</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoog</translation>
    </message>
    <message>
        <source>low</source>
        <translation>laag</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Valt op</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>The plot as a picture …</source>
        <translation>De grafiek als afbeelding …</translation>
    </message>
    <message>
        <source>The list as a picture …</source>
        <translation>De lijst als afbeelding …</translation>
    </message>
    <message>
        <source>All values as a table (CSV) …</source>
        <translation>Alle waarden als tabel (CSV) …</translation>
    </message>
    <message>
        <source>The plot as a picture</source>
        <translation>De grafiek als afbeelding</translation>
    </message>
    <message>
        <source>plot</source>
        <translation>grafiek</translation>
    </message>
    <message>
        <source>The list as a picture</source>
        <translation>De lijst als afbeelding</translation>
    </message>
    <message>
        <source>list</source>
        <translation>lijst</translation>
    </message>
    <message>
        <source>All values as a table</source>
        <translation>Alle waarden als tabel</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>values</source>
        <translation>waarden</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>Afbeelding (*.png);;Tekening (*.svg)</translation>
    </message>
    <message>
        <source>{file} is kept. It holds the names of your partners.</source>
        <translation>{file} is bewaard. De namen van je partners staan erin.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>What exactly is this?</source>
        <translation>Wat is dit precies?</translation>
    </message>
    <message>
        <source>Show who</source>
        <translation>Toon wie</translation>
    </message>
    <message>
        <source>{what}. Show who</source>
        <translation>{what}. Toon wie</translation>
    </message>
    <message>
        <source>What exactly is this: {what}</source>
        <translation>Wat is dit precies: {what}</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message>
        <source>Then</source>
        <translation>Toen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Between the two moments</source>
        <translation>Tussen de twee momenten</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Your network in figures</source>
        <translation>Je netwerk in cijfers</translation>
    </message>
    <message>
        <source>Who is on your map</source>
        <translation>Wie er op je kaart staat</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>More exact</source>
        <translation>Uitgebreid</translation>
    </message>
    <message>
        <source>For who wants to know exactly. There is no norm for any of these.</source>
        <translation>Voor wie het precies wil weten. Deze cijfers hebben geen norm: hoger is niet beter.</translation>
    </message>
    <message>
        <source>A list of who knows whom …</source>
        <translation>Lijst: wie kent wie …</translation>
    </message>
    <message>
        <source>From four partners on there is something to say here.</source>
        <translation>Vanaf vier partners valt hier iets te zeggen.</translation>
    </message>
    <message>
        <source>Partners without contact yet do not count.</source>
        <translation>Partners met wie je nog geen contact hebt, tellen niet mee.</translation>
    </message>
    <message>
        <source>I have drawn the lines between my partners</source>
        <translation>Ik heb de lijnen tussen mijn partners getekend</translation>
    </message>
    <message>
        <source>Tick this once you have drawn the lines between your partners; then you see here who knows whom. It also stands in “About this map”.</source>
        <translation>Vink dit aan als je de onderlinge lijnen hebt getekend; dan zie je hier wie elkaar kent. Het staat ook bij ‘Over deze kaart’.</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>Filter: {who}</source>
        <translation>Filter: {who}</translation>
    </message>
    <message>
        <source>Show a part of your partners; the others step back</source>
        <translation>Laat een deel van je partners zien; de rest wordt lichter</translation>
    </message>
    <message>
        <source>Filter, shown: {who}</source>
        <translation>Filter, je ziet: {who}</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Your map</source>
        <translation>Je kaart</translation>
    </message>
    <message>
        <source>You would like more contact</source>
        <translation>Je wilt vaker contact</translation>
    </message>
    <message>
        <source>You would like less contact</source>
        <translation>Je wilt minder vaak contact</translation>
    </message>
    <message>
        <source>Contact is as you want it</source>
        <translation>Het contact is zoals je het wilt</translation>
    </message>
    <message>
        <source>Important, and no contact yet</source>
        <translation>Belangrijk, en nog geen contact</translation>
    </message>
    <message>
        <source>Contact and importance</source>
        <translation>Contact en belang</translation>
    </message>
    <message>
        <source>Different, and as you want it</source>
        <translation>Een verschil dat bij je past</translation>
    </message>
    <message>
        <source>Still few answers</source>
        <translation>Nog weinig ingevuld</translation>
    </message>
    <message>
        <source>Inside and outside the school</source>
        <translation>Binnen en buiten de school</translation>
    </message>
    <message>
        <source>What it is aimed at</source>
        <translation>Waar het op gericht is</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Nog geen contact</translation>
    </message>
    <message>
        <source>{names} and {n} others</source>
        <translation>{names} en {n} anderen</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>Nobody is on the map yet. Begin with who you saw this week.</source>
        <translation>Er staat nog niemand op de kaart. Begin met wie je deze week hebt gezien.</translation>
    </message>
    <message>
        <source>With {names}.</source>
        <translation>Met {names}.</translation>
    </message>
    <message>
        <source>{names}: {first}, {then}.</source>
        <translation>{names}: {first}, {then}.</translation>
    </message>
    <message>
        <source>{names}: contact or importance is still open.</source>
        <translation>{names}: contact of belang is nog niet ingevuld.</translation>
    </message>
    <message>
        <source>You consult with {names}.</source>
        <translation>Je overlegt met {names}.</translation>
    </message>
    <message>
        <source>On the map, without contact: {names}.</source>
        <translation>Op de kaart, nog zonder contact: {names}.</translation>
    </message>
    <message>
        <source>important</source>
        <translation>belangrijk</translation>
    </message>
    <message>
        <source>Stands out: {what}</source>
        <translation>Valt op: {what}</translation>
    </message>
    <message>
        <source>Important, and not satisfied</source>
        <translation>Belangrijk, en niet tevreden</translation>
    </message>
    <message>
        <source>Nobody stands out</source>
        <translation>Niemand valt op</translation>
    </message>
    <message>
        <source>All equally important</source>
        <translation>Iedereen even belangrijk</translation>
    </message>
    <message>
        <source>All equally often</source>
        <translation>Met iedereen even vaak contact</translation>
    </message>
    <message>
        <source>Tied to nobody but you</source>
        <translation>Alleen een lijn naar jou</translation>
    </message>
    <message>
        <source>Only through you</source>
        <translation>Alleen via jou</translation>
    </message>
    <message>
        <source>Who connects others</source>
        <translation>Wie anderen verbindt</translation>
    </message>
    <message>
        <source>Everybody knows each other</source>
        <translation>Iedereen kent elkaar</translation>
    </message>
    <message>
        <source>Empty settings</source>
        <translation>Lege omgevingen</translation>
    </message>
    <message>
        <source>Your most important partners</source>
        <translation>Je belangrijkste partners</translation>
    </message>
    <message>
        <source>Doing together</source>
        <translation>Samen doen</translation>
    </message>
    <message>
        <source>Consulting</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>You have no contact yet with anybody on the map. Add who you do have contact with.</source>
        <translation>Met niemand op je kaart heb je al contact. Zet erbij met wie je wel contact hebt.</translation>
    </message>
    <message>
        <source>{names}: important to you, and it does not go as you would like yet.</source>
        <translation>{names}: belangrijk voor je, en het loopt nog niet zoals je wilt.</translation>
    </message>
    <message>
        <source>{names}: contact and importance differ, and that suits you.</source>
        <translation>{names}: contact en belang verschillen, en dat past bij je.</translation>
    </message>
    <message>
        <source>Contact and importance filled in: {rated}. From {fewest} partners on, Kring compares them with each other.</source>
        <translation>Contact en belang ingevuld: {rated}. Vanaf {fewest} partners vergelijkt Kring ze met elkaar.</translation>
    </message>
    <message>
        <source>Outside the school: {outside} of {all} partners. An estimated {percent} % of your contact goes there.</source>
        <translation>Buiten de school: {outside} van de {all} partners. Naar schatting gaat {percent}% van je contact daarheen.</translation>
    </message>
    <message>
        <source>You find everybody {important}, so there is nothing to compare contact with.</source>
        <translation>Je vindt iedereen {important}. Dan valt er niets te vergelijken met hoe vaak je contact hebt.</translation>
    </message>
    <message>
        <source>Contact is {often} with everybody, so there is nothing to compare importance with.</source>
        <translation>Je hebt met iedereen {often} contact. Dan valt er niets te vergelijken met belang.</translation>
    </message>
    <message>
        <source>Nobody on your map from: {settings}.</source>
        <translation>Niemand op je kaart uit: {settings}.</translation>
    </message>
    <message>
        <source>With a star: {count} of {size} partners. Of those, less contact than {cut}: {less_often}.</source>
        <translation>Met een ster: {count} van de {size} partners. Daarvan minder vaak contact dan {cut}: {less_often}.</translation>
    </message>
    <message>
        <source>With a star: {count} of {size} partners.</source>
        <translation>Met een ster: {count} van de {size} partners.</translation>
    </message>
    <message>
        <source>Filled in with {known} of {size} partners: {parts}.</source>
        <translation>Ingevuld bij {known} van de {size} partners: {parts}.</translation>
    </message>
    <message>
        <source>What you do is filled in for {known} of {size}: “doing together” is not among it.</source>
        <translation>Ingevuld wat je doet: bij {known} van de {size} partners. ‘Samen doen’ staat daar niet bij.</translation>
    </message>
    <message>
        <source>You do something together with {names}.</source>
        <translation>Samen doen: met {names}.</translation>
    </message>
    <message>
        <source>{names}: less contact than {cut}, but beside your other partners the difference is small.</source>
        <translation>{names}: minder vaak contact dan {cut}, maar vergeleken met je andere partners is het verschil klein.</translation>
    </message>
    <message>
        <source>{names}: contact {cut} or more, but beside your other partners the difference is small.</source>
        <translation>{names}: {cut} of vaker contact, maar vergeleken met je andere partners is het verschil klein.</translation>
    </message>
    <message>
        <source>{names}: on your map a line to you only.</source>
        <translation>{names}: op je kaart alleen een lijn naar jou.</translation>
    </message>
    <message>
        <source>Pairs of partners who reach each other only through you on your map: {pairs} of {all_pairs}.</source>
        <translation>Partners die elkaar op je kaart alleen via jou bereiken: {pairs} van de {all_pairs} paren.</translation>
    </message>
    <message>
        <source>Some of your partners are tied to others on your map only by way of {names}, or you.</source>
        <translation>Op je kaart zijn sommige partners alleen via jou of via {names} met anderen verbonden.</translation>
    </message>
    <message>
        <source>On your map all your partners know each other.</source>
        <translation>Op je kaart kennen al je partners elkaar.</translation>
    </message>
    <message>
        <source>({low} to {high}, as you are not sure of every line)</source>
        <translation>({low} tot {high}, want niet elke lijn weet je zeker)</translation>
    </message>
    <message>
        <source>Of every two partners who differ in both: more contact with the more important one in {concordant} of {pairs}.</source>
        <translation>Van elke twee partners die in contact én belang verschillen: met de belangrijkste ook het vaakst contact bij {concordant} van de {pairs}.</translation>
    </message>
    <message>
        <source>Contact and importance are far apart with none of {those}.</source>
        <translation>Bij geen van {those} liggen contact en belang ver uit elkaar.</translation>
    </message>
    <message>
        <source>Of {those}, outside the school: {outside}. An estimated {percent} % of your contact with them goes there.</source>
        <translation>Van {those} buiten de school: {outside}. Naar schatting gaat {percent}% van je contact met hen daarheen.</translation>
    </message>
    <message>
        <source>Of {those}, every two who differ in both: more contact with the more important one in {concordant} of {pairs}.</source>
        <translation>Van {those}, elke twee die in contact én belang verschillen: met de belangrijkste ook het vaakst contact bij {concordant} van de {pairs}.</translation>
    </message>
    <message>
        <source>You find {those} all {important}, so there is nothing to compare contact with.</source>
        <translation>Je vindt {those} allemaal {important}. Dan valt er niets te vergelijken met hoe vaak je contact hebt.</translation>
    </message>
    <message>
        <source>Contact is {often} with all of {those}, so there is nothing to compare importance with.</source>
        <translation>Je hebt met {those} allemaal {often} contact. Dan valt er niets te vergelijken met belang.</translation>
    </message>
    <message>
        <source>With a star: {count} of the {size} partners you have contact with. Of those, less contact than {cut}: {less_often}.</source>
        <translation>Met een ster: {count} van de {size} partners met wie je contact hebt. Daarvan minder vaak contact dan {cut}: {less_often}.</translation>
    </message>
    <message>
        <source>With a star: {count} of the {size} partners you have contact with.</source>
        <translation>Met een ster: {count} van de {size} partners met wie je contact hebt.</translation>
    </message>
    <message>
        <source>What you do is filled in for {known} of {size}: “consulting” is not among it.</source>
        <translation>Ingevuld wat je doet: bij {known} van de {size} partners. ‘Overleggen’ staat daar niet bij.</translation>
    </message>
    <message>
        <source>the partners you have contact with</source>
        <translation>de partners met wie je contact hebt</translation>
    </message>
    <message>
        <source>the {known} of {of} partners with both answers</source>
        <translation>de {known} van de {of} partners van wie je beide hebt ingevuld</translation>
    </message>
    <message>
        <source>the {known} of {of} partners whose setting and contact are filled in</source>
        <translation>de {known} van de {of} partners van wie omgeving en contact zijn ingevuld</translation>
    </message>
    <message>
        <source>Pairs of the partners you have contact with who, leaving out whom you have no contact with yet, reach each other only through you on your map: {pairs} of {all_pairs}.</source>
        <translation>Partners die elkaar op je kaart alleen via jou bereiken, zonder wie je nog niet spreekt mee te tellen: {pairs} van de {all_pairs} paren.</translation>
    </message>
    <message>
        <source>Leaving out whom you have no contact with yet, some of your partners are tied to others on your map only by way of {names}, or you.</source>
        <translation>Tel je wie je nog niet spreekt niet mee, dan zijn op je kaart sommige partners alleen via jou of via {names} met anderen verbonden.</translation>
    </message>
    <message>
        <source>On your map all partners you have contact with know each other.</source>
        <translation>Op je kaart kennen alle partners met wie je contact hebt elkaar.</translation>
    </message>
    <message>
        <source>Nobody you have contact with has an answer on both contact and importance yet. Begin with “Rate”.</source>
        <translation>Van niemand met wie je contact hebt, zijn contact en belang allebei ingevuld. Begin met ‘Beoordelen’.</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>What your map says</source>
        <translation>Wat je kaart zegt</translation>
    </message>
    <message>
        <source>A few answers on one afternoon: a start for a conversation, not a verdict.</source>
        <translation>Een paar antwoorden van één moment. Het begin van een gesprek, geen oordeel.</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>Nog {n}</translation>
    </message>
    <message>
        <source>You said this is not so ({n})</source>
        <translation>Klopt niet volgens jou ({n})</translation>
    </message>
    <message>
        <source>Kept. It stands under Reflect, Intentions.</source>
        <translation>Bewaard. Je vindt het bij Reflectie, Voornemens.</translation>
    </message>
</context>
<context>
    <name>Giving</name>
    <message>
        <source>This setting</source>
        <translation>Deze omgeving</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Everything stays on this computer; Kring never uses the network.</source>
        <translation>Alles blijft op deze computer; Kring maakt nooit verbinding met internet.</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle sneltoetsen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>In class</source>
        <translation>In de les</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>With somebody selected</source>
        <translation>Als je iemand hebt geselecteerd</translation>
    </message>
    <message>
        <source>how often you have contact</source>
        <translation>hoe vaak je contact hebt</translation>
    </message>
    <message>
        <source>Shift + 1 – 5</source>
        <translation>Shift + 1 – 5</translation>
    </message>
    <message>
        <source>how important the contact is</source>
        <translation>hoe belangrijk het contact is</translation>
    </message>
    <message>
        <source>one of my most important</source>
        <translation>een van mijn belangrijkste partners</translation>
    </message>
    <message>
        <source>then others: they know each other</source>
        <translation>daarna anderen: zij kennen elkaar</translation>
    </message>
    <message>
        <source>who this is</source>
        <translation>wie dit is</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>naam wijzigen</translation>
    </message>
    <message>
        <source>back to “still to place”; once more: gone</source>
        <translation>terug bij ‘nog geen plek’; nog een keer: weg</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pijltjestoetsen</translation>
    </message>
    <message>
        <source>walk from person to person</source>
        <translation>van de een naar de ander lopen</translation>
    </message>
    <message>
        <source>Tools of the map</source>
        <translation>Gereedschap van de kaart</translation>
    </message>
    <message>
        <source>select</source>
        <translation>selecteren</translation>
    </message>
    <message>
        <source>who knows whom</source>
        <translation>wie kent wie</translation>
    </message>
    <message>
        <source>outline around people</source>
        <translation>omlijning om mensen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>pen</translation>
    </message>
    <message>
        <source>eraser</source>
        <translation>gum</translation>
    </message>
    <message>
        <source>walk through outlines and texts</source>
        <translation>langs omlijningen en teksten lopen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
    <message>
        <source>A word</source>
        <translation>Een woord</translation>
    </message>
    <message>
        <source>goes to “Name or role”: what you type is a new name</source>
        <translation>komt bij “Naam of rol”: wat je typt is een nieuwe naam</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Knows</source>
        <translation>Kent</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Grafiek</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
</context>
<context>
    <name>InsightRows</name>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Place in importance</source>
        <translation>Plaats naar belang</translation>
    </message>
    <message>
        <source>Place in contact</source>
        <translation>Plaats naar contact</translation>
    </message>
    <message>
        <source>Knows others</source>
        <translation>Kent anderen</translation>
    </message>
    <message>
        <source>Joins others</source>
        <translation>Staat tussen anderen</translation>
    </message>
    <message>
        <source>Place in importance less place in contact: above 0 is more important than often</source>
        <translation>Boven 0: hoger in belang dan in contact. Onder 0: andersom.</translation>
    </message>
    <message>
        <source>Where this partner stands in your own order of importance, 0 to 1</source>
        <translation>Waar deze partner staat in je eigen volgorde van belang, 0 tot 1</translation>
    </message>
    <message>
        <source>Where this partner stands in your own order of contact, 0 to 1</source>
        <translation>Waar deze partner staat in je eigen volgorde van contact, 0 tot 1</translation>
    </message>
    <message>
        <source>How many of your other partners this one knows</source>
        <translation>Hoeveel van je andere partners deze partner kent</translation>
    </message>
    <message>
        <source>How far this partner joins others, also without you</source>
        <translation>In hoeverre deze partner anderen verbindt, ook zonder jou</translation>
    </message>
    <message>
        <source>{name}: {importance}, contact {frequency}.</source>
        <translation>{name}: {importance}, contact {frequency}.</translation>
    </message>
    <message>
        <source>{name}: {importance}, {frequency}.</source>
        <translation>{name}: {importance}, {frequency}.</translation>
    </message>
    <message>
        <source>importance not filled in</source>
        <translation>belang niet ingevuld</translation>
    </message>
    <message>
        <source>As you want it.</source>
        <translation>Zoals je het wilt.</translation>
    </message>
    <message>
        <source>You would like: {frequency}.</source>
        <translation>Jij zou willen: {frequency}.</translation>
    </message>
</context>
<context>
    <name>IntentionCard</name>
    <message>
        <source>How far is it?</source>
        <translation>Hoe ver is het?</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>Kies een dag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Iemand nieuws</translation>
    </message>
    <message>
        <source>Who would you like to work with?</source>
        <translation>Met wie zou je willen samenwerken?</translation>
    </message>
    <message>
        <source>Somebody new …</source>
        <translation>Iemand nieuws …</translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>uiterlijk {date}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
</context>
<context>
    <name>IntentionsPage</name>
    <message>
        <source>What are you going to do?</source>
        <translation>Wat ga je doen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Behind you</source>
        <translation>Gedaan of losgelaten</translation>
    </message>
    <message>
        <source>Reminders for your calendar …</source>
        <translation>Herinneringen voor je agenda …</translation>
    </message>
    <message>
        <source>One clear intention is enough: strengthen a contact, let one be looser, look for a new partner, or do something together once.</source>
        <translation>Eén duidelijk voornemen is genoeg: een contact versterken, er een wat losser laten, een nieuwe partner zoeken, of een keer iets samen doen.</translation>
    </message>
    <message>
        <source>This map is closed for changes, so there is no writing.</source>
        <translation>Deze kaart is afgerond. Zet hem weer open om te schrijven.</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Agenda (*.ics)</translation>
    </message>
    <message>
        <source>In those reminders stands: {names}. Can others read your calendar?</source>
        <translation>In die herinneringen staat: {names}. Kunnen anderen je agenda lezen?</translation>
    </message>
    <message>
        <source>Reminders for your calendar, with what you intend and the names in it</source>
        <translation>Herinneringen voor je agenda, met je voornemens en de namen erin</translation>
    </message>
    <message>
        <source>The reminders are in {file}. Open it with your calendar. What you intend is in them, with the names of your partners: mind who else sees that calendar.</source>
        <translation>De herinneringen staan in {file}. Open het met je agenda. Je voornemens staan erin, met de namen van je partners: let op wie die agenda nog meer ziet.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Only on my map</source>
        <translation>Alleen op mijn kaart</translation>
    </message>
    <message>
        <source>On both</source>
        <translation>Op allebei</translation>
    </message>
    <message>
        <source>Only on theirs</source>
        <translation>Alleen op de kaart van de ander</translation>
    </message>
    <message>
        <source>Without a kind, so in none of these lists: {mine} of mine, {theirs} of theirs.</source>
        <translation>Nog geen soort gekozen: bij mij {mine}, bij de ander {theirs}. Die staan niet in deze lijsten.</translation>
    </message>
    <message>
        <source>No contact yet, so not counted here: {mine} on mine, {theirs} on theirs.</source>
        <translation>Nog geen contact, dus hier niet meegeteld: {mine} op mijn kaart, {theirs} op die van de ander.</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>This map cannot be changed now</source>
        <translation>Deze kaart kan nu niet gewijzigd worden</translation>
    </message>
    <message>
        <source>Only in the lens {lens}</source>
        <translation>Alleen te zien bij {lens}</translation>
    </message>
    <message>
        <source>Not in the lens {lens}</source>
        <translation>Niet in de lens {lens}</translation>
    </message>
</context>
<context>
    <name>Layer</name>
    <message>
        <source>Line to me: how often</source>
        <translation>Lijn naar mij: hoe vaak</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>Arrow: from who takes the initiative</source>
        <translation>Pijl: van wie het initiatief neemt</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>Niet tevreden</translation>
    </message>
    <message>
        <source>More or less contact wished</source>
        <translation>Vaker of minder vaak contact gewenst</translation>
    </message>
    <message>
        <source>Contact and importance differ</source>
        <translation>Contact en belang verschillen</translation>
    </message>
    <message>
        <source>Flag: something intended</source>
        <translation>Vlaggetje: je hebt hier een voornemen</translation>
    </message>
    <message>
        <source>Outlines, texts and pen</source>
        <translation>Omlijningen, teksten en pen</translation>
    </message>
    <message>
        <source>Size: how many others they know</source>
        <translation>Grootte: hoeveel anderen ze kennen</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Keep a copy of this map, with all names and notes</source>
        <translation>Een kopie van deze kaart bewaren, met alle namen en notities</translation>
    </message>
    <message>
        <source>Maps of Kring (*.kring)</source>
        <translation>Kaarten van Kring (*.kring)</translation>
    </message>
    <message>
        <source>The copy {file} is in the folder {folder}. It holds this one map, with all names and notes.</source>
        <translation>De kopie {file} staat in de map {folder}. Er zit deze ene kaart in, met alle namen en notities.</translation>
    </message>
    <message>
        <source>The file {file} is in the folder {folder}. Hand it on as you like: by stick, mail or school.</source>
        <translation>Het bestand {file} staat in de map {folder}. Geef het door zoals je wilt: met een usb-stick, per mail of via de leeromgeving.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map op je computer openen</translation>
    </message>
    <message>
        <source>The folder is {folder}.</source>
        <translation>De map is {folder}.</translation>
    </message>
    <message>
        <source>The picture {file} is in the folder {folder}.</source>
        <translation>De afbeelding {file} staat in de map {folder}.</translation>
    </message>
    <message>
        <source>The report {file} is in the folder {folder}.</source>
        <translation>Het verslag {file} staat in de map {folder}.</translation>
    </message>
    <message>
        <source>The picture is copied. Paste it wherever you like.</source>
        <translation>De afbeelding is gekopieerd. Plak hem waar je wilt.</translation>
    </message>
    <message>
        <source>No file was made yet since Kring was started.</source>
        <translation>Sinds Kring open is, is er nog geen bestand gemaakt.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Close the legend</source>
        <translation>Legenda sluiten</translation>
    </message>
    <message>
        <source>Close the legend (Esc)</source>
        <translation>Legenda sluiten (Esc)</translation>
    </message>
    <message>
        <source>from importance to contact</source>
        <translation>van belang naar contact</translation>
    </message>
    <message>
        <source>in the school, outside</source>
        <translation>in de school, erbuiten</translation>
    </message>
    <message>
        <source>know each other: {answer}</source>
        <translation>kennen elkaar: {answer}</translation>
    </message>
    <message>
        <source>For this, say in “About this map” that the lines are drawn</source>
        <translation>Vink hiervoor bij ‘Over deze kaart’ aan dat de lijnen getekend zijn</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Belang</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Everybody where you put them (F5)</source>
        <translation>Je zet iedereen neer waar je wilt (F5)</translation>
    </message>
    <message>
        <source>The nearer to you, the more important the contact (F6)</source>
        <translation>Hoe dichter bij jou, hoe belangrijker het contact (F6)</translation>
    </message>
    <message>
        <source>The nearer to you, the more often you have contact (F7)</source>
        <translation>Hoe dichter bij jou, hoe vaker je contact hebt (F7)</translation>
    </message>
    <message>
        <source>Where importance puts them, and where contact would (F8)</source>
        <translation>Laat zien waar belang en contact uiteenlopen (F8)</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Nobody is on the map yet.</source>
        <translation>Er staat nog niemand op de kaart.</translation>
    </message>
    <message>
        <source>{n} rated on contact and importance. From five on, you see here where each stands in your own order.</source>
        <translation>Contact en belang allebei ingevuld: {n}. Vanaf vijf partners zie je hier waar ieder staat in je eigen volgorde.</translation>
    </message>
    <message>
        <source>Nobody is in the filter.</source>
        <translation>Niemand past bij dit filter.</translation>
    </message>
</context>
<context>
    <name>LookBack</name>
    <message>
        <source>How often was there contact, seen from now?</source>
        <translation>Als je nu terugkijkt: hoe vaak was er toen contact?</translation>
    </message>
    <message>
        <source>How important was the contact, seen from now?</source>
        <translation>Als je nu terugkijkt: hoe belangrijk was het contact toen?</translation>
    </message>
    <message>
        <source>Back to {moment}</source>
        <translation>Terug naar {moment}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Live: only the map. Esc or F11 goes back.</source>
        <translation>Volledig scherm: alleen de kaart. Met Esc of F11 ga je terug.</translation>
    </message>
    <message>
        <source>What happened is written in {file}, without names.</source>
        <translation>Wat er gebeurde, staat in {file}, zonder namen.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map op je computer openen</translation>
    </message>
    <message>
        <source>Something went wrong in Kring itself. What you see on the map is kept.</source>
        <translation>Er ging iets mis in Kring zelf. Wat je op de kaart ziet, is bewaard.</translation>
    </message>
    <message>
        <source>What you are typing is not kept yet: “{text}”.</source>
        <translation>Wat je aan het typen bent, is nog niet bewaard: “{text}”.</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation>Kopieer wat ik typte</translation>
    </message>
    <message>
        <source>Not kept: “{text}”. Copy it, or close Kring once more to leave without it.</source>
        <translation>Niet bewaard: “{text}”. Kopieer het, of sluit Kring nog een keer om zonder dit te stoppen.</translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>From somebody else</source>
        <translation>Van een ander</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>afgerond</translation>
    </message>
    <message>
        <source>damaged: it cannot be opened</source>
        <translation>beschadigd: kan niet open</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Put back the last good state</source>
        <translation>Zet de laatste goede versie terug</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Continue …</source>
        <translation>Verdergaan …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Open again for changes</source>
        <translation>Weer openzetten</translation>
    </message>
    <message>
        <source>Finish: it stays as it is</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove for good …</source>
        <translation>Definitief verwijderen …</translation>
    </message>
</context>
<context>
    <name>MapForm</name>
    <message>
        <source>About this map</source>
        <translation>Over deze kaart</translation>
    </message>
    <message>
        <source>Untitled map</source>
        <translation>Kaart zonder titel</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Kies een datum</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>begin</translation>
    </message>
    <message>
        <source>end</source>
        <translation>eind</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>Initials or a made-up name will do</source>
        <translation>Initialen of een verzonnen naam is genoeg</translation>
    </message>
    <message>
        <source>How important is working with others to you?</source>
        <translation>Hoe belangrijk is samenwerken voor jou?</translation>
    </message>
    <message>
        <source>How satisfied are you with it on the whole?</source>
        <translation>Hoe tevreden ben je over je samenwerking in het algemeen?</translation>
    </message>
    <message>
        <source>not sure at all</source>
        <translation>helemaal niet zeker</translation>
    </message>
    <message>
        <source>not so sure</source>
        <translation>niet zo zeker</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>redelijk zeker</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>zeker</translation>
    </message>
    <message>
        <source>very sure</source>
        <translation>heel zeker</translation>
    </message>
    <message>
        <source>How sure do you feel in it?</source>
        <translation>Hoe zeker voel je je in de samenwerking?</translation>
    </message>
    <message>
        <source>I have drawn the lines between my partners</source>
        <translation>Ik heb de onderlinge lijnen getekend</translation>
    </message>
    <message>
        <source>Then two partners without a line do not know each other.</source>
        <translation>Partners zonder lijn kennen elkaar dan niet.</translation>
    </message>
    <message>
        <source>This map is finished</source>
        <translation>Deze kaart is afgerond</translation>
    </message>
    <message>
        <source>You can look at a finished map but not change it. Untick to go on with it.</source>
        <translation>Een afgeronde kaart kun je bekijken maar niet veranderen. Haal het vinkje weg om ermee verder te gaan.</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Who is around you? Type a name on the left and press Enter.</source>
        <translation>Wie staan er om je heen? Typ links een naam en druk op Enter.</translation>
    </message>
    <message>
        <source>Or look at an example first</source>
        <translation>Of bekijk eerst een voorbeeld</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>What the marks mean, and what is shown (Ctrl+Shift+L)</source>
        <translation>Wat de tekens betekenen, en wat je ziet (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Hele kaart tonen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>● importance
○ contact</source>
        <translation>● belang
○ contact</translation>
    </message>
</context>
<context>
    <name>MapScene</name>
    <message>
        <source>outside the rings: back to where it was</source>
        <translation>buiten de ringen: terug naar de oude plek</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of my partners</source>
        <translation>Kaart van mijn partners</translation>
    </message>
    <message>
        <source>Arrow keys walk from person to person. The table shows the same people.</source>
        <translation>Met de pijltjestoetsen loop je van persoon naar persoon. De tabel toont dezelfde mensen.</translation>
    </message>
</context>
<context>
    <name>MapsPage</name>
    <message>
        <source>My ecology</source>
        <translation>Mijn ecologie</translation>
    </message>
    <message>
        <source>My maps</source>
        <translation>Mijn kaarten</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Nieuwe kaart</translation>
    </message>
    <message>
        <source>Look at an example</source>
        <translation>Een voorbeeld bekijken</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Een bestand openen …</translation>
    </message>
    <message>
        <source>No maps yet. Start with a new one.</source>
        <translation>Nog geen kaarten. Begin met een nieuwe.</translation>
    </message>
    <message>
        <source>Removed (kept for at least 30 days)</source>
        <translation>Verwijderd (nog minstens 30 dagen terug te halen)</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (kopie)</translation>
    </message>
    <message>
        <source>Remove “{title}” for good, also from the backups?</source>
        <translation>“{title}” definitief verwijderen, ook uit de reservekopieën?</translation>
    </message>
    <message>
        <source>This cannot be undone. Files you made yourself stay.</source>
        <translation>Dit kan niet ongedaan gemaakt worden. Bestanden die je zelf hebt gemaakt, blijven.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Definitief verwijderen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Your maps are kept in {path}</source>
        <translation>Je kaarten staan in {path}</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Wijzigen …</translation>
    </message>
    <message>
        <source>Keep my maps elsewhere</source>
        <translation>Mijn kaarten ergens anders bewaren</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>The number of partners in this setting.</source>
        <translation>Het aantal partners in deze omgeving.</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Outside the school</source>
        <translation>Buiten de school</translation>
    </message>
    <message>
        <source>Partners in a setting outside the school, over those with a setting.</source>
        <translation>Partners in een omgeving buiten de school, gedeeld door de partners met een omgeving.</translation>
    </message>
    <message>
        <source>At least weekly contact</source>
        <translation>Minstens wekelijks contact</translation>
    </message>
    <message>
        <source>Partners with contact weekly or more often, over those whose contact is filled in.</source>
        <translation>Partners met wekelijks contact of vaker, gedeeld door de partners bij wie contact is ingevuld.</translation>
    </message>
    <message>
        <source>Named as one of your most important</source>
        <translation>Met een ster: je belangrijkste partners</translation>
    </message>
    <message>
        <source>Contact and importance differ notably</source>
        <translation>Contact en belang verschillen opvallend</translation>
    </message>
    <message>
        <source>In one of the two quadrants that differ, and the same way round at least 1/3 of all apart in the order of importance and in that of contact (quadrants: Martilla and James 1977; places as ridits: Bross 1958).</source>
        <translation>In een van de twee kwadranten die verschillen, en in diezelfde richting minstens een derde van de hele rij uit elkaar in de volgorde van belang en in die van contact (kwadranten: Martilla en James 1977; plaatsen als ridit: Bross 1958).</translation>
    </message>
    <message>
        <source>Pairs in which you see the more important partner more often</source>
        <translation>Paren waarin je de belangrijkere partner vaker ziet</translation>
    </message>
    <message>
        <source>All partners on the map, but those with “no contact yet” (n in formulas).</source>
        <translation>Alle partners op de kaart, behalve die met ‘nog geen contact’ (in formules: n).</translation>
    </message>
    <message>
        <source>Partners with a star, over all partners.</source>
        <translation>Partners met een ster, gedeeld door alle partners.</translation>
    </message>
    <message>
        <source>Of all pairs that differ in both importance and contact: those that differ in the same direction.</source>
        <translation>Van alle paren die in belang én contact verschillen: die in dezelfde richting verschillen.</translation>
    </message>
    <message>
        <source>You would like more contact with</source>
        <translation>Je wilt vaker contact met</translation>
    </message>
    <message>
        <source>Wished contact is above contact now.</source>
        <translation>Gewenst contact ligt boven het contact nu.</translation>
    </message>
    <message>
        <source>You would like less contact with</source>
        <translation>Je wilt minder vaak contact met</translation>
    </message>
    <message>
        <source>Wished contact is below contact now.</source>
        <translation>Gewenst contact ligt onder het contact nu.</translation>
    </message>
    <message>
        <source>Contact is as you want it with</source>
        <translation>Contact is zoals je het wilt met</translation>
    </message>
    <message>
        <source>Wished contact is the same as contact now.</source>
        <translation>Gewenst contact is gelijk aan het contact nu.</translation>
    </message>
    <message>
        <source>Know the others only through you</source>
        <translation>Kennen de anderen alleen via jou</translation>
    </message>
    <message>
        <source>Partners without a line to another partner.</source>
        <translation>Partners zonder lijn naar een andere partner.</translation>
    </message>
    <message>
        <source>Of all pairs of partners, know each other</source>
        <translation>Paren partners die elkaar kennen</translation>
    </message>
    <message>
        <source>Density without you: t/(n(n − 1)/2), with t the lines between partners.</source>
        <translation>Dichtheid zonder jou: t/(n(n − 1)/2), met t de lijnen tussen partners.</translation>
    </message>
    <message>
        <source>Separate groups, when you are not there</source>
        <translation>Losse groepen, als je jezelf wegdenkt</translation>
    </message>
    <message>
        <source>Components of the network without you.</source>
        <translation>Componenten van het netwerk zonder jou.</translation>
    </message>
    <message>
        <source>Partners in the largest group</source>
        <translation>Partners in de grootste groep</translation>
    </message>
    <message>
        <source>Size of the largest component of the network without you.</source>
        <translation>Grootte van de grootste component van het netwerk zonder jou.</translation>
    </message>
    <message>
        <source>Pairs that reach each other only through you</source>
        <translation>Paren die elkaar alleen via jou bereiken</translation>
    </message>
    <message>
        <source>Pairs of partners in different components without you; the share of all pairs is fragmentation (Borgatti 2006).</source>
        <translation>Paren van partners in verschillende componenten zonder jou; als deel van alle paren heet dit fragmentatie (Borgatti 2006).</translation>
    </message>
    <message>
        <source>Hinge partners: who keeps others together</source>
        <translation>Verbinders: wie anderen bij elkaar houdt</translation>
    </message>
    <message>
        <source>Cut vertices of the network without you: were they gone, partners who reach each other now would no longer do so.</source>
        <translation>Snijpunten van het netwerk zonder jou: zonder hen bereiken partners elkaar niet meer die dat nu wel doen.</translation>
    </message>
    <message>
        <source>Other partners a partner knows, on average</source>
        <translation>Andere partners die een partner kent, gemiddeld</translation>
    </message>
    <message>
        <source>Mean degree without you: 2t/n.</source>
        <translation>Gemiddelde graad zonder jou: 2t/n.</translation>
    </message>
    <message>
        <source>Pairs you are between, shared ways counted in part</source>
        <translation>Hoe vaak jij tussen twee partners staat die elkaar niet kennen</translation>
    </message>
    <message>
        <source>Over all pairs without a line: 1/(1 + the partners both know) (Everett and Borgatti 2005).</source>
        <translation>Opgeteld over alle paren zonder lijn: 1/(1 + het aantal partners dat ze allebei kennen) (Everett en Borgatti 2005).</translation>
    </message>
    <message>
        <source>Partners who do not overlap</source>
        <translation>Partners die elkaar niet overlappen</translation>
    </message>
    <message>
        <source>Effective size: n − 2t/n (Burt 1992; Borgatti 1997).</source>
        <translation>Effectieve omvang: n − 2t/n (Burt 1992; Borgatti 1997).</translation>
    </message>
    <message>
        <source>Of your partners, the part that does not overlap</source>
        <translation>Deel van je partners dat niet overlapt</translation>
    </message>
    <message>
        <source>Effective size over n (Burt 1992).</source>
        <translation>Effectieve omvang gedeeld door n (Burt 1992).</translation>
    </message>
    <message>
        <source>How much your partners are tied to each other around you</source>
        <translation>Hoe sterk je partners onderling verbonden zijn</translation>
    </message>
    <message>
        <source>Constraint: the sum over partners of (p + the sum of indirect p·p)², with p the share of your ties (Burt 1992). It can be above 1.</source>
        <translation>Constraint: de som over partners van (p + de som van indirecte p·p)², met p het deel van je lijnen (Burt 1992). Kan boven 1 uitkomen.</translation>
    </message>
    <message>
        <source>How far that comes from a few partners</source>
        <translation>In hoeverre dat van enkele partners komt</translation>
    </message>
    <message>
        <source>Hierarchy: the Coleman-Theil index of the constraints (Burt 1992).</source>
        <translation>Hiërarchie: de Coleman-Theil-index van de constraints (Burt 1992).</translation>
    </message>
    <message>
        <source>You join two inside the school</source>
        <translation>Je verbindt twee partners binnen de school</translation>
    </message>
    <message>
        <source>Pairs without a line, both inside the school (Gould and Fernandez 1989).</source>
        <translation>Paren zonder lijn, beiden binnen de school (Gould en Fernandez 1989).</translation>
    </message>
    <message>
        <source>You join two of one setting outside</source>
        <translation>Je verbindt twee partners uit één omgeving buiten de school</translation>
    </message>
    <message>
        <source>Pairs without a line, both of the same setting outside the school (Gould and Fernandez 1989).</source>
        <translation>Paren zonder lijn, beiden uit dezelfde omgeving buiten de school (Gould en Fernandez 1989).</translation>
    </message>
    <message>
        <source>You join the school with outside</source>
        <translation>Je verbindt de school met buiten</translation>
    </message>
    <message>
        <source>Pairs without a line, one inside and one outside the school (Gould and Fernandez 1989).</source>
        <translation>Paren zonder lijn, de een binnen en de ander buiten de school (Gould en Fernandez 1989).</translation>
    </message>
    <message>
        <source>You join two settings outside</source>
        <translation>Je verbindt twee omgevingen buiten de school</translation>
    </message>
    <message>
        <source>Pairs without a line, of two settings outside the school (Gould and Fernandez 1989).</source>
        <translation>Paren zonder lijn, uit twee omgevingen buiten de school (Gould en Fernandez 1989).</translation>
    </message>
    <message>
        <source>Outside or inside, by partners</source>
        <translation>Buiten of binnen, naar partners</translation>
    </message>
    <message>
        <source>E-I index: (outside − inside)/(outside + inside); −1 is all inside, +1 all outside (Krackhardt and Stern 1988).</source>
        <translation>E-I-index: (buiten − binnen)/(buiten + binnen); −1 is alles binnen, +1 alles buiten (Krackhardt en Stern 1988).</translation>
    </message>
    <message>
        <source>Outside or inside, by contact time (estimated)</source>
        <translation>Buiten of binnen, naar contacttijd (geschat)</translation>
    </message>
    <message>
        <source>The E-I index with contacts in a school year for partners.</source>
        <translation>De E-I-index met contacten in een schooljaar in plaats van partners.</translation>
    </message>
    <message>
        <source>Spread over the six settings</source>
        <translation>Spreiding over de zes omgevingen</translation>
    </message>
    <message>
        <source>Index of qualitative variation: (1 − the sum of squared shares) · 6/5 (Gibbs and Poston 1975).</source>
        <translation>Index van kwalitatieve variatie: (1 − de som van de gekwadrateerde aandelen) · 6/5 (Gibbs en Poston 1975).</translation>
    </message>
    <message>
        <source>Spread over the six settings, as entropy</source>
        <translation>Spreiding over de zes omgevingen, als entropie</translation>
    </message>
    <message>
        <source>−Σ p ln p over ln 6 (Shannon 1948).</source>
        <translation>−Σ p ln p gedeeld door ln 6 (Shannon 1948).</translation>
    </message>
    <message>
        <source>How far contact is with a few (estimated)</source>
        <translation>Hoe sterk je contact bij een paar partners zit (geschat)</translation>
    </message>
    <message>
        <source>Sum of squared shares of contact (Herfindahl-Hirschman); 1/n is even.</source>
        <translation>Som van de gekwadrateerde aandelen van het contact (Herfindahl-Hirschman); 1/n is gelijk verdeeld.</translation>
    </message>
    <message>
        <source>As if you had contact with so many (estimated)</source>
        <translation>Alsof je contacttijd gelijk verdeeld is over dit aantal partners (geschat)</translation>
    </message>
    <message>
        <source>1 over the sum of squared shares of contact.</source>
        <translation>1 gedeeld door de som van de gekwadrateerde aandelen van het contact.</translation>
    </message>
    <message>
        <source>Of all contact, with one partner (estimated)</source>
        <translation>Van al het contact, met één partner (geschat)</translation>
    </message>
    <message>
        <source>The largest share of contact in a school year.</source>
        <translation>Het grootste aandeel van het contact in een schooljaar.</translation>
    </message>
    <message>
        <source>Different things you do with a partner, on average</source>
        <translation>Aantal manieren van samenwerken per partner, gemiddeld</translation>
    </message>
    <message>
        <source>Multiplexity: ticked forms per partner, of those with at least one.</source>
        <translation>Multiplexiteit: aangevinkte vormen per partner, bij wie er minstens één heeft.</translation>
    </message>
    <message>
        <source>Of those, with two or more</source>
        <translation>Daarvan met twee of meer</translation>
    </message>
    <message>
        <source>Share of the partners with forms who have two or more.</source>
        <translation>Deel van de partners met een aangevinkte vorm dat er twee of meer heeft.</translation>
    </message>
    <message>
        <source>How contact and importance go together</source>
        <translation>Hoe contact en belang samengaan</translation>
    </message>
    <message>
        <source>Kendall&apos;s tau-b (Kendall 1945): −1 is the more important the less often, +1 the more important the more often. It describes this map and tests nothing.</source>
        <translation>Kendalls tau-b (Kendall 1945): −1 is hoe belangrijker, hoe minder vaak; +1 is hoe belangrijker, hoe vaker. Het beschrijft deze kaart en toetst niets.</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} van {whole}</translation>
    </message>
    <message>
        <source>{part} of {whole} filled in</source>
        <translation>{part} van {whole} ingevuld</translation>
    </message>
    <message>
        <source>can be {low} to {high}</source>
        <translation>ligt tussen {low} en {high}</translation>
    </message>
</context>
<context>
    <name>MomentHead</name>
    <message>
        <source>{n} without an answer on importance</source>
        <translation>{n} zonder antwoord op belang</translation>
    </message>
    <message>
        <source>{n} without an answer on contact</source>
        <translation>{n} zonder antwoord op contact</translation>
    </message>
    <message>
        <source>{n} without a place here</source>
        <translation>{n} hier zonder plek</translation>
    </message>
</context>
<context>
    <name>MomentHeads</name>
    <message>
        <source>Earlier moment</source>
        <translation>Eerder moment</translation>
    </message>
    <message>
        <source>Later moment</source>
        <translation>Later moment</translation>
    </message>
</context>
<context>
    <name>MomentView</name>
    <message>
        <source>Arrow keys walk from person to person. The list beside it says it in words.</source>
        <translation>Met de pijltjestoetsen loop je van persoon naar persoon. De lijst ernaast zegt het in woorden.</translation>
    </message>
</context>
<context>
    <name>Newcomers</name>
    <message>
        <source>Who is new?</source>
        <translation>Wie is er nieuw?</translation>
    </message>
    <message>
        <source>A name or a role, then Enter</source>
        <translation>Een naam of rol, dan Enter</translation>
    </message>
    <message>
        <source>Rate everybody</source>
        <translation>Contact en belang invullen</translation>
    </message>
    <message>
        <source>To the map</source>
        <translation>Naar de kaart</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Look at it beside my map</source>
        <translation>Naast mijn kaart bekijken</translation>
    </message>
    <message>
        <source>Add to my maps</source>
        <translation>Bij mijn kaarten zetten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>“{name}” is a map from somebody else, with {partners}.</source>
        <translation>‘{name}’ is een kaart van een ander, met {partners}.</translation>
    </message>
    <message>
        <source>“{name}” is not among your maps yet: a map with {partners}.</source>
        <translation>‘{name}’ staat nog niet bij je kaarten: het is een kaart met {partners}.</translation>
    </message>
    <message>
        <source>“{name}” is open as it is among your maps. The file differs. In the file: {what}.</source>
        <translation>“{name}” staat open zoals je die hier hebt. Het bestand is anders. In het bestand: {what}.</translation>
    </message>
    <message>
        <source>Make mine as in the file</source>
        <translation>Neem over wat in het bestand staat</translation>
    </message>
    <message>
        <source>“{name}” is open as you left it. The file is from before that. In the file: {what}.</source>
        <translation>“{name}” staat open zoals je die achterliet. Het bestand is van daarvoor. In het bestand: {what}.</translation>
    </message>
    <message>
        <source>Go back to the file</source>
        <translation>Ga terug naar het bestand</translation>
    </message>
    <message>
        <source>Keep it beside mine</source>
        <translation>Bewaar het ernaast</translation>
    </message>
    <message>
        <source>1 partner more</source>
        <translation>1 partner meer</translation>
    </message>
    <message>
        <source>{n} partners more</source>
        <translation>{n} partners meer</translation>
    </message>
    <message>
        <source>1 partner fewer</source>
        <translation>1 partner minder</translation>
    </message>
    <message>
        <source>{n} partners fewer</source>
        <translation>{n} partners minder</translation>
    </message>
    <message>
        <source>1 partner filled in otherwise</source>
        <translation>1 partner anders ingevuld</translation>
    </message>
    <message>
        <source>{n} partners filled in otherwise</source>
        <translation>{n} partners anders ingevuld</translation>
    </message>
    <message>
        <source>other lines between partners</source>
        <translation>andere lijnen tussen partners</translation>
    </message>
    <message>
        <source>something else about the map as a whole</source>
        <translation>iets anders over de kaart als geheel</translation>
    </message>
    <message>
        <source>other texts, drawings or intentions</source>
        <translation>andere teksten, tekeningen of voornemens</translation>
    </message>
</context>
<context>
    <name>OutlineTool</name>
    <message>
        <source>Outline around people</source>
        <translation>Omlijning om mensen</translation>
    </message>
    <message>
        <source>Nobody is inside. Draw a loop around people.</source>
        <translation>Er staat niemand in de lus. Teken een lus om mensen heen.</translation>
    </message>
    <message>
        <source>Draw a loop around people. Enter: around those selected. Esc stops.</source>
        <translation>Trek een lus om mensen heen. Enter: om wie je gekozen hebt. Esc stopt.</translation>
    </message>
    <message>
        <source>Draw a loop around the people who belong together. Esc stops.</source>
        <translation>Trek een lus om de mensen die bij elkaar horen. Esc stopt.</translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>I have drawn the lines between my partners</source>
        <translation>Ik heb de onderlinge lijnen getekend</translation>
    </message>
    <message>
        <source>Then two partners without a line do not know each other.</source>
        <translation>Partners zonder lijn kennen elkaar dan niet.</translation>
    </message>
</context>
<context>
    <name>PairPass</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Back to the map (Esc)</source>
        <translation>Terug naar de kaart (Esc)</translation>
    </message>
    <message>
        <source>Do they know each other?</source>
        <translation>Kennen zij elkaar?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>The pair before this one (Backspace)</source>
        <translation>Het vorige paar (Backspace)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Leave this pair open (Space)</source>
        <translation>Dit paar openlaten (spatiebalk)</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>J</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Don’t know</source>
        <translation>Weet ik niet</translation>
    </message>
    <message>
        <source>don’t know</source>
        <translation>weet ik niet</translation>
    </message>
    <message>
        <source>now: {answer}</source>
        <translation>nu: {answer}</translation>
    </message>
    <message>
        <source>{answer} ({key} or {digit})</source>
        <translation>{answer} ({key} of {digit})</translation>
    </message>
    <message>
        <source>{n} of {total} pairs</source>
        <translation>{n} van {total} paren</translation>
    </message>
    <message>
        <source>Do {a} and {b} know each other?</source>
        <translation>Kennen {a} en {b} elkaar?</translation>
    </message>
    <message>
        <source>Who knows {name}?</source>
        <translation>Wie kent {name}?</translation>
    </message>
    <message>
        <source>Who knows whom?</source>
        <translation>Wie kent wie?</translation>
    </message>
    <message>
        <source>For this you need at least two partners you have contact with. Add the people you work with first.</source>
        <translation>Hiervoor heb je minstens twee partners nodig met wie je contact hebt. Voeg eerst toe met wie je samenwerkt.</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Terug naar de kaart</translation>
    </message>
    <message>
        <source>You are asked whether your two partners know each other.</source>
        <translation>Je krijgt de vraag of je twee partners elkaar kennen.</translation>
    </message>
    <message>
        <source>With {n} partners there are {pairs} pairs. One by one you say whether the two know each other.</source>
        <translation>Met {n} partners zijn er {pairs} paren. Van elk paar geef je aan of de twee elkaar kennen.</translation>
    </message>
    <message>
        <source>Known already: {n}. Still to ask: {open}.</source>
        <translation>Al bekend: {n}. Nog te vragen: {open}.</translation>
    </message>
    <message>
        <source>What you answer becomes a line on the map. A “no” leaves no line, and is remembered as long as this map is open.</source>
        <translation>Wat je antwoordt, wordt een lijn op de kaart. Een ‘nee’ geeft geen lijn en wordt onthouden zolang deze kaart open is.</translation>
    </message>
    <message>
        <source>One partner you have no contact with yet does not take part.</source>
        <translation>Eén partner met wie je nog geen contact hebt, doet niet mee.</translation>
    </message>
    <message>
        <source>{n} partners you have no contact with yet do not take part.</source>
        <translation>{n} partners met wie je nog geen contact hebt, doen niet mee.</translation>
    </message>
    <message>
        <source>That is long. On the map it is often quicker: select somebody, press T and tap whom they know. Or select a group and choose “These know each other” (Ctrl+T). What you have drawn there is not asked here.</source>
        <translation>Dat duurt best lang. Op de kaart gaat het vaak sneller: selecteer iemand, druk op T en tik aan wie diegene kent. Of selecteer een groep en kies ‘Deze partners kennen elkaar’ (Ctrl+T). Wat je daar getekend hebt, wordt hier niet gevraagd.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Go through all of them again</source>
        <translation>Alle paren opnieuw langsgaan</translation>
    </message>
    <message>
        <source>You have gone through all pairs.</source>
        <translation>Je hebt alle paren gehad.</translation>
    </message>
    <message>
        <source>You have said that the lines are drawn.</source>
        <translation>Je hebt aangegeven dat de lijnen getekend zijn.</translation>
    </message>
    <message>
        <source>All pairs have an answer already.</source>
        <translation>Alle paren hebben al een antwoord.</translation>
    </message>
    <message>
        <source>Know each other: {yes}. Do not know each other: {no}. Don’t know: {unknown}.</source>
        <translation>Kennen elkaar: {yes}. Kennen elkaar niet: {no}. Weet ik niet: {unknown}.</translation>
    </message>
    <message>
        <source>One pair is still open, and may stay so.</source>
        <translation>Eén paar is nog open, en dat mag zo blijven.</translation>
    </message>
    <message>
        <source>{n} pairs are still open, and may stay so.</source>
        <translation>{n} paren zijn nog open, en dat mag zo blijven.</translation>
    </message>
    <message>
        <source>Ask the open ones again</source>
        <translation>De open paren nog eens vragen</translation>
    </message>
    <message>
        <source>You can stop at any time and go on later.</source>
        <translation>Je kunt altijd stoppen en later verdergaan.</translation>
    </message>
    <message>
        <source>That takes about a minute.</source>
        <translation>Dat duurt ongeveer een minuut.</translation>
    </message>
    <message>
        <source>That takes about {n} minutes.</source>
        <translation>Dat duurt ongeveer {n} minuten.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Working together with {name}</source>
        <translation>Samenwerken met {name}</translation>
    </message>
</context>
<context>
    <name>PartnerForm</name>
    <message>
        <source>What is said about the partner</source>
        <translation>Wat je over deze partner zegt</translation>
    </message>
    <message>
        <source>How important for your pupils?</source>
        <translation>Hoe belangrijk is dit contact voor je leerlingen?</translation>
    </message>
    <message>
        <source>How often would you like contact?</source>
        <translation>Hoe vaak zou je contact willen hebben?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Hoe het gaat</translation>
    </message>
    <message>
        <source>What we do</source>
        <translation>Wat we doen</translation>
    </message>
    <message>
        <source>What lies beneath</source>
        <translation>Vertrouwen en gelijkwaardigheid</translation>
    </message>
    <message>
        <source>What helps and what hinders</source>
        <translation>Wat helpt en wat het lastig maakt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>How satisfied are you with it?</source>
        <translation>Hoe tevreden ben je erover?</translation>
    </message>
    <message>
        <source>Who takes the initiative?</source>
        <translation>Wie neemt het initiatief?</translation>
    </message>
    <message>
        <source>Are task and role agreed?</source>
        <translation>Zijn taken en rollen afgesproken?</translation>
    </message>
    <message>
        <source>In which form?</source>
        <translation>Wat doen jullie samen?</translation>
    </message>
    <message>
        <source>This stays on your own computer.</source>
        <translation>Dit blijft op je eigen computer.</translation>
    </message>
</context>
<context>
    <name>PenTool</name>
    <message>
        <source>Pen</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>Draw with the button down. Esc stops.</source>
        <translation>Teken met de muisknop ingedrukt. Esc stopt.</translation>
    </message>
</context>
<context>
    <name>PeopleBeside</name>
    <message>
        <source>Everybody at both moments</source>
        <translation>Iedereen op beide momenten</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Place in that</source>
        <translation>Plaats daarin</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Vak</translation>
    </message>
    <message>
        <source>Others on the map: {then} then, {now} now.</source>
        <translation>Anderen op de kaart: toen {then}, nu {now}.</translation>
    </message>
    <message>
        <source>1 is the most; who have as many share the middle of their places. Still there: {n}.</source>
        <translation>1 is het meest; wie er evenveel hebben, delen het midden van hun plaatsen. Nog op de kaart: {n}.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>nog geen contact</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>no star</source>
        <translation>geen ster</translation>
    </message>
    <message>
        <source>? choose</source>
        <translation>? kies</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Who they are</source>
        <translation>Wie het zijn</translation>
    </message>
    <message>
        <source>By setting</source>
        <translation>Per omgeving</translation>
    </message>
    <message>
        <source>Own control and trust</source>
        <translation>Eigen regie en vertrouwen</translation>
    </message>
    <message>
        <source>Both can be high. Fill them in with somebody to see them here.</source>
        <translation>Regie en vertrouwen kunnen allebei hoog zijn. Vul ze bij een partner in, dan zie je ze hier.</translation>
    </message>
    <message>
        <source>partners</source>
        <translation>partners</translation>
    </message>
    <message>
        <source>important</source>
        <translation>belangrijk</translation>
    </message>
    <message>
        <source>often</source>
        <translation>vaak</translation>
    </message>
    <message>
        <source>Select somebody to see all you wrote down about them.</source>
        <translation>Kies iemand om alles te zien wat je over die partner hebt vastgelegd.</translation>
    </message>
    <message>
        <source>Nobody is on the map yet.</source>
        <translation>Er staat nog niemand op de kaart.</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Table of partners</source>
        <translation>Tabel met partners</translation>
    </message>
    <message>
        <source>Type a name on the left to put your first partner on the map</source>
        <translation>Typ links een naam om je eerste partner op de kaart te zetten</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture of the map</source>
        <translation>Afbeelding van de kaart</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Soort bestand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Zoals op de kaart</translation>
    </message>
    <message>
        <source>Without names (kind and number)</source>
        <translation>Zonder namen (soort en nummer)</translation>
    </message>
    <message>
        <source>Title at the top</source>
        <translation>Titel bovenaan</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Bewaren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>For a presentation, a document or a message.</source>
        <translation>Voor een presentatie, een document of een bericht.</translation>
    </message>
    <message>
        <source>Sharp at any size, and can be changed in a drawing program.</source>
        <translation>Scherp op elke grootte, en aan te passen in een tekenprogramma.</translation>
    </message>
    <message>
        <source>Sharp at any size, for printing: one page of A4.</source>
        <translation>Scherp op elke grootte, om af te drukken: één vel A4.</translation>
    </message>
    <message>
        <source>Nothing in your own words is in the picture.</source>
        <translation>Er staat niets in je eigen woorden op de afbeelding.</translation>
    </message>
    <message>
        <source>Whoever gets the picture reads every name on it.</source>
        <translation>Wie de afbeelding krijgt, kan elke naam lezen die erop staat.</translation>
    </message>
    <message>
        <source>What the picture looks like: {people}</source>
        <translation>Hoe de afbeelding eruitziet: {people}</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>De afbeelding bewaren</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Plot of contact and importance</source>
        <translation>Grafiek van contact en belang</translation>
    </message>
    <message>
        <source>Arrow keys walk from person to person. The list says the same in words.</source>
        <translation>Met de pijltjestoetsen loop je van persoon naar persoon. De lijst zegt hetzelfde in woorden.</translation>
    </message>
</context>
<context>
    <name>PlotPage</name>
    <message>
        <source>Often from</source>
        <translation>Vaak vanaf</translation>
    </message>
    <message>
        <source>Important from</source>
        <translation>Belangrijk vanaf</translation>
    </message>
    <message>
        <source>Everybody you add gets a place here, once you said how often you have contact and how important it is.</source>
        <translation>Iedereen die je toevoegt, krijgt hier een plaats zodra je invult hoe vaak je contact hebt en hoe belangrijk dat is.</translation>
    </message>
    <message>
        <source>With everybody here you have no contact yet. Who you do have contact with gets a place here.</source>
        <translation>Je hebt nog met niemand op de kaart contact. Iedereen met wie je wel contact hebt, krijgt hier een plaats.</translation>
    </message>
    <message>
        <source>Say of your partners how often you have contact and how important it is: select somebody and press 1 to 6, and Shift with 1 to 5.</source>
        <translation>Geef bij je partners aan hoe vaak je contact hebt en hoe belangrijk dat is: kies iemand en druk op 1 tot en met 6, en op Shift met 1 tot en met 5.</translation>
    </message>
    <message>
        <source>To the right: more contact. Upwards: more important. ■ in school, ● outside.</source>
        <translation>Naar rechts: vaker contact. Naar boven: belangrijker. ■ in de school, ● daarbuiten.</translation>
    </message>
    <message>
        <source>{n} not filled in yet.</source>
        <translation>{n} nog niet ingevuld.</translation>
    </message>
    <message>
        <source>Not in the plot: {n} without contact yet.</source>
        <translation>Niet in de grafiek: {n} met nog geen contact.</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>My partners by contact and importance</source>
        <translation>Mijn partners naar contact en belang</translation>
    </message>
    <message>
        <source>Their partners by contact and importance</source>
        <translation>De partners van de ander naar contact en belang</translation>
    </message>
    <message>
        <source>Press somebody: who is of the same kind lights up on both.</source>
        <translation>Klik op iemand: wie van dezelfde soort is, licht op beide kaarten op.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>zoals getekend</translation>
    </message>
    <message>
        <source>Also in the file</source>
        <translation>Ook in het bestand</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{n} of 5</source>
        <translation>{n} van 5</translation>
    </message>
    <message>
        <source>Know each other</source>
        <translation>Kennen elkaar</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Omlijning</translation>
    </message>
    <message>
        <source>Text on the map</source>
        <translation>Tekst op de kaart</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Intention</source>
        <translation>Voornemen</translation>
    </message>
    <message>
        <source>the map</source>
        <translation>de kaart</translation>
    </message>
    <message>
        <source>so</source>
        <translation>klopt</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>klopt niet</translation>
    </message>
    <message>
        <source>Verdict on a finding</source>
        <translation>Oordeel over een bevinding</translation>
    </message>
    <message>
        <source>Lines drawn by hand</source>
        <translation>Met de hand getekende lijnen</translation>
    </message>
    <message>
        <source>Who is gone, and why</source>
        <translation>Wie niet meer op de kaart staat, en waarom</translation>
    </message>
    <message>
        <source>Rated again later</source>
        <translation>Later opnieuw ingevuld</translation>
    </message>
    <message>
        <source>What the report looks like</source>
        <translation>Hoe het verslag eruitziet</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Bladzijde {n}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>This map is finished and stays as it is. In My maps, ⋯ opens it again for changes, and “Continue …” makes a next moment of it.</source>
        <translation>Deze kaart is afgerond en blijft zoals hij is. Bij ‘Mijn kaarten’ kun je hem via ⋯ weer openzetten om iets te wijzigen, of met ‘Verdergaan …’ een volgend moment maken.</translation>
    </message>
    <message>
        <source>“{value}” cannot stand there. Choose or type something else.</source>
        <translation>‘{value}’ kan hier niet. Kies of typ iets anders.</translation>
    </message>
    <message>
        <source>A line runs between two different partners. Choose another partner.</source>
        <translation>Een lijn loopt tussen twee verschillende partners. Kies een andere partner.</translation>
    </message>
    <message>
        <source>Two things on this map share the mark “{id}”. Use another copy of the map.</source>
        <translation>Twee dingen op deze kaart hebben hetzelfde kenmerk, ‘{id}’. Gebruik een andere kopie van de kaart.</translation>
    </message>
    <message>
        <source>This is about a partner who is not on the map. Choose a partner who is.</source>
        <translation>Dit gaat over een partner die niet op de kaart staat. Kies een partner die er wel op staat.</translation>
    </message>
    <message>
        <source>There is a line between these two partners already. Change that one instead.</source>
        <translation>Er loopt al een lijn tussen deze twee partners. Verander die lijn.</translation>
    </message>
    <message>
        <source>This is not one whole map. Use another copy of it.</source>
        <translation>Dit is geen volledige kaart. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>A map holds at most {most} partners. Remove some, or start another map.</source>
        <translation>Op één kaart passen hooguit {most} partners. Haal er een paar weg of begin een andere kaart.</translation>
    </message>
    <message>
        <source>The library {path} is open in another window of Kring. Close that one, or open the library here to read only, or work in a copy.</source>
        <translation>Je kaarten ({path}) zijn al open in een ander venster van Kring. Sluit dat venster, bekijk ze hier alleen, of werk in een kopie.</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer version of Kring. Install that version to open it; nothing was changed.</source>
        <translation>Je kaarten ({path}) zijn gemaakt met een nieuwere versie van Kring. Installeer die versie om ze te openen; er is niets veranderd.</translation>
    </message>
    <message>
        <source>The library {path} is damaged and was left as it is. Kring can set it aside and go on with the last good backup.</source>
        <translation>Het bestand met je kaarten ({path}) is beschadigd en is gelaten zoals het is. Kring kan het apart zetten en verdergaan met de laatste goede reservekopie.</translation>
    </message>
    <message>
        <source>{path} is not a library of Kring. Choose another file; this one was left as it is.</source>
        <translation>{path} is geen bestand waarin Kring kaarten bewaart. Kies een ander bestand; dit is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>There is no library at {path}. Check the name and the folder.</source>
        <translation>Er is geen bestand met kaarten op deze plek: {path}. Kijk de naam en de map na.</translation>
    </message>
    <message>
        <source>{path} is not a file. Choose a file for the library.</source>
        <translation>{path} is geen bestand. Kies een bestand voor je kaarten.</translation>
    </message>
    <message>
        <source>{path} cannot be used: the name is too long, or its links lead round in a ring. Choose another place for the library.</source>
        <translation>{path} kan niet gebruikt worden: de naam is te lang, of de koppelingen verwijzen in een kringetje naar elkaar. Kies een andere plek voor de bibliotheek.</translation>
    </message>
    <message>
        <source>{path} is in the way: Kring keeps a file of its own there, and this is something else. It was left as it is. Rename or move it, then try again.</source>
        <translation>{path} staat in de weg: daar bewaart Kring een eigen bestand, en dit is iets anders. Het is gebleven zoals het was. Geef het een andere naam of plek en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Kring has no permission to use {path}. Choose another place for the library, or ask whoever looks after this computer.</source>
        <translation>Kring mag {path} niet gebruiken. Kies een andere plek voor je kaarten, of vraag het aan wie deze computer beheert.</translation>
    </message>
    <message>
        <source>The library is open to read only, so nothing was changed. Close the other Kring and open the library again to work in it.</source>
        <translation>Je kunt je kaarten hier alleen bekijken, dus er is niets veranderd. Sluit het andere venster van Kring en open je kaarten opnieuw om erin te werken.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not kept. Free some space and try again.</source>
        <translation>De schijf is vol, dus dit is niet bewaard. Maak ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk could not be read or written, so this was not kept. Check that the drive is connected and try again.</source>
        <translation>De schijf kan niet worden gelezen of beschreven, dus dit is niet bewaard. Kijk na of de schijf is aangesloten en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This change does not fit the rest of the map, so it was not kept. Nothing else was changed.</source>
        <translation>Deze verandering past niet bij de rest van de kaart en is daarom niet bewaard. Verder is er niets veranderd.</translation>
    </message>
    <message>
        <source>This map is not in the library any more. Choose another one.</source>
        <translation>Deze kaart staat niet meer bij je kaarten. Kies een andere.</translation>
    </message>
    <message>
        <source>This map is already in the library. Open it from the list, or bring it back if it was removed.</source>
        <translation>Deze kaart staat al bij je kaarten. Open hem in de lijst, of haal hem terug als hij verwijderd is.</translation>
    </message>
    <message>
        <source>{path} is already there. Choose another name.</source>
        <translation>{path} is er al. Kies een andere naam.</translation>
    </message>
    <message>
        <source>This computer does not let Kring set what .kring files open with. “Open a file …” in the menu still opens them; or ask whoever looks after this computer.</source>
        <translation>Op deze computer mag Kring niet instellen waarmee .kring-bestanden openen. Met ‘Een bestand openen …’ in het menu kan het nog steeds; of vraag het aan wie deze computer beheert.</translation>
    </message>
    <message>
        <source>What was copied comes from a newer version of Kring. Install that version to paste it.</source>
        <translation>Wat je kopieerde, komt uit een nieuwere versie van Kring. Installeer die versie om het te plakken.</translation>
    </message>
    <message>
        <source>What was copied could not be read, so nothing was added. Copy it again.</source>
        <translation>Wat je kopieerde, kon niet worden gelezen, dus er is niets toegevoegd. Kopieer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is not there. Check the name and the folder.</source>
        <translation>{file} is er niet. Kijk de naam en de map na.</translation>
    </message>
    <message>
        <source>{file} could not be opened. Check that it is a file and that you may read it.</source>
        <translation>{file} kan niet worden geopend. Kijk na of het een bestand is en of je het mag lezen.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. That is too large for maps; choose another file.</source>
        <translation>{file} is groter dan {most} MB. Dat is te groot voor kaarten; kies een ander bestand.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose another file.</source>
        <translation>{file} is leeg. Kies een ander bestand.</translation>
    </message>
    <message>
        <source>{file} is not plain text in UTF-8. Save it again as UTF-8, or choose another file.</source>
        <translation>{file} is geen platte tekst in UTF-8. Bewaar het opnieuw als UTF-8 of kies een ander bestand.</translation>
    </message>
    <message>
        <source>{file} could not be written. Check that the disk has room, that you may write in that folder, and that no other program has the file open.</source>
        <translation>{file} kan niet worden geschreven. Kijk na of er ruimte op de schijf is, of je in die map mag schrijven en of geen ander programma het bestand open heeft.</translation>
    </message>
    <message>
        <source>{file} cannot be the name of a file: it is too long, or its links lead round in a ring. Choose a shorter name, or another folder.</source>
        <translation>{file} kan geen bestandsnaam zijn: de naam is te lang, of de koppelingen verwijzen in een kringetje naar elkaar. Kies een kortere naam of een andere map.</translation>
    </message>
    <message>
        <source>{file} is also what is read, so it was left as it is. Choose another name for what is written.</source>
        <translation>{file} is ook wat er gelezen wordt, en is daarom gebleven zoals het was. Kies een andere naam voor wat er geschreven wordt.</translation>
    </message>
    <message>
        <source>{file} holds a map or a library of Kring, which would be gone. It was left as it is. Choose another name.</source>
        <translation>In {file} zit een kaart of een bibliotheek van Kring, en die zou dan weg zijn. Het bestand is gebleven zoals het was. Kies een andere naam.</translation>
    </message>
    <message>
        <source>{file} is already there with something else in it. Choose another folder, or add --overwrite to replace it.</source>
        <translation>{file} is er al, met iets anders erin. Kies een andere map, of geef --overwrite mee om het te vervangen.</translation>
    </message>
    <message>
        <source>{file} is not a map of Kring. Choose a file that ends in .kring.</source>
        <translation>{file} is geen kaart van Kring. Kies een bestand dat eindigt op .kring.</translation>
    </message>
    <message>
        <source>{file} was made by a newer version of Kring. Install that version to open it.</source>
        <translation>{file} is gemaakt met een nieuwere versie van Kring. Installeer die versie om het te openen.</translation>
    </message>
    <message>
        <source>{file} is damaged or not complete. Use another copy of it.</source>
        <translation>{file} is beschadigd of niet compleet. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>{file} holds something Kring does not know, at “{place}”. Use another copy of it, or the version of Kring that made it.</source>
        <translation>In {file} staat iets wat Kring niet kent, bij ‘{place}’. Gebruik een andere kopie, of de versie van Kring waarmee het gemaakt is.</translation>
    </message>
    <message>
        <source>The answers in {file} belong to another version of the scale “{scale}” and could be misread. Open it with the version of Kring that made it.</source>
        <translation>De antwoorden in {file} horen bij een andere versie van de schaal ‘{scale}’ en kunnen verkeerd worden gelezen. Open het met de versie van Kring waarmee het gemaakt is.</translation>
    </message>
    <message>
        <source>{file} is damaged: two things in it share the mark “{id}”. Use another copy of it.</source>
        <translation>{file} is beschadigd: twee dingen erin hebben hetzelfde kenmerk, ‘{id}’. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>{file} is damaged: “{place}” is about somebody who is not on the map. Use another copy of it.</source>
        <translation>{file} is beschadigd: ‘{place}’ gaat over iemand die niet op de kaart staat. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>{file} is damaged: two partners are tied twice, at “{place}”. Use another copy of it.</source>
        <translation>{file} is beschadigd: tussen twee partners staan twee lijnen, bij ‘{place}’. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>{file} is damaged: a partner is tied to itself, at “{place}”. Use another copy of it.</source>
        <translation>{file} is beschadigd: een partner heeft een lijn met zichzelf, bij ‘{place}’. Gebruik een andere kopie.</translation>
    </message>
    <message>
        <source>{file} has more than {most} partners, which is more than one map can hold.</source>
        <translation>{file} heeft meer dan {most} partners; dat is meer dan er op één kaart kunnen.</translation>
    </message>
    <message>
        <source>{file}, from line {line}: the quotation marks do not close, or a cell is far too long. Correct the file and try again.</source>
        <translation>{file}, vanaf regel {line}: de aanhalingstekens worden niet gesloten, of een cel is veel te lang. Verbeter het bestand en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} has more rows or columns than Kring can read. Divide it into smaller files.</source>
        <translation>{file} heeft meer rijen of kolommen dan Kring kan lezen. Verdeel het over kleinere bestanden.</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. Add it and try again.</source>
        <translation>{file} heeft geen kolom ‘{column}’. Voeg die toe en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} has the column “{column}” twice. Keep one of them.</source>
        <translation>{file} heeft de kolom ‘{column}’ twee keer. Laat er één staan.</translation>
    </message>
    <message>
        <source>{file}, line {line}: there are {found} cells where the heading has {expected}. Correct the row and try again.</source>
        <translation>{file}, regel {line}: er zijn {found} cellen, terwijl de kop er {expected} heeft. Verbeter de rij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” cannot stand there. What can: {allowed}.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ kan hier niet. Wat wel kan: {allowed}.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” is empty, too long or not one line of plain text. Correct it and try again.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ is leeg, te lang of niet één regel gewone tekst. Verbeter het en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} has a heading but no rows, so there is nothing to convert.</source>
        <translation>{file} heeft wel een kop maar geen rijen; er valt dus niets om te zetten.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” is there for the second time. Keep one row for each ego.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ staat er voor de tweede keer. Laat één rij per ego staan.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” is not in the file of egos. Correct it or add that ego.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ staat niet in het bestand met ego’s. Verbeter het of voeg die ego toe.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: the same ego already has a partner “{value}”. Give each partner of an ego its own id.</source>
        <translation>{file}, regel {line}, kolom {column}: deze ego heeft al een partner ‘{value}’. Geef elke partner van een ego een eigen id.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: this ego has no partner “{value}”. Correct it or add that partner.</source>
        <translation>{file}, regel {line}, kolom {column}: deze ego heeft geen partner ‘{value}’. Verbeter het of voeg die partner toe.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: the tie between “{other}” and “{value}” is there for the second time. Keep one row for each pair.</source>
        <translation>{file}, regel {line}, kolom {column}: de lijn tussen ‘{other}’ en ‘{value}’ staat er voor de tweede keer. Laat één rij per paar staan.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” is tied to itself. A tie needs two partners.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ heeft een lijn met zichzelf. Een lijn heeft twee partners nodig.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” has more than {most} partners, which is more than one map can hold.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ heeft meer dan {most} partners; dat is meer dan er op één kaart kunnen.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” cannot be the name of a file on every computer. Choose another ego_id, with letters, digits and dashes.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ kan niet op elke computer de naam van een bestand zijn. Kies een ander ego_id, met letters, cijfers en streepjes.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: “{value}” and “{other}” would be the same file on some computers. Change one of them.</source>
        <translation>{file}, regel {line}, kolom {column}: ‘{value}’ en ‘{other}’ zijn op sommige computers hetzelfde bestand. Verander een van de twee.</translation>
    </message>
    <message>
        <source>{file}: Kring does not know the column “{column}” and leaves it out.</source>
        <translation>{file}: Kring kent de kolom ‘{column}’ niet en laat die weg.</translation>
    </message>
    <message>
        <source>{file}, from line {line}: the column “{column}” does not agree with the rest of the row (rows: {count}) and is left out.</source>
        <translation>{file}, vanaf regel {line}: de kolom ‘{column}’ klopt niet met de rest van de rij (rijen: {count}) en wordt weggelaten.</translation>
    </message>
    <message>
        <source>Something went wrong in Kring itself. Where is written above, without names and texts.</source>
        <translation>Er ging iets mis in Kring zelf. Hierboven staat waar, zonder namen en teksten.</translation>
    </message>
    <message>
        <source>What was found could not be written out. Check that the disk has room.</source>
        <translation>Wat er gevonden is, kan niet worden weggeschreven. Kijk na of er ruimte op de schijf is.</translation>
    </message>
    <message>
        <source>{file} is no kind of picture Kring can make. Choose a name that ends in .png, .svg or .pdf.</source>
        <translation>{file} is geen soort afbeelding die Kring kan maken. Kies een naam die eindigt op .png, .svg of .pdf.</translation>
    </message>
    <message>
        <source>This picture is too large to make. Choose a smaller size, or SVG or PDF.</source>
        <translation>Deze afbeelding is te groot om te maken. Kies een kleinere grootte, of SVG of PDF.</translation>
    </message>
    <message>
        <source>The map, the picture and the geometry cannot be one file. Give each a name of its own.</source>
        <translation>De kaart, de afbeelding en de maten kunnen niet hetzelfde bestand zijn. Geef elk een eigen naam.</translation>
    </message>
    <message>
        <source>Not in the picture, as this lens asks an answer they do not have yet: {count} of the partners.</source>
        <translation>Niet op de afbeelding, omdat deze lens een antwoord vraagt dat er nog niet is: {count} van de partners.</translation>
    </message>
    <message>
        <source>There are no letters on this computer to write names with. Install a font, such as the package fonts-dejavu-core.</source>
        <translation>Op deze computer staat geen lettertype om namen mee te schrijven. Installeer er een, bijvoorbeeld het pakket fonts-dejavu-core.</translation>
    </message>
    <message>
        <source>{file} is no kind of report Kring can write. Choose a name that ends in .pdf or .docx.</source>
        <translation>{file} is geen soort verslag dat Kring kan schrijven. Kies een naam die eindigt op .pdf of .docx.</translation>
    </message>
    <message>
        <source>{file} is not an earlier moment of this map, so it cannot be compared in its report. Choose a moment of the same map.</source>
        <translation>{file} is geen eerder moment van deze kaart, dus het kan niet in het verslag ernaast. Kies een moment van dezelfde kaart.</translation>
    </message>
    <message>
        <source>The report could not be made, and no file was changed. Try again; if it stays so, leave out the pictures.</source>
        <translation>Het verslag kon niet worden gemaakt, en er is geen bestand veranderd. Probeer het nog eens; blijft het zo, laat dan de plaatjes weg.</translation>
    </message>
    <message>
        <source>The file of your maps, {path}, is not in its place any more, but there are backups. Take the last one, or put the file back and try again.</source>
        <translation>Het bestand met je kaarten ({path}) staat niet meer op zijn plek, maar er zijn reservekopieën. Neem de laatste, of zet het bestand terug en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{path} could not be read just now. Nothing was changed. Check that the drive is connected and try again.</source>
        <translation>{path} was zojuist niet te lezen. Er is niets veranderd. Kijk of de schijf of stick goed vastzit en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Another program removed the file of your maps, {path}, while you were at work. Kring has written it anew with everything in it.</source>
        <translation>Een ander programma heeft het bestand met je kaarten ({path}) weggehaald terwijl je bezig was. Kring heeft het opnieuw geschreven, met alles erin.</translation>
    </message>
    <message>
        <source>Another program put another file in the place of your maps, {path}. Yours is back there with everything in it; the other file stays beside it as {other}.</source>
        <translation>Een ander programma heeft een ander bestand op de plek van je kaarten ({path}) gezet. Dat van jou staat daar weer, met alles erin; het andere bestand staat ernaast als {other}.</translation>
    </message>
    <message>
        <source>The place of your maps, {path}, cannot be reached, and what you do now is not kept. Put the drive or the folder back and try again.</source>
        <translation>De plek van je kaarten ({path}) is niet te bereiken, en wat je nu doet wordt niet bewaard. Zet de schijf, de stick of de map terug en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>One of your maps is damaged and cannot be opened; the others can. Its last good state can be put back from a backup.</source>
        <translation>Een van je kaarten is beschadigd en kan niet open; de andere wel. De laatste goede versie kan terug uit een reservekopie.</translation>
    </message>
    <message>
        <source>No backup holds this map as it was before the damage. If you have a back-up of it as a file, open that one.</source>
        <translation>In geen reservekopie staat deze kaart zoals ze was voor de schade. Heb je haar ook als bestand bewaard, open dan dat bestand.</translation>
    </message>
    <message>
        <source>The disk does not confirm what is written to it. Whether this is kept will show at the next start. Make a back-up as a file on another drive.</source>
        <translation>De schijf bevestigt niet wat erop wordt geschreven. Of dit bewaard is, blijkt pas bij de volgende start. Bewaar een kopie als bestand op een andere schijf.</translation>
    </message>
    <message>
        <source>{file}: column {column} has no name in the heading (such as the row numbers of R) and is left out.</source>
        <translation>{file}: kolom {column} heeft geen naam in de kopregel (zoals de rijnummers van R) en wordt weggelaten.</translation>
    </message>
    <message>
        <source>{file} has no rows, so the lines between partners count as not asked. If they were, give the egos a column “lines_drawn” with “yes”.</source>
        <translation>{file} heeft geen rijen; daarom geldt dat er niet naar lijnen tussen partners is gevraagd. Is dat wel zo, geef de ego’s dan een kolom ‘lines_drawn’ met ‘yes’.</translation>
    </message>
    <message>
        <source>Nothing of this name can be seen. Type one with letters, digits or signs.</source>
        <translation>Van deze naam is niets te zien. Typ er een met letters, cijfers of tekens.</translation>
    </message>
    <message>
        <source>The report is without names, but on its cover still stands: {names}.</source>
        <translation>Het verslag is zonder namen, maar op het voorblad staat nog: {names}.</translation>
    </message>
    <message>
        <source>The place of your maps is not there: {place}. Connect the drive or the share it is on and try again, or choose another place. Nothing was changed.</source>
        <translation>De plek van je kaarten is er niet: {place}. Sluit de schijf of de netwerkmap aan en probeer het opnieuw, of kies een andere plek. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>The file of your maps is not in its place any more, and there is no backup beside it: {place}. Put the file back and try again, or choose where it is now.</source>
        <translation>Het bestand met je kaarten staat niet meer op zijn plek en er ligt geen reservekopie naast: {place}. Zet het terug en probeer het opnieuw, of kies waar het nu is.</translation>
    </message>
    <message>
        <source>The drive of {path} cannot keep two programs from writing at once, so Kring does not work there. Look at your maps only, or choose another place.</source>
        <translation>De schijf van {path} kan niet voorkomen dat twee programma’s tegelijk schrijven, dus daar werkt Kring niet. Bekijk je kaarten alleen, of kies een andere plek.</translation>
    </message>
    <message>
        <source>The disk of {path} is full, so nothing new can be kept there. Free some space and try again, look at your maps only, or choose another place.</source>
        <translation>De schijf van {path} is vol, dus er kan niets nieuws bij. Maak ruimte en probeer het opnieuw, bekijk je kaarten alleen, of kies een andere plek.</translation>
    </message>
    <message>
        <source>That would be {lines} lines at once, more than anybody can read. Select at most {most} partners.</source>
        <translation>Dat zouden {lines} lijnen in één keer worden, meer dan iemand kan lezen. Selecteer hooguit {most} partners.</translation>
    </message>
</context>
<context>
    <name>QuadrantGrid</name>
    <message>
        <source>from ↓   to →</source>
        <translation>van ↓   naar →</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>All questions</source>
        <translation>Alle vragen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Question {n} of {total} · {answered} answered</source>
        <translation>Vraag {n} van {total} · {answered} beantwoord</translation>
    </message>
    <message>
        <source>Also to ask yourself · {answered} answered</source>
        <translation>Ook om je af te vragen · {answered} beantwoord</translation>
    </message>
    <message>
        <source>This map is closed for changes, so there is no writing.</source>
        <translation>Deze kaart is afgerond. Zet hem weer open om te schrijven.</translation>
    </message>
    <message>
        <source>More questions</source>
        <translation>Meer vragen</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Think of {names}, for instance.</source>
        <translation>Denk bijvoorbeeld aan {names}.</translation>
    </message>
    <message>
        <source>Also to ask yourself</source>
        <translation>Ook om je af te vragen</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>niet beantwoord</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Name or role …</source>
        <translation>Naam of rol …</translation>
    </message>
    <message>
        <source>Add a partner: name or role</source>
        <translation>Partner toevoegen: naam of rol</translation>
    </message>
    <message>
        <source>What kind of partner is this?</source>
        <translation>Wat voor partner is dit?</translation>
    </message>
    <message>
        <source>Rate: {n} to go</source>
        <translation>Invullen: nog {n}</translation>
    </message>
    <message>
        <source>One question at a time, for everybody (Ctrl+R)</source>
        <translation>Eén vraag tegelijk, voor iedereen (Ctrl+R)</translation>
    </message>
    <message>
        <source>Enter adds. Arrow down for the kind.</source>
        <translation>Druk op Enter om toe te voegen. Met ↓ kies je het soort partner.</translation>
    </message>
    <message>
        <source>Enter adds as: {kind}</source>
        <translation>Enter: toevoegen als {kind}</translation>
    </message>
    <message>
        <source>{n} without a setting: choose …</source>
        <translation>Nog zonder omgeving: {n}. Kies …</translation>
    </message>
    <message>
        <source>Grey on the map: nobody knows yet where they belong</source>
        <translation>Grijs op de kaart: van hen is nog niet bekend waar ze bij horen</translation>
    </message>
</context>
<context>
    <name>RatingPass</name>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Back to the map (Esc); everything is kept</source>
        <translation>Terug naar de kaart (Esc); alles is bewaard</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>The card before this one (Backspace)</source>
        <translation>Het vorige kaartje (Backspace)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Leave open; the card comes again at the end (Space)</source>
        <translation>Openlaten; het kaartje komt aan het eind terug (spatiebalk)</translation>
    </message>
    <message>
        <source>now: {answer}</source>
        <translation>nu: {answer}</translation>
    </message>
    <message>
        <source>{key}: {answer}, {n} in it</source>
        <translation>{key}: {answer}, {n} erin</translation>
    </message>
    <message>
        <source>Nobody is on the map yet. Add the people you work with first.</source>
        <translation>Er staat nog niemand op de kaart. Voeg eerst de mensen toe met wie je samenwerkt.</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Terug naar de kaart</translation>
    </message>
    <message>
        <source>One is still open, and may stay so.</source>
        <translation>Eén is nog open, en dat mag zo blijven.</translation>
    </message>
    <message>
        <source>{n} are still open, and may stay so.</source>
        <translation>{n} zijn nog open, en dat mag zo blijven.</translation>
    </message>
    <message>
        <source>Go on with {question}</source>
        <translation>Verder met {question}</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nog een keer doorlopen</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} van {total}</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>antwoord weggehaald</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>not among them</source>
        <translation>hoort er niet bij</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>one of my most important</source>
        <translation>een van mijn belangrijkste partners</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>Contact is filled in for everybody.</source>
        <translation>Contact is voor iedereen ingevuld.</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>belang</translation>
    </message>
    <message>
        <source>Importance is filled in for everybody.</source>
        <translation>Belang is voor iedereen ingevuld.</translation>
    </message>
    <message>
        <source>How often would you like contact?</source>
        <translation>Hoe vaak zou je contact willen hebben?</translation>
    </message>
    <message>
        <source>wished contact</source>
        <translation>gewenst contact</translation>
    </message>
    <message>
        <source>Wished contact is filled in for everybody.</source>
        <translation>Gewenst contact is voor iedereen ingevuld.</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>tevredenheid</translation>
    </message>
    <message>
        <source>Satisfaction is filled in for everybody.</source>
        <translation>Tevredenheid is voor iedereen ingevuld.</translation>
    </message>
    <message>
        <source>Is this one of your most important partners?</source>
        <translation>Is dit een van je belangrijkste partners?</translation>
    </message>
    <message>
        <source>most important partners</source>
        <translation>belangrijkste partners</translation>
    </message>
    <message>
        <source>Everybody has had a turn.</source>
        <translation>Je hebt iedereen gehad.</translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>Ratings of the kinds on both maps</source>
        <translation>Antwoorden over de soorten die op beide kaarten staan</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Counted from the lines you drew between partners, with yourself left out. A line of which you do not know does not count as one.</source>
        <translation>Geteld met de lijnen die je tussen partners tekende, zonder jezelf. Een lijn waarvan je het niet weet, telt niet mee.</translation>
    </message>
    <message>
        <source>Your wished contact beside your contact now. Your own wish comes first.</source>
        <translation>Je gewenste contact naast je contact nu. Je eigen wens gaat voor.</translation>
    </message>
    <message>
        <source>What would be a first step?</source>
        <translation>Wat zou een eerste stap zijn?</translation>
    </message>
    <message>
        <source>With fewer than five rated partners your own limits alone decide.</source>
        <translation>Zijn er minder dan vijf partners ingevuld, dan beslissen alleen je eigen grenzen.</translation>
    </message>
    <message>
        <source>Importance is “{important}” or more, and contact is less than “{often}”.</source>
        <translation>Belang is ‘{important}’ of meer, en contact is minder dan ‘{often}’.</translation>
    </message>
    <message>
        <source>Contact is “{often}” or more, and importance is less than “{important}”.</source>
        <translation>Contact is ‘{often}’ of meer, en belang is minder dan ‘{important}’.</translation>
    </message>
    <message>
        <source>From what you ticked under “what we do” with each partner.</source>
        <translation>Op basis van wat je bij elke partner aanvinkte onder ‘wat we doen’.</translation>
    </message>
    <message>
        <source>Everything here is counted from your own map.</source>
        <translation>Alles hier is geteld op je eigen kaart.</translation>
    </message>
    <message>
        <source>Importance is “{important}” or more, and satisfaction is 1 or 2 of 5.</source>
        <translation>Belang is ‘{important}’ of meer, en tevredenheid is 1 of 2 op een schaal van 5.</translation>
    </message>
    <message>
        <source>Partners with “no contact yet” whose importance is “{important}” or more. They count in nothing else but your wishes.</source>
        <translation>Partners met ‘nog geen contact’ en belang ‘{important}’ of meer. Verder tellen ze alleen mee bij wat je zou willen.</translation>
    </message>
    <message>
        <source>With fewer than five partners, one answer changes the whole order: then only your own limits are used.</source>
        <translation>Bij minder dan vijf partners verandert één antwoord de hele volgorde: dan gelden alleen je eigen grenzen.</translation>
    </message>
    <message>
        <source>Without both answers nobody gets a place: an open answer is never guessed.</source>
        <translation>Zonder beide antwoorden krijgt niemand een plaats: een open antwoord wordt nooit geraden.</translation>
    </message>
    <message>
        <source>Shown where partners and contact tell a different story: the share outside the school is at least a quarter higher in one than in the other. Contact is estimated from your answers, over a school year of 40 weeks.</source>
        <translation>Je ziet dit als partners en contact een ander beeld geven: het deel buiten de school is bij het ene minstens een kwart hoger dan bij het andere. Contact is geschat uit je antwoorden, over een schooljaar van 40 weken.</translation>
    </message>
    <message>
        <source>Of the six settings, those with nobody in them. Shown from six partners on.</source>
        <translation>Welke van de zes omgevingen nog leeg zijn. Je ziet dit vanaf zes partners.</translation>
    </message>
    <message>
        <source>From the stars you gave. Less often is less than “{often}”.</source>
        <translation>Op basis van de sterren die je gaf. Minder vaak betekent: minder vaak dan ‘{often}’.</translation>
    </message>
    <message>
        <source>From what you chose under “aimed at” with each partner.</source>
        <translation>Op basis van wat je bij elke partner koos onder ‘gericht op’.</translation>
    </message>
    <message>
        <source>Partners with “no contact yet”. They count in nothing else but your wishes.</source>
        <translation>Partners met ‘nog geen contact’. Ze tellen alleen mee bij je wensen.</translation>
    </message>
    <message>
        <source>Importance is “{important}” or more, and contact is less than “{often}”. And in your own order of importance this partner stands much higher than in your order of contact. So your other partners count too.</source>
        <translation>Belang is ‘{important}’ of meer, en contact minder dan ‘{often}’. En in jouw volgorde van belang staat deze partner veel hoger dan in jouw volgorde van contact. Daarom tellen ook je andere partners mee.</translation>
    </message>
    <message>
        <source>Contact is “{often}” or more, and importance is less than “{important}”. And in your own order of contact this partner stands much higher than in your order of importance. So your other partners count too.</source>
        <translation>Contact is ‘{often}’ of vaker, en belang minder dan ‘{important}’. En in jouw volgorde van contact staat deze partner veel hoger dan in jouw volgorde van belang. Daarom tellen ook je andere partners mee.</translation>
    </message>
    <message>
        <source>Your own limits make four groups: important from “{important}” on, often from “{often}” on. You can move them in the plot.</source>
        <translation>Met jouw grenzen ontstaan vier vakken: belangrijk vanaf ‘{important}’, vaak vanaf ‘{often}’. In de grafiek kun je ze verschuiven.</translation>
    </message>
    <message>
        <source>Kring takes your partners two at a time. Two who are equally important, or whom you see equally often, say nothing here. Of the other pairs it counts how often the more important one is also the one you see more often.</source>
        <translation>Kring neemt steeds twee partners. Twee die even belangrijk zijn, of met wie je even vaak contact hebt, zeggen hier niets. Van de andere paren telt Kring hoe vaak de belangrijkste van de twee ook degene is met wie je het vaakst contact hebt.</translation>
    </message>
    <message>
        <source>Kring names somebody where contact and importance are far apart, also beside your other partners. Here that is so with none of {those}.</source>
        <translation>Kring noemt iemand als contact en belang ver uiteenlopen, ook vergeleken met je andere partners. Dat is hier bij geen van {those} zo.</translation>
    </message>
</context>
<context>
    <name>Reflect</name>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Intentions</source>
        <translation>Voornemens</translation>
    </message>
    <message>
        <source>For a talk</source>
        <translation>Gesprek</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>The day of {n} intentions has gone by.</source>
        <translation>Van {n} voornemens is de dag voorbij.</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Terugkijken</translation>
    </message>
    <message>
        <source>Still to go: {n}.</source>
        <translation>Nog te gaan: {n}.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>In “{map}” you intended: “{what}”. How did it go?</source>
        <translation>In ‘{map}’ nam je je voor: ‘{what}’. Hoe ging het?</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>The map</source>
        <translation>De kaart</translation>
    </message>
    <message>
        <source>What the map says</source>
        <translation>Wat de kaart zegt</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>In cijfers</translation>
    </message>
    <message>
        <source>The partners</source>
        <translation>De partners</translation>
    </message>
    <message>
        <source>Working together</source>
        <translation>Samenwerken</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderde</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Vragen en antwoorden</translation>
    </message>
    <message>
        <source>Intentions</source>
        <translation>Voornemens</translation>
    </message>
    <message>
        <source>How this was measured</source>
        <translation>Hoe dit is gemeten</translation>
    </message>
    <message>
        <source>The people around my pupils</source>
        <translation>De mensen rond mijn leerlingen</translation>
    </message>
    <message>
        <source>Kinds and numbers stand for names in this report, and a general title for its own.</source>
        <translation>In dit verslag staan soorten en nummers in plaats van namen, en een algemene titel in plaats van de eigen.</translation>
    </message>
    <message>
        <source>This report holds the names of people. Handle it with care.</source>
        <translation>In dit verslag staan namen van mensen. Ga er zorgvuldig mee om.</translation>
    </message>
    <message>
        <source>Made with Kring.</source>
        <translation>Gemaakt met Kring.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} van {pages}</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemaakt door</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Op de kaart</translation>
    </message>
    <message>
        <source>Beside an earlier moment</source>
        <translation>Naast een eerder moment</translation>
    </message>
    <message>
        <source>Nobody is on the map yet.</source>
        <translation>Er staat nog niemand op de kaart.</translation>
    </message>
    <message>
        <source>Not filled in, so without a place here: {names}.</source>
        <translation>Niet ingevuld, dus hier zonder plaats: {names}.</translation>
    </message>
    <message>
        <source>These are not judgements: whether a difference fits is for the owner of the map to say. What the owner said is not so is left out.</source>
        <translation>Dit zijn geen oordelen: of een verschil past, zegt de maker van de kaart. Wat volgens de maker niet klopt, staat er niet bij.</translation>
    </message>
    <message>
        <source>Nobody is on the map yet with whom there is contact.</source>
        <translation>Er staat nog niemand op de kaart met wie er contact is.</translation>
    </message>
    <message>
        <source>{n} of 5</source>
        <translation>{n} van 5</translation>
    </message>
    <message>
        <source>The map of {then}: {lens}</source>
        <translation>De kaart van {then}: {lens}</translation>
    </message>
    <message>
        <source>Drawn freely: how near to the middle somebody stands is no answer.</source>
        <translation>Vrij getekend: hoe dicht iemand bij het midden staat, zegt hier niets over belang of contact.</translation>
    </message>
    <message>
        <source>The dot shows the importance, the end of the tail the contact.</source>
        <translation>De stip toont het belang, het eind van de staart het contact.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>There is no norm for any of these figures.</source>
        <translation>Voor geen van deze cijfers bestaat een norm.</translation>
    </message>
    <message>
        <source>★ named as one of my most important.</source>
        <translation>★ een van mijn belangrijkste partners.</translation>
    </message>
    <message>
        <source>From {then} to {now}.</source>
        <translation>Van {then} naar {now}.</translation>
    </message>
    <message>
        <source>To discuss.</source>
        <translation>Om te bespreken.</translation>
    </message>
    <message>
        <source>Still to discuss</source>
        <translation>Nog te bespreken</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Eerste stap</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>How I shall notice</source>
        <translation>Waaraan ik het merk</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat ervan kwam</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Hoe het ging</translation>
    </message>
    <message>
        <source>How it is reckoned</source>
        <translation>Hoe het berekend is</translation>
    </message>
    <message>
        <source>The figures, exactly</source>
        <translation>De cijfers, precies</translation>
    </message>
    <message>
        <source>For who wants to know exactly; the map can be read without it.</source>
        <translation>Voor wie het precies wil weten. Om de kaart te begrijpen heb je dit niet nodig.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>The nearer to the middle, the more important the contact.</source>
        <translation>Hoe dichter bij het midden, hoe belangrijker het contact.</translation>
    </message>
    <message>
        <source>The nearer to the middle, the more often there is contact.</source>
        <translation>Hoe dichter bij het midden, hoe vaker er contact is.</translation>
    </message>
    <message>
        <source>Map in the lens {lens}, with {partners}.</source>
        <translation>Kaart in de lens {lens}, met {partners}.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelaten</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>Two orders. The partners are put in order of importance and again in order of contact; each place is a number from 0 to 1, and the difference of the two runs from −1 to +1. This is done from five partners on with both answers. A partner is notable who is in one of the two groups that differ and whose two places are at least one third apart. Whether that difference fits is for the owner to say, and the owner&apos;s own wish comes first.</source>
        <translation>Twee volgordes. De partners worden op volgorde van belang gezet, en nog eens op volgorde van contact; elke plaats is een getal van 0 tot 1, en het verschil van die twee loopt van −1 tot +1. Dat gebeurt vanaf vijf partners met beide antwoorden. Opvallend is een partner die in een van de twee vakken staat waarin belang en contact verschillen, en bij wie de twee plaatsen minstens een derde uiteenlopen. Of dat verschil past, zegt de maker; de eigen wens gaat voor.</translation>
    </message>
    <message>
        <source>Contact time is estimated from the answers, for a school year of 40 weeks: weekly counts as 40 contacts, monthly as 10. Who knows whom is read only where the owner says that the lines are drawn, and four partners or more count; a line the owner does not know of gives the lowest and the highest possible figure.</source>
        <translation>Contacttijd is geschat uit de antwoorden, voor een schooljaar van 40 weken: wekelijks telt als 40 contacten, maandelijks als 10. Wie wie kent, wordt alleen gelezen als de maker zegt dat de lijnen getekend zijn en er vier of meer partners meetellen; waar de maker een lijn niet weet, staan het laagst en het hoogst mogelijke cijfer.</translation>
    </message>
    <message>
        <source>A map is the view of one person at one moment, of few partners: one step with one partner moves the order of the others. So there are no tests and no norms. Read a result as a question.</source>
        <translation>Een kaart is de blik van één persoon op één moment, op een handvol partners: één stap bij één partner verschuift de volgorde van de anderen. Daarom geen statistische toetsen en geen normen. Lees een uitkomst als een vraag.</translation>
    </message>
    <message>
        <source>“Samenwerken kent vele gezichten” and “Samen-DOEN door onderwijs en externe partners in coronatijd”: the two articles on teachers and their partners that Kring rests on.</source>
        <translation>‘Samenwerken kent vele gezichten’ en ‘Samen-DOEN door onderwijs en externe partners in coronatijd’: de twee artikelen over leraren en hun partners waarop Kring rust.</translation>
    </message>
    <message>
        <source>Drawing in circles: Kahn and Antonucci (1980); Hogan, Carrasco and Wellman (2007); Van Waes and Van den Bossche (2020). The ecomap: Hartman (1978).</source>
        <translation>Tekenen in kringen: Kahn en Antonucci (1980); Hogan, Carrasco en Wellman (2007); Van Waes en Van den Bossche (2020). Het ecogram: Hartman (1978).</translation>
    </message>
    <message>
        <source>Importance beside practice: Martilla and James (1977). Ridits: Bross (1958). Kendall&apos;s tau-b: Kendall (1945).</source>
        <translation>Belang naast praktijk: Martilla en James (1977). Ridits: Bross (1958). Kendalls tau-b: Kendall (1945).</translation>
    </message>
    <message>
        <source>Who knows whom: Burt (1992); Borgatti (1997, 2006); Gould and Fernandez (1989); Everett and Borgatti (2005). Inside and outside: Krackhardt and Stern (1988).</source>
        <translation>Wie wie kent: Burt (1992); Borgatti (1997, 2006); Gould en Fernandez (1989); Everett en Borgatti (2005). Binnen en buiten: Krackhardt en Stern (1988).</translation>
    </message>
    <message>
        <source>The owner of the map agrees.</source>
        <translation>De maker van de kaart is het ermee eens.</translation>
    </message>
    <message>
        <source>Four groups. A contact counts as important from “{important}” on, and as often from “{often}” on. That makes four groups: {groups}.</source>
        <translation>Vier vakken. Een contact geldt als belangrijk vanaf ‘{important}’, en als vaak vanaf ‘{often}’. Zo ontstaan vier vakken: {groups}.</translation>
    </message>
    <message>
        <source>The owner of the map drew who stands around them and their pupils, and said two things of each partner: how often there is contact (six steps, from once a year or less to almost every school day) and how important that contact is for the chances of the pupils to develop (five steps). Whoever has no contact yet counts in the wishes only. What is not filled in counts as nothing.</source>
        <translation>De maker van de kaart tekende de mensen rond zichzelf en de leerlingen, en zei van iedere partner twee dingen: hoe vaak er contact is (zes stappen, van één keer per jaar of minder tot bijna elke schooldag) en hoe belangrijk dat contact is voor de ontwikkelingskansen van de leerlingen (vijf stappen). Partners met wie nog geen contact is, tellen alleen mee bij de wensen. Wat niet is ingevuld, telt nergens voor.</translation>
    </message>
    <message>
        <source>Nobody there is contact with has both contact and importance yet.</source>
        <translation>Van niemand met wie er contact is, zijn contact en belang allebei ingevuld.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Wat erin staat</translation>
    </message>
    <message>
        <source>Beside an earlier moment</source>
        <translation>Naast een eerder moment</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Met namen</translation>
    </message>
    <message>
        <source>Without names (kind and number)</source>
        <translation>Zonder namen (soort en nummer)</translation>
    </message>
    <message>
        <source>Without names, what you wrote yourself is not in the report.</source>
        <translation>Zonder namen gaat wat je zelf schreef niet mee.</translation>
    </message>
    <message>
        <source>On the cover</source>
        <translation>Op het voorblad</translation>
    </message>
    <message>
        <source>Your name, school, course …</source>
        <translation>Je naam, school, opleiding …</translation>
    </message>
    <message>
        <source>Only for this report: Kring does not keep it.</source>
        <translation>Alleen voor dit verslag: Kring bewaart het niet.</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Soort bestand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Opslaan …</translation>
    </message>
    <message>
        <source>Picture in the lens {lens}</source>
        <translation>Afbeelding: {lens}</translation>
    </message>
    <message>
        <source>{part}: nothing to show</source>
        <translation>{part}: niets te tonen</translation>
    </message>
    <message>
        <source>{part}: stays out</source>
        <translation>{part}: staat niet in het verslag</translation>
    </message>
    <message>
        <source>The pages are being made …</source>
        <translation>De bladzijden worden gemaakt …</translation>
    </message>
    <message>
        <source>1 page of A4.</source>
        <translation>1 bladzijde A4.</translation>
    </message>
    <message>
        <source>{n} pages of A4.</source>
        <translation>{n} bladzijden A4.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Verslag opslaan</translation>
    </message>
    <message>
        <source>The report is being written …</source>
        <translation>Het verslag wordt geschreven …</translation>
    </message>
    <message>
        <source>On the cover still stands: {names}.</source>
        <translation>Op het voorblad staat nog: {names}.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>“{title}” is removed.</source>
        <translation>‘{title}’ is verwijderd.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>{n} of your maps are damaged and cannot be opened; the others can.</source>
        <translation>{n} van je kaarten zijn beschadigd en kunnen niet open; de andere wel.</translation>
    </message>
    <message>
        <source>My maps</source>
        <translation>Mijn kaarten</translation>
    </message>
    <message>
        <source>Everything is kept already, at every change.</source>
        <translation>Alles is al bewaard, bij elke verandering.</translation>
    </message>
    <message>
        <source>Open one of your maps, to lay this one beside it.</source>
        <translation>Open een van je eigen kaarten om deze ernaast te leggen.</translation>
    </message>
    <message>
        <source>My ecology</source>
        <translation>Mijn ecologie</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>Een kaart openen</translation>
    </message>
    <message>
        <source>Maps of Kring (*.kring)</source>
        <translation>Kaarten van Kring (*.kring)</translation>
    </message>
    <message>
        <source>“{name}” is back among your maps.</source>
        <translation>“{name}” staat weer bij je kaarten.</translation>
    </message>
    <message>
        <source>They are back among your maps, {n} in all.</source>
        <translation>Ze staan weer bij je kaarten, {n} in totaal.</translation>
    </message>
    <message>
        <source>You have these already, as they were then.</source>
        <translation>Die heb je al, precies zoals ze toen waren.</translation>
    </message>
    <message>
        <source>Kring no longer opens .kring files from the file manager.</source>
        <translation>Dubbelklikken op een .kring-bestand opent Kring niet meer.</translation>
    </message>
    <message>
        <source>A double click on a .kring file opens it in Kring now.</source>
        <translation>Dubbelklikken op een .kring-bestand opent het nu in Kring.</translation>
    </message>
    <message>
        <source>“{title}” is removed for good.</source>
        <translation>“{title}” is definitief verwijderd.</translation>
    </message>
    <message>
        <source>It may still stand in {files}: that cannot be read. Delete it yourself, unless you need something else in it.</source>
        <translation>Misschien staat de kaart nog in {files}: dat is niet te lezen. Gooi het zelf weg, tenzij je er nog iets anders uit nodig hebt.</translation>
    </message>
    <message>
        <source>There was no message yet.</source>
        <translation>Er was nog geen bericht.</translation>
    </message>
    <message>
        <source>Kind and setting</source>
        <translation>Soort en omgeving</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Select and move</source>
        <translation>Selecteren en verplaatsen</translation>
    </message>
</context>
<context>
    <name>SeriesCard</name>
    <message>
        <source>From somebody else</source>
        <translation>Van een ander</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Continue …</source>
        <translation>Verdergaan …</translation>
    </message>
    <message>
        <source>open</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>Show the moments</source>
        <translation>Toon de momenten</translation>
    </message>
</context>
<context>
    <name>SettingBars</name>
    <message>
        <source>{setting}: {mine} on mine, {theirs} on theirs</source>
        <translation>{setting}: {mine} bij mij, {theirs} bij de ander</translation>
    </message>
    <message>
        <source>Settings side by side</source>
        <translation>Omgevingen naast elkaar</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Exchange with a fellow student</source>
        <translation>Uitwisselen met een medestudent</translation>
    </message>
    <message>
        <source>Kinds and ratings, to lay beside the map of somebody else.</source>
        <translation>Soorten en antwoorden, om naast de kaart van een ander te leggen.</translation>
    </message>
    <message>
        <source>Hand in to my lecturer</source>
        <translation>Inleveren bij mijn docent</translation>
    </message>
    <message>
        <source>Also who knows whom, wishes and the date, for the whole group.</source>
        <translation>Ook wie wie kent, wensen en de datum, voor de hele groep.</translation>
    </message>
    <message>
        <source>Back-up for myself</source>
        <translation>Reservekopie voor mezelf</translation>
    </message>
    <message>
        <source>This one map with everything in it, to go on with elsewhere.</source>
        <translation>Deze ene kaart met alles erin, om ergens anders mee verder te gaan.</translation>
    </message>
    <message>
        <source>Names, and kinds in my own words</source>
        <translation>Namen, en soorten in eigen woorden</translation>
    </message>
    <message>
        <source>Contact, importance and star</source>
        <translation>Contact, belang en ster</translation>
    </message>
    <message>
        <source>What it is aimed at, what we do</source>
        <translation>Waar het op gericht is, wat we doen</translation>
    </message>
    <message>
        <source>Wished contact, initiative</source>
        <translation>Gewenst contact, initiatief</translation>
    </message>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>Date and moment</source>
        <translation>Datum en moment</translation>
    </message>
    <message>
        <source>What I say of it on the whole</source>
        <translation>Wat ik er in het algemeen van vind</translation>
    </message>
    <message>
        <source>Satisfaction and energy</source>
        <translation>Tevredenheid en energie</translation>
    </message>
    <message>
        <source>Trust, control, being heard …</source>
        <translation>Vertrouwen, regie, gehoord worden …</translation>
    </message>
    <message>
        <source>What makes it hard, what goes well</source>
        <translation>Wat het lastig maakt, wat goed gaat</translation>
    </message>
    <message>
        <source>Goals, expertise and notes</source>
        <translation>Doelen, deskundigheid en notities</translation>
    </message>
    <message>
        <source>Title, my role, what it is about</source>
        <translation>Titel, mijn rol, waar het over gaat</translation>
    </message>
    <message>
        <source>Where I put everybody</source>
        <translation>Waar ik iedereen heb neergezet</translation>
    </message>
    <message>
        <source>Outlines, texts and pen</source>
        <translation>Omlijningen, teksten en pen</translation>
    </message>
    <message>
        <source>My answers to questions</source>
        <translation>Mijn antwoorden op vragen</translation>
    </message>
    <message>
        <source>My intentions</source>
        <translation>Mijn voornemens</translation>
    </message>
    <message>
        <source>In what you typed yourself there still stands: {names}. Look at it under: {parts}. Leave that out, or change the text, if the other is not to know who it is about.</source>
        <translation>In wat je zelf hebt getypt staat nog: {names}. Kijk bij: {parts}. Laat dat weg, of pas de tekst aan, als de ander niet hoeft te weten over wie het gaat.</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Kring sends nothing. You make a file, and hand it on yourself.</source>
        <translation>Kring verstuurt niets. Je maakt een bestand en geeft het zelf door.</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Waarvoor?</translation>
    </message>
    <message>
        <source>What goes along?</source>
        <translation>Wat gaat er mee?</translation>
    </message>
    <message>
        <source>Kind and setting always do; without names they are called parents 1, parents 2.</source>
        <translation>Soort en omgeving gaan altijd mee; zonder namen heten partners bijvoorbeeld ‘ouders 1’ en ‘ouders 2’.</translation>
    </message>
    <message>
        <source>The same hidden marks every time</source>
        <translation>Mijn partners blijven herkenbaar bij een volgend bestand</translation>
    </message>
    <message>
        <source>Then my begin and end can be laid together by who has both files.</source>
        <translation>Dan kan wie beide bestanden heeft, mijn begin en eind naast elkaar leggen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back to the map (Esc)</source>
        <translation>Terug naar de kaart (Esc)</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Tekening</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>The map as the other will see it</source>
        <translation>De kaart zoals de ander die ziet</translation>
    </message>
    <message>
        <source>Partners as the other will see them</source>
        <translation>Partners zoals de ander ze ziet</translation>
    </message>
    <message>
        <source>What else is in the file</source>
        <translation>Wat er nog meer in het bestand staat</translation>
    </message>
    <message>
        <source>Make the file …</source>
        <translation>Bestand maken …</translation>
    </message>
    <message>
        <source>Everything, as it is</source>
        <translation>Alles, zoals het is</translation>
    </message>
    <message>
        <source>With all names and notes: keep this file where only you can reach it.</source>
        <translation>Met alle namen en notities: bewaar dit bestand waar alleen jij erbij kunt.</translation>
    </message>
    <message>
        <source>This is what the other will see</source>
        <translation>Dit ziet de ander</translation>
    </message>
    <message>
        <source>Nothing else is in the file, and nothing in it leads back to your maps.</source>
        <translation>Meer staat er niet in het bestand.</translation>
    </message>
    <message>
        <source>This is {moment} alone; open another moment to back that up as well.</source>
        <translation>Dit is alleen {moment}; open een ander moment om ook daarvan een reservekopie te maken.</translation>
    </message>
    <message>
        <source>There is nobody on this map yet.</source>
        <translation>Er staat nog niemand op deze kaart.</translation>
    </message>
    <message>
        <source>names are hidden</source>
        <translation>namen zijn verborgen</translation>
    </message>
    <message>
        <source>names are shown</source>
        <translation>met namen</translation>
    </message>
    <message>
        <source>Without a place in the drawing: {n}. The table has everybody.</source>
        <translation>Zonder plek in de tekening: {n}. In de tabel staat iedereen.</translation>
    </message>
    <message>
        <source>Maps of Kring (*.kring)</source>
        <translation>Kaarten van Kring (*.kring)</translation>
    </message>
    <message>
        <source>map</source>
        <translation>kaart</translation>
    </message>
    <message>
        <source>names are hidden, but not in your own texts</source>
        <translation>namen zijn verborgen, maar niet in je eigen teksten</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Earlier moment</source>
        <translation>Eerder moment</translation>
    </message>
    <message>
        <source>Later moment</source>
        <translation>Later moment</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>one of my most important</source>
        <translation>een van mijn belangrijkste partners</translation>
    </message>
    <message>
        <source>still to place</source>
        <translation>nog geen plek</translation>
    </message>
    <message>
        <source>ring {answer}</source>
        <translation>ring {answer}</translation>
    </message>
    <message>
        <source>above</source>
        <translation>boven</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>rechtsboven</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>rechtsonder</translation>
    </message>
    <message>
        <source>below</source>
        <translation>onder</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>linksonder</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>upper left</source>
        <translation>linksboven</translation>
    </message>
    <message>
        <source>{direction}, near</source>
        <translation>{direction}, dichtbij</translation>
    </message>
    <message>
        <source>{direction}, far</source>
        <translation>{direction}, ver weg</translation>
    </message>
    <message>
        <source>All selected</source>
        <translation>Iedereen die je koos</translation>
    </message>
    <message>
        <source>star taken away</source>
        <translation>ster weggehaald</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Example: nobody here exists</source>
        <translation>Voorbeeld met verzonnen mensen</translation>
    </message>
    <message>
        <source>{n} named as most important</source>
        <translation>{n} met een ster</translation>
    </message>
    <message>
        <source>{n} not filled in yet</source>
        <translation>{n} nog niet ingevuld</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>alleen lezen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>afgerond</translation>
    </message>
    <message>
        <source>not kept: the file of your maps is gone</source>
        <translation>niet bewaard: het bestand met je kaarten is weg</translation>
    </message>
    <message>
        <source>✓ kept</source>
        <translation>✓ bewaard</translation>
    </message>
    <message>
        <source>being kept …</source>
        <translation>wordt bewaard …</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>{sign}: not on the map at that moment</source>
        <translation>{sign}: op dat moment niet op de kaart</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>How many others each partner knows, and how far they join others</source>
        <translation>Hoeveel anderen elke partner kent, en in hoeverre die anderen verbindt</translation>
    </message>
    <message>
        <source>Ctrl+C copies what is selected.</source>
        <translation>Ctrl+C kopieert de selectie.</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>Question {n} of {total}</source>
        <translation>Vraag {n} van {total}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>My notes; they stay with my map.</source>
        <translation>Mijn notities; ze blijven bij mijn kaart.</translation>
    </message>
    <message>
        <source>My map is closed for changes, so there is no writing here.</source>
        <translation>Mijn kaart kan niet worden gewijzigd, dus schrijven kan hier niet.</translation>
    </message>
    <message>
        <source>Every kind on theirs is on mine as well.</source>
        <translation>Alle soorten van de ander staan ook op mijn kaart.</translation>
    </message>
    <message>
        <source>Only on theirs: {kinds}</source>
        <translation>Alleen bij de ander: {kinds}</translation>
    </message>
    <message>
        <source>Every kind on mine is on theirs as well.</source>
        <translation>Al mijn soorten staan ook op de kaart van de ander.</translation>
    </message>
    <message>
        <source>Only on mine: {kinds}</source>
        <translation>Alleen bij mij: {kinds}</translation>
    </message>
    <message>
        <source>There is no kind for which both of you filled this in.</source>
        <translation>Er is geen soort partner waarbij jullie dit allebei hebben ingevuld.</translation>
    </message>
    <message>
        <source>You do not differ here: your answers are the same for each kind.</source>
        <translation>Jullie verschillen hier niet: bij elke soort gaven jullie hetzelfde antwoord.</translation>
    </message>
    <message>
        <source>You differ little here. Most: {most}</source>
        <translation>Jullie antwoorden lijken op elkaar. Het grootste verschil: {most}</translation>
    </message>
    <message>
        <source>There is no kind of which both maps say this.</source>
        <translation>Er is geen soort partner waarvoor dit op allebei de kaarten geldt.</translation>
    </message>
    <message>
        <source>On both: {kinds}</source>
        <translation>Op allebei: {kinds}</translation>
    </message>
</context>
<context>
    <name>TextTool</name>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Tap where the text is to be. Enter: near the middle. Esc stops.</source>
        <translation>Tik waar de tekst moet komen. Enter: bij het midden. Esc stopt.</translation>
    </message>
</context>
<context>
    <name>TieTool</name>
    <message>
        <source>Who knows whom</source>
        <translation>Wie kent wie</translation>
    </message>
    <message>
        <source>Tap somebody: whom do they know? Esc stops.</source>
        <translation>Tik iemand aan: wie kent diegene? Met Esc stop je.</translation>
    </message>
    <message>
        <source>Whom does {name} know? Tap them, or walk there and press Enter. Esc: somebody else.</source>
        <translation>Wie kent {name}? Tik de ander aan, of loop erheen met de pijltjestoetsen en druk op Enter. Esc: iemand anders.</translation>
    </message>
    <message>
        <source>{a} and {b} know each other. Once more: you do not know.</source>
        <translation>{a} en {b} kennen elkaar. Nog een keer: weet ik niet.</translation>
    </message>
    <message>
        <source>{a} and {b}: you do not know. Once more: no line.</source>
        <translation>{a} en {b}: weet ik niet. Nog een keer: geen lijn.</translation>
    </message>
    <message>
        <source>{a} and {b}: no line. Once more: they know each other.</source>
        <translation>{a} en {b}: geen lijn. Nog een keer: ze kennen elkaar.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Gereedschap</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>My maps</source>
        <translation>Mijn kaarten</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>People glide to their place</source>
        <translation>Rustige beweging</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Geen beweging</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Beweging</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Drop here: back to “still to place”</source>
        <translation>Laat hier los: terug bij ‘nog geen plek’</translation>
    </message>
    <message>
        <source>{n} of {all} to place</source>
        <translation>Nog {n} van de {all} een plek geven</translation>
    </message>
    <message>
        <source>Next: {name}. Drag to the map, or press Enter.</source>
        <translation>Nu {name}: sleep naar de kaart of druk op Enter.</translation>
    </message>
    <message>
        <source>Next: {name}. Drag to a ring, or press 0 to 6.</source>
        <translation>Nu: {name}. Sleep naar een ring, of druk op 0 tot en met 6.</translation>
    </message>
    <message>
        <source>Next: {name}. Drag to a ring, or press Shift+1 to 5.</source>
        <translation>Nu: {name}. Sleep naar een ring, of druk op Shift+1 tot en met 5.</translation>
    </message>
    <message>
        <source>Next: {name}. Press Shift+1 to 5.</source>
        <translation>Nu: {name}. Druk op Shift+1 tot en met 5.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Open read-only</source>
        <translation>Alleen bekijken</translation>
    </message>
    <message>
        <source>Work in a copy</source>
        <translation>In een kopie werken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Take the backup of {date}</source>
        <translation>De reservekopie van {date} gebruiken</translation>
    </message>
    <message>
        <source>Start an empty library</source>
        <translation>Leeg beginnen, zonder kaarten</translation>
    </message>
    <message>
        <source>The old file is not thrown away: it stays beside it under another name.</source>
        <translation>Het oude bestand wordt niet weggegooid: het blijft ernaast staan onder een andere naam.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Choose another place …</source>
        <translation>Een andere plek kiezen …</translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>Table of all values</source>
        <translation>Tabel met alle waarden</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>“{name}” is among your maps now.</source>
        <translation>‘{name}’ staat nu bij je kaarten.</translation>
    </message>
    <message>
        <source>You had “{name}” already, and this one differs. Now you have both.</source>
        <translation>Je had ‘{name}’ al, en deze is anders. Nu heb je ze allebei.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Ander</translation>
    </message>
    <message>
        <source>You have this map already: “{name}”.</source>
        <translation>Deze kaart heb je al: ‘{name}’.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Waiting for {file}. You can go on meanwhile.</source>
        <translation>Kring wacht op {file}. Je kunt intussen verder.</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Niet wachten</translation>
    </message>
    <message>
        <source>“{name}” is now as in the file.</source>
        <translation>“{name}” is nu zoals in het bestand.</translation>
    </message>
</context>
<context>
    <name>Whereabouts</name>
    <message>
        <source>Your maps are kept in the file {path}.</source>
        <translation>Je kaarten staan in het bestand {path}.</translation>
    </message>
    <message>
        <source>On another drive or in another folder they go along: the file that is here now stays as it is. Kring starts anew with the other one.</source>
        <translation>Naar een andere schijf of map gaan ze mee: het bestand dat hier nu staat, blijft zoals het is. Kring begint opnieuw met het andere.</translation>
    </message>
    <message>
        <source>Keep them elsewhere …</source>
        <translation>Ergens anders bewaren …</translation>
    </message>
    <message>
        <source>Open another library …</source>
        <translation>Een andere bibliotheek openen …</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map op je computer openen</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Zo laten</translation>
    </message>
    <message>
        <source>Your maps are kept in {path} now. The file of before is still there: {old}.</source>
        <translation>Je kaarten staan nu in {path}. Het bestand van eerst staat er ook nog: {old}.</translation>
    </message>
    <message>
        <source>A folder for your maps</source>
        <translation>Een map voor je kaarten</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Een bibliotheek openen</translation>
    </message>
    <message>
        <source>Libraries of Kring (*.kringlib)</source>
        <translation>Bibliotheken van Kring (*.kringlib)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Omgeving</translation>
    </message>
    <message>
        <source>Person, group or organisation</source>
        <translation>Persoon, groep of organisatie</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Belang</translation>
    </message>
    <message>
        <source>One of my most important</source>
        <translation>Een van mijn belangrijkste partners</translation>
    </message>
    <message>
        <source>Wished contact</source>
        <translation>Gewenst contact</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Tevredenheid</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Initiatief</translation>
    </message>
    <message>
        <source>Own control</source>
        <translation>Eigen regie</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrouwen</translation>
    </message>
    <message>
        <source>Equality</source>
        <translation>Gelijkwaardigheid</translation>
    </message>
    <message>
        <source>Shared language</source>
        <translation>Gedeelde taal</translation>
    </message>
    <message>
        <source>Being heard</source>
        <translation>Gehoord worden</translation>
    </message>
    <message>
        <source>Shared goal</source>
        <translation>Gezamenlijk doel</translation>
    </message>
    <message>
        <source>Aimed at</source>
        <translation>Gericht op</translation>
    </message>
    <message>
        <source>What we do</source>
        <translation>Wat we doen</translation>
    </message>
    <message>
        <source>What makes it hard</source>
        <translation>Wat het lastig maakt</translation>
    </message>
    <message>
        <source>What goes well</source>
        <translation>Wat goed gaat</translation>
    </message>
    <message>
        <source>Task and role agreed</source>
        <translation>Taak en rol afgesproken</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>My expertise</source>
        <translation>Mijn deskundigheid</translation>
    </message>
    <message>
        <source>Their expertise</source>
        <translation>Deskundigheid van de ander</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Before we talk</source>
        <translation>Vóór het gesprek</translation>
    </message>
    <message>
        <source>After we talked</source>
        <translation>Na het gesprek</translation>
    </message>
    <message>
        <source>What is in my hands</source>
        <translation>Wat ik zelf kan doen</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>Om te bespreken</translation>
    </message>
    <message>
        <source>What I intend</source>
        <translation>Wat ik me voorneem</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>Welke kant op</translation>
    </message>
    <message>
        <source>First small step</source>
        <translation>Eerste kleine stap</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>How I shall notice</source>
        <translation>Waaraan ik het merk</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Hoe het ging</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>My name in the middle</source>
        <translation>Mijn naam in het midden</translation>
    </message>
    <message>
        <source>My role</source>
        <translation>Mijn rol</translation>
    </message>
    <message>
        <source>What the map is about</source>
        <translation>Waar de kaart over gaat</translation>
    </message>
    <message>
        <source>Around whom</source>
        <translation>Rond wie</translation>
    </message>
    <message>
        <source>Importance of co-operation</source>
        <translation>Belang van samenwerken</translation>
    </message>
    <message>
        <source>Satisfaction overall</source>
        <translation>Tevredenheid in het algemeen</translation>
    </message>
    <message>
        <source>How sure I feel in it</source>
        <translation>Hoe zeker ik me voel in samenwerken</translation>
    </message>
    <message>
        <source>Lines between partners drawn</source>
        <translation>Onderlinge lijnen getekend</translation>
    </message>
    <message>
        <source>Map finished</source>
        <translation>Kaart afgerond</translation>
    </message>
    <message>
        <source>From when on a contact is important</source>
        <translation>Vanaf wanneer een contact belangrijk is</translation>
    </message>
    <message>
        <source>From when on contact is often</source>
        <translation>Vanaf wanneer contact vaak is</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Op de kaart zetten</translation>
    </message>
    <message>
        <source>Back to the tray</source>
        <translation>Terug bij ‘nog geen plek’</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Onderlinge lijn</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Omlijning</translation>
    </message>
    <message>
        <source>Text on the map</source>
        <translation>Tekst op de kaart</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>Rub out</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Not a partner any more</source>
        <translation>Geen partner meer</translation>
    </message>
    <message>
        <source>A partner again</source>
        <translation>Weer een partner</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Opvolger</translation>
    </message>
    <message>
        <source>With the eyes of now</source>
        <translation>Zo kijk ik er nu op terug</translation>
    </message>
    <message>
        <source>Your verdict on a finding</source>
        <translation>Jouw oordeel over een bevinding</translation>
    </message>
    <message>
        <source>Intention</source>
        <translation>Voornemen</translation>
    </message>
    <message>
        <source>Remove the intention</source>
        <translation>Voornemen verwijderen</translation>
    </message>
    <message>
        <source>Notes on a question</source>
        <translation>Notities bij een vraag</translation>
    </message>
    <message>
        <source>1 partner</source>
        <translation>1 partner</translation>
    </message>
    <message>
        <source>{n} partners</source>
        <translation>{n} partners</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n} geselecteerd</translation>
    </message>
    <message>
        <source>No setting yet</source>
        <translation>Nog geen omgeving</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>Untitled map</source>
        <translation>Kaart zonder titel</translation>
    </message>
    <message>
        <source>{n} moments</source>
        <translation>{n} momenten</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>zonder datum</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>verschillend</translation>
    </message>
    <message>
        <source>Clear: {field}</source>
        <translation>Leegmaken: {field}</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Zoals in het bestand</translation>
    </message>
    <message>
        <source>{partners}, {n} without contact yet</source>
        <translation>{partners}, {n} nog zonder contact</translation>
    </message>
    <message>
        <source>{first} and {n} more</source>
        <translation>{first} en nog {n}</translation>
    </message>
    <message>
        <source>Already on the map under this name: {who}.</source>
        <translation>Staat al met deze naam op de kaart: {who}.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>What are they together?</source>
        <translation>Naam van deze groep</translation>
    </message>
    <message>
        <source>Label of the outline</source>
        <translation>Bijschrift van de omlijning</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was.</source>
        <translation>Enter bewaart, Esc laat het zoals het was.</translation>
    </message>
    <message>
        <source>Text on the map</source>
        <translation>Tekst op de kaart</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it, Esc leaves it as it was.</source>
        <translation>Ctrl+Enter bewaart, Esc laat het zoals het was.</translation>
    </message>
    <message>
        <source>Your text. Esc: done</source>
        <translation>Je tekst. Esc: klaar</translation>
    </message>
</context>
<context>
    <name>_Alone</name>
    <message>
        <source>Then and now</source>
        <translation>Toen en nu</translation>
    </message>
    <message>
        <source>This map has one moment so far. Draw it again later, at the end of the year for instance, and here you see what changed: who came and went, with whom there is more contact, which wishes came true.</source>
        <translation>Deze kaart heeft nog maar één moment. Teken hem later opnieuw, bijvoorbeeld aan het eind van het jaar. Dan zie je hier wat er veranderd is: wie erbij kwam en wie niet meer op de kaart staat, met wie je vaker contact hebt, welk gewenst contact er nu is.</translation>
    </message>
</context>
<context>
    <name>_Prompts</name>
    <message>
        <source>Who else?</source>
        <translation>Wie nog meer?</translation>
    </message>
</context>
<context>
    <name>_TrayList</name>
    <message>
        <source>People without a place</source>
        <translation>Mensen die nog geen plek hebben</translation>
    </message>
</context>
<context>
    <name>_TwoMaps</name>
    <message>
        <source>My map</source>
        <translation>Mijn kaart</translation>
    </message>
    <message>
        <source>The map of somebody else</source>
        <translation>De kaart van een ander</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Belang</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Not rated, so without a place here: {mine} of mine, {theirs} of theirs.</source>
        <translation>Niet ingevuld, en hier dus zonder plaats: {mine} van mij, {theirs} van de ander.</translation>
    </message>
</context>
<context>
    <name>_WithEmpty</name>
    <message>
        <source>No kind of partner is on both maps.</source>
        <translation>Geen enkele soort partner staat op beide kaarten.</translation>
    </message>
    <message>
        <source>Of a kind that is there more than once, every answer is shown.</source>
        <translation>Van een soort die er meer keren is, zie je elk antwoord.</translation>
    </message>
</context>
</TS>
