/** The nodes of a service, its replicas and its hours of maintenance. */
@NullMarked
package dev.howdah.ui.settings.service;

import org.jspecify.annotations.NullMarked;
