/** Who waits for a lock, and who is in the way. */
@NullMarked
package dev.howdah.pg.activity.locks;

import org.jspecify.annotations.NullMarked;
