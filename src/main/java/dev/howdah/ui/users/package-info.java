/**
 * The tab Users: who there is, what they may do, and what they belong to. Here is its door, with
 * what ties its rooms to each other; the rooms don't know it.
 */
@NullMarked
package dev.howdah.ui.users;

import org.jspecify.annotations.NullMarked;
