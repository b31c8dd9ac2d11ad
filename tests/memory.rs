//! Who has left leaves no keys behind: after a lock the memory of the program holds none of their secrets.
#![cfg(target_os = "linux")]
use std::fs::{self, File};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity as Opener;
use alongside::devices::keyring::Keyring as _;
use alongside::devices::pretend::Pretend;
use alongside::domain::person::PersonId;
use alongside::domain::space::Space;
use alongside::domain::way_in::Chosen;
use alongside::store::disk::RealDisk;
use alongside::store::keys::Keys;
use alongside::store::keys::computer::Computer as Machine;

use crate::person::Computer;

/// The folder, for the process that is looked into.
const FOLDER: &str = "ALONGSIDE_MEMORY";
/// What it looks for. It never holds it as it is: it would find itself.
const MASKED: &str = "ALONGSIDE_MEMORY_MASKED";
const MASK: u8 = 0xa5;

/// A secret under a mask, and whether it must be in memory while its person is in.
struct Secret {
    name: String,
    masked: Vec<u8>,
    in_use: bool,
}

fn masked(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| byte ^ MASK).collect()
}

/// The secret of an age key as it is used, and as it is written.
fn both(name: &str, key: &Opener) -> [Secret; 2] {
    let text = key.to_string();
    let (_, bytes) = bech32::decode(text.expose_secret()).expect("it is Bech32");
    let letters = &text.expose_secret()["AGE-SECRET-KEY-1".len()..];
    [
        Secret { name: name.to_owned(), masked: masked(&bytes), in_use: true },
        Secret { name: format!("{name}-in-letters"), masked: masked(letters.as_bytes()), in_use: false },
    ]
}

/// Sam's secrets in this folder.
fn secrets_of_sam(computer: &Computer) -> Vec<Secret> {
    let team = computer.store().hall().expect("the folder opens").team();
    let keyring = Arc::new(computer.devices.clone());
    let machine = Machine::open(Arc::new(RealDisk), keyring.clone(), computer.folder.clone()).expect("it opens");
    let sam = PersonId("sam".to_owned());
    let slot = machine.slot(&sam).expect("Sam has a slot");
    assert!(keyring.get(&slot.key).is_err(), "the key of the slot lies in a file");
    let key = fs::read(computer.folder.join("slots").join(format!("{}.key", slot.key))).expect("it is there");
    let identity = machine.open_slot(&slot, &Chosen::Nothing).expect("it opens").expect("it opens");
    let papers: Vec<_> = crate::sealed::files(&computer.folder)
        .into_iter()
        .filter(|file| {
            file.extension().is_some_and(|end| end == "key")
                && !file.parent().is_some_and(|folder| folder.ends_with("slots"))
        })
        .map(|file| fs::read(file).expect("it is there"))
        .collect();
    let spaces: Vec<_> = Space::all(&team).into_iter().filter(|space| *space != Space::Team).collect();
    let held = Keys::new(machine, &papers).held_by(&identity, &spaces);
    assert!(held.len() > 4, "{} keys", held.len());
    let seed = identity.signer.to_bytes();
    let mut secrets: Vec<_> = both("opener", &identity.opener).into();
    secrets.push(Secret { name: "signer".to_owned(), masked: masked(&seed), in_use: true });
    let hex = hex::encode(seed);
    secrets.push(Secret { name: "signer-in-letters".to_owned(), masked: masked(hex.as_bytes()), in_use: false });
    secrets.push(Secret { name: "slot".to_owned(), masked: masked(&key), in_use: false });
    secrets.extend(held.iter().flat_map(|(space, key)| both(&space.name(), key)));
    secrets
}

/// The places in memory that can be written, without the one in which they are looked at.
fn places(but: &Range<u64>) -> Vec<(Range<u64>, String)> {
    let maps = fs::read_to_string("/proc/self/maps").expect("Linux has it");
    let mut places = Vec::new();
    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (Some(range), Some(rights)) = (parts.next(), parts.next()) else { continue };
        let name = parts.nth(3).unwrap_or("nameless").to_owned();
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').expect("from and to");
        let edge = |text| u64::from_str_radix(text, 16).expect("a number");
        let (from, to) = (edge(from), edge(to));
        for part in [from..to.min(but.start), from.max(but.end)..to] {
            if part.start < part.end {
                places.push((part, name.clone()));
            }
        }
    }
    places
}

const PIECE: usize = 4 << 20;
/// No secret is longer.
const LONGEST: usize = 128;

/// The names of the secrets that are in memory now, and where.
fn found(secrets: &[Secret]) -> Vec<(String, String)> {
    let mut piece = vec![0_u8; PIECE];
    let here = piece.as_ptr() as u64;
    let own = here..here + PIECE as u64;
    let mut begins = vec![false; 1 << 16];
    let begin = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    secrets.iter().for_each(|secret| begins[begin(&secret.masked)] = true);
    let memory = File::open("/proc/self/mem").expect("Linux has it");
    let mut found = Vec::new();
    for (place, name) in places(&own) {
        let mut at = place.start;
        while at < place.end {
            let size = PIECE.min((place.end - at) as usize);
            let Ok(read) = memory.read_at(&mut piece[..size], at) else { break };
            piece[..read].iter_mut().for_each(|byte| *byte ^= MASK);
            for (index, two) in piece[..read].windows(2).enumerate() {
                if begins[begin(two)] {
                    let here = secrets.iter().filter(|secret| piece[index..read].starts_with(&secret.masked));
                    found.extend(here.map(|secret| (secret.name.clone(), format!("{name} {:x}", at + index as u64))));
                }
            }
            at += if read > LONGEST && read == size && size == PIECE { read - LONGEST } else { read.max(1) } as u64;
        }
    }
    found
}

/// Not a test by itself: what the process does that looks into its own memory.
#[test]
fn looks_into_its_own_memory() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let given = std::env::var(MASKED).expect("the parent gives it");
    let secrets: Vec<_> = given
        .split(',')
        .map(|one| {
            let mut parts = one.split('=');
            let mut next = || parts.next().expect("three parts").to_owned();
            let (name, in_use) = (next(), next() == "true");
            Secret { name, in_use, masked: hex::decode(next()).expect("hexadecimal") }
        })
        .collect();
    let computer = Computer::with_folder(folder.into(), Pretend::without_keyring());
    let mut sam = computer.start();
    sam.sees("Who are you?");
    assert_eq!(found(&secrets), [], "nobody has come in yet");
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.sees("First, you.");
    let here = found(&secrets);
    for secret in secrets.iter().filter(|secret| secret.in_use) {
        assert!(here.iter().any(|(name, _)| *name == secret.name), "{} is in use, and was not found", secret.name);
    }
    let letters: Vec<_> =
        here.iter().filter(|(name, _)| secrets.iter().any(|one| one.name == *name && !one.in_use)).collect();
    assert!(letters.is_empty(), "only for opening, and then wiped: {letters:?}");
    assert!(computer.devices.watchman.locks());
    sam.sees("We locked this. Your work is safe.");
    // The threads that opened something end when they have had nothing to do for ten seconds.
    std::thread::sleep(Duration::from_secs(13));
    sam.window.settle();
    assert_eq!(found(&secrets), [], "it is locked");
}

#[test]
fn after_a_lock_no_key_of_who_was_in_is_left_in_memory() {
    let temporary = tempfile::tempdir().expect("a folder");
    let computer = Computer::with_folder(temporary.path().join("practice"), Pretend::without_keyring());
    let secrets = secrets_of_sam(&computer);
    let given: Vec<_> = secrets
        .iter()
        .map(|secret| format!("{}={}={}", secret.name, secret.in_use, hex::encode(&secret.masked)))
        .collect();
    let child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "memory::looks_into_its_own_memory", "--nocapture"])
        .env(FOLDER, &computer.folder)
        .env(MASKED, given.join(","))
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&child.stderr).into_owned();
    assert!(child.status.success(), "{said}");
}
