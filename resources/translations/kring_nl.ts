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
            <source>Keep a copy as a file …</source>
            <translation>Een kopie bewaren als bestand …</translation>
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
            <source>Select everybody</source>
            <translation>Iedereen selecteren</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>Naam wijzigen …</translation>
        </message>
        <message>
            <source>One of my most important</source>
            <translation>Een van mijn belangrijkste</translation>
        </message>
        <message>
            <source>Back to “still to place”</source>
            <translation>Terug bij ‘nog te plaatsen’</translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>Helemaal verwijderen</translation>
        </message>
        <message>
            <source>These know each other</source>
            <translation>Zij kennen elkaar</translation>
        </message>
        <message>
            <source>Add a partner</source>
            <translation>Een partner toevoegen</translation>
        </message>
        <message>
            <source>Rate everybody</source>
            <translation>Iedereen beoordelen</translation>
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
            <translation>Lens: Kloof</translation>
        </message>
        <message>
            <source>Divide by setting</source>
            <translation>Indelen per omgeving</translation>
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
            <translation>Alles is al bewaard</translation>
        </message>
        <message>
            <source>About Kring and its keys</source>
            <translation>Over Kring en de toetsen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Afsluiten</translation>
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
            <translation>Delen</translation>
        </message>
        <message>
            <source>Isolates</source>
            <translation>Alleen via mij</translation>
        </message>
        <message>
            <source>Largest component</source>
            <translation>Grootste deel</translation>
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
            <translation>Tussenpositie van mij</translation>
        </message>
        <message>
            <source>Ego betweenness, normalised</source>
            <translation>Tussenpositie van mij, genormeerd</translation>
        </message>
        <message>
            <source>Hinge partners</source>
            <translation>Scharnierpartners</translation>
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
            <source>Blau's diversity of settings</source>
            <translation>Blau-diversiteit van sectoren</translation>
        </message>
        <message>
            <source>IQV of settings</source>
            <translation>IQV van sectoren</translation>
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
            <translation>Bemiddelaar binnen één sector</translation>
        </message>
        <message>
            <source>Gatekeeper</source>
            <translation>Poort tussen school en buiten</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>Schakel tussen sectoren</translation>
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
            <source>Kendall's tau-b</source>
            <translation>Kendalls tau-b</translation>
        </message>
        <message>
            <source>Goodman and Kruskal's gamma</source>
            <translation>Goodman en Kruskals gamma</translation>
        </message>
        <message>
            <source>Spearman's rho</source>
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
            <translation>Kloof</translation>
        </message>
        <message>
            <source>Quadrant</source>
            <translation>Kwadrant</translation>
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
    </context>
    <context>
        <name>InsightPanel</name>
        <message>
            <source>Insight</source>
            <translation>Inzicht</translation>
        </message>
        <message>
            <source>Where contact and importance differ</source>
            <translation>Waar contact en belang uiteenlopen</translation>
        </message>
        <message>
            <source>Nothing to see yet. Say of your partners how often you have contact and how important it is: select somebody and press 1 to 6, and Shift with 1 to 5.</source>
            <translation>Hier is nog niets te zien. Geef bij je partners aan hoe vaak je contact hebt en hoe belangrijk dat is: selecteer iemand en druk op 1 tot 6, en op Shift met 1 tot 5.</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>To the right: contact {often} or more. Above: {important} or more.</source>
            <translation>Rechts: contact {often} of vaker. Boven: {important} of meer.</translation>
        </message>
        <message>
            <source>What stands out</source>
            <translation>Wat opvalt</translation>
        </message>
        <message>
            <source>No notable differences between contact and importance.</source>
            <translation>Geen opvallende verschillen tussen contact en belang.</translation>
        </message>
        <message>
            <source>With fewer than five partners rated you see this:</source>
            <translation>Je hebt minder dan vijf partners ingevuld. Je ziet hier:</translation>
        </message>
        <message>
            <source>{name}: important, and you are not satisfied with how it goes.</source>
            <translation>{name}: belangrijk, en je bent niet tevreden over hoe het gaat.</translation>
        </message>
        <message>
            <source>A few answers on one afternoon: a start for a conversation, not a verdict.</source>
            <translation>Een paar antwoorden op één middag: een begin van een gesprek, geen oordeel.</translation>
        </message>
        <message>
            <source>{name}: {importance}, contact {frequency}.</source>
            <translation>{name}: {importance}, contact {frequency}.</translation>
        </message>
        <message>
            <source>A difference, and as you wish it.</source>
            <translation>Een verschil, en zo wil je het ook.</translation>
        </message>
        <message>
            <source>You would like: {frequency}.</source>
            <translation>Jij zou willen: {frequency}.</translation>
        </message>
        <message>
            <source>No contact yet ({n})</source>
            <translation>Nog geen contact ({n})</translation>
        </message>
        <message>
            <source>Your network in figures</source>
            <translation>Je netwerk in cijfers</translation>
        </message>
        <message>
            <source>{part} of {whole}</source>
            <translation>{part} van {whole}</translation>
        </message>
        <message>
            <source>Without the {n} you have no contact with yet.</source>
            <translation>Zonder de {n} met wie je nog geen contact hebt.</translation>
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
            <source>At least weekly contact</source>
            <translation>Minstens wekelijks contact</translation>
        </message>
        <message>
            <source>Named as most important</source>
            <translation>Genoemd als een van de belangrijkste</translation>
        </message>
        <message>
            <source>You would like more contact with</source>
            <translation>Met wie je vaker contact zou willen</translation>
        </message>
        <message>
            <source>You would like less contact with</source>
            <translation>Met wie je minder vaak contact zou willen</translation>
        </message>
        <message>
            <source>Knows the others only through you</source>
            <translation>Kent de anderen alleen via jou</translation>
        </message>
        <message>
            <source>In {some} of the {all} pairs you also see the more important partner more often.</source>
            <translation>Bij {some} van de {all} paren zie je de belangrijkere partner ook vaker.</translation>
        </message>
        <message>
            <source>By setting</source>
            <translation>Per omgeving</translation>
        </message>
        <message>
            <source>Show on the map</source>
            <translation>Laat zien op de kaart</translation>
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
            <translation>Kloof</translation>
        </message>
        <message>
            <source>Everybody where you put them (F5)</source>
            <translation>Iedereen waar jij ze neerzet (F5)</translation>
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
            <translation>Waar het belang ze zet, en waar het contact ze zou zetten (F8)</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Something went wrong in Kring itself. Your work is kept.</source>
            <translation>Er ging iets mis in Kring zelf. Je werk is bewaard.</translation>
        </message>
        <message>
            <source>What happened is written in {file}, without names.</source>
            <translation>Wat er gebeurde staat in {file}, zonder namen.</translation>
        </message>
    </context>
    <context>
        <name>MapCard</name>
        <message>
            <source>Example</source>
            <translation>Voorbeeld</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>afgerond</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Terughalen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
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
            <source>Remove</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Untitled map</source>
            <translation>Kaart zonder titel</translation>
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
            <translation>Hoe zeker voel je je in het samenwerken?</translation>
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
            <translation>Met de pijltoetsen loop je van persoon naar persoon. De tabel toont dezelfde mensen.</translation>
        </message>
        <message>
            <source>Who do they know? Click, or walk there and press Enter. Esc stops.</source>
            <translation>Wie kennen ze? Klik, of loop erheen en druk op Enter. Esc stopt.</translation>
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
            <source>Removed (kept for 30 days)</source>
            <translation>Verwijderd (nog 30 dagen terug te halen)</translation>
        </message>
        <message>
            <source>{title} (copy)</source>
            <translation>{title} (kopie)</translation>
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
        <name>PartnerForm</name>
        <message>
            <source>What is said about the partner</source>
            <translation>Wat je over deze partner zegt</translation>
        </message>
        <message>
            <source>How important for your pupils?</source>
            <translation>Hoe belangrijk voor je leerlingen?</translation>
        </message>
        <message>
            <source>How often would you like contact?</source>
            <translation>Hoe vaak zou je contact willen?</translation>
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
            <translation>In welke vorm?</translation>
        </message>
        <message>
            <source>This stays on your own computer.</source>
            <translation>Dit blijft op je eigen computer.</translation>
        </message>
    </context>
    <context>
        <name>PeopleModel</name>
        <message>
            <source>no star</source>
            <translation>geen ster</translation>
        </message>
    </context>
    <context>
        <name>PeopleTable</name>
        <message>
            <source>Table of partners</source>
            <translation>Tabel van partners</translation>
        </message>
        <message>
            <source>Type a name on the left to put your first partner on the map</source>
            <translation>Typ links een naam om je eerste partner op de kaart te zetten</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>This map is finished and stays as it is. Untick “finished” to go on with it, or duplicate it.</source>
            <translation>Deze kaart is afgerond en blijft zoals hij is. Haal het vinkje bij “afgerond” weg om ermee verder te gaan, of dupliceer de kaart.</translation>
        </message>
        <message>
            <source>“{value}” cannot stand there. Choose or type something else.</source>
            <translation>“{value}” kan daar niet staan. Kies of typ iets anders.</translation>
        </message>
        <message>
            <source>A line runs between two different partners. Choose another partner.</source>
            <translation>Een lijn loopt tussen twee verschillende partners. Kies een andere partner.</translation>
        </message>
        <message>
            <source>Two things on this map share the mark “{id}”. Use another copy of the map.</source>
            <translation>Twee dingen op deze kaart hebben hetzelfde kenmerk, “{id}”. Gebruik een andere kopie van de kaart.</translation>
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
            <translation>Dit is niet één hele kaart. Gebruik een andere kopie.</translation>
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
            <translation>De bibliotheek {path} is gemaakt met een nieuwere versie van Kring. Installeer die versie om hem te openen; er is niets veranderd.</translation>
        </message>
        <message>
            <source>The library {path} is damaged and was left as it is. Kring can set it aside and go on with the last good backup.</source>
            <translation>De bibliotheek {path} is beschadigd en is gelaten zoals hij is. Kring kan hem apart zetten en verdergaan met de laatste goede reservekopie.</translation>
        </message>
        <message>
            <source>{path} is not a library of Kring. Choose another file; this one was left as it is.</source>
            <translation>{path} is geen bibliotheek van Kring. Kies een ander bestand; dit is gelaten zoals het is.</translation>
        </message>
        <message>
            <source>There is no library at {path}. Check the name and the folder.</source>
            <translation>Er is geen bibliotheek in {path}. Kijk de naam en de map na.</translation>
        </message>
        <message>
            <source>{path} is not a file. Choose a file for the library.</source>
            <translation>{path} is geen bestand. Kies een bestand voor de bibliotheek.</translation>
        </message>
        <message>
            <source>Kring has no permission to use {path}. Choose another place for the library, or ask whoever looks after this computer.</source>
            <translation>Kring mag {path} niet gebruiken. Kies een andere plek voor de bibliotheek, of vraag het aan wie deze computer beheert.</translation>
        </message>
        <message>
            <source>The library is open to read only, so nothing was changed. Close the other Kring and open the library again to work in it.</source>
            <translation>De bibliotheek is open om te lezen, dus er is niets veranderd. Sluit de andere Kring en open de bibliotheek opnieuw om erin te werken.</translation>
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
            <translation>Deze kaart staat niet meer in de bibliotheek. Kies een andere.</translation>
        </message>
        <message>
            <source>This map is already in the library. Open it from the list, or bring it back if it was removed.</source>
            <translation>Deze kaart staat al in de bibliotheek. Open hem in de lijst, of haal hem terug als hij verwijderd is.</translation>
        </message>
        <message>
            <source>{path} is already there. Choose another name.</source>
            <translation>{path} is er al. Kies een andere naam.</translation>
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
            <source>{file} could not be written. Check that the disk has room and that you may write in that folder.</source>
            <translation>{file} kan niet worden geschreven. Kijk na of er ruimte op de schijf is en of je in die map mag schrijven.</translation>
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
            <translation>In {file} staat iets wat Kring niet kent, bij “{place}”. Gebruik een andere kopie, of de versie van Kring waarmee het gemaakt is.</translation>
        </message>
        <message>
            <source>The answers in {file} belong to another version of the scale “{scale}” and could be misread. Open it with the version of Kring that made it.</source>
            <translation>De antwoorden in {file} horen bij een andere versie van de schaal “{scale}” en kunnen verkeerd worden gelezen. Open het met de versie van Kring waarmee het gemaakt is.</translation>
        </message>
        <message>
            <source>{file} is damaged: two things in it share the mark “{id}”. Use another copy of it.</source>
            <translation>{file} is beschadigd: twee dingen erin hebben hetzelfde kenmerk, “{id}”. Gebruik een andere kopie.</translation>
        </message>
        <message>
            <source>{file} is damaged: “{place}” is about somebody who is not on the map. Use another copy of it.</source>
            <translation>{file} is beschadigd: “{place}” gaat over iemand die niet op de kaart staat. Gebruik een andere kopie.</translation>
        </message>
        <message>
            <source>{file} is damaged: two partners are tied twice, at “{place}”. Use another copy of it.</source>
            <translation>{file} is beschadigd: tussen twee partners staan twee lijnen, bij “{place}”. Gebruik een andere kopie.</translation>
        </message>
        <message>
            <source>{file} is damaged: a partner is tied to itself, at “{place}”. Use another copy of it.</source>
            <translation>{file} is beschadigd: een partner heeft een lijn met zichzelf, bij “{place}”. Gebruik een andere kopie.</translation>
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
            <translation>{file} heeft geen kolom “{column}”. Voeg die toe en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>{file} has the column “{column}” twice. Keep one of them.</source>
            <translation>{file} heeft de kolom “{column}” twee keer. Laat er één staan.</translation>
        </message>
        <message>
            <source>{file}, line {line}: there are {found} cells where the heading has {expected}. Correct the row and try again.</source>
            <translation>{file}, regel {line}: er zijn {found} cellen, terwijl de kop er {expected} heeft. Verbeter de rij en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” cannot stand there. What can: {allowed}.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” kan daar niet staan. Wat wel kan: {allowed}.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” is empty, too long or not one line of plain text. Correct it and try again.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” is leeg, te lang of niet één regel gewone tekst. Verbeter het en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>{file} has a heading but no rows, so there is nothing to convert.</source>
            <translation>{file} heeft wel een kop maar geen rijen; er is dus niets om te zetten.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” is there for the second time. Keep one row for each ego.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” staat er voor de tweede keer. Laat één rij per ego staan.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” is not in the file of egos. Correct it or add that ego.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” staat niet in het bestand met ego's. Verbeter het of voeg die ego toe.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: the same ego already has a partner “{value}”. Give each partner of an ego its own id.</source>
            <translation>{file}, regel {line}, kolom {column}: deze ego heeft al een partner “{value}”. Geef elke partner van een ego een eigen id.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: this ego has no partner “{value}”. Correct it or add that partner.</source>
            <translation>{file}, regel {line}, kolom {column}: deze ego heeft geen partner “{value}”. Verbeter het of voeg die partner toe.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: the tie between “{other}” and “{value}” is there for the second time. Keep one row for each pair.</source>
            <translation>{file}, regel {line}, kolom {column}: de lijn tussen “{other}” en “{value}” staat er voor de tweede keer. Laat één rij per paar staan.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” is tied to itself. A tie needs two partners.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” heeft een lijn met zichzelf. Een lijn heeft twee partners nodig.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” has more than {most} partners, which is more than one map can hold.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” heeft meer dan {most} partners; dat is meer dan er op één kaart kunnen.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” cannot be the name of a file on every computer. Choose another ego_id, with letters, digits and dashes.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” kan niet op elke computer de naam van een bestand zijn. Kies een ander ego_id, met letters, cijfers en streepjes.</translation>
        </message>
        <message>
            <source>{file}, line {line}, column {column}: “{value}” and “{other}” would be the same file on some computers. Change one of them.</source>
            <translation>{file}, regel {line}, kolom {column}: “{value}” en “{other}” zijn op sommige computers hetzelfde bestand. Verander een van de twee.</translation>
        </message>
        <message>
            <source>{file}: Kring does not know the column “{column}” and leaves it out.</source>
            <translation>{file}: Kring kent de kolom “{column}” niet en laat die weg.</translation>
        </message>
        <message>
            <source>{file}, from line {line}: the column “{column}” does not agree with the rest of the row (rows: {count}) and is left out.</source>
            <translation>{file}, vanaf regel {line}: de kolom “{column}” klopt niet met de rest van de rij (rijen: {count}) en wordt weggelaten.</translation>
        </message>
        <message>
            <source>What was found could not be written out. Check that the disk has room.</source>
            <translation>Wat er gevonden is, kan niet worden weggeschreven. Kijk na of er ruimte op de schijf is.</translation>
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
            <translation>Beoordelen: nog {n}</translation>
        </message>
        <message>
            <source>One question at a time, for everybody (Ctrl+R)</source>
            <translation>Eén vraag tegelijk, voor iedereen (Ctrl+R)</translation>
        </message>
        <message>
            <source>Enter adds. Arrow down for the kind.</source>
            <translation>Enter voegt toe. Pijl omlaag voor de soort.</translation>
        </message>
        <message>
            <source>Enter adds as: {kind}</source>
            <translation>Enter voegt toe als: {kind}</translation>
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
            <translation>Later</translation>
        </message>
        <message>
            <source>Leave open; the card comes again at the end (Space)</source>
            <translation>Openlaten; het kaartje komt aan het eind terug (spatie)</translation>
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
            <translation>Er staat nog niemand op de kaart. Voeg eerst de mensen toe met wie je werkt.</translation>
        </message>
        <message>
            <source>Back to the map</source>
            <translation>Terug naar de kaart</translation>
        </message>
        <message>
            <source>Everybody has an answer.</source>
            <translation>Iedereen heeft een antwoord.</translation>
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
            <translation>Nog een keer langs</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} van {total}</translation>
        </message>
        <message>
            <source>open again</source>
            <translation>weer open</translation>
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
            <translation>een van mijn belangrijkste</translation>
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
            <source>How often would you like contact?</source>
            <translation>Hoe vaak zou je contact willen?</translation>
        </message>
        <message>
            <source>wished contact</source>
            <translation>gewenst contact</translation>
        </message>
        <message>
            <source>satisfaction</source>
            <translation>tevredenheid</translation>
        </message>
        <message>
            <source>Is this one of your most important partners?</source>
            <translation>Is dit een van je belangrijkste partners?</translation>
        </message>
        <message>
            <source>most important partners</source>
            <translation>belangrijkste partners</translation>
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
            <translation>“{title}” is verwijderd.</translation>
        </message>
        <message>
            <source>Everything is kept already, at every change.</source>
            <translation>Alles is al bewaard, bij elke verandering.</translation>
        </message>
        <message>
            <source>My ecology</source>
            <translation>Mijn ecologie</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Ongedaan gemaakt: {what}</translation>
        </message>
        <message>
            <source>Redone: {what}</source>
            <translation>Opnieuw uitgevoerd: {what}</translation>
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
            <source>You had this map already, and it differs. Now you have both.</source>
            <translation>Deze kaart had je al, en hij is anders. Nu heb je ze allebei.</translation>
        </message>
        <message>
            <source>Keep a copy of this map, with all names and notes</source>
            <translation>Een kopie van deze kaart bewaren, met alle namen en notities</translation>
        </message>
        <message>
            <source>A copy is in {file}. It holds all names and notes.</source>
            <translation>In {file} staat een kopie, met alle namen en notities.</translation>
        </message>
        <message>
            <source>Everything stays on this computer; Kring never uses the network.

With somebody selected:
0 – 6   how often you have contact
Shift + 1 – 5   how important the contact is
S   one of my most important
T, then somebody else   they know each other
F2   rename
Delete   back to the tray; once more: gone
Arrow keys   walk from person to person

Ctrl+L   add a partner
Ctrl+R   rate everybody, one question at a time
F5 – F8   free map, importance, contact, gap
Ctrl+1, 2, 3   draw, table, insight
Ctrl+Z   undo</source>
            <translation>Alles blijft op deze computer; Kring gebruikt het netwerk nooit.

Als er iemand geselecteerd is:
0 – 6   hoe vaak je contact hebt
Shift + 1 – 5   hoe belangrijk het contact is
S   een van mijn belangrijkste
T, dan iemand anders   ze kennen elkaar
F2   naam wijzigen
Delete   terug bij ‘nog te plaatsen’; nog een keer: weg
Pijltoetsen   van persoon naar persoon

Ctrl+L   een partner toevoegen
Ctrl+R   iedereen beoordelen, één vraag tegelijk
F5 – F8   vrije kaart, belang, contact, kloof
Ctrl+1, 2, 3   tekenen, tabel, inzicht
Ctrl+Z   ongedaan maken</translation>
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
            <translation>{n} genoemd als een van de belangrijkste</translation>
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
            <source>✓ kept</source>
            <translation>✓ bewaard</translation>
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
            <source>Let people glide to their place</source>
            <translation>Bewegingen tonen</translation>
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
            <source>Still to place: {n}</source>
            <translation>Nog te plaatsen: {n}</translation>
        </message>
        <message>
            <source>Drag them to a ring, or select one and press Shift+1 to 5.</source>
            <translation>Sleep ze naar een ring, of selecteer iemand en druk op Shift+1 tot 5.</translation>
        </message>
        <message>
            <source>Drag them to a ring, or select one and press 0 to 6.</source>
            <translation>Sleep ze naar een ring, of selecteer iemand en druk op 0 tot 6.</translation>
        </message>
        <message>
            <source>Drag them to the map.</source>
            <translation>Sleep ze naar de kaart.</translation>
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
            <translation>De reservekopie van {date} nemen</translation>
        </message>
        <message>
            <source>Start an empty library</source>
            <translation>Met een lege bibliotheek beginnen</translation>
        </message>
        <message>
            <source>The old file is not thrown away: it stays beside it under another name.</source>
            <translation>Het oude bestand wordt niet weggegooid: het blijft ernaast staan onder een andere naam.</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Afsluiten</translation>
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
            <translation>Een van mijn belangrijkste</translation>
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
            <translation>Hoe zeker ik me erin voel</translation>
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
            <translation>Plaatsen</translation>
        </message>
        <message>
            <source>Back to the tray</source>
            <translation>Terug bij ‘nog te plaatsen’</translation>
        </message>
        <message>
            <source>Tie</source>
            <translation>Onderlinge lijn</translation>
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
</TS>
