//! Where a host shows commits, pull requests and the difference of two versions.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// The addresses of one repository, as templates: `{repository}` is the address of the repository, `{host}` that of the host.
///
/// ```
/// use greenboard::change::Links;
///
/// let links = Links::from_remote("git@github.com:acme/board.git").unwrap();
/// assert_eq!(links.commit("9fceb02"), "https://github.com/acme/board/commit/9fceb02");
/// assert_eq!(links.compare("v1.0.0", "v1.1.0"), "https://github.com/acme/board/compare/v1.0.0...v1.1.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Links {
    /// The address of the repository, without a slash at its end.
    pub repository: String,
    /// A commit, by its `{hash}`.
    pub commit: String,
    /// A pull request, by its `{number}`.
    pub pull_request: String,
    /// An issue, by its `{number}`.
    pub issue: String,
    /// What changed between two tags, `{from}` and `{to}`.
    pub compare: String,
    /// A release, by its `{tag}`.
    pub tag: String,
    /// A person, by their `{login}`.
    pub user: String,
}

reads!(Links { repository, commit, pull_request, issue, compare, tag, user });

/// The hosts whose addresses are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Host {
    /// GitHub, also of one's own.
    Github,
    /// GitLab, also of one's own.
    Gitlab,
    /// Bitbucket Cloud.
    Bitbucket,
    /// Gitea and Forgejo.
    Gitea,
}

impl Host {
    /// Every host.
    pub const ALL: [Self; 4] = [Self::Github, Self::Gitlab, Self::Bitbucket, Self::Gitea];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Bitbucket => "bitbucket",
            Self::Gitea => "gitea",
        }
    }

    /// The host that a domain is known to be, or names in its name (`gitlab.acme.example`).
    fn of_domain(domain: &str) -> Option<Self> {
        let named = |text| domain.split('.').any(|part| part == text);
        Self::ALL.into_iter().find(|host| named(host.name())).or_else(|| {
            let gitea = ["codeberg", "forgejo"].into_iter().any(named);
            gitea.then_some(Self::Gitea)
        })
    }
}

names!(Host: "host");

impl Links {
    /// The addresses of a repository at a host.
    pub fn of(host: Host, repository: &str) -> Self {
        let r = "{repository}";
        let (commit, pull_request, issue, compare, tag) = match host {
            Host::Github => (
                "commit/{hash}",
                "pull/{number}",
                "issues/{number}",
                "compare/{from}...{to}",
                "releases/tag/{tag}",
            ),
            Host::Gitlab => (
                "-/commit/{hash}",
                "-/merge_requests/{number}",
                "-/issues/{number}",
                "-/compare/{from}...{to}",
                "-/tags/{tag}",
            ),
            Host::Bitbucket => (
                "commits/{hash}",
                "pull-requests/{number}",
                "issues/{number}",
                "branches/compare/{to}%0D{from}",
                "src/{tag}",
            ),
            Host::Gitea => (
                "commit/{hash}",
                "pulls/{number}",
                "issues/{number}",
                "compare/{from}...{to}",
                "releases/tag/{tag}",
            ),
        };
        let below = |path: &str| format!("{r}/{path}");
        Self {
            repository: repository.trim_end_matches('/').to_owned(),
            commit: below(commit),
            pull_request: below(pull_request),
            issue: below(issue),
            compare: below(compare),
            tag: below(tag),
            user: "{host}/{login}".to_owned(),
        }
    }

    /// The addresses of the repository that a git remote leads to (`https://…`, `ssh://…`, `git@host:path`); none where its host is
    /// not known.
    pub fn from_remote(remote: &str) -> Option<Self> {
        let remote = remote.trim();
        let (authority, path) = match remote.split_once("://") {
            Some((_, rest)) => rest.split_once('/')?,
            None => remote.split_once(':')?,
        };
        let domain = authority.rsplit('@').next()?.split(':').next()?;
        let path = path.trim_matches('/');
        let path = path.strip_suffix(".git").unwrap_or(path);
        let host = Host::of_domain(&domain.to_ascii_lowercase())?;
        (!path.is_empty()).then(|| Self::of(host, &format!("https://{domain}/{path}")))
    }

    /// The address of a commit.
    pub fn commit(&self, hash: &str) -> String {
        self.fill(&self.commit, &[("hash", hash)])
    }
    /// The address of a pull request.
    pub fn pull_request(&self, number: u64) -> String {
        self.fill(&self.pull_request, &[("number", &number.to_string())])
    }
    /// The address of an issue.
    pub fn issue(&self, number: u64) -> String {
        self.fill(&self.issue, &[("number", &number.to_string())])
    }
    /// The address of what changed between two tags.
    pub fn compare(&self, from: &str, to: &str) -> String {
        self.fill(&self.compare, &[("from", from), ("to", to)])
    }
    /// The address of a release.
    pub fn tag(&self, tag: &str) -> String {
        self.fill(&self.tag, &[("tag", tag)])
    }
    /// The address of a person.
    pub fn user(&self, login: &str) -> String {
        self.fill(&self.user, &[("login", login)])
    }

    /// Fills in a template, in one pass: what a value holds is no template.
    fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        let repository = self.repository.as_str();
        let host =
            repository.find("://").and_then(|at| repository.get(at + 3..)?.find('/').map(|end| at + 3 + end));
        let host = host.and_then(|end| repository.get(..end)).unwrap_or(repository);
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, inside)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = inside.split_once('}') else {
                out.push('{');
                rest = inside;
                continue;
            };
            match name {
                "repository" => out.push_str(repository),
                "host" => out.push_str(host),
                _ => match values.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => encode(&mut out, value),
                    None => {
                        let _ = write!(out, "{{{name}}}");
                    }
                },
            }
            rest = after;
        }
        out + rest
    }
}

/// A value inside the path of an address: `/` and `@`, which tags often have, stay as they are.
fn encode(out: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/' | b'@' | b'+' | b'!')
        {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn remotes() {
        let of = |remote| Links::from_remote(remote).map(|links| links.pull_request(7));
        let said = [
            ("https://github.com/acme/board.git", Some("https://github.com/acme/board/pull/7")),
            (
                "ssh://git@gitlab.acme.example:22/a/b/board.git",
                Some("https://gitlab.acme.example/a/b/board/-/merge_requests/7"),
            ),
            ("git@bitbucket.org:acme/board.git", Some("https://bitbucket.org/acme/board/pull-requests/7")),
            ("https://codeberg.org/acme/board", Some("https://codeberg.org/acme/board/pulls/7")),
            ("https://git.acme.example/board", None),
            ("/srv/git/board", None),
        ];
        for (remote, address) in said {
            assert_eq!(of(remote).as_deref(), address, "{remote}");
        }
    }

    #[test]
    fn what_is_filled_in_is_encoded_and_no_template() {
        let links = Links::of(Host::Github, "https://github.com/acme/board/");
        assert_eq!(
            links.tag("@acme/core@1.0.0 {tag}#"),
            "https://github.com/acme/board/releases/tag/@acme/core@1.0.0%20%7Btag%7D%23"
        );
        assert_eq!(links.user("ada"), "https://github.com/ada");
    }
}
