/** Ranges as somebody types or pastes them, judged while they are typed. */
@NullMarked
package dev.howdah.ui.settings.allowlist.typing;

import org.jspecify.annotations.NullMarked;
