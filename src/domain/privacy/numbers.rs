//! Numbers that name a person: NHS numbers by their check digit, phone numbers by how they begin.
use std::ops::Range;

/// How many signs people put between two groups of one number at most: " - ".
const BETWEEN: usize = 3;

/// Groups of digits with only such signs between them.
type Chain = Vec<Range<usize>>;

/// Every valid NHS number, however its ten digits are grouped.
pub fn health(words: &str) -> Vec<Range<usize>> {
    let chains = chains(words);
    let all = chains.iter().flat_map(|chain| windows(chain));
    all.filter(|groups| is_health_number(&digits(words, groups))).map(whole).collect()
}

/// Every phone number: British ones as Ofcom's National Telephone Numbering Plan begins them, and any with a plus.
pub fn phones(words: &str) -> Vec<Range<usize>> {
    let chains = chains(words);
    let all = chains.iter().flat_map(|chain| windows(chain));
    let phone = |groups: &[Range<usize>]| {
        let (at, digits) = (whole(groups), digits(words, groups));
        let plus = words[..at.start].ends_with('+');
        let is_phone = if plus { (8..=15).contains(&digits.len()) } else { is_british(&digits) };
        is_phone.then(|| at.start - usize::from(plus)..at.end)
    };
    // The longest at one place: a number of 11 digits begins like one of 10.
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in all.filter_map(phone) {
        match found.iter_mut().find(|other| other.start == at.start) {
            Some(other) => other.end = other.end.max(at.end),
            None => found.push(at),
        }
    }
    found
}

/// Ten digits in one group, or written 3-3-4 as NHS numbers are.
pub fn ten_digits(words: &str) -> Vec<Range<usize>> {
    let chains = chains(words);
    let all = chains.iter().flat_map(|chain| windows(chain));
    let lengths = |groups: &[Range<usize>]| groups.iter().map(Range::len).collect::<Vec<_>>();
    all.filter(|groups| matches!(lengths(groups)[..], [10] | [3, 3, 4])).map(whole).collect()
}

/// The check of the NHS Data Dictionary, "NHS number": the first nine digits times 10 down to 2, added up; the
/// remainder by 11 taken from 11 is the tenth digit, where 11 is 0 and 10 is no number at all.
fn is_health_number(digits: &[u32]) -> bool {
    let [first @ .., check] = digits else { return false };
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    first.len() == 9 && (11 - sum % 11) % 11 == *check
}

/// 0 and nine or ten digits more; 0044 and as many.
fn is_british(digits: &[u32]) -> bool {
    match digits {
        [0, 0, 4, 4, rest @ ..] => (9..=11).contains(&rest.len()),
        [0, 1 | 2 | 3 | 5 | 7 | 8 | 9, rest @ ..] => (8..=9).contains(&rest.len()),
        _ => false,
    }
}

/// All runs of whole groups in a chain that may be one number.
fn windows(chain: &[Range<usize>]) -> impl Iterator<Item = &[Range<usize>]> {
    let ends = move |start: usize| (start + 1..=chain.len()).map(move |end| &chain[start..end]);
    (0..chain.len()).flat_map(move |start| {
        let short = |groups: &&[Range<usize>]| groups.iter().map(Range::len).sum::<usize>() <= 15;
        ends(start).take_while(short)
    })
}

fn whole(groups: &[Range<usize>]) -> Range<usize> {
    let start = groups.first().map_or(0, |group| group.start);
    start..groups.last().map_or(start, |group| group.end)
}

fn digits(words: &str, groups: &[Range<usize>]) -> Vec<u32> {
    let letters = groups.iter().flat_map(|group| words[group.clone()].chars());
    letters.filter_map(|letter| letter.to_digit(10)).collect()
}

fn chains(words: &str) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for group in groups(words) {
        let before = chains.last().and_then(|chain| chain.last()).map(|last| &words[last.end..group.start]);
        let joined = before.is_some_and(|between| between.chars().count() <= BETWEEN && between.chars().all(joins));
        match chains.last_mut().filter(|_| joined) {
            Some(chain) => chain.push(group),
            None => chains.push(vec![group]),
        }
    }
    chains
}

/// Signs that stand between the groups of one number: spaces, hyphens, dashes, dots and brackets.
fn joins(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// All runs of digits, but not those of times, of dates with strokes, and of money.
fn groups(words: &str) -> Vec<Range<usize>> {
    let mut groups: Chain = Vec::new();
    for (at, _) in words.match_indices(|letter: char| letter.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups.retain(|group| {
        let before = words[..group.start].chars().next_back();
        let after = words[group.end..].chars().next();
        let minutes = before == Some(':') && group.len() <= 2;
        let part = matches!(before, Some('/' | '£')) || matches!(after, Some(':' | '/'));
        // A long number may stand after such a sign: "NHS no:943".
        !(minutes || (part && group.len() <= 4))
    });
    groups
}
