//! Classifier: learned weights that say of each block how much of it is content, and the choice that follows.

use super::scene::Scene;
use super::trees::Trees;
use super::{context, features};
use crate::sort;

/// What a block is like by itself and where it stands.
static BLOCKS: Trees = Trees::new(include_bytes!("blocks.trees"));

/// How it and the blocks around it were judged. Both made by `train/blocks.py`.
static CONTEXT: Trees = Trees::new(include_bytes!("context.trees"));

/// Which blocks of a page are its content: each is judged on its own, then in the context of the others.
pub(super) fn keeps(scene: &Scene<'_>) -> Vec<bool> {
    let judge = |index: usize| (BLOCKS.probability(&features::row(scene, index)) * f32::from(context::SURE)) as u8;
    let judged: Vec<u8> = (0..scene.blocks.len()).map(judge).collect();
    let rows = rows_in_context(scene, &judged);
    let shares: Vec<f32> = rows.iter().map(|row| CONTEXT.probability(row)).collect();
    choose(&shares, &amounts(scene))
}

/// The features of every block in its context, once each has been judged.
pub(super) fn rows_in_context(scene: &Scene<'_>, judged: &[u8]) -> Vec<Vec<u8>> {
    let shares: Vec<f32> = judged.iter().map(|&judged| f32::from(judged) / f32::from(context::SURE)).collect();
    context::rows(scene, judged, &choose(&shares, &amounts(scene)))
}

fn amounts(scene: &Scene<'_>) -> Vec<u32> {
    scene.measures.iter().map(|measure| measure.units).collect()
}

/// Which blocks to keep: those of the highest shares, as many as promise the best balance of precision and recall.
///
/// The expected F1 of a set S is `2 · Σ_S share·amount / (Σ_S amount + Σ share·amount)`, the last sum over all blocks.
pub(super) fn choose(shares: &[f32], amounts: &[u32]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..shares.len()).collect();
    sort::by(&mut order, |&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
    let expected = |block: usize| f64::from(shares[block]) * f64::from(amounts[block]);
    let all: f64 = order.iter().map(|&block| expected(block)).sum();
    let (mut content, mut amount) = (0.0, 0.0);
    let (mut best, mut kept) = (0.0, 0);
    for (taken, &block) in order.iter().enumerate() {
        content += expected(block);
        amount += f64::from(amounts[block]);
        let balance = content / (amount + all);
        if balance > best {
            (best, kept) = (balance, taken + 1);
        }
    }
    let mut keeps = vec![false; shares.len()];
    for &block in &order[..kept] {
        keeps[block] = true;
    }
    keeps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_kept_while_they_promise_more_than_they_cost() {
        assert_eq!(choose(&[0.9, 0.1, 0.8], &[100, 100, 50]), [true, false, true]);
        // Where little is sure, less suffices.
        assert_eq!(choose(&[0.3, 0.3, 0.01], &[10, 10, 10]), [true, true, false]);
        assert_eq!(choose(&[], &[]), [] as [bool; 0]);
    }
}
