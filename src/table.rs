//! Tables: hash maps and sets with one quick hasher, the same on every platform. It is made for keys that are numbers or hashes
//! already, and keeps no secret: `docs/security.md` says what an author who aims at one bucket can do.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A hash map; its order says nothing.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;
/// A hash set likewise.
pub type Set<K> = HashSet<K, BuildHasherDefault<Mix>>;

/// Multiplies by an odd number for each part of a key, and mixes the high bits into the low ones at the end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((part, behind)) = rest.split_first_chunk() {
            self.write_u64(u64::from_le_bytes(*part));
            rest = behind;
        }
        self.write_u64(rest.iter().fold(rest.len() as u64, |all, &byte| all << 8 | u64::from(byte)));
    }

    fn write_u32(&mut self, part: u32) {
        self.write_u64(u64::from(part));
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }

    fn finish(&self) -> u64 {
        (self.0 ^ self.0 >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::Hash;

    #[test]
    fn keys_that_are_alike_fall_far_apart() {
        let hash = |key: &dyn Fn(&mut Mix)| {
            let mut mix = Mix::default();
            key(&mut mix);
            mix.finish()
        };
        let of_pair = |a: u32, b: u32| hash(&|mix| (a, b).hash(mix));
        let pairs = (0..64).flat_map(|a| (0..64).map(move |b| (a, b)));
        let (mut low, mut high) = (Set::default(), Set::default());
        for (a, b) in pairs {
            low.insert(of_pair(a, b) % 4096);
            high.insert(of_pair(a, b) >> 52);
        }
        // Four thousand balls in as many buckets leave a third of them empty.
        assert!(low.len() > 2400 && high.len() > 2400, "{} {}", low.len(), high.len());
        assert_ne!(hash(&|mix| vec![1_u32, 2].hash(mix)), hash(&|mix| vec![2_u32, 1].hash(mix)));
    }
}
