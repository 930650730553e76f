//! View: one sentence's tokens as names are read in them.
//!
//! Answers questions about single tokens; knows nothing of runs, titles or kinds.

use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
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
