//! The recovery key as it stands on paper, and as a person types it in again.
//!
//! It is an age secret key: `AGE-SECRET-KEY-1` and 58 letters. Only the 58 are read and typed. They stand in lines of
//! four groups of four, and each line ends in its own check number, so that a slip is found where it was made.
use age::secrecy::{ExposeSecret as _, SecretString};
use bech32::Bech32;
use bech32::primitives::decode::CheckedHrpstring;

/// What every age secret key begins with.
pub const BEGINS: &str = "AGE-SECRET-KEY-1";

/// The letters of a key, each at its value: Bech32 (BIP 173), which leaves out 1, B, I and O.
const LETTERS: &[u8; 32] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

/// How many letters follow [`BEGINS`]: 52 for the key of 32 bytes, 6 for the check of the whole.
const LENGTH: usize = 58;

/// Letters in a full line, and in a group.
pub const LINE: usize = 16;
/// Letters in a group. People copy four at a time without looking up in between.
pub const GROUP: usize = 4;

/// How many lines there are.
pub const LINES: usize = LENGTH.div_ceil(LINE);

/// A line of the key on paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its letters, in groups of up to [`GROUP`].
    pub groups: Vec<String>,
    /// Its check number, of two digits.
    pub check: String,
}

/// Where a person slipped while typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Nothing was typed in this line.
    Empty {
        /// Its number, from 1.
        line: usize,
    },
    /// Letters are missing in this line.
    TooFew {
        /// Its number, from 1.
        line: usize,
        /// How many.
        missing: usize,
    },
    /// This line has more than it has on paper.
    TooMany {
        /// Its number, from 1.
        line: usize,
    },
    /// A sign in this line is in no key.
    Strange {
        /// Its number, from 1.
        line: usize,
        /// The sign.
        sign: char,
    },
    /// This line does not fit its check number.
    Wrong {
        /// Its number, from 1.
        line: usize,
    },
    /// What was typed in this line stands in another on paper.
    OtherLine {
        /// Its number, from 1.
        line: usize,
        /// The number of the other.
        is: usize,
    },
    /// Each line could be right, the whole is not. So it is, too, when check numbers were left out.
    Somewhere,
}

/// The lines of a key for paper. `None` if it is no age secret key.
#[must_use]
pub fn lines(key: &SecretString) -> Option<Vec<Line>> {
    let key = key.expose_secret();
    is_whole(key).then_some(())?;
    let letters = key.strip_prefix(BEGINS)?.as_bytes();
    let text = |letters: &[u8]| String::from_utf8_lossy(letters).into_owned();
    let line = |(at, letters): (usize, &[u8])| Line {
        number: at + 1,
        groups: letters.chunks(GROUP).map(text).collect(),
        check: check(at + 1, letters),
    };
    Some(letters.chunks(LINE).enumerate().map(line).collect())
}

/// Reads what a person typed, line by line, or all of it in one.
///
/// Spaces, hyphens and small letters do not matter. O is read as 0, I and 1 as L, B as 8: no key has those letters.
/// A check number can be left out; then a slip in its line is found only in the whole.
///
/// # Errors
/// The first [`Slip`] from the top.
pub fn read(typed: &[&str]) -> Result<SecretString, Slip> {
    let lines: Vec<Vec<char>> = match typed {
        [all] => in_lines(&signs(all)),
        lines => lines.iter().map(|line| without_beginning(signs(line), LINE + 2)).collect(),
    };
    if lines.iter().skip(LINES).any(|line| !line.is_empty()) {
        return Err(Slip::TooMany { line: LINES + 1 });
    }
    let none = Vec::new();
    let typed: Vec<_> = (1..=LINES).map(|line| Typed::read(line, lines.get(line - 1).unwrap_or(&none))).collect();
    // What grows leaves copies behind.
    let mut key = String::with_capacity(BEGINS.len() + LENGTH);
    key.push_str(BEGINS);
    for (at, line) in typed.iter().enumerate() {
        match line {
            Ok(line) if line.fits(at + 1) => key.extend(line.letters.iter().copied().map(char::from)),
            Ok(line) => {
                let is = (1..=LINES).find(|other| line.fits(*other) && !fits_itself(&typed, *other));
                return Err(is.map_or(Slip::Wrong { line: at + 1 }, |is| Slip::OtherLine { line: at + 1, is }));
            }
            Err(slip) => return Err(*slip),
        }
    }
    if is_whole(&key) { Ok(key.into()) } else { Err(Slip::Somewhere) }
}

fn fits_itself(typed: &[Result<Typed, Slip>], line: usize) -> bool {
    typed[line - 1].as_ref().is_ok_and(|typed| typed.fits(line))
}

/// One line as it was typed.
struct Typed {
    letters: Vec<u8>,
    check: Option<String>,
}

impl Typed {
    fn read(line: usize, signs: &[char]) -> Result<Self, Slip> {
        let length = length_of(line);
        if signs.is_empty() {
            return Err(Slip::Empty { line });
        }
        if signs.len() > length + 2 {
            return Err(Slip::TooMany { line });
        }
        let (letters, check) = signs.split_at(signs.len().min(length));
        let letters = letters
            .iter()
            .map(|sign| letter(*sign).ok_or(Slip::Strange { line, sign: *sign }))
            .collect::<Result<Vec<_>, _>>()?;
        let check = check
            .iter()
            .map(|sign| digit(*sign).ok_or(Slip::Strange { line, sign: *sign }))
            .collect::<Result<String, _>>()?;
        match check.len() {
            0 if letters.len() < length => Err(Slip::TooFew { line, missing: length - letters.len() }),
            0 => Ok(Self { letters, check: None }),
            // A check number of one digit is one letter too few: which, nobody can say.
            1 => Err(Slip::TooFew { line, missing: 1 }),
            _ => Ok(Self { letters, check: Some(check) }),
        }
    }

    /// Whether this can be the line of that number.
    fn fits(&self, line: usize) -> bool {
        let fits = |check: &String| *check == self::check(line, &self.letters);
        self.letters.len() == length_of(line) && self.check.as_ref().is_none_or(fits)
    }
}

/// How many letters the line of this number has.
fn length_of(line: usize) -> usize {
    LINE.min(LENGTH.saturating_sub((line - 1) * LINE))
}

/// All that counts of what was typed, in capitals.
fn signs(typed: &str) -> Vec<char> {
    let counts = |sign: &char| !sign.is_whitespace() && !['-', '–', '—', '.', ',', ':'].contains(sign);
    typed.chars().filter(counts).map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The key without [`BEGINS`], if that was typed as well. What is short enough without has not got it.
fn without_beginning(typed: Vec<char>, most: usize) -> Vec<char> {
    let begins = signs(BEGINS);
    let same = |(one, other): (&char, &char)| letter(*one) == letter(*other);
    let has_it = typed.len() > most.min(LENGTH) && typed.iter().zip(&begins).all(same);
    if has_it { typed[begins.len()..].to_vec() } else { typed }
}

/// All lines, where they were typed or pasted as one: with check numbers if that is how long it is.
fn in_lines(typed: &[char]) -> Vec<Vec<char>> {
    let typed = without_beginning(typed.to_vec(), LENGTH + 2 * LINES);
    let check = if typed.len() > LENGTH { 2 } else { 0 };
    let mut rest = typed.as_slice();
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let length = if lines.len() < LINES { length_of(lines.len() + 1) + check } else { rest.len() };
        let (line, after) = rest.split_at(length.min(rest.len()));
        lines.push(line.to_vec());
        rest = after;
    }
    lines
}

/// The letter of a key that a person meant.
fn letter(sign: char) -> Option<u8> {
    let meant = match sign {
        'O' => b'0',
        'I' | '1' => b'L',
        'B' => b'8',
        other => u8::try_from(other).ok()?,
    };
    LETTERS.contains(&meant).then_some(meant)
}

/// The digit that a person meant.
fn digit(sign: char) -> Option<char> {
    match sign {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        'B' => Some('8'),
        digit => digit.is_ascii_digit().then_some(digit),
    }
}

/// The check number of a line: the number that its letters are to the base of 32, after the number of the line,
/// modulo 97.
///
/// 97 is a prime above 32, and 32 comes back to 1 modulo 97 only after 48 times. So one wrong letter, any two that
/// changed places, and a line in the place of another always show; of other slips 96 in 97 do.
fn check(line: usize, letters: &[u8]) -> String {
    let value = |letter: &u8| LETTERS.iter().position(|other| other == letter).unwrap_or_default();
    let number = letters.iter().map(value).fold(line, |number, value| (number * 32 + value) % 97);
    format!("{number:02}")
}

/// Whether this is an age secret key, by its own check.
fn is_whole(key: &str) -> bool {
    let checked = CheckedHrpstring::new::<Bech32>(key);
    key.len() == BEGINS.len() + LENGTH && checked.is_ok_and(|checked| checked.byte_iter().len() == 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(bytes: [u8; 32]) -> SecretString {
        let begins = bech32::Hrp::parse("age-secret-key-").expect("a beginning");
        bech32::encode_upper::<Bech32>(begins, &bytes).expect("a key").into()
    }

    /// Each line as somebody types it who leaves nothing out.
    fn typed(key: &SecretString) -> Vec<String> {
        let lines = lines(key).expect("a key");
        lines.iter().map(|line| format!("{} {}", line.groups.join(" "), line.check)).collect()
    }

    fn read_all(typed: &[String]) -> Result<SecretString, Slip> {
        read(&typed.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn is_read_as(typed: &[String], key: &SecretString) -> bool {
        read_all(typed).is_ok_and(|read| read.expose_secret() == key.expose_secret())
    }

    #[test]
    fn it_is_a_key_that_age_knows() {
        let made = age::x25519::Identity::generate();
        let key = made.to_string();
        let read = read_all(&typed(&key)).expect("it was typed well");
        let again: age::x25519::Identity = read.expose_secret().parse().expect("age knows it");
        assert_eq!(again.to_public().to_string(), made.to_public().to_string());
    }

    #[test]
    fn four_lines_of_four_groups() {
        let lines = lines(&key([7; 32])).expect("a key");
        let lengths: Vec<_> = lines.iter().map(|line| line.groups.concat().len()).collect();
        assert_eq!(lengths, [16, 16, 16, 10]);
        assert!(lines.iter().all(|line| line.check.len() == 2));
        assert!(super::lines(&"AGE-SECRET-KEY-1QQQQ".to_owned().into()).is_none());
    }

    #[test]
    fn what_is_missing_is_named() {
        let key = key([3; 32]);
        let mut lines = typed(&key);
        lines[2] = String::new();
        assert_eq!(read_all(&lines).err(), Some(Slip::Empty { line: 3 }));
        lines[2] = "QQQQ QQ".to_owned();
        assert_eq!(read_all(&lines).err(), Some(Slip::TooFew { line: 3, missing: 10 }));
        lines[2] = typed(&key)[2].clone() + "4";
        assert_eq!(read_all(&lines).err(), Some(Slip::TooMany { line: 3 }));
        lines[2] = typed(&key)[2].clone();
        lines[2].replace_range(5..6, "?");
        assert_eq!(read_all(&lines).err(), Some(Slip::Strange { line: 3, sign: '?' }));
        lines[2] = typed(&key)[2].clone();
        lines.push("QQQQ".to_owned());
        assert_eq!(read_all(&lines).err(), Some(Slip::TooMany { line: 5 }));
        assert_eq!(read(&[]).err(), Some(Slip::Empty { line: 1 }));
    }

    proptest! {
        #[test]
        fn however_it_is_typed_it_is_read(bytes: [u8; 32], small: bool, spaced: bool, confused: bool, checked: bool, begun: bool) {
            let key = key(bytes);
            let mut lines = typed(&key);
            for line in &mut lines {
                if !checked { line.truncate(line.len() - 3); }
                if spaced { *line = line.chars().flat_map(|sign| [sign, ' ']).collect(); } else { line.retain(|sign| sign != ' '); }
                if confused { *line = line.replace('0', "O").replace('8', "B").replace('L', "1"); }
                if small { *line = line.to_lowercase(); }
            }
            if begun { lines[0] = format!("age secret key 1 {}", lines[0]); }
            prop_assert!(is_read_as(&lines, &key));
            // Pasted, or typed without a new line.
            prop_assert!(is_read_as(&[lines.concat()], &key));
            prop_assert!(is_read_as(&[key.expose_secret().to_owned()], &key));
        }

        #[test]
        fn one_wrong_letter_is_found_in_its_line(bytes: [u8; 32], at in 0..LENGTH, other in 0..32usize) {
            let mut lines = typed(&key(bytes));
            let (line, place) = (at / LINE, at % LINE + at % LINE / GROUP);
            let other = char::from(LETTERS[other]).to_string();
            prop_assume!(lines[line][place..=place] != other);
            lines[line].replace_range(place..=place, &other);
            prop_assert_eq!(read_all(&lines).err(), Some(Slip::Wrong { line: line + 1 }));
        }

        #[test]
        fn two_letters_that_changed_places_are_found(bytes: [u8; 32], line in 0..LINES, one in 0..LINE, two in 0..LINE) {
            let mut lines = typed(&key(bytes));
            let mut letters: Vec<char> = lines[line].chars().filter(|sign| *sign != ' ').collect();
            let length = letters.len() - 2;
            prop_assume!(letters[one % length] != letters[two % length]);
            letters.swap(one % length, two % length);
            lines[line] = letters.into_iter().collect();
            prop_assert_eq!(read_all(&lines).err(), Some(Slip::Wrong { line: line + 1 }));
        }

        #[test]
        fn lines_that_changed_places_are_named(bytes: [u8; 32], one in 0..3usize, two in 0..3usize) {
            prop_assume!(one < two);
            let mut lines = typed(&key(bytes));
            prop_assume!(lines[one][..LINE + 3] != lines[two][..LINE + 3]);
            lines.swap(one, two);
            prop_assert_eq!(read_all(&lines).err(), Some(Slip::OtherLine { line: one + 1, is: two + 1 }));
        }

        #[test]
        fn without_check_numbers_the_whole_is_still_checked(bytes: [u8; 32], at in 0..LENGTH, other in 0..32usize) {
            let key = key(bytes);
            let mut letters = key.expose_secret()[BEGINS.len()..].to_owned();
            let other = char::from(LETTERS[other]).to_string();
            prop_assume!(letters[at..=at] != other);
            letters.replace_range(at..=at, &other);
            prop_assert_eq!(read(&[&letters]).err(), Some(Slip::Somewhere));
        }

        #[test]
        fn anything_can_be_typed(lines: Vec<String>) {
            drop(read_all(&lines));
        }
    }
}
