#!/usr/bin/env bash
# A PostgreSQL of the tests' own: in a directory of its own, on a socket in it, by a user who is not root.
#
#   server.sh install      what it needs from the system's packages, where it is missing (Debian; as root or with sudo)
#   server.sh start DIR    a new cluster in DIR, or the one that is there; says where it is reached
#   server.sh crash DIR    kills all its processes at once, as a failing machine would
#   server.sh stop DIR     stops it; DIR may be removed afterwards
set -euo pipefail

# Where the programs are: on the path, or where Debian and Homebrew put them; the newest.
programs() {
  local place
  for place in $(compgen -G '/usr/lib/postgresql/*/bin' | sort -rV) \
    $(compgen -G '/opt/homebrew/opt/postgresql@*/bin' | sort -rV) "$(pg_config --bindir 2>/dev/null || true)"; do
    if [[ -x $place/initdb && -x $place/postgres ]]; then
      echo "$place"
      return
    fi
  done
  return 1
}

install() {
  programs >/dev/null && return
  local as=()
  [[ $(id -u) == 0 ]] || as=(sudo --non-interactive)
  command -v apt-get >/dev/null || { echo 'there is no PostgreSQL here, and no apt-get to install one' >&2; exit 1; }
  "${as[@]}" apt-get update -qq
  # Without the cluster that Debian makes of its own.
  "${as[@]}" mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' | "${as[@]}" tee /etc/postgresql-common/createcluster.d/none.conf >/dev/null
  DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends postgresql >/dev/null
}

# The server refuses to run as root: then as the user of the package.
owner() { if [[ $(id -u) == 0 ]]; then echo postgres; else id -un; fi; }
as_owner() { if [[ $(id -u) == 0 ]]; then runuser -u "$(owner)" -- "$@"; else "$@"; fi; }

start() {
  local dir=$1 bin
  bin=$(programs)
  if [[ ! -d $dir/data ]]; then
    mkdir -p "$dir"
    chmod 711 "$dir"
    [[ $(id -u) != 0 ]] || chown "$(owner)" "$dir"
    as_owner "$bin/initdb" -D "$dir/data" -U greenboard -A trust -E UTF8 --locale=C --no-instructions >"$dir/initdb.log"
  fi
  (cd "$dir" && as_owner "$bin/pg_ctl" start -s -w -t 60 -D "$dir/data" -l "$dir/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=64")
  echo "postgresql:///postgres?host=$dir&user=greenboard"
}

crash() {
  local dir=$1 main children
  main=$(head -n 1 "$dir/data/postmaster.pid")
  # The parent first, so that nothing of it is started anew.
  kill -STOP "$main"
  children=$(pgrep -P "$main" || true)
  # shellcheck disable=SC2086
  kill -KILL "$main" $children 2>/dev/null || true
  while kill -0 "$main" 2>/dev/null; do sleep 0.01; done
}

stop() {
  local dir=$1
  [[ ! -f $dir/data/postmaster.pid ]] || (cd "$dir" && as_owner "$(programs)/pg_ctl" stop -s -m immediate -D "$dir/data")
}

"$@"
