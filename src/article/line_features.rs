//! What the line classifier is told of each line of a pasted text, as small whole numbers.
//!
//! Lines go in, a row of bytes each comes out. Scales are those of `features`: no floating point. The last columns are
//! sums of learnt word weights, so that no list of menu words is needed.

use super::features::{scale, share, small};
use super::measure::{Measure, SEED, mix};
use crate::sort;

/// A line with what was counted in it.
pub(super) struct Line {
    /// What its characters amount to.
    pub measure: Measure,
    /// Blank lines before it.
    pub blanks: u32,
    /// Opens with a bullet or a number of a list.
    pub is_item: bool,
    /// Clues in its words: `clues_of`.
    pub clues: u8,
    /// Hashes of its words, in lower case, digits levelled.
    pub words: Vec<u32>,
}

/// Learnt weights of words, by hash; unit 1/16 of the logit.
pub(super) struct WordWeights<'w>(pub &'w [u8]);

/// Buckets of the hashed words.
pub(super) const BUCKETS: u32 = 4096;

impl WordWeights<'_> {
    fn of(&self, word: u32) -> i32 {
        self.0.get((word % BUCKETS) as usize).map_or(0, |&weight| i32::from(weight as i8))
    }
}

/// A run of letters or digits, of at most this many characters, is hashed.
const WORD_CHARS_MAX: u32 = 24;

/// The hashes of a text's words, in lower case, digits levelled; the first of them again as the word that opens the line.
pub(super) fn words_of(text: &str) -> Vec<u32> {
    let mut words = Vec::new();
    let mut hash = SEED;
    let mut chars = 0;
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            let c = if c.is_numeric() { '0' } else { c.to_lowercase().next().unwrap_or(c) };
            if chars < WORD_CHARS_MAX {
                hash = mix(hash, c as u64);
            }
            chars += 1;
        } else if chars > 0 && !matches!(c, '\'' | '’') {
            words.push(fold(hash));
            (hash, chars) = (SEED, 0);
        }
    }
    words
}

fn fold(hash: u64) -> u32 {
    (hash ^ hash >> 29) as u32
}

/// Clues in a line's text, one bit each.
pub(super) fn clues_of(text: &str) -> u8 {
    let has = |part: &str| text.contains(part);
    let bits = [
        has("@"),
        has("http") || has("www.") || has(".com"),
        has(":"),
        has(" | ") || has(" · ") || has(" • ") || has(" / ") || has(" > ") || has(" › "),
        has("…") || text.ends_with("..."),
        text.starts_with(['“', '"', '«', '„', '‘']),
        has("(") || has("["),
        has("?") || has("!"),
    ];
    bits.iter().enumerate().fold(0, |clues, (bit, &holds)| clues | u8::from(holds) << bit)
}

/// True for a line that reads like prose.
pub(super) fn is_prose(measure: &Measure) -> bool {
    measure.ends > 0 && measure.units >= 20 || measure.units >= 44
}

/// All lines, with the sums that make the rows cheap.
pub(super) struct Lines<'l> {
    lines: &'l [Line],
    /// Units, and units of prose, before each line.
    units: Vec<u32>,
    prose: Vec<u32>,
    /// Number of prose lines before each line.
    prose_lines: Vec<u32>,
    /// Weights of the words before each line, and their number.
    weights: Vec<(i32, u32)>,
    /// Per line: how many lines have its print, and the place of the first of them.
    prints: Vec<(u32, u32)>,
    /// Per line: how many of its words stand in prose elsewhere, and how many words of it are looked at.
    pub(super) shared: Vec<(u32, u32)>,
    /// Distance in lines to the prose before and after.
    since: Vec<u32>,
    until: Vec<u32>,
    /// Length of the run of lines alike in length that each line is in.
    runs: Vec<u32>,
    own: Vec<[i32; 4]>,
}

impl<'l> Lines<'l> {
    pub(super) fn new(lines: &'l [Line], weights: &WordWeights<'_>) -> Self {
        let count = lines.len();
        let (mut units, mut prose, mut prose_lines, mut sums) = (vec![0], vec![0], vec![0], vec![(0, 0)]);
        let mut own = Vec::with_capacity(count);
        for (at, line) in lines.iter().enumerate() {
            let held = is_prose(&line.measure);
            units.push(units[at] + line.measure.units);
            prose.push(prose[at] + if held { line.measure.units } else { 0 });
            prose_lines.push(prose_lines[at] + u32::from(held));
            let score = score(line, weights);
            sums.push((sums[at].0 + score[0], sums[at].1 + line.words.len() as u32));
            own.push(score);
        }
        Self {
            lines,
            units,
            prose,
            prose_lines,
            weights: sums,
            prints: prints(lines),
            shared: shared(lines),
            since: distances(lines.iter()),
            until: distances(lines.iter().rev()).into_iter().rev().collect(),
            runs: runs(lines),
            own,
        }
    }

    fn total(&self) -> u32 {
        self.units[self.lines.len()]
    }

    /// Units of prose, and all units, in the lines around.
    fn around(&self, at: usize, reach: usize) -> (u32, u32) {
        let (from, to) = (at.saturating_sub(reach), (at + reach + 1).min(self.lines.len()));
        (self.prose[to] - self.prose[from], self.units[to] - self.units[from])
    }

    /// The mean word weight of the lines from `from` to `to`, shifted to be positive.
    fn mean_weight(&self, from: usize, to: usize) -> u8 {
        let (a, b) = (self.weights[from], self.weights[to]);
        level((b.0 - a.0) * 4 / (b.1 - a.1).max(1) as i32)
    }
}

/// A signed weight as a byte around 100.
fn level(weight: i32) -> u8 {
    (weight + 100).clamp(0, 200) as u8
}

/// Sum, least, greatest and first of a line's word weights.
fn score(line: &Line, weights: &WordWeights<'_>) -> [i32; 4] {
    let each = line.words.iter().map(|&word| weights.of(word));
    let opening = line.words.first().map_or(0, |&word| weights.of(opening(word)));
    let whole = weights.of(whole(&line.words));
    let sum: i32 = each.clone().sum::<i32>();
    [sum, each.clone().min().unwrap_or(0), each.max().unwrap_or(0), opening + whole]
}

/// The hash of a word as the opening of a line.
pub(super) fn opening(word: u32) -> u32 {
    fold(mix(u64::from(word) | 1 << 40, 1))
}

/// The hash of a whole short line.
pub(super) fn whole(words: &[u32]) -> u32 {
    let few = if words.len() <= 4 { words } else { &[] };
    fold(few.iter().fold(SEED ^ 7, |hash, &word| mix(hash, u64::from(word))))
}

fn prints(lines: &[Line]) -> Vec<(u32, u32)> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    sort::by_key(&mut order, |&at| (lines[at].measure.print, at));
    let mut found = vec![(0, 0); lines.len()];
    for same in order.chunk_by(|&a, &b| lines[a].measure.print == lines[b].measure.print) {
        for (number, &at) in same.iter().enumerate() {
            found[at] = (same.len() as u32, number as u32);
        }
    }
    found
}

/// Words of less than this many lines' prose say what a text is about; the commonest say nothing.
fn shared(lines: &[Line]) -> Vec<(u32, u32)> {
    let mut in_prose: Vec<u32> = Vec::new();
    for line in lines.iter().filter(|line| is_prose(&line.measure)) {
        let from = in_prose.len();
        in_prose.extend(&line.words);
        sort::plain(&mut in_prose[from..]);
        // Once a line.
        let mut kept = from;
        for at in from..in_prose.len() {
            if at == from || in_prose[at] != in_prose[kept - 1] {
                in_prose[kept] = in_prose[at];
                kept += 1;
            }
        }
        in_prose.truncate(kept);
    }
    sort::plain(&mut in_prose);
    let count = |word: u32| {
        let from = in_prose.partition_point(|&other| other < word);
        in_prose[from..].partition_point(|&other| other == word) as u32
    };
    let prose_lines = lines.iter().filter(|line| is_prose(&line.measure)).count() as u32;
    let share = |line: &Line| {
        let own = u32::from(is_prose(&line.measure));
        let mut found = (0, 0);
        for &word in &line.words {
            let lines = count(word).saturating_sub(own);
            // Words in two lines of five are the language's, not the topic's.
            if lines * 5 <= prose_lines * 2 || prose_lines < 5 {
                found.1 += 1;
                found.0 += u32::from(lines > 0);
            }
        }
        found
    };
    lines.iter().map(share).collect()
}

fn distances<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<u32> {
    let mut since = 255;
    let mut found = Vec::new();
    for line in lines {
        found.push(since);
        since = if is_prose(&line.measure) { 1 } else { (since + 1).min(255) };
    }
    found
}

fn runs(lines: &[Line]) -> Vec<u32> {
    let class = |line: &Line| match line.measure.units {
        0..=4 => 0,
        5..=12 => 1,
        13..=30 => 2,
        _ => 3,
    };
    let mut found = Vec::with_capacity(lines.len());
    for run in lines.chunk_by(|a, b| class(a) == class(b) && b.blanks == a.blanks.max(b.blanks.min(1))) {
        found.extend(std::iter::repeat_n(run.len() as u32, run.len()));
    }
    found
}

/// Lines around a line whose counts stand in its row.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];

macro_rules! features {
    ($s:ident, $at:ident, $line:ident, $m:ident: $($name:ident = $value:expr),+ $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),+];

        fn plain($s: &Lines<'_>, $at: usize, row: &mut Vec<u8>) {
            let $line = &$s.lines[$at];
            let $m = &$line.measure;
            $(row.push($value);)+
        }
    };
}

features! { s, at, line, m:
    units = scale(m.units), chars_per_word = small(m.chars * 4 / m.units.max(1)), ends = scale(m.ends * 4),
    commas = scale(m.commas * 4), first = m.first, last = m.last, digits = share(m.digits, m.chars),
    capitals = share(m.capitals * 2, m.units), shouted = share(m.shouted * 2, m.units), short = share(m.short * 2, m.units),
    marks = small(m.marks), years = small(m.years), money = small(m.money), quotes = small(m.quotes),
    blanks = small(line.blanks), blanks_after = small(s.lines.get(at + 1).map_or(9, |next| next.blanks)),
    is_item = u8::from(line.is_item),
    has_at = line.clues & 1, has_address = line.clues >> 1 & 1, has_colon = line.clues >> 2 & 1,
    has_separator = line.clues >> 3 & 1, has_ellipsis = line.clues >> 4 & 1, opens_quote = line.clues >> 5 & 1,
    has_bracket = line.clues >> 6 & 1, asks = line.clues >> 7 & 1,
    from_start = scale(at as u32), from_end = scale((s.lines.len() - at) as u32),
    place = share(at as u32, s.lines.len() as u32), place_in_text = share(s.units[at], s.total()),
    place_in_prose = share(s.prose[at], s.prose[s.lines.len()]),
    prose_before = small(s.prose_lines[at]), prose_after = small(s.prose_lines[s.lines.len()] - s.prose_lines[at + 1]),
    since = small(s.since[at]), until = small(s.until[at]), run = scale(s.runs[at]),
    near3 = scale(s.around(at, 3).0), near8 = scale(s.around(at, 8).0), near20 = scale(s.around(at, 20).0),
    dense3 = share(s.around(at, 3).0, s.around(at, 3).1), dense8 = share(s.around(at, 8).0, s.around(at, 8).1),
    dense20 = share(s.around(at, 20).0, s.around(at, 20).1), dense60 = share(s.around(at, 60).0, s.around(at, 60).1),
    copies = scale(s.prints[at].0), copy = small(s.prints[at].1),
    topical = share(s.shared[at].0, s.shared[at].1), topical_words = small(s.shared[at].1),
    all_lines = scale(s.lines.len() as u32), all_units = scale(s.total()),
    all_prose = share(s.prose[s.lines.len()], s.total()),
    mean_line = scale(s.total() / s.lines.len().max(1) as u32),
    sum = level(s.own[at][0]), mean = s.mean_weight(at, at + 1), least = level(s.own[at][1]), greatest = level(s.own[at][2]),
    opening = level(s.own[at][3]), mean_before = s.mean_weight(at.saturating_sub(4), at),
    mean_after = s.mean_weight(at + 1, (at + 5).min(s.lines.len())),
    mean_around = s.mean_weight(at.saturating_sub(12), (at + 13).min(s.lines.len())),
}

/// The features' names, in their order.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    for offset in NEIGHBOURS {
        names.extend(
            ["units", "ends", "last", "blanks", "copies", "weight", "digits"].map(|name| format!("{name}_at_{offset}")),
        );
    }
    names
}

/// The features of the line at `at`.
pub(super) fn row(lines: &Lines<'_>, at: usize) -> Vec<u8> {
    let mut row = Vec::with_capacity(NAMES.len() + 7 * NEIGHBOURS.len());
    plain(lines, at, &mut row);
    for offset in NEIGHBOURS {
        let Some(place) = at.checked_add_signed(offset).filter(|&place| place < lines.lines.len()) else {
            row.extend([255, 0, 255, 9, 0, 100, 0]);
            continue;
        };
        let line = &lines.lines[place];
        let measure = &line.measure;
        row.extend([
            scale(measure.units),
            scale(measure.ends * 4),
            measure.last,
            small(line.blanks),
            scale(lines.prints[place].0),
            lines.mean_weight(place, place + 1),
            share(measure.digits, measure.chars),
        ]);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_letters_and_not_by_case_or_digits() {
        assert_eq!(words_of("Sign in 12"), words_of("sign IN 47"));
        assert_eq!(words_of("it's here").len(), 2);
        assert_ne!(words_of("sign in"), words_of("sign up"));
        assert!(words_of(" — ").is_empty());
    }
}
