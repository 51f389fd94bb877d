/** Passwords: making, judging and turning them into verifiers before they leave the desktop. */
@NullMarked
package dev.howdah.pg.roles.password;

import org.jspecify.annotations.NullMarked;
