//! Hints in names: what the words of a class, id, role, itemprop or the like say of an element, as bits.

/// Groups of names, each with the openings of words that say so. A word is what stands between marks, digits and changes of case.
/// A word of three letters or fewer must be met exactly.
const GROUPS: &[&[&str]] = &[
    &["content", "entry", "body", "text", "story", "prose", "copy", "richtext", "rte", "markdown", "wysiwyg"],
    &["article", "articlebody", "post", "blog", "hentry"],
    &["comment", "disqus", "discuss", "respond", "reply", "replies"],
    &["nav", "menu", "navbar", "navigation", "mega", "dropdown", "megamenu", "drawer", "offcanvas"],
    &["foot", "footer", "colophon", "bottom"],
    &["head", "header", "masthead", "topbar", "banner", "hero", "top"],
    &["side", "sidebar", "aside", "rail", "widget", "secondary", "complementary", "column", "col"],
    &[
        "related",
        "recommend",
        "more",
        "also",
        "popular",
        "trending",
        "similar",
        "suggest",
        "recent",
        "latest",
        "next",
        "upsell",
        "cross",
    ],
    &["share", "social", "follow", "facebook", "twitter", "sharing", "sns", "addthis", "like"],
    &["ad", "ads", "advert", "sponsor", "promo", "promotion", "outbrain", "taboola", "dfp", "gpt", "commercial", "cta"],
    &["cookie", "consent", "gdpr", "onetrust", "privacy", "notice", "alert", "toast", "notification"],
    &[
        "newsletter",
        "subscribe",
        "subscription",
        "signup",
        "signin",
        "login",
        "register",
        "account",
        "paywall",
        "member",
    ],
    &["author", "byline", "writer", "bio", "avatar", "profile", "user", "username", "contributor"],
    &["date", "time", "timestamp", "meta", "info", "published", "dateline", "data", "stats", "count"],
    &["title", "headline", "heading", "subtitle", "dek", "standfirst", "kicker", "name"],
    &["tag", "tags", "category", "categories", "topic", "topics", "label", "badge", "term"],
    &[
        "price", "cart", "buy", "basket", "shipping", "stock", "sku", "quantity", "offer", "checkout", "wishlist",
        "delivery",
    ],
    &["review", "rating", "star", "testimonial", "feedback", "question", "qa"],
    &["message", "thread", "forum", "topic", "bbs", "postbody", "cooked", "bbwrapper", "answer"],
    &[
        "caption", "credit", "figure", "image", "img", "media", "gallery", "photo", "video", "carousel", "slide",
        "slider", "swiper",
    ],
    &["breadcrumb", "breadcrumbs", "crumb", "pagination", "pager", "paging", "pages", "prev", "previous"],
    &[
        "form", "search", "filter", "facet", "facets", "sort", "input", "select", "option", "button", "btn", "control",
        "toolbar", "tool",
    ],
    &[
        "modal",
        "popup",
        "overlay",
        "dialog",
        "lightbox",
        "tooltip",
        "popover",
        "hidden",
        "hide",
        "collapse",
        "collapsed",
        "sr",
        "print",
    ],
    &[
        "description",
        "desc",
        "detail",
        "details",
        "spec",
        "specs",
        "specification",
        "feature",
        "features",
        "product",
        "about",
        "overview",
        "attribute",
        "bullets",
    ],
    &[
        "card",
        "item",
        "teaser",
        "tile",
        "grid",
        "list",
        "listing",
        "result",
        "results",
        "row",
        "feed",
        "collection",
        "summary",
        "excerpt",
    ],
    &["toc", "outline", "contents", "index", "sitemap", "skip", "anchor", "toctree"],
    &["main", "primary", "page", "container", "wrapper", "center", "document", "doc"],
    &["faq", "accordion", "tab", "tabs", "panel", "section", "block", "module", "component"],
    &["code", "highlight", "syntax", "language", "snippet", "pre", "api", "docs"],
    &["legal", "disclaimer", "copyright", "license", "terms", "policy", "disclosure"],
    &["lead", "intro", "abstract", "deck", "standfirst", "subhead", "tagline", "blurb"],
    &["reference", "references", "footnote", "footnotes", "citation", "cite", "note", "bibliography", "source"],
];

/// How many groups there are; group `g` is the bit `1 << g`.
pub(super) const COUNT: usize = GROUPS.len();

/// How many openings there are in all groups.
const OPENINGS: usize = {
    let (mut count, mut group) = (0, 0);
    while group < COUNT {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

/// The openings with their groups, letter by letter, and where each letter's start: found as the crate is compiled.
static BY_LETTER: ([(&str, u8); OPENINGS], [u16; 27]) = by_letter();

const fn by_letter() -> ([(&'static str, u8); OPENINGS], [u16; 27]) {
    let (mut openings, mut starts) = ([("", 0); OPENINGS], [0; 27]);
    let (mut letter, mut at) = (0, 0);
    while letter < 26 {
        let mut group = 0;
        while group < COUNT {
            let mut part = 0;
            while part < GROUPS[group].len() {
                if GROUPS[group][part].as_bytes()[0] == b'a' + letter as u8 {
                    openings[at] = (GROUPS[group][part], group as u8);
                    at += 1;
                }
                part += 1;
            }
            group += 1;
        }
        letter += 1;
        starts[letter] = at as u16;
    }
    (openings, starts)
}

/// The groups that the words of `name` belong to, as bits.
pub(super) fn read(name: &str) -> u32 {
    words(name).fold(0, |bits, word| bits | bits_of(word.as_bytes()))
}

fn bits_of(word: &[u8]) -> u32 {
    let (openings, starts) = &BY_LETTER;
    let letter = usize::from(word[0].to_ascii_lowercase() - b'a');
    let says = |part: &[u8]| {
        let opening = word.get(..part.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(part));
        opening && (part.len() > 3 || part.len() == word.len())
    };
    let alike = &openings[usize::from(starts[letter])..usize::from(starts[letter + 1])];
    alike.iter().filter(|(part, _)| says(part.as_bytes())).fold(0, |bits, (_, group)| bits | 1 << group)
}

/// The words of a name: runs of ASCII letters, also parted where a capital follows a small letter.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    let bytes = name.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
            at += 1;
            if at < bytes.len() && bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase() {
                break;
            }
        }
        (at > start).then(|| &name[start..at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        assert_eq!(words("post-12 articleBody__text").collect::<Vec<_>>(), ["post", "article", "Body", "text"]);
        assert_eq!(read("siteFooter"), 1 << 4);
        assert_eq!(read("adapter"), 0);
    }
}
