/** The tab Users: who there is, what they may do, and what they belong to. */
@NullMarked
package dev.howdah.ui.users;

import org.jspecify.annotations.NullMarked;
