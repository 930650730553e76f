//! Names: authors' claims → the byline, without "By", dates, roles and addresses.

use super::date;
use super::title::Site;
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
    "written",
    "from",
    "submitted by",
    "created by",
    "started by",
    "post author",
    "about the author",
    "name",
    "reported by",
    "recipe by",
    "post by",
    "blog by",
    "posted",
    "photos by",
    "article",
    "reviewed by",
    "fact checked by",
    "medically reviewed by",
    "read more about",
    "more about",
    "more from",
];

/// Words before a colon that say who wrote the text, in lower case.
pub(super) const LABELS: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autora",
    "autoren",
    "autorin",
    "auteur",
    "auteurs",
    "autore",
    "autori",
    "автор",
    "авторы",
    "текст",
    "作者",
    "著者",
    "筆者",
    "記者",
    "记者",
    "撰文",
    "文",
    "글",
    "بقلم",
    "كتب",
    "الكاتب",
    "yazan",
    "yazar",
    "haber",
    "लेखक",
    "글쓴이",
    "작성자",
    "執筆",
    "取材",
    "συντάκτης",
    "szerző",
    "penulis",
    "tác giả",
    "مؤلف",
];

/// What ends the names in a claim made for machines.
const ENDINGS: &[&str] = &[" | ", " » ", " • ", " · ", "|", "•", " and staff", ", staff", " reviewed by", " min read"];

/// What else ends them in a line for people.
const SHOWN_ENDINGS: &[&str] = &[
    " — ",
    " – ",
    " - ",
    " / ",
    " on ",
    " published",
    " updated",
    " posted",
    " written",
    " in ",
    " for ",
    " at ",
    " with ",
    "(",
    " edited by",
    ", updated",
    " @ ",
    " publié",
    " publicad",
    " pubblicat",
    " veröffentlicht",
    " publicerad",
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
    "staff writer",
    "human",
    "mins read",
    "min read",
    "view more posts",
    "view all posts",
    "read more",
    "via",
];

/// True for the sources in which libraries write their records.
fn is_record(source: Source) -> bool {
    matches!(
        source,
        Source::Meta("citation_author" | "dc.creator" | "dc:creator" | "dcterms.creator" | "dcterm.creator")
    )
}

/// Last words of what isn't said to its end.
const OPEN_ENDS: &[&str] = &["from", "of", "for", "by", "with", "the", "and", "in"];

/// The byline by the table's order: all authors of the first source that names any. The site itself, where it is told as
/// the author, gives way to every other.
pub(super) fn choose(
    claims: &Claims,
    table: &[Source],
    title: Option<&str>,
    site: Option<&str>,
    address: Option<&str>,
) -> Option<String> {
    let site = Site::of(site, address);
    let mut by_site = None;
    for source in table {
        let mut group = None;
        let mut found: Vec<String> = Vec::new();
        for claim in claims.of(std::slice::from_ref(source)) {
            let names = if matches!(source, Source::Mark(_)) { shown_names(&claim.value) } else { names(&claim.value) };
            let Some(names) = names.map(|names| if is_record(*source) { turned(&names) } else { names }) else {
                continue;
            };
            if title == Some(&*names) || is_address(&names) {
                continue;
            }
            if site.is_name(&names) {
                by_site = by_site.or(Some(names));
                continue;
            }
            if group.is_some_and(|group| group != claim.group) {
                break;
            }
            group = Some(claim.group);
            if !found.contains(&names) {
                found.push(names);
            }
        }
        if !found.is_empty() {
            return Some(in_mixed_case(found.join(", "), claims, table));
        }
    }
    by_site
}

/// The same names as another source writes them, where these are in capitals alone.
fn in_mixed_case(names: String, claims: &Claims, table: &[Source]) -> String {
    if names.chars().any(char::is_lowercase) {
        return names;
    }
    let lower = names.to_lowercase();
    let others = claims.of(table).filter_map(|claim| shown_names(&claim.value));
    let mixed =
        others.filter(|other| other.chars().any(char::is_lowercase)).find(|other| other.to_lowercase() == lower);
    mixed.unwrap_or(names)
}

/// The names in a claim for machines; `None` where there are none.
fn names(raw: &str) -> Option<String> {
    names_of_line(&settle::line(raw)?, &[])
}

/// The names in a byline that the page shows; `None` where there are none.
pub(super) fn shown_names(raw: &str) -> Option<String> {
    raw.lines().filter_map(settle::line).find_map(|line| names_of_line(&line, SHOWN_ENDINGS))
}

fn names_of_line(line: &str, more_endings: &[&str]) -> Option<String> {
    let line = without_mail(line);
    let mut rest = line.trim();
    while let Some(after) = without_opening(rest) {
        rest = after;
    }
    let lower = rest.to_lowercase();
    let mut end = rest.len();
    // Lower case may change lengths outside of ASCII; then no ending is looked for.
    if lower.len() == rest.len() {
        end = ENDINGS.iter().chain(more_endings).filter_map(|ending| lower.find(ending)).min().unwrap_or(end);
    }
    if let Some(start) = date::day_in(rest) {
        end = end.min(start);
    }
    if let Some(start) = next_label(rest).filter(|_| !more_endings.is_empty()) {
        end = end.min(start);
    }
    let names =
        rest.get(..end)?.trim().trim_end_matches([',', ';', ':', '.', '-', '–', '|', '/', '•', '·', '⋅']).trim_end();
    let names = match names.rsplit_once([' ', ',']) {
        Some((names, last)) if date::is_weekday(&last.to_lowercase()) => names.trim_end_matches([',', ' ']),
        _ => names,
    };
    let names = without_occupations(names.trim_start_matches(['@', '-', '–', '~', '/', ':']).trim_start());
    let is_name = names.chars().any(char::is_alphabetic) && names.chars().count() <= NAMES_CHARS_MAX;
    let is_name = is_name && !names.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    let is_nobody = NOBODY.contains(&names.to_lowercase().as_str());
    let is_name = is_name && names.rsplit_once(' ').is_none_or(|(_, last)| !OPEN_ENDS.contains(&last));
    (is_name && !is_nobody).then(|| names.to_owned())
}

/// Where the label of something else begins in a script without capitals: "林小雨 发布时间：…".
fn next_label(line: &str) -> Option<usize> {
    let (start, _) = line[..line.find([':', '：'])?].match_indices(' ').next_back()?;
    line[start + 1..].starts_with(|c: char| !c.is_lowercase() && !c.is_uppercase()).then_some(start)
}

/// The line without addresses of mail, and without the brackets around what is left of "ann@herald.example (Ann Lee)". A
/// line that is one address stays.
fn without_mail(line: &str) -> String {
    let is_mail = |word: &&str| word.find('@').is_some_and(|at| at > 0 && word[at..].contains('.'));
    if !line.contains(' ') || !line.split(' ').any(|word| is_mail(&word)) {
        return line.to_owned();
    }
    let words: Vec<&str> = line.split(' ').filter(|word| !is_mail(word)).collect();
    let rest = words.join(" ");
    rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).map_or(rest.clone(), str::to_owned)
}

/// The names of a library's record, which gives the surname first: "Lee, Ann; Chan, Bo".
fn turned(names: &str) -> String {
    let turn = |name: &str| match name.split_once(',') {
        Some((surname, given)) if !surname.trim().contains(' ') && !given.contains(',') && !given.trim().is_empty() => {
            [given.trim(), " ", surname.trim()].concat()
        }
        _ => name.trim().to_owned(),
    };
    names.split(';').map(turn).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

fn without_opening(line: &str) -> Option<&str> {
    let opening = OPENINGS
        .iter()
        .chain(LABELS)
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
    let is_path = || names.matches('.').count() >= 2 && !names.contains(' ');
    names.contains("://") || names.starts_with("www.") || names.contains('@') && !names.contains(' ') || is_path()
}

/// Words for what somebody does, in lower case: a part of a byline that holds one of them names nobody.
const OCCUPATIONS: &[&str] = &[
    "editor",
    "writer",
    "reporter",
    "correspondent",
    "journalist",
    "contributor",
    "columnist",
    "analyst",
    "expert",
    "specialist",
    "founder",
    "co-founder",
    "ceo",
    "cto",
    "director",
    "manager",
    "producer",
    "officer",
    "president",
    "professor",
    "lecturer",
    "researcher",
    "consultant",
    "engineer",
    "developer",
    "designer",
    "strategist",
    "coach",
    "attorney",
    "photographer",
    "blogger",
    "creator",
    "educator",
    "educators",
    "redakteur",
    "redakteurin",
    "redacteur",
    "journaliste",
    "periodista",
    "giornalista",
    "jornalista",
];

/// The byline without what follows a comma or a dot between and says what its authors do or how to reach them.
fn without_occupations(names: &str) -> &str {
    let says = |part: &str| {
        let mut words = part.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
        part.contains('@') || words.any(|word| OCCUPATIONS.contains(&word.to_lowercase().as_str()))
    };
    let marks = names.match_indices([',', '⋅', '·', '•', '(']).map(|(at, _)| at);
    let cut =
        marks.filter(|&at| at > 0).find(|&at| names[at..].split([',', '⋅', '·', '•', '(']).nth(1).is_some_and(says));
    cut.map_or(names, |at| names[..at].trim_end())
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
            ("Von Ann Lee Dienstag, 14. Mai 2024", "Ann Lee"),
            ("By Ann Lee and staff", "Ann Lee"),
            ("Ann Lee\nSenior writer", "Ann Lee"),
            ("Von Ann Lee", "Ann Lee"),
            ("Byron Lee", "Byron Lee"),
            ("Ann Lee, Senior Analyst", "Ann Lee"),
            ("Ann Lee ⋅ Review Editor ⋅", "Ann Lee"),
            ("Ann Lee, post@example.org", "Ann Lee"),
            ("Ann Lee, Bo Chan", "Ann Lee, Bo Chan"),
            ("ann@herald.example (Ann Lee)", "Ann Lee"),
            ("Ann Lee <ann@herald.example>", "Ann Lee"),
            ("Автор: Анна Ли", "Анна Ли"),
            ("記者：山田太郎", "山田太郎"),
            ("بقلم: مريم علي", "مريم علي"),
        ] {
            assert_eq!(shown_names(line).as_deref(), Some(expected), "{line}");
        }
        for line in ["By", "admin", "May 3, 2024", "Author:", "12"] {
            assert_eq!(shown_names(line), None, "{line}");
        }
    }
}
