//! Furniture inside the content: bylines, reading times, share bars, newsletter boxes, credits, pull quotes.
//!
//! Looks only at blocks that the classifier kept, and says of those that aren't article why they go. On a page that is no prose
//! only the labels of buttons go and what its wording tells: a box beside an article may be what such a page is about.

use super::html::media::is_picture;
use super::measure::{SEED, mix};
use super::metadata::says_who_and_when;
use super::scene::{Scene, is_prose};
use super::survey::{ASIDE, BUTTON, FIGURE, HEADING, HIDDEN};
use super::wordings::{self, heads_lives, wordings};
use super::{BlockKind, PageKind, Piece, RemovalReason};
use super::{hints, legends};
use crate::page::NodeId;
use crate::sort;
use std::cell::LazyCell;
use std::ops::Deref;

/// Longer blocks, in words, are prose whatever they open with.
const WORDS_MAX: usize = 30;

/// How far up from a block a box is looked for.
const BOX_DEPTH: usize = 4;

/// A named box that holds more of the content than one part in this many isn't furniture.
const BOX_SHARE: u32 = 8;

/// Why blocks that `keeps` lets through are no article; `None` for those that are. `byline` is who wrote it.
pub(super) fn find(
    scene: &Scene<'_>,
    pieces: &[Piece],
    keeps: &[bool],
    kind: PageKind,
    byline: Option<&str>,
) -> Vec<Option<RemovalReason>> {
    let mut reasons = by_kind(scene, pieces, keeps, kind);
    if !matches!(kind, PageKind::Forum | PageKind::Collection | PageKind::Listing) {
        drop_by_lines(scene, pieces, keeps, byline, &mut reasons);
    }
    reasons
}

/// Before the first prose and behind the last, lines that say only who wrote the text and when go.
fn drop_by_lines(
    scene: &Scene<'_>,
    pieces: &[Piece],
    keeps: &[bool],
    byline: Option<&str>,
    reasons: &mut [Option<RemovalReason>],
) {
    let stays = |at: &usize| keeps[*at] && reasons[*at].is_none();
    let prose: Vec<usize> = (0..keeps.len()).filter(stays).filter(|&at| is_prose(&scene.measures[at])).collect();
    let (Some(&first), Some(&last)) = (prose.first(), prose.last()) else { return };
    for at in (0..first).chain(last + 1..keeps.len()) {
        if keeps[at] && reasons[at].is_none() && says_who_and_when(&text(scene, pieces, at), byline) {
            reasons[at] = Some(RemovalReason::Byline);
        }
    }
}

fn by_kind(scene: &Scene<'_>, pieces: &[Piece], keeps: &[bool], kind: PageKind) -> Vec<Option<RemovalReason>> {
    if !matches!(kind, PageKind::Article | PageKind::Forum) {
        let label = |at: usize| match (keeps[at], is_label(scene, at)) {
            (false, _) => None,
            (_, true) => Some(RemovalReason::Form),
            _ => of_line(&text(scene, pieces, at)),
        };
        return (0..keeps.len()).map(label).collect();
    }
    let texts: Vec<String> =
        (0..keeps.len()).map(|at| if keeps[at] { text(scene, pieces, at) } else { String::new() }).collect();
    let kept = (0..keeps.len()).filter(|&at| keeps[at]);
    let total: u32 = kept.map(|at| scene.measures[at].units).sum();
    let is_caption = |at: usize| legends::picture_of(scene, at).is_some();
    let captions: u32 =
        (0..keeps.len()).filter(|&at| keeps[at] && is_caption(at)).map(|at| scene.measures[at].units).sum();
    // Few pages have a block that could repeat another.
    let runs = LazyCell::new(|| Runs::read(&texts));
    let first_prose = texts.iter().position(|text| ends_sentence(text)).unwrap_or(0);
    let judge = |at: usize| {
        if !keeps[at] || matches!(scene.blocks[at].kind, BlockKind::Code | BlockKind::TableRow) {
            return None;
        }
        if is_label(scene, at) {
            return Some(RemovalReason::Form);
        }
        let by_wording = of_line(&texts[at]);
        let is_shown = || !texts[at].contains("://") && is_under_picture(scene, at);
        let is_caption_like = || scene.blocks[at].kind == BlockKind::Caption || is_shown();
        let credits = || credits(&texts[at]) && is_caption_like();
        let captioned =
            || (is_caption(at) && captions * CAPTIONS_SHARE < total || credits()).then_some(RemovalReason::Caption);
        let says_title = || is_title(scene, at) || at < first_prose && is_second_headline(scene, at, &texts[at]);
        let titled = || says_title().then_some(RemovalReason::RepeatedTitle);
        titled()
            .or(by_wording)
            .or_else(captioned)
            .or_else(|| by_box(scene, at, total))
            .or_else(|| repeated(scene, at, &texts, &runs))
            // What stands beside the picture of a post is the post.
            .filter(|&reason| kind == PageKind::Article || reason != RemovalReason::Caption)
    };
    let mut reasons: Vec<_> = (0..keeps.len()).map(judge).collect();
    drop_linked_lists(scene, &texts, &mut reasons);
    drop_lives(scene, pieces, &texts, &mut reasons);
    drop_walls(scene, &texts, total, &mut reasons);
    end_with_related(&texts, &mut reasons);
    reasons
}

/// Words of the heading of a list of links, at most.
const LIST_HEADING_WORDS_MAX: usize = 7;

/// "Most read in business" goes with the links under it.
fn drop_linked_lists(scene: &Scene<'_>, texts: &[String], reasons: &mut [Option<RemovalReason>]) {
    let is_link = |at: &usize| scene.measures[*at].linked * 10 >= scene.measures[*at].units * 9;
    let kept: Vec<usize> = (0..texts.len()).filter(|&at| !texts[at].is_empty()).collect();
    let mut rest = &kept[..];
    while let Some((&head, behind)) = rest.split_first() {
        let is_head = heads_related(&texts[head]);
        let links = if is_head { behind.iter().take_while(|at| is_link(at)).count() } else { 0 };
        for &at in rest[..=links].iter().filter(|_| links > 0) {
            reasons[at] = reasons[at].or(Some(RemovalReason::Related));
        }
        rest = &behind[links..];
    }
}

/// True for a short line that opens with a wording for other articles.
fn heads_related(text: &str) -> bool {
    let lower = text.to_lowercase();
    let opens =
        |opening: &&str| lower.strip_prefix(*opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    text.split_whitespace().nth(LIST_HEADING_WORDS_MAX).is_none() && wordings().related.iter().any(opens)
}

/// Blocks of such a life, at most.
const LIFE_BLOCKS_MAX: usize = 6;

/// "About the author" goes with what follows, up to the next heading.
fn drop_lives(scene: &Scene<'_>, pieces: &[Piece], texts: &[String], reasons: &mut [Option<RemovalReason>]) {
    let heads = |text: &str| heads_lives(&text.trim_end_matches(':').to_lowercase());
    // The heading may have gone already.
    let is_lost = |at: usize| texts[at].is_empty() && matches!(scene.blocks[at].kind, BlockKind::Heading(_));
    let says = |&at: &usize| if is_lost(at) { heads(&text(scene, pieces, at)) } else { heads(&texts[at]) };
    for at in (0..texts.len()).filter(says) {
        let is_other = |&next: &usize| matches!(scene.blocks[next].kind, BlockKind::Heading(_));
        let end = (at + 1..texts.len())
            .take(LIFE_BLOCKS_MAX)
            .find(is_other)
            .unwrap_or((at + 1 + LIFE_BLOCKS_MAX).min(texts.len()));
        let life = reasons[at..end].iter_mut().zip(&texts[at..end]).filter(|(_, text)| !text.is_empty());
        life.for_each(|(reason, _)| *reason = reason.or(Some(RemovalReason::Byline)));
    }
}

/// Blocks of a box that asks to subscribe, at most.
const WALL_BLOCKS_MAX: usize = 10;

/// "Subscribe to keep reading" goes with the box that it opens.
fn drop_walls(scene: &Scene<'_>, texts: &[String], total: u32, reasons: &mut [Option<RemovalReason>]) {
    let page = scene.page;
    for at in (0..texts.len()).filter(|&at| !texts[at].is_empty() && opens_wall(&texts[at])) {
        let node = scene.blocks[at].node;
        let is_box = |&holder: &NodeId| {
            let (from, to) = scene.range(holder);
            from == at && to - from <= WALL_BLOCKS_MAX && held(scene, holder) * 2 < total
        };
        let outermost = std::iter::once(node).chain(page.ancestors(node)).take_while(is_box).last();
        let end = outermost.map_or(at + 1, |holder| scene.range(holder).1);
        let wall = reasons[at..end].iter_mut().zip(&texts[at..end]).filter(|(_, text)| !text.is_empty());
        wall.for_each(|(reason, _)| *reason = reason.or(Some(RemovalReason::Subscribe)));
    }
}

/// True for a short line that says that the rest is for those who pay.
fn opens_wall(text: &str) -> bool {
    text.split_whitespace().nth(WALL_WORDS_MAX).is_none() && {
        let lower = text.to_lowercase();
        wordings().walls.iter().any(|opening| lower.starts_with(opening))
    }
}

/// Words of such a line, at most.
const WALL_WORDS_MAX: usize = 16;

/// Captions that hold one part in this many of the content are what the page is about: its pictures.
const CAPTIONS_SHARE: u32 = 3;

/// Longer texts of a button, in halves of a word, may be the headings or questions of parts that it opens.
const LABEL_UNITS_MAX: u32 = 8;

/// True for what a button does: "Add to wish list".
fn is_label(scene: &Scene<'_>, at: usize) -> bool {
    let measure = &scene.measures[at];
    let places = scene.standings[scene.blocks[at].node.index()].places;
    places & BUTTON != 0 && places & HEADING == 0 && measure.units <= LABEL_UNITS_MAX && measure.ends == 0
}

/// Headlines behind the last "Related stories", up to the end, go with it.
fn end_with_related(texts: &[String], reasons: &mut [Option<RemovalReason>]) {
    let is_line = |at: usize| texts[at].is_empty() || is_headline(&texts[at]);
    let Some(last) = reasons.iter().rposition(|&reason| reason == Some(RemovalReason::Related)) else { return };
    if (last + 1..texts.len()).all(is_line) {
        let behind =
            reasons.iter_mut().zip(texts).skip(last + 1).filter(|(reason, text)| reason.is_none() && !text.is_empty());
        behind.for_each(|(reason, _)| *reason = Some(RemovalReason::Related));
    }
}

/// Words of a headline, at most.
const HEADLINE_WORDS_MAX: usize = 20;

/// True for a short line that ends no sentence.
fn is_headline(text: &str) -> bool {
    !ends_sentence(text) && text.split_whitespace().nth(HEADLINE_WORDS_MAX).is_none()
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '»', ')', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', '۔'])
}

fn text(scene: &Scene<'_>, pieces: &[Piece], at: usize) -> String {
    let mut text = String::new();
    let (from, to) = scene.blocks[at].pieces;
    for piece in &pieces[from as usize..to as usize] {
        match piece {
            Piece::Text(_, span) => text.push_str(span.of(&scene.page.text)),
            Piece::Break | Piece::Cell => text.push(' '),
        }
    }
    text.trim().to_owned()
}

/// Names of boxes, as whole words of a class or id, and what they hold.
const BOXES: &[(&[&str], RemovalReason)] = &[
    (&["newsletter", "subscribe", "subscription", "signup"], RemovalReason::Subscribe),
    (&["sharebar", "share", "sharing", "social", "addtoany"], RemovalReason::ShareBar),
    (
        &["related", "readmore", "recommended", "recommendations", "recirc", "teaserbox", "alsolike"],
        RemovalReason::Related,
    ),
    (&["ad", "ads", "advert", "advertisement", "sponsored", "outbrain", "taboola"], RemovalReason::Advertisement),
    (&["byline", "dateline", "timestamp"], RemovalReason::Byline),
    (&["cookie", "consent"], RemovalReason::Cookies),
    (&["caption", "captions", "credit", "credits"], RemovalReason::Caption),
];

/// The reason of the small box that a block stands in: it isn't displayed, or its name says so.
fn by_box(scene: &Scene<'_>, at: usize, total: u32) -> Option<RemovalReason> {
    let node = scene.blocks[at].node;
    let is_hidden = |node: &NodeId| scene.standings[node.index()].places & HIDDEN != 0;
    let hidden = std::iter::once(node).chain(scene.page.ancestors(node)).take_while(is_hidden).last();
    if hidden.is_some_and(|outermost| held(scene, outermost) * BOX_SHARE <= total) {
        return Some(RemovalReason::Hidden);
    }
    for around in std::iter::once(node).chain(scene.page.ancestors(node)).take(BOX_DEPTH) {
        if around == NodeId::ROOT || held(scene, around) * BOX_SHARE > total {
            return None;
        }
        for attribute in ["class", "id"] {
            let Some(names) = scene.page.attribute(around, attribute) else { continue };
            for (words, reason) in BOXES {
                if hints::words(names).any(|name| words.iter().any(|word| name.eq_ignore_ascii_case(word))) {
                    return Some(*reason);
                }
            }
        }
    }
    None
}

/// How much text a node holds, in halves of a word.
fn held(scene: &Scene<'_>, node: NodeId) -> u32 {
    let (from, to) = scene.range(node);
    scene.sums[to].units - scene.sums[from].units
}

/// Per cent of a heading's words that the title has, and of the title's words that the heading has, to be the title again.
const TITLE_SHARE: u8 = 80;

/// True for a heading that says the title, which the digest gives beside the text.
fn is_title(scene: &Scene<'_>, at: usize) -> bool {
    let (in_title, of_title) = (scene.evidence.in_title[at], scene.evidence.of_title[at]);
    let is_heading = matches!(scene.blocks[at].kind, BlockKind::Heading(_));
    is_heading && in_title >= TITLE_SHARE && (of_title >= TITLE_SHARE || at as u32 == scene.title_block)
}

/// Per cent of a second headline's words that the title has.
const SECOND_HEADLINE_SHARE: u8 = 50;

/// True for a line before the text that says the title in other words.
fn is_second_headline(scene: &Scene<'_>, at: usize, text: &str) -> bool {
    let words = text.split_whitespace().count();
    words >= 4 && is_headline(text) && scene.evidence.in_title[at] >= SECOND_HEADLINE_SHARE
}

/// Text of a caption that no element marks, in halves of a word, at most, and nodes between it and its picture.
const CAPTION_UNITS_MAX: u32 = 60;
const PICTURE_NODES_MAX: usize = 8;

/// True for a short text right under a picture.
fn is_under_picture(scene: &Scene<'_>, at: usize) -> bool {
    let (page, node) = (scene.page, scene.blocks[at].node);
    let is_blank = |node: NodeId| page.text_span(node).is_none_or(|span| span.of(&page.text).trim().is_empty());
    let mut before = (0..node.0).rev().map(NodeId).take(PICTURE_NODES_MAX).take_while(|&node| is_blank(node));
    scene.measures[at].units <= CAPTION_UNITS_MAX && before.any(|node| is_picture(page, node))
}

/// True for a caption that names its maker.
fn credits(text: &str) -> bool {
    let lower = text.to_lowercase();
    wordings().credits.iter().any(|credit| lower.contains(credit))
}

/// Why a line goes for what it says.
pub(super) fn of_line(text: &str) -> Option<RemovalReason> {
    if text.split_whitespace().nth(WORDS_MAX).is_none() { by_wording(text) } else { None }
}

fn by_wording(text: &str) -> Option<RemovalReason> {
    let lower = text.to_lowercase();
    let words = text.split_whitespace().count();
    let bare = lower.trim_end_matches([':', '.', '…', '!', '»', '›', '→', ' ']);
    if let Some(reason) = wordings::of_line(bare) {
        return Some(reason);
    }
    let has_digit = lower.bytes().any(|b| b.is_ascii_digit());
    let ends_sentence = lower.ends_with(['.', '!', '?', '。', '؟']);
    if has_digit
        && (words <= 16 && !ends_sentence || words <= 6)
        && wordings().minutes.iter().any(|part| lower.contains(part))
    {
        return Some(RemovalReason::ReadingTime);
    }
    if words <= 14 && !ends_sentence && is_byline(text, &lower) {
        return Some(RemovalReason::Byline);
    }
    let opening = wordings().openings.iter().find(|(opening, _)| lower.starts_with(opening))?.1;
    match opening {
        RemovalReason::Byline => (has_digit && words <= 14).then_some(opening),
        RemovalReason::Subscribe | RemovalReason::Related => Some(opening),
        _ => (words <= 16).then_some(opening),
    }
}

/// True for "By Jane Doe, environment reporter".
fn is_byline(text: &str, lower: &str) -> bool {
    wordings().by.iter().any(|by| {
        let Some(rest) = lower.strip_prefix(by).filter(|rest| rest.starts_with([' ', ':', '\u{a0}'])) else {
            return false;
        };
        let name =
            text.get(text.len().saturating_sub(rest.len())..).unwrap_or("").trim_start_matches([':', ' ', '\u{a0}']);
        let mut words = name.split_whitespace();
        let is_capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        words.next().is_some_and(is_capital) && words.next().is_some_and(is_capital)
    })
}

/// Words in a row that two blocks must share.
const RUN_WORDS: usize = 5;

/// Every run of words of every block, as hashes, sorted.
struct Runs(Vec<(u64, u32)>);

impl Runs {
    fn read(texts: &[String]) -> Self {
        let mut runs = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            runs.extend(hashes(text).into_iter().map(|hash| (hash, at as u32)));
        }
        sort::plain(&mut runs);
        runs.dedup();
        Self(runs)
    }

    /// True where a block other than `at` has this run.
    fn elsewhere(&self, hash: u64, at: usize) -> bool {
        let from = self.0.partition_point(|run| run.0 < hash);
        self.0[from..].iter().take(2).any(|run| run.0 == hash && run.1 as usize != at)
    }
}

fn hashes(text: &str) -> Vec<u64> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().flat_map(char::to_lowercase).fold(SEED, |hash, c| mix(hash, u64::from(u32::from(c)))))
        .collect();
    words.windows(RUN_WORDS).map(|run| run.iter().fold(SEED, |hash, &word| mix(hash, word))).collect()
}

/// A pull quote or a caption that says what the body says.
fn repeated(scene: &Scene<'_>, at: usize, texts: &[String], runs: &impl Deref<Target = Runs>) -> Option<RemovalReason> {
    let block = scene.blocks[at];
    let places = scene.standings[block.node.index()].places;
    let is_aside = places & (ASIDE | FIGURE) != 0 || matches!(block.kind, BlockKind::Caption | BlockKind::Quote);
    // "… on the wrong side of the bay [Jane Doe/Agency]"
    let is_credited = texts[at].ends_with(']') && texts[at].contains('[');
    if !is_aside && !is_credited {
        return None;
    }
    let own = hashes(&texts[at]);
    let same = own.iter().filter(|&&hash| runs.elsewhere(hash, at)).count();
    let is_caption = block.kind == BlockKind::Caption || places & FIGURE != 0 || is_credited;
    let reason = if is_caption { RemovalReason::Caption } else { RemovalReason::Repeated };
    (!own.is_empty() && same * 10 >= own.len() * 8).then_some(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_over_other_articles_opens_with_such_a_wording() {
        assert!(heads_related("Most read in business") && heads_related("Related stories:"));
        assert!(!heads_related("Relatedness of languages") && !heads_related("What most read"));
    }

    #[test]
    fn a_box_that_asks_to_subscribe_a_caption_and_a_life_go_whole() {
        let prose = "<p>The council voted on Tuesday to close the eastern quay, and the ferries will leave from the market.</p>";
        let html = [
            "<title>Quay</title><article><h1>Quay</h1><p>By Ann Lee<p>6 March 2024",
            "<div><amp-img src=q.jpg></amp-img><p>The quay at low tide. Photo: T. Bell</div>",
            &prose.repeat(6),
            "<div><h2>Subscribe to keep reading</h2><p>Get it all for £1 a week. Cancel anytime.<p>See my options</div>",
            "<h3>About the author</h3><p>Ann Lee writes about the sea, and lives beside it.</article>",
        ]
        .concat();
        let page = crate::page::parse_html(&html, &crate::options::Options::default().limits).unwrap();
        let article = crate::article::extract(&page, &crate::options::Options::default()).unwrap();
        let texts: Vec<String> = article.blocks.iter().map(|block| page.words_of(block.node)).collect();
        assert!(!texts.is_empty() && texts.iter().all(|text| text.starts_with("The council voted")), "{texts:?}");
    }

    #[test]
    fn furniture_is_known_by_its_wording_and_prose_isnt() {
        for (text, reason) in [
            ("4 min read", Some(RemovalReason::ReadingTime)),
            ("14 September 2026 · 3 min read", Some(RemovalReason::ReadingTime)),
            ("Von Wiebke Petersen · Lesezeit: 3 Minuten", Some(RemovalReason::ReadingTime)),
            ("By Morag Ellison, environment reporter", Some(RemovalReason::Byline)),
            ("Read more:", Some(RemovalReason::Related)),
            ("Advertisement", Some(RemovalReason::Advertisement)),
            ("Foto: M. Claussen", Some(RemovalReason::Caption)),
            ("By the time they came home, it was dark.", None),
            ("It took them four minutes to read the letter.", None),
            ("Share prices fell", None),
            ("Updated rules apply from Monday.", None),
        ] {
            assert_eq!(by_wording(text), reason, "{text}");
        }
    }
}
