//! Title: the claims, freed of the site's name and weighed against the headings.

use super::json_ld::Subject::Work;
use super::markup::Mark;
use super::{Claim, Claims, PUBLISHED, Source, TITLE, settle};
use crate::article::url;
use crate::page::NodeId;

/// Marks that part a title from the site's name or from sections; with blanks around them.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " › ", " « ", " / ", " ~ ", " : ", "|", "_"];

/// Marks behind which sites put their name, a section or a slogan.
const WEAK_SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " » ", " • ", " :: ", " / "];

/// Titles that name a site's first page and nothing more, as keys.
const HOME: &[&str] = &["home", "homepage", "index", "startseite", "accueil", "inicio", "início"];

/// The article's title, and the heading that shows it. `site` is the site's name where it is known.
pub(super) fn choose(claims: &Claims, site: Option<&str>, address: Option<&str>) -> (Option<String>, Option<NodeId>) {
    let site = Site::of(site, address);
    let headings = headings_of(claims, Mark::Heading);
    let lesser = headings_of(claims, Mark::LesserHeading);
    let Some(full) = claims.first(TITLE, settle::line) else {
        return headings.into_iter().next().map_or((None, None), |(text, node)| (Some(text), Some(node)));
    };
    let cut = shortened(&site.cut(&full));
    if HOME.contains(&key(&cut).as_str()) {
        return (Some(beside_home(&full, &cut)), headings.first().map(|heading| heading.1));
    }
    let told: Vec<String> =
        claims.of(TITLE).filter_map(|claim| settle::line(&claim.value)).map(|title| site.cut(&title)).collect();
    // A title that some heading shows word for word is the title.
    let all = || headings.iter().chain(&lesser).filter(|heading| !site.is_name(&heading.0));
    for title in &told {
        let title_words = words(title);
        if let Some((_, node)) = all().find(|heading| words(&heading.0) == title_words && title_words.len() >= 2) {
            return (Some(title.clone()), Some(*node));
        }
    }
    if let Some((heading, node)) = headline(claims, &headings, &cut) {
        return (Some(site.cut(heading)), Some(node));
    }
    let of_site = |heading: &&(String, NodeId)| !site.is_name(&heading.0);
    let opens = |heading: &&(String, NodeId)| {
        let heading = words(&heading.0);
        heading.len() >= 2 && told.iter().any(|title| words(title).starts_with(&heading))
    };
    let shown = headings.iter().filter(of_site).find(opens);
    match shown.or_else(|| headings.iter().filter(of_site).find(|heading| agree(&heading.0, &cut))) {
        Some((heading, node)) => (Some(site.cut(heading)), Some(*node)),
        None => (Some(cut), headings.first().map(|heading| heading.1)),
    }
}

/// Words of a heading that is a headline, at least.
const HEADLINE_WORDS_MIN: usize = 4;

/// The only heading of level 1 of a work that says when it was published: its headline, where it shares a third of the shorter
/// one's words with the title, which may be worded anew for those who search.
fn headline<'h>(claims: &Claims, headings: &'h [(String, NodeId)], title: &str) -> Option<(&'h str, NodeId)> {
    let is_told = |claim: &Claim| matches!(claim.source, Source::Meta(_) | Source::JsonLd(Work, _));
    let [(heading, node), others @ ..] = headings else { return None };
    if others.iter().any(|other| other.0 != *heading) || !claims.of(PUBLISHED).any(is_told) {
        return None;
    }
    let (own, title) = (words(heading), words(title));
    let same = own.iter().filter(|word| title.contains(word)).count();
    let holds = own.len() >= HEADLINE_WORDS_MIN && same * 3 >= own.len().min(title.len());
    holds.then_some((heading, *node))
}

/// What documentation puts behind a heading as a link to it.
const HEADING_ANCHORS: [char; 4] = ['¶', '§', '🔗', '\u{f0c1}'];

fn headings_of(claims: &Claims, mark: Mark) -> Vec<(String, NodeId)> {
    let unmarked = |line: String| line.trim_end_matches(HEADING_ANCHORS).trim_end().to_owned();
    let read = |claim: &Claim| Some((unmarked(settle::text(&claim.value)?), NodeId(claim.group as u32)));
    claims.of(&[Source::Mark(mark)]).filter_map(read).collect()
}

/// A title that no heading confirms, without what follows its first separator; where that leaves one word, without what
/// follows the last.
fn shortened(title: &str) -> String {
    let cut = |at: Option<usize>| at.map(|at| title[..at].trim()).filter(|part| !part.is_empty());
    let first = cut(WEAK_SEPARATORS.iter().filter_map(|separator| title.find(separator)).min());
    let last = cut(WEAK_SEPARATORS.iter().filter_map(|separator| title.rfind(separator)).max());
    first.filter(|part| words(part).len() >= 2).or(last).unwrap_or(title).to_owned()
}

/// What a title says beside "Home": the site's name.
fn beside_home(full: &str, home: &str) -> String {
    let rest = full.strip_prefix(home).or_else(|| full.strip_suffix(home)).unwrap_or(full);
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if rest.is_empty() { home.to_owned() } else { rest.to_owned() }
}

/// What is known of the site's name, as keys.
pub(super) struct Site {
    name: Option<String>,
    host: Option<String>,
}

impl Site {
    /// The site's name as it is told, and the host of its address.
    pub(super) fn of(name: Option<&str>, address: Option<&str>) -> Self {
        Self { name: name.map(key), host: address.and_then(url::host).as_deref().map(key) }
    }

    /// True where the words name the site.
    pub(super) fn is_name(&self, part: &str) -> bool {
        let part = key(part);
        if part.is_empty() {
            return true;
        }
        let named = self.name.as_ref().is_some_and(|name| *name == part);
        named || part.len() >= 3 && self.host.as_ref().is_some_and(|host| host.contains(&part))
    }

    /// The title without the parts at its ends that name the site.
    fn cut(&self, title: &str) -> String {
        let mut rest = title;
        'cutting: loop {
            for separator in SEPARATORS {
                if let Some((head, tail)) = rest.rsplit_once(separator)
                    && self.is_name(tail)
                    && !key(head).is_empty()
                {
                    rest = head.trim();
                    continue 'cutting;
                }
                if let Some((head, tail)) = rest.split_once(separator)
                    && self.is_name(head)
                    && !key(tail).is_empty()
                {
                    rest = tail.trim();
                    continue 'cutting;
                }
            }
            return rest.to_owned();
        }
    }
}

/// True where the heading and the title are mostly the same words.
fn agree(heading: &str, title: &str) -> bool {
    let (heading, title) = (words(heading), words(title));
    if heading.is_empty() {
        return false;
    }
    let same = heading.iter().filter(|word| title.contains(word)).count();
    same * 10 >= heading.len() * 6 && same * 10 >= title.len() * 4
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Letters and digits alone, in lower case.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
