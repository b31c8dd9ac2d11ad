//! Forty texts of the kind that the app says: each as it should be said, and each heard.
use alongside::domain::preferences::Pace;
use alongside::speech::engine::{Carry, Engine};
use alongside::speech::normalise::say_like::SayLike;
use alongside::speech::normalise::sentences;
use alongside::speech::pico::Pico;

const TEXTS: [(&str, &str); 40] = [
    ("Hello J. What do you want to do?", "Hello J. What do you want to do?"),
    ("Leave home at 9 o'clock in the morning.", "Leave home at nine o'clock in the morning."),
    ("Wait for bus 42.", "Wait for bus forty two."),
    (
        "Take the 142 bus from Bay 20 at 09:12.",
        "Take the one four two bus from Bay twenty at nine twelve in the morning.",
    ),
    ("Press the bell when you see the big red church.", "Press the bell when you see the big red church."),
    ("The bus is late. That is OK. Wait 10 minutes.", "The bus is late. That is okay. Wait ten minutes."),
    (
        "I am lost. Stay there. Phone J on 01632 960 123.",
        "I am lost. Stay there. Phone J on oh one six three two, nine six oh, one two three.",
    ),
    ("Ring 999 now. Then ring A.", "Ring nine nine nine now. Then ring eh."),
    ("You agreed this with Dr. K on 3 March.", "You agreed this with doctor K on the third of March."),
    (
        "You will look at this again on 03/06/2026 at 14:30.",
        "You will look at this again on the third of June twenty twenty six at two thirty in the afternoon.",
    ),
    (
        "Who did you see? Use first letters, not the full name.",
        "Who did you see? Use first letters, not the full name.",
    ),
    ("I was asked to do more / Not sure", "I was asked to do more or Not sure."),
    (
        "Saved (on this computer), sent, seen by B, 14:05.",
        "Saved, on this computer, sent, seen by B, two oh five in the afternoon.",
    ),
    (
        "Get off at St Woolos Hospital, Newport NP20 4SZ.",
        "Get off at saint Woolos Hospital, Newport N P two oh, four S Z.",
    ),
    ("The fare is £2.00 (£1 with a pass).", "The fare is two pounds, one pound with a pass."),
    (
        "The pass works 9.30am-11pm Mon-Fri.",
        "The pass works nine thirty in the morning to eleven at night Monday to Friday.",
    ),
    ("I saw J.B. and A at 12 High St, e.g. for tea.", "I saw J, B and eh at twelve High street, for example for tea."),
    (
        "The MDT is on Tues 3 Mar 2026, 10:00–11:30, Room 214.",
        "The M D T is on Tuesday the third of March twenty twenty six, ten o'clock to eleven thirty, Room two one four.",
    ),
    ("LD peer worker, NHS, 22.5 hrs a week.", "L D peer worker, N H S, twenty two point five hours a week."),
    ("J said “I want to go home”... then he smiled.", "J said I want to go home, then he smiled."),
    ("She was upset!!! What should I do?!", "She was upset! What should I do?"),
    ("My support is 1:1 on Mondays.", "My support is one to one on Mondays."),
    (
        "He takes 50mg twice a day, 8am & 8pm.",
        "He takes fifty milligrams twice a day, eight in the morning and eight in the evening.",
    ),
    ("Text 60083 or e-mail help@nhs.uk.", "Text six oh oh eight three or E mail help at N H S dot U K."),
    ("PLEASE DO NOT MOVE THIS CHAIR", "please do not move this chair."),
    ("The note is in RiO, not SystmOne; PALS knows.", "The note is in rio, not system one; pals knows."),
    (
        "No. 4 leaves in 15 min (a 1.5 km walk).",
        "number four leaves in fifteen minutes, a one point five kilometre walk.",
    ),
    (
        "w/c 9/3: CBT w/ S @ 2pm, ½ hour.",
        "week commencing the ninth of March, C B T with S at two in the afternoon, half an hour.",
    ),
    ("Dr P's clinic is off Oak Dr, near the A48.", "doctor pee's clinic is off Oak drive, near the eh forty eight."),
    (
        "The last bus home is at 23:10. The next is 00:05.",
        "The last bus home is at eleven ten at night. The next is twelve oh five at night.",
    ),
    ("We had a laugh 😂👍🏽", "We had a laugh laughing face thumbs up."),
    ("A bus came. A was late. I saw A at A&E.", "a bus came. eh was late. I saw eh at eh and E."),
    ("OT appt. moved from 1st to 22nd May.", "O T appointment moved from first to the twenty second of May."),
    (
        "3rd floor, Ward 7B, bed no. 12, ext 4501.",
        "third floor, Ward seven B, bed number twelve, extension four five oh one.",
    ),
    ("S is from Llŷn & speaks Cymraeg", "S is from Llyn and speaks Cymraeg."),
    ("I felt 7/10 today, 85% good.", "I felt seven out of ten today, eighty five per cent good."),
    (
        "He was AWOL @ 0215hrs - log 45 of 3/3/26.",
        "He was eh-wol at two fifteen in the morning, log forty five of the third of March twenty six.",
    ),
    ("I live at 7 St John's Rd. Come at 3.", "I live at seven saint John's road. Come at three."),
    ("Is it safe? Yes/No/Not sure", "Is it safe? Yes or No or Not sure."),
    ("Bring:\n• your pass\n• £5-10\n1. Ring J", "Bring. your pass. five to ten pounds. one. Ring J."),
];

#[test]
fn each_text_is_said_as_a_british_speaker_would() {
    for (text, expected) in TEXTS {
        let said = sentences(text, &SayLike::default());
        let words: Vec<_> = said.iter().map(|spoken| spoken.words.as_str()).collect();
        assert_eq!(words.join(" "), expected);
    }
}

#[test]
fn each_text_is_heard_and_takes_as_long_as_talk_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut pico = Pico::unpacked(folder.path()).expect("a voice");
    for (_, words) in TEXTS {
        let mut samples = Vec::new();
        pico.say(words, Pace::Steady, &mut |piece| {
            samples.extend_from_slice(piece);
            Carry::On
        })
        .expect("said");
        // Half a second of silence goes round the words; a word takes a fifth to a whole second.
        let seconds = samples.len() as f32 / pico.rate() as f32 - 0.5;
        let a_word = seconds / words.split(' ').count() as f32;
        assert!((0.15..0.9).contains(&a_word), "{a_word} s a word: {words}");
        let loud = samples.iter().filter(|sample| sample.unsigned_abs() > 500).count();
        assert!(loud > samples.len() / 5, "mostly silent: {words}");
    }
}
