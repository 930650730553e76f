//! What single lines of a pasted text say of themselves: the headline, captions that only repeat, and why a line is dropped.

use super::RemovalReason;
use super::line_features::{Line, is_prose, words_of};
use crate::sort;

/// Openings of lines that lead about the page, in lower case.
const NAVIGATION: &[&str] = &[
    "skip to",
    "jump to",
    "zum inhalt",
    "zum hauptinhalt",
    "aller au contenu",
    "ir al contenido",
    "saltar al",
    "pular para",
    "vai al contenuto",
    "ga naar inhoud",
    "hoppa till",
    "przejdź do",
    "перейти к",
    "menu",
    "home",
    "back to",
    "sign in",
    "log in",
];

/// Parts of short lines, in lower case, and what they say that the line is.
const WORDS: &[(&str, RemovalReason)] = &[
    ("share", RemovalReason::ShareBar),
    ("tweet", RemovalReason::ShareBar),
    ("follow", RemovalReason::ShareBar),
    ("facebook", RemovalReason::ShareBar),
    ("whatsapp", RemovalReason::ShareBar),
    ("newsletter", RemovalReason::Subscribe),
    ("subscribe", RemovalReason::Subscribe),
    ("sign up", RemovalReason::Subscribe),
    ("cookie", RemovalReason::Cookies),
    ("advertisement", RemovalReason::Advertisement),
    ("sponsored", RemovalReason::Advertisement),
    ("related", RemovalReason::Related),
    ("read more", RemovalReason::Related),
    ("you may also", RemovalReason::Related),
    ("most read", RemovalReason::Related),
    ("recommended", RemovalReason::Related),
    ("comment", RemovalReason::Comments),
    ("copyright", RemovalReason::Footer),
    ("©", RemovalReason::Footer),
    ("all rights", RemovalReason::Footer),
    ("privacy", RemovalReason::Footer),
    ("terms of", RemovalReason::Footer),
    ("tags:", RemovalReason::Tags),
    ("filed under", RemovalReason::Tags),
    ("photo:", RemovalReason::Caption),
    ("credit:", RemovalReason::Caption),
];

/// Words beside a number of minutes that tell how long a text takes to read.
const READING: &[&str] =
    &["read", "lesezeit", "lesedauer", "lecture", "lectura", "leitura", "lettura", "leestijd", "чтения", "okuma"];

/// A longer line, in bytes, is no menu and no button.
const SHORT_BYTES_MAX: usize = 60;

/// True for a line that is page furniture whatever stands around it.
pub(super) fn furniture(text: &str) -> Option<RemovalReason> {
    if text.len() > SHORT_BYTES_MAX {
        return None;
    }
    let lower = text.to_lowercase();
    let words = lower.split_whitespace().count();
    let has_number = lower.bytes().any(|b| b.is_ascii_digit());
    if words <= 6 && has_number && lower.contains("min") && READING.iter().any(|word| lower.contains(word)) {
        return Some(RemovalReason::ReadingTime);
    }
    let skips = NAVIGATION[..12].iter().any(|opening| lower.starts_with(opening)) && words <= 5;
    skips.then_some(RemovalReason::Navigation)
}

/// Why a dropped line was dropped, as far as its words tell.
pub(super) fn reason(text: &str) -> RemovalReason {
    if let Some(reason) = furniture(text) {
        return reason;
    }
    let lower = text.to_lowercase();
    if text.len() <= SHORT_BYTES_MAX && NAVIGATION.iter().any(|opening| lower.starts_with(opening)) {
        return RemovalReason::Navigation;
    }
    let found = WORDS.iter().find(|row| lower.contains(row.0)).filter(|_| text.len() <= 3 * SHORT_BYTES_MAX);
    found.map_or(RemovalReason::Boilerplate, |row| row.1)
}

/// The text before a credit in brackets at its end: "… to China [Getty/archive]".
fn before_credit(text: &str) -> Option<&str> {
    let open = match text.chars().last()? {
        ']' => text.rfind('[')?,
        ')' => text.rfind('(')?,
        _ => return None,
    };
    let credit = &text[open..];
    (credit.len() <= SHORT_BYTES_MAX && open > 0).then(|| text[..open].trim())
}

/// Lines before and behind a caption that it may repeat.
const CAPTION_REACH: usize = 60;

/// True for a caption with its credit whose words another line opens with, or holds most of.
pub(super) fn repeats(at: usize, texts: &[String], lines: &[Line]) -> bool {
    let Some(caption) = before_credit(&texts[at]) else { return false };
    let mut words = words_of(caption);
    sort::plain(&mut words);
    words.dedup();
    let near = at.saturating_sub(CAPTION_REACH)..(at + CAPTION_REACH).min(lines.len());
    let others = near.filter(|&other| other != at).map(|other| &lines[other]).filter(|line| is_prose(&line.measure));
    words.len() >= 5
        && others.into_iter().any(|line| {
            let mut held = line.words.clone();
            sort::plain(&mut held);
            words.iter().filter(|word| held.binary_search(word).is_ok()).count() * 10 >= words.len() * 9
        })
}

/// Lines before the first prose that are searched for the headline.
const TITLE_LINES_MAX: usize = 24;

/// The headline: the first line before the prose that speaks of the same things. `shared` counts for each line how many of
/// its words stand in the prose, and how many are looked at.
pub(super) fn headline(texts: &[String], lines: &[Line], shared: &[(u32, u32)], first: usize) -> Option<usize> {
    (first.saturating_sub(TITLE_LINES_MAX)..first).find(|&at| {
        let measure = &lines[at].measure;
        let is_line = (6..=60).contains(&measure.units) && (measure.ends == 0 || texts[at].ends_with(['?', '!']));
        is_line && furniture(&texts[at]).is_none() && shared[at].0 >= 2 && shared[at].0 * 2 >= shared[at].1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words() {
        assert_eq!(furniture("4 min read"), Some(RemovalReason::ReadingTime));
        assert_eq!(furniture("Lesezeit: 3 Min."), Some(RemovalReason::ReadingTime));
        assert_eq!(furniture("Skip to main content"), Some(RemovalReason::Navigation));
        assert_eq!(furniture("He read for 4 minutes and then went to sleep in the chair."), None);
        assert_eq!(reason("Subscribe to our newsletter"), RemovalReason::Subscribe);
    }

    #[test]
    fn a_credit_stands_in_brackets_at_the_end() {
        assert_eq!(before_credit("The boat at sea [Getty/archive]"), Some("The boat at sea"));
        assert_eq!(before_credit("The boat at sea."), None);
    }
}
