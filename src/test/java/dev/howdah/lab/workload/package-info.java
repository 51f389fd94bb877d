/** What the lab's services do, seen from the server. */
@NullMarked
package dev.howdah.lab.workload;

import org.jspecify.annotations.NullMarked;
