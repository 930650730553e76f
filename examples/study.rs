//! What `train/blocks.py` reads: `study ROWS < documents.jsonl > blocks.jsonl`, then `study ROWS JUDGED < documents.jsonl`.
//!
//! Each line of standard output is `{"id", "texts", "page"}` of one document; the file ROWS gets the features of all blocks of all
//! documents, one byte each, row by row. The first line holds the names of the features.
//!
//! The file JUDGED has one byte for each block of each document: what is thought of it. With it, ROWS gets the features of the
//! blocks in their context.

use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "rows.u8".to_owned());
    let judged = arguments.next().map(std::fs::read).transpose()?;
    let mut judged = judged.as_deref();
    let mut rows = std::io::BufWriter::new(std::fs::File::create(path)?);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let limits = nutgraf::options::Limits::default();
    let mut is_first = true;
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let html = document["html"].as_str().unwrap_or("");
        let Ok(page) = nutgraf::page::parse_html(html, &limits) else { continue };
        let study = nutgraf::article::study(&page, document["url"].as_str());
        let (names, found) = match &mut judged {
            None => (study.names, study.rows),
            Some(rest) => {
                let (own, behind) = rest.split_at(study.rows.len().min(rest.len()));
                *rest = behind;
                nutgraf::article::study_in_context(&page, own)
            }
        };
        if std::mem::take(&mut is_first) {
            writeln!(out, "{}", json!({"names": names}))?;
        }
        found.iter().try_for_each(|row| rows.write_all(row))?;
        writeln!(out, "{}", json!({"id": document["id"], "texts": study.texts, "page": study.page}))?;
    }
    rows.flush()?;
    out.flush()
}
