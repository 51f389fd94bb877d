/** What the server is made of: its schemas, parameters and extensions. */
@NullMarked
package dev.howdah.ui.overview.facts;

import org.jspecify.annotations.NullMarked;
