//! Appositions and clauses: the phrase beside a name that tells what it is.
//!
//! "Alma Reyes, director of the Harbour Trust,", "The director of the Harbour Trust, Alma Reyes,", "Alma Reyes, who leads the trust".

use super::name::Name;
use super::role::FIELDS;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
use crate::lexicon::listed;
use crate::span::ByteSpan;

/// Reads phrases beside names.
#[derive(Clone, Copy)]
pub(super) struct Appositions<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
}

/// A role longer than this many words tells a story.
const ROLE_WORDS_MAX: usize = 16;

/// Verbs of clauses that tell an office.
const OFFICE_VERBS: &str = "heads leads chairs runs directs represents coaches manages oversees owns edits founded headed led chaired \
    ran commands commanded leitet führt dirige preside presiede encabeza lidera guida leidt";

/// Words that part a role from what goes on.
const ENDS: &str = "who which that whose where when whom while but because after before as";

/// Words before a role in an apposition.
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "its", "his", "her", "their", "our", "one", "another", "un", "une", "le", "la", "el", "il", "lo",
    "l", "o", "uno", "una", "son", "sa", "su", "suo", "sua", "seu", "zijn", "haar", "sein", "seine", "ihr", "ihre",
    "ein", "eine", "der", "die", "dem", "den", "een", "de", "um", "uma", "en", "ett", "pelo", "pela", "do", "da",
    "del", "al", "dal", "dalla", "della", "du", "au",
];

/// Function words that may be part of a role all the same.
pub(super) const MODIFIERS: &str = "former premier première primer primera primeiro primeira ancien ancienne antiguo ex late first \
            second third then second early recently formerly over under past next no own same";

impl Appositions<'_> {
    pub fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    pub fn gap(&self, at: usize) -> Gap {
        self.tokens.list[at].gap
    }

    pub fn is_lower(&self, at: usize) -> bool {
        self.tokens.list[at].shape == Shape::Lower
    }

    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps)
    }

    pub fn bounds(&self, name: &Name) -> (usize, usize) {
        self.tokens.sentences[name.sentence]
    }

    pub fn is_role_word(&self, at: usize) -> bool {
        let word = self.word(at);
        self.vocabulary.is_role(word)
            || self.vocabulary.is_english()
                && word.len() > 6
                && !self.vocabulary.is_organisation_noun(word)
                && ["ologist", "woman", "maker", "keeper", "holder", "player", "winner", "ographer"]
                    .iter()
                    .any(|end| word.ends_with(end))
    }

    pub fn apposition_after(&self, name: &Name, person: bool) -> Option<ByteSpan> {
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
            // "58 ans,"
            if start + 1 < to
                && self.is_lower(start)
                && self.gap(start) == Gap::Space
                && self.gap(start + 1) == Gap::Comma
            {
                start += 1;
            }
            if start >= to || !matches!(self.gap(start), Gap::Comma | Gap::Close | Gap::Dash) {
                return None;
            }
        }
        let end = self.phrase_end(start, to);
        let closed = end == to
            || matches!(self.gap(end), Gap::Comma | Gap::Close | Gap::Dash | Gap::Colon | Gap::Point)
            || self.vocabulary.says(self.word(end))
            || listed(ENDS, self.word(end))
            || self.word(end) == "and";
        if !closed || end == start || end - start > ROLE_WORDS_MAX || !self.tells_role(start, end, person) {
            return None;
        }
        // "a empresa vende" goes on telling of something named before.
        let resumes = !person && listed("a o la le el il l lo der die das de het", self.word(start));
        if resumes && !self.vocabulary.is_english() {
            return None;
        }
        Some(self.tokens.span(start, self.before_age(start, end) - 1))
    }

    /// The end of a role without the age that other languages join to it: "médio | de 19 anos".
    fn before_age(&self, start: usize, end: usize) -> usize {
        let age = (start + 2..end)
            .find(|&at| self.tokens.list[at].shape == Shape::Number && listed("de di d von van av", self.word(at - 1)));
        age.filter(|_| !self.vocabulary.is_english()).map_or(end, |at| at - 1)
    }

    fn phrase_end(&self, start: usize, to: usize) -> usize {
        let mut end = start + 1;
        while end < to
            && end <= start + ROLE_WORDS_MAX
            && matches!(self.gap(end), Gap::Space | Gap::Hyphen | Gap::Slash | Gap::Other)
            && !listed(ENDS, self.word(end))
        {
            if self.vocabulary.says(self.word(end)) && end > start + 1
                || listed("is was has had will were are have", self.word(end))
            {
                break;
            }
            end += 1;
        }
        end
    }

    fn tells_role(&self, start: usize, end: usize, person: bool) -> bool {
        let first = self.word(start);
        let determined = DETERMINERS.contains(&first);
        let starts_role = self.is_head(start, person);
        if !determined
            && !starts_role
            && (self.vocabulary.is_function(first) && !listed(MODIFIERS, first)
                || self.vocabulary.says(first)
                || self.vocabulary.lists.other_verbs.contains(first)
                || first.ends_with("ing") && !listed(FIELDS, first)
                || first.ends_with("ed"))
        {
            return false;
        }
        let body = start + usize::from(determined);
        // "In Talas, crowds seized the office" tells nothing of Talas.
        if !person && !determined {
            return false;
        }
        let mut head = None;
        for at in body..end.min(body + 8) {
            let word = self.word(at);
            if at > body && is_link(word) {
                break;
            }
            if self.is_head(at, person) {
                head = Some(at).filter(|_| !self.modifies(at, end));
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
                    && listed("a an", first)
                    && end > body
                    && self.is_lower(body)
                    && !self.tells_role(start, end, false)
                    && !(body..end.min(body + 3)).any(|at| self.tells_no_person(at))
            }
        }
    }

    /// True for a role that only describes the noun behind it: "the last rebel stronghold".
    fn modifies(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        next < end
            && self.vocabulary.is_english()
            && self.gap(next) == Gap::Space
            && self.is_lower(next)
            && !is_link(self.word(next))
            && !self.vocabulary.is_function(self.word(next))
            && !["ed", "ing", "ly"].iter().any(|ending| self.word(next).ends_with(ending))
            && !listed("elect designate emeritus general responsible", self.word(next))
    }

    fn tells_no_person(&self, at: usize) -> bool {
        let word = self.word(at);
        self.vocabulary.lists.not_roles.contains(word)
            || self.vocabulary.lists.place_nouns.contains(word)
            || self.vocabulary.is_thing_head(word)
    }

    fn is_head(&self, at: usize, person: bool) -> bool {
        let word = self.word(at);
        if person { self.is_role_word(at) } else { self.is_lower(at) && self.vocabulary.is_organisation_noun(word) }
    }

    pub fn apposition_before(&self, name: &Name) -> Option<ByteSpan> {
        let (from, to) = self.bounds(name);
        // "the agency's director, Dr Amina Diallo"
        let first = name.title.map_or(name.first, |(first, _)| first);
        if first == from || self.gap(first) != Gap::Comma {
            return None;
        }
        let after = name.last + 1;
        let closed =
            after >= to || matches!(self.gap(after), Gap::Comma | Gap::Point) || self.vocabulary.says(self.word(after));
        let mut start = first - 1;
        while start > from
            && first - start <= ROLE_WORDS_MAX
            && matches!(self.gap(start), Gap::Space | Gap::Hyphen)
            && !self.tokens.list[start - 1].possessive
            && !self.vocabulary.says(self.word(start - 1))
            && !listed("by that and to with as between", self.word(start - 1))
            && !(DETERMINERS.contains(&self.word(start)) && self.is_role_ahead(start + 1, first))
        {
            start -= 1;
        }
        let determined =
            DETERMINERS.contains(&self.word(start)) || start > from && self.tokens.list[start - 1].possessive;
        let body = start + usize::from(DETERMINERS.contains(&self.word(start)));
        let owned = start > from && self.tokens.list[start - 1].possessive;
        let whole = name.last > first || owned || listed("his her", self.word(start));
        let role = closed && determined && body < first && self.is_role_ahead(body, first) && whole;
        role.then(|| self.tokens.span(body, first - 1))
    }

    fn is_role_ahead(&self, start: usize, end: usize) -> bool {
        (start..end)
            .take_while(|&at| at == start || !is_link(self.word(at)))
            .any(|at| self.is_role_word(at) && !self.vocabulary.is_plural_role(self.word(at)))
    }

    pub fn clause(&self, name: &Name) -> Option<ByteSpan> {
        let (_, to) = self.bounds(name);
        let who = name.last + 1;
        if who + 2 >= to
            || !matches!(self.gap(who), Gap::Comma | Gap::Space)
            || !listed(OFFICE_VERBS, self.word(who + 1))
        {
            return None;
        }
        if !listed("who qui que che die der som", self.word(who)) {
            return None;
        }
        let end = self.phrase_end(who + 1, to);
        (end > who + 2 && end - who <= ROLE_WORDS_MAX).then(|| self.tokens.span(who + 1, end - 1))
    }
}

/// Words behind which a role names its field or its house.
pub(super) fn is_link(word: &str) -> bool {
    listed(
        "of at in for from with to on by and de du des del di da do van von der della dei delle dell dos das chez bei bij presso \
        los las",
        word,
    )
}
