//! Addresses: resolves a reference against a base (RFC 3986, section 5) and keeps only what may stand in a link.

/// Schemes whose addresses may be followed from an article.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// The address made absolute against `base`; as it stands where there is no base. `None` for an empty address and for
/// every scheme that isn't the web's, mail's or the telephone's.
pub(super) fn absolute(reference: &str, base: Option<&str>) -> Option<String> {
    let cleaned = clean(reference);
    if cleaned.is_empty() {
        return None;
    }
    match scheme(&cleaned) {
        Some(scheme) => SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)).then_some(cleaned),
        None => Some(match base.map(clean).as_deref().and_then(Parts::of) {
            Some(base) => base.join(&cleaned),
            None => cleaned,
        }),
    }
}

/// The host of an absolute address, without user and port, in lower case.
pub(super) fn host(address: &str) -> Option<String> {
    let authority = Parts::of(address)?.authority;
    let host = authority.rsplit('@').next().unwrap_or(authority);
    Some(host.split(':').next().unwrap_or(host).to_ascii_lowercase())
}

/// The path of an absolute address.
pub(super) fn path(address: &str) -> Option<&str> {
    Parts::of(address).map(|parts| parts.path)
}

/// The address without the characters that browsers ignore: controls and blanks at both ends, tabs and line ends inside.
fn clean(address: &str) -> String {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).map(|c| if c == ' ' { '\u{1}' } else { c }).fold(
        String::with_capacity(trimmed.len()),
        |mut out, c| {
            if c == '\u{1}' {
                out.push_str("%20")
            } else {
                out.push(c)
            }
            out
        },
    )
}

/// The scheme of an address, without its colon.
pub(super) fn scheme(address: &str) -> Option<&str> {
    let end = address.find([':', '/', '?', '#'])?;
    let name = &address[..end];
    let is_scheme = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    // Whatever stands before a colon is taken for a scheme: what browsers might run must never pass as relative.
    (address.as_bytes()[end] == b':' && (is_scheme || !name.contains('.'))).then_some(name)
}

/// An absolute address with an authority, in parts.
struct Parts<'a> {
    scheme: &'a str,
    authority: &'a str,
    path: &'a str,
    /// With its "?"; empty where there is none.
    query: &'a str,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Option<Self> {
        let scheme = scheme(address)?;
        let rest = address[scheme.len() + 1..].strip_prefix("//")?;
        let rest = rest.split('#').next().unwrap_or(rest);
        let (rest, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        (!authority.is_empty()).then_some(Self { scheme, authority, path, query })
    }

    fn join(&self, reference: &str) -> String {
        let mut out =
            String::with_capacity(self.scheme.len() + self.authority.len() + self.path.len() + reference.len());
        out.extend([self.scheme, ":"]);
        if reference.starts_with("//") || reference.starts_with("\\\\") {
            out.extend(["//", &reference[2..]]);
            return out;
        }
        out.extend(["//", self.authority]);
        let (path, tail) = reference.split_at(reference.find(['?', '#']).unwrap_or(reference.len()));
        if path.is_empty() {
            let query = if tail.starts_with('?') { "" } else { self.query };
            out.extend([if self.path.is_empty() { "/" } else { self.path }, query, tail]);
            return out;
        }
        if path.starts_with(['/', '\\']) {
            without_dots(path, &mut out);
        } else {
            let folder = &self.path[..self.path.rfind('/').map_or(0, |at| at + 1)];
            let merged = if folder.is_empty() { ["/", path].concat() } else { [folder, path].concat() };
            without_dots(&merged, &mut out);
        }
        out.push_str(tail);
        out
    }
}

/// Appends a path, its "." and ".." resolved (RFC 3986, section 5.2.4).
fn without_dots(path: &str, out: &mut String) {
    let root = out.len();
    let mut segments = path[1..].split(['/', '\\']).peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => out.truncate(out[root..].rfind('/').map_or(root, |at| root + at)),
            segment => out.extend(["/", segment]),
        }
        if is_last && matches!(segment, "." | "..") {
            out.push('/');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_as_the_standard_says() {
        let base = Some("http://a/b/c/d?q");
        // RFC 3986, section 5.4, without the parameters.
        for (reference, absolute_form) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("https://x/y", "https://x/y"),
            ("a b", "http://a/b/c/a%20b"),
        ] {
            assert_eq!(absolute(reference, base).as_deref(), Some(absolute_form), "{reference}");
        }
    }

    #[test]
    fn only_addresses_that_may_be_followed_pass() {
        for bad in [
            "",
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "java script:x",
        ] {
            assert_eq!(absolute(bad, Some("https://a.b/")), None, "{bad:?}");
            assert_eq!(absolute(bad, None), None, "{bad:?}");
        }
        assert_eq!(absolute("/a", None).as_deref(), Some("/a"));
        assert_eq!(absolute("mailto:a@b.c", None).as_deref(), Some("mailto:a@b.c"));
        assert_eq!(absolute("g?a:b", Some("https://a.b")).as_deref(), Some("https://a.b/g?a:b"));
    }

    #[test]
    fn a_host_is_told_without_user_and_port() {
        assert_eq!(host("https://me@Www.Example.org:8080/a").as_deref(), Some("www.example.org"));
        assert_eq!(host("/a"), None);
    }
}
