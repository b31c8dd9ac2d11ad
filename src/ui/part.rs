//! What a part of a screen says about itself, for every way of reading it.
use iced::Rectangle;

/// What kind of part it is: the names are AccessKit's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// One answer of several that can be picked together.
    CheckBox,
    /// One answer of several of which one can be picked.
    RadioButton,
    /// Words.
    Label,
    /// The heading of the page.
    Heading,
    /// A picture or sign that means something by itself.
    Image,
    /// A field for one line.
    TextInput,
    /// A field for many lines.
    MultilineTextInput,
    /// How far a piece of work has come.
    ProgressIndicator,
    /// Words that have just changed and matter now.
    Status,
}

impl Role {
    /// Whether keys can act on it.
    #[must_use]
    pub fn is_control(self) -> bool {
        matches!(self, Self::Button | Self::CheckBox | Self::RadioButton | Self::TextInput | Self::MultilineTextInput)
    }
}

/// The areas of a page, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Zone {
    /// The heading and its helper line.
    Heading,
    /// The line above the heading.
    Top,
    /// The content.
    #[default]
    Content,
    /// The buttons at the bottom.
    Actions,
    /// The rail.
    Rail,
}

/// One part of a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name in this screen: the same part keeps it while the screen is open.
    pub id: String,
    /// What kind it is.
    pub role: Role,
    /// The words shown.
    pub name: String,
    /// The words said.
    pub spoken: String,
    /// The picture shown with the words.
    pub picture: Option<String>,
    /// Whether it is off.
    pub disabled: bool,
    /// Whether it is picked, where it can be.
    pub checked: Option<bool>,
    /// What is typed in a field.
    pub value: Option<String>,
    /// Where the typing mark stands in `value`, in characters.
    pub caret: Option<usize>,
    /// Whether "read me this screen" passes it over: ears, and the fixed keys.
    pub quiet: bool,
}

impl Part {
    /// A part with these words.
    #[must_use]
    pub fn new(id: impl Into<String>, role: Role, phrase: &crate::words::Phrase) -> Self {
        Self {
            id: id.into(),
            role,
            name: phrase.shown.clone(),
            spoken: phrase.spoken.clone(),
            picture: phrase.picture.clone(),
            disabled: false,
            checked: None,
            value: None,
            caret: None,
            quiet: false,
        }
    }

    /// The same part, passed over by "read me this screen".
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// The same part, picked or not.
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }
}

/// What a widget hands to an operation (`Operation::custom`), and what an operation may ask of it.
#[derive(Debug)]
pub struct Report {
    /// The part.
    pub part: Part,
    /// Set by an operation: press it.
    pub press: bool,
}

impl Report {
    /// A report that asks nothing yet.
    #[must_use]
    pub fn of(part: Part) -> Self {
        Self { part, press: false }
    }
}

/// Handed to operations where a new area of the page begins.
#[derive(Debug, Clone, Copy)]
pub struct Begins(pub Zone);

/// A part and where it stands in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The part.
    pub part: Part,
    /// The area it stands in.
    pub zone: Zone,
    /// Its bounds in logical pixels.
    pub bounds: Rectangle,
}
