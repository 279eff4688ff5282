#!/usr/bin/env bash
# Every engine beside its peers, in Rust, Python and Node, on the same inputs, in one run. `make bench` calls it.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath "${CARGO_TARGET_DIR:-target}")
work=$target/bench-peers
inputs=$target/bench-inputs
mkdir -p "$work"

cargo run --quiet --profile bench --locked -p greenboard-benches --bin inputs -- "$inputs"
cargo build --quiet --profile dist --locked -p greenboard-python -p greenboard-node

# The packages as they are shipped, beside copies of their own.
rm -rf "$work/python" "$work/node"
mkdir -p "$work/python" "$work/node/node_modules"
cp -r bindings-python/python/greenboard "$work/python/"
cp "$target/dist/lib_native.so" "$work/python/greenboard/_native.abi3.so"
cp -r bindings-node "$work/node/node_modules/greenboard"
name=$(node -p 'require("./bindings-node/lib/platform").platformName()')
cp "$target/dist/libgreenboard_node.so" "$work/node/node_modules/greenboard/greenboard.$name.node"
cp benches/peers/package.json benches/peers/*.mjs "$work/node/"

[ -x "$work/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r benches/peers/requirements.txt
(cd "$work/node" && npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error --install-links=false semver@"$(node -p 'require("./package.json").dependencies.semver')" >/dev/null)

echo '== Rust'
cargo bench --quiet --locked -p greenboard-benches --bench versions
echo '== Python'
PYTHONPATH=$work/python "$work/venv/bin/python" benches/peers/versions.py "$inputs"
echo '== Node'
(cd "$work/node" && node versions.mjs "$inputs")
