//! Documents made to cost time or memory, beside an ordinary page of the same size: each ends in a digest or in a clear
//! error, in at most ten times the page's processor time and in memory of at most twenty times its own size.
//!
//! `NUTGRAF_HOSTILE=full cargo test --release --test linear -- --nocapture` takes them as large as they come.

use nutgraf::options::Limits;
use nutgraf::{Digest, Error, Options};
use std::fs;
use std::process::Command;
use std::time::Instant;

const TIMES_MAX: f64 = 10.0;
const MEMORY_TIMES_MAX: f64 = 20.0;
/// What a digest of anything may take beside. A page of a million paragraphs of seven characters needs nearly all of it.
const MEMORY_CONSTANT: f64 = 256e6;
/// A small document's time is mostly that of the start.
const TIME_CONSTANT: f64 = 0.05;

type Read = fn(&str, &Options) -> Result<Digest, Error>;

/// Name, how it is read, and the document, whose number of parts is told.
struct Hostile(&'static str, Read, usize, fn(usize) -> String);

const HTML: Read = nutgraf::digest_html;
const TEXT: Read = nutgraf::digest_text;

/// As large as they come: bombs of a few MB, and lines of some tens.
const DOCUMENTS: &[Hostile] = &[
    Hostile("nested divs", HTML, 1_000_000, |n| "<div>".repeat(n)),
    Hostile("nested divs with a word in each", HTML, 1_000_000, |n| "<div>word ".repeat(n)),
    Hostile("nested and closed spans", HTML, 500_000, |n| format!("{}x{}", "<span>".repeat(n), "</span>".repeat(n))),
    Hostile("nested quotes", HTML, 500_000, |n| "<blockquote><p>He said so.".repeat(n)),
    Hostile("nested lists", HTML, 300_000, |n| "<ul><li>item ".repeat(n)),
    Hostile("unclosed paragraphs", HTML, 1_000_000, |n| "<p>one two".repeat(n)),
    Hostile("misnested formatting", HTML, 100_000, |n| "<b><i><u><p>x</b></i></u>".repeat(n)),
    Hostile("adoption agency", HTML, 100_000, |n| "<a><div>".repeat(n)),
    Hostile("deep tables", HTML, 200_000, |n| "<table><tr><td>".repeat(n)),
    Hostile("a wide table", HTML, 300_000, |n| format!("<table>{}</table>", "<tr><td>1<td>two".repeat(n))),
    Hostile("attributes of one element", HTML, 100_000, |n| {
        format!("<p{}>text</p>", (0..n).map(|at| format!(" a{at}=1")).collect::<String>())
    }),
    Hostile("elements with attributes", HTML, 100_000, |n| {
        (0..n).map(|at| format!("<p class=c{at} id=i{at} data-x={at}>text number {at}</p>")).collect()
    }),
    Hostile("links", HTML, 100_000, |n| (0..n).map(|at| format!("<a href=/{at}>link {at}</a> ")).collect()),
    Hostile("line breaks", HTML, 1_000_000, |n| "a<br>".repeat(n)),
    Hostile("a page without a space", HTML, 20_000_000, |n| format!("<p>{}", "a".repeat(n))),
    Hostile("a text without a space", TEXT, 30_000_000, |n| "a".repeat(n)),
    Hostile("digits without a space", TEXT, 10_000_000, |n| "7".repeat(n)),
    Hostile("one sentence", TEXT, 2_000_000, |n| "word ".repeat(n)),
    Hostile("one sentence of names", TEXT, 1_000_000, |n| "Anna Bell, ".repeat(n)),
    Hostile("one sentence of commas", TEXT, 2_000_000, |n| "a, ".repeat(n)),
    Hostile("sentences of one word", TEXT, 1_000_000, |n| "Word. ".repeat(n)),
    Hostile("identical sentences", TEXT, 100_000, |n| "The same sentence stands here once again. ".repeat(n)),
    Hostile("identical paragraphs", HTML, 100_000, |n| "<p>The same paragraph stands here once again.</p>".repeat(n)),
    Hostile("different names", TEXT, 100_000, |n| {
        (0..n).map(|at| format!("Mr. Ab{}c De{}f spoke. ", letters(at), letters(at / 7))).collect()
    }),
    Hostile("figures", TEXT, 200_000, |n| (0..n).map(|at| format!("It cost ${at}.5 million in {at} days. ")).collect()),
    Hostile("short lines", TEXT, 1_000_000, |n| "a b c\n".repeat(n)),
    Hostile("blank lines", TEXT, 10_000_000, |n| "\n".repeat(n)),
    Hostile("opening brackets", HTML, 1_000_000, |n| "<".repeat(n)),
    Hostile("opening brackets as text", TEXT, 1_000_000, |n| "<(\"“[".repeat(n / 5)),
    Hostile("entities", HTML, 1_000_000, |n| "&amp;".repeat(n)),
    Hostile("unfinished entities", HTML, 2_000_000, |n| "&am".repeat(n)),
    Hostile("comments", HTML, 500_000, |n| "<!-- -->".repeat(n)),
    Hostile("an unclosed comment", HTML, 5_000_000, |n| format!("<!--{}", "-".repeat(n))),
    Hostile("an unclosed script", HTML, 2_000_000, |n| format!("<script>{}", "</scrip ".repeat(n))),
    Hostile("data of a page", HTML, 200_000, |n| {
        format!("<script type=application/ld+json>{}</script><p>Text.", "[{\"a\":".repeat(n))
    }),
    Hostile("combining marks", TEXT, 5_000_000, |n| format!("e{}", "\u{301}".repeat(n / 2))),
    Hostile("joined emoji", TEXT, 1_000_000, |n| "👩\u{200d}".repeat(n)),
    Hostile("Chinese without an end", TEXT, 3_000_000, |n| "漢".repeat(n)),
    Hostile("Thai without an end", TEXT, 3_000_000, |n| "ก".repeat(n)),
    Hostile("abbreviations", TEXT, 1_000_000, |n| "e.g. ".repeat(n)),
    Hostile("initials", TEXT, 1_000_000, |n| "J. R. ".repeat(n)),
    Hostile("open quotations", TEXT, 1_000_000, |n| "“He said. ".repeat(n)),
    Hostile("full stops", TEXT, 5_000_000, |n| ".".repeat(n)),
];

/// A number as letters, so that each is a word of its own.
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
        if number == 0 {
            return word;
        }
    }
}

/// A page as people write them, of about so many bytes.
fn ordinary(bytes: usize) -> String {
    let page = include_str!("../seeds/reservoir-works/page.html");
    let (head, rest) = page.split_once("<p").expect("the seed has paragraphs");
    let mut made = head.to_string();
    for (at, paragraph) in rest.split("<p").filter(|part| part.len() > 200).cycle().enumerate() {
        if made.len() >= bytes {
            break;
        }
        made.push_str("<p");
        made.push_str(&paragraph.replacen(' ', &format!(" {} ", letters(at + 700)), 2));
    }
    made
}

/// Seconds of processor time that this thread has had, where the system tells; else the time on the wall.
fn seconds(began: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.as_deref().and_then(|text| text.split(' ').next()).and_then(|text| text.parse::<f64>().ok());
    nanoseconds.map_or_else(|| began.elapsed().as_secs_f64(), |value| value / 1e9)
}

/// A figure of this process in bytes, as Linux tells it: `VmRSS` or, since the last reset, `VmHWM`.
fn memory(name: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim_matches(|c: char| !c.is_ascii_digit()).parse::<f64>().ok()? * 1024.0)
}

/// Seconds and bytes that reading a document took; no bytes where the system doesn't tell.
fn cost(read: Read, document: &str) -> (f64, Option<f64>, String) {
    let options = Options { limits: Limits { bytes: usize::MAX, ..Limits::default() }, ..Options::default() };
    // Asks Linux to forget the greatest size so far.
    let is_reset = fs::write("/proc/self/clear_refs", "5").is_ok();
    let held = memory("VmRSS:");
    let start = Instant::now();
    let from = seconds(start);
    let digest = read(document, &options);
    let took = seconds(start) - from;
    let peak = held.zip(memory("VmHWM:")).filter(|_| is_reset).map(|(before, most)| most - before);
    let outcome = match digest {
        Ok(digest) => digest.unreadable.map_or_else(|| "read".into(), |reason| format!("{reason:?}")),
        Err(error) => error.code().into(),
    };
    (took, peak, outcome)
}

/// Reads one document beside a page of its size, and prints what both cost. Runs in a process of its own, so that nothing that
/// another document left behind counts.
#[test]
fn measure_one() {
    let Ok(name) = std::env::var("NUTGRAF_HOSTILE_NAME") else { return };
    let Hostile(_, read, parts, make) =
        DOCUMENTS.iter().find(|document| document.0 == name).expect("the name is a row");
    let document = make(parts / share());
    let (took, peak, outcome) = cost(*read, &document);
    let (page, _, _) = cost(HTML, &ordinary(document.len()));
    println!("cost\t{}\t{took}\t{page}\t{}\t{outcome}", document.len(), peak.unwrap_or(0.0));
}

/// One in how many of a document's parts is made: all where the environment says so.
fn share() -> usize {
    if std::env::var("NUTGRAF_HOSTILE").is_ok_and(|value| value == "full") { 1 } else { 100 }
}

fn measured(name: &str) -> Vec<String> {
    let this = std::env::current_exe().unwrap();
    let mut command = Command::new(this);
    let output =
        command.args(["--exact", "measure_one", "--nocapture"]).env("NUTGRAF_HOSTILE_NAME", name).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let Some((_, cost)) = said.split_once("cost\t") else {
        panic!("{name}: {said} {}", String::from_utf8_lossy(&output.stderr));
    };
    cost.lines().next().unwrap().split('\t').map(str::to_string).collect()
}

#[test]
fn no_document_costs_ten_times_an_ordinary_page_of_its_size_or_twenty_times_its_bytes() {
    let mut broken = Vec::new();
    for Hostile(name, ..) in DOCUMENTS {
        let fields = measured(name);
        let [bytes, took, page, peak] = [0, 1, 2, 3].map(|at| fields[at].parse::<f64>().unwrap());
        let times = took / (page + TIME_CONSTANT / TIMES_MAX);
        let size = bytes / 1e6;
        println!("{name:32} {size:6.1} MB  {took:7.2} s  {times:6.2} × a page  {:6.1} MB  {}", peak / 1e6, fields[4]);
        if times > TIMES_MAX || peak > MEMORY_TIMES_MAX * bytes + MEMORY_CONSTANT {
            broken.push(format!("{name}: {times:.1} times a page's time, {:.0} MB for {size:.1}", peak / 1e6));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
