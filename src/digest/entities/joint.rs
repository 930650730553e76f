//! Joints: the small words within a name, "of", "for", "de la", "van der", and where they end it instead.
//!
//! A run of tokens in, the token that it goes on with out.

use super::run::Runs;
use super::token::{Gap, Shape};
use crate::lexicon::listed;

/// Words before which "for" or "on" goes on with a name: "Centre for Policy Studies".
const BEFORE_FOR: &str = "centre center institute agency office council society campaign foundation committee ministry bank \
      association coalition organization organisation alliance centers department party movement network \
      school commission court tribunal forum union fund secretariat academy citizens doctors reporters students conference";

impl Runs<'_> {
    /// The capitalised word that small words join to the run, with what they are: "Centre for | Policy Studies", "Vincent van | Gogh".
    pub fn bridge(&self, first: usize, last: usize) -> Option<usize> {
        if self.view.tokens.list[last].possessive {
            return None;
        }
        let mut beyond = last + 1;
        while beyond < self.view.to
            && beyond <= last + 3
            && self.view.shape(beyond) == Shape::Lower
            && self.view.gap(beyond) == Gap::Space
        {
            beyond += 1;
        }
        let joiners = last + 1..beyond;
        // "Clotilde d'Hauterive"
        let elided = self.view.word(last + 1) == "d"
            && beyond == last + 2
            && self.view.vocabulary.is_given_name(self.view.word(last));
        let follows = elided
            || matches!(self.view.gap(beyond.min(self.view.to - 1)), Gap::Space)
            || self.view.gap(beyond.min(self.view.to - 1)) == Gap::Hyphen && beyond > last + 1;
        if joiners.is_empty()
            || beyond >= self.view.to
            || !follows
            || !self.view.is_capital(beyond)
            || !self.view.is_nameable(beyond)
        {
            return None;
        }
        let all = |allowed: &[&str]| joiners.clone().all(|at| allowed.contains(&self.view.word(at)));
        let joins = if self.view.vocabulary.is_english() {
            self.joins_in_english(first, last, beyond, &all)
        } else {
            self.joins_elsewhere(first, last, beyond, &all)
        };
        joins.then_some(beyond)
    }

    fn has_head(&self, first: usize, last: usize) -> bool {
        let heads = |at: usize| {
            self.view.vocabulary.is_organisation_head(self.view.word(at))
                || self.view.vocabulary.is_place_head(self.view.word(at))
                || self.view.vocabulary.is_romance() && self.view.vocabulary.is_thing_head(self.view.word(at))
        };
        (heads(last) || heads(first)) && !self.is_title(first, last)
    }

    fn is_title(&self, first: usize, last: usize) -> bool {
        let role = |at: usize| {
            self.view.vocabulary.is_role(self.view.word(at))
                && !self.view.vocabulary.is_organisation_head(self.view.word(at))
        };
        // "Graduate School" is none.
        role(last) || role(first) && !self.view.vocabulary.is_organisation_head(self.view.word(last))
    }

    fn joins_in_english(&self, first: usize, last: usize, beyond: usize, all: &dyn Fn(&[&str]) -> bool) -> bool {
        let has_of = (first..last).any(|at| self.view.word(at) == "of");
        let has_for = (first..last).any(|at| self.view.word(at) == "for");
        if all(&["of", "the"]) && self.view.word(last + 1) == "of" {
            return self.has_head(first, last)
                && !self.view.vocabulary.is_not_name(self.view.word(last))
                && self.view.word(last) != "power";
        }
        if all(&["for", "the", "on", "against", "without"]) && beyond == last + 2 {
            let noun = first > self.view.from && self.view.vocabulary.is_organisation_noun(self.view.word(first - 1));
            // "Physicians for Social Responsibility"
            let people =
                first == last && !self.view.opens(first) && self.view.vocabulary.is_plural_role(self.view.word(first));
            return noun
                || people
                || listed(BEFORE_FOR, self.view.word(last))
                || listed(BEFORE_FOR, self.view.word(first)) && has_of;
        }
        if all(&["and"]) {
            let noun = |word: &str| {
                self.view.vocabulary.is_common(word)
                    || self.view.vocabulary.is_organisation_head(word)
                    || self.view.vocabulary.is_thing_head(word)
            };
            let field = |at: usize| noun(self.view.word(at)) && !self.view.vocabulary.is_given_name(self.view.word(at));
            let led = self.view.vocabulary.is_organisation_head(self.view.word(first))
                && (has_of || has_for || self.view.word(first) == "department");
            let nation = self.view.vocabulary.is_place(self.view.word(first))
                || self.view.vocabulary.is_demonym(self.view.word(first));
            // "Australian Rail Tram and Bus Union"
            let one = last == first || nation && last < first + 3 && (first + 1..last).all(field);
            return led && field(last) && field(beyond)
                || one && field(last) && field(beyond) && self.ends_in_head(beyond)
                || matches!(
                    (self.view.word(last), self.view.word(beyond)),
                    ("standard", "poor") | ("johnson", "johnson") | ("trinidad", "tobago") | ("bosnia", "herzegovina")
                );
        }
        all(&[
            "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "van", "von", "der", "den", "ter",
            "ten", "bin", "ibn", "bint", "dela", "es", "wa", "al", "el", "la", "le", "zu", "af", "ul", "y", "e",
        ])
    }

    fn ends_in_head(&self, at: usize) -> bool {
        let end = (at + 1..self.view.to.min(at + 4))
            .take_while(|&next| self.view.gap(next) == Gap::Space && self.view.is_capital(next))
            .last()
            .unwrap_or(at);
        self.view.vocabulary.is_organisation_head(self.view.word(end))
    }

    /// "Universität Göttingen | und des Instituts", "Verwaltungsgericht Ulm | der Stadt", "Union Berlin | am Samstag"
    fn joins_in_german(&self, first: usize, last: usize, beyond: usize) -> bool {
        match self.view.word(last + 1) {
            "und" => last > first && beyond == last + 2,
            "der" | "des" => last == first || self.view.vocabulary.is_organisation_head(self.view.word(last)),
            "am" => listed("main rhein see inn neckar", self.view.word(beyond)),
            _ => true,
        }
    }

    fn joins_elsewhere(&self, first: usize, last: usize, beyond: usize, all: &dyn Fn(&[&str]) -> bool) -> bool {
        let owning: &[&str] = match self.view.vocabulary.language.code() {
            "fr" => &["de", "du", "des", "d", "la", "l", "pour", "le", "les", "et", "à", "au", "aux", "sur"],
            "es" => &["de", "del", "la", "los", "las", "para", "y"],
            "it" => &[
                "di", "d", "del", "dello", "della", "dei", "delle", "dell", "degli", "per", "la", "le", "il", "l", "e",
            ],
            "pt" => &["de", "do", "da", "dos", "das", "para", "e"],
            "de" => &["für", "der", "des", "und", "am"],
            "nl" => &["van", "voor", "de", "het", "der", "den", "en", "aan"],
            "sv" => &["för", "och"],
            "pl" => &["w", "we", "ds", "spraw", "do", "i"],
            _ => &[],
        };
        let person = |at: usize| self.view.vocabulary.is_given_name(self.view.word(at));
        // "restaurant La Table du Causse"
        let told = first > self.view.from
            && self.view.gap(first) == Gap::Space
            && self.view.shape(first - 1) == Shape::Lower
            && self.view.vocabulary.is_organisation_noun(self.view.word(first - 1));
        // "de Raad van State | de Stikstofwet"
        let begins = beyond == last + 2
            && match self.view.vocabulary.language.code() {
                "nl" => listed("de het der den", self.view.word(last + 1)),
                _ => listed("le la les l il las los", self.view.word(last + 1)),
            };
        if (self.has_head(first, last) || told && self.view.vocabulary.is_romance())
            && all(owning)
            && !begins
            && !person(first)
        {
            let link = self.view.word(last + 1);
            if self.view.vocabulary.capitalises_nouns() {
                return self.joins_in_german(first, last, beyond);
            }
            return !listed("et y e en och i", link) || last > first;
        }
        let article =
            beyond == last + 2 && listed("la le el las los lo des du do da der den op", self.view.word(last + 1));
        if article && !person(first) {
            return false;
        }
        let particles = (last + 1..beyond).all(|at| self.view.vocabulary.is_particle(self.view.word(at)));
        let conjunction = beyond == last + 2 && listed("e y", self.view.word(last + 1));
        let is_head = |at: usize| at < self.view.to && self.view.vocabulary.is_organisation_head(self.view.word(at));
        let is_other = self.view.vocabulary.is_place(self.view.word(beyond))
            || self.view.vocabulary.is_role(self.view.word(last))
            || self.view.vocabulary.is_role(self.view.word(beyond))
            || is_head(beyond)
            || self.ends_in_head(beyond)
            || is_head(beyond + 1);
        // "Margriet Kolkman | van Infrastructuur", "Bewoners van | Aalsmeer", "Moritz Grieser | von der Heimatliste"
        let dutch = self.view.vocabulary.language.code() == "nl";
        let german = self.view.vocabulary.capitalises_nouns()
            && listed("von van den", self.view.word(last + 1))
            && last > first
            && !person(last)
            && !listed("freiherr freifrau graf gräfin fürst fürstin edler ritter baron baronin", self.view.word(last));
        let parted = german
            || dutch
                && beyond == last + 2
                && if last > first { !person(last) } else { self.view.opens(first) && !person(first) };
        particles
            && !parted
            && !is_other
            && (!self.view.vocabulary.capitalises_nouns()
                || person(first)
                || listed("von van bin al", self.view.word(last + 1)))
            && (!conjunction || person(first) && last > first)
            && (person(first)
                || person(last)
                || !self.view.vocabulary.is_romance() && !listed("de het", self.view.word(last + 1))
                || self.view.vocabulary.is_romance() && last == first && !self.view.opens(first))
    }
}
