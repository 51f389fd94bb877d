package dev.howdah.ui.table;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.ui.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the rows of a table into a file, and says in the status line what came of it.
 *
 * @param columns in the order of the file
 */
public record TableFile<R>(List<TableExport.Column<R>> columns, Workbench workbench) {
    private static final Texts TEXTS = Texts.of(TableFile.class);

    public TableFile {
        columns = List.copyOf(columns);
    }

    /** The kinds of file. */
    enum Format {
        CSV,
        JSON;

        /** As files end, without the dot. */
        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns at once; the file is replaced as a whole, or left as it was. */
    void write(Path file, Format format, List<R> rows) {
        workbench
                .background()
                .execute(() -> {
                    String outcome = outcome(file, format, rows);
                    workbench.uiThread().execute(() -> workbench.say(outcome));
                });
    }

    private String outcome(Path file, Format format, List<R> rows) {
        String text =
                switch (format) {
                    case CSV -> TableExport.toCsv(columns, rows);
                    case JSON -> TableExport.toJson(columns, rows);
                };
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return TEXTS.text("table.export.done", rows.size(), file);
        } catch (IOException e) {
            Problem problem = FileProblems.of(e, file).problem();
            return TEXTS.text("table.export.failed", problem.sentence());
        }
    }
}
