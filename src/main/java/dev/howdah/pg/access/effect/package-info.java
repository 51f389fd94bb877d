/** What follows from the catalog: who may do what, by which way, now and with objects to come. */
@NullMarked
package dev.howdah.pg.access.effect;

import org.jspecify.annotations.NullMarked;
