//! The privacy guard: a gentle question where a full name or a health number was typed.

/// What somebody typed that may name a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Ten digits, as an NHS number has.
    TenDigits,
    /// Two words or more that look like a full name.
    FullName,
}

/// Looks for what may name a person in free words.
#[must_use]
pub fn look_in(words: &str) -> Option<Finding> {
    if has_ten_digits(words) {
        return Some(Finding::TenDigits);
    }
    has_full_name(words).then_some(Finding::FullName)
}

/// First letters, as in "J B": `Ok` gives them tidied. More than that needs a question.
///
/// # Errors
/// What was found in their place.
pub fn first_letters(words: &str) -> Result<String, Finding> {
    if has_ten_digits(words) {
        return Err(Finding::TenDigits);
    }
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
    if fine { Ok(letters.join(" ")) } else { Err(Finding::FullName) }
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

/// Ten digits in a row, with spaces or hyphens between them as people write them.
fn has_ten_digits(words: &str) -> bool {
    let mut run = 0;
    let mut longest = 0;
    for letter in words.chars() {
        match letter {
            '0'..='9' => run += 1,
            ' ' | '-' if run > 0 => {}
            _ => run = 0,
        }
        longest = longest.max(run);
    }
    longest == 10
}

/// Two words in a row that start with a capital, the first of them not at the start of a sentence.
///
/// It is a question, not a rule: it may be wrong both ways, so it only ever asks.
fn has_full_name(words: &str) -> bool {
    let is_name = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let all: Vec<&str> = words.split_whitespace().collect();
    all.windows(2).enumerate().any(|(index, pair)| {
        let [first, second] = pair else { return false };
        let starts = index == 0 || all[index - 1].ends_with(['.', '?', '!']);
        let one_after_the_other = is_name(first) && is_name(second) && !first.ends_with(['.', '?', '!', ',']);
        // "Jane Brown" alone is a name; "The Hub" at the start of a sentence may not be.
        one_after_the_other && (!starts || all.len() == 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_are_tidied_and_names_are_questioned() {
        let check = |typed: &str, expected| assert_eq!(first_letters(typed), expected, "{typed}");
        check("J B", Ok("J B".to_owned()));
        check("jb", Ok("J B".to_owned()));
        check("j.b.", Ok("J B".to_owned()));
        check("M", Ok("M".to_owned()));
        check("A-M K", Ok("A M K".to_owned()));
        check("J Brown", Err(Finding::FullName));
        check("Jane", Err(Finding::FullName));
        check("943 476 5919", Err(Finding::TenDigits));
        check("J 7", Err(Finding::FullName));
    }

    #[test]
    fn free_words_are_questioned_only_where_they_may_name_a_person() {
        let check = |typed: &str, expected| assert_eq!(look_in(typed), expected, "{typed}");
        check("We went to the park.", None);
        check("They said they want to go home.", None);
        check("We saw Jane Brown at the park.", Some(Finding::FullName));
        check("Jane Brown", Some(Finding::FullName));
        check("The number is 943 476 5919.", Some(Finding::TenDigits));
        check("Ring 01632 960 123.", None);
        check("J B was calm. We talked.", None);
    }

    #[test]
    fn letters_are_offered_for_a_name() {
        assert_eq!(letters_of("Jane Brown"), "J B");
        assert_eq!(letters_of("J Brown"), "J B");
    }
}
