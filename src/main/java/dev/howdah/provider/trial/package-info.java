/** A changed allowlist goes back by itself unless it is proven and kept, whatever happens to us. */
@NullMarked
package dev.howdah.provider.trial;

import org.jspecify.annotations.NullMarked;
