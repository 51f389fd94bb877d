package dev.howdah.pg.statements.text;

import dev.howdah.core.Answer;
import dev.howdah.core.Source;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.statements.StatementKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Reads texts in one scan, and by user when one text is none in the encoding of this database: that
 * one costs its user's texts then, and not everybody's. Any thread may call; blocks.
 */
public final class StatementTextsReading {
    /** So many are read one by one, those with the most statements first. */
    private static final int MOST_USERS = 20;

    private final Source server;
    private final Set<Long> unreadableUsers = ConcurrentHashMap.newKeySet();
    private volatile boolean byUser;

    public StatementTextsReading(Source server) {
        this.server = server;
    }

    /** Tries again what could not be read. */
    public void forgetFailures() {
        byUser = false;
        unreadableUsers.clear();
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
        return new Answer.Got<>(new StatementTextsSnapshot(texts, unreadable), takenAt);
    }

    private static List<Long> idsOf(List<StatementKey> keys) {
        return keys.stream().map(StatementKey::queryId).distinct().toList();
    }

    @SuppressWarnings("unchecked")
    private Answer<StatementTextsSnapshot> ask(StatementTextsQuery query) {
        return (Answer<StatementTextsSnapshot>) server.ask(List.of(query)).getFirst();
    }
}
