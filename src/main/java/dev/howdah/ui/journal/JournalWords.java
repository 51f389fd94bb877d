package dev.howdah.ui.journal;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.Writer;
import dev.howdah.core.change.ChangeTarget.Login;
import dev.howdah.core.change.Operation;
import dev.howdah.journal.JournaledChange;
import dev.howdah.journal.JournaledChange.Result;
import dev.howdah.journal.JournaledChange.WayBack;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words for changes that were made. */
final class JournalWords {
    private static final Texts TEXTS = Texts.of(JournalWords.class);

    private JournalWords() {}

    static String result(JournaledChange change) {
        return change.undoneAt().isPresent()
                ? TEXTS.text("result.undone")
                : TEXTS.text("result." + change.result());
    }

    static String icon(JournaledChange change) {
        if (change.undoneAt().isPresent()) {
            return "fth-corner-up-left";
        }
        return switch (change.result()) {
            case UNDER_WAY -> "fth-loader";
            case DONE -> "fth-check-circle";
            case PARTLY, CUT_OFF -> "fth-alert-triangle";
            case UNKNOWN -> "fth-help-circle";
            case FAILED -> "fth-alert-octagon";
            case REFUSED -> "fth-slash";
        };
    }

    /** The style class of the icon. */
    static String severity(JournaledChange change) {
        if (change.undoneAt().isPresent()) {
            return "muted";
        }
        return switch (change.result()) {
            case DONE -> "success";
            case PARTLY, UNKNOWN, CUT_OFF -> "warning";
            case FAILED -> "danger";
            case UNDER_WAY, REFUSED -> "muted";
        };
    }

    /** "done in 1.2 s"; empty without a duration leaves the word alone. */
    static String resultAndTime(JournaledChange change) {
        return change.took()
                .map(took -> TEXTS.text("result.in", result(change), Quantities.duration(took)))
                .orElseGet(() -> result(change));
    }

    static String took(JournaledChange change) {
        return change.took().map(Quantities::duration).orElse("");
    }

    static String user(JournaledChange change) {
        return change.entry().particulars().login().map(Login::user).orElse("");
    }

    static String address(JournaledChange change) {
        return change.entry().particulars().login().map(Login::address).orElse("");
    }

    static String person(JournaledChange change) {
        return change.entry().particulars().writer().map(Writer::user).orElse("");
    }

    static String environment(JournaledChange change) {
        return TEXTS.text("env." + EnvironmentStyle.word(change.entry().environment()));
    }

    static String kind(JournaledChange change) {
        return TEXTS.text(change.notes().act().isPresent() ? "kind.PROVIDER" : "kind.SQL");
    }

    /** As a list of lines; memos part their columns by tabs. */
    static String state(String text) {
        return text.isBlank() ? "–" : text.strip().replace("\t", "   ");
    }

    /** What has to be said of a change that has no good end. */
    static List<Notice> notices(JournaledChange change) {
        Result result = change.result();
        boolean byProvider = change.notes().act().isPresent();
        if (result == Result.CUT_OFF) {
            return List.of(
                    new Notice(
                            Notice.Level.WARNING,
                            TEXTS.text("cutOff"),
                            TEXTS.text("cutOff." + howFar(change))));
        }
        if (result == Result.UNKNOWN) {
            return List.of(
                    new Notice(
                            Notice.Level.WARNING,
                            change.sentence(),
                            TEXTS.text(byProvider ? "unknown.provider" : "unknown.sql")));
        }
        return List.of();
    }

    private static String howFar(JournaledChange change) {
        if (change.operation().isPresent()) {
            return "operation";
        }
        if (change.entry().particulars().writer().isEmpty()) {
            return "old";
        }
        if (change.notes().act().isPresent()) {
            return "provider";
        }
        return change.canBeFoundOut() ? "transaction" : "sql";
    }

    /** Why it is not taken back, one sentence; empty when it can be. */
    static String whyNot(JournaledChange change, boolean serverIsThere, ZoneId zone) {
        return switch (change.wayBack()) {
            case THERE -> serverIsThere ? "" : TEXTS.text("undo.noServer", change.entry().server());
            case UNDONE ->
                    TEXTS.text(
                            "undo.undone",
                            change.undoneAt().map(at -> Moments.exact(at, zone)).orElse(""));
            case NOT_NEEDED -> TEXTS.text("undo.notNeeded");
            case UNDER_WAY -> TEXTS.text("undo.underWay");
            case NOT_KNOWN ->
                    change.notes()
                            .oneWay()
                            .map(why -> TEXTS.text("undo.notKnownNone", why))
                            .orElseGet(() -> TEXTS.text("undo.notKnown"));
            case NONE ->
                    TEXTS.text(
                            "undo.none",
                            change.notes().oneWay().orElseGet(() -> TEXTS.text("undo.noReason")));
        };
    }

    static boolean canUndo(JournaledChange change, boolean serverIsThere) {
        return change.wayBack() == WayBack.THERE && serverIsThere;
    }

    /**
     * @param undone the change that this one took back, where it is known
     */
    static List<Fact> facts(JournaledChange change, Optional<JournaledChange> undone, ZoneId zone) {
        Entry entry = change.entry();
        Particulars particulars = entry.particulars();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.text("fact.when"), moment(change.at(), zone)));
        change.took()
                .ifPresent(took ->
                        facts.add(new Fact(TEXTS.text("fact.took"), Quantities.duration(took))));
        facts.add(
                new Fact(
                        TEXTS.text("fact.server"),
                        TEXTS.text("fact.serverIn", entry.server(), environment(change))));
        particulars
                .login()
                .ifPresent(login -> {
                    facts.add(new Fact(TEXTS.text("fact.address"), login.address()));
                    facts.add(new Fact(TEXTS.text("fact.login"), login.user()));
                });
        particulars
                .writer()
                .ifPresent(writer -> facts.add(new Fact(TEXTS.text("fact.by"), writer.user())));
        facts.add(new Fact(TEXTS.text("fact.kind"), kind(change)));
        change.operation()
                .flatMap(Operation::endedAt)
                .ifPresent(at ->
                        facts.add(
                                new Fact(
                                        TEXTS.text("fact.providerEnded"),
                                        Moments.exact(at, zone))));
        change.notes()
                .undoes()
                .ifPresent(id ->
                        facts.add(
                                new Fact(
                                        TEXTS.text("fact.undoes"),
                                        undone.map(each ->
                                                        TEXTS.text(
                                                                "fact.undone",
                                                                each.entry().title(),
                                                                Moments.exact(each.at(), zone)))
                                                .orElse(id.toString()))));
        facts.add(new Fact(TEXTS.text("fact.id"), change.id().toString()));
        return facts;
    }

    /** As it was here, and as every log has it. */
    private static String moment(Instant at, ZoneId zone) {
        String here = Moments.exact(at, zone);
        String utc = Moments.exact(at, ZoneOffset.UTC);
        return here.equals(utc) ? utc : TEXTS.text("fact.moment", here, utc);
    }
}
