#!/usr/bin/env bash
# Grades a class of generated submissions in Docker while things go wrong: the grader is killed
# twice (kill -9), and the Docker engine is restarted once in the midst of the run. Then checks that
# every submission has the marks that it must have, and says how long it took.
#
#   grader/benchmarks/scale.sh FOLDER COUNT RESTART...
#
# FOLDER is made. RESTART... is the command that restarts the engine, such as: systemctl restart docker
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

decided() { find "$folder/grades/submissions" -name result.json 2>/dev/null | wc -l; }

start_run() { # start_run N: in the background; $run is its process
  "$home/firsthop" grade "$folder/submissions" --out "$folder/grades" >"$folder/run-$1.log" 2>&1 &
  run=$!
}

wait_for() { # wait_for COUNT: until so many are decided, or the run has ended
  local deadline=$((SECONDS + 3600))
  while [ "$(decided)" -lt "$1" ]; do
    kill -0 "$run" 2>/dev/null || { echo "the run ended before $1 were decided" >&2; exit 1; }
    [ "$SECONDS" -lt "$deadline" ] || { echo "no $1 were decided within an hour" >&2; exit 1; }
    sleep 1
  done
}

begin=$SECONDS
for n in 1 2; do
  start_run "$n"
  wait_for $((count * n / 4))
  kill -9 "$run"
  wait "$run" 2>/dev/null || true
  echo "run $n: killed after $((SECONDS - begin)) s, $(decided) decided"
done
start_run 3
wait_for $((count * 3 / 4))
echo "run 3: restarting the engine after $((SECONDS - begin)) s, $(decided) decided"
"$@" >"$folder/restart.log" 2>&1
status=0
wait "$run" || status=$?
echo "run 3: exit code $status after $((SECONDS - begin)) s in all; it began with: $(grep 'stand from an earlier run' "$folder/run-3.log")"
grep -h 'engine' "$folder/run-3.log" || true
cut -d, -f"$(head -1 "$folder/grades/grades.csv" | tr , '\n' | grep -n '^status$' | cut -d: -f1)" \
  "$folder/grades/grades.csv" | sort | uniq -c
scale check "$folder" "$folder/grades"
