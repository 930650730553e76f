//! Names: runs of capitalised words that can be the name of someone or something.
//!
//! Tokens in, names out in document order. Titles before a name are cut off and kept; words that open a sentence, calendar words,
//! nationalities, products ("Boeing 737"), events and laws are no names.

use super::run;
use super::title::{SURNAMES, Titles};
use super::token::{Gap, Shape, Tokens};
use super::view::View;
use super::vocabulary::{Vocabulary, ends_in};
use crate::lexicon::listed;

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
    for (sentence, &(from, to)) in tokens.sentences.iter().enumerate() {
        let view = View { tokens, vocabulary, sentence, from, to };
        let finder = Finder { view, titles: Titles { view } };
        for (first, last) in run::find(view) {
            finder.settle(first, last, &mut names);
        }
    }
    names
}

/// Heads of things that no person is called by.
const STRONG: &str = "act acts award awards prize prizes trophy medal amendment treaty syndrome effect championship championships \
    olympics scholarship telescope legacy virus vaccine tournament festival scandal theory motorway highway gras";

/// Letters behind the name of a person: "Brendan Grehan SC".
const POST_NOMINALS: &str = "sc qc kc mp mbe obe cbe kbe dbe phd md td mep";

/// Makes names of the runs of one sentence.
struct Finder<'a> {
    view: View<'a>,
    titles: Titles<'a>,
}

impl Finder<'_> {
    fn settle(&self, mut first: usize, mut last: usize, names: &mut Vec<Name>) {
        if last > first + 1 && self.view.shape(last) == Shape::Caps && listed(POST_NOMINALS, self.view.word(last)) {
            last -= 1;
        }
        if self.view.tokens.has_capital_article(first) {
            return self.keep(first, last, None, false, names);
        }
        if self.view.is_quoted(first, last) {
            let name = Name { first, last, sentence: self.view.sentence, opens: false, title: None, is_place: false };
            return names.extend(self.view.quotes_body(first).then_some(name));
        }
        let opens = self.view.opens(first);
        if let Some((role, person)) = self.titles.owned_title(first, last) {
            self.keep(first, person - 1, None, opens, names);
            return self.keep(person, last, Some((role, person - 1)), false, names);
        }
        while first < last && self.is_opener(first, last) {
            first += 1;
        }
        if self.is_genitive_owner(first, last) {
            self.keep(first, first, None, opens, names);
            return self.settle(first + 1, last, names);
        }
        if first < last && self.view.opens(first) && self.titles.is_maker(first, last) {
            return self.keep(first + 1, last, None, false, names);
        }
        if self.is_opener(first, last) || self.view.word(last) == "&" {
            return;
        }
        let opens = opens && self.view.opens(first);
        let Some(title) = self.titles.title_end(first, last) else {
            return self.keep(first, last, None, opens, names);
        };
        self.keep_employer(first, title, opens, names);
        let rest = title + 1;
        if let Some(person) = self.titles.behind_genitive(rest, last) {
            let body = self.view.vocabulary.is_organisation(self.view.word(rest));
            let sentence = self.view.sentence;
            names.push(Name { first: rest, last: person - 1, sentence, opens: false, title: None, is_place: !body });
            return self.keep(person, last, Some((title, person - 1)), false, names);
        }
        let demonym_or_role = (first..=title).rev().take_while(|&at| self.view.word(at) != "&").last().unwrap_or(first);
        self.keep(rest, last, Some((demonym_or_role, title)), false, names);
    }

    /// True for an owner in the genitive before what it owns: "Bremens | Senatorin Eva Sulz", "Miljöpartiets | Joakim Hellsing".
    fn is_genitive_owner(&self, first: usize, last: usize) -> bool {
        let (vocabulary, word) = (self.view.vocabulary, self.view.word(first));
        let Some(owner) = word.strip_suffix('s').filter(|_| first < last && self.view.gap(first + 1) == Gap::Space)
        else {
            return false;
        };
        let person = first + 2 <= last && vocabulary.is_given_name(self.view.word(first + 1));
        match vocabulary.language.code() {
            "de" => vocabulary.is_place(owner) && !vocabulary.is_place(&self.view.tokens.key(first, last)),
            "sv" => person && !vocabulary.is_given_name(word),
            _ => false,
        }
    }

    fn is_opener(&self, at: usize, last: usize) -> bool {
        let word = self.view.word(at);
        if self.view.shape(at) == Shape::Caps && !listed("the in on a", word)
            || self.view.vocabulary.is_place(&self.view.tokens.key(at, last))
        {
            return false;
        }
        let given = self.view.vocabulary.is_given_name(word);
        if self.view.vocabulary.is_honorific(word) {
            return false;
        }
        if self.view.vocabulary.is_function(word) {
            let person = listed("will per may can des", word) && at < last && !self.view.vocabulary.is_romance();
            let named =
                person && !self.view.vocabulary.is_common(self.view.word(at + 1)) && self.view.is_capital(at + 1);
            return !named && (self.view.opens(at) || listed("the a an", word));
        }
        if !given && self.is_kind_before_name(at, last) {
            return true;
        }
        if !self.view.opens(at) || given {
            return false;
        }
        // "Firefighter Dana" is left to titles; "Meanwhile Biden", "Yesterday Apple" lose their first word.
        let adverb = self.view.vocabulary.is_english() && word.len() > 4 && word.ends_with("ly");
        let common = self.view.vocabulary.is_common(word)
            && !self.view.vocabulary.is_thing_head(word)
            && !self.view.vocabulary.is_role(word)
            && !self.view.vocabulary.is_organisation_head(word);
        let next = |at: usize| {
            self.view.vocabulary.is_given_name(self.view.word(at))
                || word.ends_with("ing") && self.view.vocabulary.is_place(self.view.word(at))
        };
        at < last && (adverb || common && next(at + 1))
    }

    /// True for a word of another language than English that isn't part of the name behind it: "Mittfältaren | Oskar Lind",
    /// "le Britannique | Julian Ashcombe", "Учёные | Томского университета".
    fn is_kind_before_name(&self, at: usize, last: usize) -> bool {
        let (vocabulary, word, next) = (self.view.vocabulary, self.view.word(at), at + 1);
        if vocabulary.is_english()
            || next > last
            || self.view.gap(next) != Gap::Space
            || vocabulary.is_role(word)
            || vocabulary.is_organisation_head(word)
            || vocabulary.is_place_head(word)
            || vocabulary.is_thing_head(word)
        {
            return false;
        }
        let led = self.view.opens(at)
            || self.view.gap(at) == Gap::Space && listed("le la l il lo el o a het de den", self.view.word(at - 1));
        let person = led && next < last && vocabulary.is_given_name(self.view.word(next));
        // "Власти | Омска"
        let owned =
            vocabulary.is_adjective(self.view.word(next)) || next == last && vocabulary.is_place(self.view.word(next));
        let adjective = vocabulary.is_cyrillic() && self.view.opens(at) && owned && !vocabulary.is_adjective(word);
        // "Kommunen | Granvika"
        let definite = vocabulary.language.code() == "sv" && led && ends_in("en et na ten", word);
        person || adjective || definite
    }

    fn keep_employer(&self, first: usize, title: usize, opens: bool, names: &mut Vec<Name>) {
        // "European Commission President"
        let nation = self.view.vocabulary.is_demonym(self.view.word(first))
            || self.view.vocabulary.is_place(self.view.word(first));
        if title == first + 2 && nation && self.view.vocabulary.is_organisation_head(self.view.word(first + 1)) {
            return self.keep(first, title - 1, None, opens, names);
        }
        let mut end = title;
        while end > first && self.titles.is_modifier(end - 1) {
            end -= 1;
        }
        let mut start = first;
        while start < end
            && (self.view.vocabulary.is_demonym(self.view.word(start))
                || listed("former ex late", self.view.word(start)))
        {
            start += 1;
        }
        // "Energy Minister": a field, not an employer.
        let minister = listed("minister secretary", self.view.word(title));
        let field = (start..end).all(|at| {
            let word = self.view.word(at);
            let common = minister && self.view.vocabulary.is_english() && self.view.vocabulary.is_common(word);
            self.view.shape(at) != Shape::Caps
                && !self.view.vocabulary.is_place(word)
                && (common
                    || self.view.vocabulary.is_organisation_head(word)
                    || self.view.vocabulary.is_thing_head(word))
        });
        if start < end && !field {
            self.keep(start, end - 1, None, opens && start == first, names);
        }
    }

    fn keep(
        &self,
        mut first: usize,
        mut last: usize,
        mut title: Option<(usize, usize)>,
        opens: bool,
        names: &mut Vec<Name>,
    ) {
        let key = self.view.tokens.key(first, last);
        let known = self.view.vocabulary.is_place(&key);
        if !known {
            if self.titles.is_ministry(first, last) {
                return;
            }
            if self.view.vocabulary.capitalises_nouns() {
                let opening = first;
                first = self.titles.past_nouns(first, last);
                let role = first > opening && last > first && self.titles.is_german_role(first - 1, first);
                title = title.or(role.then(|| (first - 1, first - 1)));
            }
            if self.view.vocabulary.is_demonym(self.view.word(first)) {
                let whole = last > first
                    && (self.view.vocabulary.is_organisation_head(self.view.word(last))
                        || (first..=last).any(|at| listed("of &", self.view.word(at))));
                if !whole {
                    first += 1;
                }
            }
            if first > last || title.is_none() && self.is_no_name(first, last) {
                return;
            }
            if title.is_none() && self.ends_in_role(first, last) {
                while last > first && self.titles.is_modifier(last) {
                    last -= 1;
                }
                if self.titles.is_modifier(last) {
                    return;
                }
            }
        }
        while first < last && self.view.shape(first) == Shape::Lower && self.view.gap(first + 1) == Gap::Space {
            first += 1;
        }
        first = self.titles.small_opening(first, last);
        let thing = first > self.view.from
            && self.view.gap(first) == Gap::Space
            && self.view.shape(first - 1) == Shape::Lower
            && self.view.vocabulary.is_work(self.view.word(first - 1));
        if thing || self.is_product(last, known) || self.is_cut(first, last) || self.is_in_quoted_title(first, last) {
            return;
        }
        let extended = self.small_head(last);
        let is_place = extended > last && !self.view.vocabulary.is_role(self.view.word(last));
        if is_place {
            last = extended;
        }
        names.push(Name { first, last, sentence: self.view.sentence, opens, title, is_place });
    }

    /// True for a role without the name of the person: "Tesla CEO".
    fn ends_in_role(&self, first: usize, last: usize) -> bool {
        let (vocabulary, closing) = (self.view.vocabulary, self.view.word(last));
        let several = last > first;
        // "Legal & General"
        let whole = several && (self.view.word(last - 1) == "&" || vocabulary.is_given_name(self.view.word(first)))
            || self.view.is_abbreviated(first, last)
            || self.view.tokens.has_capital_article(first);
        !whole && vocabulary.is_role(closing) && !vocabulary.is_organisation_head(closing) && !listed(SURNAMES, closing)
    }

    fn is_no_name(&self, first: usize, last: usize) -> bool {
        let (opening, closing) = (self.view.word(first), self.view.word(last));
        if (first..=last)
            .all(|at| self.titles.is_modifier(at) && !self.view.vocabulary.is_organisation_head(self.view.word(at)))
            && self.view.vocabulary.is_role(closing)
            && !(last > first && listed(SURNAMES, closing))
        {
            return true;
        }
        if first == last {
            return self.view.vocabulary.is_demonym(opening)
                || self.is_adjective(first)
                || self.is_french_people(first)
                || self.view.vocabulary.is_plural_role(opening)
                || self.view.shape(first) == Shape::Lower
                || self.view.vocabulary.is_not_name(opening)
                || self.view.vocabulary.is_thing_head(opening)
                || self.view.vocabulary.is_honorific(opening);
        }
        // "the Sri Lankan wicketkeeper"
        let nation = last == first + 1 && self.view.vocabulary.is_demonym(&[opening, "-", closing].concat());
        let head = self.view.vocabulary.is_organisation_head(closing);
        let person = self.view.vocabulary.is_given_name(opening);
        let body = head && last > first + 1;
        nation
            || self.view.vocabulary.is_thing_head(closing) && !body && (!person || listed(STRONG, closing))
            || self.view.vocabulary.is_thing_head(opening) && !head && !person && last <= first + 1
            || self.view.vocabulary.is_thing_head(opening)
                && listed("of de do da del di du des dos das d della dei van der", self.view.word(first + 1))
    }

    /// "the Fulanian government": an adjective by its ending, between an article and a noun.
    fn is_adjective(&self, at: usize) -> bool {
        let article = at > self.view.from && listed("the a an", self.view.word(at - 1));
        let noun =
            at + 1 < self.view.to && self.view.gap(at + 1) == Gap::Space && self.view.shape(at + 1) == Shape::Lower;
        let ends = ["ian", "ean", "ese"].iter().any(|end| self.view.word(at).ends_with(end));
        article && noun && ends && !self.view.tokens.has_capital_article(at) && !self.view.tokens.list[at].possessive
    }

    /// "un Français", "des Belges": French writes peoples with a capital, and no name behind "un" or "des".
    fn is_french_people(&self, at: usize) -> bool {
        const ENDINGS: &[&str] = &[
            "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "and", "ande", "ard", "arde", "e", "ol", "ole",
        ];
        let word = self.view.word(at);
        let article = at > self.view.from && listed("un une des les deux aux ces", self.view.word(at - 1));
        article
            && self.view.vocabulary.language.code() == "fr"
            && ENDINGS.iter().any(|end| word.strip_suffix('s').unwrap_or(word).ends_with(end) || word.ends_with(end))
    }

    fn is_product(&self, last: usize, known: bool) -> bool {
        let next = last + 1;
        // "Galaxy S24"
        let coded = next < self.view.to
            && self.view.shape(next) == Shape::Other
            && self.view.gap(next) == Gap::Space
            && self.view.word(next).bytes().any(|b| b.is_ascii_digit());
        if coded {
            return !known;
        }
        if next >= self.view.to
            || !matches!(self.view.shape(next), Shape::Number)
            || !matches!(self.view.gap(next), Gap::Space | Gap::Hyphen)
        {
            return false;
        }
        let hyphen = self.view.gap(next) == Gap::Hyphen;
        // "in Ditzingen 1000 Stellen"
        let known = known
            || last > self.view.from
                && self.view.vocabulary.capitalises_nouns()
                && self.view.vocabulary.lists.place_prepositions.contains(self.view.word(last - 1));
        let span = self.view.tokens.list[next].span;
        let after = self.view.tokens.body[span.end as usize..].chars().next().unwrap_or(' ');
        let score = matches!(after, '-' | '–' | ':');
        let amount = matches!(after, ',' | '.')
            && self.view.tokens.body[span.end as usize + 1..].starts_with(|c: char| c.is_ascii_digit());
        hyphen || !known && !score && !amount && span.len() <= 4
    }

    fn is_cut(&self, first: usize, last: usize) -> bool {
        let after = self.view.tokens.body[self.view.tokens.list[last].span.end as usize..].chars().next();
        let before = self.view.tokens.body[..self.view.tokens.list[first].span.start as usize].chars().next_back();
        if before.is_some_and(|c| matches!(c, '@' | '#' | '_')) {
            return true;
        }
        // "12 Elm Street"
        let address = first > self.view.from
            && self.view.shape(first - 1) == Shape::Number
            && listed("street road avenue lane drive way square boulevard", self.view.word(last));
        // "KNVB-beker", "Philips-televisie"
        let next = last + 1;
        let compound = !self.view.vocabulary.is_english()
            && next < self.view.to
            && self.view.gap(next) == Gap::Hyphen
            && self.view.shape(next) == Shape::Lower;
        let currency = after.is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥'));
        currency
            || address
            || compound
            || self.view.gap(first) == Gap::Slash
            || last + 1 < self.view.to && self.view.gap(last + 1) == Gap::Slash
    }

    /// True inside the quoted title of a work, all of it in capitals: "Saving Mr. Banks".
    fn is_in_quoted_title(&self, first: usize, last: usize) -> bool {
        /// Words of the longest title.
        const TITLE_WORDS_MAX: usize = 8;
        let tokens = self.view.tokens;
        let before = |at: usize| tokens.body[..tokens.list[at].span.start as usize].ends_with(['"', '“']);
        let after = |at: usize| {
            let rest = &tokens.body[tokens.list[at].span.end as usize..];
            rest.trim_start_matches([',', '.', '!', '?']).starts_with(['"', '”'])
        };
        let goes_on = |at: usize, gap: usize| {
            self.view.shape(at) != Shape::Lower && self.view.gap(gap) != Gap::Comma
                || self.view.vocabulary.is_function(self.view.word(at))
        };
        let (mut start, mut end) = (first, last);
        while start > self.view.from && !before(start) && last - start < TITLE_WORDS_MAX && goes_on(start - 1, start) {
            start -= 1;
        }
        while end + 1 < self.view.to && !after(end) && end - start < TITLE_WORDS_MAX && goes_on(end + 1, end + 1) {
            end += 1;
        }
        if self.view.vocabulary.is_english() {
            return end > start + 1 && before(start) && after(end);
        }
        self.is_in_quoted_sentence_case(first, last)
    }

    /// True inside a short quotation that opens with a capital and is no speech: "«Le finestre di Pola»".
    fn is_in_quoted_sentence_case(&self, first: usize, last: usize) -> bool {
        /// Words of a title that are looked through.
        const WORDS_MAX: usize = 5;
        let tokens = self.view.tokens;
        let rest = |at: usize| &tokens.body[tokens.list[at].span.end as usize..];
        let plain = |at: usize| matches!(self.view.gap(at), Gap::Space | Gap::Hyphen);
        let mut start = first;
        while start > self.view.from && first - start < WORDS_MAX && plain(start) {
            start -= 1;
        }
        let mut end = last;
        while end + 1 < self.view.to && end - start < WORDS_MAX && plain(end + 1) {
            end += 1;
        }
        let opens = self.view.gap(start) == Gap::Quote && self.view.is_capital(start);
        opens && (start, end) != (first, last) && end - start < WORDS_MAX && rest(end).starts_with(['»', '”', '“', '"'])
    }

    fn small_head(&self, last: usize) -> usize {
        if !self.view.vocabulary.is_english() || self.view.tokens.list[last].possessive {
            return last;
        }
        let small =
            |at: usize| at < self.view.to && self.view.gap(at) == Gap::Space && self.view.shape(at) == Shape::Lower;
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
        let place = self.view.vocabulary.is_place(self.view.word(last));
        if !place && small(last + 1) && small(last + 2) && pair(self.view.word(last + 1), self.view.word(last + 2)) {
            return last + 2;
        }
        let head = small(last + 1)
            && listed(
                "province county district region peninsula island islands river valley prefecture oblast \
                   governorate archipelago strait municipality airbase state airport forest desert dam mountains",
                self.view.word(last + 1),
            );
        // "Catania airport", but "Orvane province".
        let generic = listed(
            "airport river valley island state forest desert dam",
            self.view.word((last + 1).min(self.view.to - 1)),
        );
        let known = self.view.shape(last) == Shape::Capital && self.view.vocabulary.is_place(self.view.word(last));
        last + usize::from(head && !(generic && known))
    }
}
