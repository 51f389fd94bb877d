/** Tables that are read again and again, and what can be taken out of them. */
@NullMarked
package dev.howdah.ui.table;

import org.jspecify.annotations.NullMarked;
