/**
 * Connection strings as providers, deployments and colleagues hand them out, taken apart and
 * written.
 */
@NullMarked
package dev.howdah.profile.text;

import org.jspecify.annotations.NullMarked;
