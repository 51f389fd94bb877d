/** The switches before the login, each with what turning it would bring about. */
@NullMarked
package dev.howdah.ui.settings.allowlist.switches;

import org.jspecify.annotations.NullMarked;
