//! JSON → a flat tree of values, read tolerantly: what sites put into `<script type="application/ld+json">`.
//!
//! A text goes in, however broken; what could be read before the fault comes out. Nothing recurses.

/// The place of a value in `Json::values`.
pub(super) type ValueId = usize;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    String,
    /// A number, `true`, `false` or `null`.
    Bare,
}

#[derive(Clone, Copy, Debug)]
struct Value {
    kind: Kind,
    /// The raw name that an object gives it; empty in arrays.
    key: (usize, usize),
    /// The raw characters of a string (without quotes) or a bare value.
    raw: (usize, usize),
    /// One past the last value inside it.
    end: ValueId,
}

/// The values of a JSON text in document order; several roots may stand one after another.
pub(super) struct Json<'t> {
    text: &'t str,
    values: Vec<Value>,
}

impl<'t> Json<'t> {
    /// Reads as much as can be read.
    pub(super) fn read(text: &'t str) -> Self {
        let mut reader = Reader { bytes: text.as_bytes(), at: 0, values: Vec::new(), open: Vec::new(), key: (0, 0) };
        while reader.step() {}
        let end = reader.values.len();
        for id in reader.open {
            reader.values[id].end = end;
        }
        Self { text, values: reader.values }
    }

    /// The values that stand in no other.
    pub(super) fn roots(&self) -> impl Iterator<Item = ValueId> {
        self.siblings(0, self.values.len())
    }

    /// The values directly inside an object or array, in order.
    pub(super) fn children(&self, id: ValueId) -> impl Iterator<Item = ValueId> {
        self.siblings(id + 1, self.values[id].end)
    }

    fn siblings(&self, first: ValueId, end: ValueId) -> impl Iterator<Item = ValueId> {
        let first = Some(first).filter(|&at| at < end);
        std::iter::successors(first, move |&at| Some(self.values[at].end).filter(|&next| next < end))
    }

    /// What the value is.
    pub(super) fn kind(&self, id: ValueId) -> Kind {
        self.values[id].kind
    }

    /// The value that an object gives that name.
    pub(super) fn get(&self, id: ValueId, name: &str) -> Option<ValueId> {
        if self.kind(id) != Kind::Object {
            return None;
        }
        self.children(id).find(|&child| self.key(child) == name)
    }

    /// The name that an object gives the value, as it is written.
    pub(super) fn key(&self, id: ValueId) -> &'t str {
        let (start, end) = self.values[id].key;
        &self.text[start..end]
    }

    /// A string's characters with its escapes resolved; `None` for other values.
    pub(super) fn string(&self, id: ValueId) -> Option<String> {
        let value = self.values[id];
        (value.kind == Kind::String).then(|| unescape(&self.text[value.raw.0..value.raw.1]))
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    values: Vec<Value>,
    /// Objects and arrays that are open, innermost last.
    open: Vec<ValueId>,
    /// The name read last, still without its value.
    key: (usize, usize),
}

impl Reader<'_> {
    /// Reads one token; false at the end.
    fn step(&mut self) -> bool {
        let Some(&byte) = self.bytes.get(self.at) else { return false };
        match byte {
            b'{' => self.enter(Kind::Object),
            b'[' => self.enter(Kind::Array),
            b'}' | b']' => self.leave(),
            b'"' => self.quoted(),
            // Outside of everything stand only comments' marks and other rubbish.
            b'-' | b'0'..=b'9' | b'a'..=b'z' if !self.open.is_empty() => self.bare(),
            _ => self.at += 1,
        }
        true
    }

    fn push(&mut self, kind: Kind, raw: (usize, usize)) -> ValueId {
        let id = self.values.len();
        self.values.push(Value { kind, key: std::mem::take(&mut self.key), raw, end: id + 1 });
        id
    }

    fn enter(&mut self, kind: Kind) {
        let id = self.push(kind, (0, 0));
        self.open.push(id);
        self.at += 1;
    }

    fn leave(&mut self) {
        if let Some(id) = self.open.pop() {
            self.values[id].end = self.values.len();
        }
        self.key = (0, 0);
        self.at += 1;
    }

    fn quoted(&mut self) {
        let start = self.at + 1;
        let mut end = start;
        while let Some(&byte) = self.bytes.get(end) {
            match byte {
                b'\\' => end += 2,
                b'"' => break,
                _ => end += 1,
            }
        }
        let end = end.min(self.bytes.len());
        self.at = (end + 1).min(self.bytes.len());
        let in_object = self.open.last().is_some_and(|&id| self.values[id].kind == Kind::Object);
        if in_object && self.key == (0, 0) && self.colon_follows() {
            self.key = (start, end);
        } else {
            self.push(Kind::String, (start, end));
        }
    }

    fn colon_follows(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let Some(gap) = rest.iter().position(|byte| !byte.is_ascii_whitespace()) else { return false };
        let found = rest[gap] == b':';
        // The gap is skipped in any case, so that no blank is looked at twice.
        self.at += gap + usize::from(found);
        found
    }

    fn bare(&mut self) {
        let start = self.at;
        let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.' | b'_');
        self.at += self.bytes[start..].iter().take_while(|byte| is_bare(byte)).count();
        self.push(Kind::Bare, (start, self.at));
    }
}

/// A JSON string's characters: escapes resolved, lone surrogates and unknown escapes dropped.
fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let mut after = rest[at + 1..].chars();
        match after.next() {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some('u') => {
                let (c, used) = unicode(after.as_str());
                out.extend(c);
                rest = &after.as_str()[used..];
                continue;
            }
            Some(c) => out.push(c),
            None => {}
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    out
}

/// The character of a `\u` escape, whose digits open `text`, and the bytes that it takes with its other half.
fn unicode(text: &str) -> (Option<char>, usize) {
    let unit = |from: usize| text.get(from..from + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(high) = unit(0) else { return (None, 0) };
    if (0xd800..0xdc00).contains(&high)
        && text.get(4..6) == Some("\\u")
        && let Some(low) = unit(6).filter(|low| (0xdc00..0xe000).contains(low))
    {
        return (char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 10);
    }
    (char::from_u32(high), 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_values_at_every_depth() {
        let json = Json::read(r#"{"a": {"b": ["x", "y\u00e9\ud83d\ude00"]}, "c": 4, "d": "e:f",}"#);
        let root = json.roots().next().unwrap();
        let b = json.get(json.get(root, "a").unwrap(), "b").unwrap();
        let texts: Vec<_> = json.children(b).filter_map(|id| json.string(id)).collect();
        assert_eq!(texts, ["x", "yé😀"]);
        assert_eq!(json.string(json.get(root, "d").unwrap()).as_deref(), Some("e:f"));
        assert_eq!(json.string(json.get(root, "c").unwrap()), None);
    }

    #[test]
    fn a_broken_text_gives_what_stands_before_the_fault() {
        for text in ["{\"a\": \"b", "<!-- {\"a\": \"b\"", "{\"a\": \"b\", \"c\": [[[", "{\"a\":\n\"b\"}}}]"] {
            let json = Json::read(text);
            let root = json.roots().next().unwrap();
            assert_eq!(json.string(json.get(root, "a").unwrap()).as_deref(), Some("b"), "{text}");
        }
        assert_eq!(Json::read("\"\\").roots().count(), 1);
    }

    #[test]
    fn deep_nesting_is_only_long() {
        let text = "[".repeat(200_000);
        let json = Json::read(&text);
        assert_eq!(json.roots().count(), 1);
    }
}
