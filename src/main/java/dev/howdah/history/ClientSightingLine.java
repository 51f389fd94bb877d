package dev.howdah.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's address as one line of JSON. */
final class ClientSightingLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ClientSightingLine() {}

    /** Without a line feed. */
    static String written(ClientSighting seen) {
        return MAPPER.writeValueAsString(
                MAPPER.createObjectNode()
                        .put("address", seen.address())
                        .put("application", seen.application())
                        .put("at", seen.at().toString()));
    }

    /** Empty for a line that was torn, or written by hand. */
    static Optional<ClientSighting> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return Optional.of(
                    new ClientSighting(
                            node.required("address").stringValue(),
                            node.required("application").stringValue(),
                            Instant.parse(node.required("at").stringValue())));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
