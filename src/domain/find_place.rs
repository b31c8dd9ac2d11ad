//! Finds a place among thousands: by where somebody goes, by what it is like, by letter, by a name with mistakes.
use std::collections::HashMap;

use super::place::{Place, PlaceId};
use super::travel::stop_search::words::{Wanted, plain_words};

/// More places than these are not shown all at once: nobody looks through more than two pages of pictures.
pub const FEW: usize = 12;

/// The most places that a name finds: more are not looked through.
const MOST_FOUND: usize = 8;

/// How many of the places where somebody went last come before those where they go most.
const LAST: usize = 2;

/// What places can be like: the names of their pictures.
pub const KINDS: [&str; 8] = [
    "place-office",
    "place-clinic",
    "place-home",
    "place-library",
    "place-cafe",
    "place-park",
    "place-station",
    "place-other",
];

/// The places that somebody knows best: where they went last, then where they go most. `gone`: the last one at the end.
#[must_use]
pub fn familiar(gone: &[PlaceId]) -> Vec<PlaceId> {
    let mut counts: HashMap<&PlaceId, usize> = HashMap::new();
    let mut known: Vec<&PlaceId> = Vec::new();
    for place in gone.iter().rev() {
        let count = counts.entry(place).or_default();
        if *count == 0 {
            known.push(place);
        }
        *count += 1;
    }
    let mut most = known.split_off(known.len().min(LAST));
    // Of two that are as usual, the later stays first.
    most.sort_by_key(|place| std::cmp::Reverse(counts.get(place).copied().unwrap_or_default()));
    known.into_iter().chain(most).cloned().collect()
}

/// The places whose names these words mean, the best first. Mistakes are allowed, as for the names of stops.
#[must_use]
pub fn by_name<'p>(places: &'p [Place], words: &str) -> Vec<&'p Place> {
    let names: Vec<_> = places.iter().map(|place| (place, plain_words(&place.name))).collect();
    let mut found = Wanted::first(words, |wanted| {
        names.iter().filter_map(|(place, name)| Some((wanted.fit(name)?, *place))).collect()
    });
    found.sort_by(|(fit, place), (other_fit, other)| fit.cmp(other_fit).then_with(|| place.name.cmp(&other.name)));
    found.into_iter().take(MOST_FOUND).map(|(_, place)| place).collect()
}

/// What a place is like: one of [`KINDS`].
#[must_use]
pub fn kind(place: &Place) -> &'static str {
    let [.., other] = KINDS;
    KINDS.into_iter().find(|kind| *kind == place.picture).unwrap_or(other)
}

/// The letter under which somebody looks for a name, in capitals. Names that begin with a number have none.
#[must_use]
pub fn letter(name: &str) -> Option<char> {
    let first = plain_words(name).first()?.chars().next()?;
    first.is_alphabetic().then(|| first.to_uppercase().next()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::Facts;
    use crate::domain::travel::position::Position;

    fn place(name: &str, picture: &str) -> Place {
        Place {
            id: PlaceId(name.to_owned()),
            name: name.to_owned(),
            position: Position { latitude: 0.0, longitude: 0.0 },
            stop: None,
            picture: picture.to_owned(),
            photo: None,
            gone: false,
            base: false,
            facts: Facts::default(),
        }
    }

    fn names(places: &[&Place]) -> Vec<String> {
        places.iter().map(|place| place.name.clone()).collect()
    }

    #[test]
    fn a_name_is_found_with_mistakes_and_the_right_spelling_comes_first() {
        let places = ["Newport Library", "Newport Labour Club", "Norton Library", "Park Café"];
        let places: Vec<_> = places.map(|name| place(name, "place-other")).into();
        let find = |words: &str| names(&by_name(&places, words));
        assert_eq!(find("Nuport librey"), ["Newport Library"]);
        assert_eq!(find("library"), ["Newport Library", "Norton Library"]);
        assert_eq!(find("cafe"), ["Park Café"]);
        assert_eq!(find("zebra crossing"), [""; 0]);
        assert_eq!(find(" "), [""; 0]);
    }

    #[test]
    fn no_more_are_found_than_somebody_reads() {
        let places: Vec<_> = (0..3_000).map(|number| place(&format!("Library {number}"), "place-library")).collect();
        assert_eq!(by_name(&places, "library").len(), MOST_FOUND);
        assert_eq!(names(&by_name(&places, "library 2999")).first().map(String::as_str), Some("Library 2999"));
    }

    #[test]
    fn where_somebody_went_last_comes_first_and_then_where_they_go_most() {
        let gone: Vec<_> = ["a", "b", "a", "c", "c", "b", "c", "d", "e"].map(|name| PlaceId(name.to_owned())).into();
        let known: String = familiar(&gone).into_iter().map(|place| place.0).collect();
        assert_eq!(known, "edcba");
        assert!(familiar(&[]).is_empty());
    }

    #[test]
    fn each_place_has_a_kind_and_most_a_letter() {
        assert_eq!(kind(&place("The Hub", "place-cafe")), "place-cafe");
        assert_eq!(kind(&place("The Hub", "a-picture-of-before")), "place-other");
        assert_eq!(letter("Élan"), Some('E'));
        assert_eq!(letter("“The Hub”"), Some('T'));
        assert_eq!((letter("42 Mill Road"), letter("")), (None, None));
    }
}
