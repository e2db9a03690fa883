#!/bin/sh
# What make cannot install by itself: every missing piece is named, each in one sentence that says what to do.
#   sh tests/need.sh rust    what a build needs (and it fetches the pinned compiler and the wasm target)
#   sh tests/need.sh node    what the browser tests and the measurements need
missing=0
lacks() { echo "$1" >&2; missing=1; }
has() { command -v "$1" >/dev/null 2>&1; }

case "$1" in
rust)
    has cargo || lacks "cargo is missing: install Rust with rustup, as https://rustup.rs says, and open a new shell."
    has cc || lacks "cc, a C compiler, is missing: install gcc or clang (Debian: apt-get install build-essential; macOS: xcode-select --install)."
    has git || lacks "git is missing: install it (Debian: apt-get install git; macOS: xcode-select --install)."
    [ $missing = 0 ] || exit 1

    target=wasm32-unknown-unknown
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    if has rustup; then
        cargo --version >/dev/null 2>&1 || {
            echo "Installing Rust $channel with rustup: once, about a minute."
            rustup toolchain install "$channel" --profile minimal -c rustfmt -c clippy -t $target ||
                lacks "Rust $channel could not be installed: see rustup's words above; it needs the network once."
        }
        [ $missing = 1 ] || [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ] || rustup target add $target ||
            lacks "The wasm target could not be installed: run 'rustup target add $target' when the network is there."
    else
        [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ] ||
            lacks "rustup is missing, and this Rust has no $target target: install rustup, as https://rustup.rs says."
    fi
    ;;
node)
    if has node && has npm; then
        [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] ||
            lacks "Node.js is too old ($(node --version)): install version 20 or later, as https://nodejs.org says."
    else
        lacks "Node.js is missing: install version 20 or later with npm, as https://nodejs.org says."
    fi
    ;;
esac
exit $missing
