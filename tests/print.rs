//! Papers as whoever reads them finds them: with eyes, with a screen reader, and with a program that reads PDF.
mod photos;

use age::secrecy::{ExposeSecret as _, SecretString};
use alongside::devices::{pretend::Pretend, viewer::Ready};
use alongside::domain::recovery;
use alongside::print::{Block, Card, Fact, Mark, Paper, Point, Table, recovery::sheet};
use alongside::problem::Problem;
use alongside::words::{Phrase, Words};
use futures::executor::block_on;
use lopdf::{Dictionary, Document, Object};

fn words() -> Words {
    Words::in_language("en-GB")
}

/// A new key, which opens nothing.
fn key() -> SecretString {
    age::x25519::Identity::generate().to_string()
}

fn recovery_sheet(key: &SecretString) -> Paper {
    sheet(&words(), "Practice", jiff::civil::date(2026, 3, 3), key).expect("a key")
}

/// A paper, read again.
struct Read {
    document: Document,
    bytes: Vec<u8>,
}

impl Read {
    fn paper(paper: &Paper) -> Self {
        let bytes = paper.pdf(&words()).expect("it can be printed");
        Self { document: Document::load_mem(&bytes).expect("it is a PDF"), bytes }
    }

    /// Keeps it to be looked at: `pdftoppm -r 80 -png target/looks/recovery.pdf page`.
    fn kept(self, name: &str) -> Self {
        let looks = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
        std::fs::create_dir_all(&looks).expect("room");
        std::fs::write(looks.join(format!("{name}.pdf")), &self.bytes).expect("room");
        self
    }

    fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    fn text(&self) -> String {
        let pages: Vec<_> = self.document.get_pages().into_keys().collect();
        let text = self.document.extract_text(&pages).expect("it has text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn catalogue(&self) -> &Dictionary {
        self.document.catalog().expect("a catalogue")
    }

    fn follow<'d>(&'d self, object: &'d Object) -> &'d Object {
        self.document.dereference(object).expect("it is there").1
    }

    fn part<'d>(&'d self, of: &'d Dictionary, name: &str) -> Option<&'d Object> {
        of.get(name.as_bytes()).ok().map(|object| self.follow(object))
    }

    fn children<'d>(&'d self, of: &'d Dictionary) -> Vec<&'d Dictionary> {
        let all = match self.part(of, "K") {
            Some(Object::Array(all)) => all.iter().map(|one| self.follow(one)).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        all.into_iter().filter_map(|one| one.as_dict().ok()).collect()
    }

    /// The tags, as an outline: `L(LI(Lbl LBody(Figure P)))`.
    fn outline(&self, of: &Dictionary) -> String {
        let name = of.get(b"S").and_then(Object::as_name).map(String::from_utf8_lossy).unwrap_or_default();
        let below: Vec<_> = self.children(of).iter().map(|child| self.outline(child)).collect();
        let below = below.into_iter().filter(|child| !child.is_empty()).collect::<Vec<_>>().join(" ");
        if below.is_empty() { name.into_owned() } else { format!("{name}({below})") }
    }

    fn root(&self) -> &Dictionary {
        self.part(self.catalogue(), "StructTreeRoot").and_then(|root| root.as_dict().ok()).expect("it is tagged")
    }

    /// All tags of this kind.
    fn tagged<'d>(&'d self, kind: &str, of: &'d Dictionary) -> Vec<&'d Dictionary> {
        let mut found: Vec<_> = self.children(of).into_iter().flat_map(|child| self.tagged(kind, child)).collect();
        if of.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes()) {
            found.push(of);
        }
        found
    }
}

fn of_text(object: Option<&Object>) -> String {
    object.and_then(|text| lopdf::decode_text_string(text).ok()).unwrap_or_default()
}

#[test]
fn the_recovery_sheet_is_two_pages_with_every_word_in_order() {
    let key = key();
    let paper = Read::paper(&recovery_sheet(&key)).kept("recovery");
    assert_eq!(paper.pages(), 2);
    let text = paper.text();
    // What reads PDF here takes wide letters for words.
    let all = text.replace(' ', "");
    let mut rest = all.as_str();
    let groups = recovery::lines(&key).expect("a key").into_iter().flat_map(|line| {
        let number = line.number.to_string();
        [number].into_iter().chain(line.groups).chain([line.check])
    });
    let shown = |key: &str| words().shown(key);
    let before = ["recovery", "recovery-what", "recovery-team"]
        .map(shown)
        .into_iter()
        .chain(["Practice".into(), "3 March 2026".into()]);
    let after =
        ["recovery-key-letters", "recovery-keep-copies", "recovery-use", "recovery-use-type", "recovery-lost-new"];
    for expected in before.chain(groups).chain(after.map(shown)) {
        let expected = expected.replace(' ', "");
        let at = rest.find(&expected).unwrap_or_else(|| panic!("{expected:?} is not in what follows: {rest}"));
        rest = &rest[at + expected.len()..];
    }
    // A key without words would show its name.
    assert!(!text.contains("recovery-") && !text.contains("paper-"), "{text}");
    assert!(text.contains("Page 1 of 2") && text.contains("Page 2 of 2"));
}

#[test]
fn what_stands_on_the_sheet_is_the_key() {
    let key = age::x25519::Identity::generate().to_string();
    let text = Read::paper(&recovery_sheet(&key)).text().replace(' ', "");
    let typed: Vec<_> = recovery::lines(&key)
        .expect("a key")
        .iter()
        .map(|line| {
            let line = format!("{} {}", line.groups.join(" "), line.check);
            assert!(text.contains(&line.replace(' ', "")), "{line:?} is not in {text}");
            line
        })
        .collect();
    let typed: Vec<_> = typed.iter().map(String::as_str).collect();
    assert_eq!(recovery::read(&typed).expect("no slip").expose_secret(), key.expose_secret());
}

/// The key as a person copies it from this paper, without its check numbers.
pub fn key_on(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("it is a PDF");
    let text = Read { document, bytes: Vec::new() }.text().replace(' ', "");
    let all =
        text.split_once("LettersCheck").and_then(|(_, rest)| rest.split_once("Theletters")).expect("it is there").0;
    let (mut left, mut rest, mut key) = (58, all, String::new());
    while left > 0 {
        let letters = left.min(16);
        key.push_str(&rest[1..=letters]);
        rest = &rest[1 + letters + 2..];
        left -= letters;
    }
    key
}

#[test]
fn its_tags_say_what_everything_is() {
    let paper = Read::paper(&recovery_sheet(&key()));
    let fact = "TR(TH TD)";
    let pen = "TR(TH TD(Figure))";
    let step = "LI(Lbl LBody(Figure P))";
    let point = "LI(LBody(Figure P))";
    let line = "TR(TH TD TD)";
    let expected = format!(
        "Document(H1 P Table({fact} {fact} {pen}) H2 Table(TR(TH TH TH) {line} {line} {line} {line}) P \
         H2 L({point} {point}) H2 L({step} {step} {step} {step}) H2 L({point} {point}) H2 P)"
    );
    let found = paper.outline(paper.children(paper.root())[0]);
    assert_eq!(found, expected);
    for figure in paper.tagged("Figure", paper.root()) {
        let shows = of_text(paper.part(figure, "Alt"));
        assert!(shows.contains(' ') && !shows.contains("picture-"), "{shows:?}");
    }
    for head in paper.tagged("TH", paper.root()) {
        assert!(format!("{head:?}").contains("Scope"), "{head:?}");
    }
}

#[test]
fn a_screen_reader_knows_its_title_and_language() {
    let paper = Read::paper(&recovery_sheet(&key()));
    let catalogue = paper.catalogue();
    assert_eq!(of_text(paper.part(catalogue, "Lang")), "en-GB");
    let shown = paper.part(catalogue, "ViewerPreferences").and_then(|preferences| preferences.as_dict().ok());
    assert_eq!(shown.and_then(|shown| shown.get(b"DisplayDocTitle").ok()), Some(&Object::Boolean(true)));
    let marked = paper.part(catalogue, "MarkInfo").and_then(|mark| mark.as_dict().ok());
    assert_eq!(marked.and_then(|marked| marked.get(b"Marked").ok()), Some(&Object::Boolean(true)));
    let info = paper.document.trailer.get(b"Info").expect("it says what it is");
    let info = paper.follow(info).as_dict().expect("a list");
    assert_eq!(of_text(paper.part(info, "Title")), "Spare key sheet");
    let about = paper.part(catalogue, "Metadata").and_then(|about| about.as_stream().ok()).expect("it says more");
    let about = about.get_plain_content().expect("plain");
    assert!(String::from_utf8_lossy(&about).contains("pdfuaid:part"));
}

#[test]
fn every_font_is_inside() {
    let paper = Read::paper(&recovery_sheet(&key()));
    let fonts: Vec<_> = paper
        .document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|found| found.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"FontDescriptor"))
        .collect();
    assert_eq!(fonts.len(), 3, "regular, strong and bold");
    for font in fonts {
        let name = String::from_utf8_lossy(font.get(b"FontName").and_then(Object::as_name).expect("a name"));
        assert!(name.contains("AtkinsonHyperlegible"), "{name}");
        assert!(["FontFile2", "FontFile3"].iter().any(|file| font.has(file.as_bytes())), "{name} is not inside");
    }
}

#[test]
fn a_long_name_of_a_team_leaves_it_one_sheet_of_paper() {
    let team = "Practice Learning Disability and Autism Peer Support Team (North and West)";
    let sheet = sheet(&words(), team, jiff::civil::date(2026, 12, 30), &key()).expect("a key");
    assert_eq!(Read::paper(&sheet).pages(), 2);
}

#[test]
fn nothing_else_is_a_recovery_key() {
    assert!(sheet(&words(), "Practice", jiff::civil::date(2026, 3, 3), &"no key".to_owned().into()).is_none());
}

#[test]
fn the_sheet_is_in_plain_words() {
    // GOV.UK, accessible formats: at most 15 words in a sentence. Staff: age 11 (easy-read rule 4).
    let paper = recovery_sheet(&key());
    let said = paper.blocks.iter().flat_map(|block| match block {
        Block::Heading(words) | Block::Words(words) => vec![words.clone()],
        Block::List(_, points) => points.iter().map(|point| point.words.clone()).collect(),
        _ => Vec::new(),
    });
    let text = said.map(|words| format!("{}. ", words.trim_end_matches('.'))).collect::<String>();
    for sentence in text.split(['.', ':', '?']) {
        let count = sentence.split_whitespace().count();
        assert!(count <= 15, "{count} words: {sentence}");
    }
    let grade = textstat::flesch_kincaid_grade(&text);
    assert!(grade <= 6.0, "grade {grade}");
}

#[test]
fn a_paper_is_shown_where_there_is_a_program_for_it() {
    let pretend = Pretend::default();
    let pdf = recovery_sheet(&key()).pdf(&words()).expect("it can be printed");
    let ready = Ready { name: "Spare key sheet".to_owned(), pdf };
    let show = || block_on(pretend.devices().viewer.show(ready.clone()));
    assert_eq!(show(), Ok(()));
    pretend.without_viewer(true);
    assert_eq!(show(), Err(Problem::NoViewer));
    let shown = pretend.papers_shown();
    assert!(shown.len() == 1 && shown[0].pdf == ready.pdf);
}

#[test]
fn every_kind_of_block_can_be_printed() {
    let english = words();
    let point = |key| Point::of(&english, english.phrase(key));
    let plain = |words: &str| Point::of(&english, Phrase::own(words));
    let long = "This sentence goes on. ".repeat(150);
    let paper = Read::paper(&Paper {
        title: "A paper with everything".to_owned(),
        blocks: vec![
            Block::Heading("Points".to_owned()),
            Block::List(Mark::Dot, vec![plain("One"), plain("Two"), point("recovery-use-open")]),
            Block::Heading("Facts".to_owned()),
            Block::Facts(vec![
                Fact { label: "Name".to_owned(), value: Some("Zoë 🚌 Łucja".to_owned()) },
                Fact { label: "A long label that needs two lines".to_owned(), value: None },
            ]),
            Block::Words(long),
            Block::NewPage,
            Block::NewPage,
            Block::Heading("The end".to_owned()),
        ],
    });
    let paper = paper.kept("everything");
    let found = paper.outline(paper.children(paper.root())[0]);
    assert_eq!(
        found,
        "Document(H1 H2 L(LI(Lbl LBody(P)) LI(Lbl LBody(P)) LI(Lbl LBody(Figure P))) H2 Table(TR(TH TD) TR(TH \
         TD(Figure))) P H2)"
    );
    // Two breaks are one: no page is empty.
    assert_eq!(paper.pages(), 7);
    assert!(paper.text().ends_with("The end A paper with everything Page 7 of 7"), "{}", paper.text());
    assert!(paper.text().contains("Zoë ? Łucja"));
    assert_eq!(paper.text().matches("This sentence goes on.").count(), 150);
}

/// All words on a paper, and what its tags say it is. It is kept to be looked at.
pub fn read(pdf: &[u8], name: &str) -> (String, String) {
    let document = Document::load_mem(pdf).expect("it is a PDF");
    let paper = Read { document, bytes: pdf.to_vec() }.kept(name);
    (paper.text(), paper.outline(paper.children(paper.root())[0]))
}

#[test]
fn a_table_has_its_headings_and_what_each_row_is_also_over_several_pages() {
    let row =
        |number: usize| vec![format!("{number} March"), "Elm House to Mill Road Clinic".to_owned(), "£4".to_owned()];
    let heads = ["Day", "From and to", "Fare"].map(str::to_owned).to_vec();
    let table = Table { heads, shares: vec![0.25, 0.5, 0.25], rows: (1..=40).map(row).collect() };
    let paper = Paper { title: "What trips cost".to_owned(), blocks: vec![Block::Table(table)] };
    let paper = Read::paper(&paper).kept("table");
    assert!(paper.pages() > 1);
    // It is one table, and each page begins with its headings.
    let (found, heads, row) = (paper.outline(paper.children(paper.root())[0]), "TR(TH TH TH)", "TR(TH TD TD)");
    assert!(found.starts_with(&format!("Document(H1 Table({heads} {row}")), "{found}");
    assert_eq!(found.matches("Table(").count(), 1);
    assert_eq!((found.matches(heads).count(), found.matches(row).count()), (paper.pages(), 40));
    for page in 1..=paper.pages() {
        let text = paper.document.extract_text(&[page as u32]).expect("it has text");
        let (head, first) = (text.find("From and to"), text.find("Elm House to"));
        assert!(head.is_some() && head < first, "page {page}: {text}");
    }
    let heads = paper.tagged("TH", paper.root());
    let scope = |kind: &str| heads.iter().filter(|head| format!("{head:?}").contains(kind)).count();
    assert_eq!((scope("Column"), scope("Row")), (3 * paper.pages(), 40));
    assert_eq!(paper.text().matches("Elm House to Mill Road Clinic").count(), 40);
    // A table of nothing is its headings.
    let empty = Table { heads: vec!["Day".to_owned()], shares: vec![1.0], rows: Vec::new() };
    let paper = Read::paper(&Paper { title: "None".to_owned(), blocks: vec![Block::Table(empty)] });
    assert_eq!(paper.pages(), 1);
}

#[test]
fn small_cards_stand_in_their_order_and_none_is_cut() {
    let english = words();
    let card = |number: usize| Card {
        place: (number > 1).then(|| format!("{number} of 9, Mill Road Clinic, 3 March")),
        title: format!("Card {number}."),
        lines: (0..number).map(|line| format!("Line {line} of card {number} says a little more.")).collect(),
        photo: None,
        picture: Point::of(&english, english.phrase("recovery-use-open")).picture,
    };
    let title = "Cards".to_owned();
    let paper = Read::paper(&Paper { title, blocks: vec![Block::Cards((1..=9).map(card).collect())] }).kept("cards");
    let text = paper.text();
    let mut rest = text.as_str();
    for number in 1..=9 {
        if number > 1 {
            assert!(rest.contains(&format!("{number} of 9, Mill Road Clinic, 3 March")), "{rest}");
        }
        let wanted = format!("Card {number}.");
        let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted:?} is not in what follows: {rest}"));
        rest = &rest[at + wanted.len()..];
        let last = format!("Line {} of card {number} says", number - 1);
        assert!(rest.contains(&last), "{last:?} is not in what follows: {rest}");
    }
    let found = paper.outline(paper.children(paper.root())[0]);
    let list = |lines: usize| {
        let place = if lines > 1 { "P " } else { "" };
        format!("LI(LBody({place}Figure P{}))", " P".repeat(lines))
    };
    let all: Vec<_> = (1..=9).map(list).collect();
    assert_eq!(found, format!("Document(H1 L({}))", all.join(" ")));
    // A card that is longer than a page is not cut off.
    let long = Card {
        place: None,
        title: "Long".to_owned(),
        lines: vec!["One more word. ".repeat(200)],
        picture: None,
        photo: None,
    };
    let long = Paper { title: "Long".to_owned(), blocks: vec![Block::Cards(vec![long])] };
    assert_eq!(long.pdf(&english), Err(Problem::CannotPrint));
}
