/** Who is connected to the server, from where, and what they do. */
@NullMarked
package dev.howdah.pg.activity;

import org.jspecify.annotations.NullMarked;
