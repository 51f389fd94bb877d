/** What is judged about standbys and replication slots. */
@NullMarked
package dev.howdah.health.replication;

import org.jspecify.annotations.NullMarked;
