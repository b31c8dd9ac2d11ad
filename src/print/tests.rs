//! Every picture can be drawn on paper, and words find their lines.
use proptest::prelude::*;

use super::face::{Faces, Run};
use super::sizes::{BODY, LETTERS_IN_A_LINE, WIDTH};
use super::{Block, Mark, Paper, Photo, Picture, Point, Shot};
use crate::assets::{PHOTOS, PICTURES};
use crate::problem::Problem;
use crate::words::Words;

fn paper(blocks: Vec<Block>) -> Paper {
    Paper { title: "A paper".to_owned(), blocks }
}

fn pictured(name: &str) -> Point {
    let picture = Picture { name: name.to_owned(), shows: "A drawing".to_owned() };
    Point { words: name.to_owned(), picture: Some(picture), photo: None }
}

#[test]
fn every_picture_can_be_drawn() {
    let names = PICTURES.files().filter_map(|file| file.path().file_stem()?.to_str());
    let points: Vec<_> = names.map(pictured).collect();
    assert!(points.len() > 100);
    let pdf = paper(vec![Block::List(Mark::Dot, points)]).pdf(&Words::in_language("en-GB"));
    assert!(pdf.is_ok_and(|pdf| pdf.starts_with(b"%PDF-1.7")));
}

#[test]
fn every_photo_of_the_practice_day_can_be_drawn() {
    let names = PHOTOS.files().filter_map(|file| file.path().file_stem()?.to_str());
    let photo = |name: &str| Photo { shot: Shot::Practice(name.to_owned()), shows: "A place".to_owned() };
    let points: Vec<_> = names.map(|name| Point { photo: Some(photo(name)), ..pictured("bus") }).collect();
    assert!(points.len() > 10);
    assert!(paper(vec![Block::List(Mark::Number, points)]).pdf(&Words::in_language("en-GB")).is_ok());
}

#[test]
fn a_picture_that_is_missing_is_not_left_out() {
    let pdf = paper(vec![Block::List(Mark::None, vec![pictured("no-such-picture")])]).pdf(&Words::in_language("en-GB"));
    assert_eq!(pdf, Err(Problem::CannotPrint));
}

#[test]
fn a_point_longer_than_a_page_is_not_cut_off() {
    let words = "One more word. ".repeat(400);
    let points = vec![Point { words: words.clone(), picture: None, photo: None }];
    let english = Words::in_language("en-GB");
    assert_eq!(paper(vec![Block::List(Mark::Dot, points)]).pdf(&english), Err(Problem::CannotPrint));
    // A paragraph goes on, on the next page.
    assert!(paper(vec![Block::Words(words)]).pdf(&english).is_ok());
}

#[test]
fn no_word_stands_alone_on_the_last_line() {
    let faces = Faces::load().expect("the font");
    let lines = faces.lines("Print two copies, and keep one of them in the safe of your team please.", BODY, WIDTH);
    let widths: Vec<_> = lines.iter().map(Run::width).collect();
    assert!(widths.len() == 2 && widths[1] > widths[0] / 2.0, "{widths:?}");
}

#[test]
fn what_the_font_lacks_is_a_question_mark() {
    let faces = Faces::load().expect("the font");
    assert_eq!(faces.run("Zoë 🚌\u{FE0F} Łucja\t漢", BODY).text, "Zoë ? Łucja ?");
}

proptest! {
    #[test]
    fn lines_hold_every_letter_and_fit(words in "[a-zA-Z ,.é-]{0,300}", width in 20.0..500.0f32) {
        let faces = Faces::load().expect("the font");
        let lines = faces.lines(&words, BODY, width);
        let whole: String = lines.iter().map(|line| line.text.as_str()).collect();
        prop_assert_eq!(whole.split_whitespace().collect::<Vec<_>>(), words.split_whitespace().collect::<Vec<_>>());
        for line in &lines {
            prop_assert!(line.width() <= width + 0.01);
            prop_assert!(line.text.trim_end().chars().count() <= LETTERS_IN_A_LINE);
            let written: String = line.glyphs.iter().map(|glyph| &line.text[glyph.text_range.clone()]).collect();
            prop_assert_eq!(&written, &line.text);
        }
    }
}
