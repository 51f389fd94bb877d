/** What is judged about backups and the allowlist, which only the provider knows. */
@NullMarked
package dev.howdah.health.provider;

import org.jspecify.annotations.NullMarked;
