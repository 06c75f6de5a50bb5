#!/bin/sh
# Two networks that somebody else trained, imported as one line each and tested on 500 images.
# The data come from $VGG_SHARED, by default the folder shared beside the checkout.
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
shared=${VGG_SHARED:-$home/../shared}
data=$shared/data/tiny-imagenet-10
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cat >"$out/networks.txt" <<'NETWORKS'
TinyVGG-2  conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor fc-classes
TinyVGG-3  conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor conv3-10-valid x2 pool2/2-floor fc-classes
NETWORKS

# NETWORK FILE LAYOUT: imports a file and prints how many images the network gets right.
right() {
  "$home/vgg" weights import "$shared/data/tiny-vgg/$2" --layout "$3" \
    --network "$1" --networks "$out/networks.txt" --crop 64 \
    --channels rgb --mean 0,0,0 --scale 1/255 \
    --classes "$data/classes.txt" --out "$out/$1.safetensors" >&2
  "$home/vgg" eval "$out/$1.safetensors" --data "$data" --protocol "center-crop|Q=64" |
    awk -F'|' '/top-1/ { print $6 - $5 " of " $6 + 0 }'
}

right TinyVGG-2 model.json tensorflow
right TinyVGG-3 nn_10.json oihw,oi,hwc
