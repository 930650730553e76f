//! Telling signs: words and letters by which a language is told from a bigger one that it is mistaken for.

use crate::lexicon::listed;

/// A language, those it is mistaken for, and what is written in it and not in them.
struct Row {
    code: &'static str,
    like: &'static str,
    signs: &'static str,
}

const fn row(code: &'static str, like: &'static str, signs: &'static str) -> Row {
    Row { code, like, signs }
}

/// Words of languages of the Latin script, in lower case.
const WORDS: &[Row] = &[
    row("af", "nl de", "n hierdie hulle jy hy ek baie gister mense sê vir gaan skool"),
    row("fo", "is da", "ikki tað við fyri seg eisini tey hevur sum vóru tá hjá ímillum eftir teir"),
    row("fy", "nl af", "it fan foar hawwe wêze binne wurde nei út troch dy har ús mar krekt jier nij juster"),
    row(
        "gl",
        "pt es",
        "unha unhas dunha dun nunha lle lles máis tamén ata moi moito moita xa hai facer cando onte súa súas así despois",
    ),
    row(
        "ms",
        "id jv su",
        "kerana bahawa kerajaan ialah awak polis wang pelbagai semalam baharu lelaki ringgit kes hujung syarikat universiti encik",
    ),
    row(
        "nn",
        "nb da sv",
        "ikkje eit ein frå eg noko nokon dei korleis berre gjere vere vart meir fleire kvar kva kven medan òg ho seier",
    ),
    row(
        "sr",
        "hr",
        "gde šta juče uvek posle deo reč pre takođe čovek deca dece preduzeće hiljada vek opšte ceo celo ovde negde uopšte \
        evropske evropska srbije srbija srbiji beogradu",
    ),
];

/// Letters of languages of the Arabic script.
const LETTERS: &[Row] = &[
    row("ckb", "ur fa ar ug ps", "ێ ڵ ڕ ڤ"),
    row("ps", "fa ur ar ckb", "ړ ښ ځ څ ډ ټ ږ ۍ ګ"),
    row("sd", "ps ur fa ar", "ڪ ٿ ڻ ڄ ڃ ٻ ڀ ڌ ڏ ڊ ٽ ڳ ڱ"),
    row("ug", "ckb fa ar ur ps", "ۇ ۈ ۋ ې ڭ"),
];

/// A sign in so many words or letters is no stray one.
const PLACES_MAX: usize = 24;
/// More signs than these say nothing more.
const SIGNS_MAX: usize = 4;

/// Counts signs of the languages of one script.
pub(super) struct Telling {
    rows: &'static [Row],
    hits: [usize; WORDS.len()],
    places: usize,
}

impl Telling {
    /// Nothing counted: words where the script is Latin, letters where it is Arabic.
    pub fn of(script: super::Script) -> Self {
        let rows = match script {
            super::Script::Latin => WORDS,
            super::Script::Arabic => LETTERS,
            _ => &[],
        };
        Self { rows, hits: [0; WORDS.len()], places: 0 }
    }

    /// Counts one word, in lower case.
    pub fn add(&mut self, word: &[char]) {
        if self.rows.is_empty() {
            return;
        }
        if std::ptr::eq(self.rows, LETTERS) {
            word.chunks(1).for_each(|letter| self.count(letter));
        } else {
            self.count(word);
        }
    }

    fn count(&mut self, sign: &[char]) {
        let sign: String = sign.iter().collect();
        self.places += 1;
        for (row, hits) in self.rows.iter().zip(&mut self.hits) {
            *hits += usize::from(listed(row.signs, &sign));
        }
    }

    /// Lifts each language whose signs stand in the text above those it is mistaken for.
    pub fn lift(&self, odds: &mut Vec<(&'static str, f32)>) {
        let weighed = odds.clone();
        for (row, &hits) in self.rows.iter().zip(&self.hits) {
            if hits == 0 || hits * PLACES_MAX < self.places {
                continue;
            }
            let near = weighed.iter().filter(|(code, _)| *code == row.code || listed(row.like, code));
            let lifted = near.map(|&(_, odds)| odds).fold(f32::MIN, f32::max) + hits.min(SIGNS_MAX) as f32;
            match odds.iter_mut().find(|(code, _)| *code == row.code) {
                Some((_, odds)) => *odds = lifted,
                None => odds.push((row.code, lifted)),
            }
        }
    }
}
