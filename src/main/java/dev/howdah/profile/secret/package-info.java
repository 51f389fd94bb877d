/** Secrets of this run, and the keychain that may keep them. */
@NullMarked
package dev.howdah.profile.secret;

import org.jspecify.annotations.NullMarked;
