//! Roles: what the text says that someone is, in its own words.
//!
//! Tokens and a name in, spans out: before the name ("foreign ministry spokesman"), in an apposition on either side
//! ("…, director of the Steppe Policy Centre,"), in a clause ("who chairs the committee") or behind a preposition ("of Yale University").

use super::apposition::{Appositions, MODIFIERS, is_link};
use super::name::Name;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
use crate::lexicon::listed;
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
    pub beside: Appositions<'a>,
}

/// Words in -ing before a role that are no verbs.
pub(super) const FIELDS: &str = "acting managing founding leading sitting reigning defending visiting commanding serving incoming outgoing \
    marketing training operating banking nursing engineering housing building mining boxing racing wrestling teaching \
    manufacturing broadcasting shipping trading consulting swimming cycling rowing skating running acting casting editing writing \
    publishing advertising accounting learning planning farming fishing gaming clothing wedding king viking caretaking presiding";

/// Titles of many that one person's office stands out from.
const RANKS: &str =
    "Councillor Professor Judge Senator Doctor Reverend Representative Congressman Congresswoman Co-author";

impl Roles<'_> {
    pub fn of_person(&self, name: &Name, next: Option<&Name>) -> Option<Role> {
        if name.title.is_none() && name.first == name.last && self.vocabulary.is_place(self.beside.word(name.first)) {
            return None;
        }
        // "déléguée CGT"
        if name.first == name.last && self.tokens.list[name.first].shape == Shape::Caps {
            return None;
        }
        let said = |span| Role { span, strength: Strength::Said };
        let before = self.before(name);
        let after = || self.beside.apposition_after(name, true);
        if let Some(before) = before {
            // A rank says less than the office behind the name: "Councillor Idris Vaughan, chair of the board".
            let office = listed(RANKS, before.of(self.tokens.body)).then(after).flatten();
            return Some(said(office.unwrap_or_else(|| self.with_house(before, name, next))));
        }
        if let Some(span) = after().or_else(|| self.beside.apposition_before(name)) {
            return Some(said(span));
        }
        self.beside.clause(name).map(|span| Role { span, strength: Strength::Clause }).or_else(|| {
            let span = self.house(name, next)?;
            let home = next.is_some_and(|next| self.vocabulary.is_place(&self.tokens.key(next.first, next.last)));
            (name.last > name.first && !home).then_some(Role { span, strength: Strength::Preposition })
        })
    }

    pub fn of_organisation(&self, name: &Name) -> Option<Role> {
        let (from, _) = self.beside.bounds(name);
        let noun = self.vocabulary.is_english()
            && name.first > from
            && self.beside.gap(name.first) == Gap::Space
            && (self.beside.is_lower(name.first - 1) || name.first - 1 == from)
            && self.vocabulary.is_organisation_noun(self.beside.word(name.first - 1));
        let span =
            if noun { Some(self.walk_back(name.first - 1, from)) } else { self.beside.apposition_after(name, false) };
        span.map(|span| Role { span, strength: Strength::Said })
    }

    fn before(&self, name: &Name) -> Option<ByteSpan> {
        let (from, _) = self.beside.bounds(name);
        let mut first = name.first;
        if let Some((start, end)) = name.title {
            let mut end = end;
            while end > start && self.vocabulary.is_honorific(self.beside.word(end)) {
                end -= 1;
            }
            if !self.vocabulary.is_honorific(self.beside.word(end)) {
                let span = self.walk_back(start, from);
                return Some(ByteSpan { start: span.start, end: self.tokens.list[end].span.end });
            }
            first = start;
        }
        let behind_quote = self.vocabulary.is_cyrillic() && self.beside.gap(first) == Gap::Close;
        if first == from
            || !behind_quote && self.beside.gap(first) != Gap::Space
            || self.tokens.list[first - 1].possessive
        {
            return None;
        }
        let at = first - 1;
        if self.beside.is_lower(at) && self.beside.is_role_word(at) {
            // "will coach Italy", "to judge Ruiz"
            let hosts = self.beside.word(at) == "host" && name.first == name.last;
            if hosts || at > from && self.beside.gap(at) == Gap::Space && is_auxiliary(self.beside.word(at - 1)) {
                return None;
            }
            return Some(self.walk_back(at, from));
        }
        if self.vocabulary.is_english() {
            return None;
        }
        if self.vocabulary.is_cyrillic() {
            self.role_with_genitives(at, from)
        } else {
            self.role_further_back(at, from)
        }
    }

    /// A role with what it is of, which languages with cases put between it and the name without a preposition:
    /// "губернатор Приозёрской области | Михаил", "аналитик банка «Форвард» | Тимур".
    fn role_with_genitives(&self, at: usize, from: usize) -> Option<ByteSpan> {
        /// Words between the role and the name.
        const WORDS_MAX: usize = 7;
        for back in (from.max(at.saturating_sub(WORDS_MAX))..=at).rev() {
            let word = self.beside.word(back);
            if self.beside.is_role_word(back) && !self.vocabulary.is_given_name(word) {
                let role = self.walk_back(back, from);
                return Some(ByteSpan {
                    start: role.start,
                    end: self.tokens.list[at].span.end + self.closing_mark(at),
                });
            }
            let joined = matches!(self.beside.gap(back), Gap::Space | Gap::Hyphen | Gap::Quote);
            if !joined || self.vocabulary.is_function(word) || self.vocabulary.says(word) {
                break;
            }
        }
        None
    }

    /// The bytes of a quotation mark that closes right behind a token.
    fn closing_mark(&self, at: usize) -> u32 {
        let rest = &self.tokens.body[self.tokens.list[at].span.end as usize..];
        rest.chars().next().filter(|c| matches!(c, '»' | '”' | '“')).map_or(0, |c| c.len_utf8() as u32)
    }

    fn role_further_back(&self, at: usize, from: usize) -> Option<ByteSpan> {
        let mut start = None;
        for back in (from.max(at.saturating_sub(6))..=at).rev() {
            let word = self.beside.word(back);
            if self.vocabulary.says(word) || self.tokens.list[back].shape == Shape::Number {
                break;
            }
            if self.vocabulary.lists.roles.contains(word) {
                start = Some(back);
                break;
            }
            let linking =
                listed("de du des del della di da do dell d l la van für der delle dei los las dos das", word);
            if self.beside.gap(back) != Gap::Space || self.vocabulary.is_function(word) && !linking {
                break;
            }
        }
        if is_link(self.beside.word(at)) || listed("la l d los las dell für", self.beside.word(at)) {
            return None;
        }
        // An adjective needs no link; a role that a verb follows tells of someone else.
        let start = start?;
        let adjectives = (start + 1..=at).all(|k| self.beside.is_lower(k)) && at <= start + 2;
        let linked =
            start < at && listed("de du des del della di da do dell d dei delle van für", self.beside.word(start + 1));
        (linked || adjectives && !self.vocabulary.capitalises_nouns()).then(|| self.tokens.span(start, at))
    }

    fn walk_back(&self, at: usize, from: usize) -> ByteSpan {
        let mut start = at;
        while start > from
            && start + 7 > at
            && matches!(self.beside.gap(start), Gap::Space | Gap::Hyphen)
            && self.belongs(start - 1, start, from)
        {
            start -= 1;
        }
        self.tokens.span(start, at)
    }

    fn belongs(&self, at: usize, start: usize, from: usize) -> bool {
        let token = self.tokens.list[at];
        let word = self.beside.word(at);
        if self.beside.gap(start) == Gap::Hyphen {
            return true;
        }
        if word == "and" && start == at + 1 && at > from {
            // "Novelist and critic"
            return token.gap == Gap::Space && self.beside.is_role_word(at - 1);
        }
        if token.possessive || self.vocabulary.says(word) {
            return false;
        }
        // "Royal Bank of Canada economist"
        if word == "of" && at > from && self.beside.is_capital(start) {
            return self.beside.is_capital(at - 1) && self.vocabulary.is_organisation_head(self.beside.word(at - 1));
        }
        match token.shape {
            Shape::Lower if !self.vocabulary.is_english() => {
                // "polnischen Ministerpräsidenten"
                let nation = self.vocabulary.capitalises_nouns()
                    && ["sche", "schen", "scher", "malige", "maligen", "maliger"].iter().any(|end| word.ends_with(end));
                nation
                    || self.vocabulary.is_adjective(word) && at + 1 == start
                    || listed(MODIFIERS, word)
                    || !self.vocabulary.is_function(word) && self.vocabulary.lists.roles.contains(word)
            }
            Shape::Lower => {
                if listed(MODIFIERS, word) {
                    return true;
                }
                let verb = (word.ends_with("ed")
                    && !listed(
                        "retired disgraced convicted renowned celebrated self-described appointed united \
                            elected jailed exiled accused",
                        word,
                    ))
                    || self.vocabulary.lists.other_verbs.contains(word)
                    || word.ends_with("ly")
                    || word.ends_with("ing") && start == at + 1 && !listed(FIELDS, word);
                let infinitive = at > from && token.gap == Gap::Space && is_auxiliary(self.beside.word(at - 1));
                !self.vocabulary.is_function(word) && !verb && !infinitive
            }
            // "Главный тренер", "Technisch directeur"
            Shape::Capital if !self.vocabulary.is_english() => {
                at + 1 == start && self.vocabulary.is_demonym(word) || at == from && self.vocabulary.is_adjective(word)
            }
            Shape::Capital | Shape::Caps => {
                let opens = at == from || !matches!(token.gap, Gap::Space | Gap::Hyphen);
                self.vocabulary.is_english()
                    && !(opens
                        && token.shape != Shape::Caps
                        && self.vocabulary.is_function(word)
                        && !listed(MODIFIERS, word))
                    && !is_calendar(word)
            }
            Shape::Number => at > from && self.beside.gap(at) == Gap::Space && self.beside.is_capital(at - 1),
            _ => false,
        }
    }

    fn with_house(&self, title: ByteSpan, name: &Name, next: Option<&Name>) -> ByteSpan {
        match self.house(name, next) {
            Some(house) if self.beside.word(name.last + 1) == "of" => ByteSpan { start: title.start, end: house.end },
            _ => title,
        }
    }

    fn house(&self, name: &Name, next: Option<&Name>) -> Option<ByteSpan> {
        let next = next.filter(|next| next.sentence == name.sentence)?;
        let preposition = name.last + 1;
        let article = usize::from(preposition + 1 < next.first && self.beside.word(preposition + 1) == "the");
        let fits = !self.tokens.list[next.last].possessive
            && listed("of at with", self.beside.word(preposition))
            && preposition + 1 + article == next.first
            && next.title.is_none()
            && (preposition..=next.first).all(|at| self.beside.gap(at) == Gap::Space)
            && !self.tokens.list[name.last].possessive;
        let organisation = next.last > next.first || self.beside.word(preposition) == "of";
        (fits && organisation).then(|| self.tokens.span(preposition, next.last))
    }
}

fn is_calendar(word: &str) -> bool {
    const MONTHS: &str = "january february march april june july august september october november december";
    word.len() > 5 && word.ends_with("day") || listed(MONTHS, word)
}

/// Words that make a verb of the next one.
fn is_auxiliary(word: &str) -> bool {
    listed("to will would can could may might should must not cannot did does do", word)
}
