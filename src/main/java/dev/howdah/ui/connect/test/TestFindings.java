package dev.howdah.ui.connect.test;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerGreeting;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.ServerShape.Extension;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test of a connection found, in sentences: the way there, the server, our rights. */
final class TestFindings {
    private static final Texts TEXTS = Texts.of(TestFindings.class);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    /** Whoever answers may write what he likes into a certificate. */
    private static final int LONGEST_NAME = 200;

    private final PgTarget target;

    TestFindings(PgTarget target) {
        this.target = target;
    }

    Notice reached(String address, Duration took) {
        return good(
                "found.reached",
                address,
                Integer.toString(target.port()),
                Quantities.duration(took));
    }

    /** What the server shows before the login, by its own word; the login checks it. */
    Notice offeredTls(ServerGreeting.Tls tls) {
        X509Certificate certificate = tls.certificate();
        return new Notice(
                Level.INFO,
                TEXTS.text(
                        "found.offersTls",
                        tls.protocol(),
                        name(certificate.getSubjectX500Principal().getName())),
                TEXTS.text(
                        "found.offersTls.do",
                        name(String.join(", ", tls.names())),
                        name(certificate.getIssuerX500Principal().getName()),
                        DAY.format(certificate.getNotAfter().toInstant()),
                        tls.sha256()));
    }

    static ProblemException noTls() {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOGIN_REFUSED,
                        TEXTS.text("problem.noTls"),
                        TEXTS.text("problem.noTls.do")));
    }

    private static String name(String text) {
        return Names.visible(Lines.one(text, LONGEST_NAME));
    }

    /** What was seen after the login. */
    List<Notice> server(ServerShape shape, SessionCountsSnapshot counts) {
        List<Notice> found = new ArrayList<>();
        found.add(encryption(shape));
        found.add(good("found.login", Names.visible(shape.user()), database(shape)));
        found.add(
                good(
                        shape.inRecovery() ? "found.standby" : "found.primary",
                        shape.version(),
                        counts.sessions(),
                        shape.maxConnections()));
        if (shape.behindPooler()) {
            found.add(Notice.of(Level.INFO, TEXTS.text("found.pooler")));
        }
        found.addAll(rights(shape));
        found.add(statements(shape));
        return found;
    }

    private Notice encryption(ServerShape shape) {
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

    private static List<Notice> rights(ServerShape shape) {
        ServerShape.Rights rights = shape.rights();
        if (rights.superuser()) {
            return List.of(
                    Notice.of(Level.INFO, TEXTS.text("found.superuser", visibleUser(shape))));
        }
        List<Notice> missing = new ArrayList<>();
        if (!rights.readsAllStats()) {
            missing.add(notice(Level.WARNING, "found.noStats", grantee(shape)));
        } else if (!rights.readsAllSettings()) {
            missing.add(notice(Level.INFO, "found.noSettings", grantee(shape)));
        }
        if (!rights.signalsBackends()) {
            missing.add(notice(Level.INFO, "found.noSignals", grantee(shape)));
        }
        return missing.isEmpty() ? List.of(good("found.rights", visibleUser(shape))) : missing;
    }

    private static Notice statements(ServerShape shape) {
        Optional<Extension> extension = shape.extension("pg_stat_statements");
        return extension
                .map(installed -> good("found.statements", installed.version()))
                .orElseGet(() -> notice(Level.INFO, "found.noStatements", database(shape)));
    }

    private static String database(ServerShape shape) {
        return Names.visible(shape.database());
    }

    private static String visibleUser(ServerShape shape) {
        return Names.visible(shape.user());
    }

    private static String grantee(ServerShape shape) {
        return SqlNames.quoted(shape.user());
    }

    private static Notice good(String key, Object... arguments) {
        return Notice.of(Level.GOOD, TEXTS.text(key, arguments));
    }

    private static Notice notice(Level level, String key, Object... arguments) {
        return new Notice(level, TEXTS.text(key, arguments), TEXTS.text(key + ".do", arguments));
    }
}
