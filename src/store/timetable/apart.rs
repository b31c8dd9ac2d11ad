//! Reads on a thread of its own, some way ahead: the long table is unpacked while what came before is taken in.
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The bytes of one piece.
const PIECE: usize = 256 * 1024;
/// How many pieces are read ahead.
const AHEAD: usize = 4;

/// What a thread reads, piece by piece. When it is dropped, the thread ends.
pub struct Apart {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    at: usize,
}

impl Apart {
    /// Begins to read on a thread: this opens what it reads there.
    pub fn begin(
        read: impl FnOnce(&mut dyn FnMut(&mut dyn Read) -> io::Result<()>) -> io::Result<()> + Send + 'static,
    ) -> Self {
        let (ahead, pieces) = sync_channel(AHEAD);
        let _thread = std::thread::spawn(move || {
            let ended = read(&mut |from| pass_on(from, &ahead));
            if let Err(error) = ended {
                // Nobody may be reading any more.
                let _ = ahead.send(Err(error));
            }
        });
        Self { pieces, piece: Vec::new(), at: 0 }
    }
}

fn pass_on(from: &mut dyn Read, ahead: &SyncSender<io::Result<Vec<u8>>>) -> io::Result<()> {
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        let count = from.take(PIECE as u64).read_to_end(&mut piece)?;
        if count == 0 || ahead.send(Ok(piece)).is_err() {
            return Ok(());
        }
    }
}

impl Read for Apart {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            match self.pieces.recv() {
                Ok(piece) => (self.piece, self.at) = (piece?, 0),
                // The thread has come to the end.
                Err(_) => return Ok(0),
            }
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let count = rest.len().min(into.len());
        let (Some(to), Some(from)) = (into.get_mut(..count), rest.get(..count)) else { return Ok(0) };
        to.copy_from_slice(from);
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_it_comes_in_order_and_so_does_an_error() {
        let long: Vec<u8> = (0..3 * PIECE + 7).map(|number| (number % 251) as u8).collect();
        let given = long.clone();
        let mut read = Vec::new();
        let count = Apart::begin(move |pass| pass(&mut given.as_slice())).read_to_end(&mut read);
        assert_eq!((count.expect("it is read"), read), (long.len(), long.clone()));
        let mut cut = Apart::begin(move |pass| {
            pass(&mut long.as_slice())?;
            Err(io::ErrorKind::InvalidData.into())
        });
        let ended = cut.read_to_end(&mut Vec::new()).map_err(|error| error.kind());
        assert_eq!(ended, Err(io::ErrorKind::InvalidData));
    }

    #[test]
    fn a_thread_ends_when_nobody_reads_any_more() {
        let (ended, waits) = sync_channel(1);
        let apart = Apart::begin(move |pass| {
            let done = pass(&mut io::repeat(7));
            let _ = ended.send(());
            done
        });
        drop(apart);
        assert_eq!(waits.recv(), Ok(()));
    }
}
