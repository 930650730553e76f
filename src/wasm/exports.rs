//! The functions that JavaScript calls. Strings and one plain options object in, one plain object out.
//!
//! The embed has only what reads live pages; whatever else the package asks is there where HTML is read.
//! No object lives on this side once a call is over. A refused document is thrown as `{code, message}`.

use super::shape::{RawOptions, Shape};
use crate::article::{self, Article};
use crate::digest;
use crate::error::Error;
#[cfg(feature = "parser")]
use crate::options::Limits;
use crate::options::Options;
use crate::page::{self, LiveRecord, Page};
use crate::text;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The digest of an HTML document or fragment.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = digestHtml)]
pub fn digest_html(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::parse_html(html, &options.limits), digested)
}

/// The digest of a live document, from the record that `www/walk.js` makes of it.
#[wasm_bindgen(js_name = digestLive)]
pub fn digest_live(events: &[u8], strings: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::read_live(&LiveRecord { events, strings }, &options.limits), digested)
}

/// The digest of a plain text.
#[cfg(feature = "plain")]
#[wasm_bindgen(js_name = digestText)]
pub fn digest_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::from_text(text, &options.limits), digested)
}

/// Whether an HTML document holds an article: the first two stages and no more.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = isReadableHtml)]
pub fn is_readable_html(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::parse_html(html, &options.limits), is_readable)
}

/// Whether a live document holds an article.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = isReadableLive)]
pub fn is_readable_live(events: &[u8], strings: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::read_live(&LiveRecord { events, strings }, &options.limits), is_readable)
}

/// Whether a plain text holds an article.
#[cfg(feature = "plain")]
#[wasm_bindgen(js_name = isReadableText)]
pub fn is_readable_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    with_article(options, |options| page::from_text(text, &options.limits), is_readable)
}

/// Fails where an option is out of range, before any input is read.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(options: JsValue) -> Result<(), JsValue> {
    read(options).map(drop)
}

/// The default of the option `maxBytes`, so that a long input is refused before it is copied.
#[cfg(feature = "parser")]
#[wasm_bindgen(js_name = defaultMaxBytes)]
pub fn default_max_bytes() -> u32 {
    u32::try_from(Limits::default().bytes).unwrap_or(u32::MAX)
}

fn with_article(
    options: JsValue,
    page: impl FnOnce(&Options) -> Result<Page, Error>,
    then: fn(Article<'_>, &Options) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    let options = read(options)?;
    let page = page(&options).map_err(thrown)?;
    then(article::extract(&page, &options).map_err(thrown)?, &options)
}

#[wasm_bindgen]
extern "C" {
    /// The options, an object whose names and types `www/options.js` has checked, or a list in it.
    type Given;

    #[wasm_bindgen(method, indexing_getter)]
    fn get(this: &Given, name: &str) -> JsValue;
}

fn read(options: JsValue) -> Result<Options, JsValue> {
    let given: Given = options.unchecked_into();
    let texts = |name: &str| {
        let list = given.get(name);
        let list = list.is_object().then(|| list.unchecked_into::<Given>());
        list.map_or_else(Vec::new, |list| (0..).map_while(|at: u32| list.get(&at.to_string()).as_string()).collect())
    };
    let raw = RawOptions::of(&|name| given.get(name).as_f64(), &|name| given.get(name).as_string(), &texts);
    raw.check().map_err(thrown)
}

fn digested(article: Article<'_>, options: &Options) -> Result<JsValue, JsValue> {
    let text = text::segment(&article, options);
    plain(&Shape::of(&digest::digest(article, text, options), &options.include))
}

#[cfg(feature = "parser")]
fn is_readable(article: Article<'_>, _options: &Options) -> Result<JsValue, JsValue> {
    Ok(JsValue::from_bool(article.unreadable.is_none()))
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
