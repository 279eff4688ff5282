//! The Common Expression Language: compiled once, bounded (feature `cel`).
