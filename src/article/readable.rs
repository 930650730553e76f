//! Readable: whether there is anything to sum up, and if not, why.

use super::Unreadable;
use super::measure::Measure;
use super::scene::{Scene, is_prose};
use crate::page::{Flow, NodeId, Page, Source, Tag};

/// Less text than this, in halves of a word, is no article.
const UNITS_MIN: u32 = 16;
/// A `<noscript>` of less text, alone on its page, asks for scripts and is no article.
const NOTICE_UNITS: u32 = 200;
/// Script text, in bytes, that makes an empty page a shell.
const SHELL_SCRIPT_BYTES: usize = 200;

/// Why a page can't be summed up; `None` where it can. `keeps` says of each block whether it is content.
pub(super) fn why_not(scene: &Scene<'_>, keeps: &[bool]) -> Option<Unreadable> {
    let total = scene.page_total();
    if let Some(reason) = not_prose(scene.page) {
        return Some(reason);
    }
    let mut kept = Measure::default();
    for (measure, _) in scene.measures.iter().zip(keeps).filter(|(_, keeps)| **keeps) {
        kept.add(measure);
    }
    let is_shell = || {
        total.units < 200
            && scene.prose_sums[keeps.len()].units < 60
            && brings_content_by_script(scene.page, total.units)
    };
    let outside = || words_without_rescue(scene.page) * 2;
    let is_notice =
        total.units < NOTICE_UNITS && outside() < UNITS_MIN && brings_content_by_script(scene.page, total.units);
    if kept.units < UNITS_MIN || is_notice {
        return Some(match () {
            // What a live document has, its scripts have brought already.
            () if scene.page.source == Source::Html && (is_notice || is_shell()) => Unreadable::NeedsScript,
            () if total.units == 0 => Unreadable::Empty,
            () if total.units > 100 && total.linked * 10 > total.units * 8 => Unreadable::LinkList,
            () => Unreadable::TooShort,
        });
    }
    let has_prose = scene.measures.iter().any(is_prose);
    let has_words = scene.measures.iter().any(|m| m.units - m.linked >= 12);
    (!has_prose && !has_words && kept.linked * 100 > kept.units * 95).then_some(Unreadable::LinkList)
}

/// Words outside `<noscript>`, where a shell asks for scripts.
fn words_without_rescue(page: &Page) -> u32 {
    let (mut words, mut node) = (0, NodeId::ROOT);
    while node.index() < page.nodes.len() {
        if page.tag(node) == Some(Tag::NOSCRIPT) || page.flow(node) == Flow::Skipped {
            node = page.nodes[node.index()].end;
            continue;
        }
        words += page.text_span(node).map_or(0, |span| span.of(&page.text).split_whitespace().count() as u32);
        node = NodeId(node.0 + 1);
    }
    words
}

/// A shell: scripts, and a place for what they bring. Where nothing else stands, any script or data for one will do.
fn brings_content_by_script(page: &Page, units: u32) -> bool {
    let mut bytes = 0;
    for node in page.subtree(NodeId::ROOT).filter(|&node| page.tag(node) == Some(Tag::SCRIPT)) {
        bytes += page.text_of(node).len() + if page.attribute(node, "src").is_some() { SHELL_SCRIPT_BYTES } else { 0 };
    }
    bytes >= if units == 0 { 1 } else { SHELL_SCRIPT_BYTES }
}

/// Openings of files that aren't text: PDF, ZIP, PNG, JPEG and GIF.
const FILE_OPENINGS: [&str; 5] = ["%PDF-", "PK\u{3}\u{4}", "\u{fffd}PNG", "\u{fffd}\u{fffd}\u{fffd}", "GIF8"];
/// Characters at the start of the text that are looked at.
const SAMPLE_CHARS: usize = 4000;

/// Bytes of another format, or characters that are data and not prose.
pub(super) fn not_prose(page: &Page) -> Option<Unreadable> {
    let body = page.first(Tag::BODY)?;
    let texts = page.subtree(body).filter_map(|node| page.text_span(node)).map(|span| span.of(&page.text));
    let sample: String = texts.flat_map(str::chars).take(SAMPLE_CHARS).collect();
    let opening = sample.trim_start();
    let strange = sample.chars().filter(|&c| c == '\u{fffd}' || c.is_control() && !c.is_whitespace()).count();
    if FILE_OPENINGS.iter().any(|magic| opening.starts_with(magic)) || strange * 10 > sample.chars().count() {
        return Some(Unreadable::Binary);
    }
    // A page without elements of its own: the characters of something that never was HTML.
    let is_bare = page.source == Source::Plain || page.subtree(body).skip(1).all(|node| page.tag(node).is_none());
    (is_bare && is_data(opening)).then_some(Unreadable::NotText)
}

/// More characters than these, hardly a letter among them, are no note.
const LETTERLESS_CHARS: usize = 40;

/// JSON, CSS, source or base64: opens like it, or is full of its marks, or has hardly a blank.
fn is_data(text: &str) -> bool {
    let count = |is: fn(char) -> bool| text.chars().filter(|&c| is(c)).count();
    let all = count(|c| !c.is_whitespace());
    let marks = count(|c| matches!(c, '{' | '}' | '[' | ']' | '"' | ':' | ';' | '=' | '<' | '>' | '\\'));
    let opens = text.starts_with(['{', '[']);
    let blanks = count(char::is_whitespace);
    let letters = count(char::is_alphabetic);
    opens && marks * 8 > all
        || marks * 4 > all
        || all > 400 && text.is_ascii() && blanks * 60 < all
        || all > LETTERLESS_CHARS && letters * 10 < all
}
