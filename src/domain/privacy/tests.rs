//! What the guard finds in 10,000 made-up numbers, and how seldom it asks about an ordinary sentence.
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;

fn finding(words: &str) -> Option<Finding> {
    look_in(words, &[]).map(|found| found.finding)
}

#[test]
fn first_letters_are_tidied_and_names_are_questioned() {
    let check = |typed: &str, expected: Result<&str, Finding>| {
        let tidied = first_letters(typed).map_err(|found| found.finding);
        assert_eq!(tidied.as_deref(), expected.as_ref().map(|letters| *letters), "{typed}");
    };
    check("J B", Ok("J B"));
    check("jb", Ok("J B"));
    check("j.b.", Ok("J B"));
    check("M", Ok("M"));
    check("A-M K", Ok("A M K"));
    check("J Brown", Err(Finding::FullName));
    check("Jane", Err(Finding::FullName));
    check("943 476 5919", Err(Finding::HealthNumber));
    check("943 476 5918", Err(Finding::TenDigits));
    check("J 7", Err(Finding::FullName));
}

#[test]
fn free_words_are_questioned_only_where_they_may_name_a_person() {
    let check = |typed: &str, expected| assert_eq!(finding(typed), expected, "{typed}");
    check("We went to the park.", None);
    check("They said they want to go home.", None);
    check("J B was calm. We talked.", None);
    check("We saw Jane Brown at the park.", Some(Finding::FullName));
    check("Jane Brown", Some(Finding::FullName));
    check("Jane Brown was calm.", Some(Finding::FullName));
    check("I saw Anne-Marie O’Neill.", Some(Finding::FullName));
    check("Rose Patel was calm.", Some(Finding::FullName));
    check("Then Jane was calm.", None);
    check("Yesterday Sam came. I'm Sam.", None);
    check("We went to Victoria Park on Easter Sunday.", None);
    check("On Tuesday Jane Brown was at Queen Elizabeth Hospital.", Some(Finding::FullName));
    check("We saw Sam, Priya and Jo. Jane came.", None);
}

#[test]
fn health_numbers_are_known_by_their_check_digit() {
    let check = |typed: &str, expected| assert_eq!(finding(typed), expected, "{typed}");
    // 943 476 5919 is the example of the NHS Data Dictionary.
    check("9434765919", Some(Finding::HealthNumber));
    check("943 476 5919", Some(Finding::HealthNumber));
    check("943-476-5919", Some(Finding::HealthNumber));
    check("NHS no:943\u{2011}476\u{2011}5919.", Some(Finding::HealthNumber));
    check("NHS9434765919", Some(Finding::HealthNumber));
    check("at 2 943 476 5919", Some(Finding::HealthNumber));
    check("943 476 5918", Some(Finding::TenDigits));
    // A remainder of 1 would need a check digit of 10: there is no such number.
    check("100 000 0010", Some(Finding::TenDigits));
    check("94347659190", None);
}

#[test]
fn phones_and_postcodes_are_questioned() {
    let check = |typed: &str, expected| assert_eq!(finding(typed), expected, "{typed}");
    check("Ring 01632 960 123.", Some(Finding::Phone));
    check("Ring (020) 7946 0123.", Some(Finding::Phone));
    check("07700 900123", Some(Finding::Phone));
    check("+44 (0)7700 900123", Some(Finding::Phone));
    check("0044 7700 900123", Some(Finding::Phone));
    check("Ring 999 or 111.", None);
    check("on 12/03/2024 at 10:30, 12-03-2024 10:30", None);
    check("They live in SW1A 1AA.", Some(Finding::Postcode));
    check("m1 1ae", Some(Finding::Postcode));
    check("ng51qz", Some(Finding::Postcode));
    check("We took the B4 at 2pm, then the X1 3rd stop.", None);
    check("A4 3rd page. The M25.", None);
}

#[test]
fn what_is_fine_is_asked_once_and_a_health_number_is_never_fine() {
    let words = "Jane Brown rang 01632 960 123.";
    let phone = look_in(words, &[]).expect("a phone number");
    assert_eq!(phone.taken_out_of(words), "Jane Brown rang.");
    let fine = vec!["01632 960 123".to_owned()];
    let name = look_in(words, &fine).expect("a name");
    assert_eq!(name.taken_out_of(words), "J B rang 01632 960 123.");
    assert_eq!(look_in("943 476 5919", &["943 476 5919".to_owned()]).map(|found| found.at), Some(0..12));
}

#[test]
fn only_health_numbers_are_left_out_of_what_is_kept() {
    assert_eq!(without_health_numbers("It is 943 476 5919. Ring 01632 960 123."), "It is. Ring 01632 960 123.");
    assert_eq!(without_health_numbers("943 476 5919 9434765919"), "");
    assert_eq!(without_health_numbers("We walked."), "We walked.");
}

#[test]
fn letters_are_offered_for_a_name() {
    assert_eq!(letters_of("Jane Brown"), "J B");
    assert_eq!(letters_of("J Brown"), "J B");
}

/// A number of ten digits, and whether its check digit is right: the check by the book, digit by digit.
fn ten(first: &[u32], last: u32) -> (String, bool) {
    let mut sum = 0;
    for (place, digit) in first.iter().enumerate() {
        sum += digit * (10 - place as u32);
    }
    let check = 11 - sum % 11;
    let right = match check {
        11 => last == 0,
        10 => false,
        check => last == check,
    };
    (first.iter().chain([&last]).map(ToString::to_string).collect(), right)
}

fn numbers() -> impl Strategy<Value = (Vec<u32>, usize, String, String)> {
    let digits = prop::collection::vec(0..10_u32, 9);
    // What stands round it: no digits, for a longer number is another number.
    let around = "[A-Za-z ,.?!'\u{e9}]{0,40}";
    (digits, 0..6_usize, around, around)
}

fn written(number: &str, way: usize) -> String {
    let (a, b, c) = (&number[..3], &number[3..6], &number[6..]);
    match way {
        0 => number.to_owned(),
        1 => format!("{a} {b} {c}"),
        2 => format!("{a}-{b}-{c}"),
        3 => format!("{a}\u{a0}{b}\u{a0}{c}"),
        4 => format!("{a} - {b} - {c}"),
        _ => format!("{a}{b} {c}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn every_valid_health_number_is_refused_and_no_other((first, way, before, after) in numbers()) {
        for last in 0..10 {
            let (number, right) = ten(&first, last);
            let words = format!("{before} {} {after}", written(&number, way));
            let refused = finding(&words).is_some_and(Finding::is_refused);
            prop_assert_eq!(refused, right, "{:?}", words);
            let kept = without_health_numbers(&words);
            prop_assert_eq!(kept.chars().filter(char::is_ascii_digit).count(), if right { 0 } else { 10 }, "{:?}", kept);
        }
    }

    #[test]
    fn any_words_can_be_looked_at(words in ".{0,80}", digits in "[0-9 +()./:A-Za-z-]{0,40}") {
        for words in [&words, &digits, &format!("{words}{digits}")] {
            if let Some(found) = look_in(words, &[]) {
                let _ = found.taken_out_of(words);
            }
            let kept = without_health_numbers(words);
            prop_assert!(!finding(&kept).is_some_and(Finding::is_refused));
            let _ = first_letters(words);
        }
    }
}

/// Sentences as people type them after a visit: with days, months, names of places, times, money, buses, dates,
/// first letters and one name.
fn ordinary() -> impl Strategy<Value = String> {
    let one = |all: &'static [&'static str]| prop::sample::select(all);
    let who = || {
        one(&[
            "We",
            "They",
            "J B",
            "I",
            "The bus driver",
            "Yesterday we",
            "Then Sam",
            "Sam",
            "Me and A M",
            "On Tuesday Priya",
        ])
    };
    let did = || {
        one(&[
            "went to",
            "walked to",
            "talked about",
            "met at",
            "had lunch at",
            "got the bus to",
            "waited at",
            "liked",
            "were calm at",
            "asked about",
            "rang",
            "looked at the map of",
        ])
    };
    let place = || {
        one(&[
            "the park",
            "Victoria Park",
            "Oxford Road",
            "the Hub",
            "Greggs",
            "St Mary's Church",
            "the Royal Hospital",
            "Harbour Street Library",
            "Manchester",
            "the Costa on New Street",
            "home",
            "the GP",
            "Tesco",
            "the Friday Club",
            "Queen Elizabeth Hospital",
            "the Learning Centre",
            "Newport Bus Station",
            "999",
        ])
    };
    let when = || {
        one(&[
            "on Monday",
            "at 10:30",
            "at 2pm",
            "on 12/03/2024",
            "in March 2024",
            "on 3 March",
            "for 45 minutes",
            "on the 42",
            "for £12.50",
            "in room 12",
            "on bus X1",
            "at half past 3",
            "on Boxing Day",
            "twice",
            "in 2024",
            "until 16.45",
            "with 3 people",
            "at 9 on Tuesday 4 June 2025",
        ])
    };
    let end = || one(&[".", "!", " and it was good.", ". It's fine.", ". Next time I want to go with Sam.", "? Yes."]);
    (who(), did(), place(), when(), end())
        .prop_map(|(who, did, place, when, end)| format!("{who} {did} {place} {when}{end}"))
}

#[test]
fn ordinary_sentences_are_hardly_ever_asked_about() {
    let mut runner = TestRunner::deterministic();
    let alarms: Vec<_> = (0..10_000)
        .map(|_| ordinary().new_tree(&mut runner).expect("a sentence").current())
        .filter(|words| finding(words).is_some())
        .collect();
    assert!(alarms.len() <= 100, "{} of 10,000: {:#?}", alarms.len(), &alarms[..20]);
}

#[test]
fn the_words_of_the_app_are_hardly_ever_asked_about() {
    // Sentences that nobody wrote for this test. Whoever types like that must not be stopped.
    let text = include_str!("../../../locales/en-GB.ftl");
    let lines = text.lines().filter_map(|line| line.split_once(" = ")).map(|(_, words)| words);
    // The app shows a full name once, to say what to do with it.
    let is_sentence = |words: &&str| words.contains(' ') && words.ends_with('.') && !words.contains("Jane Brown");
    let all: Vec<_> = lines.filter(is_sentence).collect();
    let alarms: Vec<_> = all.iter().filter(|words| finding(words).is_some()).collect();
    assert!(all.len() > 200, "only {}", all.len());
    assert!(alarms.len() * 100 <= all.len(), "{} of {}: {alarms:#?}", alarms.len(), all.len());
}
