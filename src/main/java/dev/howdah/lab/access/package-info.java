/** Who may connect to the lab's servers, and by what certificate they are known. */
@NullMarked
package dev.howdah.lab.access;

import org.jspecify.annotations.NullMarked;
