//! Kind: which kind of page it is, learnt from the points that its address and its own data add to each kind, and from what its
//! blocks are like on average.

use super::PageKind::{self, Article, Collection, Documentation, Forum, Listing, Product, Service};
use super::features::{scale, share, small};
use super::hints;
use super::scene::Scene;
use super::trees::Trees;
use crate::page::{NodeId, Page, Tag};

/// All kinds; an earlier one wins a tie.
pub(super) const KINDS: [PageKind; 7] = [Article, Forum, Documentation, Product, Collection, Listing, Service];

/// Words of the host's name: word, kind, points.
const HOSTS: &[(&str, PageKind, u32)] = &[
    ("forum", Forum, 5),
    ("forums", Forum, 5),
    ("community", Forum, 4),
    ("discuss", Forum, 5),
    ("discourse", Forum, 5),
    ("docs", Documentation, 6),
    ("doc", Documentation, 6),
    ("developer", Documentation, 5),
    ("developers", Documentation, 5),
    ("readthedocs", Documentation, 6),
    ("wiki", Documentation, 2),
    ("help", Documentation, 3),
    ("support", Documentation, 3),
    ("learn", Documentation, 2),
    ("shop", Product, 1),
    ("store", Product, 1),
    ("blog", Article, 4),
    ("news", Article, 3),
];

/// Words of the path.
const PATHS: &[(&str, PageKind, u32)] = &[
    ("forum", Forum, 5),
    ("forums", Forum, 5),
    ("thread", Forum, 6),
    ("threads", Forum, 6),
    ("topic", Forum, 4),
    ("t", Forum, 4),
    ("viewtopic", Forum, 7),
    ("showthread", Forum, 7),
    ("questions", Forum, 4),
    ("discussion", Forum, 4),
    ("discussions", Forum, 4),
    ("comments", Forum, 4),
    ("r", Forum, 3),
    ("community", Forum, 2),
    ("talk", Forum, 2),
    ("boards", Forum, 4),
    ("docs", Documentation, 6),
    ("doc", Documentation, 4),
    ("documentation", Documentation, 6),
    ("reference", Documentation, 4),
    ("api", Documentation, 4),
    ("manual", Documentation, 4),
    ("tutorial", Documentation, 3),
    ("tutorials", Documentation, 2),
    ("guide", Documentation, 2),
    ("wiki", Documentation, 2),
    ("library", Documentation, 2),
    ("quickstart", Documentation, 4),
    ("product", Product, 5),
    ("products", Product, 4),
    ("p", Product, 3),
    ("dp", Product, 6),
    ("itm", Product, 6),
    ("item", Product, 3),
    ("app", Product, 2),
    ("prod", Product, 3),
    ("collections", Collection, 6),
    ("collection", Collection, 6),
    ("category", Collection, 4),
    ("categories", Collection, 4),
    ("c", Collection, 3),
    ("shop", Collection, 2),
    ("sale", Collection, 3),
    ("jobs", Listing, 4),
    ("careers", Listing, 2),
    ("search", Listing, 4),
    ("directory", Listing, 3),
    ("list", Listing, 2),
    ("rankings", Listing, 3),
    ("events", Listing, 3),
    ("courses", Listing, 2),
    ("browse", Listing, 3),
    ("services", Service, 5),
    ("service", Service, 4),
    ("about", Service, 4),
    ("pricing", Service, 4),
    ("solutions", Service, 4),
    ("contact", Service, 3),
    ("faq", Service, 2),
    ("features", Service, 2),
    ("plans", Service, 3),
    ("team", Service, 2),
    ("blog", Article, 5),
    ("blogs", Article, 5),
    ("news", Article, 4),
    ("article", Article, 5),
    ("articles", Article, 4),
    ("story", Article, 4),
    ("post", Article, 3),
    ("posts", Article, 3),
    ("recipes", Article, 3),
    ("insights", Article, 3),
];

/// Types of schema.org that JSON-LD or microdata names.
const TYPES: &[(&str, PageKind, u32)] = &[
    ("DiscussionForumPosting", Forum, 8),
    ("QAPage", Forum, 6),
    ("Question", Forum, 1),
    ("Product", Product, 5),
    ("ProductGroup", Product, 5),
    ("Article", Article, 5),
    ("NewsArticle", Article, 7),
    ("BlogPosting", Article, 6),
    ("Recipe", Article, 4),
    ("TechArticle", Documentation, 5),
    ("APIReference", Documentation, 6),
    ("CollectionPage", Collection, 3),
    ("OfferCatalog", Collection, 2),
    ("ItemList", Listing, 3),
    ("SearchResultsPage", Listing, 4),
    ("Service", Service, 5),
    ("LocalBusiness", Service, 4),
    ("ProfessionalService", Service, 5),
    ("FAQPage", Service, 2),
    ("JobPosting", Listing, 2),
];

/// Software that makes one kind of page, as `<meta name=generator>` names it, in lower case.
const GENERATORS: &[(&str, PageKind, u32)] = &[
    ("discourse", Forum, 8),
    ("phpbb", Forum, 8),
    ("vbulletin", Forum, 8),
    ("xenforo", Forum, 8),
    ("flarum", Forum, 8),
    ("vanilla", Forum, 6),
    ("docusaurus", Documentation, 8),
    ("mkdocs", Documentation, 8),
    ("sphinx", Documentation, 8),
    ("vitepress", Documentation, 8),
    ("gitbook", Documentation, 8),
    ("mdbook", Documentation, 8),
    ("doxygen", Documentation, 8),
    ("asciidoctor", Documentation, 6),
    ("javadoc", Documentation, 8),
    ("starlight", Documentation, 8),
    ("antora", Documentation, 8),
];

/// Values of `og:type`.
const OG_TYPES: &[(&str, PageKind, u32)] = &[
    ("article", Article, 4),
    ("product", Product, 5),
    ("product.item", Product, 5),
    ("og:product", Product, 5),
    ("product.group", Collection, 5),
];

/// A model for each of `KINDS`, made by `train/blocks.py`.
static MODELS: [Trees; KINDS.len()] = [
    Trees::new(include_bytes!("kinds/article.trees")),
    Trees::new(include_bytes!("kinds/forum.trees")),
    Trees::new(include_bytes!("kinds/documentation.trees")),
    Trees::new(include_bytes!("kinds/product.trees")),
    Trees::new(include_bytes!("kinds/collection.trees")),
    Trees::new(include_bytes!("kinds/listing.trees")),
    Trees::new(include_bytes!("kinds/service.trees")),
];

/// The likeliest kind of a page.
pub(super) fn guess(scene: &Scene<'_>, url: Option<&str>) -> PageKind {
    let row = row(scene, url);
    if is_plain_prose(scene, &row) {
        return Article;
    }
    let shares = MODELS.each_ref().map(|model| model.probability(&row));
    let best = (1..KINDS.len()).fold(0, |best, at| if shares[at] > shares[best] { at } else { best });
    KINDS[best]
}

/// A page of less text, in halves of a word, is smaller than those that the model learnt from.
const SMALL_UNITS: u32 = 1600;

/// Fewer points of address or data than these speak for a kind, and don't tell it: one short name behind the host, a "website".
const TELLING_POINTS: u8 = 3;

/// True for a small page that is prose and hardly anything else, whose address and data tell of no other kind.
fn is_plain_prose(scene: &Scene<'_>, row: &[u8]) -> bool {
    let total = scene.page_total();
    let tells_other = (0..2 * KINDS.len()).any(|at| at % KINDS.len() != 0 && row[at] >= TELLING_POINTS);
    (1..SMALL_UNITS).contains(&total.units)
        && !tells_other
        && scene.page_prose() * 10 >= total.units * 6
        && total.linked * 10 <= total.units * 2
}

/// The features of a page: the points of each kind by its address and by its own data, and what it is made of.
pub(super) fn row(scene: &Scene<'_>, url: Option<&str>) -> Vec<u8> {
    let (mut by_address, mut by_data) = (Points::default(), Points::default());
    if let Some(url) = url {
        by_address.read_address(url);
    }
    by_data.read_elements(scene.page);
    by_address.0.into_iter().chain(by_data.0).map(small).chain(structure(scene)).collect()
}

/// What a page is made of.
fn structure(scene: &Scene<'_>) -> [u8; 12] {
    let total = scene.page_total();
    let mut counts = [0_u32; hints::COUNT];
    for standing in scene.standings {
        counts.iter_mut().enumerate().for_each(|(group, count)| *count += standing.own >> group & 1);
    }
    let blocks = |is: &dyn Fn(usize) -> bool| (0..scene.blocks.len()).filter(|&at| is(at)).count() as u32;
    let cards = scene
        .templates
        .iter()
        .filter(|template| template.items >= 8 && template.total.linked * 4 > template.total.units);
    [
        scale(scene.blocks.len() as u32),
        scale(total.units),
        share(scene.page_prose(), total.units),
        share(total.linked, total.units),
        scale(blocks(&|at| scene.blocks[at].kind == super::BlockKind::Code)),
        scale(blocks(&|at| scene.measures[at].money > 0)),
        scale(blocks(&|at| scene.measures[at].years > 0)),
        scale(blocks(&|at| matches!(scene.blocks[at].kind, super::BlockKind::Heading(_)))),
        share(cards.map(|template| template.total.units).max().unwrap_or(0), total.units),
        scale(counts[COMMENT_HINTS]),
        scale(counts[FORUM_HINTS]),
        scale(counts[CART_HINTS]),
    ]
}

/// Groups of `hints`: names of comments, of forums, and of carts and prices.
const COMMENT_HINTS: usize = 2;
const FORUM_HINTS: usize = 18;
const CART_HINTS: usize = 16;

/// Points of each of `KINDS`.
#[derive(Default)]
struct Points([u32; KINDS.len()]);

impl Points {
    fn add(&mut self, kind: PageKind, points: u32) {
        if let Some(place) = KINDS.iter().position(|&known| known == kind) {
            self.0[place] += points;
        }
    }

    fn add_row(&mut self, rows: &[(&str, PageKind, u32)], word: &str) {
        if let Some(row) = rows.iter().find(|row| row.0.eq_ignore_ascii_case(word)) {
            self.add(row.1, row.2);
        }
    }

    fn read_address(&mut self, url: &str) {
        let rest = url.split_once("://").map_or(url, |parts| parts.1);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.split(['?', '#']).next().unwrap_or("");
        host.split(['.', '-']).for_each(|word| self.add_row(HOSTS, word));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for part in &parts {
            self.add_row(PATHS, part.split(['.', '_']).next().unwrap_or(part));
        }
        let last = parts.last().map_or("", |last| *last);
        let dashes = last.bytes().filter(|&b| b == b'-').count();
        let is_year =
            |part: &&str| part.len() == 4 && part.starts_with("20") && part.bytes().all(|b| b.is_ascii_digit());
        match () {
            () if parts.is_empty() => {
                self.add(Service, 3);
                self.add(Collection, 1);
            }
            () if parts.iter().any(is_year) => self.add(Article, 4),
            () if dashes >= 4 => self.add(Article, 3),
            () if parts.len() == 1 && dashes <= 2 => self.add(Service, 2),
            () => {}
        }
    }

    fn read_elements(&mut self, page: &Page) {
        let mut types = [false; TYPES.len()];
        for node in page.subtree(NodeId::ROOT) {
            match page.tag(node) {
                Some(Tag::SCRIPT) if page.attribute(node, "type").is_some_and(|t| t.contains("ld+json")) => {
                    page.subtree(node).filter_map(|at| page.text_span(at)).for_each(|span| {
                        span.of(&page.text).split('"').for_each(|word| mark_type(&mut types, word));
                    });
                }
                Some(Tag::META) => self.read_meta(page, node),
                Some(_) => {
                    if let Some(name) = page.attribute(node, "itemtype") {
                        mark_type(&mut types, name.rsplit('/').next().unwrap_or(name));
                    }
                }
                None => {}
            }
        }
        for (row, _) in TYPES.iter().zip(types).filter(|(_, is_named)| *is_named) {
            self.add(row.1, row.2);
        }
    }

    fn read_meta(&mut self, page: &Page, node: NodeId) {
        let name = page.attribute(node, "property").or_else(|| page.attribute(node, "name")).unwrap_or("");
        let content = page.attribute(node, "content").unwrap_or("");
        match name {
            "og:type" if content.trim() == "website" => self.add(Service, 1),
            "og:type" => self.add_row(OG_TYPES, content.trim()),
            "generator" => content.split([' ', '-', '/']).for_each(|word| self.add_row(GENERATORS, word)),
            "product:price:amount" | "og:price:amount" => self.add(Product, 3),
            "article:published_time" => self.add(Article, 3),
            _ => {}
        }
    }
}

fn mark_type(types: &mut [bool; TYPES.len()], word: &str) {
    if let Some(place) = TYPES.iter().position(|row| row.0 == word) {
        types[place] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_address(url: &str) -> PageKind {
        let mut points = Points::default();
        points.read_address(url);
        let most = points.0.iter().max();
        KINDS[points.0.iter().position(|points| Some(points) == most).unwrap_or(0)]
    }

    #[test]
    fn an_address_says_much() {
        let rows = [
            ("https://docs.example.org/en/stable/", Documentation),
            ("https://example.org/threads/a-question.12/", Forum),
            ("https://example.org/collections/hats", Collection),
            ("https://example.org/products/hat", Product),
            ("https://example.org/2024/05/the-hat-that-nobody-wanted/", Article),
            ("https://example.org/", Service),
        ];
        for (url, kind) in rows {
            assert_eq!(by_address(url), kind, "{url}");
        }
    }
}
