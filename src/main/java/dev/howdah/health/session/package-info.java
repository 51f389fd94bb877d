/** What is judged about sessions and their transactions. */
@NullMarked
package dev.howdah.health.session;

import org.jspecify.annotations.NullMarked;
