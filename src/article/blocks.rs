//! Splits a subtree into its blocks: runs of text between the borders of block elements, table rows and doubled `<br>`.
//!
//! What is never text inside a line is left out here: math in its second notation, marks for editing, texts for screen readers only.

use super::measure::is_space;
use super::survey::{EXCLUDED, Standing, UNSEEN};
use super::{Block, BlockKind, Piece};
use crate::page::{Flow, NodeId, Page, Tag};

/// The blocks of the subtree of `root` in document order, and their pieces. Skipped elements give nothing, nor do those
/// that the caller excluded or that a live page doesn't show.
pub(super) fn split(page: &Page, root: NodeId, standings: &[Standing]) -> (Vec<Block>, Vec<Piece>) {
    let borders = borders_before(page);
    let mut splitter =
        Splitter { page, borders, blocks: Vec::new(), pieces: Vec::new(), start: 0, open: vec![(root, Layout::Flow)] };
    let end = page.nodes[root.index()].end;
    let mut at = root;
    while at < end {
        splitter.close_before(at);
        let is_left_out = standings[at.index()].places & (EXCLUDED | UNSEEN) != 0 || page.flow(at) == Flow::Skipped;
        if is_left_out || is_no_text(page, at) || splitter.is_gutter(at) {
            at = page.nodes[at.index()].end;
            continue;
        }
        if let Some(span) = page.text_span(at) {
            splitter.pieces.push(Piece::Text(at, span));
        } else {
            splitter.element(at, at == root);
        }
        at = NodeId(at.0 + 1);
    }
    splitter.end_block();
    (splitter.blocks, splitter.pieces)
}

/// A cell of line numbers has no more block elements than this, itself included: no other cell stands in it.
const GUTTER_BORDERS_MAX: u32 = 3;
/// Nodes from the start of a cell of code to its `<pre>`, at most.
const CODE_DEPTH_MAX: usize = 8;

/// How the content of an open element is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Blocks one below another.
    Flow,
    /// A row of a table that stays one block, its cells parted.
    Row,
    /// Preformatted: one block whatever is in it.
    Code,
}

struct Splitter<'p> {
    page: &'p Page,
    /// For each node, how many block elements stand before it.
    borders: Vec<u32>,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    /// First piece of the block that is being gathered.
    start: usize,
    /// Block elements that are open around the current node, innermost last.
    open: Vec<(NodeId, Layout)>,
}

impl Splitter<'_> {
    fn layout(&self) -> Layout {
        self.open.last().map_or(Layout::Flow, |open| open.1)
    }

    fn element(&mut self, node: NodeId, is_root: bool) {
        let tag = self.page.tag(node);
        match (self.layout(), tag) {
            (Layout::Row, Some(Tag::TD | Tag::TH)) => self.pieces.push(Piece::Cell),
            (Layout::Row | Layout::Code, _) if parts(self.page, node) || tag == Some(Tag::BR) => {
                self.pieces.push(Piece::Break)
            }
            (Layout::Row | Layout::Code, _) => {}
            (_, Some(Tag::BR)) => self.line_break(),
            (_, Some(Tag::HR)) => self.end_block(),
            _ if parts(self.page, node) => {
                self.end_block();
                let layout = match tag {
                    Some(Tag::PRE) => Layout::Code,
                    Some(Tag::TR) if self.is_data_row(node) => Layout::Row,
                    _ => Layout::Flow,
                };
                if !is_root {
                    self.open.push((node, layout));
                }
            }
            _ => {}
        }
    }

    /// Closes the blocks that end before `node`.
    fn close_before(&mut self, node: NodeId) {
        while self.open.len() > 1 && self.open.last().is_some_and(|open| node >= self.page.nodes[open.0.index()].end) {
            self.end_block();
            self.open.pop();
        }
    }

    /// A row of two cells or more, each of which holds at most one block, no table and no code.
    fn is_data_row(&self, row: NodeId) -> bool {
        let mut cells = 0;
        for cell in self.page.children(row).filter(|&cell| self.page.tag(cell).is_some()) {
            cells += 1;
            if self.borders_of(cell) > 2 || self.page.subtree(cell).any(|node| self.page.tag(node) == Some(Tag::PRE)) {
                return false;
            }
        }
        cells >= 2
    }

    /// How many elements of a subtree part blocks.
    fn borders_of(&self, node: NodeId) -> u32 {
        self.borders[self.page.nodes[node.index()].end.index()] - self.borders[node.index()]
    }

    /// A cell of line numbers before a cell of code: it counts up by one, from line to line.
    fn is_gutter(&self, cell: NodeId) -> bool {
        let page = self.page;
        if page.tag(cell) != Some(Tag::TD) || self.borders_of(cell) > GUTTER_BORDERS_MAX {
            return false;
        }
        let end_of = |node: NodeId| page.nodes[node.index()].end;
        let in_row = |node: &NodeId| *node < end_of(page.parent(cell));
        let behind = std::iter::successors(Some(end_of(cell)).filter(in_row), |&at| Some(end_of(at)).filter(in_row));
        let mut beside = behind.take(2).filter(|&next| page.tag(next) == Some(Tag::TD));
        let is_code = |node: NodeId| page.subtree(node).take(CODE_DEPTH_MAX).any(|at| page.tag(at) == Some(Tag::PRE));
        if !beside.next().is_some_and(is_code) {
            return false;
        }
        let texts = page.subtree(cell).filter_map(|node| page.text_span(node));
        let mut numbers = texts.flat_map(|span| span.of(&page.text).split_whitespace()).map(str::parse::<u32>);
        let Some(Ok(first)) = numbers.next() else { return false };
        let mut last = first;
        numbers.all(|number| {
            number.is_ok_and(|number| Some(number) == std::mem::replace(&mut last, number).checked_add(1))
        }) && last > first
    }

    fn line_break(&mut self) {
        let doubled = self.pieces[self.start..].iter().rev().find(|piece| !self.is_blank(piece)) == Some(&Piece::Break);
        if doubled { self.end_block() } else { self.pieces.push(Piece::Break) }
    }

    fn is_blank(&self, piece: &Piece) -> bool {
        matches!(piece, Piece::Text(_, span) if span.of(&self.page.text).chars().all(is_space))
    }

    fn end_block(&mut self) {
        let pieces = &self.pieces[self.start..];
        let blank = pieces.iter().all(|piece| !matches!(piece, Piece::Text(..)) || self.is_blank(piece));
        if blank {
            self.pieces.truncate(self.start);
            return;
        }
        let node = self.open.last().map_or(NodeId::ROOT, |open| open.0);
        let kind = kind_of(self.page, &self.open);
        self.blocks.push(Block { node, kind, pieces: (self.start as u32, self.pieces.len() as u32) });
        self.start = self.pieces.len();
    }
}

/// True where a block starts and ends with the element. Buttons and labels are read apart from the text around them.
fn parts(page: &Page, node: NodeId) -> bool {
    page.flow(node) == Flow::Block || matches!(page.tag(node), Some(Tag::BUTTON | Tag::LABEL))
}

/// For each node, and one past the last, how many elements that part blocks stand before it.
fn borders_before(page: &Page) -> Vec<u32> {
    let mut before = Vec::with_capacity(page.nodes.len() + 1);
    let mut count = 0;
    before.push(0);
    for index in 0..page.nodes.len() {
        count += u32::from(page.flow(NodeId(index as u32)) == Flow::Block);
        before.push(count);
    }
    before
}

/// Classes of elements inside a line that repeat it in another notation, or that only screen readers and editors are given.
const NO_TEXT_CLASSES: &[&str] = &[
    "katex-html",
    "MathJax_Preview",
    "MJX_Assistive_MathML",
    "mw-editsection",
    "headerlink",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader",
    "u-hiddenVisually",
    "offscreen",
    "octicon-link",
    "anchorjs-link",
    "hash-link",
    "footnote-backref",
    "reversefootnote",
    "line-numbers-rows",
    "linenos",
    "lineno",
];

/// How classes open of formulas, in the line and on their own, that a picture stands for.
const HIDDEN_FORMULA: &str = "mwe-math-mathml-";

fn is_no_text(page: &Page, node: NodeId) -> bool {
    let Some(tag) = page.tag(node) else { return false };
    // A page that was saved from a browser has the markup of `<noscript>` as text.
    let shown = || page.children(node).next().and_then(|child| page.text_span(child));
    if tag == Tag::NOSCRIPT && shown().is_some_and(|span| opens_markup(span.of(&page.text))) {
        return true;
    }
    if matches!(page.tag_name(node), "annotation" | "annotation-xml") {
        return true;
    }
    let is_inside_a_line = page.flow(node) == Flow::Inline || tag == Tag::TD;
    let is_none =
        |class: &str| is_inside_a_line && NO_TEXT_CLASSES.contains(&class) || class.starts_with(HIDDEN_FORMULA);
    page.attribute(node, "class").is_some_and(|classes| classes.split_ascii_whitespace().any(is_none))
}

/// True for "<img …": source, not what the page shows.
fn opens_markup(text: &str) -> bool {
    text.trim_start().strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// What a block inside these elements is: the innermost that says so decides.
fn kind_of(page: &Page, open: &[(NodeId, Layout)]) -> BlockKind {
    // Deeper nesting than this says nothing new, and the walk stays short.
    let named = open.iter().rev().take(12).find_map(|&(node, _)| match page.tag(node)? {
        Tag::LI | Tag::DD | Tag::DT => Some(BlockKind::ListItem),
        Tag::BLOCKQUOTE => Some(BlockKind::Quote),
        Tag::PRE => Some(BlockKind::Code),
        Tag::FIGCAPTION | Tag::CAPTION => Some(BlockKind::Caption),
        Tag::TR => Some(BlockKind::TableRow),
        Tag::TD | Tag::TH => Some(BlockKind::Paragraph),
        tag => tag.heading_level().map(BlockKind::Heading),
    });
    named.unwrap_or(BlockKind::Paragraph)
}
