# What this machine needs, installed where it may be, named where it may not. Sourced by ./start and ./check.

# Installs Debian packages that are missing: need_packages "to do what" package...
need_packages() {
    local why=$1 missing=() package
    shift
    if ! command -v dpkg-query >/dev/null; then
        echo "This script knows Debian and Ubuntu. On other systems please install what stands for, $why:"
        echo "    $*"
        return 0
    fi
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            root=(sudo)
        else
            echo "Missing $why: ${missing[*]}"
            echo "Someone who looks after this computer can get them so:"
            echo "    sudo apt-get install ${missing[*]}"
            exit 1
        fi
    fi
    echo "Installing $why: ${missing[*]}"
    if ! { "${root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; }; then
        echo "That did not work. Is there a network? Without these packages it does not go on:"
        echo "    ${missing[*]}"
        exit 1
    fi
}

# Rust 1.92 or newer, from rustup or from the system's packages (Debian 12 has it as rustc-web).
need_rust() {
    [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
    new_enough && return 0
    if command -v apt-cache >/dev/null; then
        if [ "$(id -u)" -eq 0 ]; then apt-get update -qq || true; fi
        local pair
        for pair in "rustc cargo rustfmt rust-clippy" "rustc-web cargo-web"; do
            local first=${pair%% *} version
            version=$(apt-cache policy "$first" 2>/dev/null | awk '/Candidate:/ {print $2}')
            if [ -n "$version" ] && [ "$version" != "(none)" ] && at_least "${version%%[-+~]*}"; then
                # shellcheck disable=SC2086 # one word for each package
                need_packages "Rust" $pair
                hash -r
                new_enough && return 0
            fi
        done
    fi
    echo "Alongside is built with Rust 1.92 or newer. This computer has: $(rustc --version 2>/dev/null || echo none)."
    echo "Get it from https://rustup.rs and start again."
    exit 1
}

new_enough() {
    command -v cargo >/dev/null && command -v rustc >/dev/null && at_least "$(rustc --version | awk '{print $2}')"
}

at_least() {
    [ "$(printf '%s\n' 1.92.0 "$1" | sort -V | head -n 1)" = 1.92.0 ]
}
