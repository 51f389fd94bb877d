/** The lab as a provider, on a real lab. */
@NullMarked
package dev.howdah.provider.lab;

import org.jspecify.annotations.NullMarked;
