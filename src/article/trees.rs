//! Trees: boosted decision trees as a compact table of bytes, and how they are read.
//!
//! The table: number of inputs of the model; the place of each in a row; the logarithm of the leaves' unit; the base in
//! leaf units (two bytes, big end first); then the trees, each in preorder. An inner node is two bytes, input and threshold:
//! to its left goes what is at most the threshold. A leaf is the byte 254 and its value as a signed byte.
//!
//! No path is walked: every node that sends a row to its right strikes the leaves of its left side out of its tree, the nodes
//! of one input in the order of their thresholds; the first leaf that stays is the one reached (QuickScorer: Lucchese et al.,
//! SIGIR 2015).

use crate::sort;
use std::sync::OnceLock;

/// A model compiled in.
pub(crate) struct Trees {
    table: &'static [u8],
    /// The table's nodes, read once.
    nodes: OnceLock<Nodes>,
}

/// An inner node.
#[derive(Clone, Copy)]
struct Node {
    /// A bit for each leaf of its tree, the first lowest: those that stay where a row goes to its right.
    stay: u32,
    input: u8,
    threshold: u8,
    tree: u8,
}

#[derive(Default)]
struct Nodes {
    /// By input, then by threshold.
    nodes: Vec<Node>,
    /// For each input its place in a row, and where its nodes end.
    inputs: Vec<(u8, usize)>,
    leaves: Vec<i8>,
    /// Where the leaves of each tree start.
    starts: Vec<usize>,
    base: i32,
    unit: u8,
}

const LEAF: u8 = 254;
/// Trees of a model, and leaves of a tree, at most.
const TREES_MAX: usize = 256;
const LEAVES_MAX: usize = 32;

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
        let model = self.nodes.get_or_init(|| Nodes::read(self.table).unwrap_or_default());
        let mut staying = [u32::MAX; TREES_MAX];
        let mut start = 0;
        for &(place, end) in &model.inputs {
            let value = row.get(place as usize).copied().unwrap_or(0);
            for node in model.nodes[start..end].iter().take_while(|node| node.threshold < value) {
                staying[node.tree as usize] &= node.stay;
            }
            start = end;
        }
        let reached =
            model.starts.iter().zip(staying).map(|(&start, staying)| start + staying.trailing_zeros() as usize);
        let sum: i32 = reached.map(|leaf| i32::from(model.leaves[leaf])).sum();
        (model.base + sum, 1 << model.unit)
    }
}

impl Nodes {
    /// The nodes of a table; `None` where it breaks off or has more trees or leaves than there are bits for.
    fn read(table: &[u8]) -> Option<Self> {
        let (&inputs, rest) = table.split_first()?;
        let (inputs, rest) = rest.split_at_checked(inputs as usize)?;
        let [unit, high, low, rest @ ..] = rest else { return None };
        let base = i32::from(i16::from_be_bytes([*high, *low]));
        let mut read = Self { base, unit: *unit, ..Self::default() };
        let mut rest = rest;
        while !rest.is_empty() {
            let start = read.leaves.len();
            read.starts.push(start);
            rest = read.read_node(rest)?;
            if read.leaves.len() - start > LEAVES_MAX || read.starts.len() > TREES_MAX {
                return None;
            }
        }
        sort::by_byte(&mut read.nodes, |node| node.threshold);
        sort::by_byte(&mut read.nodes, |node| node.input);
        let mut end = 0;
        for (input, &place) in inputs.iter().enumerate() {
            end += read.nodes[end..].iter().take_while(|node| usize::from(node.input) == input).count();
            read.inputs.push((place, end));
        }
        (end == read.nodes.len()).then_some(read)
    }

    /// Reads the node that `table` opens with and all under it; gives what stands behind.
    fn read_node<'t>(&mut self, table: &'t [u8]) -> Option<&'t [u8]> {
        let [first, second, rest @ ..] = table else { return None };
        if *first == LEAF {
            self.leaves.push(*second as i8);
            return Some(rest);
        }
        let start = *self.starts.last()?;
        let before = self.leaves.len() - start;
        let rest = self.read_node(rest)?;
        let behind = self.leaves.len() - start;
        // A left side is never the whole tree.
        let stay = !(1_u32.checked_shl(behind as u32)? - (1 << before));
        self.nodes.push(Node { stay, input: *first, threshold: *second, tree: (self.starts.len() - 1) as u8 });
        self.read_node(rest)
    }
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
        let trees = Trees::new(&[1, 3, 6, 0, 2, 0, 10, 254, 192, 0, 20, 254, 32, 254, 64, 254, 1]);
        let sum = |value: u8| trees.sum(&[0, 0, 0, value]).0;
        assert_eq!([10, 15, 30].map(sum), [-61, 35, 67]);
    }

    #[test]
    fn every_model_is_read_whole() {
        let tables: [&[u8]; 12] = [
            include_bytes!("blocks.trees"),
            include_bytes!("context.trees"),
            include_bytes!("lines.trees"),
            include_bytes!("kinds/article.trees"),
            include_bytes!("kinds/collection.trees"),
            include_bytes!("kinds/documentation.trees"),
            include_bytes!("kinds/forum.trees"),
            include_bytes!("kinds/listing.trees"),
            include_bytes!("kinds/product.trees"),
            include_bytes!("kinds/service.trees"),
            include_bytes!("../digest/summary/terms.trees"),
            include_bytes!("../digest/summary/pairs.trees"),
        ];
        for (at, table) in tables.into_iter().enumerate() {
            let trees = Nodes::read(table).map_or(0, |model| model.starts.len());
            assert!(trees > 10, "model {at} has {trees} trees");
            assert!(Nodes::read(&table[..table.len() - 1]).is_none(), "model {at} lacks a byte");
        }
    }

    #[test]
    fn the_logistic_function_is_close() {
        assert!((logistic(2.0) - 0.880_797).abs() < 1e-5);
        assert!((logistic(0.0) - 0.5).abs() < 1e-12);
    }
}
