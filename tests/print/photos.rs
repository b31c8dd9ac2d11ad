//! Photos on paper: beside their step, with words for who cannot see them, and never in the way of a step.
use alongside::print::{Block, Card, Mark, Paper, Photo, Point, Shot};

use super::{Read, of_text, words};

/// A photo of this size, as it is kept.
fn photo((width, height): (u32, u32)) -> Photo {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let shades = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    shades.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("it can be written");
    let pixels = alongside::photo::pixels(&bytes.into_inner()).expect("it is a photo");
    Photo::of(&pixels, format!("The door, {width} by {height}")).expect("there are as many pixels as it says")
}

#[test]
fn photos_stand_beside_their_step_and_a_broken_one_leaves_it_whole() {
    let english = words();
    let broken = |jpeg: Vec<u8>| Photo { shot: Shot::Taken(jpeg), shows: "Nothing".to_owned() };
    let photos = || {
        let half = |photo: Photo| match photo.shot {
            Shot::Taken(jpeg) => jpeg[..40].to_vec(),
            Shot::Practice(_) => Vec::new(),
        };
        let broken = [broken(Vec::new()), broken(b"no photo".to_vec()), broken(half(photo((80, 60))))];
        [(1_600, 1_200), (300, 900), (900, 100)].map(photo).into_iter().chain(broken)
    };
    let point = |(number, photo): (usize, Photo)| Point {
        words: format!("Step {number}. Wait for bus 42. It comes at half past nine in the morning."),
        photo: Some(photo),
        ..Point::of(&english, english.phrase("recovery-use-open"))
    };
    let card = |(number, photo): (usize, Photo)| Card {
        place: None,
        title: format!("Step {number}."),
        lines: vec!["Wait for bus 42. It comes at half past nine.".to_owned()],
        picture: Point::of(&english, english.phrase("recovery-use-open")).picture,
        photo: Some(photo),
    };
    let steps = Block::List(Mark::Number, photos().enumerate().map(point).collect());
    let cards = Block::Cards(photos().enumerate().map(card).collect());
    let paper = Paper { title: "A trip".to_owned(), blocks: vec![steps, Block::NewPage, cards] };
    let paper = Read::paper(&paper).kept("photos");
    let (with, without) = ("LI(Lbl LBody(Figure P Figure))", "LI(Lbl LBody(Figure P))");
    let list = [with, with, with, without, without, without].join(" ");
    let small = ["LI(LBody(Figure P P))"; 6].join(" ");
    let found = paper.outline(paper.children(paper.root())[0]);
    assert_eq!(found, format!("Document(H1 L({list}) L({small}))"));
    // Each says what it shows, on the page and on the card; what is broken is not named.
    let shows: Vec<_> =
        paper.tagged("Figure", paper.root()).into_iter().map(|figure| of_text(paper.part(figure, "Alt"))).collect();
    for size in ["1600 by 1200", "300 by 900", "900 by 100"] {
        assert_eq!(shows.iter().filter(|shows| shows.contains(size)).count(), 2, "{shows:?}");
    }
    assert!(!shows.contains(&"Nothing".to_owned()));
    for number in 0..6 {
        assert_eq!(paper.text().matches(&format!("Step {number}.")).count(), 2);
    }
    // No more pixels than paper shows.
    assert!(paper.bytes.len() < 400_000, "{}", paper.bytes.len());
}
