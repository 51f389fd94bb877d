/** Tests of dumps with the client tools. */
@NullMarked
package dev.howdah.dump;

import org.jspecify.annotations.NullMarked;
