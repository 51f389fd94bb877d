/** The lab from its start to its end, as the window sees it. */
@NullMarked
package dev.howdah.app.lab;

import org.jspecify.annotations.NullMarked;
