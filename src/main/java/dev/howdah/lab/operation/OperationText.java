package dev.howdah.lab.operation;

import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperation.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation as keys and values. */
final class OperationText {
    private static final Logger LOG = LoggerFactory.getLogger(OperationText.class);
    private static final String MEMO = "memo.";
    private static final String STEP = "step.";

    private OperationText() {}

    static Map<String, String> of(LabOperation operation) {
        Map<String, String> text = new TreeMap<>();
        text.put("id", operation.id().toString());
        text.put("act", operation.act().name());
        text.put("title", operation.title());
        text.put("state", operation.state().name());
        text.put("began", operation.beganAt().toString());
        operation.endedAt().ifPresent(ended -> text.put("ended", ended.toString()));
        text.put("sentence", operation.sentence());
        operation.memo().forEach((key, value) -> text.put(MEMO + key, value));
        for (int i = 0; i < operation.steps().size(); i++) {
            Step step = operation.steps().get(i);
            text.put(STEP + i, step.progress() + " " + step.donePct() + " " + step.name());
        }
        return text;
    }

    /** Empty when somebody else has written there; such an operation is forgotten. */
    static Optional<LabOperation> read(Map<String, String> text) {
        try {
            return Optional.of(
                    new LabOperation(
                            UUID.fromString(of(text, "id")),
                            Act.valueOf(of(text, "act")),
                            of(text, "title"),
                            State.valueOf(of(text, "state")),
                            steps(text),
                            Instant.parse(of(text, "began")),
                            Optional.ofNullable(text.get("ended")).map(Instant::parse),
                            of(text, "sentence"),
                            memo(text)));
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warn("an operation of the lab is not readable", e);
            return Optional.empty();
        }
    }

    private static List<Step> steps(Map<String, String> text) {
        List<Step> steps = new ArrayList<>();
        for (String line = text.get(STEP + 0); line != null; line = text.get(STEP + steps.size())) {
            String[] parts = line.split(" ", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("not a step: " + line);
            }
            steps.add(
                    new Step(
                            parts[2], Step.Progress.valueOf(parts[0]), Integer.parseInt(parts[1])));
        }
        return steps;
    }

    private static Map<String, String> memo(Map<String, String> text) {
        Map<String, String> memo = new TreeMap<>();
        text.forEach((key, value) -> {
            if (key.startsWith(MEMO)) {
                memo.put(key.substring(MEMO.length()), value);
            }
        });
        return memo;
    }

    private static String of(Map<String, String> text, String key) {
        String value = text.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
