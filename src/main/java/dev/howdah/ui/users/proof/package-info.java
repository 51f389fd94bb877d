/** The proof of what a role may and may not do, and the certificates that came of it. */
@NullMarked
package dev.howdah.ui.users.proof;

import org.jspecify.annotations.NullMarked;
