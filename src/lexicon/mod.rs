//! Lexicon: languages by their code, and the word lists, one plain file per language and list.

mod lists;
pub mod names;
pub(crate) mod packed;

pub use lists::{COMMON_ABBREVIATIONS, FURNITURE, INVITATIONS, LABEL_WORDS, SUPPORTED};

use std::sync::OnceLock;

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

    /// True for the language of this code: "de".
    pub fn is(self, code: &str) -> bool {
        self.0.starts_with(code.as_bytes()) && self.0[code.len()..].iter().all(|&byte| byte == 0)
    }

    /// The code in lower case: "en".
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or("und")
    }
}

/// A word list: a text file with one entry a line, lower case, and behind a tab what it stands for, if anything. Lines that open
/// with `#` come first and name its source and licence. The first search unpacks it and builds an index of where the entries
/// stand. `word_list!` compiles one in.
#[derive(Debug)]
pub struct WordList {
    packed: &'static [u8],
    /// The entries unpacked, one a line; kept for good, as every list is.
    lines: OnceLock<&'static str>,
    /// An open-addressed hash table of the entries: a place, one up, and above it some bits of the entry's hash; 0 is free.
    index: OnceLock<Box<[u32]>>,
    /// A bit for each hash of a phrase's first word.
    leads: OnceLock<Box<[u64; LEAD_CELLS]>>,
}

/// Cells of 64 bits, so many that few words which no phrase opens with are taken for one that does.
const LEAD_CELLS: usize = 64;

impl WordList {
    /// The list that was packed.
    pub const fn new(packed: &'static [u8]) -> Self {
        Self { packed, lines: OnceLock::new(), index: OnceLock::new(), leads: OnceLock::new() }
    }

    fn lines(&self) -> &'static str {
        self.lines.get_or_init(|| packed::unpack(self.packed).leak())
    }

    /// The entries, in order, each with what it stands for.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.lines().lines().map(|entry| entry.split_once('\t').unwrap_or((entry, "")))
    }

    /// True where `word`, in lower case, is an entry.
    pub fn contains(&self, word: &str) -> bool {
        self.value(word).is_some()
    }

    /// What the entry `word` stands for, empty where its line says nothing more; `None` without such an entry.
    pub fn value(&self, word: &str) -> Option<&'static str> {
        let index = self.index.get_or_init(|| self.index());
        let (lines, hash) = (self.lines(), quick_hash(word.as_bytes()));
        let mut slot = hash as usize;
        loop {
            let found = index[slot & (index.len() - 1)];
            let place = (found & PLACE).checked_sub(1)? as usize;
            slot += 1;
            if found & !PLACE != tag(hash) {
                continue;
            }
            if let Some(rest) = lines[place..].strip_prefix(word) {
                match rest.as_bytes().first() {
                    Some(b'\t') => return rest[1..].lines().next(),
                    None | Some(b'\n' | b'\r') => return Some(""),
                    _ => {}
                }
            }
        }
    }

    /// False where no longer entry opens with `word`, as `first` cuts it from each entry.
    pub fn may_lead(&self, word: &str, first: impl Fn(&'static str) -> &'static str) -> bool {
        let cell = |word: &str| {
            let hash = quick_hash(word.as_bytes()) as usize;
            (hash / 64 % LEAD_CELLS, 1_u64 << (hash % 64))
        };
        let leads = self.leads.get_or_init(|| {
            let mut leads = Box::new([0; LEAD_CELLS]);
            for (entry, _) in self.iter() {
                let head = first(entry);
                if head.len() < entry.len() {
                    let (place, bit) = cell(head);
                    leads[place] |= bit;
                }
            }
            leads
        });
        let (place, bit) = cell(word);
        leads[place] & bit != 0
    }

    fn index(&self) -> Box<[u32]> {
        let lines = self.lines().as_bytes();
        let entries = lines.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let mut index = vec![0; (entries * 2).next_power_of_two()].into_boxed_slice();
        let mut start = 0;
        while start < lines.len() {
            let length = lines[start..].iter().take_while(|byte| !matches!(byte, b'\t' | b'\n')).count();
            let hash = quick_hash(&lines[start..start + length]);
            let mut slot = hash as usize;
            while index[slot & (index.len() - 1)] != 0 {
                slot += 1;
            }
            index[slot & (index.len() - 1)] = (start as u32 + 1) | tag(hash);
            let rest = &lines[start + length..];
            start += length + rest.iter().take_while(|&&byte| byte != b'\n').count() + 1;
        }
        index
    }
}

/// The bits of an index that hold a place: no list is longer than a megabyte.
const PLACE: u32 = (1 << 20) - 1;

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !PLACE
}

/// A hash of words, four bytes a step; its high and its low bits don't depend on each other.
fn quick_hash(word: &[u8]) -> u64 {
    let step = |hash: u64, part: u32| (hash.rotate_left(5) ^ u64::from(part)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (mut hash, mut rest) = (word.len() as u64, word);
    while let Some((four, behind)) = rest.split_first_chunk() {
        (hash, rest) = (step(hash, u32::from_le_bytes(*four)), behind);
    }
    let hash = match (word.last_chunk(), rest) {
        // The last four bytes, some of them for the second time.
        (Some(four), [_, ..]) => step(hash, u32::from_le_bytes(*four)),
        (None, rest) => step(hash, rest.iter().fold(0, |rest, &byte| rest << 8 | u32::from(byte))),
        (Some(_), []) => hash,
    };
    hash ^ hash >> 32 & 0xf_ffff
}

/// True where `word` is one of the words of `list`, which are parted by single blanks. Eight bytes at once are searched for its
/// first.
#[inline(never)]
pub fn listed(list: &str, word: &str) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let Some(&first) = word.first() else { return false };
    let stands = |at: usize| {
        let rest = list.get(at..).and_then(|rest| rest.strip_prefix(word));
        rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' '))) && (at == 0 || list[at - 1] == b' ')
    };
    let (mut at, mut rest) = (0, list);
    while let Some((eight, behind)) = rest.split_first_chunk() {
        let unlike = u64::from_le_bytes(*eight) ^ (ONES * u64::from(first));
        // A high bit for each byte that is the first; the ones above it may be wrong.
        let mut alike = unlike.wrapping_sub(ONES) & !unlike & HIGH;
        while alike != 0 {
            if stands(at + alike.trailing_zeros() as usize / 8) {
                return !word.contains(&b' ');
            }
            alike &= alike - 1;
        }
        (at, rest) = (at + 8, behind);
    }
    (at..list.len()).any(stands) && !word.contains(&b' ')
}

/// FNV-1a with a last mixing step; the same on every platform.
pub fn hash(bytes: &[u8]) -> u64 {
    let mixed = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, &b| (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
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
    fn a_word_is_listed_wherever_it_stands() {
        let list = "at At in the une-même aat last of";
        for word in list.split(' ') {
            assert!(listed(list, word), "{word}");
        }
        for word in ["", " ", "a", "t", "as", "same", "même", "une", "the une-même", "o", "off", "\0", "last of"] {
            assert!(!listed(list, word), "{word}");
        }
        assert!(!listed("", "a") && listed("a", "a") && !listed("a", "\0"));
    }

    #[test]
    fn every_entry_of_a_list_is_found_and_nothing_else() {
        const FILE: &str = "# ours, CC0\nal\nbe\t2\nche\nét\tx y";
        static PACKED: [u8; packed::pack::<0>(FILE).1] = packed::pack(FILE).0;
        let list = WordList::new(&PACKED);
        for (word, value) in list.iter() {
            assert_eq!(list.value(word), Some(value), "{word}");
        }
        assert_eq!(list.iter().map(|(_, value)| value).collect::<Vec<_>>(), ["", "2", "", "x y"]);
        assert!(!WordList::new(&[]).contains(""));
        for word in ["", "a", "bee", "be\t2", "zz", "# ours, CC0"] {
            assert!(!list.contains(word), "{word}");
        }
    }
}
