/** The changes of a database at Scalingo, the ways back from them, and how far each is. */
@NullMarked
package dev.howdah.provider.scalingo.change;

import org.jspecify.annotations.NullMarked;
