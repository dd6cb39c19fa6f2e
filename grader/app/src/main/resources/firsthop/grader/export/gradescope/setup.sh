#!/usr/bin/env bash
#
# Gradescope runs this script once, when it builds the autograder's image.

set -e

command -v python3 >/dev/null || { apt-get update && apt-get install -y python3; }
