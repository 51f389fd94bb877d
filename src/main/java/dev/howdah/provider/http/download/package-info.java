/** Files that a provider gives by a link, as they arrive. */
@NullMarked
package dev.howdah.provider.http.download;

import org.jspecify.annotations.NullMarked;
