//! Stops: whether ".", "!", "?" or "…" ends its sentence.

use super::around::{After, Before, Case, is_mark};
use super::marks::{Mark, is_blank, is_closer, is_opener, is_picture, is_quote, is_stop, mark_of};
use super::rules::{Abbreviation, Ordinals, Rules};
use crate::lexicon::listed;

/// A run of stops with the closers and footnote marks behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// First stop.
    pub at: usize,
    /// Behind the last stop or closer.
    pub end: usize,
    /// Closes a quotation.
    pub quoted: bool,
    /// Closes anything.
    closed: bool,
    /// Stops of the kind "." in it.
    dots: u32,
    /// Holds "!" or "?".
    strong: bool,
    /// Holds "…", or three dots.
    ellipsis: bool,
    /// Behind the first dot, where blanks part the dots: ". . .".
    first_end: Option<usize>,
}

impl Run {
    /// The run that begins with the mark `first` at `at`.
    pub fn read(text: &str, at: usize, first: char) -> Self {
        let mut run = Self {
            at,
            end: at + first.len_utf8(),
            quoted: false,
            closed: false,
            dots: 0,
            strong: false,
            ellipsis: false,
            first_end: None,
        };
        run.count(first);
        loop {
            let rest = &text[run.end..];
            let Some(c) = rest.chars().next() else { break };
            if is_stop(c) {
                run.count(c);
                run.end += c.len_utf8();
            } else if is_closer(c) && !opens_word(rest, c) {
                run.quoted |= is_quote(c);
                run.closed = true;
                run.end += c.len_utf8();
            } else if let Some(length) = footnote(rest, &text[..at]) {
                run.end += length;
            } else if c == ' ' && run.dots > 0 && !run.closed && spaced_dot(&rest[1..]) {
                run.first_end.get_or_insert(run.end);
                run.end += 1;
            } else if is_blank(c) && rest.trim_start_matches(is_blank).starts_with('»') && in_guillemets(&text[..at]) {
                run.quoted = true;
                run.closed = true;
                run.end += rest.len() - rest.trim_start_matches(is_blank).len() + '»'.len_utf8();
            } else {
                break;
            }
        }
        run.ellipsis |= run.dots >= 3;
        run
    }

    /// The run of full-width stops that begins with `first`: “ and a straight quote before a character open the next sentence.
    pub fn read_wide(text: &str, at: usize, first: char) -> Self {
        let mut run = Self::read(text, at, first);
        let tail = &text[at..run.end];
        let opens = |c: char| c == '“' || c == '‘' || c == '"' && text[..run.end].matches('"').count() % 2 == 1;
        if let Some(last) =
            tail.chars().last().filter(|&c| opens(c) && text[run.end..].starts_with(char::is_alphanumeric))
        {
            run.end -= last.len_utf8();
            run.quoted = text[at..run.end].ends_with(is_quote);
        }
        run
    }

    fn count(&mut self, c: char) {
        self.dots += u32::from(c == '.');
        self.ellipsis |= c == '…';
        self.strong |= mark_of(c) == Some(Mark::Strong);
    }

    /// Where the sentence ends, if it ends with this run. In a text that is written `small` any letter may open the next.
    pub fn ends_sentence(&self, text: &str, start: usize, small: bool, rules: &Rules) -> Option<usize> {
        let before = Before::read(text.get(start..self.at).unwrap_or_default());
        let tail = &text[self.end..];
        let Some(c) = tail.chars().next() else { return Some(text.len()) };
        if !is_blank(c) && !is_picture(c) {
            return self.joined(&before, tail, text, rules);
        }
        let mut after = After::read(tail);
        if small && after.case == Case::Lower {
            after.case = Case::Upper;
        }
        // "… compounds. . . . The practice": the dots of an omission open the next sentence.
        if let Some(first) =
            self.first_end.filter(|_| after.case == Case::Upper && self.dots > 3 && !before.word.is_empty())
        {
            if !text[..self.at].ends_with(is_blank) {
                return Some(first);
            }
        }
        if self.first_end.is_some() && text[start..self.at].trim_matches(is_blank).is_empty() {
            return None;
        }
        let ends = match after.first {
            None => true,
            Some(_) if after.rest.is_empty() => true,
            Some(first) => self.before_blank(&before, &after, first, &text[start..self.at], rules),
        };
        ends.then_some(self.end)
    }

    fn before_blank(&self, before: &Before, after: &After, first: char, sentence: &str, rules: &Rules) -> bool {
        // The next run decides: "well ... !".
        if is_stop(first) && (self.dots != 1 || !after.rest.starts_with("..")) {
            return false;
        }
        if matches!(first, ',' | ';' | ':' | '%' | '&' | '/' | '=' | '+' | '№' | ')' | ']') {
            return false;
        }
        // "Sie rief ihn. »Ich gehe«"
        if first == '»' && !after.rest.trim_start_matches('»').starts_with(char::is_alphanumeric) {
            return false;
        }
        // "3,5 Mio. €": a sign without its number opens nothing.
        if matches!(first, '€' | '$' | '£')
            && after.rest.strip_prefix(first).is_some_and(|rest| rest.starts_with(is_blank))
        {
            return false;
        }
        // "a Ptk. 5. § (2)".
        if first == '§' && rules.ordinals != Ordinals::No && before.is_number() {
            return false;
        }
        // "(!)", "(?)", "[...]": a remark inside the sentence.
        if self.closed && before.word.is_empty() && sentence.ends_with(['(', '[']) {
            return false;
        }
        if after.dash && after.case == Case::Lower {
            return false;
        }
        if self.ellipsis && !self.strong {
            return self.after_ellipsis(after);
        }
        if self.strong {
            return self.after_strong(before, after, sentence, rules);
        }
        self.after_full(before, after, sentence, rules)
    }

    fn after_ellipsis(&self, after: &After) -> bool {
        match after.case {
            Case::Lower => false,
            Case::Upper => !matches!(after.word, "I" | "I'm" | "I’m" | "I'll" | "I've" | "I'd") || self.dots > 3,
            Case::None => after.first.is_some_and(is_stop),
            _ => self.dots != 3 || after.case == Case::Plain,
        }
    }

    fn after_strong(&self, before: &Before, after: &After, sentence: &str, rules: &Rules) -> bool {
        let named = listed(EXCLAIMED, before.word);
        match after.case {
            Case::Upper if named && !self.closed => rules.is_starter(after.word),
            Case::Upper => !(self.quoted && !after.dash && speaks(after, rules)),
            Case::Plain => !(self.quoted && speaks(after, rules)),
            Case::Lower if self.closed || named || speaks(after, rules) => false,
            // "who? what?"; a text that is written small throughout.
            Case::Lower => {
                rules.english || after.behind().starts_with(['?', '!']) || sentence.starts_with(char::is_lowercase)
            }
            Case::Digit | Case::None => true,
        }
    }

    fn after_full(&self, before: &Before, after: &After, sentence: &str, rules: &Rules) -> bool {
        if before.word.is_empty() {
            return after.case != Case::Lower;
        }
        let lower = after.case == Case::Lower;
        if self.dots == 2 {
            return !lower;
        }
        if before.is_number() || is_roman(before.word) {
            return self.after_number(before, after, sentence, rules);
        }
        // Letters of an address or a formula are no initials.
        let inside = before.head.ends_with(['/', '=', '?', '&', '@', '_', ':']) || in_hebrew_acronym(before.head);
        let letter = before.is_letter() && before.word != "ı" && !inside;
        if after.case == Case::Upper && is_measured(before, rules) {
            return true;
        }
        let known = abbreviation(before, rules).filter(|&(kind, in_parts)| match kind {
            Abbreviation::Never => true,
            Abbreviation::AfterClause => in_parts || is_counted(&before.previous()),
            _ => in_parts || !letter,
        });
        if let Some((kind, _)) = known {
            return self.after_abbreviation(kind, before, after, sentence, rules);
        }
        if letter {
            return self.after_letter(before, after, rules);
        }
        if is_pointed(before.word) && !inside {
            return self.after_abbreviation(Abbreviation::BeforeStarter, before, after, sentence, rules);
        }
        if before.is_clipped(rules.syllabic) {
            let unit = is_counted(&before.previous());
            let kind = if unit { Abbreviation::BeforeCapital } else { Abbreviation::BeforeStarter };
            return self.after_abbreviation(kind, before, after, sentence, rules);
        }
        if rules.ordinals == Ordinals::BeforeNouns && ["str", "pl"].iter().any(|end| before.word.ends_with(end)) {
            return false;
        }
        if after.is_initial() && before.len() <= ABBREVIATION_MAX && !rules.knows_abbreviations() {
            return false;
        }
        match after.case {
            Case::Lower => self.before_small(before, after, rules),
            // "Kab. 5", "tgl. 5": too short for a word that isn't a function word.
            Case::Digit => {
                before.len() > 3
                    || before.word.chars().skip(1).any(|c| !c.is_lowercase())
                    || rules.is_function_word(before.word)
            }
            // Thai and Lao sentences have no stop.
            Case::Plain => !before.word.ends_with(|c| matches!(c, '\u{e00}'..='\u{eff}')),
            _ => true,
        }
    }

    /// "U.S.", "Inc.", "etc." and what they are followed by.
    fn after_abbreviation(
        &self,
        kind: Abbreviation,
        before: &Before,
        after: &After,
        sentence: &str,
        rules: &Rules,
    ) -> bool {
        let starts = || {
            self.quoted
                || after.case != Case::Plain && rules.is_starter(after.word) && !after.is_initial()
                || after.case == Case::None
        };
        match (kind, after.case) {
            (_, Case::Lower) | (Abbreviation::Never, _) => false,
            (_, Case::None) if after.first.is_some_and(is_stop) => false,
            // "В 1836 г. А. С. Пушкин"
            (_, Case::Upper) if after.is_initial() => false,
            // "z 5 maja 2001 r. (Dz. U. Nr 5)".
            (Abbreviation::AfterClause, _) if after.first == Some('(') => false,
            // "U.S.C. § 1983".
            (_, Case::None) if after.first == Some('§') => false,
            (Abbreviation::AfterClause, _) => is_clause(sentence, rules.is_starter(after.word)),
            (_, Case::Digit) => false,
            (Abbreviation::BeforeCapital, _) => !after.dash,
            (Abbreviation::NotBeforeNumber, _) => !is_roman(after.word) || rules.is_starter(after.word),
            (Abbreviation::BeforeStarter, Case::Upper) if matches!(before.word, "a.m" | "p.m" | "A.M" | "P.M") => {
                // "At 5 a.m. Mr. Smith went": a time alone is no sentence. "6 p.m. Eastern time", "9 a.m. Monday".
                sentence.split(is_blank).count() > 3 && !listed(TIMES, after.word)
            }
            (Abbreviation::BeforeStarter, _) => starts(),
        }
    }

    /// "21. Oktober", "Seite 12. Dort".
    fn after_number(&self, before: &Before, after: &After, sentence: &str, rules: &Rules) -> bool {
        let roman = !before.is_number();
        let previous = before.previous();
        // "kap. 4.", "2:1.", "3,5.": numbers that count nothing off.
        let chapter =
            previous.word.strip_suffix('.').filter(|_| previous.is_lower()).and_then(|word| rules.abbreviation(word));
        let score = before.head.strip_suffix([':', ',']).is_some_and(|head| head.ends_with(char::is_numeric));
        if after.case == Case::Upper && (score || chapter == Some(Abbreviation::NotBeforeNumber)) {
            return true;
        }
        match (rules.ordinals, after.case) {
            (_, Case::Lower) => false,
            (Ordinals::No, _) => !roman || !before.is_letter() || rules.is_starter(after.word),
            (_, Case::Digit) => before.word.len() > 2,
            (Ordinals::Yes, Case::Upper) => {
                // "Tutmosis III.", "… w latach 70.": not ordinals.
                let named = roman && previous.word.starts_with(char::is_uppercase)
                    || listed(DECADES, previous.word) && !is_roman(after.word) && is_clause(sentence, false);
                before.word.len() > 2 && !roman || named || self.closed || rules.is_starter(after.word)
            }
            (Ordinals::BeforeNouns, Case::Upper) => {
                let counted = before.word.len() == 3 && rules.is_function_word(previous.word);
                let ordinal = before.word.len() <= 2 || roman || counted;
                !ordinal || self.closed || rules.is_starter(after.word)
            }
            _ => true,
        }
    }

    /// One letter: an initial, a unit, a variable.
    fn after_letter(&self, before: &Before, after: &After, rules: &Rules) -> bool {
        if matches!(after.case, Case::Lower | Case::Digit) || after.is_initial() {
            return false;
        }
        let previous = before.previous();
        if before.word == "I" && rules.english && previous.is_lower() {
            return true;
        }
        // Words of one letter: "है", "ő".
        let word = || {
            let known = rules.is_function_word(before.word) && rules.abbreviation(before.word).is_none();
            known && !before.word.is_ascii() && before.is_lower()
        };
        if after.case == Case::Plain {
            return word();
        }
        self.quoted || rules.is_starter(after.word) && !previous.word.is_empty() || word()
    }

    /// A word that isn't known as an abbreviation, and the next one is written small.
    fn before_small(&self, before: &Before, after: &After, rules: &Rules) -> bool {
        if self.closed || !before.word.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')) {
            return false;
        }
        if rules.vowel_endings && !before.word.ends_with(['a', 'e', 'i', 'o', 'u', 'à', 'è', 'é', 'ì', 'ò', 'ù'])
        {
            return false;
        }
        match before.len() {
            0 | 1 => false,
            2 | 3 if before.previous().is_number() => false,
            2 | 3 => rules.is_function_word(before.word) || rules.is_function_word(after.word),
            length => rules.knows_abbreviations() || length > ABBREVIATION_MAX,
        }
    }

    /// No blank behind the run: "end.Next", and the many things that aren't.
    fn joined(&self, before: &Before, tail: &str, text: &str, rules: &Rules) -> Option<usize> {
        let after = After::read(tail);
        if !tail.starts_with(char::is_uppercase) || before.len() < 2 {
            return None;
        }
        if self.dots > 1 || self.ellipsis {
            // "for hours...Nobody came"; an Armenian sentence ends with ":".
            let trails_off = before.is_lower() && before.word.chars().all(char::is_alphabetic) && !self.closed;
            let opens = after.behind().starts_with(is_blank) && self.after_ellipsis(&after);
            return (trails_off && opens && rules.local != Some(':')).then_some(self.end);
        }
        let plain = before.word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’')) && before.is_lower()
            || before.is_number() && before.head.ends_with(',');
        let named =
            before.len() >= 4 && before.word.chars().skip(1).all(char::is_lowercase) && before.head.ends_with(is_blank);
        let known =
            rules.is_starter(after.word) || rules.abbreviation(&after.word.to_lowercase()) == Some(Abbreviation::Never);
        let plain = plain || named && known;
        let inside = before.head.ends_with(['@', '/', '_', '#', '\\', ':']) || text[self.at..].starts_with("..");
        let pure = after.word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
        let capitals = after.word.chars().count() > 1 && after.word.chars().all(char::is_uppercase);
        let behind = after.behind();
        let goes_on = behind.starts_with('.') && behind[1..].starts_with(char::is_alphanumeric)
            || behind.starts_with(['/', '@', '(', '_', '=']);
        let fits = plain && !inside && pure && !goes_on && (!capitals || before.len() >= 5);
        fits.then_some(self.end)
    }
}

/// Units of one letter, and those that are words or titles before a name: "1,80 m. Elle", "40 ft. Then".
const UNITS: &str = "g h l m p s ft";

/// Letters of the longest abbreviation that a language without a list is thought to have: "adib. atzo".
const ABBREVIATION_MAX: usize = 5;

/// What a time of day may be followed by.
const TIMES: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Eastern Central Mountain \
    Pacific GMT UTC ET EST EDT CT CST CDT MT MST MDT PT PST PDT BST CET CEST IST";

/// Words of a clause that a year may end before a function word, before another one, and where it opens with a preposition:
/// "W 1916 r. rząd".
const CLAUSE_WORDS_MIN: [usize; 3] = [3, 6, 8];

/// Words before the number of a decade.
const DECADES: &str = "latach lat lata letech let rokoch rokov godinama godina letih";

/// Names with an exclamation mark.
const EXCLAIMED: &str = "Yahoo Jeopardy Yum Joomla Wham Oklahoma Panic Jackpot";

/// True where what stands behind the last comma is long enough to be a clause, and no adverbial of the one to come.
fn is_clause(sentence: &str, before_starter: bool) -> bool {
    let clause = sentence.rsplit([',', ';', ':']).next().unwrap_or(sentence).trim_start_matches(is_blank);
    let first = clause.split(is_blank).next().unwrap_or(clause);
    let adverbial = first.chars().nth(2).is_none() || first.starts_with(char::is_numeric);
    let least = if before_starter { 0 } else { 1 + usize::from(adverbial) };
    clause.split(is_blank).count() >= CLAUSE_WORDS_MIN[least]
}

/// True for a number before a unit: "44 r.", "XX w.", "1970-х гг.".
fn is_counted(number: &Before) -> bool {
    number.word.starts_with(char::is_numeric)
        || number.word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C')) && !number.word.is_empty()
}

/// True for a unit behind its number: "2 º C. Muchos", "-5 C. Roads", "1,80 m. Elle".
fn is_measured(unit: &Before, rules: &Rules) -> bool {
    let number = unit.previous();
    let degrees = || unit.is_letter() && number.word.ends_with(['°', 'º']);
    let counted = || {
        number.is_number() && (listed("C F", unit.word) || rules.ordinals == Ordinals::No && listed(UNITS, unit.word))
    };
    degrees() || counted() && rules.abbreviation(unit.word) != Some(Abbreviation::AfterClause)
}

/// True where the letters behind `head` end a Hebrew acronym, which has a mark before its last letter: ש"ח, ארה"ב.
fn in_hebrew_acronym(head: &str) -> bool {
    head.strip_suffix(['"', '״', '”']).is_some_and(|head| head.ends_with(|c| matches!(c, 'א'..='ת')))
}

/// What is known of the word, alone or, and then true, together with the short parts before it: "z. B.", "s. r. o.".
fn abbreviation(before: &Before, rules: &Rules) -> Option<(Abbreviation, bool)> {
    // "l'Ing.", "dell'art.".
    let word = before.word.rsplit(['\'', '’']).next().filter(|word| !word.is_empty()).unwrap_or(before.word);
    let small = word.to_lowercase();
    if before.len() <= 3 && !before.word.contains('.') {
        let mut key = small.clone();
        let mut parts = *before;
        let mut found = None;
        for _ in 0..3 {
            let Some(head) =
                parts.head.strip_suffix([' ', '\u{a0}', '\u{202f}']).and_then(|head| head.strip_suffix('.'))
            else {
                break;
            };
            parts = Before::read(head);
            if parts.len() > 3 || parts.word.is_empty() {
                break;
            }
            key = format!("{}.{key}", parts.word.to_lowercase());
            found = rules.abbreviation(&key).or(found);
        }
        if let Some(kind) = found {
            return Some((kind, true));
        }
    }
    // "PGS.TS.", "Prof.Dr.".
    let title = || {
        let (_, last) = small.rsplit_once('.').filter(|(_, last)| last.len() > 1)?;
        rules.abbreviation(last).filter(|&kind| kind == Abbreviation::Never)
    };
    let last = || small.rsplit_once('-').and_then(|(_, last)| rules.abbreviation(last)).or_else(title);
    Some((rules.abbreviation(&small).or_else(last)?, word.contains('.')))
}

/// True for letters parted by points: "U.S", "a.m", "Ph.D".
fn is_pointed(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let length = part.chars().filter(|&c| !is_mark(c)).count();
            (1..=3).contains(&length) && part.chars().all(|c| c.is_alphabetic() || is_mark(c))
        })
        && word.split('.').any(|part| part.chars().filter(|&c| !is_mark(c)).count() == 1)
}

/// True for a number in Roman capitals, up to "XXXIX" and the like.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// True where words of speech follow a quotation: "asked Bob", "Bob asked", "सीता ने पूछा".
fn speaks(after: &After, rules: &Rules) -> bool {
    let near = if after.case == Case::Plain { 3 } else { 2 };
    after.next_words().take(near).any(|word| rules.is_speech(word))
}

/// True where a closer is in truth an opener: a straight quote before a letter and behind no blank.
fn opens_word(rest: &str, c: char) -> bool {
    matches!(c, '*' | '_' | '«' | '‹') && rest[c.len_utf8()..].starts_with(char::is_alphanumeric)
}

/// True for a dot after a blank that goes on with an ellipsis.
fn spaced_dot(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
}

/// Bytes before a stop that are searched for the quotation it stands in.
const QUOTATION_BYTES_MAX: usize = 1000;

/// True where the last guillemet opens a quotation as in French: "« Non. »". In "»Nein.« Er ging. »Ja.«" it closed one.
fn in_guillemets(before: &str) -> bool {
    let from =
        (before.len().saturating_sub(QUOTATION_BYTES_MAX)..).find(|&at| before.is_char_boundary(at)).unwrap_or(0);
    let near = &before[from..];
    near.rfind(['«', '»']).is_some_and(|at| {
        near[at..].starts_with('«') && near[..at].chars().next_back().is_none_or(|c| is_blank(c) || is_opener(c))
    })
}

/// Length of footnote marks at the start of `rest`: "[12]", "[note 1]", "[12, p. 3]", "[citation needed]", a page behind them as in
/// "[1]:23", raised digits, or digits that stand right behind the stop and before a blank.
fn footnote(rest: &str, before: &str) -> Option<usize> {
    /// Bytes of the longest such mark.
    const MARK_BYTES_MAX: usize = 36;
    if let Some(inner) = rest.strip_prefix('[') {
        let end = inner.bytes().take(MARK_BYTES_MAX).position(|b| b == b']')?;
        let is_mark = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '–' | '.' | ':');
        let dotted = inner[..end].starts_with('.') || inner[..end].ends_with(['.', ' ']);
        let marks = end > 0 && !dotted && inner[..end].chars().all(is_mark);
        let pages = inner[end + 1..].strip_prefix(':').map_or(0, |page| {
            let digits = page.bytes().take_while(|&b| b.is_ascii_digit() || b == b'-').count();
            if digits > 0 { digits + 1 } else { 0 }
        });
        return marks.then_some(end + 2 + pages);
    }
    let raised =
        rest.char_indices().find(|(_, c)| !matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁾' | '⁽' | '\u{2060}'));
    let raised = raised.map_or(rest.len(), |(at, _)| at);
    if raised > 0 {
        return Some(raised);
    }
    let worded =
        before.ends_with([')', '”', '"']) || before.chars().rev().take(3).filter(|c| c.is_alphabetic()).count() == 3;
    let notes = rest.bytes().take(24).take_while(|&b| b.is_ascii_digit() || matches!(b, b',' | b' ')).count();
    let marks = rest[..notes].trim_end_matches([' ', ',']);
    let small = marks.split([' ', ',']).all(|mark| mark.len() <= 3);
    let next = rest[marks.len()..].trim_start_matches(is_blank).chars().next();
    let ends =
        rest[marks.len()..].starts_with(is_blank) && next.is_some_and(char::is_uppercase) || rest.len() == marks.len();
    (worded && !marks.is_empty() && small && ends && !rest.starts_with([' ', ','])).then_some(marks.len())
}
