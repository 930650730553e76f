//! OSMAN, the formula of Arabic: short vowels, which few texts write, say how many syllables a word has; where they aren't
//! written its letters do.

/// Units of a word from which it is hard.
const HARD_UNITS_MIN: i32 = 6;
/// Letters from which a word is long.
const LONG_LETTERS_MIN: i32 = 6;
/// Letters by which a word without vowels has more than units.
const UNVOWELLED_LESS: i32 = 2;

/// What OSMAN counts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Osman {
    words: i32,
    /// Short vowels written.
    vowels: i32,
    /// Units by what is written above and below the letters.
    units: i32,
    /// Letters but alif and alif maqsura, and what is stressed.
    letters: i32,
    /// Words that are long, that have many marks, and that are hard by letters of classical Arabic.
    hard: i32,
}

impl Osman {
    /// Counts one word.
    pub fn add(&mut self, word: &str) {
        let count = |wanted: fn(char) -> bool| word.chars().filter(|&c| wanted(c)).count() as i32;
        let vowels = count(is_short_vowel);
        let stressed = count(|c| matches!(c, '\u{64b}'..='\u{64d}' | '\u{651}'));
        let long = word.chars().zip(word.chars().skip(1));
        let long = long.filter(|&(c, next)| is_short_vowel(c) && matches!(next, 'ا' | 'و' | 'ي')).count() as i32;
        let letters =
            count(char::is_alphabetic) - count(is_short_vowel) - count(|c| matches!(c, '\u{64b}'..='\u{64d}'));
        let bare = letters - count(|c| matches!(c, 'ا' | 'ى'));
        let units = if vowels == 0 { bare - UNVOWELLED_LESS + 2 * stressed } else { vowels + long + 2 * stressed };
        let classical = word.contains(['ئ', 'ء', 'ؤ', 'ذ', 'ظ']) || word.contains("وا") || word.contains("ون");
        self.words += 1;
        self.vowels += vowels;
        self.units += vowels + long + 2 * stressed;
        self.letters += bare + 2 * stressed;
        self.hard += i32::from(letters >= LONG_LETTERS_MIN)
            + i32::from(vowels + stressed >= HARD_UNITS_MIN)
            + i32::from(units >= HARD_UNITS_MIN && classical);
    }

    /// `200.791 − 1.015 · words/sentences − 24.181 · (units + long + marked + classical words)/words`. A text has its vowels
    /// written where there is one a word.
    /// M. El-Haj, P. Rayson, "OSMAN – A novel Arabic readability metric", LREC 2016; units without vowels as in their tool.
    pub fn score(&self, sentences: f32) -> f32 {
        let units = if self.vowels >= self.words { self.units } else { self.letters - UNVOWELLED_LESS };
        let words = self.words as f32;
        200.791 - 1.015 * words / sentences - 24.181 * (units + self.hard) as f32 / words
    }
}

fn is_short_vowel(c: char) -> bool {
    matches!(c, '\u{64e}'..='\u{650}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(text: &str, sentences: f32) -> f32 {
        let mut osman = Osman::default();
        text.split(' ').for_each(|word| osman.add(word));
        osman.score(sentences)
    }

    #[test]
    fn vowels_count_where_they_are_written_and_letters_where_not() {
        // 9 words, 2 sentences, 35 letters but alif and alif maqsura, 2 long words.
        let bare = score("ذهب هند وأحمد الى المدرسة هند تحب الرسم والمطالعة", 2.0);
        assert!((bare - 102.186).abs() < 0.01, "{bare}");
        // 6 short vowels in two words, none long.
        let written = score("كَتَبَ دَرَسَ", 1.0);
        assert!((written - (200.791 - 2.03 - 24.181 * 3.0)).abs() < 0.01, "{written}");
    }
}
