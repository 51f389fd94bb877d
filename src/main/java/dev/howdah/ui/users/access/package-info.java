/** What a role may do to which object, by which way, and who else can. */
@NullMarked
package dev.howdah.ui.users.access;

import org.jspecify.annotations.NullMarked;
