//! One function a formula, each with its source. Counts in, score out.

/// What the formulas are made of: counts of a running text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Words; a hyphenated word or a contraction is one.
    pub words: f32,
    /// Sentences.
    pub sentences: f32,
    /// Syllables.
    pub syllables: f32,
    /// Letters and digits.
    pub characters: f32,
    /// Words of one syllable.
    pub monosyllables: f32,
    /// Words of three syllables and more.
    pub polysyllables: f32,
    /// Words of four syllables and more.
    pub four_syllables: f32,
    /// Words of three syllables and more but names, compounds of short words, and those made so long by "-es", "-ed", "-ing".
    pub complex: f32,
    /// Words of more than six letters.
    pub long: f32,
    /// Words that aren't on the Dale–Chall list of familiar words.
    pub unfamiliar: f32,
}

impl Counts {
    fn words_a_sentence(&self) -> f32 {
        self.words / self.sentences
    }

    fn syllables_a_word(&self) -> f32 {
        self.syllables / self.words
    }

    fn percent(&self, of: f32) -> f32 {
        100.0 * of / self.words
    }
}

/// `206.835 − 1.015 · words/sentences − 84.6 · syllables/words`; 100 is easy, 0 is hard; can fall outside.
/// R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948.
pub fn flesch_reading_ease(c: &Counts) -> f32 {
    206.835 - 1.015 * c.words_a_sentence() - 84.6 * c.syllables_a_word()
}

/// `0.39 · words/sentences + 11.8 · syllables/words − 15.59`; a US school grade.
/// J. P. Kincaid et al., "Derivation of new readability formulas for Navy enlisted personnel", 1975.
pub fn flesch_kincaid_grade(c: &Counts) -> f32 {
    0.39 * c.words_a_sentence() + 11.8 * c.syllables_a_word() - 15.59
}

/// `0.4 · (words/sentences + 100 · complex/words)`; a US school grade.
/// R. Gunning, "The technique of clear writing", 1952.
pub fn gunning_fog(c: &Counts) -> f32 {
    0.4 * (c.words_a_sentence() + c.percent(c.complex))
}

/// `3.1291 + 1.0430 · √(30 · polysyllables/sentences)`; a US school grade.
/// G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12, 1969.
pub fn smog(c: &Counts) -> f32 {
    3.1291 + 1.0430 * (30.0 * c.polysyllables / c.sentences).sqrt()
}

/// `5.88 · characters/words − 29.6 · sentences/words − 15.8`; a US school grade.
/// M. Coleman, T. L. Liau, "A computer readability formula designed for machine scoring", Journal of Applied Psychology 60, 1975.
pub fn coleman_liau(c: &Counts) -> f32 {
    0.0588 * c.percent(c.characters) - 0.296 * c.percent(c.sentences) - 15.8
}

/// `4.71 · characters/words + 0.5 · words/sentences − 21.43`; a US school grade.
/// R. J. Senter, E. A. Smith, "Automated readability index", AMRL-TR-66-220, 1967.
pub fn automated_readability(c: &Counts) -> f32 {
    4.71 * c.characters / c.words + 0.5 * c.words_a_sentence() - 21.43
}

/// `0.1579 · p + 0.0496 · words/sentences`, `p` the per cent of unfamiliar words; 3.6365 more where `p` is above 5.
/// E. Dale, J. S. Chall, "A formula for predicting readability", Educational Research Bulletin 27, 1948.
pub fn dale_chall(c: &Counts) -> f32 {
    let share = c.percent(c.unfamiliar);
    let adjusted = if share > 5.0 { 3.6365 } else { 0.0 };
    0.1579 * share + 0.0496 * c.words_a_sentence() + adjusted
}

/// `words/sentences + 100 · long/words`; below 30 is very easy, above 60 very hard.
/// C. H. Björnsson, "Läsbarhet", 1968.
pub fn lix(c: &Counts) -> f32 {
    c.words_a_sentence() + c.percent(c.long)
}

/// `long/sentences`. J. Anderson, "Lix and Rix: variations on a little-known readability index", Journal of Reading 26, 1983.
pub fn rix(c: &Counts) -> f32 {
    c.long / c.sentences
}

/// Lower bounds of RIX for the school grades 1 to 12 and 13 for college (Anderson 1983, table 3).
const RIX_GRADES: &[f32] = &[0.2, 0.5, 0.8, 1.3, 1.8, 2.4, 3.0, 3.7, 4.5, 5.3, 6.2, 7.2];

/// The school grade that Anderson's table gives for a RIX: 1 to 13.
pub fn rix_grade(rix: f32) -> f32 {
    1.0 + RIX_GRADES.iter().filter(|&&bound| rix >= bound).count() as f32
}

/// A formula of one language.
pub struct Own {
    /// The language's code.
    pub language: &'static str,
    /// Its public name.
    pub name: &'static str,
    /// The formula.
    pub score: fn(&Counts) -> f32,
    /// What its numbers mean.
    pub scale: Scale,
}

/// What the numbers of a formula mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A school grade.
    Grade,
    /// From 0, hard, to 100, easy, as Flesch has it.
    Flesch,
    /// As Gulpease has it: below 80 hard for who has five years of school, below 60 for eight, below 40 for thirteen.
    Gulpease,
    /// As Flesch's by its look, but the same text is placed lower: no grade is told from it.
    Other,
    /// As Ateşman has it: each ten points two grades, from 4 at 90 and more.
    Atesman,
}

/// Scores and the school grades they stand for. Flesch: "The art of readable writing", 1949, table 5, the middle of each range.
const FLESCH_GRADES: &[(f32, f32)] =
    &[(95.0, 5.0), (85.0, 6.0), (75.0, 7.0), (65.0, 8.5), (55.0, 11.0), (40.0, 14.5), (15.0, 17.5)];
const GULPEASE_GRADES: &[(f32, f32)] = &[(100.0, 1.0), (80.0, 5.0), (60.0, 8.0), (40.0, 13.0), (20.0, 18.0)];
const ATESMAN_GRADES: &[(f32, f32)] =
    &[(95.0, 4.0), (85.0, 5.5), (75.0, 7.5), (65.0, 9.5), (55.0, 11.5), (45.0, 14.0), (35.0, 16.0), (15.0, 18.0)];

impl Scale {
    /// The school grade, 1 to 18, of a score; `None` where the scale tells none.
    pub fn grade(self, score: f32) -> Option<f32> {
        let points = match self {
            Self::Other => return None,
            Self::Grade => return Some(score.clamp(1.0, 18.0)),
            Self::Flesch => FLESCH_GRADES,
            Self::Gulpease => GULPEASE_GRADES,
            Self::Atesman => ATESMAN_GRADES,
        };
        let at = points.iter().position(|point| point.0 < score).unwrap_or(points.len()).clamp(1, points.len() - 1);
        let ((high, low_grade), (low, high_grade)) = (points[at - 1], points[at]);
        let grade = low_grade + (high - score) / (high - low) * (high_grade - low_grade);
        Some(grade.clamp(1.0, 18.0))
    }
}

/// The formulas that were made for one language; the last of a language tells its grade.
pub const OWN: &[Own] = &[
    // T. Amstad, "Wie verständlich sind unsere Zeitungen?", 1978.
    Own {
        language: "de",
        name: "fleschAmstad",
        score: |c| 180.0 - c.words_a_sentence() - 58.5 * c.syllables_a_word(),
        scale: Scale::Flesch,
    },
    // R. Bamberger, E. Vanecek, "Lesen – Verstehen – Lernen – Schreiben", 1984: the first Wiener Sachtextformel, a school grade.
    Own { language: "de", name: "wienerSachtextformel", score: wiener, scale: Scale::Grade },
    // J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214, 1959.
    Own {
        language: "es",
        name: "fernandezHuerta",
        score: |c| 206.84 - 60.0 * c.syllables_a_word() - 1.02 * c.words_a_sentence(),
        scale: Scale::Flesch,
    },
    // F. Szigriszt Pazos, "Sistemas predictivos de legilibilidad del mensaje escrito", 1993 (the scale of INFLESZ).
    Own {
        language: "es",
        name: "szigrisztPazos",
        score: |c| 206.835 - 62.3 * c.syllables_a_word() - c.words_a_sentence(),
        scale: Scale::Flesch,
    },
    // L. Kandel, A. Moles, "Application de l'indice de Flesch à la langue française", 1958.
    Own {
        language: "fr",
        name: "kandelMoles",
        score: |c| 207.0 - 1.015 * c.words_a_sentence() - 73.6 * c.syllables_a_word(),
        scale: Scale::Flesch,
    },
    // P. Lucisano, M. E. Piemontese, "GULPEASE: una formula per la predizione della difficoltà dei testi", 1988.
    Own {
        language: "it",
        name: "gulpease",
        score: |c| 89.0 + (300.0 * c.sentences - 10.0 * c.characters) / c.words,
        scale: Scale::Gulpease,
    },
    // V. Franchina, R. Vacca, "Adaptation of Flesh readability index on a bilingual text", 1986.
    Own {
        language: "it",
        name: "fleschVacca",
        score: |c| 217.0 - 1.3 * c.words_a_sentence() - 60.0 * c.syllables_a_word(),
        scale: Scale::Flesch,
    },
    // W. H. Douma, "De leesbaarheid van landbouwbladen", 1960.
    Own {
        language: "nl",
        name: "fleschDouma",
        score: |c| 206.84 - 0.93 * c.words_a_sentence() - 77.0 * c.syllables_a_word(),
        scale: Scale::Flesch,
    },
    // I. V. Oborneva, "Automated estimation of the complexity of educational texts", 2006.
    Own {
        language: "ru",
        name: "fleschOborneva",
        score: |c| 206.835 - 1.3 * c.words_a_sentence() - 60.1 * c.syllables_a_word(),
        scale: Scale::Other,
    },
    // T. B. F. Martins et al., "Readability formulas applied to textbooks in Brazilian Portuguese", 1996.
    Own {
        language: "pt",
        name: "fleschMartins",
        score: |c| 248.835 - 1.015 * c.words_a_sentence() - 84.6 * c.syllables_a_word(),
        scale: Scale::Flesch,
    },
    // W. Pisarek, "Jak mierzyć zrozumiałość tekstu?", Zeszyty Prasoznawcze 4, 1969: the linear form, years of school.
    Own {
        language: "pl",
        name: "pisarek",
        score: |c| c.words_a_sentence() / 3.0 + c.percent(c.four_syllables) / 3.0 + 1.0,
        scale: Scale::Grade,
    },
    // E. Ateşman, "Türkçede okunabilirliğin ölçülmesi", 1997.
    Own {
        language: "tr",
        name: "atesman",
        score: |c| 198.825 - 40.175 * c.syllables_a_word() - 2.610 * c.words_a_sentence(),
        scale: Scale::Atesman,
    },
];

/// `0.1935 · MS + 0.1672 · SL + 0.1297 · IW − 0.0327 · ES − 0.875`: per cent of words of three and more syllables, words a
/// sentence, per cent of words of more than six letters, per cent of words of one syllable.
fn wiener(c: &Counts) -> f32 {
    0.1935 * c.percent(c.polysyllables) + 0.1672 * c.words_a_sentence() + 0.1297 * c.percent(c.long)
        - 0.0327 * c.percent(c.monosyllables)
        - 0.875
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 120 words, 8 sentences, 180 syllables, 540 characters.
    const COUNTS: Counts = Counts {
        words: 120.0,
        sentences: 8.0,
        syllables: 180.0,
        characters: 540.0,
        monosyllables: 80.0,
        polysyllables: 12.0,
        four_syllables: 4.0,
        complex: 9.0,
        long: 24.0,
        unfamiliar: 12.0,
    };

    #[test]
    fn each_formula_gives_what_its_paper_says() {
        let own = |name: &str| (OWN.iter().find(|own| own.name == name).unwrap().score)(&COUNTS);
        for (name, score, expected) in [
            ("Flesch", flesch_reading_ease(&COUNTS), 64.71),
            ("Flesch–Kincaid", flesch_kincaid_grade(&COUNTS), 7.96),
            ("fog", gunning_fog(&COUNTS), 9.0),
            ("SMOG", smog(&COUNTS), 10.126),
            ("Coleman–Liau", coleman_liau(&COUNTS), 8.6867),
            ("ARI", automated_readability(&COUNTS), 7.265),
            ("Dale–Chall", dale_chall(&COUNTS), 5.9595),
            ("LIX", lix(&COUNTS), 35.0),
            ("RIX", rix(&COUNTS), 3.0),
            ("Amstad", own("fleschAmstad"), 77.25),
            ("Wiener", own("wienerSachtextformel"), 3.982),
            ("Huerta", own("fernandezHuerta"), 101.54),
            ("Gulpease", own("gulpease"), 64.0),
            ("Ateşman", own("atesman"), 99.4125),
            ("Pisarek", own("pisarek"), 7.111),
        ] {
            assert!((score - expected).abs() < 0.01, "{name}: {score}, not {expected}");
        }
        assert_eq!(rix_grade(3.0), 8.0);
        let grades = [
            (Scale::Flesch, 65.0, 8.5),
            (Scale::Gulpease, 50.0, 10.5),
            (Scale::Atesman, 60.0, 10.5),
            (Scale::Grade, 25.0, 18.0),
        ];
        for (scale, score, expected) in grades {
            assert!(scale.grade(score).is_some_and(|grade| (grade - expected).abs() < 0.01), "{scale:?}");
        }
    }
}
