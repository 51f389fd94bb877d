/** How the window and its tables were left. */
@NullMarked
package dev.howdah.app.memory;

import org.jspecify.annotations.NullMarked;
