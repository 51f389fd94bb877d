/** What a hosting provider tells and does about a server, in one vocabulary for all of them. */
@NullMarked
package dev.howdah.provider;

import org.jspecify.annotations.NullMarked;
