//! The functions that JavaScript calls. Strings and one plain options object in, one plain object out.
//!
//! No object lives on this side once a call is over. A refused document is thrown as `{code, message}`.

use super::shape::{RawOptions, Shape};
use crate::options::Limits;
use crate::page::{self, LiveRecord, Page};
use crate::{Digest, Error, Options, article};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The digest of an HTML document or fragment.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = digestHtml)]
pub fn digest_html(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    answer(options, |options| crate::digest_html(html, options))
}

/// The digest of a live document, from the record that `www/walk.js` makes of it.
#[wasm_bindgen(js_name = digestLive)]
pub fn digest_live(events: &[u8], strings: &str, options: JsValue) -> Result<JsValue, JsValue> {
    answer(options, |options| crate::digest_live(&LiveRecord { events, strings }, options))
}

/// The digest of a plain text.
#[wasm_bindgen(js_name = digestText)]
pub fn digest_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    answer(options, |options| crate::digest_text(text, options))
}

/// Whether an HTML document holds an article: the first two stages and no more.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = isReadableHtml)]
pub fn is_readable_html(html: &str, options: JsValue) -> Result<bool, JsValue> {
    is_readable(options, |options| page::parse_html(html, &options.limits))
}

/// Whether a live document holds an article.
#[wasm_bindgen(js_name = isReadableLive)]
pub fn is_readable_live(events: &[u8], strings: &str, options: JsValue) -> Result<bool, JsValue> {
    is_readable(options, |options| page::read_live(&LiveRecord { events, strings }, &options.limits))
}

/// Whether a plain text holds an article.
#[wasm_bindgen(js_name = isReadableText)]
pub fn is_readable_text(text: &str, options: JsValue) -> Result<bool, JsValue> {
    is_readable(options, |options| page::from_text(text, &options.limits))
}

/// The default of the option `maxBytes`, so that a long input is refused before it is copied.
#[wasm_bindgen(js_name = defaultMaxBytes)]
pub fn default_max_bytes() -> u32 {
    u32::try_from(Limits::default().bytes).unwrap_or(u32::MAX)
}

fn answer(options: JsValue, digest: impl FnOnce(&Options) -> Result<Digest, Error>) -> Result<JsValue, JsValue> {
    let options = read(options)?;
    let digest = digest(&options).map_err(thrown)?;
    plain(&Shape::of(&digest, &options.include))
}

fn is_readable(options: JsValue, page: impl FnOnce(&Options) -> Result<Page, Error>) -> Result<bool, JsValue> {
    let options = read(options)?;
    let page = page(&options).map_err(thrown)?;
    Ok(article::extract(&page, &options).map_err(thrown)?.unreadable.is_none())
}

fn read(options: JsValue) -> Result<Options, JsValue> {
    let raw: RawOptions = serde_wasm_bindgen::from_value(options)?;
    raw.check().map_err(thrown)
}

/// An error as `{code, message}`.
fn thrown(error: Error) -> JsValue {
    #[derive(Serialize)]
    struct Thrown {
        code: &'static str,
        message: String,
    }
    let thrown = Thrown { code: error.code(), message: error.to_string() };
    plain(&thrown).unwrap_or_else(|error| error)
}

/// A plain object: null for what isn't known, objects for maps, numbers for numbers.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
