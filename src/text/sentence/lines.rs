//! Lines: whether a line break inside a block ends a sentence, or only wraps it.

use super::lists;
use super::marks::{is_blank, is_closer, is_stop};
use super::rules::Rules;

/// A line shorter than this, in characters, is not the full width of a wrapped text.
const WRAPPED_CHARS_MIN: usize = 45;

/// What the lines of a block have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    /// No line holds a stop: items, not running text.
    loose: bool,
    /// Characters of the longest line.
    longest: usize,
}

impl Lines {
    /// The lines of `text`.
    pub fn of(text: &str) -> Self {
        let ends = |line: &str| line.trim_end_matches(|c| is_blank(c) || is_closer(c)).ends_with(is_stop);
        let loose = !text.lines().any(ends);
        Self { loose, longest: text.lines().map(|line| line.chars().count()).max().unwrap_or(0) }
    }

    /// True where the break between `line` and what follows ends a sentence that no stop ended.
    pub fn ends_sentence(self, line: &str, after: &str, rules: &Rules) -> bool {
        let (line, after) = (line.trim_end_matches(is_blank), after.trim_start_matches(is_blank));
        let Some(first) = after.chars().next() else { return true };
        if is_stop(first) && !after.starts_with("..") {
            return false;
        }
        if lists::begin(after).is_some() {
            return true;
        }
        let next = after.lines().next().unwrap_or(after);
        let tiny = |line: &str| line.chars().count() <= 2 && line.chars().all(char::is_uppercase);
        if tiny(line) && tiny(next.trim_end()) {
            return false;
        }
        // Scripts without cases: a particle at the line's end asks for more.
        if line.ends_with(['の', 'を', 'に', 'は', 'が', 'も', 'へ', '的', '和']) {
            return false;
        }
        if self.loose {
            return true;
        }
        let last = line.rsplit(is_blank).next().unwrap_or(line);
        if line.ends_with([',', '-', '–', '、', '，']) || !last.is_empty() && rules.is_function_word(last) {
            return false;
        }
        if first.is_lowercase() {
            return false;
        }
        if !first.is_alphabetic() || first.is_uppercase() {
            let wide = line.chars().count();
            return !(wide >= WRAPPED_CHARS_MIN && wide * 4 >= self.longest * 3);
        }
        true
    }
}
