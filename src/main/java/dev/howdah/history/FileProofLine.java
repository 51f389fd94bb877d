package dev.howdah.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a backup's file is worth as one line of JSON. */
final class FileProofLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FileProofLine() {}

    /** Without a line feed. */
    static String written(FileProof proof) {
        return MAPPER.writeValueAsString(
                MAPPER.createObjectNode()
                        .put("server", proof.server().toString())
                        .put("backup", proof.backup())
                        .put("judged", proof.judgedAt().toString())
                        .put("worth", proof.worth().name())
                        .put("sentence", proof.sentence()));
    }

    /** Empty for a line that was torn, written by hand, or by a newer console. */
    static Optional<FileProof> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return Optional.of(
                    new FileProof(
                            UUID.fromString(text(node, "server")),
                            text(node, "backup"),
                            Instant.parse(text(node, "judged")),
                            FileProof.Worth.valueOf(text(node, "worth")),
                            text(node, "sentence")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
