/** The front door: start, stop and the only place where services are made. */
@NullMarked
package dev.howdah.app;

import org.jspecify.annotations.NullMarked;
