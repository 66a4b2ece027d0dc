"""What the fields are called of the course, and of what is kept beside the partners."""

from app.words import say, say_in


def of_the_course() -> dict[str, str]:
    """Return the fields of a partner in the words of the course, and of what is done together."""
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


def of_plans() -> dict[str, str]:
    """Return the names of the fields of plans and activities."""
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


def of_what_is_kept() -> dict[str, str]:
    """Return the names of the fields of tasks and evidence."""
    return {
        "step": say("Step to try"),
        "partners": say("Where on your map you see this"),
        "sources": say("In which answers, plans and activities"),
        "text": say("How can you tell?"),
        "stage": say("How far"),
        "responsible": say("Answerable"),
        "agreed_with": say("Agreed with"),
    }
