/** Remarks and problems, and the boxes that show them. */
@NullMarked
package dev.howdah.ui.notice;

import org.jspecify.annotations.NullMarked;
