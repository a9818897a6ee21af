#!/bin/sh
# Run as root: installs Debian packages and keeps their daemons from starting, now and at the next boot, because
# Dhanman runs its own instances on its own ports. Daemons that were there before are left as they are.
set -eu
export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 LC_ALL=C.UTF-8
units=/lib/systemd/system
policy=/usr/sbin/policy-rc.d
marker='# Put here by a running installation of Dhanman'

before=$(ls "$units" 2>/dev/null || true)

if [ ! -e "$policy" ] || grep -q "$marker" "$policy"; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 130' INT TERM HUP
  printf '#!/bin/sh\n%s; it forbids the new daemons to start.\nexit 101\n' "$marker" >"$policy"
  chmod 755 "$policy"
fi

install() {
  apt-get -o DPkg::Lock::Timeout=300 -o APT::Get::Assume-Yes=true install --no-install-recommends "$@"
}

# The list of packages may be empty or out of date; fetching it costs seconds, so it is fetched only then.
install "$@" || { apt-get -o DPkg::Lock::Timeout=300 update && install "$@"; }

if command -v systemctl >/dev/null; then
  for unit in $(ls "$units"); do
    case "$unit" in *@.*) continue ;; *.service | *.socket | *.target | *.timer) ;; *) continue ;; esac
    printf '%s\n' "$before" | grep -qx "$unit" || systemctl disable --quiet "$unit" 2>/dev/null || true
  done
fi
