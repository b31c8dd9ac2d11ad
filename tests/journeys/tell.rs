//! Telling how a visit went.
use crate::person::Computer;

#[test]
fn sam_tells_a_story_with_pictures() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.keeps_a_picture("door");
    sam.comes_in_as("Sam");
    sam.keeps_a_picture("home");
    sam.presses("Tell my story");
    sam.sees("How do you want to tell us?");
    sam.keeps_a_picture("s0");
    sam.presses("Use both");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.keeps_a_picture("a1");
    sam.presses("Next");
    sam.presses("Good");
    sam.presses("Next");
    sam.presses("One person");
    sam.presses("Next");
    sam.types_in("First letters", "Jane Brown");
    sam.keeps_a_picture("letters");
    sam.sees("Is that a full name? Try J B.");
    sam.presses("Use J B");
    sam.presses("Next");
    sam.presses("Today");
    sam.presses("Next");
    sam.sees("What did you do with J B?");
    sam.presses("We talked");
    sam.presses("We went out");
    sam.keeps_a_picture("b4");
    sam.presses("Next");
    sam.presses("They felt calm");
    sam.presses("Next");
    sam.keeps_a_picture("b6");
    sam.presses("Skip");
    sam.presses("Not sure");
    sam.presses("I am worried");
    sam.keeps_a_picture("c1");
    sam.presses("Next");
    sam.keeps_a_picture("w0");
    sam.presses("OK");
    sam.presses("Yes, now");
    sam.presses("Next");
    sam.keeps_a_picture("w1-999");
    sam.presses("I have rung");
    sam.presses("The person I saw");
    sam.presses("Next");
    sam.presses("Scared");
    sam.presses("Next");
    sam.presses("Yes");
    sam.presses("Next");
    sam.presses("I have not told a person yet");
    sam.keeps_a_picture("w5");
    sam.presses("Next");
    sam.keeps_a_picture("w6");
    sam.presses("Not now");
    sam.keeps_a_picture("w7");
    sam.presses("OK");
    sam.presses("I will see them again");
    sam.presses("Next");
    sam.presses("It can wait");
    sam.presses("Next");
    sam.presses("A break");
    sam.keeps_a_picture("e2");
    sam.presses("Next");
    sam.sees("Let us check your words.");
    sam.keeps_a_picture("check");
    sam.presses("Yes, this is right");
    sam.keeps_a_picture("share");
    sam.presses("Just Priya");
    sam.presses("Next");
    sam.keeps_a_picture("send");
    sam.presses("Send it");
    sam.sees("Where is my story?");
    sam.keeps_a_picture("story");
    sam.presses_id("rail-home");
    sam.sees("Ring Priya now.");
    sam.keeps_a_picture("home-worry");
    sam.leaves("Sam");
    let mut erin = sam;
    erin.comes_in_as("Erin");
    erin.keeps_a_picture("erin-home");
    erin.presses("Write in the record");
    erin.keeps_a_picture("desk-list");
    erin.presses("Sam, visit to J B");
    erin.keeps_a_picture("desk");
    erin.presses_id("use-0");
    erin.presses_id("desk-note-up");
    erin.types_in("What we did", "We talked and walked to the park.");
    erin.keeps_a_picture("desk-written");
    erin.keeps_a_picture_at(iced::Size::new(1024.0, 768.0), "desk-1024");
    erin.presses("Copy note");
    erin.sees("Copied");
    let copied = computer.devices.copied().expect("it was copied");
    assert!(copied.contains("We talked and walked to the park."), "{copied}");
    assert!(copied.contains("\"I am worried.\""), "own words stand in quotation marks: {copied}");
    assert!(copied.contains("on behalf of Sam, Peer Support Worker"), "{copied}");
    erin.presses("It is in the record");
    erin.presses("RiO");
    erin.presses("My record is accurate and adequate");
    assert!(erin.is_picked("My record is accurate and adequate"));
    erin.keeps_a_picture("in-record");
    erin.presses("It is in the record");
    erin.sees("Waits for Sam");
    erin.leaves("Erin");
    let mut sam = erin;
    sam.comes_in_as("Sam");
    sam.keeps_a_picture("home-news");
    sam.presses("Your worry");
    sam.keeps_a_picture("worry");
    sam.presses("See my story");
    sam.keeps_a_picture("story-in-record");
    sam.forgets_what_was_said();
    sam.presses("Hear the note");
    sam.hears("We talked and walked to the park.");
    sam.keeps_a_picture("note");
    sam.presses("Next");
    sam.presses("Something is wrong");
    sam.keeps_a_picture("verdict");
    sam.presses("Next");
    sam.keeps_a_picture("wrong");
    sam.presses_one_that_says("What we did");
    sam.types_in("Your words", "We did not go to the park.");
    sam.presses("Send");
    sam.sees("Erin will put it right.");
    sam.keeps_a_picture("story-wrong");
    sam.leaves("Sam");
    let mut erin = sam;
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.sees("Sam says it is wrong");
    erin.presses("Sam, visit to J B");
    erin.sees("We did not go to the park.");
    erin.keeps_a_picture("desk-wrong");
    erin.types_in_anew("What we did", "We talked about the park.");
    erin.presses("Copy note");
    erin.sees("Copied");
    let copied = computer.devices.copied().expect("it was copied");
    assert!(copied.contains("We talked about the park."), "{copied}");
    assert!(copied.contains("Something was wrong."), "{copied}");
    erin.presses("It is in the record");
    erin.presses("RiO");
    erin.presses("It is in the record");
    erin.sees("Waits for Sam");
    erin.leaves("Erin");
    let mut sam = erin;
    sam.comes_in_as("Sam");
    sam.presses("Your worry");
    sam.presses("See my story");
    sam.presses("Hear the note");
    sam.sees("We talked about the park.");
    sam.presses("Next");
    sam.presses("Yes, it is right");
    sam.presses("Next");
    sam.sees("You heard the note.");
    sam.keeps_a_picture("story-right");
    sam.leaves("Sam");
    let mut erin = sam;
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.sees("Sam agreed");
}

#[test]
fn who_leaves_while_a_story_is_sent_has_sent_it() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    for pressed in ["Use pictures", "Next", "I am safe", "Next", "Skip", "Skip", "Skip", "We talked", "Next"] {
        sam.presses(pressed);
    }
    for _ in 0..30 {
        if sam.can_press("Send it") {
            break;
        }
        let ways = ["Yes, this is right", "Skip", "I am not worried", "Just Priya", "Next", "OK"];
        if let Some(way) = ways.into_iter().find(|way| sam.can_press(way)) {
            sam.presses(way);
        }
        if sam.can_press("Next") {
            sam.presses("Next");
        }
    }
    let mut place = |id: &str| {
        let found = sam.parts().into_iter().find(|found| found.part.id == id || found.part.name == id);
        found.expect("it is there").bounds.center()
    };
    let (send, home) = (place("Send it"), place("rail-home"));
    // Home comes before the answer of the disk.
    sam.window.press_without_waiting(send);
    sam.window.press_without_waiting(home);
    sam.sees("Hello Sam.");
    sam.presses("Tell my story");
    sam.sees("How do you want to tell us?");
}
