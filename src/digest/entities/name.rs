//! Names: runs of capitalised words that can be the name of someone or something.
//!
//! Tokens in, names out in document order. Titles before a name are cut off and kept; words that open a sentence, calendar words,
//! nationalities, products ("Boeing 737"), events and laws are no names.

use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;

/// A run of tokens that can be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub first: usize,
    pub last: usize,
    pub sentence: usize,
    /// True where its capital may be owed to its place: it opens a sentence or a quotation.
    pub opens: bool,
    /// The capitalised title before it, as tokens: "Russian President".
    pub title: Option<(usize, usize)>,
    /// True where a head in small letters belongs to it: "Orvane province".
    pub is_place: bool,
}

/// The names of a text.
pub(super) fn find(tokens: &Tokens<'_>, vocabulary: &Vocabulary) -> Vec<Name> {
    let mut names = Vec::new();
    for (index, &(from, to)) in tokens.sentences.iter().enumerate() {
        let finder = Finder { tokens, vocabulary, sentence: index, from, to };
        if !finder.is_headline() {
            finder.find(&mut names);
        }
    }
    names
}

struct Finder<'a> {
    tokens: &'a Tokens<'a>,
    vocabulary: &'a Vocabulary,
    sentence: usize,
    from: usize,
    to: usize,
}

/// Small words that part names even where a headline gives them a capital.
const BREAKS: &[&str] = &[
    "the", "i", "in", "on", "at", "to", "by", "with", "from", "as", "is", "was", "this", "that", "and", "or", "but",
    "it", "he", "she", "we", "you", "they", "his", "her", "its", "their", "has", "have", "are", "be", "if", "how",
    "why", "what", "when", "where", "after", "before",
];

/// A longer run of capitalised words is cut here.
const NAME_WORDS_MAX: usize = 16;

/// Roles that are as often surnames.
const SURNAMES: &[&str] = &[
    "baker",
    "bishop",
    "butcher",
    "cook",
    "dean",
    "farmer",
    "gardener",
    "hunter",
    "judge",
    "king",
    "major",
    "marshal",
    "miller",
    "pope",
    "porter",
    "potter",
    "prince",
    "shepherd",
    "taylor",
    "walker",
    "weaver",
    "head",
    "carpenter",
    "archer",
    "mason",
    "fisher",
    "star",
];

/// Titles that stay with a single name: "Pope Francis".
pub(super) const REGNAL: &[&str] = &[
    "pope", "king", "queen", "prince", "princess", "emperor", "empress", "saint", "lord", "lady", "sultan", "papst",
    "papa", "pape", "rey", "roi", "re", "reina", "reine", "könig", "königin", "prinz",
];

const DIRECTIONS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
];

/// Words before which "for" or "on" goes on with a name: "Centre for Policy Studies".
const BEFORE_FOR: &[&str] = &[
    "centre",
    "center",
    "institute",
    "agency",
    "office",
    "council",
    "society",
    "campaign",
    "foundation",
    "committee",
    "ministry",
    "bank",
    "association",
    "coalition",
    "organization",
    "organisation",
    "alliance",
    "centers",
    "department",
    "party",
    "movement",
    "network",
    "school",
    "commission",
    "forum",
    "union",
    "fund",
    "secretariat",
    "academy",
    "citizens",
    "doctors",
    "reporters",
    "students",
    "conference",
];

/// How adjectives end that are part of an organisation's name in Romance languages: "européenne", "nationale", "central".
const ADJECTIVE_ENDINGS: &[&str] = &[
    "ale", "al", "ne", "ique", "aise", "ais", "elle", "ea", "eo", "ana", "ano", "ica", "ico", "eia", "eu", "ese",
    "ense", "aire", "ante",
];

/// Small words between a role and its field.
const OWNING: &[&str] = &[
    "of", "for", "to", "the", "de", "du", "des", "d", "la", "l", "del", "della", "dell", "di", "da", "do", "van",
    "für", "dos", "das",
];

/// The second halves of compounds with a name before the hyphen: "US-led".
const COMPOUNDS: &[&str] = &[
    "led", "based", "born", "style", "like", "made", "owned", "run", "wide", "bound", "era", "level", "area", "only",
    "held", "free", "type", "ruled", "ready", "loyal", "trade", "size", "sized", "old", "year", "day", "day", "war",
    "pro", "in", "on", "off", "to", "up", "out",
];

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    fn shape(&self, at: usize) -> Shape {
        self.tokens.list[at].shape
    }

    fn gap(&self, at: usize) -> Gap {
        self.tokens.list[at].gap
    }

    fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Shape::Capital | Shape::Caps)
    }

    /// True where the capital of a token may be owed to its place.
    fn opens(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Start | Gap::Quote | Gap::Colon | Gap::Open | Gap::Dash | Gap::Other)
    }

    /// True for a sentence in Title Case or in capitals: its capitals tell nothing.
    fn is_headline(&self) -> bool {
        let (mut caps, mut common, mut lower, mut words) = (0, 0, 0, 0);
        for at in self.from..self.to {
            words += 1;
            match self.shape(at) {
                Shape::Caps => caps += 1,
                Shape::Lower if self.word(at).chars().count() > 3 => lower += 1,
                Shape::Capital if at > self.from && self.is_headline_word(self.word(at)) => common += 1,
                _ => {}
            }
        }
        caps >= 4 && caps * 2 > words || common >= 2 && lower == 0 && !self.vocabulary.capitalises_nouns()
    }

    /// A word that has a capital in headlines only.
    fn is_headline_word(&self, word: &str) -> bool {
        self.vocabulary.is_common(word) && !self.vocabulary.is_role(word) && !self.vocabulary.is_given_name(word)
    }

    fn find(&self, names: &mut Vec<Name>) {
        let mut at = self.from;
        while at < self.to {
            if !self.starts(at) {
                at += 1;
                continue;
            }
            let last = self.end_of_run(at);
            self.settle(at, last, names);
            at = last + 1;
        }
    }

    fn starts(&self, at: usize) -> bool {
        let next = at + 1 < self.to;
        match self.shape(at) {
            Shape::Capital if matches!(self.word(at), "the" | "a" | "an") => {
                next && self.vocabulary.is_place(&self.tokens.key(at, at + 1))
            }
            Shape::Capital | Shape::Caps => self.is_nameable(at),
            Shape::Initial => {
                next && matches!(self.gap(at + 1), Gap::Point)
                    && (self.is_capital(at + 1) || self.shape(at + 1) == Shape::Initial)
            }
            Shape::Lower => {
                matches!(self.word(at), "al" | "el" | "ar" | "as" | "ash" | "an")
                    && next
                    && self.gap(at + 1) == Gap::Hyphen
                    && self.is_capital(at + 1)
            }
            _ => false,
        }
    }

    /// False for calendar words, faiths and the like, unless they are part of a longer name: "Sunday Times", "North Carolina".
    fn is_nameable(&self, at: usize) -> bool {
        let word = self.word(at);
        if !self.vocabulary.is_not_name(word) {
            return true;
        }
        if self.shape(at) == Shape::Caps
            && at > self.from
            && matches!(word, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix")
        {
            return true;
        }
        let joined = |at: usize| at < self.to && self.gap(at) == Gap::Space && self.is_capital(at);
        if self.vocabulary.is_role(word) && joined(at + 1) && !self.vocabulary.is_role(self.word(at + 1)) {
            return true;
        }
        if matches!(word, "may" | "april" | "june" | "august" | "green" | "labour" | "christian")
            && !self.opens(at)
            && at > self.from
        {
            let before = self.word(at - 1);
            if self.gap(at) == Gap::Space && self.is_capital(at - 1) && self.vocabulary.is_given_name(before) {
                return true;
            }
        }
        if DIRECTIONS.contains(&word) {
            return joined(at + 1) && !self.vocabulary.is_demonym(self.word(at + 1));
        }
        if word == "christian" {
            return joined(at + 1) && !self.vocabulary.is_common(self.word(at + 1));
        }
        let head = |at: usize| {
            self.vocabulary.is_organisation_head(self.word(at)) || self.vocabulary.is_place_head(self.word(at))
        };
        (at + 1..at + 4).take_while(|&next| joined(next)).any(head)
    }

    /// The last token of the run that starts at `at`.
    fn end_of_run(&self, first: usize) -> usize {
        let mut last = first;
        loop {
            let next = last + 1;
            if next >= self.to || next - first >= NAME_WORDS_MAX {
                return last;
            }
            if self.closes(first, last, next) {
                return next;
            }
            if self.goes_on(first, last, next) {
                last = next;
            } else if let Some(beyond) = self.bridge(first, last) {
                last = beyond;
            } else {
                return last;
            }
        }
    }

    /// True for a small-letter part of a name that closes it: "Brightwater plc", "Commission européenne".
    fn closes(&self, first: usize, last: usize, next: usize) -> bool {
        if self.gap(next) != Gap::Space || self.shape(next) != Shape::Lower || self.tokens.list[last].possessive {
            return false;
        }
        let word = self.word(next);
        if matches!(word, "plc" | "inc" | "ltd" | "gmbh" | "llc") {
            return true;
        }
        self.vocabulary.is_romance()
            && first == last
            && self.vocabulary.is_organisation_head(self.word(first))
            && ADJECTIVE_ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
            && !self.vocabulary.is_function(word)
            && !self.vocabulary.says(word)
    }

    /// True where the token at `next` follows the run directly.
    fn goes_on(&self, first: usize, last: usize, next: usize) -> bool {
        let word = self.word(next);
        match self.gap(next) {
            Gap::Space => {
                let capital = self.is_capital(next) || self.shape(next) == Shape::Initial && self.initial_in_name(next);
                let ampersand =
                    word == "&" && next + 1 < self.to && self.gap(next + 1) == Gap::Space && self.is_capital(next + 1);
                let owned = self.tokens.list[last].possessive && !self.owns(first, last, next);
                (capital && self.is_nameable(next) || ampersand) && !owned && !BREAKS.contains(&word)
            }
            Gap::Hyphen => {
                if self.is_capital(next) {
                    let (left, right) = (self.word(last), self.word(next));
                    let apart = |word: &str| self.vocabulary.is_place(word) || self.vocabulary.is_demonym(word);
                    return !(apart(left) && apart(right));
                }
                self.shape(next) == Shape::Lower && self.hyphen_part(first, last, next)
            }
            Gap::Point => {
                let short = self.shape(last) == Shape::Initial
                    || self.vocabulary.is_honorific(self.word(last))
                    || self.word(last) == "st";
                short && (self.is_capital(next) || self.shape(next) == Shape::Initial)
            }
            _ => false,
        }
    }

    /// True for the "W" of "George W. Bush" and the "X" of "Malcolm X".
    fn initial_in_name(&self, at: usize) -> bool {
        !matches!(self.word(at), "a" | "i" | "o" | "e" | "y")
            || at + 1 < self.to && self.gap(at + 1) == Gap::Point && self.is_capital(at + 1)
    }

    /// True for a small-letter part after a hyphen: "Kim Jong-un", "Secretary-general", "Stratford-upon-Avon".
    fn hyphen_part(&self, first: usize, last: usize, next: usize) -> bool {
        let word = self.word(next);
        let bridges = next + 1 < self.to && self.gap(next + 1) == Gap::Hyphen && self.is_capital(next + 1);
        bridges
            || matches!(word, "general" | "elect" | "designate")
            || last > first
                && word.chars().count() <= 5
                && !COMPOUNDS.contains(&word)
                && !self.vocabulary.is_role(self.word(last))
                && !self.vocabulary.is_place(self.word(last))
    }

    /// True where the name up to `last` owns the word after it as part of a name: "King's College".
    fn owns(&self, first: usize, last: usize, next: usize) -> bool {
        if self.word(first) == "st" && self.is_capital(next) {
            return true;
        }
        let heads = self.vocabulary.is_organisation_head(self.word(next))
            || matches!(self.word(next), "hospital" | "college" | "church" | "cathedral");
        heads
            && last == first + usize::from(self.word(first) == "st")
            && !self.vocabulary.is_place(&self.tokens.key(first, last))
            && !self.vocabulary.is_demonym(self.word(last))
            && (self.vocabulary.is_given_name(self.word(last))
                || self.vocabulary.is_common(self.word(last))
                || self.vocabulary.is_role(self.word(last)))
    }

    /// The token beyond small joining words, where they go on with the name: "University of Trieste", "Ursula von der Leyen".
    fn bridge(&self, first: usize, last: usize) -> Option<usize> {
        if self.tokens.list[last].possessive {
            return None;
        }
        let mut beyond = last + 1;
        while beyond < self.to
            && beyond <= last + 3
            && self.shape(beyond) == Shape::Lower
            && self.gap(beyond) == Gap::Space
        {
            beyond += 1;
        }
        let joiners = last + 1..beyond;
        let follows = matches!(self.gap(beyond.min(self.to - 1)), Gap::Space)
            || self.gap(beyond.min(self.to - 1)) == Gap::Hyphen && beyond > last + 1;
        if joiners.is_empty() || beyond >= self.to || !follows || !self.is_capital(beyond) || !self.is_nameable(beyond)
        {
            return None;
        }
        let all = |allowed: &[&str]| joiners.clone().all(|at| allowed.contains(&self.word(at)));
        let joins = if self.vocabulary.is_english() {
            self.joins_in_english(first, last, beyond, &all)
        } else {
            self.joins_elsewhere(first, last, beyond, &all)
        };
        joins.then_some(beyond)
    }

    fn has_head(&self, first: usize, last: usize) -> bool {
        let heads = |at: usize| {
            self.vocabulary.is_organisation_head(self.word(at)) || self.vocabulary.is_place_head(self.word(at))
        };
        (heads(last) || heads(first)) && !self.is_title(first, last)
    }

    fn is_title(&self, first: usize, last: usize) -> bool {
        let role =
            |at: usize| self.vocabulary.is_role(self.word(at)) && !self.vocabulary.is_organisation_head(self.word(at));
        role(last) || role(first)
    }

    fn joins_in_english(&self, first: usize, last: usize, beyond: usize, all: &dyn Fn(&[&str]) -> bool) -> bool {
        let has_of = (first..last).any(|at| self.word(at) == "of");
        if all(&["of", "the"]) && self.word(last + 1) == "of" {
            return self.has_head(first, last)
                && !self.vocabulary.is_not_name(self.word(last))
                && self.word(last) != "power";
        }
        if all(&["for", "the", "on", "against", "without"]) && beyond == last + 2 {
            let noun = first > self.from && self.vocabulary.lists.organisation_nouns.contains(self.word(first - 1));
            return noun || BEFORE_FOR.contains(&self.word(last)) || BEFORE_FOR.contains(&self.word(first)) && has_of;
        }
        if all(&["and"]) {
            let noun = |word: &str| {
                self.vocabulary.is_common(word)
                    || self.vocabulary.is_organisation_head(word)
                    || self.vocabulary.is_thing_head(word)
            };
            let field = |at: usize| noun(self.word(at)) && !self.vocabulary.is_given_name(self.word(at));
            let led =
                self.vocabulary.is_organisation_head(self.word(first)) && (has_of || self.word(first) == "department");
            let nation = self.vocabulary.is_place(self.word(first)) || self.vocabulary.is_demonym(self.word(first));
            let one = last == first || last == first + 1 && nation;
            return led && field(last) && field(beyond)
                || one && field(last) && field(beyond) && self.ends_in_head(beyond)
                || matches!(
                    (self.word(last), self.word(beyond)),
                    ("standard", "poor") | ("johnson", "johnson") | ("trinidad", "tobago") | ("bosnia", "herzegovina")
                );
        }
        all(&[
            "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "van", "von", "der", "den", "ter",
            "ten", "bin", "ibn", "bint", "al", "el", "la", "le", "zu", "af", "ul", "y", "e",
        ])
    }

    /// True where the run that goes on from `at` closes with the head of an organisation: "… and Culture Organization".
    fn ends_in_head(&self, at: usize) -> bool {
        let end = (at + 1..self.to.min(at + 4))
            .take_while(|&next| self.gap(next) == Gap::Space && self.is_capital(next))
            .last()
            .unwrap_or(at);
        self.vocabulary.is_organisation_head(self.word(end))
    }

    fn joins_elsewhere(&self, first: usize, last: usize, beyond: usize, all: &dyn Fn(&[&str]) -> bool) -> bool {
        let owning: &[&str] = match self.vocabulary.language.code() {
            "fr" => &["de", "du", "des", "d", "la", "l", "pour", "le", "les", "et"],
            "es" => &["de", "del", "la", "los", "las", "para", "y"],
            "it" => &["di", "d", "del", "della", "dei", "delle", "dell", "degli", "per", "e"],
            "pt" => &["de", "do", "da", "dos", "das", "para", "e"],
            "de" => &["für", "der", "des", "und", "am"],
            "nl" => &["van", "voor", "de", "het", "der", "den", "en"],
            _ => &[],
        };
        let person = |at: usize| self.vocabulary.is_given_name(self.word(at));
        if self.has_head(first, last) && all(owning) && !person(first) {
            let conjunction = matches!(self.word(last + 1), "et" | "y" | "e" | "und" | "en");
            return !conjunction || last > first;
        }
        let article = beyond == last + 2
            && matches!(
                self.word(last + 1),
                "la" | "le" | "el" | "las" | "los" | "lo" | "des" | "du" | "do" | "da" | "der" | "den" | "op"
            );
        if article && !person(first) {
            return false;
        }
        let particles = (last + 1..beyond).all(|at| self.vocabulary.is_particle(self.word(at)));
        let conjunction = beyond == last + 2 && matches!(self.word(last + 1), "e" | "y");
        particles
            && !self.vocabulary.is_place(self.word(beyond))
            && !self.vocabulary.is_role(self.word(last))
            && !self.vocabulary.is_organisation_head(self.word(beyond))
            && (!self.vocabulary.capitalises_nouns()
                || person(first)
                || matches!(self.word(last + 1), "von" | "van" | "bin" | "al"))
            && (!conjunction || person(first) && last > first)
            && (!self.vocabulary.is_romance() || person(first) || last == first && !self.opens(first))
    }

    /// Parts a run into title and name, and keeps what can be a name.
    fn settle(&self, mut first: usize, last: usize, names: &mut Vec<Name>) {
        let opens = self.opens(first);
        if let Some((role, person)) = self.owned_title(first, last) {
            self.keep(first, person - 1, None, opens, names);
            return self.keep(person, last, Some((role, person - 1)), false, names);
        }
        while first < last && self.is_opener(first, last) {
            first += 1;
        }
        if first < last && self.opens(first) && self.is_maker(self.word(first)) {
            return self.keep(first + 1, last, None, false, names);
        }
        if self.is_opener(first, last) || self.word(last) == "&" {
            return;
        }
        let opens = opens && self.opens(first);
        let Some(title) = self.title_end(first, last) else {
            return self.keep(first, last, None, opens, names);
        };
        self.keep_employer(first, title, opens, names);
        let rest = title + 1;
        let demonym_or_role = (first..=title).rev().take_while(|&at| self.word(at) != "&").last().unwrap_or(first);
        self.keep(rest, last, Some((demonym_or_role, title)), false, names);
    }

    /// "Secretary of | State Martha Finch", "ministre de l' | Économie Bruno Mallet": where the role before the run starts, and where
    /// the person's own name does, which is at a given name.
    fn owned_title(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let mut at = first;
        while at > self.from && first - at < 3 && self.gap(at) == Gap::Space && OWNING.contains(&self.word(at - 1)) {
            at -= 1;
        }
        let genitive = at == first && self.vocabulary.inflects() && self.vocabulary.is_place(self.word(first));
        let owned = (at < first || genitive) && at > self.from && self.gap(at) == Gap::Space;
        if !owned || !self.vocabulary.is_role(self.word(at - 1)) || self.vocabulary.is_given_name(self.word(first)) {
            return None;
        }
        let given = |&at: &usize| self.vocabulary.is_given_name(self.word(at)) && self.gap(at) == Gap::Space;
        // Without a given name: behind a country or a common word, "the United States | Hamdullah Mohib".
        let plain = (first + 1..=last).all(|at| {
            self.is_capital(at)
                && !self.vocabulary.is_common(self.word(at))
                && !self.vocabulary.is_organisation_head(self.word(at))
        });
        let field = |&at: &usize| {
            plain
                && (self.vocabulary.is_place(&self.tokens.key(first, at - 1))
                    || at == first + 1 && self.vocabulary.is_common(self.word(first)))
        };
        let person = (first + 1..last).find(given).or_else(|| (first + 1..last).find(field))?;
        let mut role = at - 1;
        while role > self.from
            && self.gap(role) == Gap::Space
            && self.is_capital(role - 1)
            && self.is_nameable(role - 1)
            && !self.vocabulary.is_function(self.word(role - 1))
        {
            role -= 1;
        }
        Some((role, person))
    }

    /// True for a word that can't open a name: an article, or a common word that a sentence opens with.
    fn is_opener(&self, at: usize, last: usize) -> bool {
        let word = self.word(at);
        if self.shape(at) == Shape::Caps && !matches!(word, "the" | "in" | "on" | "a")
            || self.vocabulary.is_place(&self.tokens.key(at, last))
        {
            return false;
        }
        let given = self.vocabulary.is_given_name(word);
        if self.vocabulary.is_function(word) {
            let person = matches!(word, "will" | "per" | "may" | "can" | "des") && at < last;
            let named = person && !self.vocabulary.is_common(self.word(at + 1)) && self.is_capital(at + 1);
            return !named && (self.opens(at) || matches!(word, "the" | "a" | "an"));
        }
        if !self.opens(at) || given {
            return false;
        }
        // "Firefighter Dana" is left to titles; "Meanwhile Biden", "Yesterday Apple" lose their first word.
        let adverb = self.vocabulary.is_english() && word.len() > 4 && word.ends_with("ly");
        let common = self.vocabulary.is_common(word)
            && !self.vocabulary.is_role(word)
            && !self.vocabulary.is_organisation_head(word);
        let next = |at: usize| {
            self.vocabulary.is_given_name(self.word(at))
                || word.ends_with("ing") && self.vocabulary.is_place(self.word(at))
        };
        at < last && (adverb || common && next(at + 1))
    }

    /// The last token of the title that opens the run, if a name follows it.
    fn title_end(&self, first: usize, last: usize) -> Option<usize> {
        let closed = self.vocabulary.is_organisation_head(self.word(last))
            && !self.vocabulary.is_given_name(self.word(last))
            || self.vocabulary.is_place_head(self.word(last)) && !self.vocabulary.is_common(self.word(first));
        let found = (first..last).rev().find(|&at| {
            let word = self.word(at);
            let role = self.vocabulary.is_role(word)
                || self.vocabulary.is_honorific(word)
                || matches!(word, "elect" | "general" | "designate") && at > first;
            let maker = self.vocabulary.lists.organisation_nouns.contains(word);
            role && !maker
                && !(at > first && self.vocabulary.is_given_name(self.word(at - 1)))
                && self.gap(at + 1) != Gap::Hyphen
                && self.word(at + 1) != "&"
        })?;
        let name = found + 1;
        let numeral = matches!(
            self.word(name),
            "ii" | "iii" | "iv" | "v" | "vi" | "xiv" | "xvi" | "jr" | "sr" | "of" | "de" | "del" | "du"
        );
        let honorific = self.vocabulary.is_honorific(self.word(found));
        if numeral
            || found == first && SURNAMES.contains(&self.word(found)) && self.vocabulary.is_given_name(self.word(found))
            || closed && !honorific && !self.vocabulary.is_given_name(self.word(name))
            || self.shape(name) == Shape::Lower
        {
            return None;
        }
        let surname =
            SURNAMES.contains(&self.word(found)) && found == first && !self.vocabulary.is_given_name(self.word(name));
        let regnal =
            REGNAL.contains(&self.word(found)) && (name == last || name + 1 == last && self.shape(last) == Shape::Caps);
        if regnal && found > first {
            return Some(found - 1)
                .filter(|&at| self.vocabulary.is_role(self.word(at)) || self.vocabulary.is_honorific(self.word(at)));
        }
        let thing = self.vocabulary.is_thing_head(self.word(last)) && !self.vocabulary.is_given_name(self.word(name));
        let whole = surname && name < last && !honorific || regnal || thing;
        (!whole).then_some(found)
    }

    /// A noun for a company that may open a sentence before its name: "Retailer Maplewood & Sons".
    fn is_maker(&self, word: &str) -> bool {
        self.vocabulary.lists.organisation_nouns.contains(word)
            && (word.ends_with("er")
                || word.ends_with("or")
                || matches!(
                    word,
                    "airline" | "charity" | "chain" | "newspaper" | "magazine" | "conglomerate" | "giant"
                ))
    }

    /// Keeps the employer or the country in front of a title: "Apple" of "Apple Chief Executive Tim Cook".
    fn keep_employer(&self, first: usize, title: usize, opens: bool, names: &mut Vec<Name>) {
        let mut end = title;
        while end > first && self.is_modifier(end - 1) {
            end -= 1;
        }
        let mut start = first;
        while start < end
            && (self.vocabulary.is_demonym(self.word(start)) || matches!(self.word(start), "former" | "ex" | "late"))
        {
            start += 1;
        }
        // "Energy Minister": a field, not an employer.
        let field = (start..end).all(|at| {
            let word = self.word(at);
            self.shape(at) != Shape::Caps
                && !self.vocabulary.is_place(word)
                && (self.vocabulary.is_organisation_head(word) || self.vocabulary.is_thing_head(word))
        });
        if start < end && !field {
            self.keep(start, end - 1, None, opens && start == first, names);
        }
    }

    /// True for a word of a title that is no name of its own.
    fn is_modifier(&self, at: usize) -> bool {
        let word = self.word(at);
        let named = self.vocabulary.is_place(word) || self.shape(at) == Shape::Caps && !self.vocabulary.is_role(word);
        !named
            && (self.vocabulary.is_role(word)
                || self.vocabulary.is_common(word)
                || self.vocabulary.is_honorific(word)
                || self.shape(at) == Shape::Lower
                || self.vocabulary.is_demonym(word)
                || matches!(word, "prime" | "deputy" | "vice"))
    }

    /// Keeps a run without its title, if it can be a name.
    fn keep(
        &self,
        mut first: usize,
        mut last: usize,
        title: Option<(usize, usize)>,
        opens: bool,
        names: &mut Vec<Name>,
    ) {
        let key = self.tokens.key(first, last);
        let known = self.vocabulary.is_place(&key);
        if !known {
            if self.is_ministry(first, last) {
                return;
            }
            if self.vocabulary.capitalises_nouns() {
                first = self.past_nouns(first, last);
            }
            if self.vocabulary.is_demonym(self.word(first)) {
                let whole = last > first
                    && (self.vocabulary.is_organisation_head(self.word(last))
                        || (first..=last).any(|at| self.word(at) == "of"));
                if !whole {
                    first += 1;
                }
            }
            if first > last || title.is_none() && self.is_no_name(first, last) {
                return;
            }
            if title.is_none()
                && self.vocabulary.is_role(self.word(last))
                && !self.vocabulary.is_organisation_head(self.word(last))
                && !SURNAMES.contains(&self.word(last))
                && !(last > first && self.vocabulary.is_given_name(self.word(first)))
            {
                // "Tesla CEO" without the name of the person.
                while last > first && self.is_modifier(last) {
                    last -= 1;
                }
                if self.is_modifier(last) {
                    return;
                }
            }
        }
        first = self.small_opening(first);
        if self.is_product(last, known) || self.is_cut(first, last) {
            return;
        }
        let extended = self.small_head(last);
        let is_place = extended > last && !self.vocabulary.is_role(self.word(last));
        if is_place {
            last = extended;
        }
        names.push(Name { first, last, sentence: self.sentence, opens, title, is_place });
    }

    /// In German, the first token that is no common noun before a name: "Autobauer | Krantz AG", "Ende | Peter Haas".
    fn past_nouns(&self, first: usize, last: usize) -> usize {
        let mut at = first;
        let kinds = [
            "stadt",
            "gemeinde",
            "bauer",
            "hersteller",
            "konzern",
            "händler",
            "anbieter",
            "riese",
            "unternehmen",
            "versicherer",
            "betreiber",
            "dienst",
            "klub",
            "verein",
        ];
        while at < last
            && (kinds.iter().any(|end| self.word(at).ends_with(end)) || self.vocabulary.is_function(self.word(at)))
        {
            at += 1;
        }
        let given = (at + 1..last).find(|&next| self.vocabulary.is_given_name(self.word(next)));
        match given {
            Some(given)
                if !self.vocabulary.is_given_name(self.word(at))
                    && !self.vocabulary.is_organisation_head(self.word(last)) =>
            {
                given
            }
            _ => at,
        }
    }

    /// The first token of a name whose head stands before it in small letters: "ministère de la Santé"; `first` where there is none.
    fn small_opening(&self, first: usize) -> usize {
        let mut at = first;
        while at > self.from && first - at < 3 && self.gap(at) == Gap::Space && OWNING.contains(&self.word(at - 1)) {
            at -= 1;
        }
        let owned = self.vocabulary.is_romance() && at < first && at > self.from && self.gap(at) == Gap::Space;
        let heads = [
            "ministère",
            "ministerio",
            "ministero",
            "ministério",
            "université",
            "universidad",
            "università",
            "universidade",
        ];
        if owned && heads.contains(&self.word(at - 1)) { at - 1 } else { first }
    }

    /// The field of a minister: "ministro da Fazenda".
    fn is_ministry(&self, first: usize, last: usize) -> bool {
        let mut at = first;
        while at > self.from && first - at < 3 && OWNING.contains(&self.word(at - 1)) {
            at -= 1;
        }
        let minister = ["minist", "secret"];
        at < first
            && at > self.from
            && last <= first + 1
            && minister.iter().any(|stem| self.word(at - 1).starts_with(stem))
            && self.vocabulary.is_role(self.word(at - 1))
            && !self.vocabulary.is_organisation_head(self.word(last))
    }

    /// True for titles alone, events, laws and other things.
    fn is_no_name(&self, first: usize, last: usize) -> bool {
        let (opening, closing) = (self.word(first), self.word(last));
        if (first..=last).all(|at| self.is_modifier(at) && !self.vocabulary.is_organisation_head(self.word(at)))
            && self.vocabulary.is_role(closing)
            && !(last > first && SURNAMES.contains(&closing))
        {
            return true;
        }
        if first == last {
            return self.vocabulary.is_demonym(opening)
                || self.vocabulary.is_plural_role(opening)
                || self.shape(first) == Shape::Lower
                || self.vocabulary.is_not_name(opening)
                || self.vocabulary.is_thing_head(opening)
                || self.vocabulary.is_honorific(opening);
        }
        let head = self.vocabulary.is_organisation_head(closing);
        let person = self.vocabulary.is_given_name(opening);
        self.vocabulary.is_thing_head(closing) && !person
            || self.vocabulary.is_thing_head(opening) && !head && last <= first + 1
            || self.vocabulary.is_thing_head(opening) && self.word(first + 1) == "of"
    }

    /// True where a number makes it a model, a version or a disease: "Boeing 737", "COVID-19"; a score after it doesn't.
    fn is_product(&self, last: usize, known: bool) -> bool {
        let next = last + 1;
        if next >= self.to
            || !matches!(self.shape(next), Shape::Number)
            || !matches!(self.gap(next), Gap::Space | Gap::Hyphen)
        {
            return false;
        }
        let hyphen = self.gap(next) == Gap::Hyphen;
        let span = self.tokens.list[next].span;
        let after = self.tokens.body[span.end as usize..].chars().next().unwrap_or(' ');
        let score = matches!(after, '-' | '–' | ':');
        let amount = matches!(after, ',' | '.')
            && self.tokens.body[span.end as usize + 1..].starts_with(|c: char| c.is_ascii_digit());
        hyphen || !known && !score && !amount && span.len() <= 4
    }

    /// True for a name next to a slash (a credit line, an abbreviation) or a currency sign ("US$5").
    fn is_cut(&self, first: usize, last: usize) -> bool {
        let after = self.tokens.body[self.tokens.list[last].span.end as usize..].chars().next();
        let currency = after.is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥'));
        currency || self.gap(first) == Gap::Slash || last + 1 < self.to && self.gap(last + 1) == Gap::Slash
    }

    /// The last token of a place's head in small letters after the name: "Kesh air base"; `last` where there is none.
    fn small_head(&self, last: usize) -> usize {
        if !self.vocabulary.is_english() || self.tokens.list[last].possessive {
            return last;
        }
        let small = |at: usize| at < self.to && self.gap(at) == Gap::Space && self.shape(at) == Shape::Lower;
        let pair = |a: &str, b: &str| {
            matches!(
                (a, b),
                ("air", "base")
                    | ("refugee", "camp")
                    | ("air", "field")
                    | ("mountain", "range")
                    | ("border", "crossing")
            )
        };
        if small(last + 1) && small(last + 2) && pair(self.word(last + 1), self.word(last + 2)) {
            return last + 2;
        }
        let head = small(last + 1)
            && matches!(
                self.word(last + 1),
                "province"
                    | "county"
                    | "district"
                    | "region"
                    | "peninsula"
                    | "island"
                    | "islands"
                    | "river"
                    | "valley"
                    | "prefecture"
                    | "oblast"
                    | "governorate"
                    | "archipelago"
                    | "strait"
                    | "municipality"
                    | "airbase"
                    | "state"
                    | "airport"
            );
        last + usize::from(head)
    }
}
