/** What a backup's file says about itself, format by format, and the dump that is packed in it. */
@NullMarked
package dev.howdah.backup.format;

import org.jspecify.annotations.NullMarked;
