#!/bin/sh
# Fetches the car meshes of Debian's torcs-data (Free Art License or GPL-2+; 333 MB to download) and converts them to OBJ.
#
#   Scripts/fetch-torcs-cars.sh [FOLDER]        default: torcs-cars, which git ignores
#
# They are for training and testing on cars that nobody here drew, and no part of this repository. Which of them are trained
# on stands in Assets/cars/split.txt.
set -eu

folder=${1:-torcs-cars}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in apt-get dpkg-deb python3; do
    command -v "$tool" >/dev/null || { echo "fetch-torcs-cars: $tool is needed" >&2; exit 1; }
done
(cd "$work" && chmod 755 . && apt-get download torcs-data) || {
    echo "fetch-torcs-cars: cannot download torcs-data; is it in the package lists (apt-get update)?" >&2
    exit 1
}
dpkg-deb -x "$work"/torcs-data_*.deb "$work/package"
mkdir -p "$folder"
for mesh in "$work"/package/usr/share/games/torcs/cars/*; do
    name=$(basename "$mesh")
    [ -f "$mesh/$name.acc" ] || continue
    python3 "$here/acc_to_obj.py" "$mesh/$name.acc" "$folder/$name.obj"
done
cp "$work"/package/usr/share/doc/torcs-data/copyright "$folder/COPYRIGHT"
echo "$(ls "$folder"/*.obj | wc -l) cars in $folder"
