//! Telling signs: words and letters by which a language is told from a bigger one that it is mistaken for.

use super::Script;
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
    row("af", "nl", "n hierdie hulle jy hy ek baie gister mense sê vir gaan skool"),
    row("fo", "is da", "ikki tað fyri seg eisini tey hevur vóru ímillum teir varð"),
    row("fy", "nl af", "fan foar hawwe wêze binne troch ús krekt jier nij juster dêr"),
    row(
        "gl",
        "pt es",
        "unha unhas dunha dun nunha lle lles máis tamén ata moi moito moita xa hai facer cando onte súa súas despois",
    ),
    row(
        "ms",
        "id jv su",
        "kerana bahawa kerajaan ialah awak polis pelbagai semalam baharu lelaki ringgit kes hujung syarikat universiti encik",
    ),
    row(
        "nn",
        "nb da sv",
        "ikkje eit frå eg noko nokon dei korleis berre gjere vere vart meir fleire kvar kva kven medan òg ho seier",
    ),
    row(
        "sr",
        "hr",
        "gde šta juče uvek posle deo reč pre takođe čovek deca dece preduzeće hiljada vek opšte ceo celo ovde negde uopšte \
        evropske evropska pošto ujutru tokom hiljade evra opština sledeće saopštilo uhapšen uhapsila srbije srbija srbiji beogradu",
    ),
];

/// Letters of languages of the Arabic script.
const ARABIC: &[Row] = &[
    row("ckb", "ur fa ar ug ps", "ێ ڵ ڕ ڤ"),
    row("ps", "fa ur ar ckb", "ړ ښ ځ څ ډ ټ ږ ۍ ګ"),
    row("sd", "ps ur fa ar", "ڪ ٿ ڻ ڄ ڃ ٻ ڀ ڌ ڏ ڊ ٽ ڳ ڱ"),
    row("ug", "ckb fa ar ur ps", "ۇ ۈ ۋ ڭ"),
];

/// Letters of languages of the Cyrillic script.
const CYRILLIC: &[Row] = &[row("ky", "ru bg mk uk", "ң ө ү"), row("tg", "ru bg mk uk sr", "ҳ ҷ ӯ ӣ")];

/// A sign in so many words or letters is no stray one.
const PLACES_MAX: usize = 24;
/// More signs than these say nothing more.
const SIGNS_MAX: usize = 4;

/// Counts signs of the languages of one script.
pub(super) struct Telling {
    script: Script,
    rows: &'static [Row],
    hits: [usize; WORDS.len()],
    places: usize,
}

impl Telling {
    /// Nothing counted: words where the script is Latin, letters where it is another.
    pub fn of(script: Script) -> Self {
        let rows = match script {
            Script::Latin => WORDS,
            Script::Arabic => ARABIC,
            Script::Cyrillic => CYRILLIC,
            _ => &[],
        };
        Self { script, rows, hits: [0; WORDS.len()], places: 0 }
    }

    /// Counts one word, in lower case.
    pub fn add(&mut self, word: &[char]) {
        if self.script == Script::Latin {
            let word: String = word.iter().collect();
            self.count(|signs| listed(signs, &word));
        } else {
            word.iter().for_each(|&letter| self.count(|signs| signs.contains(letter)));
        }
    }

    fn count(&mut self, stands: impl Fn(&str) -> bool) {
        self.places += 1;
        for (row, hits) in self.rows.iter().zip(&mut self.hits) {
            *hits += usize::from(stands(row.signs));
        }
    }

    /// Lifts each language whose signs stand in the text above those it is mistaken for.
    pub fn lift(&self, odds: &mut Vec<(&'static str, f32)>) {
        let weighed = odds.clone();
        for (row, &hits) in self.rows.iter().zip(&self.hits) {
            if hits == 0 || hits * PLACES_MAX < self.places {
                continue;
            }
            let near = weighed.iter().filter(|(code, _)| listed(row.like, code)).map(|&(_, odds)| odds);
            let lifted = near.fold(f32::MIN, f32::max) + hits.min(SIGNS_MAX) as f32;
            match odds.iter_mut().find(|(code, _)| *code == row.code) {
                Some((_, odds)) => *odds = odds.max(lifted),
                None => odds.push((row.code, lifted)),
            }
        }
    }
}
