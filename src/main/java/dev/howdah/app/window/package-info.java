/** The main window, and in it the server that is chosen. */
@NullMarked
package dev.howdah.app.window;

import org.jspecify.annotations.NullMarked;
