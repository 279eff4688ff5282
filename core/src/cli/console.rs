//! Where the program writes: results on one stream, everything about them on the other.

use std::io::{self, IsTerminal, Write};

/// The two streams of a program.
///
/// ```
/// use greenboard::cli::{Console, run};
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// assert_eq!(run(["pln"], &mut Console::new(&mut out, &mut err)), 2);
/// assert!(out.is_empty() && !err.is_empty());
/// ```
pub struct Console<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// Whether someone watches, for whom progress is told.
    watched: bool,
}

impl<'a> Console<'a> {
    /// Results into `out`, errors and notices into `err`; no progress.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { out, err, watched: false }
    }

    /// Calls `with` on the process's own streams. Progress is told where the error stream is a terminal.
    pub fn with_process<T>(with: impl FnOnce(&mut Console<'_>) -> T) -> T {
        let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
        let watched = err.is_terminal();
        let result = with(&mut Console { out: &mut out, err: &mut err, watched });
        let _ = out.flush();
        result
    }

    /// Writes a result, and a line break behind it where it has none. A reader that has gone away misses nothing.
    pub(super) fn result(&mut self, text: &str) {
        let _ = self.out.write_all(text.as_bytes());
        if !text.ends_with('\n') {
            let _ = self.out.write_all(b"\n");
        }
    }

    /// Says something about a result.
    pub(super) fn notice(&mut self, text: &str) {
        let _ = writeln!(self.err, "greenboard: {text}");
    }

    /// Says what is going on, on a line that the next one takes.
    pub(super) fn progress(&mut self, what: &str) {
        if self.watched {
            let _ = write!(self.err, "\r\x1b[K{what}…");
            let _ = self.err.flush();
        }
    }

    /// Takes back what [`progress`](Self::progress) said.
    pub(super) fn done(&mut self) {
        if self.watched {
            let _ = write!(self.err, "\r\x1b[K");
            let _ = self.err.flush();
        }
    }

    pub(super) fn failure(&mut self, error: &crate::Error, status: u8) -> u8 {
        self.done();
        self.notice(&format!("{error} [{}]", error.code()));
        status
    }

    /// Help and version are results; anything else is wrong usage.
    pub(super) fn usage(&mut self, usage: &clap::Error, status: u8) -> u8 {
        let text = usage.to_string();
        if usage.use_stderr() {
            let _ = self.err.write_all(text.as_bytes());
            status
        } else {
            self.result(&text);
            0
        }
    }
}
