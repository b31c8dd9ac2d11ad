//! A slot of this computer: a person's identity, sealed with a key that needs this computer and what the person chose.
//!
//! The key is made from 32 random bytes that the system's password keeper holds, and from Argon2id of what the person
//! chose. Neither opens it alone. Where there is no password keeper the random bytes lie in a file beside, and
//! [`Slot::guarded`] says so.
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::identity::Identity;
use crate::devices::keyring::Key;
use crate::domain::way_in::{Chosen, Way};
use crate::problem::Problem;

/// How slowly a choice is made into a key: Argon2id with 64 MiB, 3 passes, 1 lane (RFC 9106, section 4, second
/// recommendation; about 0.2 s on one core). Stored beside each slot, so that it can grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slowness {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// What new slots use.
pub const SLOWNESS: Slowness = Slowness { memory: 64 * 1024, passes: 3, lanes: 1 };

/// The most that is believed of a slot's file: more would let a strange file use up the computer.
const MOST: Slowness = Slowness { memory: 1024 * 1024, passes: 16, lanes: 4 };

/// A sealed identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The way in that the person chose. It shows pictures to choose from, never which are right.
    pub way: Way,
    /// The name of the random bytes in the password keeper, or in the file beside: new with each slot, so that an
    /// old slot is of no use once they are forgotten.
    pub key: String,
    /// Whether the password keeper has them.
    pub guarded: bool,
    slowness: Slowness,
    #[serde(with = "hex")]
    salt: [u8; 16],
    #[serde(with = "hex")]
    nonce: [u8; 24],
    #[serde(with = "hex")]
    sealed: Vec<u8>,
    /// Whether the way in is sealed together with the identity. Slots of an earlier program have it beside.
    #[serde(default)]
    whole: bool,
}

impl Slot {
    /// Seals an identity.
    ///
    /// # Errors
    /// Only where there is no randomness, or no memory for Argon2id.
    pub fn seal(
        identity: &Identity,
        (way, chosen): (Way, &Chosen),
        (name, key, guarded): (String, &Key, bool),
        root: &str,
    ) -> Result<Self, Problem> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        getrandom::fill(&mut salt).map_err(|_| Problem::CannotWrite)?;
        getrandom::fill(&mut nonce).map_err(|_| Problem::CannotWrite)?;
        let mut slot =
            Self { way, key: name, guarded, slowness: SLOWNESS, salt, nonce, sealed: Vec::new(), whole: true };
        let cipher = slot.cipher(key, chosen).ok_or(Problem::CannotWrite)?;
        let bundle = identity.to_bytes()?;
        let beside = slot.beside(root).ok_or(Problem::CannotWrite)?;
        let payload = Payload { msg: bundle.as_slice(), aad: beside.as_bytes() };
        slot.sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Problem::CannotWrite)?;
        Ok(slot)
    }

    /// Opens it. It takes as long for a wrong choice as for the right one, and nothing says what was wrong with it.
    #[must_use]
    pub fn open(&self, key: &Key, chosen: &Chosen, root: &str) -> Option<Identity> {
        let beside = self.beside(root)?;
        let payload = Payload { msg: self.sealed.as_slice(), aad: beside.as_bytes() };
        let bundle = Zeroizing::new(self.cipher(key, chosen)?.decrypt(&XNonce::from(self.nonce), payload).ok()?);
        Identity::read(&bundle)
    }

    /// What is sealed together with an identity: the root of the vault that it belongs to, and the way in. Whoever
    /// puts another root into `device.ron`, or shows other pictures, finds that the slot does not open any more.
    fn beside(&self, root: &str) -> Option<String> {
        let way = if self.whole { format!("|{}", ron::ser::to_string(&self.way).ok()?) } else { String::new() };
        Some(format!("{}|{root}{way}", self.key))
    }

    fn cipher(&self, key: &Key, chosen: &Chosen) -> Option<XChaCha20Poly1305> {
        let mut material = Zeroizing::new([0; 64]);
        material[..32].copy_from_slice(key.as_slice());
        // Who is known by this computer alone chooses nothing: nothing has to be guessed slowly.
        if let Some(secret) = chosen.secret() {
            let Slowness { memory, passes, lanes } = self.slowness;
            if memory > MOST.memory || passes > MOST.passes || lanes > MOST.lanes {
                return None;
            }
            let params = Params::new(memory, passes, lanes, Some(32)).ok()?;
            let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon.hash_password_into(secret.as_bytes(), &self.salt, &mut material[32..]).ok()?;
        }
        let key = Zeroizing::new(blake3::derive_key("alongside-slot-1", material.as_slice()));
        Some(XChaCha20Poly1305::new(key.as_slice().into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::new([byte; 32])
    }

    #[test]
    fn it_opens_with_this_computer_and_this_choice_and_nothing_else() {
        let identity = Identity::generate().expect("randomness");
        let word = Chosen::word(" Purple   Teapot ");
        let slot =
            Slot::seal(&identity, (Way::Word, &word), ("name".to_owned(), &key(7), true), "root").expect("it seals");
        assert!(
            slot.open(&key(7), &Chosen::word("purple teapot"), "root")
                .is_some_and(|back| back.card() == identity.card())
        );
        assert!(slot.open(&key(7), &Chosen::word("purple teapo"), "root").is_none());
        assert!(slot.open(&key(7), &Chosen::Nothing, "root").is_none());
        assert!(slot.open(&key(8), &word, "root").is_none());
        assert!(slot.open(&key(7), &word, "another root").is_none());
        let text = ron::ser::to_string(&slot).expect("it can be written");
        assert!(!text.to_lowercase().contains("teapot"));
        assert_eq!(ron::from_str::<Slot>(&text).expect("it can be read"), slot);
        let greedy = text.replace("memory:65536", "memory:99999999");
        let greedy: Slot = ron::from_str(&greedy).expect("it can be read");
        assert!(greedy.open(&key(7), &word, "root").is_none(), "a strange file must not use up the memory");
    }

    #[test]
    fn each_bit_of_its_file_counts() {
        let identity = Identity::generate().expect("randomness");
        // Nothing is chosen here, so that no guess takes its time; the way has pictures to be changed.
        let way = Way::Mine { shown: vec!["bus".to_owned(), "tea".to_owned()], count: 1 };
        let made = Slot::seal(&identity, (way, &Chosen::Nothing), ("name".to_owned(), &key(1), true), "root");
        let slot = made.expect("it seals");
        let file = ron::ser::to_string(&slot).expect("it can be written").into_bytes();
        for bit in 0..file.len() * 8 {
            let mut changed = file.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let Ok(changed) = ron::de::from_bytes::<Slot>(&changed) else { continue };
            // Hexadecimal in capitals says the same, and so does another cost where nothing was chosen. Who has the
            // random bytes is found out by asking for them.
            let same = Slot { slowness: slot.slowness, guarded: slot.guarded, salt: slot.salt, ..changed.clone() };
            assert!(same == slot || changed.open(&key(1), &Chosen::Nothing, "root").is_none(), "bit {bit}");
        }
    }

    #[test]
    fn a_slot_of_an_earlier_program_still_opens() {
        let identity = Identity::generate().expect("randomness");
        let mut slot =
            Slot::seal(&identity, (Way::Photo, &Chosen::Nothing), ("name".to_owned(), &key(1), true), "root")
                .expect("it seals");
        slot.whole = false;
        let cipher = slot.cipher(&key(1), &Chosen::Nothing).expect("a key");
        let bundle = identity.to_bytes().expect("it can be written");
        let payload = Payload { msg: bundle.as_slice(), aad: b"name|root" };
        slot.sealed = cipher.encrypt(&XNonce::from(slot.nonce), payload).expect("it seals");
        let text = ron::ser::to_string(&slot).expect("it can be written").replace(",whole:false", "");
        let slot: Slot = ron::from_str(&text).expect("it can be read");
        assert!(slot.open(&key(1), &Chosen::Nothing, "root").is_some_and(|back| back.card() == identity.card()));
    }
}
