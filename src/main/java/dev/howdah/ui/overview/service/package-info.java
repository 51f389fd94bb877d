/** What the provider says of the service, and what its plan promises. */
@NullMarked
package dev.howdah.ui.overview.service;

import org.jspecify.annotations.NullMarked;
