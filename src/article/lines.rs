//! Pasted text: which of its lines are the article.
//!
//! A page of plain text goes in (`page/plain.rs`: a `<p>` a paragraph); an article comes out, each dropped line with its reason.

use super::line_features::{self as features, BUCKETS, Line, Lines, WordWeights};
use super::measure::measure;
use super::metadata::Metadata;
use super::trees::Trees;
use super::{Article, Block, BlockKind, PageKind, Piece, Removal, RemovalReason, Unreadable, classifier};
use crate::options::{Boilerplate, Options};
use crate::page::{NodeId, Page, Tag};

/// Made by `train/lines.py`.
static LINES: Trees = Trees::new(include_bytes!("lines.trees"));
static WORDS: WordWeights<'static> = WordWeights(include_bytes!("lines.words"));

/// The lines of a page: node and text.
struct Sheet {
    nodes: Vec<NodeId>,
    texts: Vec<String>,
    lines: Vec<Line>,
}

impl Sheet {
    fn read(page: &Page) -> Self {
        let mut sheet = Self { nodes: Vec::new(), texts: Vec::new(), lines: Vec::new() };
        let Some(body) = page.first(Tag::BODY) else { return sheet };
        let mut blanks = 0;
        for node in page.children(body) {
            if page.tag(node) != Some(Tag::P) {
                let text = page.text_span(node).map_or("", |span| span.of(&page.text));
                blanks += text.bytes().filter(|&b| b == b'\n').count() as u32;
                continue;
            }
            let text = page.text_of(node);
            let measure = measure(page, &pieces_of(page, node), |_| false);
            let line = Line {
                measure,
                // The end of the line before is one of them.
                blanks: blanks.saturating_sub(1),
                is_item: is_item(&text),
                clues: features::clues_of(&text),
                words: features::words_of(&text),
            };
            sheet.nodes.push(node);
            sheet.texts.push(text);
            sheet.lines.push(line);
            blanks = 0;
        }
        sheet
    }
}

fn pieces_of(page: &Page, line: NodeId) -> Vec<Piece> {
    page.subtree(line).filter_map(|node| Some(Piece::Text(node, page.text_span(node)?))).collect()
}

/// True for a line that opens with a bullet or the number of a list.
fn is_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let numbered = (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "));
    numbered || text.starts_with(['•', '◦', '▪', '●', '‣', '■']) || text.starts_with("* ") || text.starts_with("- ")
}

/// What `train/lines.py` learns from: the lines of a page with the very features that the classifier is given.
#[derive(Clone, Debug)]
pub struct LineStudy {
    /// Names of the features.
    pub names: Vec<String>,
    /// Per line: its features.
    pub rows: Vec<Vec<u8>>,
    /// Per line: its text.
    pub texts: Vec<String>,
    /// Per line: the buckets of its words, of its opening and of the whole.
    pub words: Vec<Vec<u32>>,
}

/// The lines of a plain text, and their features; `weights` are one signed byte a bucket.
pub fn study_lines(page: &Page, weights: &[u8]) -> LineStudy {
    let sheet = Sheet::read(page);
    let lines = Lines::new(&sheet.lines, &WordWeights(weights));
    let buckets = |line: &Line| {
        let opening = line.words.first().map(|&word| features::opening(word));
        let all = line.words.iter().copied().chain(opening).chain([features::whole(&line.words)]);
        all.map(|word| word % BUCKETS).collect()
    };
    LineStudy {
        names: features::names(),
        rows: (0..sheet.lines.len()).map(|at| features::row(&lines, at)).collect(),
        words: sheet.lines.iter().map(buckets).collect(),
        texts: sheet.texts,
    }
}

/// The article of a pasted text.
pub(super) fn extract<'p>(page: &'p Page, options: &Options) -> Article<'p> {
    let sheet = Sheet::read(page);
    let keeps_all = options.boilerplate == Boilerplate::Keep;
    let keeps = if keeps_all { vec![true; sheet.lines.len()] } else { choose(&sheet) };
    let mut article = Article {
        page,
        metadata: Metadata { lang: options.lang.clone(), ..Metadata::default() },
        kind: PageKind::Article,
        unreadable: sheet.lines.is_empty().then_some(Unreadable::Empty),
        blocks: Vec::new(),
        pieces: Vec::new(),
        removed: Vec::new(),
        warnings: Vec::new(),
    };
    for (at, &node) in sheet.nodes.iter().enumerate() {
        if keeps[at] {
            keep(&mut article, node);
        } else {
            article.removed.push(Removal { node, reason: RemovalReason::Boilerplate });
        }
    }
    article
}

/// Which lines are the article.
fn choose(sheet: &Sheet) -> Vec<bool> {
    let lines = Lines::new(&sheet.lines, &WORDS);
    let shares: Vec<f32> = (0..sheet.lines.len()).map(|at| LINES.probability(&features::row(&lines, at))).collect();
    let amounts: Vec<u32> = sheet.lines.iter().map(|line| line.measure.units).collect();
    classifier::choose(&shares, &amounts)
}

fn keep(article: &mut Article<'_>, line: NodeId) {
    let start = article.pieces.len() as u32;
    article.pieces.extend(pieces_of(article.page, line));
    let pieces = (start, article.pieces.len() as u32);
    article.blocks.push(Block { node: line, kind: BlockKind::Paragraph, pieces });
}
