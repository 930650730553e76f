//! Scan: the tokens of one paragraph and the questions every reader asks of them.

use super::lexis::{Lexis, Roles, push_lower};
use super::token::{Form, Kind, Token, is_cjk, tokens};
use crate::lexicon::listed;
use crate::span::ByteSpan;

/// One paragraph, read into tokens.
pub(super) struct Scan<'t> {
    /// The whole body.
    pub body: &'t str,
    /// The paragraph's tokens.
    pub tokens: Vec<Token>,
    /// The language's words.
    pub lexis: Lexis,
    /// The publication date as days since 1970-01-01.
    pub published: Option<i64>,
}

/// Tokens that one phrase may take behind its first.
const PHRASE_TOKENS_MAX: usize = 8;

impl<'t> Scan<'t> {
    /// The scan of `paragraph`.
    pub fn new(body: &'t str, paragraph: ByteSpan, lexis: Lexis, published: Option<i64>) -> Self {
        let tokens = tokens(body, paragraph.start as usize, paragraph.end as usize, &lexis);
        Self { body, tokens, lexis, published }
    }

    /// The token at `at`; places before the first, made by wrapping, have none.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// Its kind.
    #[inline(never)]
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// What is written there; empty past the end.
    #[inline(never)]
    pub fn written(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |token| &self.body[token.start as usize..token.end as usize])
    }

    /// The roles of the word there.
    #[inline(never)]
    pub fn roles(&self, at: usize) -> Roles {
        self.get(at).map_or(Roles::default(), |token| token.roles)
    }

    /// What stands behind `sign` in the word's roles.
    #[inline(never)]
    pub fn has(&self, at: usize, sign: char) -> Option<&'static str> {
        self.roles(at).get(sign)
    }

    /// True where the token stands right behind the one before it.
    #[inline(never)]
    pub fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.spaced)
    }

    /// True where the token is a mark, one of `marks`.
    #[inline(never)]
    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Mark && marks.contains(token.first))
    }

    /// True where the token is a word in lower case, or of a script without cases, that isn't a function word.
    #[inline(never)]
    pub fn has_content(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Word && !token.capital && token.roles.get('q').is_none())
    }

    /// True where the token is an English plural, or a word that can be a noun in the other languages.
    #[inline(never)]
    pub fn is_plural(&self, at: usize) -> bool {
        if self.lexis.language.code() == "de" {
            return self.get(at).is_some_and(|token| token.kind == Kind::Word && token.capital && token.spaced);
        }
        if !self.has_content(at) {
            return false;
        }
        let word = self.written(at);
        !self.lexis.is_english()
            || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            || listed("people men women children police staff troops cattle fish sheep aircraft", word)
    }

    /// The plain whole number of at most `digits` digits at `at`.
    #[inline(never)]
    pub fn small(&self, at: usize, digits: u8) -> Option<i64> {
        let token = self.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Plain)?;
        if token.digits > digits { None } else { token.value.as_whole() }
    }

    /// The number of two digits at `at`.
    pub fn two_digits(&self, at: usize) -> Option<i64> {
        self.small(at, 2).filter(|_| self.tokens[at].digits == 2)
    }

    /// The token at `at`, or the one behind it where that is a hyphen between two words: "square-foot".
    #[inline(never)]
    pub fn untied(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, "-‑") && self.glued(at) && self.glued(at + 1))
    }

    /// True where a noun phrase in the plural follows within three words: "high-risk accounts".
    #[inline(never)]
    pub fn plural_follows(&self, at: usize) -> bool {
        for place in at..at + 4 {
            if self.is_plural(place) {
                return true;
            }
            if !self.has_content(place) && !self.is_mark(place, "-") {
                return false;
            }
        }
        false
    }

    /// The span of the tokens `from..to`.
    pub fn span(&self, from: usize, to: usize) -> ByteSpan {
        ByteSpan { start: self.tokens[from].start, end: self.tokens[to - 1].end }
    }

    /// The roles of the longest phrase at `at` that has a role of one of `signs`, and the token behind it.
    #[inline(never)]
    pub fn phrase(&self, at: usize, signs: &str) -> Option<(Roles, usize)> {
        let first = self.get(at)?;
        let alone = first.roles.has_any(signs).then_some((first.roles, at + 1));
        if !first.leads {
            return alone;
        }
        let cjk = is_cjk(first.first);
        let mut words = String::with_capacity(40);
        push_lower(&mut words, self.written(at));
        let mut ends = [0; PHRASE_TOKENS_MAX];
        let mut count = 0;
        while let Some(next) =
            self.get(at + 1 + count).filter(|_| count < PHRASE_TOKENS_MAX && self.joins(at + 1 + count, cjk))
        {
            push_lower(&mut words, &self.body[self.tokens[at + count].end as usize..next.end as usize]);
            ends[count] = words.len();
            count += 1;
        }
        for last in (0..count).rev() {
            let phrase = &words[..ends[last]];
            let mut roles = self.lexis.roles(phrase);
            // "25-basis-point"
            if !roles.has_any(signs) && phrase.contains('-') {
                roles = self.lexis.roles(&phrase.replace('-', " "));
            }
            if roles.has_any(signs) {
                return Some((roles, at + last + 2));
            }
        }
        alone
    }

    fn joins(&self, at: usize, cjk: bool) -> bool {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Word => !cjk || (is_cjk(token.first) && !token.spaced),
            Kind::Mark => !token.spaced && matches!(token.first, '.' | '\'' | '’' | '-' | '/'),
            _ => false,
        }
    }

    /// True where the mark at `at` ends a sentence: what follows opens with a capital, or nothing follows.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.get(at + 1).is_none_or(|next| next.spaced && (next.capital || next.kind == Kind::Mark))
    }

    /// True where the token opens a sentence.
    #[inline(never)]
    pub fn opens_sentence(&self, at: usize) -> bool {
        at == 0
            || self.is_mark(at - 1, ".!?:\"“”„«»‘—–;(")
            || (self.is_mark(at - 1, "'’") && self.tokens[at - 1].spaced)
    }

    /// True where "pounds" at `at` are a weight: a word of weighing near them, or a hyphen before them.
    pub fn tells_weight(&self, at: usize) -> bool {
        if self.is_mark(at.wrapping_sub(1), "-") || self.written(at).starts_with("lb") {
            return true;
        }
        // "20 pounds of apples", "lost 33 pounds"
        let unscaled = self.kind(at.wrapping_sub(1)) == Some(Kind::Number);
        let body = unscaled && self.precedes(at - 1, 2, "lost lose loses losing shed gained gain gaining");
        if body || unscaled && self.written(at + 1) == "of" {
            return true;
        }
        let near = at.saturating_sub(8)..(at + 4).min(self.tokens.len());
        near.into_iter().any(|place| {
            listed("weigh weighs weighed weighing weight heavy heavier lighter ounces pounder", self.written(place))
        })
    }

    /// True where a word of `words` stands within `reach` tokens before `at`.
    #[inline(never)]
    pub fn precedes(&self, at: usize, reach: usize, words: &str) -> bool {
        (at.saturating_sub(reach)..at).any(|place| listed(words, self.written(place)))
    }
}
