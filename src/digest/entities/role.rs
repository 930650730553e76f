//! Roles: what the text says that someone is, in its own words.
//!
//! Tokens and a name in, spans out: before the name ("foreign ministry spokesman"), in an apposition on either side
//! ("…, director of the Steppe Policy Centre,"), in a clause ("who chairs the committee") or behind a preposition ("of Yale University").

use super::name::Name;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
use crate::span::ByteSpan;

/// The ways a text tells a role, the most telling last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// "at the International Crisis Group".
    Preposition,
    /// "who chairs the committee".
    Clause,
    /// In an apposition, or before the name.
    Said,
}

/// A role and how it is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub span: ByteSpan,
    pub strength: Strength,
}

/// Reads roles around names.
pub(super) struct Roles<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
}

/// A role longer than this many words tells a story.
const ROLE_WORDS_MAX: usize = 16;

/// Verbs of clauses that tell an office.
const OFFICE_VERBS: &[&str] = &[
    "heads",
    "leads",
    "chairs",
    "runs",
    "directs",
    "represents",
    "coaches",
    "manages",
    "oversees",
    "owns",
    "edits",
    "founded",
    "headed",
    "led",
    "chaired",
    "ran",
    "commands",
    "commanded",
    "leitet",
    "führt",
    "dirige",
    "preside",
    "presiede",
    "encabeza",
    "lidera",
    "guida",
    "leidt",
];

/// Words that part a role from what goes on.
const ENDS: &[&str] =
    &["who", "which", "that", "whose", "where", "when", "whom", "while", "but", "because", "after", "before", "as"];

/// Words before a role in an apposition.
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "its", "his", "her", "their", "our", "one", "another", "un", "une", "le", "la", "el", "il", "lo",
    "l", "o", "uno", "una", "son", "sa", "su", "suo", "sua", "seu", "zijn", "haar", "sein", "seine", "ihr", "ihre",
    "ein", "eine", "der", "die", "een", "de", "um", "uma", "en", "ett",
];

/// Function words that may be part of a role all the same.
const MODIFIERS: &[&str] = &[
    "former", "late", "first", "second", "third", "then", "second", "early", "recently", "formerly", "over", "under",
    "past", "next", "no", "own", "same",
];

/// Times and happenings that open a phrase like an apposition: "a day later".
const NOT_ROLES: &[&str] = &[
    "day",
    "days",
    "week",
    "month",
    "year",
    "years",
    "few",
    "move",
    "total",
    "bid",
    "sign",
    "lot",
    "bit",
    "number",
    "decision",
    "result",
    "record",
    "fact",
    "step",
    "rise",
    "fall",
    "way",
    "claim",
    "charge",
    "moment",
    "time",
    "first",
    "deal",
    "statement",
    "result",
    "change",
    "view",
    "reference",
    "process",
];

impl Roles<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    fn gap(&self, at: usize) -> Gap {
        self.tokens.list[at].gap
    }

    fn is_lower(&self, at: usize) -> bool {
        self.tokens.list[at].shape == Shape::Lower
    }

    fn is_capital(&self, at: usize) -> bool {
        matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps)
    }

    fn bounds(&self, name: &Name) -> (usize, usize) {
        self.tokens.sentences[name.sentence]
    }

    /// The role of a person, if this mention tells one. `next` is the name after this one in the text.
    pub fn of_person(&self, name: &Name, next: Option<&Name>) -> Option<Role> {
        if name.title.is_none() && name.first == name.last && self.vocabulary.is_place(self.word(name.first)) {
            return None;
        }
        let said = |span| Role { span, strength: Strength::Said };
        if let Some(before) = self.before(name) {
            return Some(said(self.with_house(before, name, next)));
        }
        if let Some(span) = self.apposition_after(name, true).or_else(|| self.apposition_before(name)) {
            return Some(said(span));
        }
        self.clause(name).map(|span| Role { span, strength: Strength::Clause }).or_else(|| {
            let span = self.house(name, next)?;
            (name.last > name.first).then_some(Role { span, strength: Strength::Preposition })
        })
    }

    /// What an organisation is, if this mention tells it: "the naval analysis centre CNA", "Cementara, a cement maker".
    pub fn of_organisation(&self, name: &Name) -> Option<Role> {
        let (from, _) = self.bounds(name);
        let noun = name.first > from
            && self.gap(name.first) == Gap::Space
            && self.is_lower(name.first - 1)
            && self.vocabulary.lists.organisation_nouns.contains(self.word(name.first - 1));
        let span = if noun { Some(self.walk_back(name.first - 1, from)) } else { self.apposition_after(name, false) };
        span.map(|span| Role { span, strength: Strength::Said })
    }

    /// The capitalised title, or the role in small letters, right before the name.
    fn before(&self, name: &Name) -> Option<ByteSpan> {
        let (from, _) = self.bounds(name);
        let mut first = name.first;
        if let Some((start, end)) = name.title {
            let mut end = end;
            while end > start && self.vocabulary.is_honorific(self.word(end)) {
                end -= 1;
            }
            if !self.vocabulary.is_honorific(self.word(end)) {
                let span = self.walk_back(start, from);
                return Some(ByteSpan { start: span.start, end: self.tokens.list[end].span.end });
            }
            first = start;
        }
        if first == from || self.gap(first) != Gap::Space || self.tokens.list[first - 1].possessive {
            return None;
        }
        let at = first - 1;
        if self.is_lower(at) && self.is_role_word(at) {
            // "will coach Italy", "to judge Ruiz"
            if at > from && self.gap(at) == Gap::Space && is_auxiliary(self.word(at - 1)) {
                return None;
            }
            return Some(self.walk_back(at, from));
        }
        if self.vocabulary.is_english() { None } else { self.role_further_back(at, from) }
    }

    /// In languages that put adjectives and fields behind the noun: "président français", "ministre des Affaires étrangères".
    fn role_further_back(&self, at: usize, from: usize) -> Option<ByteSpan> {
        let mut start = None;
        for back in (from.max(at.saturating_sub(6))..=at).rev() {
            let word = self.word(back);
            if self.vocabulary.says(word) || self.tokens.list[back].shape == Shape::Number {
                break;
            }
            if self.vocabulary.lists.roles.contains(word) {
                start = Some(back);
                break;
            }
            let linking = matches!(
                word,
                "de" | "du"
                    | "des"
                    | "del"
                    | "della"
                    | "di"
                    | "da"
                    | "do"
                    | "dell"
                    | "d"
                    | "l"
                    | "la"
                    | "van"
                    | "für"
                    | "der"
                    | "delle"
                    | "dei"
                    | "los"
                    | "las"
                    | "dos"
                    | "das"
            );
            if self.gap(back) != Gap::Space || self.vocabulary.is_function(word) && !linking {
                break;
            }
        }
        if is_link(self.word(at)) || matches!(self.word(at), "la" | "l" | "d" | "los" | "las" | "dell" | "für") {
            return None;
        }
        // An adjective needs no link; a role that a verb follows tells of someone else.
        let start = start?;
        let adjectives = (start + 1..=at).all(|k| self.is_lower(k)) && at <= start + 2;
        let linked = start < at
            && matches!(
                self.word(start + 1),
                "de" | "du"
                    | "des"
                    | "del"
                    | "della"
                    | "di"
                    | "da"
                    | "do"
                    | "dell"
                    | "d"
                    | "dei"
                    | "delle"
                    | "van"
                    | "für"
            );
        (linked || adjectives && !self.vocabulary.capitalises_nouns()).then(|| self.tokens.span(start, at))
    }

    fn is_role_word(&self, at: usize) -> bool {
        let word = self.word(at);
        self.vocabulary.is_role(word)
            || self.vocabulary.is_english()
                && word.len() > 6
                && !self.vocabulary.lists.organisation_nouns.contains(word)
                && ["ologist", "woman", "maker", "keeper", "holder", "player", "winner", "ographer"]
                    .iter()
                    .any(|end| word.ends_with(end))
    }

    /// The span of a role whose noun is at `at`, with the words before it that belong to it.
    fn walk_back(&self, at: usize, from: usize) -> ByteSpan {
        let mut start = at;
        while start > from
            && start + 7 > at
            && matches!(self.gap(start), Gap::Space | Gap::Hyphen)
            && self.belongs(start - 1, start, from)
        {
            start -= 1;
        }
        self.tokens.span(start, at)
    }

    /// True where the word at `at` modifies the role that starts at `start`.
    fn belongs(&self, at: usize, start: usize, from: usize) -> bool {
        let token = self.tokens.list[at];
        let word = self.word(at);
        if self.gap(start) == Gap::Hyphen {
            return true;
        }
        if word == "and" && start == at + 1 && at > from {
            // "Novelist and critic"
            return token.gap == Gap::Space && self.is_role_word(at - 1);
        }
        if token.possessive || self.vocabulary.says(word) {
            return false;
        }
        match token.shape {
            Shape::Lower if !self.vocabulary.is_english() => {
                !self.vocabulary.is_function(word) && self.vocabulary.lists.roles.contains(word)
            }
            Shape::Lower => {
                if MODIFIERS.contains(&word) {
                    return true;
                }
                let verb = (word.ends_with("ed")
                    && !matches!(
                        word,
                        "retired"
                            | "disgraced"
                            | "convicted"
                            | "renowned"
                            | "celebrated"
                            | "self-described"
                            | "appointed"
                            | "united"
                            | "elected"
                            | "jailed"
                            | "exiled"
                            | "accused"
                    ))
                    || is_verb(word)
                    || word.ends_with("ly");
                let infinitive = at > from && token.gap == Gap::Space && is_auxiliary(self.word(at - 1));
                !self.vocabulary.is_function(word) && !verb && !infinitive
            }
            Shape::Capital | Shape::Caps => {
                let opens = at == from || !matches!(token.gap, Gap::Space | Gap::Hyphen);
                self.vocabulary.is_english()
                    && !(opens
                        && token.shape != Shape::Caps
                        && self.vocabulary.is_function(word)
                        && !MODIFIERS.contains(&word))
                    && !is_calendar(word)
            }
            Shape::Number => at > from && self.gap(at) == Gap::Space && self.is_capital(at - 1),
            _ => false,
        }
    }

    /// A title is told together with the house behind the name: "Professor Nadia Ferrante of the University of Trieste".
    fn with_house(&self, title: ByteSpan, name: &Name, next: Option<&Name>) -> ByteSpan {
        match self.house(name, next) {
            Some(house) if self.word(name.last + 1) == "of" => ByteSpan { start: title.start, end: house.end },
            _ => title,
        }
    }

    /// "of the University of Trieste", "at the International Crisis Group", behind a name.
    fn house(&self, name: &Name, next: Option<&Name>) -> Option<ByteSpan> {
        let next = next.filter(|next| next.sentence == name.sentence)?;
        let preposition = name.last + 1;
        let article = usize::from(preposition + 1 < next.first && self.word(preposition + 1) == "the");
        let fits = !self.tokens.list[next.last].possessive
            && matches!(self.word(preposition), "of" | "at" | "with")
            && preposition + 1 + article == next.first
            && next.title.is_none()
            && (preposition..=next.first).all(|at| self.gap(at) == Gap::Space)
            && !self.tokens.list[name.last].possessive;
        let organisation = next.last > next.first || self.word(preposition) == "of";
        (fits && organisation).then(|| self.tokens.span(preposition, next.last))
    }

    /// ", a former mayor of Vasterby," behind a name; an age may stand between.
    fn apposition_after(&self, name: &Name, person: bool) -> Option<ByteSpan> {
        let (_, to) = self.bounds(name);
        let mut start = name.last + 1;
        if self.tokens.list[name.last].possessive
            || start >= to
            || !matches!(self.gap(start), Gap::Comma | Gap::Dash | Gap::Open)
        {
            return None;
        }
        if self.tokens.list[start].shape == Shape::Number && self.tokens.list[start].span.len() <= 3 {
            start += 1;
            if start >= to || !matches!(self.gap(start), Gap::Comma | Gap::Close | Gap::Dash) {
                return None;
            }
        }
        let end = self.phrase_end(start, to);
        let closed = end == to
            || matches!(self.gap(end), Gap::Comma | Gap::Close | Gap::Dash | Gap::Colon | Gap::Point)
            || self.vocabulary.says(self.word(end))
            || ENDS.contains(&self.word(end))
            || self.word(end) == "and";
        if !closed || end == start || end - start > ROLE_WORDS_MAX || !self.tells_role(start, end, person) {
            return None;
        }
        Some(self.tokens.span(start, end - 1))
    }

    /// One past the last token of the phrase that starts at `start`.
    fn phrase_end(&self, start: usize, to: usize) -> usize {
        let mut end = start + 1;
        while end < to
            && end <= start + ROLE_WORDS_MAX
            && matches!(self.gap(end), Gap::Space | Gap::Hyphen | Gap::Slash | Gap::Other)
            && !ENDS.contains(&self.word(end))
        {
            if self.vocabulary.says(self.word(end)) && end > start + 1
                || matches!(self.word(end), "is" | "was" | "has" | "had" | "will" | "were" | "are" | "have")
            {
                break;
            }
            end += 1;
        }
        end
    }

    /// True where the phrase tells what someone, or with `person` false what an organisation, is.
    fn tells_role(&self, start: usize, end: usize, person: bool) -> bool {
        let first = self.word(start);
        let determined = DETERMINERS.contains(&first);
        let starts_role = self.is_head(start, person);
        if !determined
            && !starts_role
            && (self.vocabulary.is_function(first) && !MODIFIERS.contains(&first)
                || self.vocabulary.says(first)
                || is_verb(first)
                || first.ends_with("ing")
                || first.ends_with("ed"))
        {
            return false;
        }
        let body = start + usize::from(determined);
        let mut head = None;
        for at in body..end.min(body + 8) {
            let word = self.word(at);
            if at > body && is_link(word) {
                break;
            }
            if self.is_head(at, person) {
                head = Some(at);
            }
        }
        match head {
            // "President Xi" in a list of people is not what the one before is.
            Some(at) => {
                at + 1 >= end
                    || !self.is_capital(at + 1)
                    || self.gap(at + 1) != Gap::Space
                    || self.is_head(at + 1, person)
            }
            None => {
                person
                    && self.vocabulary.is_english()
                    && matches!(first, "a" | "an")
                    && end > body
                    && self.is_lower(body)
                    && !self.tells_role(start, end, false)
                    && !(body..end.min(body + 3)).any(|at| self.tells_no_person(at))
            }
        }
    }

    /// True for times, happenings and kinds of places: "a day later", "a town in the north".
    fn tells_no_person(&self, at: usize) -> bool {
        let word = self.word(at);
        NOT_ROLES.contains(&word)
            || self.vocabulary.lists.place_nouns.contains(word)
            || self.vocabulary.is_thing_head(word)
    }

    fn is_head(&self, at: usize, person: bool) -> bool {
        let word = self.word(at);
        if person {
            self.is_role_word(at)
        } else {
            self.is_lower(at) && self.vocabulary.lists.organisation_nouns.contains(word)
        }
    }

    /// "The director of the Steppe Policy Centre, Anton Belik, said": the phrase before a name and its comma.
    fn apposition_before(&self, name: &Name) -> Option<ByteSpan> {
        let (from, to) = self.bounds(name);
        if name.first == from || self.gap(name.first) != Gap::Comma {
            return None;
        }
        let after = name.last + 1;
        let closed =
            after >= to || matches!(self.gap(after), Gap::Comma | Gap::Point) || self.vocabulary.says(self.word(after));
        let mut start = name.first - 1;
        while start > from
            && name.first - start <= ROLE_WORDS_MAX
            && matches!(self.gap(start), Gap::Space | Gap::Hyphen)
            && !self.tokens.list[start - 1].possessive
            && !self.vocabulary.says(self.word(start - 1))
            && !matches!(self.word(start - 1), "by" | "that" | "and" | "to" | "with" | "as" | "between")
            && !(DETERMINERS.contains(&self.word(start)) && self.is_role_ahead(start + 1, name.first))
        {
            start -= 1;
        }
        let determined =
            DETERMINERS.contains(&self.word(start)) || start > from && self.tokens.list[start - 1].possessive;
        let body = start + usize::from(DETERMINERS.contains(&self.word(start)));
        let role =
            closed && determined && body < name.first && self.is_role_ahead(body, name.first) && name.last > name.first;
        role.then(|| self.tokens.span(body, name.first - 1))
    }

    /// True where a role's noun comes before any link in the tokens from `start` to `end`.
    fn is_role_ahead(&self, start: usize, end: usize) -> bool {
        (start..end)
            .take_while(|&at| at == start || !is_link(self.word(at)))
            .any(|at| self.is_role_word(at) && !self.vocabulary.is_plural_role(self.word(at)))
    }

    /// "who chairs the budget committee", without "who".
    fn clause(&self, name: &Name) -> Option<ByteSpan> {
        let (_, to) = self.bounds(name);
        let who = name.last + 1;
        if who + 2 >= to
            || !matches!(self.gap(who), Gap::Comma | Gap::Space)
            || !OFFICE_VERBS.contains(&self.word(who + 1))
        {
            return None;
        }
        if !matches!(self.word(who), "who" | "qui" | "que" | "che" | "die" | "der" | "som") {
            return None;
        }
        let end = self.phrase_end(who + 1, to);
        (end > who + 2 && end - who <= ROLE_WORDS_MAX).then(|| self.tokens.span(who + 1, end - 1))
    }
}

fn is_calendar(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.len() > 5 && word.ends_with("day") || MONTHS.contains(&word)
}

/// Words that make a verb of the next one.
fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "to" | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "should"
            | "must"
            | "not"
            | "cannot"
            | "did"
            | "does"
            | "do"
    )
}

/// Words behind which a role names its field or its house.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "at"
            | "in"
            | "for"
            | "from"
            | "with"
            | "to"
            | "on"
            | "by"
            | "and"
            | "de"
            | "du"
            | "des"
            | "del"
            | "di"
            | "da"
            | "do"
            | "van"
            | "von"
            | "der"
            | "della"
            | "dei"
            | "delle"
            | "dell"
            | "dos"
            | "das"
            | "los"
            | "las"
    )
}

/// Verbs that stand right before a role and are no part of it.
fn is_verb(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "appears",
        "seems",
        "remains",
        "shows",
        "plays",
        "beats",
        "faces",
        "joins",
        "names",
        "urges",
        "wins",
        "gets",
        "gives",
        "loves",
        "likes",
        "features",
        "stars",
        "became",
        "including",
        "like",
        "among",
        "featuring",
        "starring",
        "beat",
        "became",
        "become",
        "made",
        "make",
        "makes",
        "met",
        "meet",
        "meets",
        "saw",
        "see",
        "sees",
        "called",
        "calls",
        "call",
        "hired",
        "sacked",
        "replaced",
        "quoted",
        "urging",
        "thanked",
        "praised",
        "sued",
        "told",
        "quoting",
        "citing",
        "cites",
        "read",
        "gave",
        "took",
        "take",
        "takes",
        "left",
        "leave",
        "leaves",
        "meeting",
        "put",
        "puts",
        "sent",
        "found",
        "shot",
        "killed",
        "married",
        "arrested",
        "including",
        "led",
        "won",
        "lost",
        "held",
        "brought",
        "taught",
        "paid",
        "spoke",
        "let",
        "saying",
        "naming",
        "hit",
        "knew",
        "know",
        "knows",
        "want",
        "wants",
        "says",
    ];
    VERBS.contains(&word)
}
