/** Who may connect, who does, and the switches before the login. */
@NullMarked
package dev.howdah.ui.settings.allowlist;

import org.jspecify.annotations.NullMarked;
