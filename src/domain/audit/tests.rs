//! Whatever is taken out of a log, changed in it, moved in it or put in twice is noticed.
use super::*;

fn doing(minute: i8, did: Did) -> Doing {
    Doing {
        at: jiff::civil::datetime(2026, 3, 3, 9, minute, 0, 0),
        by: Some(PersonId("erin".to_owned())),
        did,
        document: Some("visit/d1".to_owned()),
        whose: Some(PersonId("sam".to_owned())),
    }
}

/// A log of six entries.
fn log(chain: &str) -> Vec<Entry> {
    let mut log = vec![Entry::first(chain.to_owned(), doing(0, Did::Began).at)];
    for (minute, did) in [(1, Did::CameIn), (2, Did::Opened), (3, Did::Heard), (4, Did::Copied), (5, Did::Changed)] {
        let end = log[log.len() - 1].end();
        log.push(Entry::after(&end, doing(minute, did)));
    }
    log
}

#[test]
fn a_log_that_nobody_touched_is_whole_in_any_order_of_files() {
    let mut log = log("one");
    let end = log[5].end();
    assert_eq!(check(&log, Some(&end)), Ok(()));
    log.reverse();
    assert_eq!(check(&log, Some(&end)), Ok(()));
    log.extend(self::log("another"));
    assert_eq!(check(&log, Some(&end)), Ok(()));
    assert_eq!(chains(&log), 2);
}

#[test]
fn what_is_taken_out_or_put_in_twice_is_noticed() {
    let whole = log("one");
    let end = whole[5].end();
    for place in 0..whole.len() {
        let mut log = whole.clone();
        let taken = log.remove(place);
        assert_eq!(check(&log, Some(&end)), Err(Flaw::Missing), "without {place}");
        log.extend([taken.clone(), taken]);
        assert_eq!(check(&log, Some(&end)), Err(Flaw::Repeated), "{place} twice");
    }
    assert_eq!(check(&[], Some(&end)), Err(Flaw::Missing));
}

#[test]
fn two_entries_in_each_others_place_are_noticed() {
    let whole = log("one");
    let end = whole[5].end();
    for one in 0..whole.len() {
        for other in one + 1..whole.len() {
            let mut log = whole.clone();
            log.swap(one, other);
            // Each has taken the number of the other, and even what it says of the one before.
            let (first, second) = (log[one].clone(), log[other].clone());
            (log[one].number, log[other].number) = (second.number, first.number);
            assert_eq!(check(&log, Some(&end)), Err(Flaw::Altered), "{one} and {other}");
            (log[one].before, log[other].before) = (second.before, first.before);
            assert_eq!(check(&log, Some(&end)), Err(Flaw::Altered), "{one} and {other}");
        }
    }
}

#[test]
fn an_entry_more_than_was_written_is_noticed() {
    let mut log = log("one");
    let end = log[5].end();
    log.push(Entry::after(&end, doing(6, Did::Exported)));
    assert_eq!(check(&log, Some(&end)), Err(Flaw::Altered));
}

/// All ways to flip one bit of what is written. The seal and the hash of its file notice them too; here an entry is
/// bare. A few flips say the same in other letters,
/// as `t` for `T` in a time, or spoil the name of a field that holds nothing: they change nothing.
#[test]
fn every_bit_that_is_flipped_is_noticed() {
    let whole = log("one");
    let end = whole[5].end();
    let (mut flips, mut unreadable, mut same) = (0, 0, 0);
    for place in 0..whole.len() {
        let bytes = ron::ser::to_string(&whole[place]).expect("it can be written").into_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            flips += 1;
            let mut log = whole.clone();
            match ron::de::from_bytes(&flipped) {
                Ok(entry) if entry == whole[place] => {
                    same += 1;
                    continue;
                }
                Ok(entry) => log[place] = entry,
                // What cannot be read is as good as taken out.
                Err(_) => {
                    unreadable += 1;
                    let _ = log.remove(place);
                }
            }
            assert!(check(&log, Some(&end)).is_err(), "bit {bit} of entry {place}");
        }
    }
    assert!(flips > 5000 && unreadable < flips, "{flips} flips, {unreadable} of them unreadable");
    assert!(same * 50 < flips, "{same} of {flips} flips say the same");
}
