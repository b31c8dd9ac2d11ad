//! Money in words: "£4.50", "90p".
use super::{Phrase, Words};

impl Words {
    /// An amount of pence.
    #[must_use]
    pub fn money(&self, pence: u64) -> Phrase {
        let (pounds, rest) = (pence / 100, pence % 100);
        match (pounds, rest) {
            (0, rest) => self.phrase_with("money-pence", [("pence", rest.to_string().into())]),
            (pounds, 0) => self.phrase_with("money-pounds", [("pounds", pounds.to_string().into())]),
            (pounds, rest) => self.phrase_with(
                "money-both",
                [("pounds", pounds.to_string().into()), ("pence", format!("{rest:02}").into())],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_pounds_and_two_digits_of_pence() {
        let words = Words::in_language("en-GB");
        for (pence, expected) in [(0, "0p"), (90, "90p"), (405, "£4.05"), (450, "£4.50"), (1_200, "£12")] {
            assert_eq!(words.money(pence).shown, expected);
        }
    }
}
