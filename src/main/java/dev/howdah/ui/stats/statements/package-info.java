/** The panel of statements: what costs the server most, and the set-up that lets it count. */
@NullMarked
package dev.howdah.ui.stats.statements;

import org.jspecify.annotations.NullMarked;
