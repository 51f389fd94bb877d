/** Which roles nobody works as, and what was granted to them. */
@NullMarked
package dev.howdah.ui.users.use;

import org.jspecify.annotations.NullMarked;
