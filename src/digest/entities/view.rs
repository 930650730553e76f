//! View: one sentence's tokens as names are read in them.
//!
//! Answers questions about single tokens; knows nothing of runs, titles or kinds.

use super::token::{Gap, Shape, Tokens};
use super::vocabulary::{Vocabulary, ends_in};
use crate::lexicon::listed;

/// A sentence of a text, by the places of its tokens.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
    pub sentence: usize,
    pub from: usize,
    pub to: usize,
}

/// Points of the compass; part of a name before its other words: "North Carolina".
const DIRECTIONS: &str =
    "north south east west northern southern eastern western northeast northwest southeast southwest";

/// How verbs, and people of a team, end before the name of a body in quotation marks.
const BEFORE_BODIES: &str = "ли ла ло ил ал ел ит ет ют ят ать ить исты чики";

impl View<'_> {
    #[inline(never)]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }
    #[inline(never)]
    pub fn shape(&self, at: usize) -> Shape {
        self.tokens.list[at].shape
    }
    #[inline(never)]
    pub fn gap(&self, at: usize) -> Gap {
        self.tokens.list[at].gap
    }
    #[inline(never)]
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Shape::Capital | Shape::Caps)
    }
    #[inline(never)]
    pub fn opens(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Start | Gap::Quote | Gap::Colon | Gap::Open | Gap::Dash | Gap::Other)
    }

    /// True where a quotation mark closes right behind a token.
    pub fn closes_quote(&self, at: usize) -> bool {
        self.tokens.body[self.tokens.list[at].span.end as usize..].starts_with(['»', '”', '“', '"'])
    }

    /// True for a name alone in quotation marks, as Cyrillic writes bodies and works: "«Зенит»".
    pub fn is_quoted(&self, first: usize, last: usize) -> bool {
        self.vocabulary.is_cyrillic() && self.gap(first) == Gap::Quote && self.closes_quote(last)
    }

    /// True where what is quoted from `first` is a body: behind a noun for one, or in Cyrillic behind no noun at all.
    pub fn quotes_body(&self, first: usize) -> bool {
        if first == self.from {
            return self.vocabulary.is_cyrillic();
        }
        let word = self.word(first - 1);
        let led = self.vocabulary.is_organisation_noun(word) || self.vocabulary.is_organisation_head(word);
        let free = self.vocabulary.is_function(word) || self.vocabulary.is_role(word) || ends_in(BEFORE_BODIES, word);
        led || self.vocabulary.is_place_head(word)
            || self.vocabulary.is_cyrillic() && free && !listed("и або", word) && !self.vocabulary.is_work(word)
    }

    /// True for a name whose acronym follows in brackets.
    pub fn is_abbreviated(&self, first: usize, last: usize) -> bool {
        let next = last + 1;
        next < self.to
            && self.gap(next) == Gap::Open
            && self.shape(next) == Shape::Caps
            && self.tokens.closes_bracket(next)
            && self.word(next).chars().next() == self.word(first).chars().next()
    }

    pub fn is_nameable(&self, at: usize) -> bool {
        let word = self.word(at);
        // "Luigi D'Amelio"
        let elided = word == "d" && self.tokens.body[self.tokens.list[at].span.end as usize..].starts_with(['\'', '’']);
        let initial = elided
            || (self.shape(at) == Shape::Initial || word == "st") && at + 1 < self.to && self.gap(at + 1) == Gap::Point;
        if initial || !self.vocabulary.is_not_name(word) {
            return true;
        }
        if self.shape(at) == Shape::Caps && at > self.from && listed("ii iii iv vi vii viii ix", word) {
            return true;
        }
        let joined = |at: usize| at < self.to && self.gap(at) == Gap::Space && self.is_capital(at);
        let titled = at + 1 < self.to && self.gap(at + 1) == Gap::Point && self.is_capital(at + 1);
        if self.vocabulary.is_honorific(word) && (joined(at + 1) || titled) {
            return true;
        }
        if self.vocabulary.is_role(word) && joined(at + 1) && !self.vocabulary.is_role(self.word(at + 1)) {
            return true;
        }
        // "Oscar Pistorius"
        if self.vocabulary.is_given_name(word) && joined(at + 1) && !self.vocabulary.is_common(self.word(at + 1)) {
            return true;
        }
        if listed("may april june august green labour christian", word) && !self.opens(at) && at > self.from {
            let before = self.word(at - 1);
            if self.gap(at) == Gap::Space && self.is_capital(at - 1) && self.vocabulary.is_given_name(before) {
                return true;
            }
        }
        if listed(DIRECTIONS, word) {
            let behind = at > self.from
                && self.gap(at) == Gap::Space
                && self.is_capital(at - 1)
                && self.vocabulary.is_place(self.word(at - 1));
            return behind || joined(at + 1) && !self.vocabulary.is_demonym(self.word(at + 1));
        }
        let head = |at: usize| {
            self.vocabulary.is_organisation_head(self.word(at)) || self.vocabulary.is_place_head(self.word(at))
        };
        // "the Australian Greens"
        let closes =
            at > self.from && joined(at) && self.is_capital(at - 1) && self.vocabulary.is_organisation_head(word);
        closes || (at + 1..at + 4).take_while(|&next| joined(next)).any(head)
    }
}
