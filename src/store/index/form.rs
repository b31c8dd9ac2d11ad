//! The form of an index: the hash of what it fits, then rows of one length each, then a signature.
//!
//! All numbers are little-endian. Rows are written piece by piece, so that nobody who reads or saves meanwhile waits
//! longer than for one piece; if something is saved meanwhile, the index is given up, and written again later.
use std::io::{self, Read, Write};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use crate::store::catalogue::Catalogue;
use crate::store::catalogue::document::{Document, Head, Key, NONE};
use crate::store::catalogue::files::{DROPPED, File, Files};
use crate::store::listing::{Month, Name};
use crate::store::locked;

/// Documents are written in pieces of so many.
const PIECE: usize = 4096;
/// The bytes of a file: its month, number, hash and document.
const FILE: usize = 4 + 4 + 8 + 4;
/// The bytes of a document: its key, list, file, place in the order of everything, what stays at hand, and signs.
const DOCUMENT: usize = 16 + 4 + HEAD + 1;
/// The bytes of a state: its file, place in the order of everything, the length of what stays at hand, and a sign.
const HEAD: usize = 4 + 8 + 4 + 1;
/// The most bytes of the table at the beginning.
const MOST_TABLE: usize = 16 * 1024 * 1024;

/// What stands at the beginning: how much there is of everything.
#[derive(Debug, Serialize, Deserialize)]
struct Table {
    highest: u64,
    months: Vec<Month>,
    files: u64,
    lists: u64,
    documents: u64,
    /// States beside the newest.
    others: u64,
    heap: u64,
}

/// How a catalogue is laid out in an index.
pub struct Form {
    table: Table,
    changes: u64,
    /// The files, in the order of their months and names.
    files: Vec<File>,
    /// The number of each file in that order, by its number in the catalogue.
    file_numbers: Vec<u32>,
    /// The documents, in the order in which their newest states were saved, and the number of each by its old one.
    documents: Vec<u32>,
    document_numbers: Vec<u32>,
    lists: Vec<Key>,
}

impl Form {
    /// How this catalogue is laid out.
    pub fn of(catalogue: &Mutex<Catalogue>) -> Self {
        let (files, months, mut places, lists, highest, changes, others, heap) = {
            let catalogue = locked(catalogue);
            let documents = catalogue.documents();
            let places: Vec<_> = (0_u32..)
                .zip(documents)
                .map(|(number, document)| (document.newest.lamport, document.key, number))
                .collect();
            let others: usize = documents.iter().map(|document| document.others.len()).sum();
            let heap: u64 = documents.iter().flat_map(Document::heads).map(|head| u64::from(head.kept.1)).sum();
            let files = (catalogue.files.all().to_vec(), catalogue.files.months().to_vec());
            let lists = catalogue.list_keys().to_vec();
            (files.0, files.1, places, lists, catalogue.highest(), catalogue.changes(), others, heap)
        };
        places.sort_unstable();
        let documents: Vec<_> = places.into_iter().map(|(_, _, number)| number).collect();
        let document_numbers = turned(&documents, documents.len());
        let mut order: Vec<_> = (0_u32..).zip(&files).filter(|(_, file)| file.document != DROPPED).collect();
        order.sort_unstable_by_key(|(_, file)| (months.get(file.month as usize), file.name));
        let order: Vec<_> = order.into_iter().map(|(number, _)| number).collect();
        let file_numbers = turned(&order, files.len());
        let files = order.iter().filter_map(|number| files.get(*number as usize).copied()).collect::<Vec<_>>();
        let table = Table {
            highest,
            months,
            files: files.len() as u64,
            lists: lists.len() as u64,
            documents: documents.len() as u64,
            others: others as u64,
            heap,
        };
        Self { table, changes, files, file_numbers, documents, document_numbers, lists }
    }

    /// How often the catalogue had changed.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// As the disk tells, and when the catalogue has changed meanwhile.
    pub fn write<W: Write>(&self, out: &mut Writer<W>, catalogue: &Mutex<Catalogue>) -> io::Result<()> {
        let table = postcard::to_stdvec(&self.table).map_err(io::Error::other)?;
        out.bytes(&(table.len() as u32).to_le_bytes())?;
        out.bytes(&table)?;
        for files in self.files.chunks(PIECE) {
            let mut rows = Vec::with_capacity(files.len() * FILE);
            for file in files {
                rows.extend(file.month.to_le_bytes());
                rows.extend(file.name.number.to_le_bytes());
                rows.extend(file.name.hash.to_le_bytes());
                rows.extend(new_number(&self.document_numbers, file.document).to_le_bytes());
            }
            out.bytes(&rows)?;
        }
        self.lists.iter().try_for_each(|list| out.bytes(list))?;
        self.pieces(catalogue, out, |catalogue, _, document, rows| {
            document.heads().for_each(|head| rows.extend(catalogue.bytes(head.kept)));
        })?;
        self.pieces(catalogue, out, |_, _, document, rows| {
            rows.extend(document.key);
            rows.extend(document.list.to_le_bytes());
            self.head(document.newest, rows);
            rows.push(u8::from(document.newer));
        })?;
        self.pieces(catalogue, out, |_, number, document, rows| {
            for head in &document.others {
                rows.extend(number.to_le_bytes());
                self.head(*head, rows);
            }
        })
    }

    fn head(&self, head: Head, rows: &mut Vec<u8>) {
        let file = if head.file == NONE { NONE } else { new_number(&self.file_numbers, head.file) };
        rows.extend(file.to_le_bytes());
        rows.extend(head.lamport.to_le_bytes());
        rows.extend(head.kept.1.to_le_bytes());
        rows.push(u8::from(head.known_schema));
    }

    /// Writes something of each document.
    fn pieces<W: Write>(
        &self,
        catalogue: &Mutex<Catalogue>,
        out: &mut Writer<W>,
        row: impl Fn(&Catalogue, u32, &Document, &mut Vec<u8>),
    ) -> io::Result<()> {
        let mut number = 0;
        for piece in self.documents.chunks(PIECE) {
            let mut rows = Vec::new();
            {
                let catalogue = locked(catalogue);
                if catalogue.changes() != self.changes {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                for document in piece.iter().filter_map(|old| catalogue.documents().get(*old as usize)) {
                    row(&catalogue, number, document, &mut rows);
                    number += 1;
                }
            }
            out.bytes(&rows)?;
        }
        Ok(())
    }
}

/// Where each number stands in an order: the other way round.
fn turned(order: &[u32], length: usize) -> Vec<u32> {
    let mut turned = vec![NONE; length];
    for (new, old) in (0_u32..).zip(order) {
        if let Some(place) = turned.get_mut(*old as usize) {
            *place = new;
        }
    }
    turned
}

/// The new number of something, or what stands for none.
fn new_number(numbers: &[u32], old: u32) -> u32 {
    numbers.get(old as usize).copied().unwrap_or(old)
}

/// Writes, and hashes what was written.
pub struct Writer<W> {
    out: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Writer<W> {
    /// Nothing is written yet.
    pub fn new(out: W) -> Self {
        Self { out, hasher: blake3::Hasher::new() }
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// As the disk tells.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let _ = self.hasher.update(bytes);
        self.out.write_all(bytes)
    }

    /// The hash of what was written so far, in hexadecimal.
    pub fn hash(&self) -> String {
        self.hasher.finalize().to_hex().to_string()
    }

    /// What it was written to.
    pub fn into_inner(self) -> W {
        self.out
    }
}

/// Reads, and hashes what was read.
pub struct Reader<R> {
    from: R,
    /// The most bytes that there can still be: room is made for no more, whatever an index says of itself.
    left: u64,
    hasher: blake3::Hasher,
}

/// An index that was read, and not yet believed.
pub struct Found {
    table: Table,
    files: Vec<File>,
    lists: Vec<Key>,
    heap: Vec<u8>,
    documents: Vec<u8>,
    others: Vec<u8>,
}

impl<R: Read> Reader<R> {
    /// Nothing is read yet of what has so many bytes at most.
    pub fn new(from: R, left: u64) -> Self {
        Self { from, left, hasher: blake3::Hasher::new() }
    }

    /// So many bytes. `None` when there are not so many.
    pub fn bytes(&mut self, length: usize) -> Option<Vec<u8>> {
        self.left = self.left.checked_sub(length as u64)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(length).ok()?;
        let _ = self.from.by_ref().take(length as u64).read_to_end(&mut bytes).ok()?;
        let _ = self.hasher.update(&bytes);
        (bytes.len() == length).then_some(bytes)
    }

    /// So many rows of so many bytes, piece by piece.
    fn rows<T>(&mut self, rows: u64, row: usize, read: impl Fn(&mut Row<'_>) -> Option<T>) -> Option<Vec<T>> {
        let mut left = usize::try_from(rows).ok().filter(|rows| *rows as u64 <= self.left / row as u64)?;
        let mut all = Vec::new();
        all.try_reserve_exact(left).ok()?;
        while left > 0 {
            let piece = left.min(PIECE);
            let bytes = self.bytes(piece * row)?;
            for row in bytes.chunks_exact(row) {
                all.push(read(&mut Row(row))?);
            }
            left -= piece;
        }
        Some(all)
    }

    /// Reads all of it but the signature.
    pub fn read(&mut self) -> Option<Found> {
        let length = u32::from_le_bytes(self.bytes(4)?.try_into().ok()?) as usize;
        let table: Table =
            postcard::from_bytes(&self.bytes(Some(length).filter(|length| *length <= MOST_TABLE)?)?).ok()?;
        let files = self.rows(table.files, FILE, |row| {
            let month = row.u32()?;
            Some(File { month, name: Name { number: row.u32()?, hash: row.u64()? }, document: row.u32()? })
        })?;
        let lists = self.rows(table.lists, 16, |row| {
            let list: Key = row.take()?;
            Some(list)
        })?;
        let heap = self.bytes(usize::try_from(table.heap).ok()?)?;
        let documents = self.bytes(usize::try_from(table.documents).ok()?.checked_mul(DOCUMENT)?)?;
        let others = self.bytes(usize::try_from(table.others).ok()?.checked_mul(4 + HEAD)?)?;
        Some(Found { table, files, lists, heap, documents, others })
    }

    /// The hash of what was read so far, in hexadecimal.
    pub fn hash(&self) -> String {
        self.hasher.finalize().to_hex().to_string()
    }
}

impl Found {
    /// The catalogue that it remembers.
    pub fn catalogue(self) -> Option<Catalogue> {
        let Self { table, files, lists, heap, documents, others } = self;
        let mut catalogue = Catalogue::default();
        catalogue.has_seen(table.highest);
        catalogue.files = Files::of(table.months, files);
        catalogue.begin((documents.len() / DOCUMENT, lists.len()), heap);
        let mut others = others.chunks_exact(4 + HEAD).map(Row).peekable();
        let mut at = 0;
        for (number, row) in (0_u32..).zip(documents.chunks_exact(DOCUMENT)) {
            let mut row = Row(row);
            let (key, list) = (row.take()?, row.u32()?);
            let newest = &mut row;
            let mut document = Document { list, ..Document::new(key) };
            // What stays at hand lies in this order: other states first.
            let (file, lamport, length, known_schema) = newest.head()?;
            let mut beside = Vec::new();
            while let Some(mut row) = others.next_if(|row| row.peek() == Some(number)) {
                let _ = row.u32()?;
                let (file, lamport, length, known_schema) = row.head()?;
                beside.push(Head { file, lamport, kept: (at, length), known_schema });
                at = at.checked_add(length)?;
            }
            document.newest = Head { file, lamport, kept: (at, length), known_schema };
            at = at.checked_add(if file == NONE { 0 } else { length })?;
            document.others = beside.into_boxed_slice();
            document.newer = row.take::<1>()? == [1];
            let list = lists.get(list as usize).copied();
            catalogue.put_back(document, list);
        }
        Some(catalogue)
    }
}

/// A row, and what is left of it to read.
struct Row<'a>(&'a [u8]);

impl Row<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, left) = self.0.split_first_chunk::<N>()?;
        self.0 = left;
        Some(*taken)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    /// The number that it begins with.
    fn peek(&self) -> Option<u32> {
        self.0.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// A state: its file, its place in the order of everything, the length of what stays at hand, and a sign.
    fn head(&mut self) -> Option<(u32, u64, u32, bool)> {
        Some((self.u32()?, self.u64()?, self.u32()?, self.take::<1>()? == [1]))
    }
}
