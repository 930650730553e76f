//! Runs: stretches of capitalised words, with the small words that join them.
//!
//! A sentence in, runs of tokens out. A sentence in Title Case or in capitals gives none: its capitals tell nothing.

use super::token::{Gap, Shape};
use super::view::View;
use crate::lexicon::listed;
use crate::span::ByteSpan;

/// Reads the runs of one sentence.
pub(super) struct Runs<'a> {
    pub view: View<'a>,
}

/// The runs of a sentence, as first and last token, in order.
pub(super) fn find(view: View<'_>) -> Vec<(usize, usize)> {
    let runs = Runs { view };
    let mut found = Vec::new();
    if runs.is_headline() {
        return found;
    }
    let mut at = view.from;
    while at < view.to {
        if !runs.starts(at) {
            at += 1;
            continue;
        }
        let last = runs.end_of_run(at);
        found.push((at, last));
        at = last + 1;
    }
    found
}

/// Small words that part names even where a headline gives them a capital.
const BREAKS: &str = "the i in on at to by with from as is was this that and or but it he she we you they his her its their has \
    have are be if how why what when where after before";

/// Articles of Romance languages, before a name at the start of a sentence.
const ARTICLES: &str = "el la los las le les il lo gli o a os as l un une una uno um uma";

/// A longer run of capitalised words is cut here.
const NAME_WORDS_MAX: usize = 16;

/// How adjectives end that are part of an organisation's name in Romance languages: "européenne", "nationale", "central".
const ADJECTIVE_ENDINGS: &[&str] = &[
    "ale", "ile", "ino", "ina", "al", "ne", "ique", "aise", "ais", "elle", "ea", "eo", "ana", "ano", "ica", "ico",
    "eia", "eu", "ese", "ense", "aire", "ante", "ar", "are", "iva", "ivo", "if", "ive", "aux",
];

/// A body's field has no more words.
const FIELD_WORDS_MAX: usize = 8;

/// The second halves of compounds with a name before the hyphen: "US-led".
const COMPOUNDS: &str = "led based born style like made owned run \
                                                                 wide bound era level area only held free \
                                                                 type ruled ready loyal trade size sized old \
                                                                 year day day war pro in on off to up out";

/// True for an adjective of Romance languages, as far as its ending tells.
pub(super) fn ends_in_adjective(word: &str) -> bool {
    ADJECTIVE_ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

impl Runs<'_> {
    fn is_headline(&self) -> bool {
        let (mut caps, mut common, mut lower, mut words) = (0, 0, 0, 0);
        for at in self.view.from..self.view.to {
            words += 1;
            match self.view.shape(at) {
                Shape::Caps => caps += 1,
                Shape::Lower if self.view.word(at).chars().count() > 3 => lower += 1,
                Shape::Capital if at > self.view.from && self.is_headline_word(self.view.word(at)) => common += 1,
                _ => {}
            }
        }
        caps >= 4 && caps * 2 > words || common >= 2 && lower == 0 && !self.view.vocabulary.capitalises_nouns()
    }

    fn is_headline_word(&self, word: &str) -> bool {
        self.view.vocabulary.is_common(word)
            && !self.view.vocabulary.is_role(word)
            && !self.view.vocabulary.is_given_name(word)
    }

    fn starts(&self, at: usize) -> bool {
        let next = at + 1 < self.view.to;
        match self.view.shape(at) {
            Shape::Capital if listed("the a an", self.view.word(at)) => {
                next && self.view.vocabulary.is_place(&self.view.tokens.key(at, at + 1))
            }
            // "El Banco Central de Chile" opens with its article.
            Shape::Capital
                if self.view.vocabulary.is_romance() && self.view.opens(at) && listed(ARTICLES, self.view.word(at)) =>
            {
                next && (at + 1..self.view.to.min(at + 3))
                    .any(|last| self.view.vocabulary.is_place(&self.view.tokens.key(at, last)))
            }
            Shape::Capital | Shape::Caps => self.view.is_nameable(at),
            Shape::Initial => {
                next && matches!(self.view.gap(at + 1), Gap::Point)
                    && (self.view.is_capital(at + 1) || self.view.shape(at + 1) == Shape::Initial)
            }
            Shape::Lower => {
                listed("al el ar as ash an", self.view.word(at))
                    && next
                    && self.view.gap(at + 1) == Gap::Hyphen
                    && self.view.is_capital(at + 1)
            }
            _ => false,
        }
    }

    fn end_of_run(&self, first: usize) -> usize {
        if let Some(last) = self.quoted(first).or_else(|| self.spelled_out(first)) {
            return last;
        }
        let mut last = first;
        loop {
            let next = last + 1;
            if next >= self.view.to || next - first >= NAME_WORDS_MAX {
                return last;
            }
            if let Some(end) = self.closes(first, last, next) {
                if !self.view.vocabulary.is_romance() {
                    return end;
                }
                last = end;
                continue;
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

    /// The end of a name whose words open with the letters of the acronym in brackets behind it:
    /// "Generalna Dyrekcja Dróg Krajowych i Autostrad (GDDKiA)".
    fn spelled_out(&self, first: usize) -> Option<usize> {
        /// Words of the longest such name.
        const WORDS_MAX: usize = 12;
        let view = self.view;
        let acronym = (first + 2..view.to.min(first + WORDS_MAX)).find(|&at| view.gap(at) == Gap::Open)?;
        let mut letters = view.word(acronym).chars().filter(|c| *c != '.').peekable();
        let is_sign = view.is_capital(acronym) && view.tokens.closes_bracket(acronym);
        let spells = (first..acronym).all(|at| {
            let word = view.word(at);
            let joined = at == first || matches!(view.gap(at), Gap::Space | Gap::Hyphen);
            let spelled = letters.next_if(|&letter| word.starts_with(letter)).is_some();
            joined
                && (spelled || at > first && (view.vocabulary.is_function(word) || view.vocabulary.is_particle(word)))
        });
        (is_sign && spells && letters.next().is_none()).then_some(acronym - 1)
    }

    /// The end of a body's name in quotation marks behind a noun for it: "партия «Новый путь»".
    fn quoted(&self, first: usize) -> Option<usize> {
        /// Words of the longest such name.
        const WORDS_MAX: usize = 5;
        let view = self.view;
        let led = view.gap(first) == Gap::Quote && !view.vocabulary.is_english() && view.quotes_body(first);
        let inside = |&at: &usize| at == first || matches!(view.gap(at), Gap::Space | Gap::Hyphen);
        (first..view.to.min(first + WORDS_MAX)).take_while(inside).find(|&at| view.closes_quote(at)).filter(|_| led)
    }

    /// Where the small words end that belong to a name: its legal form, or what parts a body of Romance languages from others,
    /// "Consiglio comunale", "Agence régionale de santé", "Corte d'appello".
    fn closes(&self, first: usize, last: usize, next: usize) -> Option<usize> {
        let lower =
            |at: usize| at < self.view.to && self.view.gap(at) == Gap::Space && self.view.shape(at) == Shape::Lower;
        if !lower(next) || self.view.tokens.list[last].possessive {
            return None;
        }
        if listed("plc inc ltd gmbh llc", self.view.word(next)) {
            return Some(next);
        }
        if self.view.vocabulary.is_english() {
            return None;
        }
        if !self.view.vocabulary.is_romance() {
            return self.small_head(first, last);
        }
        if first < last || !self.view.vocabulary.is_organisation_head(self.view.word(first)) {
            return None;
        }
        let infinitive = |word: &str| {
            word.len() > 4 && ["ar", "er", "ir", "are", "ere", "ire"].iter().any(|end| word.ends_with(end))
        };
        let noun = |at: usize| {
            lower(at)
                && !self.view.vocabulary.is_function(self.view.word(at))
                && !self.view.vocabulary.says(self.view.word(at))
        };
        let adjective = |at: usize| noun(at) && { ends_in_adjective(self.view.word(at)) };
        let mut end = last;
        while end < first + FIELD_WORDS_MAX {
            let of = "de du des d del dell della di do da à";
            let against = "contre contra contro pour para per sur sobre";
            let link = |at: usize| {
                lower(at) && (listed(of, self.view.word(at)) || end > last && listed(against, self.view.word(at)))
            };
            let article = usize::from(lower(end + 2) && listed("la l las los le les lo il", self.view.word(end + 2)));
            let field = end + 2 + article;
            if adjective(end + 1) {
                end += 1;
            } else if link(end + 1) && noun(field) && !infinitive(self.view.word(field)) {
                end += 2 + article;
            } else {
                break;
            }
        }
        (end > last).then_some(end)
    }

    /// The end of a body or a place whose head is written small behind its name, with the head's field where cases tell it:
    /// "Örebro tingsrätt", "Luleå tekniska universitet", "Томской области", "Якутского университета природных ресурсов".
    fn small_head(&self, first: usize, last: usize) -> Option<usize> {
        let vocabulary = self.view.vocabulary;
        let small =
            |at: usize| at < self.view.to && self.view.gap(at) == Gap::Space && self.view.shape(at) == Shape::Lower;
        let body = |at: usize| vocabulary.is_organisation_head(self.view.word(at));
        let head = |at: usize| body(at) || vocabulary.is_place_head(self.view.word(at));
        let adjective = |at: usize| vocabulary.is_adjective(self.view.word(at));
        let swedish = vocabulary.language.code() == "sv";
        if !swedish && !vocabulary.is_cyrillic()
            || self.view.opens(last) && vocabulary.is_function(self.view.word(last))
        {
            return None;
        }
        let alone = first == last || first + 1 == last && self.view.opens(first);
        let led = alone && body(last) && !swedish;
        let mut end = last;
        if !led && (swedish || adjective(last)) {
            let through = (last + 1..last + 3).take_while(|&at| small(at) && adjective(at) && !head(at)).count();
            let at = last + 1 + through;
            if !small(at) || !head(at) || vocabulary.is_role(self.view.word(at)) {
                return None;
            }
            end = at;
        } else if !led {
            return None;
        }
        if !swedish && body(end) {
            let field = |at: usize| {
                small(at)
                    && vocabulary.is_genitive(self.view.word(at))
                    && !vocabulary.is_function(self.view.word(at))
                    && !vocabulary.says(self.view.word(at))
            };
            end += (end + 1..end + 4).take_while(|&at| field(at)).count();
        }
        (end > last).then_some(end)
    }

    fn goes_on(&self, first: usize, last: usize, next: usize) -> bool {
        let word = self.view.word(next);
        let known =
            |last: usize| last < self.view.to && self.view.vocabulary.is_place(&self.view.tokens.key(first, last));
        match self.view.gap(next) {
            // "Grand Est"
            Gap::Space if !self.view.vocabulary.is_english() && self.view.is_capital(next) && known(next) => true,
            // "im Thüringer Wald | Bäume"
            Gap::Space
                if self.view.vocabulary.capitalises_nouns()
                    && last > first
                    && self.view.vocabulary.is_place_head(self.view.word(last)) =>
            {
                false
            }
            Gap::Space => {
                let capital =
                    self.view.is_capital(next) || self.view.shape(next) == Shape::Initial && self.initial_in_name(next);
                let ampersand = word == "&"
                    && next + 1 < self.view.to
                    && self.view.gap(next + 1) == Gap::Space
                    && self.view.is_capital(next + 1);
                let owned = self.view.tokens.list[last].possessive && !self.owns(first, last, next);
                (capital && self.view.is_nameable(next) || ampersand)
                    && !owned
                    && (!listed(BREAKS, word)
                        || self.view.shape(next) == Shape::Caps && !self.view.vocabulary.is_english())
            }
            Gap::Hyphen => {
                if self.view.is_capital(next) {
                    let (left, right) = (self.view.word(last), self.view.word(next));
                    let apart =
                        |word: &str| self.view.vocabulary.is_place(word) || self.view.vocabulary.is_demonym(word);
                    return !(apart(left) && apart(right)) || known(next) || known(next + 1);
                }
                self.view.shape(next) == Shape::Lower && self.hyphen_part(first, last, next)
            }
            // "Pretoria Magistrates' Court"
            Gap::Other => {
                let between = ByteSpan {
                    start: self.view.tokens.list[last].span.end,
                    end: self.view.tokens.list[next].span.start,
                };
                listed("'  ’ ", between.of(self.view.tokens.body).trim_end())
                    && self.view.word(last).ends_with('s')
                    && self.view.is_capital(next)
                    && self.view.vocabulary.is_organisation_head(word)
            }
            Gap::Point => {
                let short = self.view.shape(last) == Shape::Initial
                    || self.view.vocabulary.is_honorific(self.view.word(last))
                    || self.view.word(last) == "st";
                short && (self.view.is_capital(next) || self.view.shape(next) == Shape::Initial)
            }
            _ => false,
        }
    }

    fn initial_in_name(&self, at: usize) -> bool {
        !listed("a i o e y", self.view.word(at))
            || at + 1 < self.view.to && self.view.gap(at + 1) == Gap::Point && self.view.is_capital(at + 1)
    }

    fn hyphen_part(&self, first: usize, last: usize, next: usize) -> bool {
        let word = self.view.word(next);
        let bridges =
            next + 1 < self.view.to && self.view.gap(next + 1) == Gap::Hyphen && self.view.is_capital(next + 1);
        bridges
            || self.view.vocabulary.is_cyrillic() && self.view.vocabulary.is_adjective(word)
            || listed("general elect designate", word)
            || last > first
                && word.chars().count() <= 5
                && !listed(COMPOUNDS, word)
                && !self.view.vocabulary.is_role(self.view.word(last))
                && !self.view.vocabulary.is_place(self.view.word(last))
    }

    fn owns(&self, first: usize, last: usize, next: usize) -> bool {
        if self.view.word(first) == "st" && self.view.is_capital(next) {
            return true;
        }
        // "Women's Tennis Association"
        let people = listed("women men children people girls boys", self.view.word(last));
        let end = self.view.to.min(next + if people { 3 } else { 1 });
        let heads = (next..end).any(|at| self.view.vocabulary.is_organisation_head(self.view.word(at)))
            || listed("hospital college church cathedral", self.view.word(next));
        heads
            && last == first + usize::from(self.view.word(first) == "st")
            && !self.view.vocabulary.is_place(&self.view.tokens.key(first, last))
            && !self.view.vocabulary.is_demonym(self.view.word(last))
            && (self.view.vocabulary.is_given_name(self.view.word(last))
                || self.view.vocabulary.is_common(self.view.word(last))
                || self.view.vocabulary.is_role(self.view.word(last)))
    }
}
