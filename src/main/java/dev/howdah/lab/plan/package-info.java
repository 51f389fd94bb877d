/** The plans of the lab: what each promises. */
@NullMarked
package dev.howdah.lab.plan;

import org.jspecify.annotations.NullMarked;
