/**
 * The list of roles: its lines, columns, filter and comparison, and what may be done to a line's
 * role.
 */
@NullMarked
package dev.howdah.ui.users.list;

import org.jspecify.annotations.NullMarked;
