/** Parameters of the server, where they are set, and their change. */
@NullMarked
package dev.howdah.ui.settings.parameters;

import org.jspecify.annotations.NullMarked;
