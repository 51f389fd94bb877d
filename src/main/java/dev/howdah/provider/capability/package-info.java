/** What a provider offers for a service, and why not the rest. */
@NullMarked
package dev.howdah.provider.capability;

import org.jspecify.annotations.NullMarked;
