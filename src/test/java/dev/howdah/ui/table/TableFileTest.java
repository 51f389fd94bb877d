package dev.howdah.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.table.TableFile.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports end with a sentence. */
class TableFileTest {
    @TempDir private Path folder;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final TableFile<String> names =
            new TableFile<>(
                    List.of(new TableExport.Column<>("name", "Name", text -> text)), workbench);

    @Test
    void writesTheFileAndSaysHowManyRowsAreInIt() throws IOException {
        Path csv = folder.resolve("names.csv");
        Path json = folder.resolve("names.json");

        write(csv, Format.CSV, List.of("ann"));
        write(json, Format.JSON, List.of());
        write(csv, Format.CSV, IntStream.range(0, 412).mapToObj(Integer::toString).toList());

        assertEquals(
                List.of(
                        "1 row written to " + csv + ".",
                        "No row written to " + json + ".",
                        "412 rows written to " + csv + "."),
                workbench.said);
        assertEquals(413, Files.readAllLines(csv).size());
        assertEquals("[ ]\n", Files.readString(json));
    }

    @Test
    void saysWhyNothingWasWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("names.csv");

        write(blocked, Format.CSV, List.of("ann"));

        assertEquals(
                List.of(
                        "Nothing was exported. The console can't use "
                                + blocked
                                + ", because "
                                + blocked.getParent()
                                + " is not a folder."
                                + " Choose another folder, or free some space."),
                workbench.said);
    }

    private void write(Path file, Format format, List<String> rows) {
        Fx.start();
        int before = workbench.said.size();
        names.write(file, format, rows);
        Fx.eventually("the outcome is said", () -> workbench.said.size() > before);
    }
}
