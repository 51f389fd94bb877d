/** Users as the hosting provider knows them, and how its API changes them. */
@NullMarked
package dev.howdah.ui.users.hosted;

import org.jspecify.annotations.NullMarked;
