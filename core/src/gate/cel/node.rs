//! A compiled expression: names resolved, macros made loops, every part with its place in the source.

use super::function::Function;
use regex::Regex;

/// A part of an expression.
#[derive(Debug)]
pub(super) struct Node {
    /// Where it stands, as an offset in bytes.
    pub at: u32,
    pub kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Literal(Literal),
    /// One of the program's variables.
    Variable(usize),
    /// The element that a loop around this is at, counted from the outermost loop.
    Element(usize),
    Select(Box<Node>, Box<str>),
    /// `has(a.b)`.
    Has(Box<Node>, Box<str>),
    Index(Box<[Node; 2]>),
    Not(Box<Node>),
    Negate(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Choose(Box<[Node; 3]>),
    Binary(Operator, Box<[Node; 2]>),
    List(Vec<Node>),
    Map(Vec<[Node; 2]>),
    Loop(Box<Loop>),
    /// A text matched by a pattern that was compiled with the expression.
    Matches(Box<Node>, Regex),
    Call(Function, Vec<Node>),
}

#[derive(Debug)]
pub(super) struct Loop {
    pub kind: LoopKind,
    pub range: Node,
    /// What an element must meet: the one argument of `all`, `exists`, `exists_one` and `filter`, and of `map` the middle
    /// one of three.
    pub condition: Option<Node>,
    /// What `map` makes of an element.
    pub body: Option<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LoopKind {
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

#[derive(Debug)]
pub(super) enum Literal {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Double(f64),
    Text(Box<str>),
    Bytes(Box<[u8]>),
    /// The name of a type, such as `int`.
    Type(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
}

impl Operator {
    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::In => "in",
        }
    }
}
