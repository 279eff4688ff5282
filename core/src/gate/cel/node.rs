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

impl Node {
    /// Collects the fields of a variable that are asked for by name; false where more of it may be looked at.
    pub fn fields_of<'n>(&'n self, variable: usize, fields: &mut Vec<&'n str>) -> bool {
        match &self.kind {
            Kind::Variable(index) => *index != variable,
            Kind::Literal(_) | Kind::Element(_) => true,
            Kind::Select(operand, name) | Kind::Has(operand, name) => match operand.kind {
                Kind::Variable(index) if index == variable => {
                    fields.push(name);
                    true
                }
                _ => operand.fields_of(variable, fields),
            },
            Kind::Not(part) | Kind::Negate(part) | Kind::Matches(part, _) => part.fields_of(variable, fields),
            Kind::Index(parts) | Kind::Binary(_, parts) => all_fields_of(parts.iter(), variable, fields),
            Kind::Choose(parts) => all_fields_of(parts.iter(), variable, fields),
            Kind::And(parts) | Kind::Or(parts) | Kind::List(parts) | Kind::Call(_, parts) => {
                all_fields_of(parts.iter(), variable, fields)
            }
            Kind::Map(entries) => all_fields_of(entries.iter().flatten(), variable, fields),
            Kind::Loop(each) => {
                let Loop { range, condition, body, .. } = &**each;
                all_fields_of(std::iter::once(range).chain(condition).chain(body), variable, fields)
            }
        }
    }
}

fn all_fields_of<'n>(
    mut nodes: impl Iterator<Item = &'n Node>,
    variable: usize,
    fields: &mut Vec<&'n str>,
) -> bool {
    nodes.all(|node| node.fields_of(variable, fields))
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
