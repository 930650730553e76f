//! Keywords: phrases in the text's own spelling, each once.

use nutgraf::{Options, digest_text};

const STORY: &str = "The harbour bridge in Eastport will close for repairs in June. Engineers found rust in the harbour bridge last winter. \
    The council of Eastport says that the repairs will cost four million dollars. Drivers must use the Mill Road tunnel while the \
    harbour bridge is closed. Mayor Dana Whitlock promised that the repairs would end before winter.";

fn keywords(text: &str) -> Vec<String> {
    let digest = digest_text(text, &Options::default()).unwrap();
    digest.keywords.iter().map(|k| k.span.of(&digest.text.body).to_owned()).collect()
}

#[test]
fn the_phrase_that_returns_comes_first_and_only_once() {
    let found = keywords(STORY);
    assert_eq!(found[0], "harbour bridge");
    assert!(!found[1..].iter().any(|k| k == "harbour" || k == "bridge"), "{found:?}");
}

#[test]
fn scores_fall_from_one() {
    let digest = digest_text(STORY, &Options::default()).unwrap();
    let scores: Vec<f32> = digest.keywords.iter().map(|k| k.score).collect();
    assert_eq!(scores[0], 1.0);
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1] && pair[1] > 0.0));
}

#[test]
fn a_text_without_topics_has_no_keywords() {
    assert_eq!(keywords("12 34 56."), Vec::<String>::new());
}

#[test]
fn a_keyword_stands_in_one_form_and_without_its_genitive() {
    let found = keywords(
        "Orvania's ministers met in Lima. The Orvanian delegation praised Orvania's coffee, and Orvania's farmers praised the \
         Orvanian harvest.",
    );
    assert_eq!(found.iter().filter(|keyword| keyword.starts_with("Orvania")).count(), 1, "{found:?}");
    assert!(!found.iter().any(|keyword| keyword.ends_with("'s")), "{found:?}");
}

#[test]
fn a_keyword_has_no_verb_and_no_number_in_it() {
    let found = keywords(
        "Carlos Mendez later became the minister of education and opened 300 schools. The council closed two village schools on \
         Monday. Judge Anne Lister told reporters that the closure cost four million euros.",
    );
    for verb in ["closed", "told", "became", "two", "four", "million"] {
        assert!(!found.iter().any(|keyword| keyword.split(' ').any(|word| word == verb)), "{found:?}");
    }
}
