/**
 * A service as its provider describes it: state, nodes, switches, maintenance, measures, what runs.
 */
@NullMarked
package dev.howdah.provider.service;

import org.jspecify.annotations.NullMarked;
