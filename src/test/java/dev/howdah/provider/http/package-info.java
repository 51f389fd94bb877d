/** Tests of JSON over HTTP. */
@NullMarked
package dev.howdah.provider.http;

import org.jspecify.annotations.NullMarked;
