/**
 * New users with all their rights: what is asked beforehand, the plan, the run, and the way back.
 */
@NullMarked
package dev.howdah.pg.roles.newuser;

import org.jspecify.annotations.NullMarked;
