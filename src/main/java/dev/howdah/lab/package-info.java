/** The lab: a real PostgreSQL inside the app, with sample data and a workload to look at. */
@NullMarked
package dev.howdah.lab;

import org.jspecify.annotations.NullMarked;
