/**
 * The form in which one user is described, planned and made; its options and plan also serve for
 * many.
 */
@NullMarked
package dev.howdah.ui.users.newuser;

import org.jspecify.annotations.NullMarked;
