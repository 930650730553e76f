//! Every seed: its claims hold, its snapshot is unchanged, every span slices back to its text.

use nutgraf::wasm::shape::{RawOptions, Shape};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn seeds() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut seeds: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.retain(|path| path.is_dir());
    seeds.sort();
    seeds
}

fn claims(seed: &Path) -> Value {
    let written = fs::read_to_string(seed.join("claims.json")).unwrap();
    serde_json::from_str(&written).unwrap_or_else(|error| panic!("{}: {error}", seed.display()))
}

fn digest(seed: &Path, claims: &Value) -> Value {
    let name = claims["input"].as_str().unwrap();
    let input = fs::read_to_string(seed.join(name)).unwrap();
    let raw = RawOptions {
        url: claims["url"].as_str().map(str::to_owned),
        include: vec!["sentences".into(), "removed".into()],
        ..RawOptions::default()
    };
    let options = raw.check().unwrap();
    let digest = match name.ends_with(".html") {
        true => nutgraf::digest_html(&input, &options),
        false => nutgraf::digest_text(&input, &options),
    };
    serde_json::to_value(Shape::of(&digest.unwrap(), &options.include)).unwrap()
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// What of a seed's claims doesn't hold, in words.
fn broken(claims: &Value, digest: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let mut claim = |holds: bool, what: String| {
        if !holds {
            broken.push(what);
        }
    };
    for field in "readable reason kind lang dir title byline siteName publishedTime canonicalUrl image".split(' ') {
        if let Some(expected) = claims.get(field) {
            claim(&digest[field] == expected, format!("{field} is {}, not {expected}", digest[field]));
        }
    }
    let (text, html) = (digest["text"].as_str().unwrap(), digest["html"].as_str().unwrap());
    texts(&claims["contains"]).for_each(|part| claim(text.contains(part), format!("the text lacks {part:?}")));
    texts(&claims["absent"]).for_each(|part| claim(!text.contains(part), format!("the text has {part:?}")));
    texts(&claims["html"]).for_each(|part| claim(html.contains(part), format!("the html lacks {part:?}")));
    for part in texts(&claims["once"]) {
        let count = text.matches(part).count();
        claim(count == 1, format!("the text has {part:?} {count} times"));
    }
    for (list, name) in [("figures", "text"), ("entities", "name")] {
        for expected in items(&claims[list]) {
            let same = |found: &&Value| found[name] == expected[name] && found["kind"] == expected["kind"];
            let Some(found) = items(&digest[list]).find(same) else {
                claim(false, format!("{list} lack {expected}"));
                continue;
            };
            for (field, value) in expected.as_object().unwrap() {
                let given = &found[field];
                let equal = given == value || (value.is_number() && given.as_f64() == value.as_f64());
                claim(equal, format!("{field} of {expected} is {given}"));
            }
        }
    }
    let has = |list: &str, field: &str, value: &str| items(&digest[list]).any(|item| item[field] == value);
    texts(&claims["sentences"]).for_each(|s| claim(has("sentences", "text", s), format!("no sentence is {s:?}")));
    texts(&claims["removed"]).for_each(|r| claim(has("removed", "reason", r), format!("nothing was removed as {r}")));
    broken
}

#[test]
fn the_claims_of_every_seed_hold() {
    let mut all = Vec::new();
    for seed in seeds() {
        let claims = claims(&seed);
        let name = seed.file_name().unwrap().to_string_lossy().into_owned();
        all.extend(broken(&claims, &digest(&seed, &claims)).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_pasted_page_and_the_same_page_as_html_give_the_same_digest() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/night-ferry/text.txt")).unwrap();
    let mut lines = text.lines().map(|line| line.trim().replace('&', "&amp;")).filter(|line| !line.is_empty()).skip(1);
    let title = lines.next().unwrap();
    let paragraphs: String = lines.map(|line| format!("<p>{line}</p>\n")).collect();
    let html = format!(
        "<!doctype html><html lang=en><title>{title}</title><a href=#main>Skip to main content</a>\
         <nav><a href=/>Home</a> <a href=/news>News</a> <a href=/sport>Sport</a></nav>\
         <main id=main><article><h1>{title}</h1>{paragraphs}</article></main><footer>© 2026</footer></html>"
    );
    let options = nutgraf::Options::default();
    let (pasted, page) =
        (nutgraf::digest_text(&text, &options).unwrap(), nutgraf::digest_html(&html, &options).unwrap());
    assert_eq!(pasted.text.body, page.text.body);
    assert_eq!(pasted.metadata.title, page.metadata.title);
    assert_eq!(pasted.summary, page.summary);
    assert_eq!(pasted.figures, page.figures);
}

#[test]
fn every_span_of_every_seed_slices_back_to_its_text() {
    for seed in seeds() {
        let digest = digest(&seed, &claims(&seed));
        let units: Vec<u16> = digest["text"].as_str().unwrap().encode_utf16().collect();
        let slice = |item: &Value| {
            let (start, end) = (item["start"].as_u64().unwrap() as usize, item["end"].as_u64().unwrap() as usize);
            String::from_utf16(&units[start..end]).unwrap()
        };
        for item in ["summary", "figures", "sentences"].iter().flat_map(|list| items(&digest[*list])) {
            assert_eq!(slice(item), item["text"].as_str().unwrap(), "{}", seed.display());
        }
        for mention in items(&digest["entities"]).flat_map(|entity| items(&entity["mentions"])) {
            assert!(!slice(mention).trim().is_empty(), "{}: {mention}", seed.display());
        }
        for figure in items(&digest["figures"]) {
            let (label, written) = (figure["label"].as_str().unwrap(), figure["text"].as_str().unwrap());
            assert!(label.contains(written), "{}: {figure}", seed.display());
        }
    }
}

#[test]
fn the_snapshot_of_every_seed_is_unchanged() {
    for seed in seeds() {
        let path = seed.join("snapshot.json");
        let digest = digest(&seed, &claims(&seed));
        if std::env::var_os("NUTGRAF_BLESS").is_some() {
            fs::write(&path, serde_json::to_string_pretty(&digest).unwrap() + "\n").unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let snapshot: Value = serde_json::from_str(&written).unwrap();
        assert!(snapshot == digest, "{} differs: NUTGRAF_BLESS=1 rewrites it, read the diff", path.display());
    }
}
