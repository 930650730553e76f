//! What the page shows near its title: "By Ann Lee", "14 May 2024".
//!
//! The title and its heading go in; claims come out. Marked elements are put in the order of their nearness to the title.

use super::date::{self, Order};
use super::markup::{self, Mark};
use super::{Claim, Claims, Source, by_line, settle};
use crate::page::{Flow, NodeId, Page, Tag};
use crate::sort;

/// Nodes read before and after the title.
const NODES_BEFORE: u32 = 160;
const NODES_AFTER: u32 = 420;

/// Lines read before and after the title.
const LINES_BEFORE: usize = 12;
const LINES_AFTER: usize = 36;

/// Nodes searched for a line that is the title where no heading is.
const SEARCHED_NODES_MAX: u32 = 6000;

/// What stands around the date in a date line is no longer, in characters.
const DATE_COMPANY_CHARS_MAX: usize = 64;

/// A longer line, in bytes, is prose.
pub(super) const LINE_BYTES_MAX: usize = 160;

/// Beginnings of words that say of a date that it is the day of a change, in lower case.
pub(super) const UPDATES: &[&str] = &[
    "updat",
    "modified",
    "edited",
    "review",
    "revis",
    "aktualisiert",
    "stand",
    "geändert",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualiz",
    "modificad",
    "atualiza",
    "aggiorna",
    "bijgewerkt",
    "gewijzigd",
    "обновл",
    "изменен",
    "更新",
    "修正",
    "تحديث",
    "last ",
];

/// Beginnings of words that say of a date that it isn't the text's, in lower case.
const OTHER_DAYS: &[&str] = &[
    "joined",
    "member since",
    "registered",
    "expires",
    "deadline",
    "copyright",
    "©",
    "event",
    "start",
    "next ",
    "visited",
    "accessed",
    "retrieved",
    "opened",
    "founded",
    "born",
];

/// Beginnings of words that say of a date that it is the day of publication, in lower case.
pub(super) const PUBLISHED: &[&str] = &[
    "publi",
    "post",
    "pubblic",
    "veröffentlicht",
    "erschienen",
    "geplaatst",
    "gepubliceerd",
    "опубликован",
    "نشر",
    "發布",
    "发布",
    "公開",
    "掲載",
];

/// Other words of a date line, in lower case: by whom, when, how long to read.
pub(super) const DATE_LINE_WORDS: &[&str] = &[
    "a", "à", "am", "and", "at", "av", "by", "comments", "created", "da", "date", "de", "del", "den", "di", "do",
    "door", "el", "em", "first", "from", "h", "il", "in", "issued", "jour", "las", "le", "min", "mins", "minute",
    "minutes", "mis", "mise", "of", "on", "op", "par", "pm", "por", "på", "read", "released", "the", "um", "uhr",
    "views", "vom", "von", "written", "kl", "às", "om", "et", "est", "gmt", "utc", "bst", "cet", "в", "г", "日", "일",
];

/// Words of a date line beside these that no capital opens, at most.
const OTHER_WORDS_MAX: usize = 1;

/// Letters beside the date in scripts without capitals, at most.
const UNCASED_LETTERS_MAX: usize = 16;

/// Marks between the parts of a date line.
pub(super) const PART_MARKS: [char; 9] = ['|', '·', '•', '/', '–', '—', '(', ')', '\n'];

/// Parts of a class or id whose elements speak of other texts.
const ELSEWHERE: &[&str] = &[
    "comment",
    "related",
    "sidebar",
    "recommend",
    "widget",
    "footer",
    "more-",
    "next-",
    "teaser",
    "card",
    "latest",
    "popular",
    "trending",
];

/// Nodes of an element that shows a date and nothing more.
const DATE_NODES_MAX: usize = 6;

/// Characters of one node's text that are read: more is prose.
const NODE_CHARS_MAX: usize = 4000;

/// A line around a `<time>` that is longer, in bytes, is prose.
const TIME_LINE_BYTES_MAX: usize = 1000;

/// A line of the page: its text and the node that it starts at.
struct Line {
    node: NodeId,
    text: String,
}

/// Adds the claims of the lines near the title, and orders those of marked elements.
pub(super) fn claims(page: &Page, title: Option<&str>, heading: Option<NodeId>, claims: &mut Claims) {
    let anchor = heading.or_else(|| line_of(page, title?));
    if let Some(anchor) = anchor {
        let first = NodeId(anchor.0.saturating_sub(NODES_BEFORE));
        let before = lines(page, first, anchor);
        let skipped = before.len().saturating_sub(LINES_BEFORE);
        let end = NodeId((anchor.0 + NODES_AFTER).min(page.nodes.len() as u32));
        let mut after = lines(page, anchor, end);
        after.truncate(LINES_AFTER);
        read(page, &after, claims);
        read_names(&after, claims);
        read(page, &before[skipped..], claims);
    }
    order(page, anchor, claims);
}

/// The start of the first line that is the title.
fn line_of(page: &Page, title: &str) -> Option<NodeId> {
    let end = NodeId((page.nodes.len() as u32).min(SEARCHED_NODES_MAX));
    lines(page, NodeId::ROOT, end).into_iter().find(|line| line.text == title).map(|line| line.node)
}

/// The lines between two nodes: runs of text between the borders of blocks.
fn lines(page: &Page, first: NodeId, end: NodeId) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut text = String::new();
    let mut start = first;
    let mut at = first;
    let mut push = |text: &mut String, node: NodeId| {
        if let Some(line) = Some(&*text).filter(|text| !text.trim().is_empty()).and_then(|text| settle::line(text)) {
            lines.push(Line { node, text: line });
        }
        text.clear();
    };
    while at < end {
        let flow = page.flow(at);
        if let Some(span) = page.text_span(at) {
            if text.trim_start().is_empty() {
                start = at;
            }
            text.extend(span.of(&page.text).chars().take(NODE_CHARS_MAX));
        } else if let Some(date) =
            markup::machine_date(page, at).filter(|_| page.subtree(at).nth(DATE_NODES_MAX).is_none())
        {
            // What machines are told stands for what is shown: "yesterday".
            if text.trim_start().is_empty() {
                start = at;
            }
            text.extend([" ", &date, " "]);
            at = page.nodes[at.index()].end;
            if closes_block(page, at) {
                push(&mut text, start);
            }
            continue;
        } else if flow == Flow::Skipped {
            at = page.nodes[at.index()].end;
            continue;
        } else if flow == Flow::Block || matches!(page.tag(at), Some(Tag::BR | Tag::HR)) {
            push(&mut text, start);
        } else {
            // Elements side by side are words of their own: "<a>Ann</a><a>May 3</a>".
            text.push(' ');
        }
        at = NodeId(at.0 + 1);
        if closes_block(page, at) {
            push(&mut text, start);
        }
    }
    push(&mut text, start);
    lines
}

/// True where a block element ends right before the node.
fn closes_block(page: &Page, next: NodeId) -> bool {
    let before = NodeId(next.0 - 1);
    let holder = if page.text_span(before).is_some() { page.parent(before) } else { before };
    let mut at = holder;
    // Inline elements that end here are passed on the way up to the block.
    while at != NodeId::ROOT && page.nodes[at.index()].end == next {
        if page.flow(at) == Flow::Block {
            return true;
        }
        at = page.parent(at);
    }
    false
}

fn read(page: &Page, lines: &[Line], claims: &mut Claims) {
    for (at, line) in lines.iter().enumerate() {
        if line.text.len() > LINE_BYTES_MAX {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |at| lines[at].text.as_str());
        if let Some(name) = by_line::name_in(before, &line.text) {
            claims.push(Mark::ByLine, line.node, name);
        }
        if is_fact(page, line.node) {
            continue;
        }
        let mut from = 0;
        while let Some((start, end)) = date_in(&line.text, from) {
            let opening = &line.text[from..start];
            let around = if from == 0 && before.len() < LABEL_BYTES_MAX {
                [before, " ", opening].concat()
            } else {
                opening.to_owned()
            };
            let mark = if says(UPDATES, &around) { Mark::ShownUpdate } else { Mark::ShownDate };
            let is_told = from == 0 || says(UPDATES, opening) || says(PUBLISHED, opening);
            if is_told && is_date_line(&line.text, start, end) && !says(OTHER_DAYS, &around) {
                claims.push(mark, line.node, line.text[start..end].to_owned());
            }
            from = end;
        }
    }
}

/// Names alone that stand beside a date right under the title.
fn read_names(lines: &[Line], claims: &mut Claims) {
    let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    for (at, line) in lines.iter().enumerate().take(LINES_UNDER_TITLE).skip(1) {
        if let Some(name) = by_line::name_beside_date(text(at - 1), &line.text, text(at + 1)) {
            claims.push(Mark::NameLine, line.node, name);
        }
    }
}

/// Lines from the title on where a name alone is its author's.
const LINES_UNDER_TITLE: usize = 6;

/// A shorter line, in bytes, may be the label of the next.
const LABEL_BYTES_MAX: usize = 24;

/// The first date behind `from`.
pub(super) fn date_in(text: &str, from: usize) -> Option<(usize, usize)> {
    date::find(text.get(from..)?, Order::DayFirst).map(|(_, start, end)| (from + start, from + end))
}

/// True where the date stands in a line of its own: beside it, in its part of the line, stand names and words of publishing
/// at most, which no sentence does with.
fn is_date_line(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].rsplit(PART_MARKS).next().unwrap_or_default();
    let after = text[end..].split(PART_MARKS).next().unwrap_or_default();
    let is_known = |word: &str| {
        DATE_LINE_WORDS.contains(&word) || UPDATES.iter().chain(PUBLISHED).any(|stem| word.starts_with(stem))
    };
    // Each date of a line has the words between it and the next for its own.
    let after = date_in(after, 0).map_or(after, |(start, _)| &after[..start]);
    let before = last_date_end(before).map_or(before, |end| &before[end..]);
    let company = [before, " ", after].concat();
    let others = company.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_lowercase));
    let uncased = company.chars().filter(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()).count();
    company.chars().count() <= DATE_COMPANY_CHARS_MAX
        && uncased <= UNCASED_LETTERS_MAX
        && others.filter(|word| !is_known(word)).count() <= OTHER_WORDS_MAX
}

/// Where the last date in a text ends.
fn last_date_end(text: &str) -> Option<usize> {
    let mut last = None;
    while let Some((_, end)) = date_in(text, last.unwrap_or(0)) {
        last = Some(end);
    }
    last
}

/// True where a word of the text begins as one of the list does.
fn says(list: &[&str], text: &str) -> bool {
    let lower = text.to_lowercase();
    let opens = |at: usize| lower[..at].chars().next_back().is_none_or(|c| !c.is_alphabetic() || !c.is_ascii());
    list.iter().any(|word| lower.match_indices(word).any(|(at, _)| opens(at)))
}

/// True in a row of a table that names what its cells tell: "Founded", "Born".
fn is_fact(page: &Page, node: NodeId) -> bool {
    let row = page.ancestors(node).take(8).find(|&holder| page.tag(holder) == Some(Tag::TR));
    row.is_some_and(|row| page.children(row).any(|cell| page.tag(cell) == Some(Tag::TH)))
}

/// Puts the claims of marked elements in the order of their nearness to the title; drops those in comments.
fn order(page: &Page, anchor: Option<NodeId>, claims: &mut Claims) {
    for claim in &mut claims.all {
        if let Source::Mark(mark @ (Mark::TimeElement | Mark::DateClass)) = claim.source {
            claim.source = Source::Mark(placed(page, mark, claim));
        }
    }
    claims.all.retain(|claim| claim.source != Source::Mark(Mark::OtherDay));
    let zone = |claim: &Claim| -> u8 {
        let Source::Mark(mark) = claim.source else { return 0 };
        if !mark.is_placed() {
            return 0;
        }
        let node = NodeId(claim.group as u32);
        let near = anchor.is_some_and(|anchor| node >= anchor && node.0 - anchor.0 <= NODES_AFTER);
        let above = anchor.is_some_and(|anchor| node < anchor && anchor.0 - node.0 <= NODES_BEFORE);
        match elsewhere(page, node) {
            _ if mark == Mark::DateClass && is_fact(page, node) => 9,
            Some(Place::Comments) => 9,
            Some(Place::Beside) => 4,
            None if near => 1,
            None if above => 2,
            None => 3,
        }
    };
    let mut zoned: Vec<(u8, Claim)> = claims.all.drain(..).map(|claim| (zone(&claim), claim)).collect();
    zoned.retain(|zoned| {
        zoned.0 < 4
            || zoned.0 == 4
                && !matches!(zoned.1.source, Source::Mark(Mark::AuthorClass | Mark::AuthorLink | Mark::DateClass))
    });
    sort::by_key(&mut zoned, |zoned| zoned.0);
    claims.all = zoned.into_iter().map(|zoned| zoned.1).collect();
}

/// What a marked element's date is, by the line that it stands in.
fn placed(page: &Page, mark: Mark, claim: &Claim) -> Mark {
    let line = if mark == Mark::TimeElement { line_at(page, NodeId(claim.group as u32)) } else { claim.value.clone() };
    if line.len() > TIME_LINE_BYTES_MAX {
        return Mark::OtherDay;
    }
    let at = line.find(&claim.value).filter(|_| mark == Mark::TimeElement).map(|at| (at, at + claim.value.len()));
    let Some((start, end)) = at.or_else(|| date_in(&line, 0)) else { return mark };
    let opening = line[..start].rsplit('\n').next().unwrap_or_default();
    let opening = last_date_end(opening).map_or(opening, |end| &opening[end..]);
    if says(OTHER_DAYS, opening) || !is_date_line(&line, start, end) {
        return Mark::OtherDay;
    }
    if says(UPDATES, opening) { Mark::ShownUpdate } else { mark }
}

/// The line that a node stands in; empty where there is none.
fn line_at(page: &Page, node: NodeId) -> String {
    let holder = page.ancestors(node).find(|&holder| page.flow(holder) == Flow::Block).unwrap_or(NodeId::ROOT);
    let first = NodeId(holder.0.max(node.0.saturating_sub(NODES_BEFORE)));
    let end = NodeId(page.nodes[holder.index()].end.0.min(node.0 + NODES_BEFORE));
    let found = lines(page, first, end).into_iter().rfind(|line| line.node <= node);
    found.map_or_else(String::new, |line| line.text)
}

enum Place {
    Comments,
    Beside,
}

/// Whether the node stands among comments, or beside the article.
fn elsewhere(page: &Page, node: NodeId) -> Option<Place> {
    let mut beside = false;
    for holder in page.ancestors(node).take_while(|&holder| !matches!(page.tag(holder), Some(Tag::BODY))) {
        beside |= matches!(page.tag(holder), Some(Tag::NAV | Tag::FOOTER));
        for name in ["class", "id"] {
            let Some(value) = page.attribute(holder, name) else { continue };
            let value = value.to_ascii_lowercase();
            if value.contains("comment") && !value.contains("post") && !value.contains("no-comment") {
                return Some(Place::Comments);
            }
            beside |= ELSEWHERE.iter().any(|part| value.contains(part));
        }
    }
    beside.then_some(Place::Beside)
}
