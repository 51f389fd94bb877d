/** The rules with the edits to them, and who comes from each. */
@NullMarked
package dev.howdah.ui.settings.allowlist.list;

import org.jspecify.annotations.NullMarked;
