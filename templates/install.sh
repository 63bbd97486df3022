#!/bin/sh
# Puts mqtt-setup, as an executable that needs no Node, into /usr/local/bin, after it has been held against its checksum.
#
#   sh install.sh [--from FOLDER-OR-URL] [--prefix FOLDER]
#
# --from: where mqtt-setup-linux-x64 and SHA256SUMS are; else beside this script. --prefix: else /usr/local.
set -eu
export LC_ALL=C

say() { echo "install.sh: $*" >&2; }
refuse() {
  say "$1"
  exit "${2:-1}"
}

from=$(dirname "$0")
prefix=/usr/local
while [ $# -gt 0 ]; do
  case $1 in
    --from | --prefix)
      [ $# -ge 2 ] || refuse "$1 needs a value" 64
      if [ "$1" = --from ]; then from=$2; else prefix=$2; fi
      shift 2
      ;;
    -h | --help)
      sed -n '2,6s/^#\{1,\} \{0,1\}//p' "$0"
      exit 0
      ;;
    *) refuse "what is $1? See --help" 64 ;;
  esac
done

[ "$(uname -s)" = Linux ] || refuse "this is $(uname -s), not Linux"
case $(uname -m) in
  x86_64) name=mqtt-setup-linux-x64 ;;
  aarch64) name=mqtt-setup-linux-arm64 ;;
  *) refuse "there is no executable for $(uname -m): npx mqtt-setup needs Node alone" ;;
esac

mkdir -p "$prefix/bin"
# Beside where it goes: it gets there in one step, and what stands there is never half of a file.
scratch=$(mktemp -d "$prefix/bin/.mqtt-setup.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

fetch() {
  case $from in
    http://* | https://*)
      if command -v curl > /dev/null; then
        curl -fsSL -o "$scratch/$1" "$from/$1"
      elif command -v wget > /dev/null; then
        wget -qO "$scratch/$1" "$from/$1"
      else
        refuse "neither curl nor wget is here to fetch it with"
      fi
      ;;
    *) cp -- "$from/$1" "$scratch/$1" ;;
  esac || refuse "$1 is not to be had from $from"
}

fetch SHA256SUMS
fetch "$name"
wanted=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1; exit }' "$scratch/SHA256SUMS")
[ -n "$wanted" ] || refuse "SHA256SUMS does not name $name"
found=$(sha256sum < "$scratch/$name")
[ "${found%% *}" = "$wanted" ] || refuse "$name is not what SHA256SUMS says: nothing was installed"

chmod 755 "$scratch/$name"
"$scratch/$name" --version > /dev/null || refuse "$name does not run here: it needs glibc 2.28 or newer"
mv -f -- "$scratch/$name" "$prefix/bin/mqtt-setup"
echo "mqtt-setup $("$prefix/bin/mqtt-setup" --version) is in $prefix/bin"
