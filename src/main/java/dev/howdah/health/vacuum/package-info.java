/** What is judged about dead rows, their horizon, and the ages that VACUUM has to lower. */
@NullMarked
package dev.howdah.health.vacuum;

import org.jspecify.annotations.NullMarked;
