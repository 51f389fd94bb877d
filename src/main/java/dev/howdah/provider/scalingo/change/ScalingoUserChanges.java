package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.service.ProviderUser;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The changes of users. Passwords go out in the request and stay nowhere. */
public final class ScalingoUserChanges {
    private static final Texts TEXTS = Texts.of(ScalingoUserChanges.class);

    /** What both of Scalingo's descriptions allow. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{5,31}");

    private static final Pattern PASSWORD = Pattern.compile("[^\"']{24,64}");
    private static final List<String> SECRETS = List.of("password", "password_confirmation");

    private final ScalingoWork work;

    ScalingoUserChanges(ScalingoWork work) {
        this.work = work;
    }

    public Change create(ChangeTarget target, String name, boolean readOnly, Secret password)
            throws ProblemException {
        if (!NAME.matcher(name).matches()) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "userName", name);
        }
        requirePassword(password);
        return change(
                Act.USER_CREATED,
                TEXTS.text(readOnly ? "title.userReadOnly" : "title.user", name),
                target,
                name,
                List.of(TEXTS.text(readOnly ? "user.readOnly" : "user.readWrite")),
                call(name, readOnly, Secret.of("•••")),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (work.reads().users().stream()
                                .anyMatch(each -> each.name().equals(name))) {
                            throw ScalingoProblems.of(Kind.BAD_INPUT, "userThere", name);
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        work.calls().database(call(name, readOnly, password));
                        return work.done(written);
                    }
                });
    }

    private HttpCall call(String name, boolean readOnly, Secret password) {
        return HttpCall.post(
                Json.object()
                        .with(
                                "database_user",
                                Json.object()
                                        .with("database_id", work.service().addon())
                                        .with("name", name)
                                        .with("read_only", readOnly)
                                        .with("password", password.reveal())
                                        .with("password_confirmation", password.reveal())),
                "databases",
                work.service().addon(),
                "users");
    }

    public Change drop(ChangeTarget target, ProviderUser user) throws ProblemException {
        requireUnlocked(user);
        HttpCall call =
                HttpCall.delete("databases", work.service().addon(), "users", user.name())
                        .alsoTaking(404);
        return change(
                Act.USER_DROPPED,
                TEXTS.text("title.userDrop", user.name()),
                target,
                user.name(),
                List.of(TEXTS.text("user.drop")),
                call,
                written -> {
                    work.calls().database(call);
                    return work.done(written);
                });
    }

    public Change setPassword(ChangeTarget target, ProviderUser user, Secret password)
            throws ProblemException {
        requireUnlocked(user);
        requirePassword(password);
        return change(
                Act.PASSWORD,
                TEXTS.text("title.password", user.name()),
                target,
                user.name(),
                List.of(TEXTS.text("user.password")),
                passwordCall(user, Secret.of("•••")),
                written -> {
                    work.calls().database(passwordCall(user, password));
                    return work.done(written);
                });
    }

    private HttpCall passwordCall(ProviderUser user, Secret password) {
        return HttpCall.patch(
                Json.object()
                        .with(
                                "database_user",
                                Json.object()
                                        .with("database_id", work.service().addon())
                                        .with("password", password.reveal())
                                        .with("password_confirmation", password.reveal())),
                "databases",
                work.service().addon(),
                "users",
                user.name());
    }

    public Change resetPassword(ChangeTarget target, ProviderUser user, Consumer<Secret> receiver)
            throws ProblemException {
        requireUnlocked(user);
        HttpCall call =
                HttpCall.post(
                        Json.object(),
                        "databases",
                        work.service().addon(),
                        "users",
                        user.name(),
                        "reset_password");
        return change(
                Act.PASSWORD,
                TEXTS.text("title.passwordReset", user.name()),
                target,
                user.name(),
                List.of(TEXTS.text("user.password")),
                call,
                written -> {
                    Secret password = work.reads().passwordIn(work.calls().database(call).body());
                    if (password.isEmpty()) {
                        throw ScalingoProblems.of(Kind.UNKNOWN_OUTCOME, "noPassword", user.name());
                    }
                    receiver.accept(password);
                    return work.done(written);
                });
    }

    private Change change(
            Act act,
            String title,
            ChangeTarget target,
            String user,
            List<String> warnings,
            HttpCall shown,
            Deed deed) {
        return work.submissions()
                .change(
                        new Draft(
                                act,
                                title,
                                target,
                                shown.preview(work.calls().databaseBase(), SECRETS),
                                warnings,
                                Map.of(Operation.SUBJECT, user)),
                        deed);
    }

    private static void requireUnlocked(ProviderUser user) throws ProblemException {
        if (user.locked()) {
            throw ScalingoProblems.of(Kind.NOT_PERMITTED, "userLocked", user.name());
        }
    }

    private static void requirePassword(Secret password) throws ProblemException {
        if (!PASSWORD.matcher(password.reveal()).matches()) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "password");
        }
    }
}
