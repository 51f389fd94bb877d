package dev.howdah.health.session;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.health.session.SessionFacts.BlockedSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sessions that wait for a lock.
 *
 * @param warning and {@code critical} time the longest has been waiting; shorter waits are daily
 *     life. Source: reasoned between check_postgres (1/2 min) and the count-based rules of temBoard
 *     and pgwatch
 */
public record BlockedSessions(Duration warning, Duration critical)
        implements RuleAbout<SessionFacts> {
    private static final RuleCard CARD =
            new RuleCard("blockedSessions", 95, Where.LOCKS, Texts.of(BlockedSessions.class));

    public BlockedSessions() {
        this(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<SessionFacts> subject() {
        return SessionFacts.class;
    }

    @Override
    public Verdict verdict(SessionFacts facts, Instant now) {
        String limit = Quantities.duration(warning);
        List<BlockedSession> waiting =
                facts.blocked().stream()
                        .filter(one -> one.session().duration().compareTo(warning) >= 0)
                        .toList();
        if (waiting.isEmpty()) {
            Verdict nothing =
                    facts.hidden() > 0
                            ? Verdict.hidden(Verdict.SEES_EVERYBODY, facts.hidden())
                            : Verdict.fine(limit);
            return nothing.measured("", limit);
        }
        BlockedSession longest = waiting.getFirst();
        Duration longestWait = longest.session().duration();
        String wait = Quantities.duration(longestWait);
        return Verdict.found(
                        Verdict.warningOrCritical(longestWait, warning, critical),
                        waiting.size(),
                        wait,
                        longest.session().who(),
                        longest.relation().orElse(""))
                .saying(longest.relation().isPresent() ? "found" : "foundElsewhere")
                .measured(wait, limit);
    }
}
