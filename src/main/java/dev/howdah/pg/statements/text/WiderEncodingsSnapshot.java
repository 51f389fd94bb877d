package dev.howdah.pg.statements.text;

import java.util.List;

/**
 * Where more texts can be read than in this database.
 *
 * @param databases the most promising first
 */
record WiderEncodingsSnapshot(List<String> databases) {
    WiderEncodingsSnapshot {
        databases = List.copyOf(databases);
    }
}
