/** One role in words: its sentence, expiry, memberships and abilities. */
@NullMarked
package dev.howdah.ui.users.role;

import org.jspecify.annotations.NullMarked;
