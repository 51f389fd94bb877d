package dev.howdah.journal;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.Environment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry as one line of JSON, which people read with grep and programs line by line. */
final class EntryLine {
    /** Statements and answers longer than this are cut, and say how much is missing. */
    static final int MAX_CHARACTERS = 200_000;

    /** More rows than this are counted only. */
    static final int MAX_ROWS = 10_000;

    private static final Texts TEXTS = Texts.of(EntryLine.class);

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(6)
                                                    .maxStringLength(MAX_CHARACTERS + 1_000)
                                                    .build())
                                    .build())
                    .build();

    private EntryLine() {}

    /** Ends with a line feed and has no other one. */
    static byte[] written(Entry entry) {
        ObjectNode node =
                MAPPER.createObjectNode()
                        .put("time", entry.at().toString())
                        .put("server", cut(entry.server()))
                        .put("environment", entry.environment().name())
                        .put("status", entry.status().name())
                        .put("title", cut(entry.title()))
                        .put("preview", cut(entry.preview()))
                        .put("sentence", cut(entry.sentence()));
        ArrayNode rows = node.putArray("rows");
        int room = MAX_CHARACTERS * 5;
        for (String row : entry.rows()) {
            if (rows.size() == MAX_ROWS || room < row.length()) {
                rows.add(TEXTS.text("rows.cut", entry.rows().size() - rows.size()));
                break;
            }
            rows.add(cut(row));
            room -= row.length();
        }
        node.put("id", entry.change().toString());
        ParticularsNode.write(node, entry.particulars(), EntryLine::cut);
        // by way of a text, because the byte writer refuses half of a surrogate pair
        return (MAPPER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for a line that was torn by a crash, or written by hand. */
    static Optional<Entry> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            List<String> rows =
                    node.required("rows").asArray().valueStream().map(JsonNode::asString).toList();
            return Optional.of(
                    new Entry(
                            UUID.fromString(text(node, "id")),
                            Instant.parse(text(node, "time")),
                            text(node, "server"),
                            Environment.valueOf(text(node, "environment")),
                            text(node, "title"),
                            text(node, "preview"),
                            Status.valueOf(text(node, "status")),
                            text(node, "sentence"),
                            rows,
                            ParticularsNode.read(node)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS
                ? text
                : text.substring(0, MAX_CHARACTERS)
                        + TEXTS.text("text.cut", text.length() - MAX_CHARACTERS);
    }
}
