/** What a certificate says in words, as a report, and against the state of today. */
@NullMarked
package dev.howdah.pg.proof.certificate;

import org.jspecify.annotations.NullMarked;
