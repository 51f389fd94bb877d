/** What the services of the lab's sample database do all day, mistakes included. */
@NullMarked
package dev.howdah.lab.workload;

import org.jspecify.annotations.NullMarked;
