/** The nodes as a picture: who sends WAL to whom. */
@NullMarked
package dev.howdah.ui.overview.nodes;

import org.jspecify.annotations.NullMarked;
