/** How to connect to the server from elsewhere. */
@NullMarked
package dev.howdah.ui.overview.connection;

import org.jspecify.annotations.NullMarked;
