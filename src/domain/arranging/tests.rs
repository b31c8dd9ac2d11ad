//! Which answer counts, what waits, what is news, and times as people type them.
use jiff::civil::{date, time};

use super::*;

fn at(hour: i8) -> DateTime {
    date(2026, 3, 3).at(hour, 0, 0, 0)
}

fn asked() -> WayAsked {
    WayAsked {
        id: AskId("one".to_owned()),
        worker: PersonId("sam".to_owned()),
        from: None,
        to: PlaceId("clinic".to_owned()),
        by: at(14),
        way: OtherWay::Taxi,
        because: None,
        at: at(9),
        taken_back: false,
        read: None,
    }
}

fn answered(ask: &str, answer: Answer, hour: i8) -> WayAnswered {
    let person = |id: &str| PersonId(id.to_owned());
    WayAnswered { ask: AskId(ask.to_owned()), worker: person("sam"), answer, by: person("dee"), at: at(hour) }
}

#[test]
fn the_newest_answer_counts_in_whatever_order_they_come() {
    let (talk, no) = (answered("one", Answer::TalkFirst, 10), answered("one", Answer::No(WhyNot::NobodyFree), 11));
    let other = answered("two", Answer::TalkFirst, 12);
    for answers in [[talk.clone(), no.clone(), other.clone()], [other, no.clone(), talk]] {
        assert_eq!(Request::of(asked(), &answers).answer, Some(no.clone()));
    }
}

#[test]
fn it_waits_until_it_is_answered_taken_back_or_over() {
    let today = at(9).date();
    let open = Request::of(asked(), &[]);
    assert!(open.waits(today) && open.can_be_taken_back(today) && !open.is_news(today));
    let done = Request::of(asked(), &[answered("one", Answer::TalkFirst, 10)]);
    assert!(!done.waits(today) && !done.can_be_taken_back(today) && done.is_news(today));
    let back = Request::of(WayAsked { taken_back: true, ..asked() }, &[answered("one", Answer::TalkFirst, 10)]);
    assert!(!back.waits(today) && !back.is_news(today) && !back.counts(today));
    let tomorrow = date(2026, 3, 4);
    assert!(!open.waits(tomorrow) && !done.is_news(tomorrow));
}

#[test]
fn an_answer_is_news_until_it_is_read_and_again_when_it_changes() {
    let today = at(9).date();
    let talk = answered("one", Answer::TalkFirst, 10);
    let read = WayAsked { read: Some(talk.at), ..asked() };
    assert!(!Request::of(read.clone(), std::slice::from_ref(&talk)).is_news(today));
    let no = answered("one", Answer::No(WhyNot::TooLate), 11);
    assert!(Request::of(read, &[talk, no]).is_news(today));
}

#[test]
fn times_are_read_as_people_type_them() {
    let cases = [
        ("9", 9, 0),
        (" 9:30 ", 9, 30),
        ("9.05", 9, 5),
        ("09:30", 9, 30),
        ("930", 9, 30),
        ("1430", 14, 30),
        ("2 pm", 14, 0),
        ("2:15PM", 14, 15),
        ("12 am", 0, 0),
        ("12 pm", 12, 0),
        ("23:59", 23, 59),
    ];
    for (typed, hour, minute) in cases {
        assert_eq!(typed_time(typed), Some(time(hour, minute, 0, 0)), "{typed:?}");
    }
    for typed in ["", "soon", "9:5", "24:00", "9:60", "13 pm", "0 am", "9:30:00", "-9", "99999", "9:3o", "é30"] {
        assert_eq!(typed_time(typed), None, "{typed:?}");
    }
}
