#!/bin/sh
# Say what is missing on this machine, by its apt line, and make .venv from the hash-locked files.
#   release/setup.sh python          print the Python to use (3.11 or later)
#   release/setup.sh venv LOCK...    create or refresh .venv with exactly these lock files
#   release/setup.sh system          install the Debian packages that the tests need
#   release/setup.sh web             bring the desk's programs and map from package-lock.json
set -eu
cd "$(dirname "$0")/.."

find_python() {
    for candidate in ${PYTHON:-} python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.11 or later is missing. On Debian 12:" >&2
    echo "    apt-get install python3 python3-venv" >&2
    exit 1
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "The venv module of $python is missing. On Debian:" >&2
        echo "    apt-get install python$version-venv" >&2
        exit 1
    fi
    # A folder that was moved, or whose Python went away, is made anew.
    if ! [ -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null ||
        [ "$(.venv/bin/python -c 'import sys; print(sys.prefix)')" != "$(pwd -P)/.venv" ]; then
        rm -rf .venv
        "$python" -m venv .venv
    fi
    # Build tools first: bagit is published as source, and without isolation its build takes the
    # locked ones instead of fetching whatever is newest.
    for lock in requirements/build.lock "$@"; do
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
            --no-build-isolation -r "$lock"
    done
    # Everything it needs is there already, by hash: nothing is resolved or fetched here.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --no-index -e .
}

install_system() {
    wanted=
    for command in strace age openssl; do
        command -v "$command" >/dev/null || wanted="$wanted $command"
    done
    command -v go >/dev/null || wanted="$wanted golang-go"
    [ -d /usr/share/gocode/src/golang.org/x/mod ] || wanted="$wanted golang-golang-x-mod-dev"
    # WeasyPrint prints case files as PDF with the system's Pango, and with its fonts.
    ls /usr/lib/*/libpangoft2-1.0.so.0 >/dev/null 2>&1 ||
        wanted="$wanted libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || wanted="$wanted fonts-dejavu-core"
    # The pages of the desk are tried in a real browser: all of Chromium but its own windows, which
    # cost four times the processor time of our pages.
    command -v chromium-headless-shell >/dev/null || wanted="$wanted chromium-headless-shell"
    # shellcheck disable=SC2086  # a list of names
    debian "The tests need" "To run the tests that do without them:
    .venv/bin/python -m pytest" $wanted
}

# Install Debian packages, or say which: debian WHAT_FOR WHAT_ELSE_TO_DO PACKAGE...
debian() {
    for_what=$1 instead=$2
    shift 2
    [ $# -gt 0 ] || return 0
    as_root=
    if [ "$(id -u)" != 0 ]; then
        as_root=sudo
    fi
    if ! command -v apt-get >/dev/null || { [ -n "$as_root" ] && ! sudo -n true 2>/dev/null; }; then
        echo "$for_what these Debian packages:" >&2
        echo "    apt-get install $*" >&2
        echo "This user cannot install them here. $instead" >&2
        exit 1
    fi
    echo "installing: $*"
    $as_root apt-get -q -q update
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "$@" >/dev/null
}

vendor=src/probatum/desk/static/vendor

build_web() {
    # What it is made from is written into what is made: nothing to do while both agree.
    inputs=$(cat release/web/package.json release/web/package-lock.json release/web/*.mjs | sha256sum | cut -c1-64)
    if grep -q "\"$inputs\"" $vendor/versions.json 2>/dev/null && [ -e build/web/tests/axe.min.js ]; then
        return
    fi
    wanted=
    command -v node >/dev/null || wanted="$wanted nodejs"
    command -v npm >/dev/null || wanted="$wanted npm"
    # shellcheck disable=SC2086  # a list of names
    debian "The desk is built with" "Install them and run this again." $wanted
    mkdir -p build/web
    cp release/web/package.json release/web/package-lock.json release/web/.npmrc release/web/*.mjs build/web/
    # No package's own scripts run, and every package is what the lock file's digest says.
    if ! (cd build/web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error); then
        echo "npm could not bring what release/web/package-lock.json names. It needs the npm registry" >&2
        echo "once; after that nothing is fetched. The command line works without the desk." >&2
        exit 1
    fi
    node build/web/build.mjs build/web/node_modules $vendor build/web/tests "$inputs"
}

case "${1:-}" in
    python) find_python ;;
    venv) shift; make_venv "$@" ;;
    system) install_system ;;
    web)
        # Translations too: they may have changed since .venv was made.
        "$(find_python)" release/compile_messages.py
        build_web
        ;;
    *) sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
esac
