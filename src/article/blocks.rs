//! Splits a subtree into its blocks: runs of text between the borders of block elements, table rows and doubled `<br>`.

use super::{Block, BlockKind, Piece};
use crate::page::{Flow, NodeId, Page, Tag};

/// The blocks of the subtree of `root` in document order, and their pieces. Skipped elements give nothing.
pub(super) fn split(page: &Page, root: NodeId) -> (Vec<Block>, Vec<Piece>) {
    let mut splitter = Splitter { page, blocks: Vec::new(), pieces: Vec::new(), start: 0 };
    let end = page.nodes[root.index()].end;
    // Block elements that are open around the current node, innermost last.
    let mut open = vec![root];
    let mut at = root;
    while at < end {
        while open.len() > 1 && open.last().is_some_and(|&node| at >= page.nodes[node.index()].end) {
            splitter.end_block(&open);
            open.pop();
        }
        let next = NodeId(at.0 + 1);
        match (page.flow(at), page.text_span(at)) {
            (Flow::Skipped, _) => {
                at = page.nodes[at.index()].end;
                continue;
            }
            (_, Some(span)) => splitter.pieces.push(Piece::Text(at, span)),
            (Flow::Block, _) => {
                splitter.end_block(&open);
                if at != root {
                    open.push(at);
                }
            }
            (Flow::Void, _) if page.tag(at) == Some(Tag::BR) => splitter.line_break(&open),
            (Flow::Void, _) if page.tag(at) == Some(Tag::HR) => splitter.end_block(&open),
            _ => {}
        }
        at = next;
    }
    splitter.end_block(&open);
    (splitter.blocks, splitter.pieces)
}

struct Splitter<'p> {
    page: &'p Page,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    /// First piece of the block that is being gathered.
    start: usize,
}

impl Splitter<'_> {
    fn line_break(&mut self, open: &[NodeId]) {
        let doubled = self.pieces[self.start..].iter().rev().find(|piece| !self.is_blank(piece)) == Some(&Piece::Break);
        if doubled { self.end_block(open) } else { self.pieces.push(Piece::Break) }
    }

    fn is_blank(&self, piece: &Piece) -> bool {
        matches!(piece, Piece::Text(_, span) if span.of(&self.page.text).trim().is_empty())
    }

    fn end_block(&mut self, open: &[NodeId]) {
        let pieces = &self.pieces[self.start..];
        let blank = pieces.iter().all(|piece| !matches!(piece, Piece::Text(..)) || self.is_blank(piece));
        if blank {
            self.pieces.truncate(self.start);
            return;
        }
        let node = open.last().copied().unwrap_or(NodeId::ROOT);
        let kind = kind_of(self.page, open);
        self.blocks.push(Block { node, kind, pieces: (self.start as u32, self.pieces.len() as u32) });
        self.start = self.pieces.len();
    }
}

/// What a block inside these elements is: the innermost that says so decides.
fn kind_of(page: &Page, open: &[NodeId]) -> BlockKind {
    let named = open.iter().rev().find_map(|&node| match page.tag(node)? {
        Tag::LI | Tag::DD | Tag::DT => Some(BlockKind::ListItem),
        Tag::BLOCKQUOTE => Some(BlockKind::Quote),
        Tag::PRE => Some(BlockKind::Code),
        Tag::FIGCAPTION | Tag::CAPTION => Some(BlockKind::Caption),
        Tag::TD | Tag::TH => Some(BlockKind::TableRow),
        tag => tag.heading_level().map(BlockKind::Heading),
    });
    named.unwrap_or(BlockKind::Paragraph)
}
