package dev.howdah.profile;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of profiles as JSON, written field by field, so that nothing gets into it by accident.
 * Fields that this version does not know are kept.
 *
 * @param root the whole file; treated as immutable
 * @param profiles in the order of the file
 */
record ProfileJson(ObjectNode root, List<Profile> profiles) {
    static final int VERSION = 1;

    /** Room for some ten thousand profiles. */
    static final int MAX_BYTES = 4 << 20;

    private static final Texts TEXTS = Texts.of(ProfileJson.class);

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(10_000)
                                                    .maxNameLength(200)
                                                    .maxDocumentLength(MAX_BYTES)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** The content can't be what this program wrote; the message says why. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String why) {
            super(why);
        }
    }

    static ProfileJson empty() {
        ObjectNode root = MAPPER.createObjectNode().put("version", VERSION);
        root.putArray("profiles");
        return new ProfileJson(root, List.of());
    }

    /**
     * @throws ProblemException NOT_SUPPORTED, when a newer console wrote it
     */
    static ProfileJson parsed(byte[] content) throws Damage, ProblemException {
        if (content.length > MAX_BYTES) {
            throw new Damage("more than " + MAX_BYTES + " bytes");
        }
        try {
            if (!(MAPPER.readTree(content) instanceof ObjectNode root)) {
                throw new Damage("not a JSON object");
            }
            int version = root.path("version").asInt(0);
            if (version > VERSION) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.NOT_SUPPORTED,
                                TEXTS.text("store.newer", version, VERSION),
                                TEXTS.text("store.newer.remedy")));
            }
            if (version != VERSION) {
                throw new Damage("no version");
            }
            return new ProfileJson(root, profiles(root));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Damage(String.valueOf(e.getMessage()));
        }
    }

    byte[] bytes() {
        return bytes(root);
    }

    private static byte[] bytes(ObjectNode root) {
        // by way of a text, because the byte writer refuses half of a surrogate pair
        return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Profile> profiles(ObjectNode root) throws Damage {
        List<Profile> profiles = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (JsonNode node : root.required("profiles").asArray()) {
            Profile profile = profile(node);
            if (!ids.add(profile.id())) {
                throw new Damage("two profiles with the id " + profile.id());
            }
            profiles.add(profile);
        }
        return List.copyOf(profiles);
    }

    /** The file with this profile in the place of the one with its id, or at the end. */
    byte[] with(Profile profile) {
        ObjectNode copy = root.deepCopy();
        ArrayNode array = copy.required("profiles").asArray();
        int at = indexOf(profile.id());
        ObjectNode node = at < 0 ? array.addObject() : array.get(at).asObject();
        PgTarget target = profile.target();
        node.put("id", profile.id().toString())
                .put("name", profile.name())
                .put("environment", profile.environment().name())
                .put("host", target.host())
                .put("port", target.port())
                .put("database", target.database())
                .put("user", target.user())
                .put("tls", target.tls().sslMode())
                .put("readOnly", profile.readOnly());
        node.remove("caFile");
        target.caFile().ifPresent(file -> node.put("caFile", file.toString()));
        HostedByJson.write(profile.hostedBy(), node);
        return bytes(copy);
    }

    /** The file without the profile of this id; the same file when there is none. */
    byte[] without(UUID id) {
        ObjectNode copy = root.deepCopy();
        int at = indexOf(id);
        if (at >= 0) {
            copy.required("profiles").asArray().remove(at);
        }
        return bytes(copy);
    }

    private int indexOf(UUID id) {
        return profiles.stream().map(Profile::id).toList().indexOf(id);
    }

    private static Profile profile(JsonNode node) {
        int port = node.required("port").intValue();
        String name = node.required("name").stringValue();
        String host = node.required("host").stringValue();
        if (port < 1 || port > 65_535 || name.isBlank() || host.isBlank()) {
            throw new IllegalArgumentException("a profile without name, host or port");
        }
        return new Profile(
                UUID.fromString(node.required("id").stringValue()),
                name,
                Environment.valueOf(node.required("environment").stringValue()),
                new PgTarget(
                        host,
                        port,
                        node.required("database").stringValue(),
                        node.required("user").stringValue(),
                        tlsMode(node.required("tls").stringValue()),
                        Optional.ofNullable(node.get("caFile"))
                                .map(JsonNode::stringValue)
                                .map(Path::of)),
                node.required("readOnly").booleanValue(),
                HostedByJson.read(node));
    }

    private static TlsMode tlsMode(String word) {
        for (TlsMode mode : TlsMode.values()) {
            if (mode.sslMode().equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("an unknown TLS mode");
    }
}
