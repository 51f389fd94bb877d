/** What the tables of the tab show in their cells: texts, bytes, and values with a judgement. */
@NullMarked
package dev.howdah.ui.backups.cells;

import org.jspecify.annotations.NullMarked;
