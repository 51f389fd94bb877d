/** The judgement: what needs somebody, what nobody knows, what is fine. */
@NullMarked
package dev.howdah.ui.overview.findings;

import org.jspecify.annotations.NullMarked;
