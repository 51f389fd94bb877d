/** How to reach each server, kept on this desktop. */
@NullMarked
package dev.howdah.profile;

import org.jspecify.annotations.NullMarked;
