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

/// Titles that editors and servers put in where nobody wrote one, as keys.
const UNTITLED: &[&str] = &[
    "untitled",
    "untitleddocument",
    "untitledpage",
    "document",
    "newpage",
    "notitle",
    "unbenanntesdokument",
    "documentsanstitre",
    "documentosintítulo",
    "документбезназвания",
    "无标题文档",
    "無題ドキュメント",
];

/// Titles that name a site's first page and nothing more, as keys.
const HOME: &[&str] = &["home", "homepage", "index", "startseite", "accueil", "inicio", "início"];

/// The article's title, and the heading that shows it. `site` is the site's name where it is known.
pub(super) fn choose(claims: &Claims, site: Option<&str>, address: Option<&str>) -> (Option<String>, Option<NodeId>) {
    let is_first_page = address.and_then(url::path).is_none_or(|path| path.trim_matches('/').is_empty());
    let site = Site::of(site, address);
    // A first page may be titled as the links to it are.
    let site = if is_first_page { site } else { site.linked(claims) };
    let headings = headings_of(claims, Mark::Heading);
    let lesser = headings_of(claims, Mark::LesserHeading);
    let first = || headings.first().cloned().unzip();
    let of_site = |heading: &&(String, NodeId)| !site.is_name(&heading.0);
    let titles = || claims.of(TITLE).filter_map(|claim| settle::line(&claim.value));
    let Some(mut full) = titles().find(|title| !is_untitled(title)).or_else(|| titles().next()) else {
        return first();
    };
    // Behind it, the site's name is no title where the page has another or a heading.
    let says_little = |title: &str| is_untitled(title) || !is_first_page && site.names.contains(&key(title));
    if says_little(&full) {
        match titles().find(|title| !says_little(title)) {
            Some(other) => full = other,
            None if headings.iter().filter(of_site).count() == 1 => {
                return headings.iter().find(of_site).cloned().unzip();
            }
            None => {}
        }
    }
    let cut = shortened(&site.cut(&full));
    if HOME.contains(&key(&cut).as_str()) {
        let beside = beside_home(&full, &cut);
        return if beside == cut && !headings.is_empty() { first() } else { (Some(beside), first().1) };
    }
    let told: Vec<String> = titles().map(|title| site.cut(&title)).collect();
    // A title that some heading shows word for word is the title.
    let all = || headings.iter().chain(&lesser).filter(of_site);
    for title in &told {
        let title_words = words(title);
        if let Some((_, node)) = all().find(|heading| words(&heading.0) == title_words && title_words.len() >= 2) {
            return (Some(title.clone()), Some(*node));
        }
    }
    // So is a part of it behind the site's name or a section: "Westbridge Herald | Baths to close".
    let opening = words(&cut);
    let is_shown = || headings.iter().chain(&lesser).any(|heading| words(&heading.0) == opening);
    let is_part = |heading: &&(String, NodeId)| is_later_part(&words(&heading.0), &opening, &told);
    if let Some((heading, node)) =
        headings.iter().filter(of_site).find(is_part).filter(|_| !is_first_page && !is_shown())
    {
        return (Some(heading.clone()), Some(*node));
    }
    if let Some((heading, node)) = headline(claims, &headings, &cut) {
        return (Some(site.cut(heading)), Some(node));
    }
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

/// Separators of a title behind which a heading is looked for.
const PARTS_MAX: usize = 8;

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

fn is_untitled(title: &str) -> bool {
    UNTITLED.contains(&key(title).as_str())
}

/// True where one of the titles goes on with the heading behind one of its separators, to its end or to the next one. A name
/// is shorter than what it opens: a heading that isn't longer than the title's opening may be the site's name itself.
fn is_later_part(heading: &[String], opening: &[String], titles: &[String]) -> bool {
    let is_part = |rest: &str| {
        let parts = words(rest);
        let ends = WEAK_SEPARATORS.iter().filter_map(|separator| rest.find(separator)).min();
        parts == heading || ends.is_some_and(|end| words(&rest[..end]) == heading)
    };
    let follows = |title: &String| {
        let marks = WEAK_SEPARATORS.iter().flat_map(|separator| title.match_indices(separator));
        marks.take(PARTS_MAX).any(|(at, separator)| is_part(&title[at + separator.len()..]))
    };
    heading.len() > opening.len() && titles.iter().any(follows)
}

/// What a title says beside "Home": the site's name.
fn beside_home(full: &str, home: &str) -> String {
    let rest = full.strip_prefix(home).or_else(|| full.strip_suffix(home)).unwrap_or(full);
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if rest.is_empty() { home.to_owned() } else { rest.to_owned() }
}

/// What is known of the site's name, as keys.
pub(super) struct Site {
    names: Vec<String>,
    host: Option<String>,
}

impl Site {
    /// The site's name as it is told, and the host of its address.
    pub(super) fn of(name: Option<&str>, address: Option<&str>) -> Self {
        Self { names: name.map(key).into_iter().collect(), host: address.and_then(url::host).as_deref().map(key) }
    }

    /// Knows the site by what links to its first page show, too.
    fn linked(mut self, claims: &Claims) -> Self {
        let shown = claims.of(&[Source::Mark(Mark::HomeLink)]).map(|claim| key(&claim.value));
        self.names.extend(shown.filter(|name| !name.is_empty()));
        self
    }

    /// True where the words name the site.
    pub(super) fn is_name(&self, part: &str) -> bool {
        let part = key(part);
        let named = part.is_empty() || self.names.contains(&part);
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
