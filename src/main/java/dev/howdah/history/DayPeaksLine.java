package dev.howdah.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The peaks of a day as one line of JSON: only what was measured. */
final class DayPeaksLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DayPeaksLine() {}

    /** Without a line feed. */
    static String written(DayPeaks peaks) {
        ObjectNode node = MAPPER.createObjectNode().put("day", peaks.day().toString());
        put(node, "connections", peaks.connections());
        put(node, "diskBytes", peaks.diskBytes());
        put(node, "dataBytes", peaks.dataBytes());
        put(node, "memoryBytes", peaks.memoryBytes());
        return MAPPER.writeValueAsString(node);
    }

    private static void put(ObjectNode node, String name, OptionalLong value) {
        value.ifPresent(number -> node.put(name, number));
    }

    /** Empty for a line that was torn, or written by hand. */
    static Optional<DayPeaks> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return Optional.of(
                    new DayPeaks(
                            LocalDate.parse(node.required("day").stringValue()),
                            number(node, "connections"),
                            number(node, "diskBytes"),
                            number(node, "dataBytes"),
                            number(node, "memoryBytes")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static OptionalLong number(JsonNode node, String name) {
        return node.has(name)
                ? OptionalLong.of(node.required(name).longValue())
                : OptionalLong.empty();
    }
}
