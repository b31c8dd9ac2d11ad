//! The text in one plain alphabet: what the British voice can say, signs, and no odd spaces.
use std::ops::Range;

mod latin;

/// Stands for a letter or digit that cannot be said in English, such as one of Arabic or Chinese.
pub const UNSAYABLE: char = '\u{FFFD}';

/// Stands for a character with no look and no sound of its own, at the start of a word.
pub const SILENT: char = '\u{200B}';

/// The text as plain characters, and where each came from.
///
/// Letters are ASCII, digits are ASCII, every odd space is a space, every line break a `\n`,
/// quotes and dashes are the keyboard's. Signs are left as they are.
pub struct Folded {
    /// The plain characters.
    pub text: String,
    /// For each byte of `text`, where its character began in the source; then the source's length.
    from: Vec<usize>,
}

impl Folded {
    /// Folds the whole text.
    pub fn of(source: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(source.len()), from: Vec::with_capacity(source.len() + 1) };
        for (place, c) in source.char_indices() {
            folded.push(c);
            folded.from.resize(folded.text.len(), place);
        }
        folded.from.push(source.len());
        folded
    }

    /// Where a stretch of `text` came from, in bytes of the source.
    pub fn source(&self, place: Range<usize>) -> Range<usize> {
        self.from[place.start]..self.from[place.end]
    }

    fn push(&mut self, c: char) {
        match c {
            ' '..='~' => self.text.push(c),
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                self.text.push('\n');
            }
            c if c.is_whitespace() => self.text.push(' '),
            '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' | '＇' => self.text.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => self.text.push('"'),
            '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '－' => self.text.push('-'),
            '―' => self.text.push('—'),
            '⁄' | '∕' => self.text.push('/'),
            '‥' => self.text.push('…'),
            '‼' => self.text.push_str("!!"),
            '⁇' => self.text.push_str("??"),
            '⁈' => self.text.push_str("?!"),
            '⁉' => self.text.push_str("!?"),
            'º' => self.text.push('°'),
            '℃' => self.text.push_str("°C"),
            '℉' => self.text.push_str("°F"),
            '！'..='／' | '：'..='＠' => self.text.push_str(&wide_sign(c)),
            c if hidden(c) && !c.is_alphanumeric() => self.hide(),
            c => self.letter_or_sign(c),
        }
    }

    fn letter_or_sign(&mut self, c: char) {
        if latin::plain(c, &mut self.text) {
            return;
        }
        if let Some(number) = number(c) {
            self.text.push_str(&number.to_string());
        } else if c.is_alphanumeric() && !is_fraction_or_power(c) {
            self.text.push(UNSAYABLE);
        } else {
            self.text.push(c);
        }
    }

    /// A hidden character belongs to what stands before it: it parts no word.
    fn hide(&mut self) {
        if self.text.ends_with([' ', '\n']) || self.text.is_empty() {
            self.text.push(SILENT);
        }
    }
}

/// Signs that count as digits in Unicode, and are said by their own rules.
pub fn is_fraction_or_power(c: char) -> bool {
    matches!(c, '²' | '³' | '¼'..='¾' | '⅐'..='⅞')
}

fn wide_sign(c: char) -> String {
    // The wide signs of East Asian keyboards lie in the order of ASCII.
    char::from_u32(c as u32 - 0xFF01 + 0x21).map_or_else(String::new, String::from)
}

/// Digits of other scripts, and numbers in circles, powers and Roman shapes.
fn number(c: char) -> Option<u32> {
    let code = c as u32;
    /// The zeros of scripts whose ten digits lie in order: Arabic, Urdu, Devanagari, Bengali,
    /// Gurmukhi, Gujarati, Tamil, Thai, subscript, wide.
    const ZEROS: [u32; 10] = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xE50, 0x2080, 0xFF10];
    /// Roman numbers of the Unicode block, in order.
    const ROMAN: [u32; 16] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000];
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
        return Some(code - zero);
    }
    match code {
        0xB9 => Some(1),
        0x2070 | 0x2074..=0x2079 => Some(code - 0x2070),
        0x2460..=0x2473 => Some(code - 0x2460 + 1),
        0x2160..=0x217F => Some(ROMAN[(code as usize - 0x2160) % 16]),
        0x1D7CE..=0x1D7FF => Some((code - 0x1D7CE) % 10),
        _ => None,
    }
}

/// Marks that sit on the letter before, joiners, directions, skin tones, and control characters.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{FEFF}'
            | '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
            | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        assert_eq!(Folded::of(source).text, expected, "{source:?}");
    }

    #[test]
    fn every_character_has_its_plain_form() {
        check("Caf\u{e9} d\u{174}r, cafe\u{301}", "Cafe dWr, cafe");
        check("a\u{A0}b\u{3000}c\td", "a b c d");
        check("one\r\ntwo\u{2028}three", "one\n\ntwo\nthree");
        check("“it’s” 10–15 — so…", "\"it's\" 10-15 — so…");
        check("٣ ۳ ३ ３ ③ Ⅻ ³ ½", "3 3 3 3 3 12 ³ ½");
        check("9：20！", "9:20!");
        check("soft\u{AD}hyphen \u{200D}x", "softhyphen \u{200B}x");
        check("أ中", "\u{FFFD}\u{FFFD}");
        check("👍🏽 21℃", "👍 21°C");
    }

    #[test]
    fn each_place_leads_back_to_its_source() {
        let source = "ﬁn é…x";
        let folded = Folded::of(source);
        assert_eq!(folded.text, "fin e…x");
        let back = |part: &str| {
            let start = folded.text.find(part).expect("there");
            &source[folded.source(start..start + part.len())]
        };
        assert_eq!(back("fin"), "ﬁn");
        assert_eq!(back("e"), "é");
        assert_eq!(back("…x"), "…x");
        assert_eq!(back("fin e…x"), source);
    }
}
