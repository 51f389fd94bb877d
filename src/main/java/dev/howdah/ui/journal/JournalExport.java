package dev.howdah.ui.journal;

import dev.howdah.core.Texts;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.table.TableExport.Column;
import java.util.List;

/** The journal's columns in files: everything that is known of a change. */
final class JournalExport {
    private static final Texts TEXTS = Texts.of(JournalExport.class);

    static final List<Column<JournaledChange>> COLUMNS =
            List.of(
                    new Column<>("when", TEXTS.text("export.when"), JournaledChange::at),
                    new Column<>(
                            "server", TEXTS.text("column.server"), each -> each.entry().server()),
                    new Column<>(
                            "environment",
                            TEXTS.text("export.environment"),
                            JournalWords::environment),
                    new Column<>("address", TEXTS.text("fact.address"), JournalWords::address),
                    new Column<>("user", TEXTS.text("column.user"), JournalWords::user),
                    new Column<>("by", TEXTS.text("fact.by"), JournalWords::person),
                    new Column<>("kind", TEXTS.text("fact.kind"), JournalWords::kind),
                    new Column<>("title", TEXTS.text("column.title"), each -> each.entry().title()),
                    new Column<>("result", TEXTS.text("column.result"), JournalWords::result),
                    new Column<>("took", TEXTS.text("export.took"), JournaledChange::took),
                    new Column<>(
                            "sentence", TEXTS.text("export.sentence"), JournaledChange::sentence),
                    new Column<>(
                            "before", TEXTS.text("detail.before"), each -> each.notes().before()),
                    new Column<>("after", TEXTS.text("detail.after"), each -> each.notes().after()),
                    new Column<>("sent", TEXTS.text("detail.sent"), each -> each.entry().preview()),
                    new Column<>("rows", TEXTS.text("detail.rows"), each -> each.entry().rows()),
                    new Column<>(
                            "undoes", TEXTS.text("fact.undoes"), each -> each.notes().undoes()),
                    new Column<>(
                            "undone_at", TEXTS.text("export.undone"), JournaledChange::undoneAt),
                    new Column<>("id", TEXTS.text("fact.id"), JournaledChange::id));

    private JournalExport() {}
}
