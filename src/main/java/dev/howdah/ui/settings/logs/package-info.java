/** The server's log, its archives and the provider's events. */
@NullMarked
package dev.howdah.ui.settings.logs;

import org.jspecify.annotations.NullMarked;
