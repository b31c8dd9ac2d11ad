//! Numbers that look random and are the same each time, for random lives of recordings.

/// Numbers that look random, the same each time (xorshift64, Marsaglia 2003).
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}
