package dev.howdah.journal;

import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.Operation.Step;
import dev.howdah.core.change.Operation.Step.Progress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation as one line of JSON. */
final class OperationLine {
    /** A text longer than this is cut; an adapter's memo holds an allowlist at the most. */
    private static final int MAX_CHARACTERS = 100_000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .maxStringLength(MAX_CHARACTERS + 1_000)
                                                    .build())
                                    .build())
                    .build();

    private OperationLine() {}

    /** Without a line feed. */
    static String written(Operation operation) {
        ObjectNode node =
                MAPPER.createObjectNode()
                        .put("id", operation.id().toString())
                        .put("service", cut(operation.service()))
                        .put("act", operation.act().name())
                        .put("title", cut(operation.title()))
                        .put("state", operation.state().name())
                        .put("asked", operation.askedAt().toString())
                        .put("seen", operation.seenAt().toString());
        operation.endedAt().ifPresent(at -> node.put("ended", at.toString()));
        operation.progressPct().ifPresent(pct -> node.put("pct", pct));
        node.put("sentence", cut(operation.sentence()));
        ArrayNode steps = node.putArray("steps");
        for (Step step : operation.steps()) {
            steps.addObject().put("name", cut(step.name())).put("progress", step.progress().name());
        }
        ObjectNode memo = node.putObject("memo");
        operation.memo().forEach((key, value) -> memo.put(key, cut(value)));
        return MAPPER.writeValueAsString(node);
    }

    /** Empty for a line that was torn, written by hand, or by a newer console. */
    static Optional<Operation> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            Map<String, String> memo = new LinkedHashMap<>();
            node.required("memo")
                    .propertyStream()
                    .forEach(each -> memo.put(each.getKey(), each.getValue().stringValue()));
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : node.required("steps").asArray()) {
                steps.add(new Step(text(step, "name"), Progress.valueOf(text(step, "progress"))));
            }
            return Optional.of(
                    new Operation(
                            UUID.fromString(text(node, "id")),
                            text(node, "service"),
                            Act.valueOf(text(node, "act")),
                            text(node, "title"),
                            State.valueOf(text(node, "state")),
                            steps,
                            node.has("pct")
                                    ? OptionalInt.of(node.required("pct").intValue())
                                    : OptionalInt.empty(),
                            Instant.parse(text(node, "asked")),
                            Instant.parse(text(node, "seen")),
                            node.has("ended")
                                    ? Optional.of(Instant.parse(text(node, "ended")))
                                    : Optional.empty(),
                            text(node, "sentence"),
                            memo));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }
}
