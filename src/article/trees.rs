//! Trees: boosted decision trees as a compact table of bytes, and how they are read.
//!
//! The table: number of inputs of the model; the place of each in a row; the logarithm of the leaves' unit; the base in
//! leaf units (two bytes, big end first); then the trees, each in preorder. An inner node is three bytes: input, threshold,
//! number of bytes of its left side (two bytes if the first is 255, which stands before them); a leaf is the byte 254
//! and its value as a signed byte.

use std::sync::OnceLock;

/// A model compiled in.
pub(crate) struct Trees {
    table: &'static [u8],
    /// The table's nodes, read once.
    nodes: OnceLock<Nodes>,
}

/// A tree's node: an inner one sends to its left side, which stands right behind it, what is at most its threshold.
struct Node {
    /// Its place in the row; `LEAF` for a leaf.
    input: u8,
    threshold: u8,
    /// How far behind it its right side stands; a leaf's value.
    jump: i16,
}

#[derive(Default)]
struct Nodes {
    nodes: Vec<Node>,
    /// Where each tree starts.
    roots: Vec<u32>,
    base: i32,
    unit: u8,
}

const LEAF: u8 = 254;
const LONG: u8 = 255;

impl Trees {
    /// The model in a table that `train/` wrote.
    pub(crate) const fn new(table: &'static [u8]) -> Self {
        Self { table, nodes: OnceLock::new() }
    }

    /// What the model says of a row, in (0, 1): the logistic function of the sum of the leaves reached.
    pub(crate) fn probability(&self, row: &[u8]) -> f32 {
        let (sum, unit) = self.sum(row);
        logistic(f64::from(sum) / f64::from(unit)) as f32
    }

    /// The sum of the leaves reached, and how many of its units make 1.
    pub(crate) fn sum(&self, row: &[u8]) -> (i32, i32) {
        let Nodes { nodes, roots, base, unit } = self.nodes.get_or_init(|| Nodes::read(self.table).unwrap_or_default());
        let leaf = |&root: &u32| {
            let mut at = root as usize;
            while let Some(node) = nodes.get(at) {
                if node.input == LEAF {
                    return i32::from(node.jump);
                }
                let is_left = row.get(node.input as usize).copied().unwrap_or(0) <= node.threshold;
                at += if is_left { 1 } else { node.jump as usize };
            }
            0
        };
        (base + roots.iter().map(leaf).sum::<i32>(), 1 << unit)
    }
}

impl Nodes {
    /// The nodes of a table; `None` where it breaks off.
    fn read(table: &[u8]) -> Option<Self> {
        let (&inputs, rest) = table.split_first()?;
        let (inputs, rest) = rest.split_at_checked(inputs as usize)?;
        let [unit, high, low, rest @ ..] = rest else { return None };
        let base = i32::from(i16::from_be_bytes([*high, *low]));
        let mut read = Self { base, unit: *unit, ..Self::default() };
        // For each byte of the trees, how many nodes stand before it.
        let mut before = vec![0_u32; rest.len() + 1];
        // Where the left side of each inner node ends, in bytes.
        let mut rights = Vec::new();
        let (mut at, mut tree_end) = (0, 0);
        while at < rest.len() {
            if at == tree_end {
                read.roots.push(read.nodes.len() as u32);
                tree_end = tree_end_of(rest, at)?;
            }
            before[at] = read.nodes.len() as u32;
            if rest[at] == LEAF {
                read.nodes.push(Node { input: LEAF, threshold: 0, jump: i16::from(*rest.get(at + 1)? as i8) });
                rights.push(0);
                at += 2;
            } else {
                let (left, bytes) = left_side(rest, at)?;
                read.nodes.push(Node {
                    input: *inputs.get(rest[at] as usize)?,
                    threshold: *rest.get(at + 1)?,
                    jump: 0,
                });
                rights.push(at + bytes + left);
                at += bytes;
            }
        }
        for (place, node) in read.nodes.iter_mut().enumerate().filter(|(_, node)| node.input != LEAF) {
            node.jump = before.get(rights[place])?.checked_sub(place as u32)? as i16;
        }
        Some(read)
    }
}

/// Bytes of a node's left side, and of the node itself.
fn left_side(trees: &[u8], at: usize) -> Option<(usize, usize)> {
    let byte = |offset: usize| trees.get(at + offset).copied().map(usize::from);
    Some(if byte(2)? == usize::from(LONG) { (byte(3)? << 8 | byte(4)?, 5) } else { (byte(2)?, 3) })
}

/// Where the tree that starts at `start` ends: along its right side.
fn tree_end_of(trees: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    while *trees.get(at)? != LEAF {
        let (left, bytes) = left_side(trees, at)?;
        at += bytes + left;
    }
    Some(at + 2)
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
