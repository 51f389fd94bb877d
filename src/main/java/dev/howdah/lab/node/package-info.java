/** One PostgreSQL server of the lab: its programs, its folder, its process. */
@NullMarked
package dev.howdah.lab.node;

import org.jspecify.annotations.NullMarked;
