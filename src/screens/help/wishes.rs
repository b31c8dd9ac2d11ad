//! How a person wants the app to look and sound. Each choice is made at once, so that it can be judged.
use crate::domain::preferences::{Arrival, Pace, Preferences, Theme};
use crate::screen::Hall;
use crate::ui::{Body, Lead, Mark, Page, Tile};

use super::{Message, Part};

/// The page of one wish, or of a group of wishes. At the door names are the way in, and not hidden.
pub fn page(hall: &Hall, part: Part, inside: bool) -> Page<'_, Message> {
    let now = &hall.preferences;
    let (name, tiles) = match part {
        Part::Look => (
            "help-look",
            opens(
                hall,
                &[
                    ("help-size", Part::Size),
                    ("help-colours", Part::Colours),
                    ("help-pictures", Part::Pictures),
                    ("help-names", Part::Names),
                ][..if inside { 4 } else { 3 }],
            ),
        ),
        Part::Sound => (
            "help-sound",
            opens(hall, &[("help-volume", Part::Volume), ("help-pace", Part::Pace), ("help-arrival", Part::Arrival)]),
        ),
        Part::Size => ("help-size", sizes(hall)),
        Part::Colours => {
            let themes = [
                ("help-theme-light", Theme::Light),
                ("help-theme-cream", Theme::Cream),
                ("help-theme-dark", Theme::Dark),
                ("help-theme-contrast", Theme::Contrast),
            ];
            let choices = themes.map(|(key, theme)| (key, now.theme == theme, Preferences { theme, ..now.clone() }));
            ("help-colours", choose(hall, choices))
        }
        Part::Pictures => {
            let choices = [("help-pictures-on", true), ("help-pictures-off", false)]
                .map(|(key, pictures)| (key, now.pictures == pictures, Preferences { pictures, ..now.clone() }));
            ("help-pictures", choose(hall, choices))
        }
        Part::Volume => {
            let volumes = ["help-volume-0", "help-volume-1", "help-volume-2", "help-volume-3", "help-volume-4"];
            let choices = volumes
                .into_iter()
                .zip(0..)
                .map(|(key, volume)| (key, now.volume == volume, Preferences { volume, ..now.clone() }));
            ("help-volume", choose(hall, choices))
        }
        Part::Pace => {
            let paces =
                [("help-pace-slow", Pace::Slow), ("help-pace-steady", Pace::Steady), ("help-pace-quick", Pace::Quick)];
            let choices = paces.map(|(key, pace)| (key, now.pace == pace, Preferences { pace, ..now.clone() }));
            ("help-pace", choose(hall, choices))
        }
        Part::Ring | Part::Card | Part::Names | Part::Arrival => ("help-arrival", arrival(hall)),
    };
    Page::new(name, hall.phrase(&format!("{name}-heading")), Body::tiles(tiles))
}

/// Whether names are hidden, and what this computer does about it by itself.
pub fn names_page(hall: &Hall) -> Page<'_, Message> {
    let choices = [("help-names-hide", true), ("help-names-show", false)];
    let tiles = choices.map(|(key, hide)| {
        Tile::opens(key, hall.phrase(key), Message::HideNames(hide))
            .mark(Mark::One(hall.names_hidden == hide))
            .lead(Lead::Picture)
    });
    let told = if hall.tells_sharing { "help-names-told" } else { "help-names-not-told" };
    Page::new("help-names", hall.phrase("help-names-heading"), Body::tiles(tiles.into())).helper(hall.phrase(told))
}

fn opens(hall: &Hall, parts: &[(&'static str, Part)]) -> Vec<Tile<Message>> {
    parts.iter().map(|(key, part)| Tile::opens(*key, hall.phrase(key), Message::Open(*part))).collect()
}

fn choose(hall: &Hall, choices: impl IntoIterator<Item = (&'static str, bool, Preferences)>) -> Vec<Tile<Message>> {
    choices
        .into_iter()
        .map(|(key, chosen, preferences)| {
            let phrase = hall.phrase(key);
            let lead = if phrase.picture.is_some() { Lead::Picture } else { Lead::None };
            Tile::opens(key, phrase, Message::Prefer(Box::new(preferences))).mark(Mark::One(chosen)).lead(lead)
        })
        .collect()
}

fn sizes(hall: &Hall) -> Vec<Tile<Message>> {
    let now = &hall.preferences;
    Preferences::TEXT_SIZES
        .into_iter()
        .map(|text_size| {
            let id = format!("help-size-{text_size}");
            let preferences = Preferences { text_size, ..now.clone() };
            Tile::opens(&id, hall.phrase(&id), Message::Prefer(Box::new(preferences)))
                .mark(Mark::One(now.text_size == text_size))
                .lead(Lead::Sample(hall.words.shown("help-size-sample"), text_size))
        })
        .collect()
}

fn arrival(hall: &Hall) -> Vec<Tile<Message>> {
    let now = &hall.preferences;
    let mut tiles = choose(
        hall,
        [("help-arrival-heading-on", Arrival::Heading), ("help-arrival-quiet", Arrival::Quiet)]
            .map(|(key, arrival)| (key, now.arrival == arrival, Preferences { arrival, ..now.clone() })),
    );
    let point_to_hear = !now.point_to_hear;
    let pointing = Preferences { point_to_hear, ..now.clone() };
    let phrase = hall.phrase("help-point-on");
    tiles.push(
        Tile::opens("help-point-on", phrase, Message::Prefer(Box::new(pointing))).mark(Mark::Many(now.point_to_hear)),
    );
    tiles
}
