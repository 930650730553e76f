//! JSON-LD: what a page says of itself in `<script type="application/ld+json">` (schema.org).
//!
//! The scripts' texts go in; the claims of the article, the web page and the site come out.

use super::json::{Json, Kind, ValueId};
use super::{Claim, Source};
use crate::page::{NodeId, Page, Tag};
use crate::sort;

/// What an object speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The text itself: an article, a posting, a recipe, a question.
    Work,
    /// The page that holds it.
    WebPage,
    /// The site.
    Site,
}

/// Types of works whose name doesn't end in "Article" or "Posting".
const WORKS: &[&str] = &[
    "Answer",
    "Book",
    "Chapter",
    "CreativeWork",
    "Guide",
    "HowTo",
    "Question",
    "Recipe",
    "Report",
    "Review",
    "ScholarlyArticle",
    "Thesis",
];

/// Properties that lead from one object to another that speaks of the same page.
const LINKS: &[&str] = &["@graph", "mainEntity", "mainEntityOfPage"];

/// Properties that are read, and the property of an object that stands for it where the value isn't a string.
const PROPERTIES: &[(&str, &[&str])] = &[
    ("headline", &[]),
    ("name", &[]),
    ("alternativeHeadline", &[]),
    ("author", &["name"]),
    ("creator", &["name"]),
    ("publisher", &["name"]),
    ("isPartOf", &["name"]),
    ("description", &[]),
    ("datePublished", &["@value"]),
    ("dateCreated", &["@value"]),
    ("uploadDate", &[]),
    ("dateModified", &["@value"]),
    ("inLanguage", &["name", "@value"]),
    ("image", &["url", "contentUrl"]),
    ("thumbnailUrl", &[]),
    ("url", &["@id"]),
];

/// Authors of one work beyond these aren't read.
const LIST_MAX: usize = 24;

/// The claims of every script, in document order.
pub(super) fn claims(page: &Page, scripts: &[NodeId], claims: &mut Vec<Claim>) {
    for &script in scripts {
        let text = page.text_of(script);
        let json = Json::read(&text);
        let graph = Graph::of(&json);
        for &(object, subject) in &graph.subjects {
            graph.claims_of(object, subject, claims);
        }
    }
}

/// True for a script whose content is JSON-LD.
pub(super) fn is_json_ld(page: &Page, node: NodeId) -> bool {
    page.tag(node) == Some(Tag::SCRIPT)
        && page
            .attribute(node, "type")
            .is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
}

struct Graph<'j, 't> {
    json: &'j Json<'t>,
    subjects: Vec<(ValueId, Subject)>,
    /// Objects by `@id`, sorted, so that `{"@id": …}` finds the object it means.
    named: Vec<(String, ValueId)>,
}

impl<'j, 't> Graph<'j, 't> {
    fn of(json: &'j Json<'t>) -> Self {
        let mut graph = Self { json, subjects: Vec::new(), named: Vec::new() };
        let mut ahead: Vec<ValueId> = json.roots().collect();
        ahead.reverse();
        while let Some(id) = ahead.pop() {
            match json.kind(id) {
                Kind::Array => {
                    let from = ahead.len();
                    ahead.extend(json.children(id));
                    ahead[from..].reverse();
                }
                Kind::Object => {
                    graph.meet(id);
                    let from = ahead.len();
                    ahead.extend(json.children(id).filter(|&child| LINKS.contains(&json.key(child))));
                    ahead[from..].reverse();
                }
                _ => {}
            }
        }
        sort::by(&mut graph.named, |a, b| a.0.cmp(&b.0));
        graph
    }

    fn meet(&mut self, object: ValueId) {
        let types = self.texts(object, "@type");
        if let Some(subject) = types.iter().find_map(|name| subject_of(name)) {
            self.subjects.push((object, subject));
        }
        let only_names = self.json.children(object).nth(1).is_none();
        if let Some(id) = self.json.get(object, "@id").and_then(|id| self.json.string(id)).filter(|_| !only_names) {
            self.named.push((id, object));
        }
    }

    /// The strings of a property: one, or those of an array.
    fn texts(&self, object: ValueId, name: &str) -> Vec<String> {
        let Some(value) = self.json.get(object, name) else { return Vec::new() };
        match self.json.kind(value) {
            Kind::Array => self.json.children(value).take(LIST_MAX).filter_map(|id| self.json.string(id)).collect(),
            _ => self.json.string(value).into_iter().collect(),
        }
    }

    fn claims_of(&self, object: ValueId, subject: Subject, claims: &mut Vec<Claim>) {
        for &(property, inner) in PROPERTIES {
            let Some(value) = self.json.get(object, property) else { continue };
            let values = match self.json.kind(value) {
                Kind::Array => self.json.children(value).take(LIST_MAX).collect(),
                _ => vec![value],
            };
            for value in values {
                if let Some(value) = self.read(value, inner) {
                    claims.push(Claim { source: Source::JsonLd(subject, property), value, group: object });
                }
            }
        }
    }

    /// A string, or the first of the inner properties of an object, which may be named by its `@id` alone.
    fn read(&self, value: ValueId, inner: &[&str]) -> Option<String> {
        if let Some(text) = self.json.string(value) {
            return Some(text);
        }
        let own = inner.iter().find_map(|name| self.text(value, name));
        own.or_else(|| {
            let id = self.text(value, "@id")?;
            let found = self.named.binary_search_by(|named| named.0.cmp(&id)).ok()?;
            inner.iter().find_map(|name| self.text(self.named[found].1, name))
        })
    }

    fn text(&self, object: ValueId, name: &str) -> Option<String> {
        let value = self.json.get(object, name)?;
        self.json.string(value).or_else(|| self.json.children(value).find_map(|id| self.json.string(id)))
    }
}

fn subject_of(name: &str) -> Option<Subject> {
    let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
    match name {
        "WebSite" => Some(Subject::Site),
        _ if name.ends_with("Page") => Some(Subject::WebPage),
        _ if name.ends_with("Article") || name.ends_with("Posting") && name != "JobPosting" => Some(Subject::Work),
        _ => WORKS.contains(&name).then_some(Subject::Work),
    }
}
