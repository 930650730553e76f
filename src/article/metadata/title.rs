//! Title: the claims, freed of the site's name and weighed against the headings.

use super::markup::Mark;
use super::{Claims, Source, TITLE, settle};
use crate::article::url;

/// Marks that part a title from the site's name or from sections; with blanks around them.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " › ", " « ", " / ", " ~ ", " : ", "|", "_"];

/// The article's title. `site` is the site's name where it is known.
pub(super) fn choose(claims: &Claims, site: Option<&str>, address: Option<&str>) -> Option<String> {
    let host = address.and_then(url::host);
    let site = Site { name: site.map(key), host: host.as_deref().map(key) };
    let headings: Vec<String> =
        claims.of(&[Source::Mark(Mark::Heading)]).filter_map(|claim| settle::line(&claim.value)).collect();
    let full = claims.first(TITLE, settle::line);
    let Some(full) = full else { return headings.into_iter().next() };
    let cut = site.cut(&full);
    let agreeing = headings.iter().filter(|heading| agree(heading, &full) && !site.is_name(heading));
    match agreeing.max_by_key(|heading| heading.len()) {
        Some(heading) => Some(site.cut(heading)),
        None => Some(cut),
    }
}

/// What is known of the site's name, as keys.
struct Site {
    name: Option<String>,
    host: Option<String>,
}

impl Site {
    fn is_name(&self, part: &str) -> bool {
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
    same * 10 >= heading.len() * 7 && same * 3 >= title.len()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Letters and digits alone, in lower case.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
