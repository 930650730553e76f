//! Pasted text: which of its lines are the article.
//!
//! A page of plain text goes in (`page/plain.rs`: a `<p>` a paragraph); an article comes out, each dropped line with its reason.

use super::metadata::Metadata;
use super::{Article, Block, BlockKind, PageKind, Piece, Removal, RemovalReason, Unreadable};
use crate::options::{Boilerplate, Options};
use crate::page::{NodeId, Page, Tag};

/// The article of a pasted text.
pub(super) fn extract<'p>(page: &'p Page, options: &Options) -> Article<'p> {
    let lines: Vec<NodeId> = page.subtree(NodeId::ROOT).filter(|&node| page.tag(node) == Some(Tag::P)).collect();
    let mut article = Article {
        page,
        metadata: Metadata { lang: options.lang.clone(), ..Metadata::default() },
        kind: PageKind::Article,
        unreadable: lines.is_empty().then_some(Unreadable::Empty),
        blocks: Vec::new(),
        pieces: Vec::new(),
        removed: Vec::new(),
        warnings: Vec::new(),
    };
    let is_long = |&line: &NodeId| page.text_of(line).split_whitespace().count() >= 10;
    // A text without one long line is a note, all of it meant.
    let keeps_all = options.boilerplate == Boilerplate::Keep || !lines.iter().any(is_long);
    for line in &lines {
        if keeps_all || is_long(line) {
            keep(&mut article, *line);
        } else {
            article.removed.push(Removal { node: *line, reason: RemovalReason::Boilerplate });
        }
    }
    article
}

fn keep(article: &mut Article<'_>, line: NodeId) {
    let start = article.pieces.len() as u32;
    let page = article.page;
    let texts = page.subtree(line).filter_map(|node| Some(Piece::Text(node, page.text_span(node)?)));
    article.pieces.extend(texts);
    let pieces = (start, article.pieces.len() as u32);
    article.blocks.push(Block { node: line, kind: BlockKind::Paragraph, pieces });
}
