//! Getting ready for a trip: do you know the person, whom can you ring, what do you take, and the plan of it all.
use crate::person::Computer;

#[test]
fn sam_gets_ready_and_the_second_time_all_is_picked_already() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("1 of 7");
    sam.presses("Mill Road Clinic");
    sam.sees("Do you know this person outside work?");
    sam.sees("2 of 7");
    sam.keeps_a_picture("ready-know");
    sam.presses("No");
    sam.sees("3 of 7");
    sam.presses("Today");
    sam.presses("Find a way");
    sam.sees("5 of 7");
    sam.presses("Use this one");
    sam.sees("Who can you ring?");
    sam.sees("6 of 7");
    assert!(sam.is_picked("Dee. 01632 960 132"), "who helps is picked already");
    sam.keeps_a_picture("ready-phone");
    sam.presses_one_that_says("Priya");
    sam.presses("Next");
    sam.sees("7 of 7");
    for thing in ["My phone", "My bus pass", "My headphones"] {
        assert!(!sam.is_picked(thing));
        sam.presses(thing);
    }
    sam.keeps_a_picture("ready-take");
    sam.presses("Next");
    sam.sees("Here is your plan. Press Listen to hear it.");
    sam.sees("Ring Priya: 01632 960 123");
    sam.sees("Take with you:");
    sam.sees("My headphones");
    sam.keeps_a_picture("ready-plan");
    sam.forgets_what_was_said();
    sam.presses_id("rail-listen");
    sam.hears("My headphones");
    // Somebody goes back and changes their mind.
    sam.presses("Back");
    sam.presses("My bus pass");
    sam.presses("Next");
    sam.does_not_see("My bus pass");
    sam.presses("Show me the steps");
    sam.sees("Leave at");
    // The plan is there on the way.
    sam.presses("Next step");
    sam.presses("More");
    sam.presses("My trip plan");
    sam.sees("Ring Priya: 01632 960 123");
    sam.presses("Done");
    sam.sees("Walk to Elm House bus stop.");
    sam.presses_id("rail-home");
    // The second time: one press on each page.
    sam.presses("Plan a trip");
    sam.presses("Plan a new trip");
    sam.presses("Wrenford Library");
    sam.presses("No");
    sam.presses("Tomorrow");
    sam.presses("Find a way");
    sam.presses("Use this one");
    assert!(sam.is_picked("Priya. 01632 960 123"));
    sam.presses("Next");
    assert!(sam.is_picked("My phone") && sam.is_picked("My headphones") && !sam.is_picked("My bus pass"));
    sam.presses("Next");
    sam.sees("Here is your plan. Press Listen to hear it.");
    sam.sees("Tomorrow, leave at");
}

#[test]
fn whoever_knows_the_person_is_told_to_talk_first_and_decides() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    for (answer, say) in [("Yes", "You can say: I know"), ("Not sure", "You can say: I think I know this person.")] {
        sam.presses("Plan a trip");
        sam.presses("Park Café");
        sam.presses(answer);
        sam.sees("Talk to Dee before your visit.");
        sam.sees(say);
        sam.sees("Ring Dee: 01632 960 132");
        sam.keeps_a_picture("ready-talk");
        sam.presses("Stop for now");
        sam.sees("Hello Sam.");
    }
    sam.presses("Plan a trip");
    sam.presses("Park Café");
    sam.presses("Yes");
    sam.presses("Back");
    assert!(sam.is_picked("Yes"));
    sam.presses("Yes");
    sam.presses("Go on with the trip");
    sam.sees("Which day?");
    // Another place is another person: nothing is picked there.
    sam.presses("Back");
    sam.presses("Back");
    sam.presses("Wrenford Library");
    sam.presses("I do not visit a person there");
    sam.sees("Which day?");
}

#[test]
fn nobody_is_asked_about_a_person_on_the_way_to_the_office() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Start somewhere else");
    sam.presses_one_that_opens("Wrenford Library");
    sam.presses("Elm House");
    sam.sees("Which day?");
    sam.sees("2 of 6");
    sam.presses("Today");
    sam.presses("Find a way");
    sam.sees("4 of 6");
}

#[test]
fn who_uses_another_way_after_all_has_one_trip_and_who_leaves_half_way_has_it_too() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Mill Road Clinic");
    sam.presses("Find a way");
    sam.presses("Use this one");
    sam.presses_one_that_says("Erin");
    sam.presses("Back");
    sam.presses("Back");
    sam.presses("Back");
    sam.presses("Tomorrow");
    sam.presses("Find a way");
    sam.presses("Use this one");
    assert!(sam.is_picked("Erin. 01632 960 117"), "what was said is not asked again");
    sam.presses_id("rail-home");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    let trips = sam.all_words().matches("\nTrip to Mill Road Clinic").count();
    assert!(sam.all_words().contains("Tomorrow"), "{trips}");
    sam.does_not_see("Today");
    // The question that was open is open again, and what was answered is picked.
    sam.presses_one_that_opens("Trip to Mill Road Clinic");
    sam.sees("Who can you ring?");
    assert!(sam.is_picked("Erin. 01632 960 117"));
    sam.presses("Next");
    sam.presses("Next");
    sam.sees("Ring Erin: 01632 960 117");
}

#[test]
fn whoever_closes_the_program_at_a_last_question_comes_back_to_it_until_all_are_answered() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    for words in ["Mill Road Clinic", "No", "Tomorrow", "Find a way", "Use this one"] {
        sam.presses(words);
    }
    sam.presses_one_that_says("Priya");
    sam.presses("Next");
    sam.presses("My phone");
    sam.window.ask_to_close();
    drop(sam);

    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.keeps_a_picture("ready-reopened");
    sam.presses_one_that_opens("Get ready for this trip");
    sam.sees("What will you take with you?");
    sam.sees("7 of 7");
    assert!(sam.is_picked("My phone") && !sam.is_picked("My keys"));
    sam.presses("Back");
    assert!(sam.is_picked("Priya. 01632 960 123"));
    // Back, and closed once more: it is the question before, now.
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_opens("Get ready for this trip");
    sam.sees("Who can you ring?");
    // Further back stands the way that was chosen, and from there all that was asked before.
    sam.presses("Back");
    sam.sees("How will you get there?");
    sam.presses("Change the time");
    sam.sees("10 o’clock in the morning");
    sam.presses("Find a way");
    sam.presses("Use this one");
    assert!(sam.is_picked("Priya. 01632 960 123"), "what was said is not asked again");
    sam.presses("Next");
    assert!(sam.is_picked("My phone"));
    sam.presses("Next");
    sam.presses("Show me the steps");
    sam.sees("Leave at");
    drop(sam);

    // All is answered: from now on it stands at its steps, and there is one trip.
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("Your trips");
    sam.does_not_see("Get ready for this trip");
    sam.presses_one_that_opens("Trip to Mill Road Clinic");
    sam.sees("Leave at");
}
