/**
 * What a role is granted on objects and by default, how that is given and taken, and what a REVOKE
 * of ours leaves.
 */
@NullMarked
package dev.howdah.pg.roles.privilege;

import org.jspecify.annotations.NullMarked;
