#!/bin/sh
# Installs the Debian packages named that are missing. Quiet when there is nothing to do.
set -eu

missing=""
for package in "$@"; do
    if command -v dpkg-query >/dev/null 2>&1; then
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        [ "$status" = "install ok installed" ] || missing="$missing $package"
    else
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    # Other systems have these libraries under other names: go on where the compiler finds them.
    if printf '#include <ncurses.h>\n#include <cblas.h>\n#include <openssl/evp.h>\n' | cc -E -x c - >/dev/null 2>&1; then
        exit 0
    fi
    echo "npi needs$missing, and this system has no apt-get:" >&2
    echo "install ncurses (wide characters), OpenBLAS and OpenSSL with their headers, and run make again." >&2
    exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "npi needs$missing: ask an administrator for 'apt-get install$missing', and run make again." >&2
        exit 1
    fi
    as_root="sudo"
fi
echo "installing$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the names are to be split
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null
