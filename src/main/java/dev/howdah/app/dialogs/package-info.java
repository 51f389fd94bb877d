/** The layer over the window, and the problems that leave nothing else to show. */
@NullMarked
package dev.howdah.app.dialogs;

import org.jspecify.annotations.NullMarked;
