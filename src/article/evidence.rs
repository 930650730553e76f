//! Evidence: what the page's own title, description and JSON-LD say, against which a block's words are held.

use super::measure::{SEED, mix};
use super::{Block, BlockKind, Piece};
use crate::page::{NodeId, Page, Tag};
use crate::sort;

/// Per block, in hundredths.
pub(super) struct Evidence {
    /// Share of the block's words that stand in the page's title.
    pub in_title: Vec<u8>,
    /// Share of the title's words that stand in the block.
    pub of_title: Vec<u8>,
    /// Share of the block's runs of three words that stand in JSON-LD or the description.
    pub in_data: Vec<u8>,
    /// Share of the block's words that stand in the first heading of level 1.
    pub in_heading: Vec<u8>,
}

/// Words in a run.
const RUN: usize = 3;

impl Evidence {
    pub(super) fn read(page: &Page, blocks: &[Block], pieces: &[Piece]) -> Self {
        let mut title = Vec::new();
        let mut data = Vec::new();
        for node in page.subtree(NodeId::ROOT) {
            match page.tag(node) {
                Some(Tag::TITLE) if title.is_empty() => title = words(&page.text_of(node)),
                Some(Tag::SCRIPT) if page.attribute(node, "type").is_some_and(|t| t.contains("ld+json")) => {
                    data.extend(runs(&words(&unescaped(&page.text_of(node)))));
                }
                Some(Tag::META) => {
                    let name = page.attribute(node, "property").or_else(|| page.attribute(node, "name")).unwrap_or("");
                    let Some(content) = page.attribute(node, "content") else { continue };
                    match name {
                        "og:title" => title.extend(words(content)),
                        "description" | "og:description" => data.extend(runs(&words(content))),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        sort::plain(&mut title);
        title.dedup();
        sort::plain(&mut data);
        data.dedup();
        let heading = blocks.iter().find(|block| block.kind == BlockKind::Heading(1));
        let mut heading: Vec<u64> = heading.map(|block| words(&text(page, pieces, block))).unwrap_or_default();
        sort::plain(&mut heading);
        heading.dedup();
        let mut evidence = Self { in_title: vec![], of_title: vec![], in_data: vec![], in_heading: vec![] };
        for block in blocks {
            evidence.push(&text(page, pieces, block), &title, &heading, &data);
        }
        evidence
    }

    fn push(&mut self, text: &str, title: &[u64], heading: &[u64], data: &[u64]) {
        let own = words(text);
        let found = own.iter().filter(|word| title.binary_search(word).is_ok()).count();
        self.in_title.push(hundredths(found, own.len()));
        self.of_title.push(hundredths(found, title.len()));
        self.in_heading
            .push(hundredths(own.iter().filter(|word| heading.binary_search(word).is_ok()).count(), own.len()));
        let (found, all) = match data {
            [] => (0, 1),
            data => runs(&own)
                .fold((0, 0), |(found, all), run| (found + usize::from(data.binary_search(&run).is_ok()), all + 1)),
        };
        self.in_data.push(hundredths(found, all));
    }
}

fn hundredths(part: usize, whole: usize) -> u8 {
    (part * 100 / whole.max(1)).min(100) as u8
}

fn text(page: &Page, pieces: &[Piece], block: &Block) -> String {
    let mut text = String::new();
    for piece in &pieces[block.pieces.0 as usize..block.pieces.1 as usize] {
        match piece {
            Piece::Text(_, span) => text.push_str(span.of(&page.text)),
            _ => text.push(' '),
        }
    }
    text
}

/// Hashes of the words of a text, case levelled; a character beyond ASCII is taken as it is.
fn words(text: &str) -> Vec<u64> {
    let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || (c as u32) > 0xbf && c.is_alphanumeric()));
    parts
        .filter(|word| !word.is_empty())
        .map(|word| word.bytes().fold(SEED, |hash, byte| mix(hash, u64::from(byte.to_ascii_lowercase()))))
        .collect()
}

/// Hashes of all runs of `RUN` words; a shorter text is one run.
fn runs(words: &[u64]) -> impl Iterator<Item = u64> {
    words
        .windows(RUN.min(words.len().max(1)))
        .chain((words.is_empty()).then_some(words))
        .map(|run| run.iter().fold(SEED, |hash, &word| mix(hash.rotate_left(5), word)))
}

/// JSON's and HTML's escapes taken out of a raw JSON text, as far as they would stick to words.
fn unescaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let code =
            escape.strip_prefix('u').and_then(|hex| hex.get(..4)).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        if let Some(code) = code {
            text.push(char::from_u32(code).unwrap_or(' '));
            rest = &escape[5..];
        } else {
            text.push(' ');
            rest = &escape[escape.chars().next().map_or(0, char::len_utf8)..];
        }
    }
    text.push_str(rest);
    text
}
