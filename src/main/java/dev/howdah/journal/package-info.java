/** What was done to which server, kept on this desktop. */
@NullMarked
package dev.howdah.journal;

import org.jspecify.annotations.NullMarked;
