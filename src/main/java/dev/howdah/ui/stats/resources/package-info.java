/** The panel of resources: what a service takes of the machine it runs on. */
@NullMarked
package dev.howdah.ui.stats.resources;

import org.jspecify.annotations.NullMarked;
