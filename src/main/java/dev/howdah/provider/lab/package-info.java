/** The lab as a provider. */
@NullMarked
package dev.howdah.provider.lab;

import org.jspecify.annotations.NullMarked;
