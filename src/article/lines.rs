//! Pasted text: which of its lines are the article.
//!
//! A page of plain text goes in (`page/plain.rs`: a `<p>` a paragraph); an article comes out, each dropped line with its reason.

use super::line_features::{self as features, BUCKETS, Line, Lines, WordWeights};
use super::line_rules as rules;
use super::measure::measure;
use super::trees::Trees;
use super::{Article, Block, BlockKind, PageKind, Piece, Removal, RemovalReason, Unreadable};
use super::{classifier, furniture, metadata};
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
    let count = sheet.lines.len();
    let keeps_all = options.boilerplate == Boilerplate::Keep;
    let lines = Lines::new(&sheet.lines, &WORDS);
    let keeps = if keeps_all { vec![true; count] } else { choose(&sheet, &lines) };
    let first = (0..count).find(|&at| keeps[at] && features::is_prose(&sheet.lines[at].measure));
    let title = first.and_then(|first| rules::headline(&sheet.texts, &sheet.lines, &lines.shared, first));
    let mut article = Article {
        page,
        metadata: metadata::of_lines(&sheet.texts, title, options.lang.as_deref()),
        kind: PageKind::Article,
        unreadable: why_not(&sheet).filter(|reason| !keeps_all || *reason == Unreadable::Empty),
        blocks: Vec::new(),
        pieces: Vec::new(),
        removed: Vec::new(),
        warnings: Vec::new(),
    };
    for (at, &node) in sheet.nodes.iter().enumerate() {
        if article.unreadable.is_some() {
            break;
        }
        if keeps[at] {
            let kind = if keeps_all { BlockKind::Paragraph } else { kind_of(&sheet, &keeps, at) };
            keep(&mut article, node, kind);
        } else {
            let is_title = title == Some(at);
            let is_repeat = rules::repeats(at, &sheet.texts, &sheet.lines);
            let reason = match () {
                () if is_title => RemovalReason::RepeatedTitle,
                () if is_repeat => RemovalReason::Caption,
                () => furniture::of_line(&sheet.texts[at]).unwrap_or_else(|| rules::reason(&sheet.texts[at])),
            };
            article.removed.push(Removal { node, reason });
        }
    }
    article.metadata.excerpt = metadata::first_paragraph(page, &article.blocks, &article.pieces);
    article
}

/// What a kept line is: a heading stands alone, ends no sentence and has prose behind it.
fn kind_of(sheet: &Sheet, keeps: &[bool], at: usize) -> BlockKind {
    let line = &sheet.lines[at];
    if line.is_item {
        return BlockKind::ListItem;
    }
    let text = &sheet.texts[at];
    let next_is_prose =
        sheet.lines.get(at + 1).is_some_and(|next| keeps[at + 1] && next.measure.ends > 0 && next.measure.units >= 20);
    let is_short = (2..=24).contains(&line.measure.units) && line.measure.ends == 0;
    let ends_openly = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '?' | '!' | ')' | '"' | '”'));
    let is_heading = next_is_prose && is_short && ends_openly && !text.starts_with(char::is_lowercase);
    if is_heading { BlockKind::Heading(2) } else { BlockKind::Paragraph }
}

/// Lines without one sentence among them that make a text a list of links.
const LINK_LINES_MIN: usize = 12;

/// Why a text can't be summed up: nothing is there, or nothing but menus.
fn why_not(sheet: &Sheet) -> Option<Unreadable> {
    if sheet.lines.is_empty() {
        return Some(Unreadable::Empty);
    }
    let sum = |of: fn(&Line) -> u32| sheet.lines.iter().map(of).sum::<u32>();
    let speaks = sum(|line| line.measure.ends) > 0 || sheet.lines.iter().any(|line| features::is_prose(&line.measure));
    let mean = sum(|line| line.measure.units) / sheet.lines.len() as u32;
    let commas = sum(|line| line.measure.commas) as usize;
    let is_menu = sheet.lines.len() >= LINK_LINES_MIN && !speaks && mean <= 10 && commas * 4 < sheet.lines.len();
    is_menu.then_some(Unreadable::LinkList)
}

/// Which lines are the article. A text without a line of prose is a note, all of it meant but for page furniture.
fn choose(sheet: &Sheet, lines: &Lines<'_>) -> Vec<bool> {
    let is_furniture = |at: usize| {
        rules::furniture(&sheet.texts[at]).is_some()
            || furniture::of_line(&sheet.texts[at]).is_some()
            || rules::repeats(at, &sheet.texts, &sheet.lines)
    };
    let count = sheet.lines.len();
    if !sheet.lines.iter().any(|line| features::is_prose(&line.measure)) {
        return (0..count).map(|at| count == 1 || !is_furniture(at)).collect();
    }
    let shares: Vec<f32> = (0..count).map(|at| LINES.probability(&features::row(lines, at))).collect();
    let amounts: Vec<u32> = sheet.lines.iter().map(|line| line.measure.units).collect();
    let mut keeps = classifier::choose(&shares, &amounts);
    protect(sheet, &shares, &mut keeps);
    for (at, keeps) in keeps.iter_mut().enumerate() {
        *keeps &= !is_furniture(at);
    }
    keeps
}

/// A text with less prose than this, in halves of a word, is hardly a page: all that speaks in it was meant.
const NOTE_UNITS: u32 = 600;
/// A line beside kept prose is dropped only where it is less likely to be content than this.
const SURE_SHARE: f32 = 0.3;
/// Words of a line that may be furniture though it ends like a sentence.
const FURNITURE_WORDS_MAX: usize = 12;

/// Keeps the lines that speak beside kept ones, and in a short text wherever they stand: the classifier learnt from whole pages, and a choice
/// by rank drops what is only less sure than its neighbours.
fn protect(sheet: &Sheet, shares: &[f32], keeps: &mut [bool]) {
    let count = keeps.len();
    let speaks: Vec<bool> = (0..count).map(|at| speaks(&sheet.texts[at], &sheet.lines[at])).collect();
    let units = |at: usize| sheet.lines[at].measure.units;
    let is_note = (0..count).filter(|&at| speaks[at]).map(units).sum::<u32>() < NOTE_UNITS;
    let is_meant = |at: usize, beside: usize, keeps: &[bool]| {
        let item = sheet.lines[at].is_item && sheet.lines[beside].is_item;
        keeps[beside] && (item || speaks[at] && speaks[beside] && shares[at] >= SURE_SHARE)
    };
    for at in 0..count {
        keeps[at] |= is_note && speaks[at] || at > 0 && is_meant(at, at - 1, keeps);
    }
    for at in (0..count.saturating_sub(1)).rev() {
        keeps[at] |= is_meant(at, at + 1, keeps);
    }
}

/// True for a line that ends as sentences do and has no word of furniture.
fn speaks(text: &str, line: &Line) -> bool {
    let bare = text.trim_end_matches(['"', '”', '“', '’', '»', ')', '」', '』', ' ']);
    let ends = bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔']);
    let is_short = text.split_whitespace().nth(FURNITURE_WORDS_MAX).is_none();
    line.measure.ends > 0
        && line.measure.units >= 4
        && ends
        && !(is_short && rules::reason(text) != RemovalReason::Boilerplate)
}

fn keep(article: &mut Article<'_>, line: NodeId, kind: BlockKind) {
    let start = article.pieces.len() as u32;
    article.pieces.extend(pieces_of(article.page, line));
    let pieces = (start, article.pieces.len() as u32);
    article.blocks.push(Block { node: line, kind, pieces });
}
