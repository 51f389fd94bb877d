/**
 * The panel Restores: a restored copy compared with its original, proven, and tables brought back
 * from it.
 */
@NullMarked
package dev.howdah.ui.backups.restores;

import org.jspecify.annotations.NullMarked;
