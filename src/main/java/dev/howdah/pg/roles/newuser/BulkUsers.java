package dev.howdah.pg.roles.newuser;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RoleNames;
import dev.howdah.pg.roles.password.PasswordRules;
import dev.howdah.pg.roles.step.DatabaseSteps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a pasted list of users: a name on each line, or {@code name,password,expiry} where the last
 * two may be empty. A field in double quotes may hold commas, and double quotes written twice.
 */
public final class BulkUsers {
    /** More lines are not taken: nobody can look at them all. */
    public static final int MAX_LINES = 500;

    private static final int FIELDS = 3;
    private static final Texts TEXTS = Texts.of(BulkUsers.class);

    private BulkUsers() {}

    /**
     * One user of the list.
     *
     * @param line where it stands, from 1
     * @param password empty when one has to be generated
     * @param expiry the end of the given day in UTC, or the given moment; empty for never
     */
    public record Wanted(
            int line, String name, Optional<Secret> password, Optional<Instant> expiry) {}

    /**
     * All of them.
     *
     * @param objections one sentence for each line that can't be used, with its number; nothing
     *     should be made while there are any
     * @param objectionsByLine the same for each line, by its number and without it
     */
    public record Parsed(
            List<Wanted> users, List<String> objections, Map<Integer, String> objectionsByLine) {
        public Parsed {
            users = List.copyOf(users);
            objections = List.copyOf(objections);
            objectionsByLine = Map.copyOf(objectionsByLine);
        }
    }

    /**
     * @param encoding of the database, by PostgreSQL's name, because it decides about names
     */
    public static Parsed parse(String text, String encoding) {
        List<Wanted> users = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        Map<Integer, String> byLine = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> lines = text.lines().toList();
        int used = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (++used > MAX_LINES) {
                String tooMany = TEXTS.text("bulk.tooMany", i + 1, MAX_LINES);
                objections.add(tooMany);
                byLine.put(i + 1, tooMany);
                break;
            }
            try {
                Wanted wanted = wanted(i + 1, line, encoding);
                Integer before = seen.putIfAbsent(wanted.name(), i + 1);
                if (before != null) {
                    throw new Objection(
                            TEXTS.text(
                                    "bulk.duplicate",
                                    DatabaseSteps.oneLine(wanted.name()),
                                    before));
                }
                users.add(wanted);
            } catch (Objection e) {
                objections.add(TEXTS.text("bulk.line", i + 1, e.sentence));
                byLine.put(i + 1, e.sentence);
            }
        }
        if (used == 0) {
            objections.add(TEXTS.text("bulk.empty"));
        }
        return new Parsed(users, objections, byLine);
    }

    private static Wanted wanted(int line, String text, String encoding) throws Objection {
        List<String> fields = fields(text);
        if (fields.size() > FIELDS) {
            throw new Objection(TEXTS.text("bulk.fields", fields.size(), FIELDS));
        }
        String name = fields.getFirst();
        try {
            RoleNames.check(name, encoding);
        } catch (ProblemException e) {
            throw new Objection(e.problem().sentence());
        }
        String password = fields.size() > 1 ? fields.get(1) : "";
        if (password.isEmpty()) {
            return new Wanted(line, name, Optional.empty(), expiry(fields));
        }
        Secret secret = Secret.of(password);
        Optional<String> objection = PasswordRules.objection(secret, name);
        if (objection.isPresent()) {
            throw new Objection(objection.get());
        }
        return new Wanted(line, name, Optional.of(secret), expiry(fields));
    }

    private static Optional<Instant> expiry(List<String> fields) throws Objection {
        String text = fields.size() == FIELDS ? fields.get(2) : "";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            throw new Objection(TEXTS.text("bulk.expiry", DatabaseSteps.oneLine(text)));
        }
    }

    private static List<String> fields(String line) throws Objection {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inQuotes = false;
        boolean wasQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inQuotes && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (inQuotes || field.toString().isBlank())) {
                wasQuoted |= !inQuotes;
                field.setLength(inQuotes ? field.length() : 0);
                inQuotes = !inQuotes;
            } else if (c == ',' && !inQuotes) {
                fields.add(wasQuoted ? field.toString() : field.toString().strip());
                field.setLength(0);
                wasQuoted = false;
            } else if (!wasQuoted || inQuotes || !Character.isWhitespace(c)) {
                field.append(c);
            }
        }
        if (inQuotes) {
            throw new Objection(TEXTS.text("bulk.quotes"));
        }
        fields.add(wasQuoted ? field.toString() : field.toString().strip());
        return fields;
    }

    /** Why a line can't be used. It never quotes a password. */
    private static final class Objection extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Objection(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
