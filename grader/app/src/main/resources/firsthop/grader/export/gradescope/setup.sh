#!/usr/bin/env bash
#
# Gradescope runs this once, when it makes the autograder's image.

set -e

command -v python3 >/dev/null || { apt-get update && apt-get install -y python3; }
