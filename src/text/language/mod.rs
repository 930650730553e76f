//! Which language: what the page declares, against what the text shows.
//!
//! The script decides alone where it can; else the n-grams of a few kilobytes do, taken from three places of the text. A declared language is believed
//! unless the text speaks clearly for another one.

mod profile;
mod script;
mod telling;

use crate::lexicon::Language;
use profile::Profile;
use script::Script;
use std::borrow::Cow;
use telling::Telling;

/// Letters that are looked at.
const SAMPLE_LETTERS: usize = 1_200;
/// Bytes of each part of the sample of a long text.
const PART_BYTES: usize = 640;
/// Letters below which a text can't contradict what is declared.
const CONTRADICTION_LETTERS_MIN: usize = 60;
/// Log odds by which a text must speak for another language to contradict what is declared.
const CONTRADICTION_ODDS_MIN: f32 = 6.0;
/// Letters of a text that is too short to tell anything.
const LETTERS_MIN: usize = 3;

/// Languages so close, or so often named by each other's code, that one declared is believed where another is shown.
const FAMILIES: &[&[&str]] = &[
    &["hr", "sr", "bs", "sh", "cnr", "sl"],
    &["nb", "no", "nn", "da"],
    &["id", "ms", "jv", "su"],
    &["fil", "tl", "ceb"],
    &["zh", "yue", "wuu", "cmn"],
    &["fa", "prs", "ps"],
    &["hi", "mr", "ne", "sa", "bho", "mai", "kok"],
    &["pt", "gl"],
    &["es", "ast", "an"],
    &["fr", "oc", "wa"],
    &["cs", "sk"],
    &["bg", "mk"],
    &["ku", "kmr"],
    &["az", "aze", "tr", "tk"],
    &["zu", "xh", "nr", "ss"],
    &["de", "lb", "gsw", "nds", "bar"],
    &["nl", "af", "fy", "vls"],
    &["is", "fo"],
];

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The language of a text. A declared tag is believed unless the text clearly contradicts it; without one and without
/// evidence it is `Language::UNKNOWN`.
pub(super) fn identify(body: &str, declared: Option<&str>) -> Language {
    let declared = declared.and_then(Language::of).filter(|&language| language != Language::UNKNOWN);
    let shown = Shown::read(&sample(body));
    match declared {
        Some(declared) if !shown.contradicts(declared) => declared,
        _ => Language::of(shown.best).unwrap_or(Language::UNKNOWN),
    }
}

/// A text, or three parts of a long one: its beginning, its middle and its end.
fn sample(body: &str) -> Cow<'_, str> {
    if body.len() <= 3 * PART_BYTES {
        return Cow::Borrowed(body);
    }
    // A part opens and closes between words where there are blanks.
    let cut = |from: usize| {
        let from = (from..=body.len()).find(|&at| body.is_char_boundary(at)).unwrap_or(0);
        body[from..]
            .find(char::is_whitespace)
            .filter(|&skipped| skipped < PART_BYTES)
            .map_or(from, |skipped| from + skipped)
    };
    let parts = [0, body.len() / 2, body.len() - PART_BYTES].map(|from| {
        let start = if from == 0 { 0 } else { cut(from) };
        &body[start..cut(from + PART_BYTES).max(start)]
    });
    Cow::Owned(parts.join("\n"))
}

/// Which way a text runs: by its letters, or where it has none by its language.
pub(super) fn direction(body: &str, language: Language) -> Direction {
    let (mut left, mut right) = (0, 0);
    for c in body.chars().filter(|c| c.is_alphabetic()).take(SAMPLE_LETTERS) {
        if matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        {
            right += 1;
        } else {
            left += 1;
        }
    }
    let by_language = matches!(
        language.code(),
        "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv" | "syr" | "nqo" | "arc" | "prs"
    );
    if right > left || left == right && by_language { Direction::Rtl } else { Direction::Ltr }
}

/// What a text shows of its language.
struct Shown {
    letters: usize,
    /// The code of the likeliest language; empty where nothing can be told.
    best: &'static str,
    /// Every language the script could be, where the script alone decides.
    script: &'static [&'static str],
    /// Log odds of each language that was weighed.
    odds: Vec<(&'static str, f32)>,
}

impl Shown {
    fn read(body: &str) -> Self {
        let nothing = Self { letters: 0, best: "", script: &[], odds: Vec::new() };
        let mut counts: Vec<(Script, usize)> = Vec::new();
        let mut letters = 0;
        for script in body.chars().filter_map(Script::of).take(SAMPLE_LETTERS) {
            letters += 1;
            match counts.iter_mut().find(|(known, _)| *known == script) {
                Some((_, count)) => *count += 1,
                None => counts.push((script, 1)),
            }
        }
        let count = |script: Script| counts.iter().find(|(known, _)| *known == script).map_or(0, |&(_, count)| count);
        let (han, kana) = (count(Script::Han), count(Script::Kana));
        // East Asian texts are full of Latin names; a character stands for a few letters.
        let weight = |&(script, count): &(Script, usize)| match script {
            Script::Han | Script::Kana => (han + kana) * 3,
            Script::Own(&["ko"]) => count * 2,
            _ => count,
        };
        let Some(&(script, _)) = counts.iter().rev().max_by_key(|entry| weight(entry)) else { return nothing };
        if letters < LETTERS_MIN && !matches!(script, Script::Han | Script::Kana | Script::Own(_)) {
            return nothing;
        }
        match script {
            Script::Own(codes) => Self { letters, best: codes[0], script: codes, ..nothing },
            Script::Han | Script::Kana if kana * 20 > han => Self { letters, best: "ja", script: &["ja"], ..nothing },
            Script::Han | Script::Kana => Self {
                letters,
                best: "zh",
                script: &["zh", "yue", "wuu", "cmn", "lzh", "hak", "nan", "ja", "ko"],
                ..nothing
            },
            script => Self::weigh(body, script, letters),
        }
    }

    fn weigh(body: &str, script: Script, letters: usize) -> Self {
        let nothing = Self { letters, best: "", script: &[], odds: Vec::new() };
        let Some(profile) = script.profile().and_then(Profile::read) else { return nothing };
        let (mut gathered, mut telling) = (profile.gather(), Telling::of(script));
        let mut word = Vec::new();
        let mut seen = 0;
        for c in body.chars().chain([' ']) {
            if c.is_alphabetic() || !word.is_empty() && super::sentence::is_mark(c) {
                if Script::of(c).is_none_or(|of| of == script) {
                    word.extend(c.to_lowercase());
                }
            } else if !word.is_empty() {
                profile.add(&word, &mut gathered);
                telling.add(&word);
                seen += word.len();
                word.clear();
                if seen > SAMPLE_LETTERS {
                    break;
                }
            }
        }
        let mut odds: Vec<_> = profile.languages().zip(profile.scores(&gathered)).collect();
        telling.lift(&mut odds);
        let best = odds.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map_or("", |&(code, _)| code);
        Self { letters, best, script: &[], odds }
    }

    /// True where the text clearly isn't in the declared language.
    fn contradicts(&self, declared: Language) -> bool {
        let code = declared.code();
        let related = |shown: &str| {
            shown == code || FAMILIES.iter().any(|family| family.contains(&code) && family.contains(&shown))
        };
        if self.best.is_empty() || related(self.best) || self.script.contains(&code) {
            return false;
        }
        if !self.script.is_empty() {
            return self.letters >= CONTRADICTION_LETTERS_MIN / 3;
        }
        if self.odds.iter().all(|(known, _)| *known != code) && written_elsewhere(code) {
            return self.letters >= CONTRADICTION_LETTERS_MIN / 3;
        }
        let score = |wanted: &str| self.odds.iter().find(|(code, _)| *code == wanted).map(|&(_, odds)| odds);
        let needed = if score(code).is_some() { 1 } else { 4 };
        let best = score(self.best).unwrap_or(0.0);
        // A language that wasn't weighed is only known not to be meant where the text fits another one well.
        let other = score(code).unwrap_or_else(|| {
            self.odds.iter().map(|&(_, odds)| odds).filter(|&odds| odds < best).fold(f32::MIN, f32::max)
        });
        self.letters >= CONTRADICTION_LETTERS_MIN * needed && best - other >= CONTRADICTION_ODDS_MIN
    }
}

/// True for a language that is weighed among those of one script, or has a script of its own, and is seldom written in another.
fn written_elsewhere(code: &str) -> bool {
    const OTHER_SCRIPTS_TOO: &[&str] = &["sr", "uz", "az", "kk", "ku", "tt", "tg", "ug", "ms", "sa", "mn", "pa"];
    let profiles =
        [Script::Latin, Script::Cyrillic, Script::Arabic, Script::Devanagari].into_iter().filter_map(Script::profile);
    let weighed = || profiles.filter_map(Profile::read).any(|profile| profile.languages().any(|known| known == code));
    !OTHER_SCRIPTS_TOO.contains(&code) && (weighed() || Script::has_own(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::SUPPORTED;

    fn shown(text: &str, declared: Option<&str>) -> String {
        identify(text, declared).code().to_owned()
    }

    #[test]
    fn every_language_that_a_profile_tells_is_supported() {
        for script in [Script::Latin, Script::Cyrillic, Script::Arabic, Script::Devanagari] {
            let profile = script.profile().and_then(Profile::read).expect("the file is a profile");
            assert!(profile.languages().all(|code| SUPPORTED.contains(&code)));
        }
    }

    #[test]
    fn kana_and_hangul_contradict_a_declared_language() {
        let korean = "정부는 화요일에 오래된 다리를 닫기로 했다고 발표했다. 다리는 내년 가을에 다시 열린다.";
        let japanese = "政府は火曜日、古い橋を閉鎖すると発表した。橋は来年の秋に再び開く。";
        assert_eq!(shown(korean, Some("zh-CN")), "ko");
        assert_eq!(shown(japanese, Some("zh-CN")), "ja");
        assert_eq!(shown(japanese, Some("ko")), "ja");
        assert_eq!(shown("東京都千代田区霞が関一丁目", Some("ja")), "ja");
        assert_eq!(shown("東京都千代田区永田町一丁目七番一号国会議事堂前", Some("ja")), "ja");
    }

    #[test]
    fn a_text_shows_its_language() {
        for (code, text) in [
            ("en", "The ferry left the harbour before dawn and came back with the evening tide."),
            ("de", "Die Fähre verließ den Hafen vor Sonnenaufgang und kam am Abend wieder zurück."),
            ("fr", "Le bateau a quitté le port avant l’aube et il est revenu dans la soirée."),
            ("es", "El barco salió del puerto antes del amanecer y volvió por la tarde."),
            ("ru", "Паром вышел из гавани до рассвета и вернулся только вечером."),
            ("uk", "Пором вийшов із гавані до світанку й повернувся лише ввечері."),
            ("ja", "フェリーは夜明け前に港を出て、夕方に戻ってきた。"),
            ("zh", "渡轮在黎明前离开港口，傍晚返回。"),
            ("el", "Το πλοίο έφυγε από το λιμάνι πριν από την αυγή."),
            ("ar", "غادرت العبارة الميناء قبل الفجر وعادت في المساء."),
            ("es", "Toda persona tiene derecho a la libertad de pensamiento, de conciencia y de religión."),
            ("pt", "Toda a pessoa tem direito à liberdade de pensamento, de consciência e de religião."),
            ("ckb", "ئەم کتێبە لە شاری هەولێر چاپ کراوە و زۆر کەس خوێندوویانەتەوە."),
            ("ckb", "حکومەت دوێنێ پێشنیارێکی نوێی پێشکەش کرد کە دەبێت کڕینی یەکەم خانوو بۆ گەنجان ئاسان بکات."),
            ("ps", "حکومت پرون یو نوی وړاندیز وړاندې کړ چې باید د ځوانانو لپاره د لومړي کور اخیستل اسانه کړي."),
            ("af", "Wat gaan jy hierdie naweek doen?"),
            ("nl", "Wat ga je dit weekend doen?"),
            ("ms", "Dia pergi ke kedai untuk membeli beras dan gula kerana ibunya sakit."),
            ("id", "Dia pergi ke toko untuk membeli beras dan gula karena ibunya sakit."),
            ("gl", "Que vas facer esta fin de semana?"),
            ("nn", "Regjeringa la i går fram eit nytt forslag som skal gjere det enklare for unge."),
            ("sr", "Vlada je juče predstavila novi predlog koji bi trebalo da pomogne mladima."),
            ("hr", "Vlada je jučer predstavila novi prijedlog koji bi trebao pomoći mladima."),
            ("und", "12 345 — 67 %"),
        ] {
            assert_eq!(shown(text, None), code, "{text}");
        }
    }

    #[test]
    fn a_declared_language_loses_only_where_the_text_clearly_speaks_against_it() {
        let german = "Die Fähre verließ den Hafen vor Sonnenaufgang und kam erst am Abend mit der Flut wieder zurück, sagte der Kapitän.";
        assert_eq!(shown(german, Some("en-US")), "de");
        assert_eq!(shown(german, Some("de-AT")), "de");
        assert_eq!(shown("Hafen am Abend", Some("en")), "en");
        assert_eq!(shown("Паром вышел из гавани до рассвета и вернулся вечером.", Some("en")), "ru");
    }

    #[test]
    fn letters_tell_the_direction() {
        assert_eq!(direction("غادرت العبارة BBC", Language::UNKNOWN), Direction::Rtl);
        assert_eq!(direction("The word سلام means peace", Language::UNKNOWN), Direction::Ltr);
        assert_eq!(direction("123", Language::of("he").expect("a code")), Direction::Rtl);
    }
}
