//! XPath, as far as configurations of release tools use it: `/project/version`, `//a[@id='x']/@version`,
//! `//*[local-name()='version']`.

use super::super::error::EditError;
use super::cursor::Cursor;
use super::xml::{Element, Tree, meaning};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a selector leads to: the bytes of an attribute's value, or of what is in an element.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub span: Range<usize>,
    /// Whether elements are inside, so that it is no plain text.
    pub has_children: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Step {
    /// Whether it is looked for at any depth (`//`).
    deep: bool,
    /// The element's name; any where there is none.
    name: Option<String>,
    tests: Vec<Test>,
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    Position(usize),
    LocalName(String),
    Attribute(String, Option<String>),
    Child(String, Option<String>),
}

/// What a selector leads to, in the order of the text.
///
/// # Errors
/// `plan.edit_selector` where it says something that is not known here.
pub(super) fn select(text: &str, tree: &Tree<'_>, selector: &str) -> Result<Vec<Found>, EditError> {
    let (steps, attribute) = Parser { cursor: Cursor::new(selector) }.path()?;
    // None is the document itself.
    let mut contexts: BTreeSet<Option<usize>> = BTreeSet::from([None]);
    for step in &steps {
        if step.deep {
            contexts = with_descendants(tree, &contexts);
        }
        let mut next = BTreeSet::new();
        for context in &contexts {
            let mut matching: Vec<usize> = children(tree, *context)
                .iter()
                .copied()
                .filter(|child| {
                    let element = tree.elements.get(*child);
                    element
                        .is_some_and(|element| step.name.as_deref().is_none_or(|name| name == element.name))
                })
                .collect();
            for test in &step.tests {
                let mut position = 0;
                matching.retain(|child| {
                    position += 1;
                    tree.elements
                        .get(*child)
                        .is_some_and(|element| passes(text, tree, element, test, position))
                });
            }
            next.extend(matching.into_iter().map(Some));
        }
        contexts = next;
    }
    let elements = contexts.into_iter().filter_map(|index| tree.elements.get(index?));
    let found = elements.filter_map(|element| match &attribute {
        Some(name) => {
            let (_, span) = element.attributes.iter().find(|(known, _)| known == name)?;
            Some(Found { span: span.clone(), has_children: false })
        }
        None => Some(Found { span: element.inner.clone()?, has_children: !element.children.is_empty() }),
    });
    Ok(found.collect())
}

fn children<'t>(tree: &'t Tree<'_>, context: Option<usize>) -> &'t [usize] {
    match context {
        None => &tree.roots,
        Some(index) => {
            tree.elements.get(index).map(|element| element.children.as_slice()).unwrap_or_default()
        }
    }
}

fn with_descendants(tree: &Tree<'_>, contexts: &BTreeSet<Option<usize>>) -> BTreeSet<Option<usize>> {
    let mut all = BTreeSet::new();
    let mut open: Vec<Option<usize>> = contexts.iter().copied().collect();
    while let Some(context) = open.pop() {
        if all.insert(context) {
            open.extend(children(tree, context).iter().map(|child| Some(*child)));
        }
    }
    all
}

fn passes(text: &str, tree: &Tree<'_>, element: &Element<'_>, test: &Test, position: usize) -> bool {
    let value = |span: &Range<usize>| meaning(text.get(span.clone()).unwrap_or_default());
    match test {
        Test::Position(wanted) => position == *wanted,
        Test::LocalName(name) => element.name.rsplit(':').next() == Some(name),
        Test::Attribute(name, wanted) => element.attributes.iter().any(|(known, span)| {
            known == name && wanted.as_ref().is_none_or(|wanted| value(span) == *wanted)
        }),
        Test::Child(name, wanted) => {
            let mut inside = element.children.iter().filter_map(|child| tree.elements.get(*child));
            inside.any(|child| {
                let inner = child.inner.clone().unwrap_or_default();
                child.name == name && wanted.as_ref().is_none_or(|wanted| value(&inner) == *wanted)
            })
        }
    }
}

struct Parser<'s> {
    cursor: Cursor<'s>,
}

impl Parser<'_> {
    /// The steps, and the attribute at their end.
    fn path(mut self) -> Result<(Vec<Step>, Option<String>), EditError> {
        let mut steps = Vec::new();
        let mut first = true;
        while !self.cursor.rest().is_empty() {
            let deep = self.cursor.take("//");
            if !deep && !self.cursor.take("/") && !first {
                return Err(self.cursor.wrong("expected `/`"));
            }
            first = false;
            if self.cursor.take("text()") {
                return if self.cursor.rest().is_empty() {
                    Ok((steps, None))
                } else {
                    Err(self.cursor.wrong("nothing follows text()"))
                };
            }
            if self.cursor.take("@") {
                let name = self.name()?;
                if deep {
                    steps.push(Step { deep, name: None, tests: Vec::new() });
                }
                return if self.cursor.rest().is_empty() {
                    Ok((steps, Some(name)))
                } else {
                    Err(self.cursor.wrong("nothing follows an attribute"))
                };
            }
            let name = if self.cursor.take("*") { None } else { Some(self.name()?) };
            let mut tests = Vec::new();
            while self.cursor.take("[") {
                tests.push(self.test()?);
            }
            steps.push(Step { deep, name, tests });
        }
        if steps.is_empty() { Err(self.cursor.wrong("expected a path")) } else { Ok((steps, None)) }
    }

    /// What follows `[`, up to and with `]`.
    fn test(&mut self) -> Result<Test, EditError> {
        self.cursor.skip_blank();
        let digits =
            self.cursor.rest().find(|c: char| !c.is_ascii_digit()).unwrap_or(self.cursor.rest().len());
        let test = if digits > 0 {
            let position = self.cursor.rest().get(..digits).and_then(|digits| digits.parse().ok());
            let position = position.ok_or_else(|| self.cursor.wrong("the position is too great"))?;
            self.cursor.advance(digits);
            Test::Position(position)
        } else if self.cursor.take("local-name()") {
            let name = self.equals()?.ok_or_else(|| self.cursor.wrong("expected `='name'`"))?;
            Test::LocalName(name)
        } else if self.cursor.take("@") {
            let name = self.name()?;
            Test::Attribute(name, self.equals()?)
        } else {
            let name = self.name()?;
            Test::Child(name, self.equals()?)
        };
        self.cursor.skip_blank();
        if !self.cursor.take("]") {
            return Err(self.cursor.wrong("expected `]`"));
        }
        Ok(test)
    }

    /// `= 'text'`, if it is there.
    fn equals(&mut self) -> Result<Option<String>, EditError> {
        self.cursor.skip_blank();
        if !self.cursor.take("=") {
            return Ok(None);
        }
        self.cursor.skip_blank();
        let quote = self.cursor.rest().chars().next().filter(|c| matches!(c, '\'' | '"'));
        let Some(quote) = quote else { return Err(self.cursor.wrong("expected a text in quotes")) };
        self.cursor.advance(1);
        let Some(length) = self.cursor.rest().find(quote) else {
            return Err(self.cursor.wrong("a quote is never closed"));
        };
        let text = self.cursor.rest().get(..length).unwrap_or_default().to_owned();
        self.cursor.advance(length + 1);
        Ok(Some(text))
    }

    fn name(&mut self) -> Result<String, EditError> {
        let belongs = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        let end = self.cursor.rest().find(|c| !belongs(c)).unwrap_or(self.cursor.rest().len());
        let name = self.cursor.rest().get(..end).unwrap_or_default().to_owned();
        if name.is_empty() || name == "." || name == ".." || name.contains("::") {
            return Err(self.cursor.wrong("expected the name of an element or attribute"));
        }
        self.cursor.advance(end);
        if self.cursor.rest().starts_with('(') {
            return Err(self.cursor.wrong("this function is not known here"));
        }
        Ok(name)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::xml;
    use super::*;

    const TEXT: &str = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x '>'>]>\n<a v='1'><!-- <b> --><b id='x' v='2'>3</b>\
                        <b id=\"y\"><v>4</v><n>y</n></b><m:b>5</m:b><c/><![CDATA[<b>]]></a>";

    fn found(selector: &str) -> String {
        let tree = xml::read("", TEXT).unwrap();
        let found = select(TEXT, &tree, selector).unwrap();
        found.into_iter().filter(|found| !found.has_children).map(|found| &TEXT[found.span]).collect()
    }

    #[test]
    fn selectors() {
        for (selector, expected) in [
            ("/a/b", "3"),
            ("/a/b/v", "4"),
            ("//v", "4"),
            ("//b[1]", "3"),
            ("//b[2]/v", "4"),
            ("/*/b[@id='y']/v/text()", "4"),
            ("//b[n=\"y\"]/v", "4"),
            ("/a/@v", "1"),
            ("//@v", "12"),
            ("//*[local-name()='b'][2]/v", "4"),
            ("//m:b", "5"),
            ("//c", ""),
            ("/b", ""),
            ("a/b", "3"),
        ] {
            assert_eq!(found(selector), expected, "{selector}");
        }
    }

    #[test]
    fn what_is_not_known() {
        let tree = xml::read("", TEXT).unwrap();
        for selector in
            ["", "/", "/a[", "/a/last()", "/a[position()=1]", "../a", "/a/@v/b", "child::a", "/a b"]
        {
            assert!(select(TEXT, &tree, selector).is_err(), "{selector}");
        }
        for text in ["<a>", "</a>", "<a></b>", "x<a/>", "<a b=c/>", "<a b='", "<!--", "<a><", "<!D"] {
            assert!(xml::read("", text).is_err(), "{text}");
        }
    }
}
