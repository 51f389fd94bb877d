package dev.howdah.ui.stats.locks;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import dev.howdah.ui.table.TableExport.Column;
import java.util.List;
import java.util.Optional;

/** What of the queues is copied and exported; the keys are the ids of the table's columns. */
final class LockExport {
    private static final Texts TEXTS = Texts.of(LockExport.class);

    static final List<Column<LockLine>> COLUMNS =
            List.of(
                    new Column<>("session", TEXTS.text("locks.who"), LockWords::session),
                    new Column<>("pid", TEXTS.text("activity.pid"), LockLine::pid),
                    new Column<>("state", TEXTS.text("activity.state"), LockWords::state),
                    new Column<>("age", TEXTS.text("export.seconds"), LockLine::age),
                    new Column<>("behind", TEXTS.text("locks.behind"), LockLine::behind),
                    new Column<>(
                            "blocked_by",
                            TEXTS.text("export.blockedBy"),
                            line -> line.row().blockedBy()),
                    new Column<>("wants", TEXTS.text("locks.lock"), LockWords::wants),
                    new Column<>(
                            "relation",
                            TEXTS.text("export.relation"),
                            line -> wanted(line).map(WantedLock::relation)),
                    new Column<>(
                            "mode",
                            TEXTS.text("export.mode"),
                            line -> wanted(line).map(WantedLock::mode)),
                    new Column<>(
                            "statement", TEXTS.text("activity.statement"), LockWords::statement));

    private LockExport() {}

    private static Optional<WantedLock> wanted(LockLine line) {
        return line.row().wanted();
    }
}
