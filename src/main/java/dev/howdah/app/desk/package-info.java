/** Which servers are open and which is in front, and what is asked before one opens. */
@NullMarked
package dev.howdah.app.desk;

import org.jspecify.annotations.NullMarked;
