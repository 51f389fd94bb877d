/** What a list would bring about: whom it lets in, cuts, or shuts out. */
@NullMarked
package dev.howdah.ui.settings.allowlist.effect;

import org.jspecify.annotations.NullMarked;
