/** What is judged about the counters of the server: connections, cache, files, deadlocks. */
@NullMarked
package dev.howdah.health.vitals;

import org.jspecify.annotations.NullMarked;
