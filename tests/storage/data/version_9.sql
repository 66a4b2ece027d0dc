CREATE TABLE class_group (
	id TEXT NOT NULL, 
	salt TEXT NOT NULL, 
	about TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	deleted TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE clock (
	seen TEXT NOT NULL
);
CREATE TABLE map (
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	changed TEXT NOT NULL, 
	deleted TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE answer (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	question TEXT NOT NULL, 
	text TEXT NOT NULL, 
	discuss INTEGER NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE departure (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	partner TEXT NOT NULL, 
	reason TEXT, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE edit (
	network_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	action TEXT NOT NULL, 
	merge_key TEXT NOT NULL, 
	"before" TEXT NOT NULL, 
	"after" TEXT NOT NULL, 
	PRIMARY KEY (network_id, number), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE evidence (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	line TEXT NOT NULL, 
	partners TEXT NOT NULL, 
	sources TEXT NOT NULL, 
	text TEXT NOT NULL, 
	stage TEXT, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE ground (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	photo TEXT NOT NULL, 
	x FLOAT NOT NULL, 
	y FLOAT NOT NULL, 
	width FLOAT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE handed_in (
	group_id TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	coded TEXT NOT NULL, 
	PRIMARY KEY (group_id, stage, number), 
	FOREIGN KEY(group_id) REFERENCES class_group (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE network (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	series TEXT NOT NULL, 
	title TEXT NOT NULL, 
	moment TEXT, 
	moment_label TEXT NOT NULL, 
	ego_label TEXT NOT NULL, 
	role TEXT NOT NULL, 
	about TEXT, 
	subject TEXT NOT NULL, 
	importance_overall INTEGER, 
	satisfaction_overall INTEGER, 
	confidence INTEGER, 
	own_expertise INTEGER, 
	three_words TEXT NOT NULL, 
	lines_drawn INTEGER NOT NULL, 
	finished INTEGER NOT NULL, 
	example INTEGER NOT NULL, 
	theirs INTEGER NOT NULL, 
	importance_cut INTEGER NOT NULL, 
	frequency_cut INTEGER NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	CHECK (id = network_id)
);
CREATE TABLE note (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	x FLOAT NOT NULL, 
	y FLOAT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE outline (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	members TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE partner (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT, 
	setting TEXT, 
	entity TEXT, 
	frequency INTEGER, 
	importance INTEGER, 
	named_important INTEGER, 
	wished_frequency INTEGER, 
	satisfaction INTEGER, 
	energy TEXT, 
	initiative TEXT, 
	contact_way TEXT, 
	since TEXT NOT NULL, 
	takes_part TEXT, 
	own_words TEXT NOT NULL, 
	decides TEXT, 
	their_decision TEXT NOT NULL, 
	leadership_does TEXT NOT NULL, 
	ask_leadership TEXT NOT NULL, 
	shared_language INTEGER, 
	listening INTEGER, 
	heard INTEGER, 
	they_heard INTEGER, 
	equality INTEGER, 
	speaking_up INTEGER, 
	my_reading TEXT NOT NULL, 
	other_reading TEXT NOT NULL, 
	power_words TEXT NOT NULL, 
	my_power_words TEXT NOT NULL, 
	trust INTEGER, 
	own_control INTEGER, 
	uncertainty INTEGER, 
	shared_goal INTEGER, 
	focus TEXT, 
	reason TEXT, 
	forms TEXT NOT NULL, 
	hurdles TEXT NOT NULL, 
	positives TEXT NOT NULL, 
	task_role_agreed TEXT, 
	ideal TEXT NOT NULL, 
	goal TEXT NOT NULL, 
	my_expectation TEXT NOT NULL, 
	their_expectation TEXT NOT NULL, 
	my_craft TEXT NOT NULL, 
	my_expertise TEXT NOT NULL, 
	their_craft TEXT NOT NULL, 
	their_expertise TEXT NOT NULL, 
	limits TEXT NOT NULL, 
	agreements TEXT NOT NULL, 
	steps_taken TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	my_hands TEXT NOT NULL, 
	x FLOAT, 
	y FLOAT, 
	taken_off INTEGER, 
	angle FLOAT, 
	successor_of TEXT, 
	still_there INTEGER NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE photo (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	jpeg TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE stroke (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	points TEXT NOT NULL, 
	pressures TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE activity (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	partner TEXT NOT NULL, 
	day TEXT, 
	what TEXT NOT NULL, 
	agreed TEXT NOT NULL, 
	talked_over TEXT, 
	talk TEXT NOT NULL, 
	time_made TEXT, 
	theirs TEXT NOT NULL, 
	mine TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE hindsight (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	partner TEXT NOT NULL, 
	frequency INTEGER, 
	importance INTEGER, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE intention (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	partner TEXT, 
	direction TEXT, 
	step TEXT, 
	first_step TEXT NOT NULL, 
	due TEXT, 
	sign TEXT NOT NULL, 
	done INTEGER NOT NULL, 
	let_go INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE task (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	partner TEXT, 
	mine INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	responsible TEXT, 
	answerable INTEGER NOT NULL, 
	agreed_with TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id, responsible) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE tie (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	a TEXT NOT NULL, 
	b TEXT NOT NULL, 
	state TEXT NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, a) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id, b) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX tie_ends ON tie (network_id, min(a, b), max(a, b));
CREATE TABLE verdict (
	network_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	finding TEXT NOT NULL, 
	partner TEXT, 
	agrees INTEGER NOT NULL, 
	PRIMARY KEY (network_id, id), 
	FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(network_id) REFERENCES map (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
