/** Where new users may work: the open servers, their databases, and the schemas in those. */
@NullMarked
package dev.howdah.ui.users.places;

import org.jspecify.annotations.NullMarked;
