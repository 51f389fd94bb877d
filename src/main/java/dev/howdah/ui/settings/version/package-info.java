/** Upgrades of the server's version. */
@NullMarked
package dev.howdah.ui.settings.version;

import org.jspecify.annotations.NullMarked;
