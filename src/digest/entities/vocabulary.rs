//! Vocabulary: what single words tell, asked of the word lists of one language.

use crate::lexicon::listed;
use crate::lexicon::names::{GIVEN_NAMES, NOT_NAMES, NameLists, ORGANISATIONS, PLACES};
use crate::lexicon::{Language, WordList};

/// The questions that names ask of words; every word is given in lower case.
pub(super) struct Vocabulary {
    pub lists: NameLists,
    pub language: Language,
    stop_words: Option<&'static WordList>,
}

/// Words between the parts of one person's name.
const PARTICLES: &str = "al el bin ibn bint van von der den ter ten de da do dos das del della di du des la le las los lo y e zu \
    af av ul abu ben 't op dela";

/// Endings that few names have and many English words.
const ENDINGS: &str = "ing ings ly ment ments ance ence cies able ible ful less ous ive ical wards ists ers ed";

/// Endings that hardly any name has.
const SURE_ENDINGS: &str = "tion tions sion sions ness ity ities ship ism";

/// Endings that make roles in German: "Verkehrsministerin", "Vorstandschef".
const GERMAN_ROLES: &str = "minister ministerin präsident präsidentin chef chefin sprecher sprecherin meister meisterin leiter \
    leiterin trainer trainerin kanzler kanzlerin sekretär sekretärin experte expertin forscher forscherin \
    anwalt anwältin direktor direktorin vorsitzende vorsitzender rat rätin richter richterin vorstand \
    beauftragte beauftragter verwalter verwalterin führer führerin politiker politikerin spieler spielerin hüter fahrer \
    fahrerin autor autorin historiker historikerin wissenschaftler wissenschaftlerin ökonom ökonomin iker \
    ikerin ologe ologin istin";

/// Endings that make organisations in German: "Landesamt", "Kreditunion".
const GERMAN_HEADS: &str = "amt ministerium bank gesellschaft verband gewerkschaft stiftung institut universität hochschule partei \
    behörde gericht reederei werke versicherung agentur union kammer klinikum verein museum theater";

/// True where `word` ends in one of `endings`, which are parted by blanks, and has three letters more.
#[inline(never)]
pub(super) fn ends_in(endings: &str, word: &str) -> bool {
    endings.split(' ').any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// Endings of cases, longest first.
const CASES: &str = "ого ому ему его ами ями ові еві ым им ом ем ой ей ою ею ий ый ая яя ую юю ів ев а у е ы и ю я й ь і ї \
    owi iem ego emu ach ami ą ę em om ie ów a u y i e en n s";

/// A word without the ending of its case, if it has one and three letters stay.
pub(super) fn without_ending(word: &str) -> Option<&str> {
    CASES.split(' ').filter_map(|ending| word.strip_suffix(ending)).find(|stem| stem.chars().count() >= 3)
}

impl Vocabulary {
    pub fn of(language: Language) -> Self {
        Self { lists: NameLists::of(language), language, stop_words: language.stop_words() }
    }

    pub fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// True where names and nouns change their endings with their case.
    #[inline(never)]
    pub fn inflects(&self) -> bool {
        listed("ru uk bg be sr mk pl cs sk hr sl de", self.language.code())
    }

    /// True where the language writes every noun with a capital.
    #[inline(never)]
    pub fn capitalises_nouns(&self) -> bool {
        listed("de lb", self.language.code())
    }

    /// True where "de" parts an organisation from its field and a person from their home alike.
    #[inline(never)]
    pub fn is_romance(&self) -> bool {
        listed("fr es it pt ca ro gl", self.language.code())
    }
    #[inline(never)]
    pub fn is_role(&self, word: &str) -> bool {
        self.lists.roles.contains(word)
            || self.inflects() && without_ending(word).is_some_and(|stem| self.lists.roles.contains(stem))
            || word.rsplit_once('-').is_some_and(|(_, last)| self.lists.roles.contains(last))
            || self.is_romance() && word.strip_prefix("ex").is_some_and(|rest| self.lists.roles.contains(rest))
            || self.language.code() == "de" && GERMAN_ROLES.split(' ').any(|ending| word.ends_with(ending))
    }

    /// True for a role told of several: "ministers".
    #[inline(never)]
    pub fn is_plural_role(&self, word: &str) -> bool {
        self.is_english() && word.strip_suffix('s').is_some_and(|one| self.lists.roles.contains(one) && one.len() > 3)
    }
    #[inline(never)]
    pub fn is_honorific(&self, word: &str) -> bool {
        self.lists.honorifics.contains(word)
    }
    #[inline(never)]
    pub fn is_given_name(&self, word: &str) -> bool {
        GIVEN_NAMES.contains(word)
            || word.split_once('-').is_some_and(|(first, _)| first.len() > 2 && GIVEN_NAMES.contains(first))
    }
    #[inline(never)]
    pub fn is_place(&self, name: &str) -> bool {
        PLACES.contains(name)
    }
    #[inline(never)]
    pub fn is_organisation(&self, name: &str) -> bool {
        ORGANISATIONS.contains(name)
    }

    /// True for a country, under the names that English gives it.
    #[inline(never)]
    pub fn is_country(&self, name: &str) -> bool {
        PLACES.value(name) == Some("c")
    }
    #[inline(never)]
    pub fn is_not_name(&self, word: &str) -> bool {
        NOT_NAMES.contains(word)
    }
    #[inline(never)]
    pub fn is_function(&self, word: &str) -> bool {
        self.lists.function_words.contains(word) || self.stop_words.is_some_and(|list| list.contains(word))
    }
    #[inline(never)]
    pub fn is_demonym(&self, word: &str) -> bool {
        self.lists.demonyms.contains(word)
            || self.is_english() && word.strip_suffix('s').is_some_and(|one| self.lists.demonyms.contains(one))
    }
    #[inline(never)]
    pub fn is_organisation_head(&self, word: &str) -> bool {
        self.lists.organisation_heads.contains(word) || self.language.code() == "de" && ends_in(GERMAN_HEADS, word)
    }

    /// A noun for an organisation: "airline", "carmaker".
    #[inline(never)]
    pub fn is_organisation_noun(&self, word: &str) -> bool {
        self.lists.organisation_nouns.contains(word)
            || self.is_english() && ends_in("maker", word) && !self.lists.roles.contains(word)
    }
    #[inline(never)]
    pub fn is_place_head(&self, word: &str) -> bool {
        self.lists.place_heads.contains(word)
    }
    #[inline(never)]
    pub fn is_thing_head(&self, word: &str) -> bool {
        self.lists.thing_heads.contains(word)
    }
    #[inline(never)]
    pub fn is_particle(&self, word: &str) -> bool {
        listed(PARTICLES, word)
    }
    #[inline(never)]
    pub fn says(&self, word: &str) -> bool {
        self.lists.saying.contains(word)
    }

    /// True for a word that English uses with a small letter, as far as the lists and endings tell.
    #[inline(never)]
    pub fn is_common(&self, word: &str) -> bool {
        self.is_surely_common(word) || self.is_english() && self.ends_common(ENDINGS, word)
    }

    fn ends_common(&self, endings: &str, word: &str) -> bool {
        word.len() > 5 && !GIVEN_NAMES.contains(word) && endings.split(' ').any(|ending| word.ends_with(ending))
    }

    /// The same, but for endings that names have too.
    #[inline(never)]
    pub fn is_surely_common(&self, word: &str) -> bool {
        if !self.is_english() {
            return self.is_function(word) || self.lists.roles.contains(word);
        }
        let listed = |word: &str| {
            self.lists.common_words.contains(word)
                || self.lists.roles.contains(word)
                || self.lists.organisation_nouns.contains(word)
        };
        listed(word)
            || self.is_function(word)
            || word.strip_suffix("es").is_some_and(listed)
            || word.strip_suffix("ies").is_some_and(|stem| listed(&[stem, "y"].concat()))
            || word.strip_suffix('s').is_some_and(listed)
            || self.ends_common(SURE_ENDINGS, word)
    }
}
