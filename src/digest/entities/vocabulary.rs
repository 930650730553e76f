//! Vocabulary: what single words tell, asked of the word lists of one language.

use crate::lexicon::listed;
use crate::lexicon::names::{GIVEN_NAMES, NOT_NAMES, NameLists, ORGANISATIONS, PLACES};
use crate::lexicon::{Language, WordList};

/// The questions that names ask of words; every word is given in lower case.
pub(super) struct Vocabulary {
    pub lists: NameLists,
    pub language: Language,
    stop_words: Option<&'static WordList>,
    inflects: bool,
    capitalises_nouns: bool,
    is_romance: bool,
    is_cyrillic: bool,
}

/// Words between the parts of one person's name.
const PARTICLES: &str = "al el bin ibn bint van von der den ter ten de da do dos das del della di du des la le las los lo y e zu \
    af av ul abu ben 't op dela tot d де фон ван дер ди да аль бен ибн ла";

/// Endings that few names have and many English words.
const ENDINGS: &[&str] = &[
    "ing", "ings", "ly", "ment", "ments", "ance", "ence", "cies", "able", "ible", "ful", "less", "ous", "ive", "ical",
    "wards", "ists", "ers", "ed",
];

/// Endings that hardly any name has.
const SURE_ENDINGS: &[&str] = &["tion", "tions", "sion", "sions", "ness", "ity", "ities", "ship", "ism"];

/// Endings that make roles in German: "Verkehrsministerin", "Vorstandschef".
const GERMAN_ROLES: &str = "minister ministerin präsident präsidentin chef chefin sprecher sprecherin meister meisterin leiter \
    leiterin trainer trainerin kanzler kanzlerin sekretär sekretärin experte expertin forscher forscherin \
    anwalt anwältin direktor direktorin vorsitzende vorsitzender rat rätin richter richterin vorstand \
    beauftragte beauftragter verwalter verwalterin führer führerin politiker politikerin spieler spielerin hüter fahrer \
    fahrerin autor autorin historiker historikerin wissenschaftler wissenschaftlerin ökonom ökonomin iker \
    ikerin ologe ologin istin";

/// Endings that make roles in Swedish and in Dutch: "lagkaptenen", "oppositieleider".
const SWEDISH_ROLES: &str = "chef chefen ledare ledaren minister ministern åklagare åklagaren direktör direktören ordförande ordföranden \
    talesman talesmannen talesperson talespersonen sekreterare sekreteraren forskare forskaren författare författaren kapten kaptenen \
    tränare tränaren spelare spelaren vakt vakten ägare ägaren läkare läkaren lärare läraren advokat advokaten mästare mästaren \
    ekonom ekonomen expert experten analytiker analytikern redaktör redaktören rektor rektorn utvecklare utvecklaren konstnär \
    konstnären ologen ingenjör ingenjören borgmästare landshövding polis polisen arkitekt arkitekten";
const DUTCH_ROLES: &str = "leider leidster meester voorzitter minister directeur bestuurder voerder voerster officier rechter advocaat \
    schrijver maker hoofd baas trainer spits kampioen speler speelster onderzoeker deskundige arts oloog ologe redacteur lid \
    president secretaris wethouder ondernemer handelaar eigenaar kunstenaar";

/// Languages, which Dutch writes with a capital.
const DUTCH_TONGUES: &str =
    "latijn frans duits engels nederlands spaans italiaans russisch fries grieks chinees arabisch turks pools deens";

/// Endings that make organisations in Swedish and in Dutch: "Landsbygdspartiet", "Rijksinstituut".
const SWEDISH_HEADS: &str = "partiet verket posten bladet tidningen banken bolaget byrån myndigheten styrelsen nämnden nämnd inspektionen \
    institutet universitetet högskola högskolan förbundet förvaltningen koncernen rätten rätt kommittén departementet teatern museet \
    stiftelsen stiftelse föreningen unionen kammaren sällskapet akademin akademien kontoret sjukhuset sjukhus vården skolan";
const DUTCH_HEADS: &str = "bank bond dienst instituut universiteit ziekenhuis bureau maatschappij vereniging stichting ministerie fonds krant \
    blad omroep partij raad commissie autoriteit werf museum theater school college beheer inspectie centrum";

/// Endings of nouns before the names of firms.
const SWEDISH_NOUNS: &str = "facket kommunen föreningen klubben koncernen utvecklaren kedjan jätten bolaget tillverkaren bryggeriet rederiet tidningen";
const DUTCH_NOUNS: &str = "organisatie uitgeverij exploitant maker bouwer verzekeraar concern keten fabrikant aanbieder reus producent bedrijf bond";

/// What German puts before the name of a firm or a body without a comma, or ends such a noun with.
pub(super) const GERMAN_NOUNS: &str = "bauer hersteller konzern händler anbieter riese unternehmen versicherer betreiber dienst klub gewerkschaft \
    partei zeitung zeitschrift agentur firma fluglinie kette behörde sender krankenkasse zulieferer konkurrent rivale entwickler produzent \
    start-up startup tochter brauerei";

/// Endings of adjectives that name a body or a region.
const CYRILLIC_ADJECTIVES: &str = "ский ская ское ские ского ской скому ским ском скую ских скими ный ная ное ного ной ному ным ном \
    ную ных ський ська ське ського ської ському ським ську ний на ного ної ному ним ну";

/// Endings that make organisations in German: "Landesamt", "Kreditunion".
const GERMAN_HEADS: &str = "amt ministerium bank gesellschaft verband gewerkschaft stiftung institut universität hochschule partei \
    behörde gericht bankhaus liste reederei werke versicherung agentur union kammer klinikum verein museum theater";

/// True where `word` ends in one of `endings`, which are parted by blanks, and has three letters more.
#[inline(never)]
pub(super) fn ends_in(endings: &str, word: &str) -> bool {
    endings.split(' ').any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// Endings of cases, longest first.
const CASES: &str = "ого ому ему его ами ями ові еві ым им ом ем ой ей ою ею ий ый ая яя ую юю ів ев а у е ы и ю я й ь і ї \
    owi iem iego iemu iej ego emu ach ami ej im ich ym ych ą ę em om ie ów a u y i e en n s";

/// What the first case may end with where the others have another ending.
const FIRST_CASE: &[&str] = &["a", "o", "e", "а", "о", "е", "я", "ь", "й"];

/// A word without the ending of its case, if it has one and three letters stay.
pub(super) fn without_ending(word: &str) -> Option<&str> {
    CASES.split(' ').filter_map(|ending| word.strip_suffix(ending)).find(|stem| stem.chars().count() >= 3)
}

/// Nouns right before the name of a thing: "its cancer drug Glivec", "il farmaco Migralis".
const THINGS: &str = "drug medicine film movie novel book album song ship vessel ferry tanker boat spacecraft rocket satellite \
    telescope probe rover hurricane typhoon cyclone storm smartphone farmaco vaccino romanzo libro canzone nave traghetto satellite \
    razzo ciclone uragano tempesta software applicazione app fármaco medicamento vacuna vacina novela libro disco canción buque barco \
    huracán ciclón borrasca tormenta aplicación aplicativo romance livro canção navio furacão tempestade filme médicament vaccin roman \
    livre chanson navire paquebot fusée ouragan tempête logiciel application medikament impfstoff buch lied schiff fähre rakete \
    orkan sturmtief medicijn boek lied schip veerboot raket orkaan läkemedel vaccin boken skivan fartyget färjan raket stormen appen \
    lek szczepionka film powieść książka piosenka statek prom rakieta huragan aplikacja фильм роман книга песня теплоход паром ракета \
    ураган препарат вакцина приложение телефон ноутбук серия сериал спектакль";

/// Endings of streets, by language, and such words that name none.
const STREETS: &[(&str, &str)] =
    &[("de", "straße allee gasse"), ("nl", "straat laan gracht singel dreef"), ("sv", "gatan torget leden")];
const ANY_STREET: &str = "bundesstraße hauptstraße landstraße einbahnstraße seitenstraße schnellstraße sackgasse hoofdstraat winkelstraat     motorvägen arbetsgatan";

/// What stands behind the name of a place in the name of a site, by language: "Donaukanal", "Twentekanaal".
const SITES: &[(&str, &str)] = &[
    ("de", "stadion kanal brücke park platz tal see hafen tor bahnhof"),
    ("nl", "kanaal brug haven tunnel stadion plein"),
    ("sv", "älven sjön bron torget hamnen kanalen stadion"),
];

/// Endings of towns and villages, by language, and words with such an ending that are none.
const TOWNS: &[(&str, &str)] = &[
    (
        "de",
        "burg stadt heim hausen dorf ingen furt brück brücken münde münden kirchen stedt leben haven hagen rode hafen felde sund ow \
            büttel wangen roda walde berge horst au ried bach born bronn weiler lautern moos kirch zell münster beck scheid rath hütte \
            itz ikon bruck brunn reuth thal feld wald stein fels hall",
    ),
    (
        "nl",
        "drecht veen huizen zijl dam burg wijk hoven rade kerke sluis broek horst loo oord meer zand wolde karspel ingen",
    ),
    ("sv", "stad köping borg sund vik holm torp hamn fors berga bro näs ås vattna sele träsk boda arp älven"),
    ("fr", "ville court"),
    ("pl", "owie owice awice sławiu grodzie gród brzeg ówka ówki ówce"),
    ("ru", "ск ска ске ску ском ово ове ово град граде града горск поль поле озерск ирск"),
    ("uk", "ськ ська ську ськом"),
];
const NO_TOWNS: &str = "abbau neubau aufbau ausbau anbau umbau rohbau hochstadt besitz altstadt innenstadt hauptstadt großstadt kleinstadt \
    partnerstadt vorstadt umfeld vorfeld spielfeld regenwald notstand";

/// Words that lose the vowel of their end before the ending of a case: "Zdunek", "Zdunka".
const FLEETING: &[(&str, &str)] = &[("iec", "c"), ("ec", "c"), ("ek", "k"), ("ец", "ц"), ("ок", "к"), ("ек", "к")];

/// True for two forms of one name that differ by the endings of their cases alone: "Карабаев" and "Карабаева".
pub(super) fn alike(a: &str, b: &str) -> bool {
    let is_ending = |end: &str| {
        end.is_empty() || FIRST_CASE.contains(&end) || CASES.split_ascii_whitespace().any(|case| case == end)
    };
    let differ = |a: &str, b: &str| {
        let common: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let ends = (&a[common..], &b[common..]);
        is_ending(ends.0) && is_ending(ends.1) || matches!(ends, ("ka", "ce") | ("ce", "ka"))
    };
    let shrunk = |a: &str, b: &str| {
        FLEETING.iter().any(|(end, rest)| {
            a.strip_suffix(end)
                .is_some_and(|stem| b.strip_prefix(stem).is_some_and(|b| b.strip_prefix(rest).is_some_and(is_ending)))
        })
    };
    differ(a, b) || shrunk(a, b) || shrunk(b, a)
}

impl Vocabulary {
    pub fn of(language: Language) -> Self {
        let is_one_of = |codes: &str| listed(codes, language.code());
        Self {
            lists: NameLists::of(language),
            language,
            stop_words: language.stop_words(),
            inflects: is_one_of("ru uk bg be sr mk pl cs sk hr sl de"),
            capitalises_nouns: is_one_of("de lb"),
            is_romance: is_one_of("fr es it pt ca ro gl"),
            is_cyrillic: is_one_of("ru uk bg be"),
        }
    }

    pub fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// True where names and nouns change their endings with their case.
    pub fn inflects(&self) -> bool {
        self.inflects
    }

    /// True where names too change their endings: German only adds an s.
    #[inline(never)]
    pub fn declines_names(&self) -> bool {
        self.inflects() && !self.capitalises_nouns()
    }

    /// True where the language writes every noun with a capital.
    pub fn capitalises_nouns(&self) -> bool {
        self.capitalises_nouns
    }

    /// True where "de" parts an organisation from its field and a person from their home alike.
    pub fn is_romance(&self) -> bool {
        self.is_romance
    }

    /// True for a word of `list`, in any case where the language has cases: "академию", "prokuratury".
    #[inline(never)]
    fn has(&self, list: &WordList, word: &str) -> bool {
        list.contains(word)
            || self.inflects()
                && without_ending(word).is_some_and(|stem| {
                    list.contains(stem)
                        || !self.capitalises_nouns()
                            && FIRST_CASE.iter().any(|end| list.contains(&[stem, end].concat()))
                })
    }

    /// True for a word that one of the language's own endings tells to be of a kind.
    fn ends_as(&self, word: &str, of_languages: &[(&str, &str)]) -> bool {
        of_languages.iter().any(|&(code, endings)| self.language.is(code) && ends_in(endings, word))
    }

    #[inline(never)]
    pub fn is_role(&self, word: &str) -> bool {
        self.has(self.lists.roles, word)
            || word.rsplit_once('-').is_some_and(|(first, last)| {
                self.lists.roles.contains(last) || self.is_romance() && self.lists.roles.contains(first)
            })
            || self.is_romance() && word.strip_prefix("ex").is_some_and(|rest| self.lists.roles.contains(rest))
            || self.language.is("de") && GERMAN_ROLES.split(' ').any(|ending| word.ends_with(ending))
            || self.ends_as(word, &[("sv", SWEDISH_ROLES), ("nl", DUTCH_ROLES)])
    }

    /// True for a role told of several: "ministers".
    #[inline(never)]
    pub fn is_plural_role(&self, word: &str) -> bool {
        self.is_english() && word.strip_suffix('s').is_some_and(|one| self.lists.roles.contains(one) && one.len() > 3)
    }
    #[inline(never)]
    pub fn is_honorific(&self, word: &str) -> bool {
        self.lists.honorifics.contains(word) || word == "m" && self.language.is("fr")
    }
    #[inline(never)]
    pub fn is_given_name(&self, word: &str) -> bool {
        self.has(&GIVEN_NAMES, word)
            || word.split_once('-').is_some_and(|(first, _)| first.len() > 2 && GIVEN_NAMES.contains(first))
    }
    #[inline(never)]
    pub fn is_place(&self, name: &str) -> bool {
        if self.capitalises_nouns() {
            PLACES.contains(name) || name.strip_suffix('s').is_some_and(|name| PLACES.contains(name))
        } else {
            self.has(&PLACES, name)
        }
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
            || self.language.is("nl") && (ends_in("se sche", word) || listed(DUTCH_TONGUES, word))
            || self.is_english() && word.strip_suffix('s').is_some_and(|one| self.lists.demonyms.contains(one))
    }
    #[inline(never)]
    pub fn is_organisation_head(&self, word: &str) -> bool {
        self.has(self.lists.organisation_heads, word) || self.is_body_by_ending(word)
    }

    /// True where its ending alone tells that a word names an organisation: "Landesamt", "Skatteverket".
    #[inline(never)]
    pub fn is_body_by_ending(&self, word: &str) -> bool {
        let bare = word.strip_suffix('s').filter(|_| self.language.is("sv")).unwrap_or(word);
        self.ends_as(bare, &[("de", GERMAN_HEADS), ("sv", SWEDISH_HEADS), ("nl", DUTCH_HEADS)])
    }

    /// True for a language in Cyrillic letters, which writes the head of a body small behind its adjective.
    pub fn is_cyrillic(&self) -> bool {
        self.is_cyrillic
    }

    /// True for an adjective, as far as its ending tells.
    pub fn is_adjective(&self, word: &str) -> bool {
        let endings = match self.language.code() {
            "sv" => "ska iska liga la",
            "nl" => "isch ische eel ele ief ieve",
            "pl" => "ski ska cki cka ny na owy owa",
            _ if self.is_cyrillic() => CYRILLIC_ADJECTIVES,
            _ => return false,
        };
        ends_in(endings, word)
    }

    /// True for a word that may be in the genitive, as far as its ending tells.
    pub fn is_genitive(&self, word: &str) -> bool {
        ends_in("ия ий ого его ой ых их ов ев ей ства ки ры ти сти ния ци ції ств", word)
    }

    /// A noun for an organisation: "airline", "carmaker".
    #[inline(never)]
    pub fn is_organisation_noun(&self, word: &str) -> bool {
        self.has(self.lists.organisation_nouns, word)
            || self.is_english() && ends_in("maker", word) && !self.lists.roles.contains(word)
            || self.ends_as(word, &[("sv", SWEDISH_NOUNS), ("nl", DUTCH_NOUNS), ("de", GERMAN_NOUNS)])
    }
    /// A noun before the name of a place, in any case: "река", "реки".
    #[inline(never)]
    pub fn is_place_noun(&self, word: &str) -> bool {
        self.has(self.lists.place_nouns, word)
    }
    #[inline(never)]
    pub fn is_place_head(&self, word: &str) -> bool {
        self.has(self.lists.place_heads, word)
    }
    /// Whether the ending of a word tells a place, and if so whether it does for sure: "Lindenallee" and "Donaukanal" do, "Tangerhütte" may.
    #[inline(never)]
    pub fn ends_as_place(&self, word: &str) -> Option<bool> {
        let code = self.language.code();
        let ends = |rows: &[(&str, &'static str)]| {
            rows.iter().find(|row| row.0 == code).is_some_and(|row| ends_in(row.1, word))
        };
        let sited = || {
            SITES.iter().find(|row| row.0 == code)?.1.split_ascii_whitespace().find_map(|end| word.strip_suffix(end))
        };
        let named = |stem: &str| self.is_place(stem) || stem.strip_suffix('s').is_some_and(|stem| self.is_place(stem));
        if ends(STREETS) && !listed(ANY_STREET, word) || sited().is_some_and(named) {
            Some(true)
        } else {
            (ends(TOWNS) && !listed(NO_TOWNS, word)).then_some(false)
        }
    }
    #[inline(never)]
    pub fn is_thing_head(&self, word: &str) -> bool {
        self.has(self.lists.thing_heads, word)
    }
    /// True for a noun right before the name of a thing: "its cancer drug", "в фильме".
    #[inline(never)]
    pub fn is_work(&self, word: &str) -> bool {
        listed(THINGS, word)
            || self.declines_names()
                && without_ending(word).is_some_and(|stem| {
                    listed(THINGS, stem) || FIRST_CASE.iter().any(|end| listed(THINGS, &[stem, end].concat()))
                })
    }
    #[inline(never)]
    pub fn is_particle(&self, word: &str) -> bool {
        listed(PARTICLES, word) || word == "i" && self.language.code() == "ca"
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

    fn ends_common(&self, endings: &[&str], word: &str) -> bool {
        word.len() > 5 && endings.iter().any(|ending| word.ends_with(ending)) && !GIVEN_NAMES.contains(word)
    }

    /// The same, but for endings that names have too.
    #[inline(never)]
    pub fn is_surely_common(&self, word: &str) -> bool {
        if !self.is_english() {
            return self.is_function(word)
                || self.lists.roles.contains(word)
                || self.lists.organisation_nouns.contains(word)
                || self.lists.place_nouns.contains(word);
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
