/** What is judged about settings, versions, logins and what the catalog says of objects. */
@NullMarked
package dev.howdah.health.configuration;

import org.jspecify.annotations.NullMarked;
