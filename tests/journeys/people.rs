//! A senior adds somebody, says who helps whom, and writes down that somebody leaves.
use crate::person::Computer;

/// Dee opens the people of the team.
macro_rules! dee_and_the_people {
    ($dee:ident, $computer:ident) => {
        let mut $dee = $computer.start();
        $dee.comes_in_as("Dee");
        $dee.presses_one_that_opens("The people");
        $dee.sees("Who is in the team?");
    };
}

/// Dee adds somebody with these answers on the pages after the name.
macro_rules! dee_adds {
    ($dee:ident, $name:expr, $answers:expr) => {
        $dee.presses("Add somebody");
        $dee.types_in("Their name", $name);
        $dee.presses("Next");
        for page in $answers {
            for answer in *page {
                $dee.presses(answer);
            }
            $dee.presses("Next");
        }
    };
}

#[test]
fn dee_adds_a_nurse_who_then_writes_the_notes_of_ali() {
    let computer = Computer::new();
    dee_and_the_people!(dee, computer);
    dee.sees("Only Dee can let people in. Make the spare key, or add a senior.");
    dee.keeps_a_picture("people");
    dee.presses("Add somebody");
    dee.keeps_a_picture("person-name");
    assert!(!dee.can_press("Next"), "a name is needed");
    dee.types_in("Their name", "Max");
    dee.presses("Next");
    dee.sees("What does Max do?");
    dee.presses("Writes notes");
    dee.keeps_a_picture("person-roles");
    dee.presses("Next");
    dee.sees("Who leads Max?");
    dee.presses("Priya");
    dee.keeps_a_picture("person-lead");
    dee.presses("Next");
    dee.sees("What does Max look like?");
    dee.keeps_a_picture("person-photo");
    dee.presses("Next");
    dee.sees("What is the number of Max?");
    dee.types_in("Their phone number", "01632 960 150");
    dee.keeps_a_picture("person-phone");
    dee.presses("Next");
    dee.sees("Is this right for Max?");
    dee.sees("01632 960 150");
    dee.keeps_a_picture("person-check");
    dee.presses("Yes, add them");
    dee.sees("Max is in the team.");
    dee.sees("Let Max in once. Then set-up is done.");
    dee.keeps_a_picture("person-added");
    dee.presses("Let them in");
    dee.sees("How do you want to come in?");
    dee.presses("Press my photo");
    dee.sees("It works.");
    dee.presses("OK");
    dee.sees("Who is in the team?");
    // Max is to write the notes of Ali.
    dee.presses_one_that_opens("Ali");
    dee.keeps_a_picture("person");
    dee.presses_one_that_opens("Who writes their notes");
    dee.presses("Max");
    dee.presses("Next");
    dee.sees("Who is new reads what Ali told before?");
    assert!(dee.is_picked("Only what is new"));
    dee.keeps_a_picture("person-before");
    dee.presses("Next");
    dee.sees("Erin, Max");
    dee.leaves("Dee");
    dee.comes_in_for_the_first_time_as("Max");
    dee.presses_one_that_opens("Write in the record");
    dee.does_not_see("Ali, visit");
}

#[test]
fn erin_leaves_and_her_photo_is_gone_from_the_door() {
    let computer = Computer::new();
    dee_and_the_people!(dee, computer);
    dee.presses_one_that_opens("Erin");
    dee.presses("They leave the team");
    dee.sees("That cannot be done yet.");
    dee.sees("Nobody else writes notes.");
    dee.keeps_a_picture("stays");
    dee.presses("OK");
    dee.presses_id("rail-back");
    dee_adds!(dee, "Max", &[&["Writes notes"][..], &["Priya"], &[], &[]]);
    dee.presses("Yes, add them");
    dee.sees("Max is in the team.");
    dee.presses("Not now");
    dee.presses_one_that_opens("Erin");
    dee.presses("They leave the team");
    dee.sees("Who writes their notes now?");
    dee.sees("This is for Sam, Jo, Ali.");
    dee.keeps_a_picture("leaving-notes");
    dee.presses("Max");
    dee.sees("Erin leaves the team.");
    dee.sees("Erin keeps what they could read before.");
    dee.keeps_a_picture("leaving");
    dee.presses("Erin leaves now");
    dee.sees("Erin has left.");
    dee.keeps_a_picture("gone");
    dee.presses("OK");
    dee.does_not_see("Erin");
    dee.leaves("Dee");
    dee.does_not_see("Erin");
    // What she wrote before bears her name, and Max writes from now on.
    dee.comes_in_as("Priya");
    dee.presses("See who looked");
    dee.sees("Dee wrote down that Erin left.");
}

#[test]
fn a_second_senior_helps_dee_and_dee_can_leave() {
    let computer = Computer::new();
    dee_and_the_people!(dee, computer);
    dee.presses_one_that_opens("Dee");
    dee.sees("Try the spare key, or let another senior open Dee’s page.");
    dee.keeps_a_picture("person-not-done-key");
    dee.presses("They leave the team");
    dee.sees("Dee is the last senior.");
    dee.presses("OK");
    dee.presses_id("rail-back");
    dee_adds!(dee, "Kim", &[&["Senior"][..], &["Priya"], &[], &[]]);
    dee.presses("Yes, add them");
    dee.presses("Let them in");
    dee.presses("Press my photo");
    dee.presses("OK");
    dee.does_not_see("Only Dee can let people in.");
    dee.presses_one_that_opens("Dee");
    dee.presses("They leave the team");
    dee.sees("You cannot do this for yourself.");
    dee.leaves("Dee");
    dee.comes_in_for_the_first_time_as("Kim");
    dee.presses_one_that_opens("The people");
    dee.presses_one_that_opens("Dee");
    dee.presses("They leave the team");
    dee.sees("Who is their senior now?");
    dee.presses("Kim");
    dee.sees("Dee was a senior. With a copy they can still open all, new work too.");
    dee.keeps_a_picture("leaving-senior");
    dee.presses("Dee leaves now");
    dee.sees("Keep every copy away from Dee. With one they can open all.");
    dee.presses("OK");
    dee.leaves("Kim");
    dee.does_not_see("Dee");
    dee.comes_in_as("Sam");
}

#[test]
fn a_role_that_others_need_is_kept_until_somebody_else_has_it() {
    let computer = Computer::new();
    dee_and_the_people!(dee, computer);
    dee.presses_one_that_opens("Priya");
    dee.presses_one_that_opens("What they do");
    dee.presses("Leads people");
    dee.presses("Writes notes");
    dee.presses("Next");
    dee.sees("Nobody else leads people.");
    dee.presses("OK");
    dee.presses_id("rail-back");
    // Priya writes notes too.
    dee.presses_one_that_opens("Priya");
    dee.presses_one_that_opens("What they do");
    dee.presses("Writes notes");
    dee.presses("Next");
    dee.sees("Leads people, Writes notes");
    dee.leaves("Dee");
    dee.comes_in_as("Priya");
    dee.sees("Write in the record");
}
