/** What was seen of servers before, kept on this desktop. */
@NullMarked
package dev.howdah.history;

import org.jspecify.annotations.NullMarked;
