//! The privacy guard: what may name a person in typed words. Health numbers are refused, the rest is asked about.
mod names;
mod numbers;
mod postcodes;

use std::ops::Range;

/// What somebody typed that may name a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Ten digits with the check digit of an NHS number.
    HealthNumber,
    /// A phone number.
    Phone,
    /// Ten digits, as an NHS number has, with another check digit: perhaps mistyped.
    TenDigits,
    /// A whole UK postcode.
    Postcode,
    /// Two words that look like a full name.
    FullName,
}

impl Finding {
    /// Whether it may not stay. All others only ask: they may be wrong, and the person decides.
    #[must_use]
    pub fn is_refused(self) -> bool {
        self == Self::HealthNumber
    }
}

/// What was found, and where in the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub finding: Finding,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

impl Found {
    /// The words without it: a name gives way to its first letters, a number or postcode goes.
    #[must_use]
    pub fn taken_out_of(&self, words: &str) -> String {
        let (before, after) = (&words[..self.at.start], &words[self.at.end..]);
        if self.finding == Finding::FullName {
            return format!("{before}{}{after}", letters_of(&words[self.at.clone()]));
        }
        let goes_on = after.starts_with(char::is_alphanumeric);
        let before = if goes_on { before } else { before.trim_end_matches(' ') };
        let after = if before.is_empty() { after.trim_start() } else { after };
        format!("{before}{after}")
    }
}

/// Looks for what may name a person in free words: the most telling first. What the person said is `fine` is
/// passed over, but not a health number.
#[must_use]
pub fn look_in(words: &str, fine: &[String]) -> Option<Found> {
    let kinds: [(Finding, Vec<Range<usize>>); 5] = [
        (Finding::HealthNumber, numbers::health(words)),
        (Finding::Phone, numbers::phones(words)),
        (Finding::TenDigits, numbers::ten_digits(words)),
        (Finding::Postcode, postcodes::all(words)),
        (Finding::FullName, names::all(words)),
    ];
    let all = kinds.into_iter().flat_map(|(finding, all)| all.into_iter().map(move |at| Found { finding, at }));
    let is_fine = |found: &Found| fine.iter().any(|fine| *fine == words[found.at.clone()]);
    { all }.find(|found| found.finding.is_refused() || !is_fine(found))
}

/// The words without any health number: what may be kept of them.
#[must_use]
pub fn without_health_numbers(words: &str) -> String {
    let mut words = words.to_owned();
    while let Some(at) = numbers::health(&words).into_iter().next() {
        words = Found { finding: Finding::HealthNumber, at }.taken_out_of(&words);
    }
    words
}

/// First letters, as in "J B": `Ok` gives them tidied. More than that needs a question.
///
/// # Errors
/// What was found in their place.
pub fn first_letters(words: &str) -> Result<String, Found> {
    let letters: Vec<String> = words
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-'))
        .filter(|part| !part.is_empty())
        .map(str::to_uppercase)
        .collect();
    // "JB" is two letters that were typed together.
    let letters: Vec<String> = match letters.as_slice() {
        [one] if one.chars().count() <= 3 => one.chars().map(String::from).collect(),
        _ => letters,
    };
    let fine = letters.len() <= 4
        && letters.iter().all(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic));
    if fine {
        return Ok(letters.join(" "));
    }
    let number = look_in(words, &[]).filter(|found| found.finding != Finding::FullName);
    Err(number.unwrap_or(Found { finding: Finding::FullName, at: 0..words.len() }))
}

/// What first letters could be made of a full name, to offer them.
#[must_use]
pub fn letters_of(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|part| part.chars().find(|letter| letter.is_alphabetic()))
        .take(4)
        .map(|letter| letter.to_uppercase().to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
