//! Documents nobody would write: broken markup, every script, seeds cut and shuffled. Each ends in a digest that keeps its
//! promises, or in a clear error.

mod invariants;

use nutgraf::Options;
use nutgraf::options::{Boilerplate, Include};
use std::fs;
use std::path::Path;

fn check_all(input: &str) {
    for boilerplate in [Boilerplate::Drop, Boilerplate::Keep] {
        let include = vec![Include::Removed];
        let options = Options { boilerplate, include, url: Some("https://a.example/b".into()), ..Options::default() };
        invariants::check(&nutgraf::digest_html(input, &options).unwrap());
        invariants::check(&nutgraf::digest_text(input, &options).unwrap());
    }
}

/// Marsaglia's xorshift: the same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Pieces that have broken parsers, splitters and number readers.
const SHARDS: &[&str] = &[
    "<",
    "</p>",
    "<p>",
    "<table><td>",
    "</table>",
    "<!--",
    "-->",
    "<b><i></b>",
    "<svg><style>",
    "<math><mi>",
    "&#0;",
    "&amp",
    "<br><br>",
    "<li>",
    "<template>",
    "<noscript>",
    "<a href=javascript:x>",
    "\"",
    "“",
    "„",
    "»",
    "(",
    "…",
    ". ",
    "? ",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "👩‍👩‍👧",
    "e\u{301}",
    "漢字。",
    "ประเทศ",
    "हिन्दी।",
    "العربية؟ ",
    "שלום. ",
    "$",
    "€1.2bn",
    "99999999999999999999999999",
    "1e999",
    "0.0000000000000000000000001",
    "between 10 and ",
    "%",
    "½",
    "12/13/14",
    "25:61",
    "-",
    "–",
    "\r\n",
    "\n\n",
    "\t",
    "\u{2028}",
    "Mr. ",
    "U.S. ",
    "J. R. R. ",
    "said",
];

#[test]
fn a_document_of_shards_keeps_every_promise() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..300 {
        let length = 1 + random.below(60);
        let document: String = (0..length).map(|_| SHARDS[random.below(SHARDS.len())]).collect();
        check_all(&document);
    }
}

#[test]
fn a_seed_that_was_cut_and_shuffled_keeps_every_promise() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for entry in fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()) {
        let read = |name| fs::read_to_string(entry.join(name)).ok();
        let Some(seed) = read("page.html").or_else(|| read("text.txt")) else { continue };
        for _ in 0..12 {
            let characters: Vec<char> = seed.chars().collect();
            let mut document = String::new();
            for _ in 0..1 + random.below(6) {
                let from = random.below(characters.len());
                let to = (from + random.below(3000)).min(characters.len());
                document.extend(&characters[from..to]);
                document.push_str(SHARDS[random.below(SHARDS.len())]);
            }
            check_all(&document);
        }
    }
}

#[test]
fn nothing_at_all_is_called_empty() {
    for input in ["", " ", "\n\n\t", "\u{a0}", "<p></p>"] {
        let digest = nutgraf::digest_html(input, &Options::default()).unwrap();
        assert_eq!(digest.unreadable.map(|reason| reason.name()), Some("empty"), "{input:?}");
    }
}

#[test]
fn what_degrades_the_answer_is_said() {
    let page = "<p>The ferry sank on Monday off the coast of Norway.</p><p>All 47 passengers were rescued by the coastguard.</p>";
    let warnings = |page: &str, options: Options| nutgraf::digest_html(page, &options).unwrap().warnings;
    let lang = |tag: &str| Options { lang: Some(tag.to_owned()), ..Options::default() };
    assert_eq!(warnings(page, lang("en-GB")), [] as [&str; 0]);
    assert_eq!(warnings(page, lang("nn")), [] as [&str; 0]);
    assert!(warnings(page, lang("zz"))[0].contains("no word lists for the language zz"));
    assert!(warnings(page, lang("the English"))[0].contains("isn't a language tag"));
    assert!(warnings(&page.replace('k', "\u{fffd}"), Options::default())[0].contains("couldn't be decoded"));
    let nowhere = Options { root: Some(".nowhere".to_owned()), ..Options::default() };
    assert!(warnings(page, nowhere)[0].contains("root"));
}
