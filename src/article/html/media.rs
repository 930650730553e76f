//! Pictures: which of a page's belong to its article, and the address each is really loaded from.

use super::super::url;
use super::super::{Article, Piece, Removal, RemovalReason};
use super::math::Formulas;
use crate::page::{Flow, NodeId, Page, Tag};

/// A smaller picture, in CSS pixels of its width or height, is an icon or a counter.
const SIDE_MIN: u32 = 40;

/// A picture of the article, or a formula of which no text is.
pub(super) struct Picture {
    pub(super) node: NodeId,
    pub(super) content: Content,
}

/// What a picture shows.
pub(super) enum Content {
    Image {
        source: String,
        /// The candidates of a responsive picture, as `srcset` writes them.
        set: Option<String>,
    },
    Formula,
}

/// Custom elements that are pictures, with the attributes of `<img>`.
const CUSTOM: &[&str] = &["amp-img", "amp-anim"];

/// Attributes that lazy pages put the real address into, best first.
const LAZY: &[&str] = &[
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-orig-file",
    "data-url",
    "data-image",
    "data-img-src",
    "data-full-src",
    "data-hi-res-src",
    "data-actualsrc",
    "data-original-src",
];
const LAZY_SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "data-original-set", "srcset"];

/// True for an image, or a custom element that is one.
pub(in crate::article) fn is_picture(page: &Page, node: NodeId) -> bool {
    let is_custom = |tag: Tag| tag.name().is_none() && CUSTOM.contains(&page.tag_name(node));
    page.tag(node).is_some_and(|tag| tag == Tag::IMG || is_custom(tag))
}

/// The pictures of an article in document order: those among its kept texts, not those of what was left out.
pub(super) fn pictures(page: &Page, places: &Places<'_>, formulas: &Formulas, base: Option<&str>) -> Vec<Picture> {
    let mut found: Vec<Picture> = Vec::new();
    // Where the content of a custom element that is a picture ends: what it shows where its script doesn't run.
    let mut rescue_end = NodeId::ROOT;
    for node in page.subtree(NodeId::ROOT) {
        let content = match page.tag(node) {
            Some(Tag::MATH) => formula(node, places, formulas),
            Some(Tag::IMG) if node >= rescue_end && formulas.around(node).is_none() => image(page, node, places, base),
            Some(Tag::IMG) => continue,
            Some(_) if is_picture(page, node) && !places.holds_kept(node) => {
                let image = image(page, node, places, base);
                rescue_end = if image.is_some() { page.nodes[node.index()].end } else { rescue_end };
                image
            }
            _ => continue,
        };
        // What stands again in `<noscript>` behind a lazy picture.
        let repeats = |last: &Picture| match (&last.content, &content) {
            (Content::Image { source: last, .. }, Some(Content::Image { source, .. })) => last == source,
            _ => false,
        };
        if !found.last().is_some_and(repeats) {
            found.extend(content.map(|content| Picture { node, content }));
        }
    }
    found
}

fn image(page: &Page, node: NodeId, places: &Places<'_>, base: Option<&str>) -> Option<Content> {
    if !places.hold(node, node) || is_icon(page, node) {
        return None;
    }
    let (source, set) = address(page, node, base)?;
    Some(Content::Image { source, set })
}

/// A formula that the texts among which it stands have in no notation.
fn formula(math: NodeId, places: &Places<'_>, formulas: &Formulas) -> Option<Content> {
    let formula = formulas.around(math).filter(|formula| formula.math == math)?;
    let is_written = places.holds_kept(formula.start);
    (!is_written && places.hold(math, formula.start)).then_some(Content::Formula)
}

/// Where the kept texts stand.
pub(super) struct Places<'p> {
    page: &'p Page,
    /// Per node: kept texts, and texts at all, before it.
    kept: Vec<u32>,
    texts: Vec<u32>,
    first: NodeId,
    last: NodeId,
    /// Per node: true inside something removed that isn't only a caption or a title.
    gone: Vec<bool>,
}

impl<'p> Places<'p> {
    pub(super) fn of(article: &Article<'p>, formulas: &Formulas) -> Self {
        let page = article.page;
        let count = page.nodes.len();
        let mut is_kept = vec![false; count + 1];
        let (mut first, mut last) = (NodeId(count as u32), NodeId::ROOT);
        for block in &article.blocks {
            for piece in &article.pieces[block.pieces.0 as usize..block.pieces.1 as usize] {
                if let Piece::Text(node, _) = piece {
                    is_kept[node.index()] = true;
                    (first, last) = (first.min(*node), last.max(*node));
                }
            }
        }
        let mut gone = vec![false; count];
        let spare =
            [RemovalReason::Caption, RemovalReason::RepeatedTitle, RemovalReason::Repeated, RemovalReason::Byline];
        // One notation of a formula is always hidden.
        let is_notation =
            |removal: &&Removal| removal.reason == RemovalReason::Hidden && formulas.around(removal.node).is_some();
        let removed = article.removed.iter().filter(|removal| !spare.contains(&removal.reason));
        for removal in removed.filter(|removal| !is_notation(removal)) {
            gone[removal.node.index()] = true;
        }
        let (mut kept, mut texts) = (vec![0; count + 1], vec![0; count + 1]);
        for node in 0..count {
            let id = NodeId(node as u32);
            gone[node] |= gone[page.parent(id).index()];
            let is_text = page.text_span(id).is_some_and(|span| !span.of(&page.text).trim().is_empty());
            let counts = is_text
                && formulas.around(id).is_none()
                && !matches!(page.tag(page.parent(id)), Some(Tag::FIGCAPTION | Tag::SCRIPT | Tag::STYLE));
            kept[node + 1] = kept[node] + u32::from(is_kept[node]);
            texts[node + 1] = texts[node] + u32::from(counts);
        }
        Self { page, kept, texts, first, last, gone }
    }

    /// True where a kept text stands in the element.
    pub(super) fn holds_kept(&self, node: NodeId) -> bool {
        self.count(&self.kept, node) > 0
    }

    fn count(&self, sums: &[u32], node: NodeId) -> u32 {
        sums[self.page.nodes[node.index()].end.index()] - sums[node.index()]
    }

    /// True where a picture stands among the kept texts: the largest element around it without any of them has no other
    /// text either, and what holds that holds a good part of the article. `outermost` is what it is a part of.
    fn hold(&self, picture: NodeId, outermost: NodeId) -> bool {
        if self.gone[picture.index()] {
            return false;
        }
        let mut own = outermost;
        let holder = loop {
            let holder = self.page.parent(own);
            let beside = matches!(self.page.tag(own), Some(Tag::NAV | Tag::FOOTER | Tag::ASIDE | Tag::HEADER));
            let hidden = self.page.flow(holder) == Flow::Skipped;
            if beside || hidden || holder == own {
                return false;
            }
            if self.count(&self.kept, holder) > 0 {
                break holder;
            }
            own = holder;
        };
        let other_texts = self.count(&self.texts, own);
        let within = self.first < picture && picture < self.last;
        let is_page = matches!(self.page.tag(holder), Some(Tag::BODY | Tag::HTML) | None);
        let all = self.kept[self.page.nodes.len()];
        let is_large = self.count(&self.kept, holder) * 3 >= all;
        other_texts == 0 && (within && (!is_page || is_large) || is_large && !is_page)
    }
}

fn is_icon(page: &Page, node: NodeId) -> bool {
    let side =
        |name| page.attribute(node, name).and_then(|value| value.trim().trim_end_matches("px").parse::<u32>().ok());
    [side("width"), side("height")].into_iter().flatten().any(|side| side < SIDE_MIN)
}

/// The address a picture is loaded from in the end, and its responsive candidates; `None` where only a placeholder is known.
fn address(page: &Page, node: NodeId, base: Option<&str>) -> Option<(String, Option<String>)> {
    let get = |name: &str| page.attribute(node, name).map(str::trim).filter(|value| !value.is_empty());
    let set = LAZY_SETS
        .iter()
        .find_map(|name| get(name))
        .or_else(|| sources_of(page, node))
        .and_then(|set| candidates(set, base));
    let lazy = LAZY.iter().filter_map(|name| get(name)).find_map(|value| picture_address(value, base));
    let plain = || get("src").filter(|value| !is_placeholder(value)).and_then(|value| picture_address(value, base));
    let from_set = || set.as_deref().and_then(best).map(str::to_owned);
    let source = lazy.or_else(plain).or_else(from_set)?;
    Some((source, set))
}

/// The candidates of the `<source>` elements of the `<picture>` around an image.
fn sources_of(page: &Page, image: NodeId) -> Option<&str> {
    let picture = page.ancestors(image).take(3).find(|&holder| page.tag(holder) == Some(Tag::PICTURE))?;
    let sources = page.children(picture).filter(|&child| page.tag(child) == Some(Tag::SOURCE));
    let named = |source: NodeId| ["srcset", "data-srcset"].iter().find_map(|name| page.attribute(source, name));
    sources.filter_map(named).find(|set| !set.trim().is_empty() && !set.trim_start().starts_with("data:"))
}

/// An address of a picture: of the web, or raster data.
fn picture_address(value: &str, base: Option<&str>) -> Option<String> {
    if value.len() > 5 && value.as_bytes()[..5].eq_ignore_ascii_case(b"data:") {
        return is_raster_data(value).then(|| value.to_owned());
    }
    url::absolute(value, base).filter(|address| !matches!(url::scheme(address), Some("mailto" | "tel")))
}

/// Data of a kind of picture that can't hold a script.
fn is_raster_data(value: &str) -> bool {
    const KINDS: &[&str] = &["png", "jpeg", "jpg", "gif", "webp", "avif", "bmp"];
    let Some(rest) = value.get(5..).and_then(|rest| rest.strip_prefix("image/")) else { return false };
    let Some((kind, data)) = rest.split_once(";base64,") else { return false };
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=' | b'%');
    KINDS.contains(&kind) && data.bytes().all(is_base64)
}

/// Shorter data are a dot or a blur, not the picture.
const DATA_BYTES_MIN: usize = 1024;

fn is_placeholder(value: &str) -> bool {
    let is_data = value.starts_with("data:");
    let name = value.rsplit('/').next().unwrap_or(value);
    let file = name.split(['?', '#']).next().unwrap_or(name).to_ascii_lowercase();
    let stem = file.split('.').next().unwrap_or("");
    is_data && value.len() < DATA_BYTES_MIN
        || matches!(
            stem,
            "blank"
                | "spacer"
                | "pixel"
                | "transparent"
                | "placeholder"
                | "1x1"
                | "lazy"
                | "loading"
                | "grey"
                | "trans"
        )
}

/// A `srcset`, its addresses made absolute; `None` where no candidate is left. Candidates are parted by commas with a blank
/// behind, or by commas behind a descriptor: addresses themselves may hold commas.
fn candidates(set: &str, base: Option<&str>) -> Option<String> {
    let mut out = String::new();
    let mut rest = set.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let closed = address.ends_with(',');
        let (descriptor, next) = match after.find(',') {
            _ if closed => ("", after),
            Some(comma) => (after[..comma].trim(), &after[comma + 1..]),
            None => (after.trim(), ""),
        };
        let is_descriptor =
            descriptor.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'w' | b'x' | b'h' | b' '));
        let address = address.trim_end_matches(',');
        if is_descriptor
            && !address.starts_with("data:")
            && let Some(address) = picture_address(address, base)
        {
            if !out.is_empty() {
                out.push_str(", ");
            }
            // A comma at an end would part the address from itself.
            out.push_str(&address.replace(',', "%2C"));
            if !descriptor.is_empty() {
                out.extend([" ", descriptor]);
            }
        }
        rest = next.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
    }
    (!out.is_empty()).then_some(out)
}

/// The largest candidate of a clean `srcset`.
fn best(set: &str) -> Option<&str> {
    let size = |candidate: &str| {
        let digits: String = candidate.rsplit(' ').next()?.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let largest = set.split(", ").max_by_key(|candidate| size(candidate).unwrap_or(0))?;
    largest.split(' ').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_are_made_absolute_and_the_largest_is_the_best() {
        let set = candidates(
            "/a,b.jpg 300w, c.jpg 1200w,data:image/png;base64,AA 2x, javascript:x 9x",
            Some("https://e.org/d/"),
        );
        assert_eq!(set.as_deref(), Some("https://e.org/a%2Cb.jpg 300w, https://e.org/d/c.jpg 1200w"));
        assert_eq!(best(set.as_deref().unwrap()), Some("https://e.org/d/c.jpg"));
        assert_eq!(candidates(" , ,", None), None);
    }

    #[test]
    fn only_raster_data_are_pictures() {
        assert!(is_raster_data("data:image/png;base64,iVBORw0KGgo="));
        for bad in ["data:image/svg+xml;base64,PHN2Zz4=", "data:image/png,<svg onload=x>", "data:text/html;base64,AA"] {
            assert!(picture_address(bad, None).is_none(), "{bad}");
        }
    }

    #[test]
    fn placeholders_are_known() {
        assert!(is_placeholder("data:image/gif;base64,R0lGODlhAQABAAAAACw=") && is_placeholder("/img/spacer.gif?v=2"));
        assert!(!is_placeholder("/img/harbour.jpg"));
    }
}
