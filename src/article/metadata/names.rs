//! Names: authors' claims → the byline, without "By", dates, roles and addresses.

use super::date::{self, Order};
use super::{Claims, Source, settle};

/// Words that open a byline and are no part of a name, in lower case.
const OPENINGS: &[&str] = &[
    "by",
    "written by",
    "posted by",
    "published by",
    "author",
    "authors",
    "story by",
    "words by",
    "text by",
    "article by",
    "authored by",
    "contributed by",
    "von",
    "par",
    "por",
    "di",
    "door",
    "av",
    "af",
    "autor",
    "autorin",
    "auteur",
    "autore",
    "escrito por",
    "geschrieben von",
    "publié par",
    "text",
    "作者",
    "автор",
    "written",
    "from",
    "submitted by",
    "created by",
    "started by",
    "post author",
    "about the author",
    "name",
    "reported by",
];

/// What ends the names in a byline.
const ENDINGS: &[&str] = &[
    " | ",
    " • ",
    " · ",
    " — ",
    " – ",
    " - ",
    " / ",
    "|",
    "•",
    " on ",
    " published",
    " updated",
    " posted",
    " written",
    " reviewed by",
    " and staff",
    ", staff",
    " in ",
    " for ",
    " at ",
    " with ",
    "(",
    " edited by",
    ", updated",
    " min read",
];

/// Longer than this, in characters, no line is a list of names.
const NAMES_CHARS_MAX: usize = 140;

/// Whole bylines that name nobody, in lower case.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "staff",
    "guest",
    "anonymous",
    "unknown",
    "null",
    "undefined",
    "none",
    "author",
    "share",
    "follow",
    "editor",
    "editors",
];

/// The byline by the table's order: all authors of the first source that names any.
pub(super) fn choose(claims: &Claims, table: &[Source], title: Option<&str>, site: Option<&str>) -> Option<String> {
    for source in table {
        let mut group = None;
        let mut found: Vec<String> = Vec::new();
        for claim in claims.of(std::slice::from_ref(source)) {
            if group.is_some_and(|group| group != claim.group) {
                break;
            }
            let Some(names) = names(&claim.value) else { continue };
            if title == Some(&*names) || is_address(&names) {
                continue;
            }
            group = Some(claim.group);
            if !found.contains(&names) {
                found.push(names);
            }
        }
        if !found.is_empty() {
            return Some(found.join(", "));
        }
    }
    let _ = site;
    None
}

/// The names in a byline; `None` where there are none.
pub(super) fn names(raw: &str) -> Option<String> {
    raw.lines().filter_map(settle::line).find_map(|line| names_of_line(&line))
}

fn names_of_line(line: &str) -> Option<String> {
    let mut rest = line.trim();
    while let Some(after) = without_opening(rest) {
        rest = after;
    }
    let lower = rest.to_lowercase();
    let mut end = rest.len();
    // Lower case may change lengths outside of ASCII; then no ending is looked for.
    if lower.len() == rest.len() {
        end = ENDINGS.iter().filter_map(|ending| lower.find(ending)).min().unwrap_or(end);
    }
    if let Some((_, start, _)) = date::find(rest, Order::DayFirst) {
        end = end.min(start);
    }
    let names = rest.get(..end)?.trim().trim_end_matches([',', ';', ':', '.', '-', '–', '|', '/', '•', '·']).trim_end();
    let names = names.trim_start_matches(['@', '-', '–', '~', '/', ':']).trim_start();
    let is_name = names.chars().any(char::is_alphabetic) && names.chars().count() <= NAMES_CHARS_MAX;
    let is_nobody = NOBODY.contains(&names.to_lowercase().as_str());
    (is_name && !is_nobody).then(|| names.to_owned())
}

fn without_opening(line: &str) -> Option<&str> {
    let opening = OPENINGS
        .iter()
        .filter(|opening| line.get(..opening.len()).is_some_and(|head| head.to_lowercase() == **opening));
    opening
        .filter_map(|opening| {
            let rest = &line[opening.len()..];
            let after = rest.trim_start_matches([':', ' ', '：', '/']);
            (rest.is_empty() || after.len() < rest.len()).then_some(after)
        })
        .min_by_key(|rest| rest.len())
}

fn is_address(names: &str) -> bool {
    names.contains("://") || names.starts_with("www.") || names.contains('@') && !names.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_stay_of_a_byline() {
        for (line, expected) in [
            ("By Ann Lee", "Ann Lee"),
            ("BY: ANN LEE", "ANN LEE"),
            ("Written by Ann Lee and Bo Chan | May 3, 2024", "Ann Lee and Bo Chan"),
            ("Ann Lee, 14 May 2024", "Ann Lee"),
            ("By Ann Lee and staff", "Ann Lee"),
            ("Ann Lee\nSenior writer", "Ann Lee"),
            ("Von Ann Lee", "Ann Lee"),
            ("Byron Lee", "Byron Lee"),
        ] {
            assert_eq!(names(line).as_deref(), Some(expected), "{line}");
        }
        for line in ["By", "admin", "May 3, 2024", "Author:", "12"] {
            assert_eq!(names(line), None, "{line}");
        }
    }
}
