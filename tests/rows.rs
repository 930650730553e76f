//! Every line of `tests/rows/*.tsv` is a case, the ones that must find nothing too.

use nutgraf::Options;
use nutgraf::digest::EntityKind;
use nutgraf::options::Boilerplate;

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
        let options = Options { lang: Some(lang.to_owned()), boilerplate: Boilerplate::Keep, ..Options::default() };
        let digest = nutgraf::digest_text(text, &options).unwrap();
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
