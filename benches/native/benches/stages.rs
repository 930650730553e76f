//! Each stage and the whole over the seeds, or over the pages of `NUTGRAF_PAGES` (JSON Lines with "html"), natively.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::{Options, article, page, text};
use std::fs;
use std::hint::black_box;
use std::path::Path;

fn pages() -> Vec<String> {
    if let Ok(file) = std::env::var("NUTGRAF_PAGES") {
        let lines = fs::read_to_string(file).expect("NUTGRAF_PAGES names a readable file");
        let html = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["html"].as_str().map(str::to_owned);
        return lines.lines().filter_map(html).collect();
    }
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let seeds = fs::read_dir(seeds).expect("the checkout has seeds");
    seeds.filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("page.html")).ok()).collect()
}

fn stages(criterion: &mut Criterion) {
    let (pages, options) = (pages(), Options::default());
    let bytes = pages.iter().map(|page| page.len() as u64).sum();
    let parsed: Vec<_> = pages.iter().map(|html| page::parse_html(html, &options.limits).expect("within limits")).collect();
    let articles: Vec<_> = parsed.iter().map(|page| article::extract(page, &options).expect("good options")).collect();
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(bytes)).sample_size(10);
    group.bench_function("page: parse", |bench| {
        bench.iter(|| pages.iter().for_each(|html| drop(black_box(page::parse_html(html, &options.limits)))));
    });
    group.bench_function("article: extract", |bench| {
        bench.iter(|| parsed.iter().for_each(|page| drop(black_box(article::extract(page, &options)))));
    });
    group.bench_function("article: clean HTML", |bench| {
        bench.iter(|| articles.iter().for_each(|article| drop(black_box(article::to_html(article)))));
    });
    group.bench_function("text: segment", |bench| {
        bench.iter(|| articles.iter().for_each(|article| drop(black_box(text::segment(article, &options)))));
    });
    group.bench_function("the whole digest", |bench| {
        bench.iter(|| pages.iter().for_each(|html| drop(black_box(nutgraf::digest_html(html, &options)))));
    });
    group.bench_function("dom_smoothie: parse and extract", |bench| {
        bench.iter(|| {
            for html in &pages {
                let _ = black_box(dom_smoothie::Readability::new(html.as_str(), None, None).and_then(|mut r| r.parse()));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
