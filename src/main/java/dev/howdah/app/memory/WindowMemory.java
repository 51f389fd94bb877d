package dev.howdah.app.memory;

import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the window was left: size, theme, server, tab, and the tables' columns. Losing it costs
 * nobody anything, so a damaged file is simply begun anew. JavaFX thread only.
 */
public final class WindowMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ObjectNode root;

    /** Where the window stood. */
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    public WindowMemory(Path file) {
        this.file = file;
        this.root = read(file);
    }

    private static ObjectNode read(Path file) {
        try {
            if (Files.exists(file)
                    && JSON.readTree(Files.readString(file)) instanceof ObjectNode known
                    && known.path("version").asInt(0) == VERSION) {
                return known;
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("The window's memory is not readable and begins anew", e);
        }
        ObjectNode fresh = JSON.createObjectNode();
        fresh.put("version", VERSION);
        return fresh;
    }

    public Optional<Bounds> bounds() {
        JsonNode at = root.path("bounds");
        return at.isObject()
                ? Optional.of(
                        new Bounds(
                                at.path("x").asDouble(0),
                                at.path("y").asDouble(0),
                                at.path("width").asDouble(1280),
                                at.path("height").asDouble(800),
                                at.path("maximized").asBoolean(false)))
                : Optional.empty();
    }

    public void bounds(Bounds bounds) {
        root.putObject("bounds")
                .put("x", bounds.x())
                .put("y", bounds.y())
                .put("width", bounds.width())
                .put("height", bounds.height())
                .put("maximized", bounds.maximized());
    }

    public Theme theme() {
        String name = root.path("theme").asString("SYSTEM");
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    public void theme(Theme theme) {
        root.put("theme", theme.name());
    }

    public Optional<UUID> server() {
        try {
            return Optional.ofNullable(root.path("server").asString(null)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public void server(UUID id) {
        root.put("server", id.toString());
    }

    public int tab() {
        return root.path("tab").asInt(0);
    }

    public void tab(int index) {
        root.put("tab", index);
    }

    /** What is known of one table's columns; changes are kept with the next {@link #save()}. */
    ObjectNode table(String id) {
        return root.withObject("/tables").withObject("/" + id);
    }

    public void save() {
        try {
            AtomicFile.write(
                    file,
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(root)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("The window's memory could not be kept", e);
        }
    }
}
