#!/usr/bin/env bash
# Grades copies of the reference solution in Docker, then runs `mvn -o -q test` on the same sources on
# the same machine. Prints submissions per minute and seconds of processor time for each, and the
# ratios. Processor time is that of the whole machine (/proc/stat), including the Docker engine, so
# nothing else may run meanwhile. Linux only.
#
#   grader/benchmarks/throughput.sh [COPIES [PEERS]]      40 copies, 6 runs of Maven
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
copies=${1:-40}
peers=${2:-6}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Maven runs in the handout with the reference solution, and the same files are handed in.
"$home/firsthop" handout "$work/peer" > "$work/handout.log"
for lab in "$home"/lab[0-9][0-9]-*; do
  cp -R "$lab/src/solution/java/." "$work/peer/$(basename "$lab")/src/main/java/"
done
mkdir "$work/submissions"
for ((i = 1; i <= copies; i++)); do
  mkdir "$work/submissions/copy-$i"
  cp -R "$work"/peer/lab* "$work/submissions/copy-$i/"
done
for ((i = 1; i <= peers; i++)); do
  cp -R "$work/peer" "$work/peer-$i"
done

busy_ticks() { # user + nice + system + irq + softirq, of all processors
  awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 }' /proc/stat
}

measure() { # measure NAME COUNT COMMAND...
  local name=$1 count=$2 ticks start
  shift 2
  ticks=$(busy_ticks)
  start=$(date +%s.%N)
  "$@" > "$work/$name.log" 2>&1 || { cat "$work/$name.log" >&2; exit 1; }
  awk -v name="$name" -v count="$count" -v start="$start" -v end="$(date +%s.%N)" \
    -v ticks="$(( $(busy_ticks) - ticks ))" -v hertz="$(getconf CLK_TCK)" '
    BEGIN {
      printf "%s %.1f %.2f %.2f\n", name, 60 * count / (end - start), ticks / hertz / count, end - start
    }' | tee -a "$work/figures"
}

run_peers() { # runs as many in parallel as there are processors
  seq "$peers" | xargs -P "$(nproc)" -I{} mvn -o -q -f "$work/peer-{}/pom.xml" test
}

grade_copies() {
  "$home/firsthop" grade "$work/submissions" --out "$work/grades"
}

"$home/firsthop" grade "$work/submissions/copy-1" --out "$work/first" > "$work/first.log" 2>&1 # builds
mvn -o -q -f "$work/peer/pom.xml" test > "$work/first-peer.log"                              # warms the disk cache
echo "name, submissions per minute, CPU seconds each, total wall seconds"
measure firsthop "$copies" grade_copies
measure maven "$peers" run_peers
awk '{ rate[$1] = $2; cpu[$1] = $3 }
  END { printf "ratio: %.1f times the rate, %.1f times less CPU\n", rate["firsthop"] / rate["maven"], cpu["maven"] / cpu["firsthop"] }' "$work/figures"
full=$(grep -c ',graded' "$work/grades/grades.csv")
echo "$full of $copies graded; first row: $(sed -n 2p "$work/grades/grades.csv")"
