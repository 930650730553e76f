//! A live DOM → `Page`: one record, walked in JavaScript (`www/walk.js`) and passed once.
//!
//! The record, version 1, is described here and only here. `events` begins with the byte 1; each byte after it is one
//! event. An event takes its strings, in order, from `strings`, where each string is ended by U+0000.
//!
//! | byte | event                                          | strings taken      |
//! |------|------------------------------------------------|--------------------|
//! | 0    | the innermost open element ends                |                    |
//! | 1    | a text                                         | its characters     |
//! | 2    | an element begins                              | its name           |
//! | 3    | an element begins that computed style hides    | its name           |
//! | 4    | an attribute of the element that has just begun| its name, its value|
//! | 5    | the address of the document, before all others | the URL            |
//!
//! Names are in lower case. Every element that begins ends, every string is taken, and no character of a string is
//! U+0000. The contents of a shadow root and of a slot stand where they are displayed.

use super::{Builder, Page, Source};
use crate::error::Error;
use crate::options::Limits;

/// The version of the record that this file describes.
const VERSION: u8 = 1;

const END: u8 = 0;
const TEXT: u8 = 1;
const BEGIN: u8 = 2;
const BEGIN_HIDDEN: u8 = 3;
const ATTRIBUTE: u8 = 4;
const ADDRESS: u8 = 5;

/// What `www/walk.js` writes.
#[derive(Clone, Copy, Debug)]
pub struct LiveRecord<'r> {
    /// The version, then one code per event.
    pub events: &'r [u8],
    /// The strings of the events, one after another, each ended by U+0000.
    pub strings: &'r str,
}

/// The page of a record. Fails with `bad-input` where the record doesn't decode, with `too-large` past a limit.
pub fn read_live(record: &LiveRecord<'_>, limits: &Limits) -> Result<Page, Error> {
    limits.check_bytes(record.strings.len())?;
    let Some((&VERSION, events)) = record.events.split_first() else {
        return Err(bad("a live record of another version"));
    };
    let mut reader = Reader { events, rest: record.strings };
    let mut page = Builder::new(Source::Live);
    let (mut depth, mut elements) = (0_usize, 0_usize);
    while let Some(event) = reader.event() {
        match event {
            TEXT => page.text(reader.string()?),
            BEGIN | BEGIN_HIDDEN => {
                elements += 1;
                limits.check_elements(elements)?;
                depth += 1;
                let name = reader.string()?;
                let attributes = reader.attributes()?;
                page.open(name, attributes, event == BEGIN_HIDDEN);
            }
            END => {
                depth = depth.checked_sub(1).ok_or_else(|| bad("a live record that ends an element too many"))?;
                page.close();
            }
            ADDRESS if elements == 0 => page.address(reader.string()?),
            _ => return Err(bad("a live record with an event out of place")),
        }
    }
    if depth > 0 || !reader.rest.is_empty() {
        return Err(bad("a live record that breaks off"));
    }
    Ok(page.finish())
}

fn bad(what: &'static str) -> Error {
    Error::BadInput { what }
}

/// What is left of a record.
struct Reader<'r> {
    events: &'r [u8],
    rest: &'r str,
}

impl<'r> Reader<'r> {
    fn event(&mut self) -> Option<u8> {
        let (&event, rest) = self.events.split_first()?;
        self.events = rest;
        Some(event)
    }

    fn string(&mut self) -> Result<&'r str, Error> {
        let (string, rest) = self.rest.split_once('\0').ok_or_else(|| bad("a live record that lacks a string"))?;
        self.rest = rest;
        Ok(string)
    }

    fn attributes(&mut self) -> Result<Vec<(&'r str, &'r str)>, Error> {
        let count = self.events.iter().take_while(|&&event| event == ATTRIBUTE).count();
        self.events = &self.events[count..];
        (0..count).map(|_| Ok((self.string()?, self.string()?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{NodeId, NodeKind, Tag};

    fn read(events: &[u8], strings: &str) -> Result<Page, Error> {
        read_live(&LiveRecord { events, strings }, &Limits::default())
    }

    #[test]
    fn a_record_becomes_a_page_with_attributes_texts_and_hidden_elements() {
        let events = [1, 5, 2, 4, 1, 2, 1, 0, 1, 0, 3, 1, 0];
        let strings = "https://a.example/\0p\0class\0lead\0One \0b\0two\0 three\0div\0unseen\0";
        let page = read(&events, strings).unwrap();
        assert_eq!(page.url.as_deref(), Some("https://a.example/"));
        let lead = page.first(Tag::P).unwrap();
        assert_eq!(page.attribute(lead, "class"), Some("lead"));
        assert_eq!(page.text_of(lead), "One two three");
        let unseen = page.first(Tag::DIV).unwrap();
        assert_eq!(page.parent(unseen), NodeId::ROOT);
        assert!(matches!(page.nodes[unseen.index()].kind, NodeKind::Element { hidden: true, .. }));
        assert!(matches!(page.nodes[lead.index()].kind, NodeKind::Element { hidden: false, .. }));
    }

    #[test]
    fn a_record_that_does_not_decode_is_bad_input() {
        let cases: [(&[u8], &str); 10] = [
            (&[], ""),
            (&[2], "p\0"),
            (&[1, 2], "p\0"),
            (&[1, 0], ""),
            (&[1, 1], "no end"),
            (&[1, 2, 0], "p\0more\0"),
            (&[1, 2, 4, 0], "p\0class\0"),
            (&[1, 4], "class\0lead\0"),
            (&[1, 2, 5, 0], "p\0https://a.example/\0"),
            (&[1, 9], ""),
        ];
        for (events, strings) in cases {
            assert_eq!(read(events, strings).unwrap_err().code(), "bad-input", "{events:?} {strings:?}");
        }
    }

    #[test]
    fn limits_hold_for_records_too() {
        let few = Limits { elements: 10, ..Limits::default() };
        let events: Vec<u8> = [VERSION].into_iter().chain([BEGIN, END].repeat(11)).collect();
        let record = LiveRecord { events: &events, strings: &"i\0".repeat(11) };
        assert_eq!(read_live(&record, &few).unwrap_err().code(), "too-large");
        let small = Limits { bytes: 10, ..Limits::default() };
        assert_eq!(read_live(&record, &small).unwrap_err().code(), "too-large");
    }

    #[test]
    fn a_hundred_thousand_nested_elements_are_read() {
        let events: Vec<u8> = [VERSION].into_iter().chain([BEGIN; 100_000]).chain([END; 100_000]).collect();
        assert_eq!(read(&events, &"b\0".repeat(100_000)).unwrap().nodes.len(), 100_001);
    }
}
