//! Money as people type it, and the sums of months.
use jiff::civil::date;

use super::*;

fn cost(number: usize, day: Date, pence: u32) -> TripCost {
    TripCost {
        id: CostId(number.to_string()),
        worker: PersonId("sam".to_owned()),
        day,
        from: "Elm House".to_owned(),
        to: "Mill Road Clinic".to_owned(),
        by: By::Taxi,
        pence,
        receipt: number.is_multiple_of(2).then(|| "photo".to_owned()),
        at: day.at(12, 0, 0, 0),
        gone: false,
    }
}

#[test]
fn money_is_read_as_people_type_it() {
    let cases = [
        ("4.50", 450),
        (" £4.50 ", 450),
        ("4", 400),
        ("4.5", 450),
        ("4,50", 450),
        ("90p", 90),
        ("90 p", 90),
        (".90", 90),
        ("£ 12.05", 1205),
        ("0.01", 1),
        ("1000", 100_000),
    ];
    for (typed, expected) in cases {
        assert_eq!(pence(typed), Ok(expected), "{typed:?}");
    }
    for typed in ["", "£", ".", "four", "4.505", "4.", "-4", "4.50.1", "1e3", "4 pounds", "p", "٤", "4p50"] {
        assert_eq!(pence(typed), Err(NotMoney::NoNumber), "{typed:?}");
    }
    for typed in ["0", "0.00", "0p", "£0"] {
        assert_eq!(pence(typed), Err(NotMoney::Nothing), "{typed:?}");
    }
    for typed in ["1000.01", "450000", "99999999999999999999", "99999999999p"] {
        assert_eq!(pence(typed), Err(NotMoney::TooMuch), "{typed:?}");
    }
}

#[test]
fn every_amount_is_read_back_as_it_is_written() {
    for amount in 1..=MOST {
        assert_eq!(pence(&format!("{}.{:02}", amount / 100, amount % 100)), Ok(amount));
    }
}

#[test]
fn a_summary_has_what_was_paid_in_its_months_and_nothing_else() {
    let all = [
        cost(1, date(2026, 2, 28), 100),
        cost(2, date(2026, 3, 31), 1_050),
        cost(3, date(2026, 3, 1), 250),
        TripCost { gone: true, ..cost(4, date(2026, 3, 2), 9_999) },
        cost(5, date(2025, 3, 2), 700),
    ];
    let march = Month { year: 2026, month: 3 };
    let summary = Summary::of(&all, &[march]);
    assert_eq!(summary.costs.iter().map(|cost| cost.id.0.as_str()).collect::<Vec<_>>(), ["3", "2"]);
    assert_eq!((summary.pence, summary.receipts), (1_300, 1));
    let both = Summary::of(&all, &[Month { year: 2026, month: 2 }, march]);
    assert_eq!((both.costs.len(), both.pence), (3, 1_400));
    assert_eq!(Summary::of(&all, &[]), Summary::default());
}

#[test]
fn months_are_named_once_the_newest_first() {
    let all = [cost(1, date(2025, 12, 1), 1), cost(2, date(2026, 3, 31), 1), cost(3, date(2026, 3, 1), 1)];
    let months = months(&all);
    assert_eq!(months, [Month { year: 2026, month: 3 }, Month { year: 2025, month: 12 }]);
    assert_eq!(months[0].first(), date(2026, 3, 1));
}

#[test]
fn very_many_costs_do_not_overflow() {
    let all: Vec<_> = (0..50_000).map(|number| cost(number, date(2026, 3, 1), MOST)).collect();
    assert_eq!(Summary::of(&all, &[Month { year: 2026, month: 3 }]).pence, 5_000_000_000);
}
