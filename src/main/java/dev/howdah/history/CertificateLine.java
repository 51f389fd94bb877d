package dev.howdah.history;

import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.DatabaseProof.Deeds;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import dev.howdah.pg.proof.Unknown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A certificate as one line of JSON, written field by field. */
final class CertificateLine {
    static final int VERSION = 1;

    /** A certificate that would be longer names fewer objects; their numbers stay. */
    static final int MAX_CHARACTERS = 500_000;

    private static final int FEW_OBJECTS = 20;
    private static final int FEW_GAPS = 200;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(12)
                                                    .maxStringLength(20_000)
                                                    .build())
                                    .build())
                    .build();

    private CertificateLine() {}

    /** Without a line feed. */
    static String written(AccessCertificate certificate) {
        String whole = written(certificate, Gap.MAX_OBJECTS, Integer.MAX_VALUE);
        return whole.length() <= MAX_CHARACTERS
                ? whole
                : written(certificate, FEW_OBJECTS, FEW_GAPS);
    }

    private static String written(AccessCertificate certificate, int objects, int gaps) {
        ObjectNode node =
                MAPPER.createObjectNode()
                        .put("version", VERSION)
                        .put("takenAt", certificate.takenAt().toString())
                        .put("server", certificate.server())
                        .put("address", certificate.address())
                        .put("role", certificate.role())
                        .put("expected", certificate.expected().name())
                        .put("verdict", certificate.verdict().name())
                        .put("serverVersion", certificate.serverVersion())
                        .put("login", certificate.login().name());
        ArrayNode databases = node.putArray("databases");
        for (DatabaseProof proof : certificate.databases()) {
            write(databases.addObject(), proof, objects, gaps);
        }
        return MAPPER.writeValueAsString(node);
    }

    private static void write(ObjectNode node, DatabaseProof proof, int objects, int gaps) {
        Counts counts = proof.counts();
        Deeds deeds = proof.deeds();
        node.put("database", proof.database());
        put(
                node.putArray("counts"),
                counts.tables(),
                counts.readable(),
                counts.writable(),
                counts.sequences(),
                counts.sequencesReadable(),
                counts.makers(),
                counts.laterReadable());
        put(
                node.putArray("deeds"),
                deeds.candidates(),
                deeds.reads(),
                deeds.readsAllowed(),
                deeds.writes(),
                deeds.writesAllowed(),
                deeds.schemas(),
                deeds.schemasAllowed(),
                deeds.makers(),
                deeds.makersReadable());
        ArrayNode probes = node.putArray("probes");
        for (Probe.Result result : proof.probes()) {
            probes.addObject()
                    .put("probe", result.probe().name())
                    .put("answer", result.answer().name())
                    .put("way", result.way().name())
                    .put("subject", result.subject())
                    .put("detail", result.detail());
        }
        ArrayNode listed = node.putArray("gaps");
        proof.gaps().stream().limit(gaps).forEach(gap -> write(listed.addObject(), gap, objects));
        ArrayNode unknowns = node.putArray("unknowns");
        proof.unknowns().forEach(unknown -> write(unknowns.addObject(), unknown));
        if (proof.gaps().size() > gaps) {
            write(
                    unknowns.addObject(),
                    new Unknown(Unknown.Reason.TOO_MANY_GAPS, proof.database(), ""));
        }
    }

    private static void write(ObjectNode node, Gap gap, int objects) {
        node.put("kind", gap.kind().name())
                .put("schema", gap.schema())
                .put("owner", gap.owner())
                .put("via", gap.via())
                .put("count", gap.count());
        ArrayNode names = node.putArray("objects");
        gap.objects().stream().limit(objects).forEach(names::add);
    }

    private static void write(ObjectNode node, Unknown unknown) {
        node.put("reason", unknown.reason().name())
                .put("subject", unknown.subject())
                .put("detail", unknown.detail());
    }

    private static void put(ArrayNode array, long... numbers) {
        for (long number : numbers) {
            array.add(number);
        }
    }

    /** Whether a newer console wrote this, which must be kept although it can't be read. */
    static boolean isNewer(String line) {
        try {
            return MAPPER.readTree(line).path("version").asInt(0) > VERSION;
        } catch (JacksonException _) {
            return false;
        }
    }

    /** Empty for a line that is damaged or newer. */
    static Optional<AccessCertificate> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node.required("version").intValue() != VERSION) {
                return Optional.empty();
            }
            return Optional.of(
                    new AccessCertificate(
                            text(node, "server"),
                            text(node, "address"),
                            text(node, "role"),
                            AccessKind.valueOf(text(node, "expected")),
                            Instant.parse(text(node, "takenAt")),
                            text(node, "serverVersion"),
                            AccessCertificate.Login.valueOf(text(node, "login")),
                            list(node, "databases", CertificateLine::proof)));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static DatabaseProof proof(JsonNode node) {
        List<Long> counts = list(node, "counts", JsonNode::longValue);
        List<Long> deeds = list(node, "deeds", JsonNode::longValue);
        return new DatabaseProof(
                text(node, "database"),
                new Counts(
                        counts.get(0),
                        counts.get(1),
                        counts.get(2),
                        counts.get(3),
                        counts.get(4),
                        counts.get(5),
                        counts.get(6)),
                new Deeds(
                        deeds.get(0),
                        deeds.get(1).intValue(),
                        deeds.get(2).intValue(),
                        deeds.get(3).intValue(),
                        deeds.get(4).intValue(),
                        deeds.get(5).intValue(),
                        deeds.get(6).intValue(),
                        deeds.get(7).intValue(),
                        deeds.get(8).intValue()),
                list(node, "probes", CertificateLine::result),
                list(node, "gaps", CertificateLine::gap),
                list(node, "unknowns", CertificateLine::unknown));
    }

    private static Probe.Result result(JsonNode node) {
        return new Probe.Result(
                Probe.valueOf(text(node, "probe")),
                Probe.Answer.valueOf(text(node, "answer")),
                Probe.Way.valueOf(text(node, "way")),
                text(node, "subject"),
                text(node, "detail"));
    }

    private static Gap gap(JsonNode node) {
        return new Gap(
                Gap.Kind.valueOf(text(node, "kind")),
                text(node, "schema"),
                text(node, "owner"),
                text(node, "via"),
                list(node, "objects", JsonNode::stringValue),
                node.required("count").longValue());
    }

    private static Unknown unknown(JsonNode node) {
        return new Unknown(
                Unknown.Reason.valueOf(text(node, "reason")),
                text(node, "subject"),
                text(node, "detail"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> mapper) {
        return node.required(name).asArray().valueStream().map(mapper).toList();
    }
}
