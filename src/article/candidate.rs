//! Candidates: how well each element would serve as the container of the content.
//!
//! Each prose block gives its score to the elements around it, less with each level (the way of the Arc90 Readability script).

use super::Block;
use super::measure::Measure;
use super::scene::is_prose;
use super::survey::{ASIDE, FOOTER, FORM, HEADER, NAV, Standing};
use crate::page::{NodeId, Page};

/// The scores of all nodes.
pub(super) struct Candidates {
    /// Per node: its own score, in tenths of a point.
    pub own: Vec<u32>,
    /// Per node: the best score among itself and what holds it.
    pub best_above: Vec<u32>,
    /// The node with the highest score.
    pub top: NodeId,
    /// Its score.
    pub highest: u32,
}

/// Levels that a block's score climbs.
const LEVELS: usize = 5;

pub(super) fn score(page: &Page, standings: &[Standing], blocks: &[Block], measures: &[Measure]) -> Candidates {
    let mut own = vec![0u32; page.nodes.len()];
    for (block, measure) in blocks.iter().zip(measures).filter(|(_, measure)| is_prose(measure)) {
        let standing = standings[block.node.index()];
        if standing.places & (NAV | FOOTER | ASIDE | FORM | HEADER) != 0 {
            continue;
        }
        // One point, one for each comma, and up to three for length, less the share that is links.
        let points = 10 + 10 * measure.commas.min(20) + (measure.units / 4).min(30);
        let points = points * (measure.units - measure.linked) / measure.units.max(1);
        for (level, holder) in page.ancestors(block.node).take(LEVELS).enumerate() {
            let divisor = [1, 2, 6, 9, 12][level.min(4)];
            own[holder.index()] += points / divisor;
        }
    }
    let mut top = NodeId::ROOT;
    let mut best_above = own.clone();
    for index in 1..own.len() {
        if own[index] > own[top.index()] {
            top = NodeId(index as u32);
        }
        best_above[index] = best_above[index].max(best_above[page.nodes[index].parent.index()]);
    }
    Candidates { highest: own[top.index()], own, best_above, top }
}
