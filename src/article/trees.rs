//! Trees: boosted decision trees as a compact table of bytes, and how they are read.
//!
//! The table: number of inputs of the model; the place of each in a row; the logarithm of the leaves' unit; the base in
//! leaf units (two bytes, big end first); then the trees, each in preorder. An inner node is three bytes: input, threshold,
//! number of bytes of its left side (two bytes if the first is 255, which stands before them); a leaf is the byte 254
//! and its value as a signed byte.

/// A model compiled in.
pub(super) struct Trees {
    table: &'static [u8],
}

const LEAF: u8 = 254;
const LONG: u8 = 255;

impl Trees {
    /// The model in a table that `train/` wrote.
    pub(super) const fn new(table: &'static [u8]) -> Self {
        Self { table }
    }

    /// What the model says of a row, in (0, 1): the logistic function of the sum of the leaves reached.
    pub(super) fn probability(&self, row: &[u8]) -> f32 {
        let (sum, unit) = self.sum(row);
        logistic(f64::from(sum) / f64::from(unit)) as f32
    }

    /// The sum of the leaves reached, and how many of its units make 1.
    pub(super) fn sum(&self, row: &[u8]) -> (i32, i32) {
        let [inputs, rest @ ..] = self.table else { return (0, 1) };
        let (inputs, rest) = rest.split_at((*inputs as usize).min(rest.len()));
        let [unit, high, low, trees @ ..] = rest else { return (0, 1) };
        let mut sum = i32::from(i16::from_be_bytes([*high, *low]));
        let mut at = 0;
        while at < trees.len() {
            let (value, next) = walk(trees, at, inputs, row);
            sum += value;
            at = next;
        }
        (sum, 1 << unit)
    }
}

/// Walks one tree from its root: the leaf's value, and where the next tree starts.
fn walk(trees: &[u8], start: usize, inputs: &[u8], row: &[u8]) -> (i32, usize) {
    let mut at = start;
    while at < trees.len() && trees[at] != LEAF {
        let input = inputs.get(trees[at] as usize).and_then(|&place| row.get(place as usize)).copied().unwrap_or(0);
        let (left, bytes) = left_side(trees, at);
        let is_left = trees.get(at + 1).is_some_and(|&threshold| input <= threshold);
        at += if is_left { bytes } else { bytes + left };
    }
    let value = trees.get(at + 1).map_or(0, |&value| i32::from(value as i8));
    (value, skip(trees, start))
}

/// Bytes of a node's left side, and of the node itself.
fn left_side(trees: &[u8], at: usize) -> (usize, usize) {
    let byte = |offset: usize| trees.get(at + offset).copied().map_or(0, usize::from);
    if byte(2) == usize::from(LONG) { (byte(3) << 8 | byte(4), 5) } else { (byte(2), 3) }
}

/// Where the tree that starts at `start` ends: along its right side.
fn skip(trees: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < trees.len() && trees[at] != LEAF {
        let (left, bytes) = left_side(trees, at);
        at += bytes + left;
    }
    (at + 2).min(trees.len())
}

/// The logistic function, from multiplications alone so that every machine gives the same bits.
fn logistic(x: f64) -> f64 {
    // e^-x as (1 - x / 2^20)^(2^20).
    let mut power = 1.0 - x.clamp(-30.0, 30.0) / f64::from(1 << 20);
    for _ in 0..20 {
        power *= power;
    }
    1.0 / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_small_trees_are_walked() {
        // Input 0 is column 3. First tree: column 3 <= 10 ? -64 : (column 3 <= 20 ? 32 : 64); second: 1; base 2; 64 units make 1.
        let trees = Trees::new(&[1, 3, 6, 0, 2, 0, 10, 2, 254, 192, 0, 20, 2, 254, 32, 254, 64, 254, 1]);
        let sum = |value: u8| trees.sum(&[0, 0, 0, value]).0;
        assert_eq!([10, 15, 30].map(sum), [-61, 35, 67]);
    }

    #[test]
    fn the_logistic_function_is_close() {
        assert!((logistic(2.0) - 0.880_797).abs() < 1e-5);
        assert!((logistic(0.0) - 0.5).abs() < 1e-12);
    }
}
