/** The plans of a service, compared and judged by what was measured. */
@NullMarked
package dev.howdah.ui.settings.plan;

import org.jspecify.annotations.NullMarked;
