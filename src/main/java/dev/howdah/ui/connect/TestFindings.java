package dev.howdah.ui.connect;

import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.ServerShape.Extension;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.ui.Names;
import dev.howdah.ui.Notice;
import dev.howdah.ui.Notice.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test of a connection found, in sentences: the way there, the server, our rights. */
final class TestFindings {
    private static final Texts TEXTS = Texts.of(TestFindings.class);

    private final PgTarget target;
    private final ServerShape shape;

    TestFindings(PgTarget target, ServerShape shape) {
        this.target = target;
        this.shape = shape;
    }

    List<Notice> with(SessionCountsSnapshot counts) {
        List<Notice> found = new ArrayList<>();
        found.add(good("found.reached", target.host(), Integer.toString(target.port())));
        found.add(encryption());
        found.add(good("found.login", Names.visible(shape.user()), database()));
        found.add(
                good(
                        shape.inRecovery() ? "found.standby" : "found.primary",
                        shape.version(),
                        counts.sessions(),
                        shape.maxConnections()));
        if (shape.behindPooler()) {
            found.add(Notice.of(Level.INFO, TEXTS.text("found.pooler")));
        }
        found.addAll(rights());
        found.add(statements());
        return found;
    }

    private Notice encryption() {
        if (!shape.encrypted()) {
            return target.tls() == TlsMode.DISABLE
                    ? notice(Level.WARNING, "found.inClear")
                    : notice(Level.WARNING, "found.inClearBehind");
        }
        return switch (target.tls()) {
            case VERIFY_FULL -> good("found.verifyFull", target.host());
            case VERIFY_CA -> good("found.verifyCa");
            case REQUIRE, DISABLE -> notice(Level.WARNING, "found.unverified");
        };
    }

    private List<Notice> rights() {
        ServerShape.Rights rights = shape.rights();
        if (rights.superuser()) {
            return List.of(Notice.of(Level.INFO, TEXTS.text("found.superuser", visibleUser())));
        }
        List<Notice> missing = new ArrayList<>();
        if (!rights.readsAllStats()) {
            missing.add(notice(Level.WARNING, "found.noStats", grantee()));
        } else if (!rights.readsAllSettings()) {
            missing.add(notice(Level.INFO, "found.noSettings", grantee()));
        }
        if (!rights.signalsBackends()) {
            missing.add(notice(Level.INFO, "found.noSignals", grantee()));
        }
        return missing.isEmpty() ? List.of(good("found.rights", visibleUser())) : missing;
    }

    private Notice statements() {
        Optional<Extension> extension = shape.extension("pg_stat_statements");
        return extension
                .map(installed -> good("found.statements", installed.version()))
                .orElseGet(() -> notice(Level.INFO, "found.noStatements", database()));
    }

    private String database() {
        return Names.visible(shape.database());
    }

    private String visibleUser() {
        return Names.visible(shape.user());
    }

    private String grantee() {
        return SqlNames.quoted(shape.user());
    }

    private static Notice good(String key, Object... arguments) {
        return Notice.of(Level.GOOD, TEXTS.text(key, arguments));
    }

    private static Notice notice(Level level, String key, Object... arguments) {
        return new Notice(level, TEXTS.text(key, arguments), TEXTS.text(key + ".do", arguments));
    }
}
