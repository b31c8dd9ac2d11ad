//! Words can be read and edges can be seen in every theme.
use alongside::ui::Theme;
use alongside::ui::colours::{Colours, contrast, livery};
use iced::Color;

/// Two colours that meet, by name.
type Pair = (&'static str, fn(&Colours) -> Color, &'static str, fn(&Colours) -> Color);

macro_rules! pairs {
    ($($over:ident on $($under:ident),+;)*) => {
        vec![$($((
            stringify!($over), (|colours: &Colours| colours.$over) as fn(&Colours) -> Color,
            stringify!($under), (|colours: &Colours| colours.$under) as fn(&Colours) -> Color,
        )),+),*]
    };
}

fn check(pairs: Vec<Pair>, least: f32) {
    let mut low = Vec::new();
    for theme in [Theme::Light, Theme::Cream, Theme::Dark, Theme::Contrast] {
        let colours = theme.colours();
        for (over, over_colour, under, under_colour) in &pairs {
            let found = contrast(over_colour(colours), under_colour(colours));
            if found < least {
                low.push(format!("{theme:?}: {over} on {under} is {found:.2}, less than {least}"));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn words_stand_out_seven_to_one() {
    // WCAG 2.2 SC 1.4.6.
    let words = pairs! {
        ink on canvas, plate, sunk, pick, voicetint, goodtint, waittint, dangertint, speak;
        soft on canvas, plate, sunk, pick;
        action on canvas, plate;
        onaction on action;
        voice on canvas, plate, voicetint;
        onvoice on voice;
        good on canvas, plate, goodtint;
        wait on canvas, plate, waittint;
        danger on canvas, plate, dangertint;
        ondanger on danger;
        railink on rail, railkey;
        railoff on rail;
        sign on signground;
    };
    check(words, 7.0);
}

#[test]
fn edges_and_signs_stand_out_three_to_one() {
    // WCAG 2.2 SC 1.4.11 and 2.4.13.
    let edges = pairs! {
        line on canvas, plate;
        pickline on canvas, plate, pick;
        voice on canvas, plate;
        danger on canvas, plate;
        railline on rail;
        action on canvas, plate, sunk, pick;
    };
    check(edges, 3.0);
}

#[test]
fn the_focus_is_seen_on_every_ground() {
    // The ring has a light and a dark band: one of them stands out wherever it lies.
    for theme in [Theme::Light, Theme::Cream, Theme::Dark, Theme::Contrast] {
        let colours = theme.colours();
        let grounds = [
            ("canvas", colours.canvas),
            ("plate", colours.plate),
            ("pick", colours.pick),
            ("rail", colours.rail),
            ("railkey", colours.railkey),
            ("action", colours.action),
            ("voice", colours.voice),
            ("danger", colours.danger),
        ];
        for (name, ground) in grounds {
            let best = contrast(colours.mark, ground).max(contrast(colours.ring, ground));
            assert!(best >= 3.0, "{theme:?}: the focus ring on {name} is {best:.2}");
        }
        assert!(contrast(colours.mark, colours.ring) >= 3.0, "{theme:?}: the two bands");
    }
}

#[test]
fn the_number_of_a_line_can_be_read_whatever_colours_its_timetable_has() {
    let steps = || (0..=255u8).step_by(51);
    let all: Vec<_> = steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| [r, g, b]))).collect();
    let colour = |[r, g, b]: [u8; 3]| Color::from_rgb8(r, g, b);
    let (mut own, mut banded) = (0, 0);
    for ground in all.iter().copied().map(Some).chain([None]) {
        for letters in all.iter().copied().step_by(7).map(Some).chain([None]) {
            let livery = livery((ground, letters));
            let found = contrast(livery.letters, livery.ground);
            assert!(found >= 7.0, "{letters:?} on {ground:?} is {found:.2}");
            assert!(livery.band.is_none_or(|band| contrast(band, livery.ground) >= 3.0), "{ground:?}");
            // Letters that can be read are the company's own.
            if let (Some(ground), Some(letters)) = (ground, letters)
                && contrast(colour(letters), colour(ground)) >= 7.0
            {
                assert_eq!((livery.ground, livery.letters), (colour(ground), colour(letters)));
            }
            own += usize::from(ground.is_some_and(|ground| livery.ground == colour(ground)));
            banded += usize::from(livery.band.is_some());
        }
    }
    assert!(own > 1_000 && banded > 1_000, "{own} {banded}");
}
