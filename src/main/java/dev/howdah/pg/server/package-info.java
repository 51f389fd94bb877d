/**
 * What rarely changes about a server: its version, its parameters, what they risk, what is in the
 * way of an upgrade.
 */
@NullMarked
package dev.howdah.pg.server;

import org.jspecify.annotations.NullMarked;
