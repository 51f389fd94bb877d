/** The panel Dumps: dumps and restores with PostgreSQL's own client tools. */
@NullMarked
package dev.howdah.ui.backups.dumps;

import org.jspecify.annotations.NullMarked;
