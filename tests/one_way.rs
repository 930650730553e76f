//! The order of modules: each uses only modules to its left.

use std::fs;
use std::path::{Path, PathBuf};

/// From left to right; those in one row may use each other.
const ORDER: &[&[&str]] = &[
    &["sort", "table", "span", "error", "options", "lexicon"],
    &["page"],
    &["article"],
    &["text"],
    &["digest"],
    &["wasm"],
];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files(&entry, found);
        } else if entry.extension().is_some_and(|kind| kind == "rs") {
            found.push(entry);
        }
    }
}

#[test]
fn a_module_uses_only_modules_to_its_left() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let mut read = 0;
    for file in found {
        let first = file.strip_prefix(&src).unwrap().components().next().unwrap();
        let module = first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let own = rank(&module).unwrap_or_else(|| panic!("{module} has no place in ORDER"));
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            for path in line.split("crate::").skip(1) {
                let used: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let place = format!("{}:{}: {module} uses crate::{used}", file.display(), number + 1);
                let right = rank(&used).unwrap_or_else(|| panic!("{place}, which has no place in ORDER"));
                assert!(right <= own, "{place}");
                read += 1;
            }
        }
    }
    assert!(read > 20, "only {read} paths were read");
}
