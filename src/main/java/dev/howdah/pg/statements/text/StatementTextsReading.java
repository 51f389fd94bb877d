package dev.howdah.pg.statements.text;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import dev.howdah.core.Source;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.statements.StatementKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Reads texts in one scan, and by user when one text is none in the encoding of this database. The
 * texts of its user are read in another database then, whose encoding takes them; where there is
 * none with the extension, they are the ones that are lost. Any thread may call; blocks.
 */
public final class StatementTextsReading {
    /** So many are read one by one, those with the most statements first. */
    private static final int MOST_USERS = 20;

    private final Source server;
    private final PgVisits visits;
    private final Set<Long> unreadableUsers = ConcurrentHashMap.newKeySet();
    private volatile boolean byUser;
    private volatile Optional<String> elsewhere = Optional.empty();
    private volatile boolean nowhere;

    /**
     * @param visits to other databases of the server
     */
    public StatementTextsReading(Source server, PgVisits visits) {
        this.server = server;
        this.visits = visits;
    }

    /** Tries again what could not be read. */
    public void forgetFailures() {
        byUser = false;
        unreadableUsers.clear();
        nowhere = false;
    }

    /** The texts of these statements. */
    public Answer<StatementTextsSnapshot> read(List<StatementKey> keys, int maxCharacters) {
        if (!byUser) {
            Answer<StatementTextsSnapshot> answer =
                    ask(new StatementTextsQuery(idsOf(keys), maxCharacters));
            if (!(answer instanceof Answer.Failed<StatementTextsSnapshot>(var problem)
                    && SqlProblems.isOfEncoding(problem))) {
                return answer;
            }
            byUser = true;
        }
        return readByUser(keys, maxCharacters);
    }

    private Answer<StatementTextsSnapshot> readByUser(List<StatementKey> keys, int maxCharacters) {
        List<List<StatementKey>> users =
                keys.stream()
                        .filter(key -> !unreadableUsers.contains(key.userId()))
                        .collect(Collectors.groupingBy(StatementKey::userId))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(List<StatementKey>::size).reversed())
                        .limit(MOST_USERS)
                        .toList();
        Map<StatementKey, StatementText> texts = new HashMap<>();
        Set<StatementKey> unreadable = new HashSet<>(keys);
        Instant takenAt = Instant.now();
        for (List<StatementKey> ofUser : users) {
            long user = ofUser.getFirst().userId();
            List<Long> ids = idsOf(ofUser);
            switch (ask(new StatementTextsQuery(ids, maxCharacters, OptionalLong.of(user)))) {
                case Answer.Got<StatementTextsSnapshot>(var snapshot, var at) -> {
                    takenAt = at;
                    if (snapshot.texts().isEmpty()) {
                        unreadableUsers.add(user);
                    }
                    snapshot.texts()
                            .forEach((key, text) -> {
                                if (key.userId() == user) {
                                    texts.put(key, text);
                                    unreadable.remove(key);
                                }
                            });
                }
                case Answer.Failed<StatementTextsSnapshot>(var problem) -> {
                    if (!SqlProblems.isOfEncoding(problem) && !problem.kind().stopsAsking()) {
                        return new Answer.Failed<>(problem);
                    }
                    unreadableUsers.add(user);
                }
            }
        }
        readElsewhere(keys.stream().filter(unreadable::contains).toList(), maxCharacters)
                .forEach((key, text) -> {
                    if (unreadable.remove(key)) {
                        texts.put(key, text);
                    }
                });
        return new Answer.Got<>(new StatementTextsSnapshot(texts, unreadable), takenAt);
    }

    private Map<StatementKey, StatementText> readElsewhere(
            List<StatementKey> keys, int maxCharacters) {
        if (keys.isEmpty() || nowhere) {
            return Map.of();
        }
        for (String database : elsewhere.map(List::of).orElseGet(() -> widerEncodings(keys))) {
            try (PgVisit visit = visits.in(database)) {
                StatementTextsQuery query = new StatementTextsQuery(idsOf(keys), maxCharacters);
                Map<StatementKey, StatementText> texts = visit.reader().ask(query).texts();
                elsewhere = Optional.of(database);
                return texts;
            } catch (ProblemException _) {
                // without the extension, not to be entered, or too narrow as well: the next one
            }
        }
        elsewhere = Optional.empty();
        nowhere = true;
        return Map.of();
    }

    private List<String> widerEncodings(List<StatementKey> keys) {
        List<Long> ranIn = keys.stream().map(StatementKey::databaseId).distinct().toList();
        return ask(new WiderEncodingsQuery(ranIn)) instanceof Answer.Got<WiderEncodingsSnapshot> got
                ? got.value().databases()
                : List.of();
    }

    private static List<Long> idsOf(List<StatementKey> keys) {
        return keys.stream().map(StatementKey::queryId).distinct().toList();
    }

    @SuppressWarnings("unchecked")
    private <T> Answer<T> ask(Question<T> query) {
        return (Answer<T>) server.ask(List.of(query)).getFirst();
    }
}
