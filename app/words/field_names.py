"""What the fields of all records are called."""

from functools import cache

from app.words import current_language, say, say_in


def field_label(name: str) -> str:
    """Return the label of a field of a record."""
    return _field_labels(current_language())[name]


@cache
def _field_labels(_language: str) -> dict[str, str]:
    return {
        **_of_partners(),
        **_of_the_course(),
        **_of_plans(),
        **_of_what_is_kept(),
        **_of_the_map(),
    }


def _of_partners() -> dict[str, str]:
    return {
        "name": say("Name"),
        "kind": say("Type"),
        "setting": say("Area"),
        "entity": say("Person, group or organisation"),
        "frequency": say("Contact"),
        "importance": say("Importance"),
        "named_important": say("Star: one of my most important partners"),
        "wished_frequency": say("Contact I would like"),
        "satisfaction": say("Satisfaction"),
        "energy": say("Energy"),
        "initiative": say("Initiative"),
        "own_control": say("Being in control"),
        "trust": say("Trust"),
        "equality": say("Equality"),
        "shared_language": say("Shared language"),
        "heard": say("Being heard"),
        "shared_goal": say("Shared goal"),
        "focus": say("Aimed at"),
        "forms": say("What we do"),
        "hurdles": say("What makes it hard"),
        "positives": say("What goes well"),
        "task_role_agreed": say("Agreed who does what"),
        "goal": say("Goal"),
        "my_expertise": say("My expertise"),
        "their_expertise": say("Their expertise"),
        "notes": say("Notes"),
    }


def _of_the_course() -> dict[str, str]:
    return {
        "contact_way": say("By appointment or in passing"),
        "since": say("Since when"),
        "takes_part": say("How the pupil takes part"),
        "own_words": say("What the pupil wants"),
        "decides": say("Who decides"),
        "their_decision": say("What they decided themselves"),
        "leadership_does": say("What leadership does for this"),
        "ask_leadership": say("What I ask of leadership"),
        "listening": say("Listening"),
        "they_heard": say("They feel heard (my estimate)"),
        "speaking_up": say("Saying what I think"),
        "my_reading": say("How I read it"),
        "other_reading": say("How it may also be read"),
        "power_words": say("How I experienced them"),
        "my_power_words": say("How I may have been too"),
        "uncertainty": say("Daring not to know"),
        "reason": say("When we act"),
        "ideal": say("Ideally"),
        "my_expectation": say("What I expect"),
        "their_expectation": say("What they expect"),
        "my_craft": say("My profession"),
        "their_craft": say("Their profession"),
        "limits": say("Where my profession ends"),
        "agreements": say("What we agreed"),
        "steps_taken": say("How far we are"),
        "my_hands": say("What I can change"),
        "discuss": say("To discuss"),
        "day": say("When"),
        "agreed": say("Agreed beforehand"),
        "talked_over": say("Talked over afterwards"),
        "talk": say("What we said afterwards"),
        "time_made": say("The school made time for it"),
        "theirs": say("What I learned about their profession"),
        "mine": say("What I saw about my own profession"),
    }


def _of_plans() -> dict[str, str]:
    return {
        "what": say("What I plan to do"),
        "partner": say("Who with"),
        "direction": say("What kind of change"),
        "first_step": say("First small step"),
        "due": say("By when"),
        "sign": say("How I will know it worked"),
        "done": say_in("Words", "Done"),
        "let_go": say("Let go"),
        "outcome": say("How it went"),
    }


def _of_what_is_kept() -> dict[str, str]:
    return {
        "step": say("Step to try"),
        "partners": say("Where on your map you see this"),
        "sources": say("In which answers, plans and activities"),
        "text": say("How can you tell?"),
        "stage": say("How far"),
        "responsible": say("Answerable"),
        "agreed_with": say("Agreed with"),
    }


def _of_the_map() -> dict[str, str]:
    return {
        "title": say("Title"),
        "moment": say("Date"),
        "moment_label": say("Moment"),
        "ego_label": say("My name in the centre"),
        "role": say("My role"),
        "about": say("What the map is about"),
        "subject": say("Who it is about"),
        "importance_overall": say("Importance of working together"),
        "satisfaction_overall": say("Satisfaction overall"),
        "confidence": say("How confident I feel in working together"),
        "own_expertise": say("How well I know what I bring"),
        "three_words": say("Three words for working together"),
        "lines_drawn": say_in("Words", "Links between partners drawn"),
        "finished": say("Map finished"),
        "importance_cut": say("Where important starts"),
        "frequency_cut": say("Where often starts"),
        "example": say("Example"),
    }
