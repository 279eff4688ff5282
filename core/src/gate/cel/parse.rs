//! From tokens to a compiled expression, in one go: names are resolved and macros become loops as they are read.

use super::error::CelError;
use super::excerpt::Excerpt;
use super::function::{Found, Library, find};
use super::node::{Kind, Literal, Loop, LoopKind, Node, Operator};
use super::token::{Token, tokens};
use regex::RegexBuilder;

/// The most parentheses, brackets, calls, conditions and signs within each other.
const NESTING: u32 = 32;
/// So deep may the compiled expression be: as many `+` in a row, for instance.
const DEPTH: u32 = 100;

/// What is compiled: the expression, and the variables it asks for.
pub(super) struct Parsed {
    pub root: Node,
    pub used: Vec<String>,
}

/// Compiles a source.
pub(super) fn parse(source: &str, known: &[&str], library: Library) -> Result<Parsed, CelError> {
    let tokens = tokens(source)?;
    let mut parser = Parser {
        source,
        tokens: &tokens,
        next: 0,
        known,
        library,
        used: Vec::new(),
        elements: Vec::new(),
        nesting: 0,
    };
    let root = parser.expression()?;
    match parser.peek() {
        Token::End => Ok(Parsed { root: root.node, used: parser.used }),
        other => parser.refuse(format!("found {} where an operator or the end belongs", other.described())),
    }
}

/// A part that was read, and how deep it is.
struct Part {
    node: Node,
    depth: u32,
}

struct Parser<'s, 't> {
    source: &'s str,
    tokens: &'t [(Token<'s>, u32)],
    next: usize,
    known: &'t [&'t str],
    library: Library,
    used: Vec<String>,
    /// The names of the elements of the loops around, outermost first.
    elements: Vec<&'s str>,
    nesting: u32,
}

/// Operators between two values, by how tightly they bind.
const BINARY: &[(&str, u8, Operator)] = &[
    ("==", 1, Operator::Equal),
    ("!=", 1, Operator::NotEqual),
    ("<", 1, Operator::Less),
    ("<=", 1, Operator::LessEqual),
    (">", 1, Operator::Greater),
    (">=", 1, Operator::GreaterEqual),
    ("in", 1, Operator::In),
    ("+", 2, Operator::Add),
    ("-", 2, Operator::Subtract),
    ("*", 3, Operator::Multiply),
    ("/", 3, Operator::Divide),
    ("%", 3, Operator::Remainder),
];

/// Words that CEL keeps for itself.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

const TYPES: &[&str] =
    &["bool", "bytes", "double", "int", "list", "map", "null_type", "string", "type", "uint"];

impl<'s, 't> Parser<'s, 't> {
    fn peek(&self) -> &'t Token<'s> {
        self.tokens.get(self.next).map_or(&Token::End, |(token, _)| token)
    }

    fn at(&self) -> u32 {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |(_, at)| *at)
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(found) if *found == sign)
    }

    /// Past the sign, if it stands here.
    fn take(&mut self, sign: &str) -> bool {
        let found = self.is(sign);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), CelError> {
        if self.take(sign) {
            return Ok(());
        }
        self.refuse(format!("expected {sign:?}, found {}", self.peek().described()))
    }

    fn refuse<T>(&self, problem: impl Into<String>) -> Result<T, CelError> {
        self.refuse_at(self.at(), problem)
    }

    fn refuse_at<T>(&self, at: u32, problem: impl Into<String>) -> Result<T, CelError> {
        Err(CelError::Syntax { problem: problem.into(), excerpt: Excerpt::at(self.source, at as usize) })
    }

    /// A node over parts, as long as it is not too deep.
    fn made(&self, at: u32, deepest: u32, kind: Kind) -> Result<Part, CelError> {
        if deepest >= DEPTH {
            return self.refuse_at(at, format!("the expression is more than {DEPTH} operators deep here"));
        }
        Ok(Part { node: Node { at, kind }, depth: deepest + 1 })
    }

    /// `condition ? met : unmet`, or anything that binds more tightly.
    fn expression(&mut self) -> Result<Part, CelError> {
        if self.nesting >= NESTING {
            return self.refuse(format!("the expression is nested more than {NESTING} deep here"));
        }
        self.nesting += 1;
        let condition = self.chain("||")?;
        let at = self.at();
        let part = if self.take("?") {
            let met = self.chain("||")?;
            self.expect(":")?;
            let unmet = self.expression()?;
            let deepest = condition.depth.max(met.depth).max(unmet.depth);
            self.made(at, deepest, Kind::Choose(Box::new([condition.node, met.node, unmet.node])))?
        } else {
            condition
        };
        self.nesting -= 1;
        Ok(part)
    }

    /// `a || b || c`, whose parts are of `&&`, whose parts are comparisons.
    fn chain(&mut self, sign: &'static str) -> Result<Part, CelError> {
        let and = sign == "&&";
        let read = |parser: &mut Self| if and { parser.binary(1) } else { parser.chain("&&") };
        let first = read(self)?;
        let at = self.at();
        if !self.is(sign) {
            return Ok(first);
        }
        let (mut parts, mut deepest) = (vec![first.node], first.depth);
        while self.take(sign) {
            let part = read(self)?;
            deepest = deepest.max(part.depth);
            parts.push(part.node);
        }
        self.made(at, deepest, if and { Kind::And(parts) } else { Kind::Or(parts) })
    }

    fn binary(&mut self, least: u8) -> Result<Part, CelError> {
        let mut left = self.unary()?;
        loop {
            let sign = match self.peek() {
                Token::Sign(sign) => sign,
                Token::Name("in") => "in",
                _ => return Ok(left),
            };
            let Some((_, rank, operator)) =
                BINARY.iter().find(|(name, rank, _)| *name == sign && *rank >= least)
            else {
                return Ok(left);
            };
            let at = self.at();
            self.next += 1;
            let right = self.binary(rank + 1)?;
            let deepest = left.depth.max(right.depth);
            left = self.made(at, deepest, Kind::Binary(*operator, Box::new([left.node, right.node])))?;
        }
    }

    /// Any number of one sign, then a value.
    fn unary(&mut self) -> Result<Part, CelError> {
        let at = self.at();
        let sign = if self.is("!") { "!" } else { "-" };
        let mut signs = 0_u32;
        while self.is(sign) && signs < DEPTH {
            let digits = self.tokens.get(self.next + 1).map(|(token, _)| token);
            if let (true, Some(Token::Int(digits))) = (sign == "-", digits) {
                // The sign is the number's own, so that the lowest int can be written.
                self.next += 2;
                let value = integer(&format!("-{digits}"));
                let literal = self.literal(at, value.map(Literal::Int), "an int")?;
                let part = self.members(literal)?;
                return self.signed(at, signs, sign, part);
            }
            self.next += 1;
            signs += 1;
        }
        let primary = self.primary()?;
        let part = self.members(primary)?;
        self.signed(at, signs, sign, part)
    }

    fn signed(&self, at: u32, signs: u32, sign: &str, mut part: Part) -> Result<Part, CelError> {
        for _ in 0..signs {
            let operand = Box::new(part.node);
            let kind = if sign == "!" { Kind::Not(operand) } else { Kind::Negate(operand) };
            part = self.made(at, part.depth, kind)?;
        }
        Ok(part)
    }

    /// What follows a value: fields, calls, elements.
    fn members(&mut self, mut part: Part) -> Result<Part, CelError> {
        loop {
            let at = self.at();
            if self.take("[") {
                let key = self.expression()?;
                self.expect("]")?;
                let deepest = part.depth.max(key.depth);
                part = self.made(at, deepest, Kind::Index(Box::new([part.node, key.node])))?;
            } else if self.take(".") {
                let at = self.at();
                let Token::Name(name) = *self.peek() else {
                    return self.refuse(format!("expected a name, found {}", self.peek().described()));
                };
                self.next += 1;
                part = if self.take("(") {
                    self.call(Some(part), name, at)?
                } else {
                    let deepest = part.depth;
                    self.made(at, deepest, Kind::Select(Box::new(part.node), name.into()))?
                };
            } else if self.is("{") {
                return self.refuse("there are no types here to make values of");
            } else {
                return Ok(part);
            }
        }
    }

    fn primary(&mut self) -> Result<Part, CelError> {
        let at = self.at();
        let token = self.peek();
        self.next += 1;
        match token {
            Token::Int(digits) => self.literal(at, integer(digits).map(Literal::Int), "an int"),
            Token::Uint(digits) => self.literal(at, natural(digits).map(Literal::Uint), "a uint"),
            Token::Double(value) => self.literal(at, Some(Literal::Double(*value)), "a double"),
            Token::Text(text) => self.literal(at, Some(Literal::Text(text.as_str().into())), "a text"),
            Token::Bytes(bytes) => self.literal(at, Some(Literal::Bytes(bytes.as_slice().into())), "bytes"),
            Token::Name("true") => self.literal(at, Some(Literal::Bool(true)), ""),
            Token::Name("false") => self.literal(at, Some(Literal::Bool(false)), ""),
            Token::Name("null") => self.literal(at, Some(Literal::Null), ""),
            Token::Name(name) if self.take("(") => self.call(None, name, at),
            Token::Name(name) => self.name(name, at),
            Token::Sign("(") => {
                let inner = self.expression()?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Sign("[") => {
                let (items, deepest) = self.list("]")?;
                self.made(at, deepest, Kind::List(items))
            }
            Token::Sign("{") => self.map(at),
            Token::Sign(".") if matches!(self.peek(), Token::Name(_)) => self.primary(),
            other => {
                self.next -= 1;
                self.refuse(match other {
                    Token::End => "the expression ends where a value belongs".to_owned(),
                    other => format!("expected a value, found {}", other.described()),
                })
            }
        }
    }

    fn literal(&self, at: u32, literal: Option<Literal>, what: &str) -> Result<Part, CelError> {
        match literal {
            Some(literal) => self.made(at, 0, Kind::Literal(literal)),
            None => self.refuse_at(at, format!("the number is out of the range of {what}")),
        }
    }

    /// Expressions up to a closing sign, with commas between them and perhaps one behind.
    fn list(&mut self, end: &str) -> Result<(Vec<Node>, u32), CelError> {
        let (mut items, mut deepest) = (Vec::new(), 0);
        while !self.take(end) {
            let item = self.expression()?;
            deepest = deepest.max(item.depth);
            items.push(item.node);
            if !self.is(end) {
                self.expect(",")?;
            }
        }
        Ok((items, deepest))
    }

    fn map(&mut self, at: u32) -> Result<Part, CelError> {
        let (mut entries, mut deepest) = (Vec::new(), 0);
        while !self.take("}") {
            let key = self.expression()?;
            self.expect(":")?;
            let value = self.expression()?;
            deepest = deepest.max(key.depth).max(value.depth);
            entries.push([key.node, value.node]);
            if !self.is("}") {
                self.expect(",")?;
            }
        }
        self.made(at, deepest, Kind::Map(entries))
    }

    fn name(&mut self, name: &'s str, at: u32) -> Result<Part, CelError> {
        if let Some(depth) = self.elements.iter().rposition(|element| *element == name) {
            return self.made(at, 0, Kind::Element(depth));
        }
        if self.known.contains(&name) {
            let index = self.used.iter().position(|used| used == name).unwrap_or_else(|| {
                self.used.push(name.to_owned());
                self.used.len() - 1
            });
            return self.made(at, 0, Kind::Variable(index));
        }
        if self.library == Library::Measurement && name == "nil" {
            return self.made(at, 0, Kind::Literal(Literal::Null));
        }
        if let Some(name) = TYPES.iter().find(|known| **known == name) {
            return self.made(at, 0, Kind::Literal(Literal::Type(name)));
        }
        if name == "in" || RESERVED.contains(&name) {
            return self.refuse_at(at, format!("{name:?} is a word of the language; a value belongs here"));
        }
        let here: Vec<&str> = self.known.iter().chain(&self.elements).copied().collect();
        Err(CelError::UnknownVariable {
            name: name.to_owned(),
            nearest: crate::document::nearest(name, &here).map(str::to_owned),
            known: here.into_iter().map(str::to_owned).collect(),
            excerpt: Excerpt::at(self.source, at as usize),
        })
    }

    /// A call, its opening parenthesis read.
    fn call(&mut self, target: Option<Part>, name: &'s str, at: u32) -> Result<Part, CelError> {
        match (name, target) {
            ("has", None) => self.has(at),
            ("matches", target) => self.matches(target, at),
            ("all", Some(range)) => self.each(LoopKind::All, range, at),
            ("exists", Some(range)) => self.each(LoopKind::Exists, range, at),
            ("exists_one", Some(range)) => self.each(LoopKind::ExistsOne, range, at),
            ("filter", Some(range)) => self.each(LoopKind::Filter, range, at),
            ("map", Some(range)) => self.each(LoopKind::Map, range, at),
            (name @ ("all" | "exists" | "exists_one" | "filter" | "map"), None) => {
                self.refuse_at(at, format!("{name} stands behind a list, such as facts.{name}(fact, …)"))
            }
            (name, target) => {
                let member = target.is_some();
                // A name that means nothing is said before what is wrong with its arguments.
                if let Found::None(nearest) = find(self.library, name, member, 0) {
                    let (name, excerpt) = (name.to_owned(), Excerpt::at(self.source, at as usize));
                    return Err(CelError::UnknownFunction { name, nearest, excerpt });
                }
                let (rest, mut deepest) = self.list(")")?;
                deepest = deepest.max(target.as_ref().map_or(0, |target| target.depth));
                let arguments: Vec<Node> = target.map(|target| target.node).into_iter().chain(rest).collect();
                match find(self.library, name, member, arguments.len()) {
                    Found::Function(function) => self.made(at, deepest, Kind::Call(function, arguments)),
                    Found::Otherwise(how) => self.refuse_at(at, how),
                    Found::None(nearest) => Err(CelError::UnknownFunction {
                        name: name.to_owned(),
                        nearest,
                        excerpt: Excerpt::at(self.source, at as usize),
                    }),
                }
            }
        }
    }

    fn has(&mut self, at: u32) -> Result<Part, CelError> {
        let inner = self.expression()?;
        self.expect(")")?;
        match inner.node.kind {
            Kind::Select(operand, name) => self.made(at, inner.depth, Kind::Has(operand, name)),
            _ => self.refuse_at(at, "has takes a field, such as has(release.train)"),
        }
    }

    /// A loop over `range`, its opening parenthesis read.
    fn each(&mut self, kind: LoopKind, range: Part, at: u32) -> Result<Part, CelError> {
        let Token::Name(element) = *self.peek() else {
            return self
                .refuse(format!("expected a name for the elements, found {}", self.peek().described()));
        };
        if RESERVED.contains(&element) || matches!(element, "true" | "false" | "null" | "in") {
            return self
                .refuse(format!("{element:?} is a word of the language; give the elements another name"));
        }
        self.next += 1;
        self.expect(",")?;
        self.elements.push(element);
        let first = self.expression()?;
        let second = if kind == LoopKind::Map && self.take(",") { Some(self.expression()?) } else { None };
        self.elements.pop();
        self.expect(")")?;
        let deepest = range.depth.max(first.depth).max(second.as_ref().map_or(0, |second| second.depth));
        let (condition, body) = match (kind, second) {
            (LoopKind::Map, Some(second)) => (Some(first.node), Some(second.node)),
            (LoopKind::Map, None) => (None, Some(first.node)),
            _ => (Some(first.node), None),
        };
        self.made(at, deepest, Kind::Loop(Box::new(Loop { kind, range: range.node, condition, body })))
    }

    /// `text.matches("pattern")` or `matches(text, "pattern")`, its opening parenthesis read.
    fn matches(&mut self, target: Option<Part>, at: u32) -> Result<Part, CelError> {
        let text = match target {
            Some(target) => target,
            None => {
                let text = self.expression()?;
                self.expect(",")?;
                text
            }
        };
        let place = self.at();
        let Token::Text(pattern) = self.peek() else {
            return self.refuse("write the pattern of matches out, so that it can be checked now");
        };
        self.next += 1;
        self.expect(")")?;
        match RegexBuilder::new(pattern).size_limit(1 << 18).nest_limit(32).build() {
            Ok(pattern) => self.made(at, text.depth, Kind::Matches(Box::new(text.node), pattern)),
            Err(regex::Error::CompiledTooBig(_)) => self.refuse_at(place, "the pattern is too large"),
            Err(error) => {
                let text = error.to_string();
                let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
                self.refuse_at(place, format!("the pattern is no regular expression: {reason}"))
            }
        }
    }
}

/// A whole number as it is written: decimal, or hexadecimal after `0x`, with a sign before either.
fn integer(written: &str) -> Option<i64> {
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| ("-", digits));
    match hexadecimal(digits) {
        Some(digits) => i64::from_str_radix(&format!("{sign}{digits}"), 16).ok(),
        None => written.parse().ok(),
    }
}

fn natural(written: &str) -> Option<u64> {
    match hexadecimal(written) {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => written.parse().ok(),
    }
}

fn hexadecimal(digits: &str) -> Option<&str> {
    digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"))
}
