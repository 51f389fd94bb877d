/** What a DBA opens the console for: the server in trouble, and every panel that has to go on. */
@NullMarked
package dev.howdah.incident;

import org.jspecify.annotations.NullMarked;
