/** The numbers in a row, each with how it went. */
@NullMarked
package dev.howdah.ui.overview.tiles;

import org.jspecify.annotations.NullMarked;
