#!/usr/bin/env bash
# Grades a class of generated submissions in Docker under failures: the grader is killed twice
# (kill -9), and the Docker engine is restarted once during the run. Then it checks that every
# submission has the expected marks, and prints how long the run took.
#
#   grader/benchmarks/scale.sh FOLDER COUNT RESTART...
#
# The script creates FOLDER. RESTART... is the command that restarts the engine, such as: systemctl restart docker
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
folder=$1 count=$2
shift 2
mkdir "$folder"
"$home/firsthop" --version # builds
scale() {
  java -cp "$home/grader/benchmarks/target/grader-benchmarks.jar:$home/grader/app/target/grader-app.jar:$home/grader/app/target/lib/*:$home/grader/proof/target/grader-proof.jar:$home/grader/proof/target/lib/*" \
    "-Dfirsthop.home=$home" firsthop.grader.benchmarks.Scale "$@"
}
scale make "$folder" "$count"

graded() { find "$folder/grades/submissions" -name result.json 2>/dev/null | wc -l; }

start_run() { # start_run N: starts a run in the background; $run is its process
  "$home/firsthop" grade "$folder/submissions" --out "$folder/grades" >"$folder/run-$1.log" 2>&1 &
  run=$!
}

wait_for() { # wait_for COUNT: waits until that many submissions are graded; fails if the run ends before
  local deadline=$((SECONDS + 3600))
  while [ "$(graded)" -lt "$1" ]; do
    kill -0 "$run" 2>/dev/null || { echo "the run ended before $1 submissions were graded" >&2; exit 1; }
    [ "$SECONDS" -lt "$deadline" ] || { echo "$1 submissions were not graded within an hour" >&2; exit 1; }
    sleep 1
  done
}

begin=$SECONDS
for n in 1 2; do
  start_run "$n"
  wait_for $((count * n / 4))
  kill -9 "$run"
  wait "$run" 2>/dev/null || true
  echo "run $n: killed after $((SECONDS - begin)) s, $(graded) graded"
done
start_run 3
wait_for $((count * 3 / 4))
echo "run 3: restarting the engine after $((SECONDS - begin)) s, $(graded) graded"
"$@" >"$folder/restart.log" 2>&1
status=0
wait "$run" || status=$?
echo "run 3: exit code $status after $((SECONDS - begin)) s in total; it began with: $(grep 'earlier run' "$folder/run-3.log")"
grep -h 'engine' "$folder/run-3.log" || true
cut -d, -f"$(head -1 "$folder/grades/grades.csv" | tr , '\n' | grep -n '^status$' | cut -d: -f1)" \
  "$folder/grades/grades.csv" | sort | uniq -c
scale check "$folder" "$folder/grades"
