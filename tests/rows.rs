//! Every line of `tests/rows/*.tsv` is a case, the ones that must find nothing too.

use nutgraf::Options;
use nutgraf::article::{self, Metadata};
use nutgraf::digest::{Digest, EntityKind, Figure, FigureValue, Readability};
use nutgraf::options::Boilerplate;

/// As a row's text is digested: in its language, with nothing taken for boilerplate.
fn digest(text: &str, lang: &str) -> Digest {
    let options = Options { lang: Some(lang.to_owned()), boilerplate: Boilerplate::Keep, ..Options::default() };
    nutgraf::digest_text(text, &options).unwrap()
}

/// The lines of a table without its comments, each split at tabs.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn every_row_of_entities_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for row in rows(include_str!("rows/entities.tsv")) {
        let [lang, text, expected] = row[..] else { panic!("three columns: {row:?}") };
        let digest = digest(text, lang);
        let letter = |kind| match kind {
            EntityKind::Person => "p",
            EntityKind::Organisation => "o",
            EntityKind::Place => "l",
        };
        let mut found: Vec<String> = digest
            .entities
            .iter()
            .map(|entity| {
                let role = entity.role.map_or(String::new(), |role| format!(" = {}", role.of(&digest.text.body)));
                format!("{} {}{role}", letter(entity.kind), entity.name)
            })
            .collect();
        let mut expected: Vec<String> =
            expected.split("; ").filter(|entity| *entity != "-").map(str::to_owned).collect();
        found.sort();
        expected.sort();
        cases += 1;
        if found != expected {
            wrong.push(format!("{text}\n   expected {expected:?}\n   found    {found:?}"));
        }
    }
    assert!(cases > 0 && wrong.is_empty(), "{} of {cases} rows:\n{}", wrong.len(), wrong.join("\n"));
}

/// Each line: fields with their values, parted by ";;" ("-" where there is none), language and address, the head, what stands
/// before the text, what stands behind it.
#[test]
fn every_row_of_metadata_is_read() {
    const TEXT: &str = include_str!("rows/metadata.html");
    let mut wrong = Vec::new();
    for row in rows(include_str!("rows/metadata.tsv")) {
        let [expected, place, head, above, below] = row[..] else { panic!("five columns: {row:?}") };
        let (lang, address) = place.split_once(' ').unwrap();
        let html = format!("<html lang={lang}><head>{head}</head><body>{above}{TEXT}{below}</body></html>");
        let options = Options { url: Some(address.to_owned()), ..Options::default() };
        let page = nutgraf::page::parse_html(&html, &options.limits).unwrap();
        let found = article::extract(&page, &options).unwrap().metadata;
        for expected in expected.split(";; ") {
            let (field, value) = expected.split_once(' ').unwrap();
            let found = told(&found, field).unwrap_or("-");
            if found != value {
                wrong.push(format!("{head}{above}{below}\n   expected {field} {value}\n   found    {field} {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn told<'m>(metadata: &'m Metadata, field: &str) -> Option<&'m str> {
    let value = match field {
        "title" => &metadata.title,
        "byline" => &metadata.byline,
        "site" => &metadata.site_name,
        "published" => &metadata.published_time,
        "modified" => &metadata.modified_time,
        _ => panic!("no field {field}"),
    };
    value.as_deref()
}

/// A value as the table writes it: "12.5", "3..5", "2024-05-14", "-" where it isn't known.
fn written(value: &FigureValue) -> String {
    match value {
        FigureValue::Number(number) => format!("{}", number.to_f64()),
        FigureValue::Between(low, high) => format!("{}..{}", low.to_f64(), high.to_f64()),
        FigureValue::Written(text) => text.clone(),
        FigureValue::Span(first, last) => format!("{first}..{last}"),
        FigureValue::Unknown => "-".to_owned(),
    }
}

/// Values agree where they are the same text, or numbers that differ by rounding alone.
fn agrees(value: &FigureValue, expected: &str) -> bool {
    let found = written(value);
    let near = |a: &str, b: &str| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 5e-5 * a.abs().max(1e-9),
        _ => a == b,
    };
    match (found.split_once(".."), expected.split_once("..")) {
        (Some((a, b)), Some((c, d))) => near(a, c) && near(b, d),
        (None, None) => near(&found, expected),
        _ => false,
    }
}

/// Each line: language, text, then for every figure of the text kind, as written, value and unit, or one "-" for none.
#[test]
fn every_row_of_figures_is_read() {
    let mut wrong = Vec::new();
    for cells in rows(include_str!("rows/figures.tsv")) {
        let [lang, text, expected @ ..] = cells.as_slice() else { panic!("a language, a text and figures: {cells:?}") };
        let digest = digest(text, lang);
        let mut figures: Vec<&Figure> = digest.figures.iter().collect();
        figures.sort_by_key(|figure| figure.span.start);
        let told = |figure: &Figure| {
            let unit = figure.unit.as_deref().unwrap_or("");
            format!("{} {:?} {} {unit}", figure.kind.name(), figure.span.of(&digest.text.body), written(&figure.value))
        };
        let expected: Vec<&[&str]> = if *expected == ["-"] { vec![] } else { expected.chunks(4).collect() };
        let fits = |figure: &Figure, row: &[&str]| {
            let unit = row.get(3).copied().unwrap_or("");
            figure.kind.name() == row[0]
                && figure.span.of(&digest.text.body) == row[1]
                && agrees(&figure.value, row[2])
                && figure.unit.as_deref().unwrap_or("") == unit
        };
        if figures.len() != expected.len() || !figures.iter().zip(&expected).all(|(figure, row)| fits(figure, row)) {
            wrong.push(format!(
                "{text}\n      found {:?}",
                figures.iter().map(|figure| told(figure)).collect::<Vec<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} rows are read wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_row_of_labels_is_told_so() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("rows/labels.tsv")) {
        let [lang, text, figure, label] = row[..] else { panic!("four columns: {row:?}") };
        let digest = digest(text, lang);
        let found = digest.figures.iter().find(|found| found.span.of(&digest.text.body) == figure);
        let told = found.map(|found| found.label.of(&digest.text.body));
        if told != Some(label) {
            wrong.push(format!("{text}\n   expected {label:?}\n   found    {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} labels:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a row of `readability.tsv` calls by name.
fn score(found: &Readability, name: &str) -> Option<f32> {
    match name {
        "fleschReadingEase" => found.flesch_reading_ease,
        "fleschKincaidGrade" => found.flesch_kincaid_grade,
        "gunningFog" => found.gunning_fog,
        "smog" => found.smog,
        "colemanLiau" => found.coleman_liau,
        "automatedReadability" => found.automated_readability,
        "daleChall" => found.dale_chall,
        "lix" => found.lix,
        "rix" => found.rix,
        "grade" => found.grade,
        own => found.own.iter().find(|(name, _)| *name == own).and_then(|&(_, score)| score),
    }
}

#[test]
fn every_row_of_readability_has_the_counts_and_scores_found_by_hand() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("rows/readability.tsv")) {
        let [lang, text, counts, scores] = row[..] else { panic!("four columns: {row:?}") };
        let found = digest(text, lang).readability.unwrap();
        let syllables = found.syllables.map_or("-".to_owned(), |count| count.to_string());
        let counted = format!("{} {} {syllables} {}", found.words, found.sentences, found.characters);
        if counted != counts {
            wrong.push(format!("{lang}: {counted}, not {counts}"));
        }
        for (name, expected) in scores.split("; ").filter_map(|score| score.split_once(' ')) {
            let expected: f32 = expected.parse().unwrap();
            if score(&found, name).is_none_or(|score| (score - expected).abs() > 0.005) {
                wrong.push(format!("{lang}: {name} {:?}, not {expected}", score(&found, name)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
