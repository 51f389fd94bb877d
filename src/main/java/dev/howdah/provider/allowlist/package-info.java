/**
 * Allowlists: their rules, what a change of one lets in and keeps out, and who would be shut out.
 */
@NullMarked
package dev.howdah.provider.allowlist;

import org.jspecify.annotations.NullMarked;
