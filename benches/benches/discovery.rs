//! Reading the manifests of a whole workspace, texts at hand: no disk is measured. CPU time, median of five.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::component::{Graph, manifest};
use greenboard_benches::{Random, cpu};
use std::collections::BTreeMap;

fn main() {
    for count in [100, 1_000, 10_000] {
        for (name, files) in [("npm", npm(count)), ("cargo", cargo(count)), ("uv", uv(count))] {
            assert_eq!(manifest::read(&files).unwrap().len() as u64, count);
            let read = cpu(|| manifest::read(&files).unwrap());
            let with_graph = cpu(|| Graph::new(&manifest::read(&files).unwrap()));
            let ms = |duration: std::time::Duration| duration.as_secs_f64() * 1e3;
            println!(
                "discover {count} packages ({name}) {:>22.2} ms, with their graph {:>10.2} ms",
                ms(read),
                ms(with_graph)
            );
        }
    }
}

type Files = BTreeMap<String, String>;

/// Four of the packages before each.
fn providers(random: &mut Random, package: u64) -> Vec<u64> {
    (0..4.min(package)).map(|_| random.below(package)).collect()
}

fn files(count: u64, root: (&str, &str), manifest: &str, text: impl Fn(u64, &[u64]) -> String) -> Files {
    let mut random = Random::new(6);
    let packages = (0..count).map(|package| {
        let mut providers = providers(&mut random, package);
        providers.sort_unstable();
        providers.dedup();
        (format!("packages/p{package}/{manifest}"), text(package, &providers))
    });
    packages.chain([(root.0.to_owned(), root.1.to_owned())]).collect()
}

fn npm(count: u64) -> Files {
    files(
        count,
        ("package.json", r#"{"private": true, "workspaces": ["packages/*"]}"#),
        "package.json",
        |at, on| {
            let on: Vec<String> = on.iter().map(|on| format!(r#""@acme/p{on}": "workspace:^""#)).collect();
            format!(
                r#"{{"name": "@acme/p{at}", "version": "1.{at}.0", "license": "MIT", "scripts": {{"build": "tsc"}},
"dependencies": {{"react": "^18.2.0", "zod": "^3.22.0"}}, "devDependencies": {{{}}}}}"#,
                on.join(", ")
            )
        },
    )
}

fn cargo(count: u64) -> Files {
    files(count, ("Cargo.toml", "[workspace]\nmembers = ['packages/*']"), "Cargo.toml", |at, on| {
        let on: Vec<String> =
            on.iter().map(|on| format!("p{on} = {{ path = '../p{on}', version = '1.0' }}")).collect();
        format!(
            "[package]\nname = 'p{at}'\nversion = '1.{at}.0'\nedition = '2024'\n[dependencies]\nserde = '1'\n{}",
            on.join("\n")
        )
    })
}

fn uv(count: u64) -> Files {
    let root = "[tool.uv.workspace]\nmembers = ['packages/*']";
    files(count, ("pyproject.toml", root), "pyproject.toml", |at, on| {
        let sources: Vec<String> = on.iter().map(|on| format!("p{on} = {{ workspace = true }}")).collect();
        let on: Vec<String> = on.iter().map(|on| format!("'p{on}>=1,<2'")).collect();
        format!(
            "[project]\nname = 'p{at}'\nversion = '1.{at}.0'\ndependencies = [{}]\n[tool.uv.sources]\n{}",
            on.join(", "),
            sources.join("\n")
        )
    })
}
