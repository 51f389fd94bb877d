/** Who is connected to the server, what they do, whom they wait for, and how to end it. */
@NullMarked
package dev.howdah.pg.activity;

import org.jspecify.annotations.NullMarked;
