//! Prune: names what was left out, each outermost node once, and why.

use super::measure::Measure;
use super::scene::Scene;
use super::survey::*;
use super::{BlockKind, Piece, Removal, RemovalReason};
use crate::page::{Flow, NodeId, Page};
use crate::sort;

/// What was left out of a page where `keeps` says of each block whether it stays, `repeats` whether it repeats another, and
/// `known` why it is furniture.
pub(super) fn removals(
    scene: &Scene<'_>,
    pieces: &[Piece],
    keeps: &[bool],
    repeats: &[bool],
    known: &[Option<RemovalReason>],
) -> Vec<Removal> {
    let otherwise = |index: usize| if repeats[index] { RemovalReason::Repeated } else { reason(scene, index) };
    let reason = |index: usize| known[index].unwrap_or_else(|| otherwise(index));
    let reasons: Vec<Option<RemovalReason>> = (0..keeps.len()).map(|at| (!keeps[at]).then(|| reason(at))).collect();
    // For each block and one past the last: where the run of the same reason, or of kept blocks, ends.
    let mut run_ends = vec![keeps.len(); keeps.len() + 1];
    for index in (1..keeps.len()).rev() {
        run_ends[index - 1] = if reasons[index] == reasons[index - 1] { run_ends[index] } else { index };
    }
    let mut removed = unread(scene.page, scene.standings);
    let mut index = 0;
    while index < keeps.len() {
        let Some(reason) = reasons[index] else {
            index = run_ends[index];
            continue;
        };
        let (node, next) = outermost(scene, pieces, index, run_ends[index]);
        removed.push(Removal { node, reason });
        index = next.max(index + 1);
    }
    sort::by_key(&mut removed, |removal| removal.node);
    removed
}

/// Nodes that were not even split into blocks: hidden on a live page, or not wanted by the caller.
fn unread(page: &Page, standings: &[Standing]) -> Vec<Removal> {
    let mut removed = Vec::new();
    for (index, node) in page.nodes.iter().enumerate().skip(1) {
        let gained = standings[index].places & !standings[node.parent.index()].places;
        let is_element = page.flow(NodeId(index as u32)) != Flow::Skipped && page.tag(NodeId(index as u32)).is_some();
        let is_outermost = standings[node.parent.index()].places & (EXCLUDED | UNSEEN) == 0;
        if is_element && is_outermost && gained & (EXCLUDED | UNSEEN) != 0 {
            let reason = if gained & EXCLUDED != 0 { RemovalReason::Excluded } else { RemovalReason::Hidden };
            removed.push(Removal { node: NodeId(index as u32), reason });
        }
    }
    removed
}

/// The largest node that opens with this block and holds nothing from `run_end` on, and the first block behind it.
fn outermost(scene: &Scene<'_>, pieces: &[Piece], index: usize, run_end: usize) -> (NodeId, usize) {
    let block = scene.blocks[index];
    let first = pieces[block.pieces.0 as usize..block.pieces.1 as usize].iter().find_map(|piece| match piece {
        Piece::Text(node, span) => Some(*node).filter(|_| !span.of(&scene.page.text).trim().is_empty()),
        _ => None,
    });
    let mut node = first.unwrap_or(block.node);
    loop {
        let parent = scene.page.parent(node);
        let (from, to) = scene.range(parent);
        if parent == NodeId::ROOT || from < index || to > run_end {
            return (node, scene.range(node).1);
        }
        node = parent;
    }
}

/// Hints that name a reason, the surest first: group of `hints`, reason.
const BY_HINT: &[(usize, RemovalReason)] = &[
    (10, RemovalReason::Cookies),
    (11, RemovalReason::Subscribe),
    (8, RemovalReason::ShareBar),
    (20, RemovalReason::Navigation),
    (25, RemovalReason::Navigation),
    (9, RemovalReason::Advertisement),
    (7, RemovalReason::Related),
    (2, RemovalReason::Comments),
    (12, RemovalReason::Byline),
    (15, RemovalReason::Tags),
    (13, RemovalReason::Byline),
    (29, RemovalReason::Footer),
];

/// Places that name a reason, the surest first.
const BY_PLACE: &[(u32, RemovalReason)] = &[
    (HIDDEN, RemovalReason::Hidden),
    (FOOTER, RemovalReason::Footer),
    (NAV, RemovalReason::Navigation),
    (DIALOG, RemovalReason::Aside),
    (BUTTON | LABEL, RemovalReason::Form),
];

fn reason(scene: &Scene<'_>, index: usize) -> RemovalReason {
    let block = scene.blocks[index];
    let standing = scene.standings[block.node.index()];
    if let Some(found) = BY_PLACE.iter().find(|row| standing.places & row.0 != 0) {
        return found.1;
    }
    if scene.evidence.in_title[index] >= 80 && scene.evidence.of_title[index] >= 40 {
        return RemovalReason::RepeatedTitle;
    }
    if block.kind == BlockKind::Caption || standing.places & FIGURE != 0 {
        return RemovalReason::Caption;
    }
    let near = std::iter::once(block.node).chain(scene.page.ancestors(block.node)).take(5);
    let near = near.fold(0, |bits, node| bits | scene.standings[node.index()].own);
    if let Some(found) = BY_HINT.iter().find(|row| near >> row.0 & 1 == 1) {
        return found.1;
    }
    by_look(scene, index, standing.places)
}

fn by_look(scene: &Scene<'_>, index: usize, places: u32) -> RemovalReason {
    let Measure { units, linked, .. } = scene.measures[index];
    let print = &scene.prints.groups[scene.prints.of[index] as usize];
    match () {
        () if places & FORM != 0 => RemovalReason::Form,
        () if places & ASIDE != 0 => RemovalReason::Aside,
        () if places & HEADER != 0 && scene.evidence.in_title[index] < 50 && linked * 2 > units => {
            RemovalReason::Navigation
        }
        () if linked * 2 > units => RemovalReason::LinkList,
        () if print.count > 1 && print.first as usize != index && units > 8 => RemovalReason::Repeated,
        () => RemovalReason::Boilerplate,
    }
}
