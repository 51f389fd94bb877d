package dev.howdah.ui.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a table as text for other programs. Names come from servers and may be hostile: a cell
 * that a spreadsheet would take for a formula is neutralised with an apostrophe.
 */
public final class TableExport {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /** Also as wide as an ideograph, which some spreadsheets take for the same. */
    private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final JsonMapper JSON = new JsonMapper();

    private TableExport() {}

    /**
     * One column.
     *
     * @param key its name in JSON, and the id of the TableColumn that shows it
     * @param title its head in CSV and on the clipboard, with the unit
     * @param value text, number, truth, moment, Duration (written in seconds), a list of these, an
     *     Optional of these, or null
     */
    public record Column<R>(
            String key, String title, Function<? super R, ? extends @Nullable Object> value) {

        /** As written into a cell of CSV, without neutralising. */
        public String text(R row) {
            return textOf(value.apply(row));
        }
    }

    /** With a header line, fields separated by commas, lines by CR LF (RFC 4180). */
    public static <R> String toCsv(List<Column<R>> columns, List<? extends R> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns.stream().map(Column::title).toList());
            for (R row : rows) {
                csv.writeRecord(columns.stream().map(column -> safe(column, row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** An array of objects; nothing is neutralised, because JSON has no formulas. */
    public static <R> String toJson(List<Column<R>> columns, List<? extends R> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (R row : rows) {
            ObjectNode object = all.addObject();
            for (Column<R> column : columns) {
                object.putPOJO(column.key(), plain(column.value().apply(row)));
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    /** With a header line, fields separated by tabs: what spreadsheets take from the clipboard. */
    public static <R> String toClipboard(List<Column<R>> columns, List<? extends R> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::title).collect(Collectors.joining("\t")));
        for (R row : rows) {
            lines.add(
                    columns.stream()
                            .map(column -> safe(column, row).replaceAll("[\\t\\r\\n]+", " "))
                            .collect(Collectors.joining("\t")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static <R> String safe(Column<R> column, R row) {
        String text = column.text(row);
        boolean couldBeFormula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return couldBeFormula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static String textOf(@Nullable Object value) {
        Object plain = plain(value);
        return switch (plain) {
            case null -> "";
            case List<?> items ->
                    items.stream().map(TableExport::textOf).collect(Collectors.joining("; "));
            default -> plain.toString();
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> plain(optional.orElse(null));
            case OptionalInt count -> count.isPresent() ? count.getAsInt() : null;
            case OptionalLong count -> count.isPresent() ? count.getAsLong() : null;
            case Duration duration -> duration.toMillis() / 1_000.0;
            case List<?> items -> items.stream().map(TableExport::plain).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
