//! (stand-in)
use std::ops::Range;
/// x
#[derive(Debug, Clone, Default)]
pub struct SayLike;
/// x
pub struct Spoken {
    /// x
    pub source: Range<usize>,
    /// x
    pub words: String,
}
/// x
#[must_use]
pub fn sentences(text: &str, _say: &SayLike) -> Vec<Spoken> {
    vec![Spoken { source: 0..text.len(), words: text.to_owned() }]
}
