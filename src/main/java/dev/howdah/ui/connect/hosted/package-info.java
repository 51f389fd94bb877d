/** Who hosts a server: an account at a provider, a service of it, and the way there. */
@NullMarked
package dev.howdah.ui.connect.hosted;

import org.jspecify.annotations.NullMarked;
