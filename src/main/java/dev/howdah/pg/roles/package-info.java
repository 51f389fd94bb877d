/** What we ask a server about its roles: who there is, and the words that its rooms share. */
@NullMarked
package dev.howdah.pg.roles;

import org.jspecify.annotations.NullMarked;
