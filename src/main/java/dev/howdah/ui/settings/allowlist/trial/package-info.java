/** A change on trial: how it stands, and the two ways out. */
@NullMarked
package dev.howdah.ui.settings.allowlist.trial;

import org.jspecify.annotations.NullMarked;
