/** What runs on a server by its provider's account, for when nobody can connect to it. */
@NullMarked
package dev.howdah.ui.stats.hosted;

import org.jspecify.annotations.NullMarked;
