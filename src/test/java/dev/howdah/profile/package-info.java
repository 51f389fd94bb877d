/** Tests of what is kept about servers on this desktop. */
@NullMarked
package dev.howdah.profile;

import org.jspecify.annotations.NullMarked;
