/** The panel Archive: what PostgreSQL itself says about its WAL and who takes it. */
@NullMarked
package dev.howdah.ui.backups.archive;

import org.jspecify.annotations.NullMarked;
