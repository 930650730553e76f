//! Kind: which kind of page it is.

use super::PageKind;
use super::scene::Scene;

/// The kind of a page, from its structure: a thread of posts, many cards, or one text.
pub(super) fn guess(scene: &Scene<'_>) -> PageKind {
    let total = scene.page_total().units.max(1);
    let hints =
        scene.page.subtree(crate::page::NodeId::ROOT).fold(0, |bits, node| bits | scene.standings[node.index()].own);
    let largest = scene.templates.iter().max_by_key(|template| template.total.units);
    let Some(template) = largest.filter(|template| template.total.units * 3 > total) else { return PageKind::Article };
    let is_linked = template.total.linked * 3 > template.total.units;
    match () {
        () if is_linked && hints >> 16 & 1 == 1 => PageKind::Listing,
        () if is_linked => PageKind::Collection,
        () if hints >> 18 & 1 == 1 && template.total.units / template.items > 60 => PageKind::Forum,
        () => PageKind::Article,
    }
}
