package dev.howdah.pg.settings;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of a parameter brings with it, told before it is done. */
final class ParameterConsequences {
    private static final Texts TEXTS = Texts.of(ParameterConsequences.class);

    /** Without them a crash costs data, or the server stops working after a while. */
    private static final Set<String> LIFELINES = Set.of("fsync", "full_page_writes", "autovacuum");

    /**
     * A standby refuses to start with less than its primary has. Source: PostgreSQL documentation,
     * "Hot Standby", Administrator's Overview.
     */
    private static final Set<String> STANDBY_NEEDS =
            Set.of(
                    "max_connections",
                    "max_locks_per_transaction",
                    "max_prepared_transactions",
                    "max_wal_senders",
                    "max_worker_processes");

    private ParameterConsequences() {}

    static boolean isLifeline(Setting setting) {
        return LIFELINES.contains(setting.name());
    }

    /** Each a full sentence. */
    static List<String> of(Setting setting, ParameterFacts facts, ParameterPlace place) {
        List<String> warnings = new ArrayList<>();
        if (isLifeline(setting)) {
            warnings.add(TEXTS.text("parameter.lifeline." + setting.name()));
        }
        if (place == ParameterPlace.SYSTEM) {
            if (setting.needsRestart()) {
                warnings.add(TEXTS.text("parameter.restart"));
            } else if (!facts.reloads()) {
                warnings.add(TEXTS.text("parameter.mayNotReload"));
            }
            if (STANDBY_NEEDS.contains(setting.name())) {
                warnings.add(TEXTS.text("parameter.standby"));
            }
            hidden(facts).ifPresent(warnings::add);
        } else {
            warnings.add(TEXTS.text("parameter.laterSessions." + place));
        }
        return warnings;
    }

    /** What is set nearer to a session wins over the server's configuration. */
    private static Optional<String> hidden(ParameterFacts facts) {
        if (facts.databaseValue().isPresent()) {
            return Optional.of(
                    TEXTS.text(
                            "parameter.hidden.DATABASE",
                            facts.database(),
                            facts.databaseValue().get()));
        }
        return facts.roleValue()
                .map(value -> TEXTS.text("parameter.hidden.ROLE", facts.role(), value));
    }
}
