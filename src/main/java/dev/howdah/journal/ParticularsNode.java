package dev.howdah.journal;

import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.WayBack;
import dev.howdah.core.change.ChangeLog.Writer;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.ChangeNotes.MadeRole;
import dev.howdah.core.change.ChangeTarget.Login;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.ParameterMove;
import dev.howdah.core.change.RunningChange.Transaction;
import dev.howdah.core.change.SqlScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who, where, how long and how to take it back, in the JSON of an entry: only what is known. */
final class ParticularsNode {
    /**
     * A script is kept whole or not at all: half a way back is none. So many characters are more
     * than a change that somebody looked at has.
     */
    static final int MAX_SCRIPT = 150_000;

    private ParticularsNode() {}

    /**
     * @param cut shortens a text that is too long
     */
    static void write(ObjectNode node, Particulars particulars, UnaryOperator<String> cut) {
        particulars
                .writer()
                .ifPresent(writer ->
                        node.put("by", cut.apply(writer.user())).put("process", writer.process()));
        particulars
                .login()
                .ifPresent(login ->
                        node.put("user", cut.apply(login.user()))
                                .put("address", cut.apply(login.address())));
        ChangeNotes notes = particulars.notes();
        notes.act().ifPresent(act -> node.put("act", act.name()));
        notes.before().ifPresent(text -> node.put("before", cut.apply(text)));
        notes.after().ifPresent(text -> node.put("after", cut.apply(text)));
        notes.oneWay().ifPresent(text -> node.put("oneWay", cut.apply(text)));
        notes.undoes().ifPresent(id -> node.put("undoes", id.toString()));
        if (!notes.made().isEmpty()) {
            ArrayNode made = node.putArray("made");
            for (MadeRole role : notes.made()) {
                ObjectNode one = made.addObject().put("name", cut.apply(role.name()));
                role.oid().ifPresent(oid -> one.put("oid", oid));
            }
        }
        particulars.took().ifPresent(took -> node.put("tookMs", took.toMillis()));
        if (particulars.wayBack().isPresent() && fits(particulars.wayBack().get().script())) {
            WayBack back = particulars.wayBack().get();
            ObjectNode undo = node.putObject("undo").put("title", cut.apply(back.title()));
            ArrayNode warnings = undo.putArray("warnings");
            back.warnings().forEach(warning -> warnings.add(cut.apply(warning)));
            script(undo.putObject("script"), back.script());
            if (back.asksForName()) {
                undo.put("asksForName", true);
            }
        }
        notes.script()
                .filter(ParticularsNode::fits)
                .ifPresent(script -> script(node.putObject("script"), script));
        particulars
                .transaction()
                .ifPresent(transaction -> transaction(node.putObject("transaction"), transaction));
    }

    private static void transaction(ObjectNode node, Transaction transaction) {
        node.put("database", transaction.database())
                .put("xid", transaction.xid())
                .put("serverStart", transaction.serverStart());
        if (transaction.whole()) {
            node.put("whole", true);
        }
    }

    private static boolean fits(SqlScript script) {
        return script.statements().stream().mapToLong(String::length).sum() <= MAX_SCRIPT;
    }

    private static void script(ObjectNode node, SqlScript script) {
        node.put("database", script.database());
        ArrayNode statements = node.putArray("statements");
        script.statements().forEach(statements::add);
        node.put("done", script.done());
        if (script.alone()) {
            node.put("alone", true);
        }
        script.moves()
                .ifPresent(move -> {
                    ObjectNode moves =
                            node.putObject("moves")
                                    .put("parameter", move.parameter())
                                    .put("place", move.place())
                                    .put("of", move.of());
                    move.from().ifPresent(value -> moves.put("from", value));
                    move.to().ifPresent(value -> moves.put("to", value));
                });
    }

    /**
     * Of a line of any age. An act that only a newer console knows is left out.
     *
     * @throws RuntimeException of the kinds {@link EntryLine} takes for a damaged line
     */
    static Particulars read(JsonNode node) {
        Optional<Writer> writer =
                text(node, "by")
                        .flatMap(user ->
                                text(node, "process").map(process -> new Writer(user, process)));
        Optional<Login> login =
                text(node, "user")
                        .flatMap(user ->
                                text(node, "address").map(address -> new Login(user, address)));
        ChangeNotes notes =
                new ChangeNotes(
                        text(node, "act").flatMap(ParticularsNode::act),
                        text(node, "before"),
                        text(node, "after"),
                        object(node, "script", ParticularsNode::script),
                        text(node, "oneWay"),
                        text(node, "undoes").map(UUID::fromString),
                        node.has("made") ? made(node.required("made")) : List.of());
        return new Particulars(
                login,
                notes,
                node.has("tookMs")
                        ? Optional.of(Duration.ofMillis(node.required("tookMs").longValue()))
                        : Optional.empty(),
                object(node, "undo", ParticularsNode::wayBack),
                object(node, "transaction", ParticularsNode::transaction),
                writer);
    }

    /** The first consoles wrote the names alone. */
    private static List<MadeRole> made(JsonNode array) {
        return array.asArray()
                .valueStream()
                .map(each ->
                        each.isString()
                                ? new MadeRole(each.stringValue(), Optional.empty())
                                : new MadeRole(
                                        each.required("name").stringValue(),
                                        each.has("oid")
                                                ? Optional.of(each.required("oid").longValue())
                                                : Optional.empty()))
                .toList();
    }

    private static Optional<Operation.Act> act(String name) {
        for (Operation.Act act : Operation.Act.values()) {
            if (act.name().equals(name)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }

    private static WayBack wayBack(JsonNode node) {
        return new WayBack(
                node.required("title").stringValue(),
                texts(node.required("warnings")),
                script(node.required("script")),
                node.path("asksForName").asBoolean(false));
    }

    private static Transaction transaction(JsonNode node) {
        return new Transaction(
                node.required("database").stringValue(),
                node.required("xid").stringValue(),
                node.required("serverStart").stringValue(),
                node.path("whole").asBoolean(false));
    }

    private static SqlScript script(JsonNode node) {
        return new SqlScript(
                node.required("database").stringValue(),
                texts(node.required("statements")),
                node.path("alone").asBoolean(false),
                node.required("done").stringValue(),
                object(node, "moves", ParticularsNode::move));
    }

    private static ParameterMove move(JsonNode node) {
        return new ParameterMove(
                node.required("parameter").stringValue(),
                node.required("place").stringValue(),
                node.required("of").stringValue(),
                text(node, "from"),
                text(node, "to"));
    }

    private static List<String> texts(JsonNode array) {
        return array.asArray().valueStream().map(JsonNode::stringValue).toList();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.required(name).stringValue()) : Optional.empty();
    }

    private static <T> Optional<T> object(
            JsonNode node, String name, Function<JsonNode, T> reader) {
        return node.has(name) ? Optional.of(reader.apply(node.required(name))) : Optional.empty();
    }
}
