//! Laws of expressions.

use greenboard::gate::cel::{Context, Program};
use std::time::Instant;

fn timed(name: &str, source: &str) {
    let start = Instant::now();
    let result = Program::compile(source, &["facts", "x"]);
    println!(
        "{name}: {} bytes {:?} -> {}",
        source.len(),
        start.elapsed(),
        result.map(|_| "ok".to_owned()).unwrap_or_else(|e| e.to_string())
    );
}

#[test]
fn probe() {
    timed("simple", "facts.tests.passed > 10 && x == 'a'");
    timed("simple", "facts.tests.passed > 10 && x == 'a'");
    timed("plus", &vec!["1"; 740].join("+"));
    timed("plus60", &vec!["1"; 60].join("+"));
    timed("and", &vec!["x"; 740].join("&&"));
    timed("dots", &format!("x{}", ".a".repeat(740)));
    timed("parens", &format!("{}1{}", "(".repeat(24), ")".repeat(24)));
    timed("brackets", &format!("{}1{}", "[".repeat(24), "]".repeat(24)));
    timed("open", &"(".repeat(24));
    timed("braces", &format!("{}1{}", "{1:".repeat(24), "}".repeat(24)));
    timed("calls", &format!("x{}", ".f(1)".repeat(290)));
    timed("index", &format!("x{}", "[1]".repeat(370)));
    timed("ternary", &format!("{}1", "true ? 1 : ".repeat(60)));
    timed("not", &format!("{}true", "!".repeat(60)));
    timed("neg", &format!("{}x", "-".repeat(60)));
    timed("garbage", &"? : , . ".repeat(300));
    timed("garbage2", &") ) ( + ".repeat(300));
    timed("list", &format!("[{}]", vec!["1"; 740].join(",")));
    timed("mixed", &format!("{}x{}", "(x.a(1, [".repeat(8), "]))".repeat(8)));
    timed("mixed2", &format!("{}x{}", "{x.a(1, [-".repeat(8), "]):1}".repeat(8)));
    timed("struct", &format!("{}1{}", "a{b:".repeat(24), "}".repeat(24)));
    timed("struct2", &format!("{}1", "a.b.c{b:".repeat(24)));
    timed("text", "'é' == x && facts.foo(1)");
    timed("lines", "x == 1\n && 'é' == x\n && fcts.foo");
    timed("eof", "x == ");
    timed("bad", "x = 1");
    timed("bad", "x === 1");
    timed("bad", "x == 'a");
    timed("bad", "é == 1");
    timed("bad", "x == 1 1");
    timed("bad", "x.matches('(')");
    timed("bad", "1234567890123456789012");
    timed("bad", "'\\z'");
    timed("empty", "");
    timed("res", "x.for");
    timed("abs", ".x == 1");
    let facts = serde_json::json!([1, 2, 3]);
    for source in [
        "facts[7]",
        "facts.a",
        "x + 1.0",
        "x + 1 > 2 && facts.all(f, f > 0)",
        "facts.map(f, f.b)",
        "['a'].map(x, x + x)",
        "1/0",
    ] {
        let p = Program::compile(source, &["facts", "x"]).unwrap();
        let one = serde_json::json!(1);
        println!(
            "{source} -> {}",
            p.evaluate(&Context::new().with("facts", &facts).with("x", &one))
                .map(|v| v.to_string())
                .unwrap_or_else(|e| e.to_string())
        );
    }
}
