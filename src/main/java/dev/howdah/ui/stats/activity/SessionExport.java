package dev.howdah.ui.stats.activity;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Wait;
import dev.howdah.ui.stats.session.SessionWords;
import dev.howdah.ui.table.TableExport.Column;
import java.util.List;

/** What of a session is copied and exported; the keys are the ids of the table's columns. */
final class SessionExport {
    private static final Texts TEXTS = Texts.of(SessionExport.class);

    static final List<Column<SessionRow>> COLUMNS =
            List.of(
                    new Column<>("pid", TEXTS.text("activity.pid"), SessionRow::pid),
                    new Column<>("state", TEXTS.text("activity.state"), SessionWords::state),
                    new Column<>("age", TEXTS.text("export.seconds"), SessionRow::age),
                    new Column<>(
                            "transaction_age",
                            TEXTS.text("export.transaction"),
                            row -> row.ages().transaction()),
                    new Column<>("waits_on", TEXTS.text("activity.waitsOn"), SessionWords::waitsOn),
                    new Column<>(
                            "wait_event_type",
                            TEXTS.text("export.waitEventType"),
                            row -> row.waitsOn().map(Wait::type)),
                    new Column<>(
                            "wait_event",
                            TEXTS.text("export.waitEvent"),
                            row -> row.waitsOn().map(Wait::event)),
                    new Column<>(
                            "blocked_by", TEXTS.text("export.blockedBy"), SessionRow::blockedBy),
                    new Column<>("user", TEXTS.text("activity.user"), row -> row.client().user()),
                    new Column<>(
                            "application",
                            TEXTS.text("activity.application"),
                            row -> row.client().application()),
                    new Column<>(
                            "database",
                            TEXTS.text("activity.database"),
                            row -> row.client().database()),
                    new Column<>(
                            "client", TEXTS.text("activity.client"), row -> row.client().address()),
                    new Column<>(
                            "backend_type",
                            TEXTS.text("export.backendType"),
                            SessionRow::backendType),
                    new Column<>(
                            "backend_start",
                            TEXTS.text("export.backendStart"),
                            row -> row.key().backendStart()),
                    new Column<>(
                            "statement",
                            TEXTS.text("activity.statement"),
                            row -> row.statement().text().text()));

    private SessionExport() {}
}
