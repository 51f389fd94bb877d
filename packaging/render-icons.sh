#!/bin/sh
# Renders icons/howdah.svg to the PNG sizes that window managers, docks and installers ask for.
# Run it after every change of the drawing, look at the result at 16 px on a light and on a dark
# ground, and commit the pictures with the drawing. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/../icons"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" howdah.svg --output "howdah-$size.png"
done
