/** The changes of one role: its password, expiry, attributes, settings, name and memberships. */
@NullMarked
package dev.howdah.pg.roles.change;

import org.jspecify.annotations.NullMarked;
