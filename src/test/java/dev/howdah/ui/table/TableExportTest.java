package dev.howdah.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What other programs get, and that it can't hurt them. */
class TableExportTest {
    private record Thing(String name, int size, Optional<Instant> until, List<String> parts) {}

    private static final List<TableExport.Column<Thing>> COLUMNS =
            List.of(
                    new TableExport.Column<>("name", "Name", Thing::name),
                    new TableExport.Column<>("size", "Size (kB)", Thing::size),
                    new TableExport.Column<>("until", "Until", Thing::until),
                    new TableExport.Column<>("parts", "Parts", Thing::parts));
    private static final Thing PLAIN =
            new Thing("a \"b\", c", -3, Optional.of(Instant.EPOCH), List.of("x", "y"));
    private static final Thing BARE = new Thing("two\nlines", 0, Optional.empty(), List.of());

    @Test
    void writesCsvWithHeaderQuotesAndEmptyCells() {
        assertEquals(
                """
                Name,Size (kB),Until,Parts\r
                "a ""b"", c",-3,1970-01-01T00:00:00Z,x; y\r
                "two
                lines",0,,\r
                """,
                TableExport.toCsv(COLUMNS, List.of(PLAIN, BARE)));
    }

    @Test
    void neutralisesEveryCellThatASpreadsheetWouldCalculate() {
        List<TableExport.Column<String>> column =
                List.of(new TableExport.Column<>("name", "Name", name -> name));

        assertEquals(
                """
                Name\r
                '=1+1\r
                '+cmd\r
                '-rm\r
                '@sum\r
                -1\r
                +2.5\r
                a=b\r
                '\uFF1D1+1\r
                "'
                =1+1"\r
                """,
                TableExport.toCsv(
                        column,
                        List.of(
                                "=1+1",
                                "+cmd",
                                "-rm",
                                "@sum",
                                "-1",
                                "+2.5",
                                "a=b",
                                "\uFF1D1+1",
                                "\n=1+1")));
    }

    @Test
    void writesJsonWithTypesAndNulls() {
        assertEquals(
                """
                [ {
                  "name" : "=evil",
                  "size" : 7,
                  "until" : null,
                  "parts" : [ "x" ]
                } ]
                """,
                TableExport.toJson(
                                COLUMNS,
                                List.of(new Thing("=evil", 7, Optional.empty(), List.of("x"))))
                        .replace("\r", ""));
    }

    @Test
    void writesNumbersThatMayBeMissing() {
        List<TableExport.Column<OptionalInt>> column =
                List.of(new TableExport.Column<>("nodes", "Nodes", nodes -> nodes));
        List<OptionalInt> rows = List.of(OptionalInt.of(2), OptionalInt.empty());

        assertEquals("Nodes\r\n2\r\n\r\n", TableExport.toCsv(column, rows));
        assertEquals(
                "[{\"nodes\":2},{\"nodes\":null}]",
                TableExport.toJson(column, rows).replaceAll("\\s", ""));
    }

    @Test
    void writesTimesAsSecondsAndTruthsAsTruths() {
        List<TableExport.Column<Object[]>> columns =
                List.of(
                        new TableExport.Column<>("age_s", "Age (s)", row -> row[0]),
                        new TableExport.Column<>("login", "Login", row -> row[1]));
        Object[] row = {Duration.ofMillis(1_500), true};

        assertEquals(
                "Age (s),Login\r\n1.5,true\r\n",
                TableExport.toCsv(columns, Arrays.<Object[]>asList(new Object[][] {row})));
        assertEquals(
                "[ {\n  \"age_s\" : 1.5,\n  \"login\" : true\n} ]\n",
                TableExport.toJson(columns, Arrays.<Object[]>asList(new Object[][] {row}))
                        .replace("\r", ""));
    }

    @Test
    void keepsOneLineForEachRowOnTheClipboard() {
        assertEquals(
                "Name\tSize (kB)\tUntil\tParts\n'=x y\t1\t\t\n",
                TableExport.toClipboard(
                        COLUMNS, List.of(new Thing("=x\t\ny", 1, Optional.empty(), List.of()))));
    }
}
