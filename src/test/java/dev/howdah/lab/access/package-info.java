/** Who gets into the lab's servers, seen from other addresses of this machine. */
@NullMarked
package dev.howdah.lab.access;

import org.jspecify.annotations.NullMarked;
