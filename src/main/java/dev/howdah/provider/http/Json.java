package dev.howdah.provider.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A piece of JSON, read field by field. What is missing, null or of another type is empty and never
 * an exception: a provider may add, leave out and change what it likes.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .maxStringLength(4 << 20)
                                                    .maxNameLength(1_000)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .build())
                    .build();

    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    /** Empty when it is no JSON, or less or more than one piece of it. */
    public static Optional<Json> parse(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node.isMissingNode() ? Optional.empty() : Optional.of(new Json(node));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Nothing at all. */
    public static Json missing() {
        return new Json(MissingNode.getInstance());
    }

    /** {@code {}}, to be filled with {@link #with}. */
    public static Json object() {
        return new Json(MAPPER.createObjectNode());
    }

    /** A copy with one more field; only for objects. */
    public Json with(String name, Object value) {
        ObjectNode copy = node.asObject().deepCopy();
        switch (value) {
            case String text -> copy.put(name, text);
            case Boolean truth -> copy.put(name, truth);
            case Integer number -> copy.put(name, number);
            case Json piece -> copy.set(name, piece.node);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
        return new Json(copy);
    }

    /** The field of this name. */
    public Json at(String name) {
        return new Json(node.path(name));
    }

    /** The first of these fields that is there; for names on which the sources disagree. */
    public Json atAny(String... names) {
        for (String name : names) {
            if (at(name).present()) {
                return at(name);
            }
        }
        return missing();
    }

    /** The field of this name, or this itself when there is none: "wrapped or bare". */
    public Json unwrapped(String name) {
        return at(name).present() ? at(name) : this;
    }

    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** A string, or a number as it was written. */
    public Optional<String> text() {
        return node.isString()
                ? Optional.of(node.stringValue())
                : node.isNumber() ? Optional.of(node.asString()) : Optional.empty();
    }

    public String text(String name) {
        return at(name).text().orElse("");
    }

    /** A whole number, also one in a string. */
    public OptionalLong whole() {
        Optional<BigDecimal> number = decimal();
        try {
            return number.isPresent()
                    ? OptionalLong.of(number.get().longValueExact())
                    : OptionalLong.empty();
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    public OptionalDouble number() {
        return decimal()
                .map(BigDecimal::doubleValue)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** A number of at most 40 characters, also one in a string. */
    public Optional<BigDecimal> decimal() {
        try {
            return text().filter(text -> text.length() <= 40)
                    .map(BigDecimal::new)
                    .filter(number -> Math.abs((long) number.scale()) < 40);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Whether it is {@code true}; everything else is not. */
    public boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    /** A moment in ISO 8601 with an offset. */
    public Optional<Instant> moment() {
        try {
            return text().map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The elements of an array; empty for anything else. */
    public List<Json> items() {
        return node.isArray() ? node.valueStream().map(Json::new).toList() : List.of();
    }

    /** The fields of an object in their order; empty for anything else. */
    public Map<String, Json> fields() {
        Map<String, Json> fields = new LinkedHashMap<>();
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(each -> fields.put(each.getKey(), new Json(each.getValue())));
        }
        return fields;
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return MAPPER.writeValueAsString(node);
    }
}
