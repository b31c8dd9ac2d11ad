//! What two people compare when a computer joins: worked out slowly from the root of a vault and the new computer.
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

use super::identity::Card;
use super::slot::SLOWNESS;
use crate::domain::pairing::Pair;

/// A computer that asks to be let in: all that is public of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    /// The vault that it has a copy of.
    pub vault: String,
    /// Its name.
    pub device: String,
    /// Its public keys.
    pub card: Card,
}

/// The most bytes of what a computer asks: two keys and two names are less than a quarter of it.
pub const MOST_BYTES: usize = 2048;

/// Set before what is compared, so that nothing else comes to the same.
const CONTEXT: &str = "alongside-pairing-1";

impl Asks {
    /// Reads what a computer wrote. `None` for anything else: names are 32 hexadecimal digits, as this program makes
    /// them, so that they lead nowhere else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let asks: Self = (bytes.len() <= MOST_BYTES).then(|| ron::de::from_bytes(bytes).ok())??;
        let is_name =
            |name: &str| name.len() == 32 && name.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        let is_key =
            asks.card.sign.len() == 64 && hex::decode(&asks.card.sign).is_ok() && asks.card.recipient().is_some();
        (is_key && is_name(&asks.vault) && is_name(&asks.device)).then_some(asks)
    }

    /// The bytes of its file.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        Some(ron::ser::to_string(self).ok()?.into_bytes())
    }

    /// What is compared, if the vault has this root. It takes as long as a guess at somebody's pictures: nobody finds
    /// another computer, or another root, that comes to the same while two people look.
    #[must_use]
    pub fn pair(&self, root: &str) -> Option<Pair> {
        let Self { vault, device, card } = self;
        let all = [CONTEXT, vault, root, device, &card.seal, &card.sign].join("\n");
        let params = Params::new(SLOWNESS.memory, SLOWNESS.passes, SLOWNESS.lanes, Some(Pair::BYTES)).ok()?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut bytes = [0; Pair::BYTES];
        argon.hash_password_into(all.as_bytes(), CONTEXT.as_bytes(), &mut bytes).ok()?;
        Some(Pair::of(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::super::identity::Identity;
    use super::*;

    fn asks() -> Asks {
        let card = Identity::generate().expect("randomness").card();
        Asks { vault: "0".repeat(32), device: "1".repeat(32), card }
    }

    #[test]
    fn it_is_the_same_for_the_same_and_for_nothing_else() {
        let one = asks();
        assert_eq!(one.pair("root"), one.pair("root"));
        assert_ne!(one.pair("root"), one.pair("another root"));
        assert_ne!(one.pair("root"), Asks { card: asks().card, ..one.clone() }.pair("root"), "another computer");
        assert_ne!(one.pair("root"), Asks { device: "2".repeat(32), ..one.clone() }.pair("root"));
        assert_ne!(one.pair("root"), Asks { vault: "2".repeat(32), ..one.clone() }.pair("root"));
    }

    #[test]
    fn what_is_not_just_that_is_refused() {
        let one = asks();
        assert_eq!(Asks::read(&one.to_bytes().expect("it can be written")), Some(one.clone()));
        for wrong in [
            Asks { device: "../../device".to_owned(), ..one.clone() },
            Asks { device: String::new(), ..one.clone() },
            Asks { vault: "A".repeat(32), ..one.clone() },
            Asks { card: Card { seal: "age1".to_owned(), ..one.card.clone() }, ..one.clone() },
            Asks { card: Card { sign: "zz".repeat(32), ..one.card.clone() }, ..one.clone() },
        ] {
            assert_eq!(Asks::read(&wrong.to_bytes().expect("it can be written")), None, "{wrong:?}");
        }
        let padded = [one.to_bytes().expect("it can be written"), vec![b' '; MOST_BYTES]].concat();
        assert_eq!(Asks::read(&padded), None, "too large");
        assert_eq!(Asks::read(b"(((((((("), None);
    }
}
