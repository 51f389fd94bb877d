/** Tests on real servers of every major version. */
@NullMarked
package dev.howdah.pg.activity;

import org.jspecify.annotations.NullMarked;
