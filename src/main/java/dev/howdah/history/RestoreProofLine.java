package dev.howdah.history;

import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RestoreProof.Check;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A proof of a restore as one line of JSON. */
final class RestoreProofLine {
    private static final int MAX_CHARACTERS = 2_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RestoreProofLine() {}

    /** Without a line feed. */
    static String written(RestoreProof proof) {
        ObjectNode node =
                MAPPER.createObjectNode()
                        .put("original", proof.original().toString())
                        .put("server", proof.server())
                        .put("copy", proof.copy())
                        .put("database", proof.database())
                        .put("proven", proof.provenAt().toString());
        proof.restoredTo().ifPresent(at -> node.put("restoredTo", at.toString()));
        proof.took().ifPresent(time -> node.put("took", time.toString()));
        proof.wouldLose().ifPresent(time -> node.put("wouldLose", time.toString()));
        proof.backup().ifPresent(id -> node.put("backup", id));
        ArrayNode checks = node.putArray("checks");
        for (Check check : proof.checks()) {
            checks.addObject()
                    .put("subject", check.subject().name())
                    .put("result", check.result().name())
                    .put("sentence", cut(check.sentence()));
        }
        return MAPPER.writeValueAsString(node);
    }

    /** Empty for a line that was torn, written by hand, or by a newer console. */
    static Optional<RestoreProof> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            List<Check> checks = new ArrayList<>();
            for (JsonNode check : node.required("checks").asArray()) {
                checks.add(
                        new Check(
                                RestoreProof.Subject.valueOf(text(check, "subject")),
                                RestoreProof.Result.valueOf(text(check, "result")),
                                text(check, "sentence")));
            }
            return Optional.of(
                    new RestoreProof(
                            UUID.fromString(text(node, "original")),
                            text(node, "server"),
                            text(node, "copy"),
                            text(node, "database"),
                            Instant.parse(text(node, "proven")),
                            optional(node, "restoredTo").map(Instant::parse),
                            optional(node, "took").map(Duration::parse),
                            optional(node, "wouldLose").map(Duration::parse),
                            checks,
                            optional(node, "backup")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }
}
