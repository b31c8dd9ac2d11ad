//! Whole UK postcodes in typed words, with or without their space, in capitals or not.
use std::ops::Range;

/// All postcode areas (Royal Mail; ONS Postcode Directory): "a4 3rd" is no postcode, for there is no area A.
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO",
    "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK",
    "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA",
    "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN",
    "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK",
    "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB",
    "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// Every whole postcode. The first half alone is a district of thousands, and nobody's address.
pub fn all(words: &str) -> Vec<Range<usize>> {
    let all = pieces(words);
    let mut found = Vec::new();
    for (index, piece) in all.iter().enumerate() {
        let text = &words[piece.clone()];
        let next = all.get(index + 1).filter(|next| words[piece.end..next.start].trim_matches(' ').is_empty());
        if let Some(next) = next.filter(|next| is_outward(text) && is_inward(&words[(*next).clone()])) {
            found.push(piece.start..next.end);
        } else if text.is_ascii()
            && let Some((outward, inward)) = text.len().checked_sub(3).map(|middle| text.split_at(middle))
            && is_outward(outward)
            && is_inward(inward)
        {
            found.push(piece.clone());
        }
    }
    found
}

/// Runs of letters and digits.
fn pieces(words: &str) -> Vec<Range<usize>> {
    let apart = |letter: char| !letter.is_alphanumeric();
    let start = |piece: &str| piece.as_ptr() as usize - words.as_ptr() as usize;
    words.split(apart).filter(|piece| !piece.is_empty()).map(|piece| start(piece)..start(piece) + piece.len()).collect()
}

/// M1, B33, SW1A: an area, a district of one or two digits, and in London perhaps a letter.
fn is_outward(piece: &str) -> bool {
    let piece = piece.to_ascii_uppercase();
    let digit = piece.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let (area, district) = piece.split_at(digit);
    let district = match district.as_bytes() {
        [number] => number.is_ascii_digit(),
        [number, last] => number.is_ascii_digit() && last.is_ascii_alphanumeric(),
        _ => false,
    };
    district && AREAS.contains(&area)
}

/// 1AE: a digit and two letters. C, I, K, M, O and V are never used there (BS 7666): 2pm is a time.
fn is_inward(piece: &str) -> bool {
    let unit = |letter: &u8| letter.is_ascii_alphabetic() && !b"CIKMOV".contains(&letter.to_ascii_uppercase());
    matches!(piece.as_bytes(), [sector, one, two] if sector.is_ascii_digit() && unit(one) && unit(two))
}
