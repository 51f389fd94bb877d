/** What a change of the provider's plan or version would mean for the server. */
@NullMarked
package dev.howdah.health.plan;

import org.jspecify.annotations.NullMarked;
