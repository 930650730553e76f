//! What `train/blocks.py` reads: `study ROWS < documents.jsonl > blocks.jsonl`.
//!
//! Each line of standard output is `{"id", "texts", "columns"}` of one document; the file ROWS gets the features of all blocks
//! of all documents, one byte each, row by row. The first line holds the names of the features.

use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "rows.u8".to_owned());
    let mut rows = std::io::BufWriter::new(std::fs::File::create(path)?);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let limits = nutgraf::options::Limits::default();
    let mut is_first = true;
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let html = document["html"].as_str().unwrap_or("");
        let Ok(page) = nutgraf::page::parse_html(html, &limits) else { continue };
        let study = nutgraf::article::study(&page);
        if std::mem::take(&mut is_first) {
            writeln!(out, "{}", json!({"names": study.names}))?;
        }
        study.rows.iter().try_for_each(|row| rows.write_all(row))?;
        writeln!(out, "{}", json!({"id": document["id"], "texts": study.texts}))?;
    }
    rows.flush()?;
    out.flush()
}
