/** What the lab promises, on real servers. */
@NullMarked
package dev.howdah.lab;

import org.jspecify.annotations.NullMarked;
