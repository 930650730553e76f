//! By-lines: lines of the page that say who wrote the text, and when.

use super::date::{self, Order};
use super::names;
use super::near::{self, DATE_LINE_WORDS, LINE_BYTES_MAX, PUBLISHED, UPDATES};
use crate::lexicon::names::GIVEN_NAMES;

/// Lines that say that the next one is a name, in lower case.
const LABEL_LINES: &[&str] =
    &["by", "written by", "author", "posted by", "article by", "words by", "story by", "published by"];

/// What opens a line before a name, in lower case.
const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "written by",
    "posted by",
    "von ",
    "von: ",
    "par ",
    "par : ",
    "por ",
    "por: ",
    "words by",
    "story by",
    "بقلم ",
];

/// What opens such a line and other lines too: nothing but a name and a date may follow.
const WEAK_OPENINGS: &[&str] = &[
    "di ",
    "door ",
    "av ",
    "af ",
    "interview by ",
    "interview: ",
    "text: ",
    "texte : ",
    "texte: ",
    "texto: ",
    "testo: ",
    "tekst: ",
    "words: ",
    "story: ",
    "report: ",
    "reporter: ",
    "reporting by ",
    "reported by ",
];

/// Words beside a name, without a mark between: "山田太郎 記者".
const TITLES_OF_WRITERS: &[&str] = &["記者", "记者", "기자", "특파원"];

/// Small words inside a name.
const PARTICLES: &[&str] = &[
    "al", "and", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "en",
    "et", "ibn", "la", "le", "och", "of", "og", "i", "ter", "und", "van", "von", "y", "zu",
];

/// Words of a name, particles included, at most.
const NAME_WORDS_MAX: usize = 5;

/// Letters that stand for a word in scripts without capitals or blanks.
const UNCASED_WORD_LETTERS: usize = 4;

/// The name in "By Ann Lee", in "May 3 by Ann Lee", or under "Written by", which is the line `before`.
pub(super) fn name_in(before: &str, line: &str) -> Option<String> {
    let label = before.trim_end_matches(':').to_lowercase();
    let lower = line.to_lowercase();
    let is_labelled = lower.split_once([':', '：']).is_some_and(|(label, _)| names::LABELS.contains(&label.trim()));
    if LABEL_LINES.contains(&label.as_str()) || is_labelled || OPENINGS.iter().any(|open| lower.starts_with(open)) {
        return names::shown_names(line).filter(|name| looks_like_name(name));
    }
    if let Some(open) = WEAK_OPENINGS.iter().find(|open| lower.starts_with(**open)) {
        return names::shown_names(line.get(open.len()..)?).filter(|name| is_plain_name(name));
    }
    titled(line).or_else(|| behind_date(line, &lower))
}

/// The name in "May 3 by Ann Lee".
fn behind_date(line: &str, lower: &str) -> Option<String> {
    let at = lower.find(" by ").filter(|_| lower.len() == line.len() && line.split(' ').count() <= 14)?;
    let dated = date::find(line, Order::DayFirst).is_some()
        || lower[..at].ends_with("posted")
        || lower[..at].ends_with("written");
    names::shown_names(line.get(at..).filter(|_| dated)?).filter(|name| looks_like_name(name))
}

/// The name in "記者 山田太郎", alone or before a date.
fn titled(line: &str) -> Option<String> {
    if line.is_ascii() {
        return None;
    }
    let line = near::date_in(line, 0).map_or(line, |(start, _)| &line[..start]);
    let line = line.split(near::PART_MARKS).next()?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let (title, name) = match words[..] {
        [a, b] | [a, b, _] if TITLES_OF_WRITERS.contains(&a) => (a, b),
        [a, b] | [a, b, _] if TITLES_OF_WRITERS.contains(&b) => (b, a),
        _ => return None,
    };
    let is_name = name != title && (2..=6).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
    is_name.then(|| name.to_owned())
}

/// A name that opens with a given name, before a date or in the line next to one.
pub(super) fn name_beside_date(before: &str, line: &str, next: &str) -> Option<String> {
    let given = line.split([' ', '-']).next()?.to_lowercase();
    if !GIVEN_NAMES.contains(&given) {
        return None;
    }
    let dated = near::date_in(line, 0);
    let is_beside = dated.is_some() || [before, next].iter().any(|other| says_who_and_when(other, None));
    let name =
        dated.map_or(line, |(start, _)| &line[..start]).trim_end_matches([' ', ',', '|', '·', '•', '-', '–', '—']);
    (is_beside && name.contains(' ') && is_plain_name(name)).then(|| name.to_owned())
}

/// True for one to a few words, as names have; a handle in lower case may stand alone.
fn looks_like_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = words.first().is_some_and(|word| !word.starts_with(char::is_lowercase));
    words.len() == 1 || words.len() <= 12 && capital && name.len() <= 90
}

/// True for two words and more that open with capitals, particles between them.
pub(super) fn is_plain_name(name: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().filter(|word| is_capital(word)).count();
    (2..=NAME_WORDS_MAX).contains(&words.len())
        && capitals >= 2
        && is_capital(words[0])
        && words.iter().all(|word| is_capital(word) || PARTICLES.contains(word))
}

/// True for a line that says who wrote the text, `byline`, or when, and nothing more: "By Ann Lee | Published 5 May 2024, 10:15".
pub(in crate::article) fn says_who_and_when(line: &str, byline: Option<&str>) -> bool {
    if line.len() > LINE_BYTES_MAX {
        return false;
    }
    let mut rest = String::new();
    let mut from = 0;
    while let Some((start, end)) = near::date_in(line, from) {
        rest.extend([&line[from..start], " "]);
        from = end;
    }
    rest.push_str(&line[from..]);
    let (rest, byline) = (rest.to_lowercase(), byline.unwrap_or_default().to_lowercase());
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !(c.is_alphanumeric() || date::is_indic_mark(c))).map(str::to_owned).collect()
    };
    let mut names = words(&byline);
    names.retain(|name| !name.is_empty());
    let (mut named, mut others) = (0, 0);
    for word in words(&rest).iter().filter(|word| !word.is_empty()) {
        let is_day = || word.starts_with(char::is_numeric) || date::is_weekday(word);
        let is_stem = || UPDATES.iter().chain(PUBLISHED).any(|stem| word.starts_with(stem));
        let is_label = || names::LABELS.contains(&word.as_str()) || TITLES_OF_WRITERS.contains(&word.as_str());
        if names.contains(word) {
            named += 1;
        } else if !(is_day() || DATE_LINE_WORDS.contains(&word.as_str()) || is_stem() || is_label()) {
            let uncased = word.chars().filter(|c| c.is_alphabetic() && !c.is_lowercase()).count();
            others += uncased.div_ceil(UNCASED_WORD_LETTERS).max(1);
        }
    }
    let is_dated = from > 0;
    let is_named = !names.is_empty() && named >= names.len();
    (is_dated || is_named) && others <= usize::from(is_dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_where_lines_say_so() {
        for (before, line, next, expected) in [
            ("", "By Ann Lee", "", Some("Ann Lee")),
            ("Written by", "Ann Lee", "", Some("Ann Lee")),
            ("", "Von: Anna Schmidt", "", Some("Anna Schmidt")),
            ("", "May 3, 2024 by Ann Lee", "", Some("Ann Lee")),
            ("", "di Marco Rossi", "", Some("Marco Rossi")),
            ("", "di nuovo in Italia", "", None),
            ("", "Door Jan de Vries 8 augustus 2023 om 14:05", "", Some("Jan de Vries")),
            ("", "Av vem är boken?", "", None),
            ("", "Words: Isla Munro", "", Some("Isla Munro")),
            ("", "Text: The whole of it", "", None),
            ("", "記者 山田太郎", "", Some("山田太郎")),
            ("", "김민수 기자 입력 2024.03.05 18:30", "", Some("김민수")),
            ("", "김민수 기자 | 입력 2024.03.05", "", Some("김민수")),
            ("", "Anna Kowalska", "9 września 2021", Some("Anna Kowalska")),
            ("", "Anna Kowalska 9 września 2021", "", Some("Anna Kowalska")),
            ("", "World News", "9 May 2021", None),
            ("", "Anna Kowalska", "The next line", None),
        ] {
            let name = name_in(before, line).or_else(|| name_beside_date(before, line, next));
            assert_eq!(name.as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_line_of_author_and_day_says_nothing_more() {
        let name = Some("Jan de Vries");
        for line in [
            "Door Jan de Vries, 8 augustus 2023 om 14:05",
            "Thursday 7 March 2024",
            "Publié le 3 mai 2023 à 10h12",
            "JAN DE VRIES",
            "入力 2024年3月5日 18時30分",
        ] {
            assert!(says_who_and_when(line, name), "{line}");
        }
        for line in ["On 7 March 2024 the harbour closed.", "Jan de Vries bakes in Delft", "Jan", "7 days later", ""] {
            assert!(!says_who_and_when(line, name), "{line}");
        }
    }
}
