/** What can lock us out goes back by itself unless it is proven and kept, come what may. */
@NullMarked
package dev.howdah.provider.trial;

import org.jspecify.annotations.NullMarked;
