//! Overlap: two sentences that say the same.
//!
//! Sentences that were taken in, whether one more repeats any of them out. Near-linear: frequent terms are looked up in
//! the latest sentences only.

use super::reading::{Reading, shared};
use crate::sort;
use crate::table::Set;

/// Shared topic terms, as a share of the shorter sentence's, from which two sentences say the same.
const SHARE_MAX: f32 = 0.55;
/// Fewer topic terms are too few to judge by.
const TERMS_MIN: usize = 4;
/// So many words in the same order say the same.
const RUN_WORDS: usize = 7;
/// So many of the sentences taken last are looked at for each term.
const HOLDERS_MAX: usize = 64;

/// Sentences that are in the summary, ready to be compared with.
pub(super) struct Taken {
    /// For each term the taken sentences that hold it.
    holders: Vec<Vec<u32>>,
    /// Number of terms of each taken sentence.
    sizes: Vec<usize>,
    runs: Set<u64>,
}

impl Taken {
    pub fn new(reading: &Reading<'_>) -> Self {
        Self { holders: vec![Vec::new(); reading.holders.len()], sizes: Vec::new(), runs: Set::default() }
    }

    /// Takes a sentence in.
    pub fn add(&mut self, reading: &Reading<'_>, place: usize) {
        let terms = reading.terms_of(place);
        for &term in terms {
            self.holders[term as usize].push(self.sizes.len() as u32);
        }
        self.sizes.push(terms.len());
        self.runs.extend(runs(reading, place));
    }

    /// True where a taken sentence says what this one does.
    pub fn says(&self, reading: &Reading<'_>, place: usize) -> bool {
        if runs(reading, place).any(|run| self.runs.contains(&run)) {
            return true;
        }
        let terms = reading.terms_of(place);
        let mut shared: Vec<u32> = Vec::new();
        for &term in terms {
            shared.extend(self.holders[term as usize].iter().rev().take(HOLDERS_MAX));
        }
        sort::plain(&mut shared);
        shared.chunk_by(|a, b| a == b).any(|same| {
            let shorter = self.sizes[same[0] as usize].min(terms.len());
            shorter >= TERMS_MIN && same.len() as f32 >= SHARE_MAX * shorter as f32
        })
    }

    /// Share of a sentence's topic terms that the taken sentences have.
    pub fn covers(&self, reading: &Reading<'_>, place: usize) -> f32 {
        let terms = reading.terms_of(place);
        let held = terms.iter().filter(|&&term| !self.holders[term as usize].is_empty()).count();
        held as f32 / terms.len().max(1) as f32
    }
}

/// True where two sentences say the same.
pub(super) fn says_the_same(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (x, y) = (reading.terms_of(a), reading.terms_of(b));
    let shorter = x.len().min(y.len());
    let both = shared(x, y).count();
    let mut runs_of_a: Vec<u64> = runs(reading, a).collect();
    sort::plain(&mut runs_of_a);
    let share = shorter >= TERMS_MIN && both as f32 >= SHARE_MAX * shorter as f32;
    share || (both > 0 && runs(reading, b).any(|run| runs_of_a.binary_search(&run).is_ok()))
}

/// A number for each run of `RUN_WORDS` words of a sentence.
fn runs<'r>(reading: &'r Reading<'_>, place: usize) -> impl Iterator<Item = u64> + 'r {
    let words = reading.words(place);
    // FNV-1a over term numbers.
    words.windows(RUN_WORDS).map(|run| {
        run.iter()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| (hash ^ u64::from(word.term)).wrapping_mul(0x100_0000_01b3))
    })
}
