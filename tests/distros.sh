#!/bin/sh
# distros.sh: does what the README promises on bare systems: make run, test, plots and report on a Debian 12
# and a Debian 13, each in a folder made by debootstrap; then make doctor, and on Debian 13 sees that make
# proofs says what is missing. The files are those of git, as they are in the work tree.
#   FOLDER    where the systems stay for the next time (6 GB); default /var/tmp/backproof-distros
#   RELEASES  default "bookworm trixie"
#   TARGETS   default "run test plots report"
# Root only. Takes 20 to 40 minutes the first time, much of it for packages.
set -eu
cd "$(dirname "$0")/.."
folder=${FOLDER:-/var/tmp/backproof-distros}
releases=${RELEASES:-bookworm trixie}
targets=${TARGETS:-run test plots report}
log=$folder/log

fail() {
    printf 'distros: %s\n' "$*" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || fail "debootstrap and chroot need root"
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
mkdir -p "$folder"
case $folder in *[[:space:]]*) fail "debootstrap cannot work in a folder with a blank in its name: $folder" ;; esac

leave() {
    for mounted in $releases; do
        umount "$folder/$mounted/dev/pts" "$folder/$mounted/proc" 2>/dev/null || true
    done
}
trap leave EXIT
trap 'exit 1' INT TERM

# step NAME COMMAND...: says how long it took, or the end of what it said.
step() {
    name=$1
    shift
    start=$(date +%s)
    [ ! -t 1 ] || printf '  %s ...\r' "$name"
    "$@" >"$log" 2>&1 || {
        tail -n 25 "$log" >&2
        fail "$release: $name failed; all of it is in $log"
    }
    printf '  %-22s %4d s\n' "$name" $(($(date +%s) - start))
}

inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

for release in $releases; do
    root=$folder/$release
    echo "$release"
    [ -e "$root/etc/debian_version" ] || step debootstrap debootstrap --variant=minbase "$release" "$root"
    mount -t proc proc "$root/proc"
    mkdir -p "$root/dev/pts"
    mount -t devpts devpts "$root/dev/pts"
    rm -rf "$root/src"
    mkdir "$root/src"
    git ls-files -z | tar -c --null -T - | tar -x -C "$root/src"
    step "apt-get install make" inside sh -c 'apt-get update && apt-get install -y --no-install-recommends make'
    for target in $targets; do
        step "make $target" inside make -C /src "-j$(nproc)" "$target"
        grep -h 'Synthesis:' "$log" || true
    done
    inside make -C /src doctor >"$log"
    inside sh -c 'sed -n "s/.*Debian package//p" | xargs -r apt-cache show --no-all-versions >/dev/null' <"$log" ||
        fail "$release: make doctor names a package that is not there; see $log"
    if [ "$release" = trixie ]; then
        ! inside make -C /src proofs >"$log" 2>&1 && grep -q 'Missing: frama-c' "$log" ||
            fail "$release: make proofs does not say that Frama-C is missing; see $log"
    fi
done
echo "All of it works on: $releases"
