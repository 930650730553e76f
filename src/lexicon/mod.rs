//! Lexicon: languages by their code, and the word lists, one plain file per language and list.

mod lists;
pub mod names;

pub use lists::{SUPPORTED, common_abbreviations};

/// A language by its primary subtag (BCP 47, ISO 639), such as "en" or "yue".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language([u8; 3]);

impl Language {
    /// Not known: ISO 639's "und".
    pub const UNKNOWN: Language = Language(*b"und");
    /// English.
    pub const ENGLISH: Language = Language(*b"en\0");

    /// The language of a BCP 47 tag such as "en-GB" or "pt_BR"; `None` where its first subtag isn't two or three letters.
    pub fn of(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        let mut code = [0; 3];
        if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        for (to, from) in code.iter_mut().zip(primary.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        Some(Language(code))
    }

    /// The code in lower case: "en".
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or("und")
    }
}

/// A word list: a text file with one entry a line, sorted by bytes, lower case; lines that open with `#` come first and
/// name its source and licence. Searched in place: nothing is built at start-up.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    entries: &'static str,
}

impl WordList {
    /// The list in `file`, which is the content of a list file.
    pub const fn new(file: &'static str) -> Self {
        Self { entries: file }
    }

    /// The entries, in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.entries.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    /// True where `word`, in lower case, is an entry. Binary search over the file's bytes.
    pub fn contains(&self, word: &str) -> bool {
        self.find(word, |entry| entry).is_some()
    }

    /// What stands behind `key` and a blank in its entry; `None` without such an entry.
    pub fn value(&self, key: &str) -> Option<&'static str> {
        let entry = self.find(key, |entry| entry.split(' ').next().unwrap_or(entry))?;
        entry.split(' ').nth(1)
    }

    fn find(&self, word: &str, key: impl Fn(&'static str) -> &'static str) -> Option<&'static str> {
        let bytes = self.entries.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
            let entry = self.entries[start..end].trim_end_matches('\r');
            // The header stands before every entry.
            if entry.is_empty() || entry.starts_with('#') || key(entry) < word {
                low = end + 1;
            } else if key(entry) == word {
                return Some(entry);
            } else {
                high = start;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gives_its_primary_language() {
        assert_eq!(Language::of("en-GB"), Some(Language::ENGLISH));
        assert_eq!(Language::of("PT_br").map(|l| l.code().to_owned()), Some("pt".to_owned()));
        assert_eq!(Language::of("english"), None);
    }

    #[test]
    fn every_entry_of_a_list_is_found_and_nothing_else() {
        let list = WordList::new("# ours, CC0\nal\nbe\nche\nét\n");
        for word in list.iter() {
            assert!(list.contains(word), "{word}");
        }
        for word in ["", "a", "bee", "zz", "# ours, CC0"] {
            assert!(!list.contains(word), "{word}");
        }
    }
}
