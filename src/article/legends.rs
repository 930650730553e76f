//! Legends: captions that are left out of the text and stay in the HTML, under the pictures of the content.

use super::BlockKind;
use super::scene::Scene;
use super::survey::{FIGURE, HIDDEN};
use crate::page::{NodeId, Tag};

/// Nodes of a figure that are looked at.
const FIGURE_NODES_MAX: usize = 200;

/// The figure whose caption a block is; `None` for other blocks, and where the figure shows a quotation, code or a table.
pub(super) fn picture_of(scene: &Scene<'_>, at: usize) -> Option<NodeId> {
    let block = scene.blocks[at];
    let page = scene.page;
    if block.kind != BlockKind::Caption || scene.standings[block.node.index()].places & FIGURE == 0 {
        return None;
    }
    let figure = page.ancestors(block.node).find(|&holder| page.tag(holder) == Some(Tag::FIGURE))?;
    let is_text = |node: NodeId| matches!(page.tag(node), Some(Tag::BLOCKQUOTE | Tag::PRE | Tag::TABLE));
    (!page.subtree(figure).take(FIGURE_NODES_MAX).any(is_text)).then_some(figure)
}

/// Which blocks are legends: captions of pictures that aren't kept, where something beside the picture is.
pub(super) fn find(scene: &Scene<'_>, keeps: &[bool]) -> Vec<bool> {
    let mut kept_before = vec![0; keeps.len() + 1];
    for (at, &keeps) in keeps.iter().enumerate() {
        kept_before[at + 1] = kept_before[at] + u32::from(keeps);
    }
    let is_legend = |at: usize| {
        if keeps[at] || scene.standings[scene.blocks[at].node.index()].places & HIDDEN != 0 {
            return false;
        }
        picture_of(scene, at).is_some_and(|figure| {
            let (from, to) = scene.range(scene.wider[figure.index()]);
            kept_before[to] > kept_before[from]
        })
    };
    (0..keeps.len()).map(is_legend).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    #[test]
    fn a_caption_stays_in_the_html_and_out_of_the_text() {
        let body: String = (0..12)
            .map(|n| format!("<p>Paragraph {n} says at some length what happened on day {n}, and why it did.</p>"))
            .collect();
        let figure = "<figure><img src=ferry.jpg><figcaption>The ferry in the harbour on Monday.</figcaption></figure>";
        let html = format!("<title>A ferry returns</title><article><h1>A ferry returns</h1>{figure}{body}</article>");
        let page = crate::page::parse_html(&html, &Options::default().limits).unwrap();
        let article = crate::article::extract(&page, &Options::default()).unwrap();
        assert!(article.blocks.iter().any(|block| block.kind == BlockKind::Legend));
        assert!(article.blocks.iter().all(|block| block.kind != BlockKind::Caption));
        assert!(crate::article::to_html(&article, &Options::default()).contains("<figcaption>The ferry"));
    }
}
