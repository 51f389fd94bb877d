/** What we ask a server about its roles. */
@NullMarked
package dev.howdah.pg.roles;

import org.jspecify.annotations.NullMarked;
